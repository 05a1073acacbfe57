"""The live feed: a WebSocket per page that carries only what its person may see, as it happens."""

import asyncio
from typing import Any

from aiohttp import WSCloseCode, web

from tests.sandbox.sight import seen_file, seen_message, seen_view
from tests.sandbox.slack.feed import Change
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform


class Live:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._sockets: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        person = self._platform.workspace.person(request.query.get("user", ""))
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        waiting: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        waiting.put_nowait({"type": "connected", "connected": self._platform.delivery.is_connected})
        stop = self._platform.feed.listen(lambda change: self._offer(change, person, waiting))
        sender = asyncio.create_task(_send(socket, waiting))
        self._sockets.add(socket)
        try:
            async for _ in socket:
                pass  # the page only listens
        finally:
            stop()
            sender.cancel()
            self._sockets.discard(socket)
        return socket

    async def close(self) -> None:
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    def _offer(self, change: Change, person: Person, waiting: asyncio.Queue[dict[str, Any]]) -> None:
        """Rendered now, not when it is sent: the page must see each state, not the last one twice."""
        if change.person not in (None, person.id) or not self._may_see(change, person):
            return
        waiting.put_nowait({"type": change.kind, **self._body(change)})

    def _may_see(self, change: Change, person: Person) -> bool:
        if change.channel is not None:
            return person.id in self._platform.workspace.channels[change.channel].members
        if change.kind == "file":
            file = change.body["file"]
            shown_in = [self._platform.workspace.channels[channel] for channel in file.shares]
            return any(person.id in channel.members for channel in shown_in)
        return True

    def _body(self, change: Change) -> dict[str, Any]:
        body = dict(change.body)
        if change.channel:
            body["channel"] = change.channel
        if "message" in body:
            body["message"] = seen_message(body["message"], self._platform)
        if "view" in body:
            body["view"] = seen_view(body["view"], self._platform)
        if "file" in body:
            body["file"] = seen_file(body["file"], self._platform)
        return body


async def _send(socket: web.WebSocketResponse, waiting: asyncio.Queue[dict[str, Any]]) -> None:
    while not socket.closed:
        try:
            await socket.send_json(await waiting.get())
        except ConnectionError:
            return
