"""Ana, by the sandbox's control calls. What Slack would tell her to try again, she tries again."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.faults.studio import grain
from tests.sandbox.server import Sandbox
from tests.slack_driving import Json, Outside, someone_outside

USER, CHANNEL = "ana", "general"
PATIENCE = 30.0
PHOTO = (832, 1024, 7)


class Ana:
    def __init__(self, outside: Outside) -> None:
        self._outside = outside

    async def command(self, command: str, text: str) -> Json:
        return await self._outside.post("command", user=USER, channel=CHANNEL, command=command, text=text)

    async def click(self, ts: str, action_id: str, **which: Any) -> bool:
        pressed = await self._outside.post("click", user=USER, channel=CHANNEL, ts=ts, action_id=action_id, **which)
        return bool(pressed.get("acked"))

    async def adds_character(self, name: str) -> None:
        """By the form of /cast, with a photo; returns when the form was taken."""
        await self.command("/cast", f"add {name}")
        view = await self._form()
        photo = grain(*PHOTO)
        fields = {"user": USER, "view_id": view["id"], "values": "{}"}
        response = await self._outside.http.post(
            "/sandbox/submit", data=fields, files={_file_field(view): (f"{name}.png", photo, "image/png")}
        )
        taken = response.json()
        if not taken.get("closed"):
            raise AssertionError(f"the form was not taken: {json.dumps(taken)[:400]}")

    async def is_told_of(self, name: str) -> bool:
        """That the character joined the cast, for her eyes only."""
        return any(m.get("is_ephemeral") and f"@{name} " in m["text"] for m in await self.messages())

    async def messages(self, **where: str) -> list[Json]:
        return await self._outside.messages(CHANNEL, user=USER, **where)

    async def root(self, words: str) -> Json | None:
        """The newest root message of the bot that has these words."""
        found = [m for m in await self.messages() if m.get("bot_id") and words in json.dumps(m, ensure_ascii=False)]
        return found[-1] if found else None

    async def thread(self, ts: str) -> list[Json]:
        return (await self.messages(thread_ts=ts))[1:]

    async def _form(self) -> Json:
        for _ in range(200):
            if view := (await self._outside.get("view", user=USER)).get("view"):
                return dict(view)
            await asyncio.sleep(0.02)
        raise AssertionError("the form did not open")


def _file_field(view: Json) -> str:
    inputs = (b for b in view["blocks"] if b.get("element", {}).get("type") == "file_input")
    return str(next(inputs)["block_id"])


@asynccontextmanager
async def somebody(sandbox: Sandbox) -> AsyncIterator[Ana]:
    async with someone_outside(sandbox) as outside:
        yield Ana(outside)


def buttons(message: Json) -> dict[str, Json]:
    """A message's buttons by action id."""
    rows = (block["elements"] for block in message.get("blocks", []) if block["type"] == "actions")
    return {element["action_id"]: element for row in rows for element in row if element["type"] == "button"}


async def until_true(look: Any, seconds: float = PATIENCE, every: float = 0.05) -> Any:
    """The first true thing that `look` gives; None when it never comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := await look():
            return found
        await asyncio.sleep(every)
    return None
