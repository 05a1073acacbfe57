"""Server-sent events of a streamed picture: early renderings, then the picture with its usage, or an error."""

import base64
import contextlib
import json
import time
from typing import Any

from aiohttp import web

from tests.sandbox.models.errors import ApiError
from tests.sandbox.models.parameters import ImageRequest


class PictureStream:
    """Writes to a client that may leave at any moment; whoever left is told nothing more."""

    def __init__(self, request: web.Request, asked: ImageRequest) -> None:
        self.response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        self._request, self._asked = request, asked
        self._name = "image_edit" if asked.endpoint == "edits" else "image_generation"

    async def open(self) -> None:
        with contextlib.suppress(ConnectionError):
            await self.response.prepare(self._request)

    async def partial(self, picture: bytes, index: int) -> None:
        await self._send(f"{self._name}.partial_image", {**self._described(picture), "partial_image_index": index})

    async def completed(self, picture: bytes, usage: dict[str, Any] | None) -> web.StreamResponse:
        brief = {k: v for k, v in (usage or {}).items() if k != "output_tokens_details"}
        more = {"usage": brief} if usage is not None else {}
        await self._send(f"{self._name}.completed", {**self._described(picture), **more})
        return await self._close()

    async def failed(self, error: ApiError) -> web.StreamResponse:
        await self._send("error", {"error": error.error})
        return await self._close()

    async def _close(self) -> web.StreamResponse:
        with contextlib.suppress(ConnectionError):
            await self.response.write_eof()
        return self.response

    def _described(self, picture: bytes) -> dict[str, Any]:
        asked = self._asked
        return {
            "b64_json": base64.b64encode(picture).decode(),
            "background": asked.background,
            "created_at": int(time.time()),
            "output_format": asked.output_format,
            "quality": asked.quality,
            "size": "{}x{}".format(*asked.size),
        }

    async def _send(self, event: str, data: dict[str, Any]) -> None:
        text = f"event: {event}\ndata: {json.dumps({'type': event, **data})}\n\n"
        with contextlib.suppress(ConnectionError):
            await self.response.write(text.encode())
