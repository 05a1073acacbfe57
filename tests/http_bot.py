"""The bot as a process of its own that Slack calls over HTTP; its log is read as the JSON that it is."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp

from handlers.manifest import EVENTS_PATH
from tests.faults.child import START_SECONDS, Child
from tests.quick_studio import QuickStudio
from tests.sandbox.server import Sandbox
from tests.sandbox.slack.signed_http import signature

Json = dict[str, Any]
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


class HttpBot(Child):
    def __init__(self, sandbox: Sandbox, folder: Path, **settings: str) -> None:
        by_http = {"SLACK_MODE": "http", "HTTP_PORT": "0", "LOG_FORMAT": "json", "LOG_LEVEL": "DEBUG"}
        super().__init__(sandbox, folder, **{**by_http, **settings})
        self.address = ""

    @property
    def request_url(self) -> str:
        return f"{self.address}{EVENTS_PATH}"

    async def is_ready(self) -> None:
        until = time.monotonic() + START_SECONDS
        while not (self.address and await self.status("/readyz") == 200):
            assert time.monotonic() < until, f"not ready; the last words:\n{self.last_words()}"
            await asyncio.sleep(0.05)
            listening = [line["address"] for line in self.lines() if line["event"] == "listening"]
            self.address = listening[-1] if listening else ""

    async def status(self, path: str) -> int:
        return (await self.get(path))[0]

    async def get(self, path: str) -> tuple[int, str]:
        try:
            async with aiohttp.ClientSession() as http, http.get(self.address + path) as response:
                return response.status, await response.text()
        except aiohttp.ClientConnectionError:
            return 0, ""

    def lines(self) -> list[Json]:
        """All of its log; every line must be JSON."""
        if not self.log.exists():
            return []
        return [dict(json.loads(line)) for line in self.log.read_text(encoding="utf-8").splitlines() if line]

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def ends(self) -> int:
        assert self._process is not None
        return await self._process.wait()


def headers_for(body: str, content_type: str = JSON, at: float | None = None) -> dict[str, str]:
    """As Slack signs."""
    timestamp = str(int(at or time.time()))
    return {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature(body, timestamp),
    }


def written(payload: Mapping[str, Any]) -> tuple[str, str]:
    """A payload's body and content type, as Slack sends its kind."""
    if "command" in payload:
        fields = {key: value if isinstance(value, str) else json.dumps(value) for key, value in payload.items()}
        return urlencode(fields, errors="surrogatepass"), FORM
    if payload.get("type") in ("event_callback", "url_verification"):
        return json.dumps(payload), JSON
    return urlencode({"payload": json.dumps(payload)}), FORM


@asynccontextmanager
async def http_bot(folder: Path, **settings: str) -> AsyncIterator[tuple[Sandbox, HttpBot]]:
    """A sandbox of its own, with the bot on it."""
    sandbox = Sandbox(studio=QuickStudio())
    await sandbox.start()
    bot = HttpBot(sandbox, folder, **settings)
    try:
        await bot.start()
        yield sandbox, bot
    finally:
        await bot.stop()
        await sandbox.stop()
