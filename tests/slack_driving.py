"""What tests of the sandbox's Slack share: a sandbox, somebody outside who drives it, and a bot on real slack-bolt."""

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
from PIL import Image
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.sandbox.models.studio import Drawing, Job
from tests.sandbox.server import Sandbox

MANIFEST = Path(__file__).parent.parent / "manifest.json"
Json = dict[str, Any]
T = TypeVar("T")


class IdleStudio:
    """Tests of Slack's side draw no pictures."""

    async def start(self) -> None: ...

    async def draw(self, job: Job) -> Drawing:
        raise AssertionError("nothing should be drawn here")

    async def close(self) -> None: ...


class Outside:
    """Whoever drives the sandbox over HTTP, as the page and outside checkers do."""

    def __init__(self, url: str) -> None:
        self.http = httpx.AsyncClient(base_url=url, timeout=10, trust_env=False)

    async def post(self, call: str, **given: Any) -> Json:
        return dict((await self.http.post(f"/sandbox/{call}", json=given)).json())

    async def get(self, call: str, **given: Any) -> Json:
        return dict((await self.http.get(f"/sandbox/{call}", params=given)).json())

    async def messages(self, channel: str = "general", **given: Any) -> list[Json]:
        return list((await self.get("messages", channel=channel, **given))["messages"])

    async def say(self, user: str, text: str, channel: str = "general", **given: Any) -> str:
        answer = await self.post("say", user=user, channel=channel, text=text, **given)
        return str(answer["ts"])


@asynccontextmanager
async def running_sandbox(manifest: Path = MANIFEST) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(manifest=manifest, studio=IdleStudio())
    sandbox.knobs.slack.web_api = 0.0
    sandbox.knobs.slack.file_processing = 0.05
    sandbox.knobs.slack.retry_after = (0.05, 0.1, 0.1)
    await sandbox.start()
    try:
        yield sandbox
    finally:
        await sandbox.stop()


@asynccontextmanager
async def someone_outside(sandbox: Sandbox) -> AsyncIterator[Outside]:
    outside = Outside(sandbox.url)
    try:
        yield outside
    finally:
        await outside.http.aclose()


def web_client(sandbox: Sandbox, token: str = "xoxb-sandbox-easel") -> AsyncWebClient:
    return AsyncWebClient(token=token, base_url=f"{sandbox.slack.addresses.slack}/api/", retry_handlers=[])


def bolt_app(sandbox: Sandbox) -> AsyncApp:
    secret = sandbox.environment()["SLACK_SIGNING_SECRET"]
    return AsyncApp(client=web_client(sandbox), signing_secret=secret)


class Bot:
    """Remembers what it hears; tests give it what else it should do."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.app: AsyncApp = bolt_app(sandbox)
        self.heard: list[Json] = []
        self.actions: list[Json] = []
        self.app.event("message")(self._hear)
        self.app.event("app_mention")(self._hear)

    async def _hear(self, body: Json) -> None:
        self.heard.append(body)

    def events(self, kind: str, subtype: str | None = None) -> list[Json]:
        bodies = (body["event"] for body in self.heard)
        return [e for e in bodies if e["type"] == kind and e.get("subtype") == subtype]


@asynccontextmanager
async def connected(app: AsyncApp, sandbox: Sandbox) -> AsyncIterator[AsyncSocketModeHandler]:
    """The app over Socket Mode, ready when this is entered."""
    before = sandbox.slack.sockets.connections
    handler = AsyncSocketModeHandler(app, sandbox.environment()["SLACK_APP_TOKEN"])
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await soon(lambda: sandbox.slack.sockets.connections > before)
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def soon(look: Callable[[], T]) -> T:
    """The first true thing that `look` returns, within two seconds."""
    for _ in range(200):
        if found := look():
            return found
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen within two seconds")


def picture(width: int = 640, height: int = 400, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind)
    return out.getvalue()
