"""Conversations as tests write them: people type, press and fill in; the bot is seen to plan, draw and finish.

All goes through the sandbox's control calls, so that a test knows no more than somebody in front of Slack. Every wait
has a deadline, and says at its end what was seen instead.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import httpx

from tests.sandbox.knobs import Knobs
from tests.sandbox.server import Sandbox
from tests.seen import Json, PaidCall, Photo, Seen, SeenSet, photo

SOON = 10.0  # seconds until something that should happen must have happened
LOOK_EVERY = 0.04
OVER = (", done: ", ", cancelled: ", " could not be drawn: ")

QUICK: Json = {
    "latency": {"fixed": 0.05},
    "slack": {"file_processing": 0.05, "web_api": 0.0, "rate_limits": False, "retry_after": [0.1, 0.2, 0.2]},
}

T = TypeVar("T")


async def eventually(look: Callable[[], Awaitable[T | None]], what: Callable[[], str], within: float = SOON) -> T:
    """The first true thing that `look` gives; `what` says at the deadline what is missing."""
    until = time.monotonic() + within
    while not (found := await look()):
        assert time.monotonic() < until, f"within {within:.0f} s, not seen: {what()}"
        await asyncio.sleep(LOOK_EVERY)
    return found


class World:
    """The sandbox as seen from outside; `begun` is the first call of the test that is running. `request_url`: where
    Slack calls the bot, when not by Socket Mode."""

    def __init__(self, sandbox: Sandbox, request_url: str | None = None) -> None:
        self.sandbox = sandbox
        self._request_url = request_url
        self._http = httpx.AsyncClient(base_url=sandbox.url, timeout=10, trust_env=False)
        self.begun = 0

    async def close(self) -> None:
        await self._http.aclose()

    async def calm(self) -> None:
        """Everything works, and quickly."""
        usual = Knobs().model_dump()
        await self.post("settings", {**usual, "slack": {**usual["slack"], "request_url": self._request_url}})
        await self.post("settings", QUICK)
        self.begun = len(self.sandbox.journal.calls())

    async def get(self, call: str, **given: str) -> Json:
        answer = await self._http.get(f"/sandbox/{call}", params=given)
        assert answer.status_code < 300, answer.text
        return dict(answer.json())

    async def post(self, call: str, given: Json, *photos: Photo) -> Json:
        if photos:
            parts = [("file", (each.name, each.data)) for each in photos]
            form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in given.items()}
            answer = await self._http.post(f"/sandbox/{call}", data=form, files=parts)
        else:
            answer = await self._http.post(f"/sandbox/{call}", json=given)
        assert answer.status_code < 300, answer.text
        return dict(answer.json())

    async def messages(self, channel: str, user: str, thread_ts: str = "") -> list[Seen]:
        where = {"channel": channel, "user": user} | ({"thread_ts": thread_ts} if thread_ts else {})
        return [Seen(body, channel) for body in (await self.get("messages", **where))["messages"]]

    async def picture(self, address: str) -> bytes:
        return (await self._http.get(address)).content

    async def calls(self, about: str = "", *, ever: bool = False) -> list[PaidCall]:
        """The image calls of this test (or ever), in the order of their arrival; `about`: words of their prompts."""
        since = 0 if ever else self.begun
        found = (await self.get("calls", since=str(since), target="images"))["calls"]
        return [call for call in map(PaidCall, found) if about.casefold() in call.prompt.casefold()]

    async def fails(self, kind: str, target: str = "images", **more: object) -> None:
        """The next call that fits goes wrong."""
        await self.post("faults", {"target": target, "kind": kind, **more})

    async def sets(self, **settings: Json) -> None:
        """Other latencies or capabilities, until the end of the test."""
        await self.post("settings", settings)


@dataclass(frozen=True)
class Sent:
    """What became of a form: closed, or complaints by field."""

    is_closed: bool
    errors: dict[str, str]


class Person:
    """Somebody in front of Slack."""

    def __init__(self, world: World, name: str) -> None:
        self._world, self.name = world, name
        self._acted = "0"

    async def types(self, line: str, channel: str = "general") -> Seen:
        """A slash command, or a message. Gives the answer that only this person sees at once, or the message."""
        if not line.startswith("/"):
            return await self.says(line, channel=channel)
        command, _, text = line.partition(" ")
        answer = await self._acts("command", channel=channel, command=command, text=text)
        assert answer["ok"], f"{line}: {answer.get('error')}"
        return Seen(answer["response"] or {}, channel)

    async def says(self, text: str, *photos: Photo, channel: str = "general", under: Seen | None = None) -> Seen:
        where = {"channel": channel} | ({"thread_ts": under.ts} if under else {})
        answer = await self._acts("say", *photos, text=text, **where)
        return Seen(answer, channel)

    async def casts(self, name: str, *photos: Photo, channel: str = "general", **fields: object) -> None:
        """A character, by the form of /cast."""
        await self.types(f"/cast add {name}", channel)
        sent = await self.fills(*(photos or (photo(name),)), **fields)
        assert sent.is_closed, sent.errors
        await self.hears(f"@{name}* joined the cast", channel)

    async def uploads(self, file: Photo, text: str = "", channel: str = "general") -> Seen:
        return await self.says(text, file, channel=channel)

    async def presses(self, button: str, on: Seen) -> None:
        """The button whose words begin so: prices stand behind some."""
        found = [words for words in on.buttons if words == button or words.startswith(f"{button} (")]
        assert len(found) == 1, f"there is not one button {button}, but {list(on.buttons)}"
        element = on.buttons[found[0]]
        answer = await self._acts("click", action_id=element["action_id"], block_id=element["block_id"], **on.place)
        assert answer["acked"], answer

    async def chooses(self, option: str, on: Seen) -> None:
        """From the menu behind ⋯."""
        assert option in on.menus, f"there is no {option}, but {list(on.menus)}"
        menu, value = on.menus[option]
        where = {"action_id": menu["action_id"], "block_id": menu["block_id"], "value": value}
        assert (await self._acts("select", **where, **on.place))["acked"]

    async def uses(self, shortcut: str, on: Seen) -> None:
        """A shortcut of a message's menu, by its callback id."""
        await self._acts("shortcut", callback_id=shortcut, channel=on.channel, ts=on.ts)

    async def form(self, saying: str = "") -> Seen:
        """The form in front of this person, once it holds these words."""
        last = Seen()

        async def look() -> Seen | None:
            nonlocal last
            last = Seen((await self._world.get("view", user=self.name))["view"] or {})
            return last if last.body and saying in f"{last.words}\n{last.body['title']['text']}" else None

        return await eventually(look, lambda: f"a form with “{saying}”; there is: {last.words or 'no form'}")

    async def has_form(self) -> bool:
        return (await self._world.get("view", user=self.name))["view"] is not None

    async def changes(self, **fields: object) -> None:
        """Fields of the open form, one by one, as somebody types; the bot hears of each."""
        view = await self.form()
        for name, value in fields.items():
            await self._acts("input", view_id=view.body["id"], action_id=name, value=value)

    async def fills(self, *photos: Photo, **fields: object) -> Sent:
        """The open form, and sends it."""
        view = await self.form()
        answer = await self._acts("submit", *photos, view_id=view.body["id"], values=fields)
        return Sent(bool(answer["closed"]), answer.get("errors", {}))

    async def closes_form(self) -> None:
        await self._acts("close", view_id=(await self.form()).body["id"])

    async def hears(self, words: str, channel: str = "general", under: Seen | None = None) -> Seen:
        """Something that only this person sees, since what the person did last."""
        seen: list[Seen] = []

        async def look() -> Seen | None:
            nonlocal seen
            messages = await self._world.messages(channel, self.name, under.ts if under else "")
            seen = [m for m in messages if m.body.get("is_ephemeral") and m.ts > self._acted]
            return next((m for m in seen if words in m.words), None)

        return await eventually(look, lambda: f"{self.name} hears “{words}”; heard: {[m.words for m in seen]}")

    async def reads(self, words: str, channel: str = "general", under: Seen | None = None) -> Seen:
        """A message that everybody in the channel sees, since what the person did last."""
        seen: list[Seen] = []

        async def look() -> Seen | None:
            nonlocal seen
            messages = await self._world.messages(channel, self.name, under.ts if under else "")
            seen = [m for m in messages if not m.body.get("is_ephemeral") and m.ts > self._acted]
            return next((m for m in seen if words in m.words), None)

        return await eventually(look, lambda: f"{self.name} reads “{words}”; stands there: {[m.words for m in seen]}")

    async def opens_home(self) -> Seen:
        return Seen((await self._world.get("home", user=self.name))["view"])

    async def _acts(self, call: str, *photos: Photo, **given: object) -> Json:
        self._acted = self._world.sandbox.workspace.new_ts()
        return await self._world.post(call, {"user": self.name, **given}, *photos)


