"""A server that answers as it is told: for what Azure, gateways and self-hosted servers send, and no sandbox does."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from aiohttp import web
from PIL import Image


def png(width: int = 1024, height: int = 1024, colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@dataclass
class Stranger:
    """Gives the answers it was told to give, in that order; the last one again and again."""

    url: str = ""
    answers: list[Callable[[], web.Response]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def says(self, body: Any, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append(lambda: web.json_response(body, status=status, headers=named))

    def shows(self, text: str, status: int) -> None:
        self.answers.append(lambda: web.Response(text=text, status=status, content_type="text/html"))

    async def answer(self, request: web.Request) -> web.Response:
        self.paths.append(request.path_qs)
        self.bodies.append(await request.read())
        return (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])()


@asynccontextmanager
async def visiting(*routes: web.RouteDef) -> AsyncIterator[Stranger]:
    """A stranger at a free port; `routes` come before its own answers."""
    known, app = Stranger(), web.Application()
    app.router.add_routes(routes)
    app.router.add_route("*", "/{tail:.*}", known.answer)
    async with serving(app) as url:
        known.url = url
        yield known
