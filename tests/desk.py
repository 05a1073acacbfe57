"""The bot's handlers at work: real slack-bolt on the sandbox; the use cases write down what they are asked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from bot.domain import (
    Character,
    Estimate,
    Form,
    Message,
    Quoted,
    SetView,
    SpendReport,
)
from handlers import UseCases, register_all
from tests.sandbox.server import Sandbox
from tests.slack_driving import Outside, bolt_app, connected, picture, running_sandbox, someone_outside, web_client
from tests.views import a_character, a_report, a_view

PNG = picture()


@dataclass
class Asked:
    """Writes down each call; `refuses` is raised by the next one."""

    calls: list[tuple[Any, ...]] = field(default_factory=list)
    refuses: Exception | None = None

    def note(self, *call: Any) -> None:
        self.calls.append(call)
        if self.refuses:
            error, self.refuses = self.refuses, None
            raise error

    async def ask(self, message: Message, *, single: bool = False) -> None:
        self.note("ask", message, single)

    async def compose(self, message: Message, form: Form) -> None:
        self.note("compose", message, form)

    async def price(self, workspace: str, user: str, channel: str, form: Form) -> Quoted:
        if not form.brief:
            return Quoted(0, None, None, problem="Say what to draw.")
        shots = len(form.shots.splitlines()) or 1
        return Quoted(shots, Estimate(41_000 * shots, 50_000 * shots, 1), None)

    async def draw(self, press: Message, set_id: str, *, draft: bool = False) -> None:
        self.note("draw", press, set_id, draft)

    async def cancel(self, press: Message, set_id: str) -> None:
        self.note("cancel", press, set_id)

    async def cancel_in_thread(self, message: Message) -> None:
        self.note("cancel_in_thread", message)

    async def plan_lines(self, set_id: str) -> tuple[str, ...]:
        return ("cover: Maya at the door", "thumbs up: a robot")

    async def edit_plan(self, press: Message, set_id: str, lines: str) -> None:
        self.note("edit_plan", press, set_id, lines)

    async def redo(self, press: Message, version_id: str, takes: int = 1) -> None:
        self.note("redo", press, version_id, takes)

    async def retry(self, press: Message, set_id: str, number: int) -> None:
        self.note("retry", press, set_id, number)

    async def original(self, press: Message, version_id: str) -> None:
        self.note("original", press, version_id)

    async def prompt_of(self, version_id: str) -> str:
        return "Purpose:\nOne finished picture with <!channel>."

    async def recent(self, workspace: str, user: str) -> tuple[SetView, ...]:
        return (a_view(),)

    async def add(self, message: Message, *given: Any) -> None:
        self.note("add", message, *given)

    async def seen_by(self, workspace: str, user: str, channel: str) -> tuple[Character, ...]:
        return (a_character(references=()),)

    async def show(self, message: Message, name: str) -> Character:
        self.note("show", message, name)
        return a_character(name, references=())

    async def retire(self, message: Message, name_or_id: str) -> Character:
        self.note("retire", message, name_or_id)
        return a_character(name_or_id)

    async def rename(self, message: Message, name: str, new: str) -> Character:
        self.note("rename", message, name, new)
        return a_character(new)

    async def spend(self, message: Message) -> SpendReport:
        return a_report()


@dataclass
class Desk:
    sandbox: Sandbox
    outside: Outside
    asked: Asked

    async def command(self, text: str, user: str = "ana", channel: str = "general") -> dict[str, Any]:
        name, _, words = text.partition(" ")
        return await self.outside.post("command", user=user, channel=channel, command=name, text=words)

    async def view(self, user: str = "ana") -> dict[str, Any]:
        return dict((await self.outside.get("view", user=user))["view"])

    async def posts(self, shown: Any, thread_ts: str | None = None) -> str:
        answer = await web_client(self.sandbox).chat_postMessage(
            channel="C0GENERAL1", text=shown.text, blocks=shown.blocks, thread_ts=thread_ts
        )
        return str(answer["ts"])

    async def click(self, ts: str, action: str, **more: Any) -> dict[str, Any]:
        return await self.outside.post("click", user="ana", channel="general", ts=ts, action_id=action, **more)

    async def only_ana_sees(self) -> list[str]:
        seen = await self.outside.messages(user="ana")
        return [message["text"] for message in seen if message.get("is_ephemeral")]

    async def soon_asked(self, number: int = 1) -> list[tuple[Any, ...]]:
        for _ in range(200):
            if len(self.asked.calls) >= number:
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        assert len(self.asked.calls) == number
        return self.asked.calls


@asynccontextmanager
async def at_the_desk() -> AsyncIterator[Desk]:
    asked = Asked()
    async with running_sandbox() as sandbox, someone_outside(sandbox) as outside:
        app = bolt_app(sandbox)
        use = cast(Any, asked)
        register_all(app, UseCases(use, use, use))
        async with connected(app, sandbox):
            yield Desk(sandbox, outside, asked)


async def says_with_photo(desk: Desk, text: str) -> None:
    await desk.outside.http.post(
        "/sandbox/say",
        data={"user": "ana", "channel": "general", "text": text},
        files={"file": ("photo.png", PNG, "image/png")},
    )