class Bot:
    """Easel as people see it."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def finishes(self, title: str, *, saying: str = "", channel: str = "general", to: str = "ana") -> SeenSet:
        """The set of this title, once it is over; `saying`: and once its root says so."""
        return await self._root(title, OVER, saying, channel, to)

    async def plans(self, title: str, *, saying: str = "", channel: str = "general", to: str = "ana") -> SeenSet:
        """… once it waits for a press on Draw."""
        return await self._root(title, (", planned: ",), saying, channel, to)

    async def draws(self, title: str, *, saying: str = "", channel: str = "general", to: str = "ana") -> SeenSet:
        """… while it is being drawn."""
        return await self._root(title, (" drawn",), saying, channel, to)

    async def shows(self, label: str, of: SeenSet, to: str = "ana") -> Seen:
        """The card of a version, once it stands in the set's thread."""

        async def look() -> Seen | None:
            thread = await self._world.messages(of.root.channel, to, of.root.ts)
            return next((m for m in thread if f"*{label}*" in m.words and "Redo" in m.buttons), None)

        return await eventually(look, lambda: f"the card {label} under “{of.root.text}”")

    async def roots(self, title: str, channel: str = "general", to: str = "ana") -> list[Seen]:
        """The root messages with this title, oldest first."""
        messages = await self._world.messages(channel, to)
        mine = [m for m in messages if m.body.get("bot_id") and not m.body.get("is_ephemeral")]
        return [m for m in mine if m.text.casefold().startswith(title.casefold())]

    async def _root(self, title: str, states: tuple[str, ...], saying: str, channel: str, to: str) -> SeenSet:
        last: list[Seen] = []

        async def look() -> SeenSet | None:
            nonlocal last
            # Once the root is there only its thread is looked at: the channel grows with every test.
            last = last[:1] or (await self.roots(title, channel, to))[-1:]
            last = await self._world.messages(channel, to, last[0].ts) if last else []
            is_there = last and saying in last[0].words and any(state in last[0].text for state in states)
            return SeenSet(last[0], tuple(last[1:])) if is_there else None

        wanted = f"“{title}” in {channel} with one of {states} {saying}"
        return await eventually(look, lambda: f"{wanted}; seen: {[(m.text, m.words) for m in last] or 'no such root'}")
