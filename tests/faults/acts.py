"""What is disturbed: each act asks for something, lets the killer have its way, and waits for the end.

An act accepts only what Slack has been told is accepted: a command that the kill swallowed is asked again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence

from tests.faults.child import Child
from tests.faults.moments import Moment, early_moment, fetching_moment, in_a_picture, moment
from tests.faults.people import Ana, buttons, until_true
from tests.sandbox.server import Sandbox
from tests.slack_driving import Json

PLACES = ("cover", "at the window", "in the rain", "on a bicycle", "with an umbrella", "thumbs up")
Ask = Callable[[], Awaitable[object]]
IsOver = Callable[[], Awaitable[object]]


class Troupe:
    """Plays acts against one bot; `killed` counts all kills so far. `tell` gets a line per kill."""

    def __init__(
        self, sandbox: Sandbox, child: Child, ana: Ana, seed: int, tell: Callable[[str], None] = lambda line: None
    ) -> None:
        self._sandbox, self.child, self._ana, self._tell = sandbox, child, ana, tell
        self._chance = random.Random(seed)
        self._number = 0

    @property
    def killed(self) -> int:
        return len(self.child.kills)

    async def a_set(self, kills: int) -> None:
        await self._set_of_six([moment(self._chance) for _ in range(kills)])

    async def a_plan(self, kills: int) -> None:
        """Killed while it is read, planned, priced, and its root message posted."""
        await self._set_of_six([early_moment(self._chance) for _ in range(kills)])

    async def a_character(self, kills: int) -> None:
        name = f"maya{self._next()}"
        moments = [fetching_moment(self._chance) for _ in range(kills)]
        over = await self._disturbed(
            moments, lambda: self._ana.adds_character(name), lambda: self._ana.is_told_of(name)
        )
        assert over, f"@{name} never joined the cast; the bot's last words:\n{self.child.last_words()}"

    async def a_redo(self, kills: int) -> None:
        """Of one shot of a finished set."""
        root = await self._set_of_six([])
        cards = [m for m in await self._ana.thread(root["ts"]) if "shot_redo" in buttons(m)]
        card = self._chance.choice(cards)

        async def again() -> None:
            value = buttons(card)["shot_redo"]["value"]
            assert await self._ana.click(card["ts"], "shot_redo", value=value), "Redo was not acknowledged"

        async def is_shown() -> object:
            thread = await self._ana.thread(root["ts"])
            shown = len([m for m in thread if "shot_redo" in buttons(m)])
            if shown != len(cards) + 1:
                return False
            roots = [m["text"] for m in await self._ana.messages() if m["ts"] == root["ts"]]
            return f"{shown} pictures" in roots[0]  # the root is told last

        moments = [moment(self._chance, pictures=1) for _ in range(kills)]
        assert await self._disturbed(moments, again, is_shown), "the redo was never shown"

    async def a_cancel(self, kills: int) -> None:
        """Cancelled while it is drawn."""
        words, text = self._brief()
        assert (await self._ana.command("/imageset", text))["ok"]
        journal = self._sandbox.journal
        await in_a_picture(self._chance, 3).comes(journal, len(journal.calls()), lambda: False)

        async def cancel() -> None:
            root = await until_true(lambda: self._root_with(words, "set_cancel"), 10)
            if root:  # it may have been too quick for us
                await self._ana.click(root["ts"], "set_cancel")

        moments = [moment(self._chance, pictures=1) for _ in range(kills)]
        assert await self._disturbed(moments, cancel, lambda: self._is_over(words)), f"{words}: not over"

    async def a_press(self, kills: int) -> None:
        """A dear set waits for Draw; killed around the press on the button."""
        words, text = self._brief()
        assert (await self._ana.command("/imageset", f"{text} --quality high"))["ok"]
        root = await until_true(lambda: self._root_with(words, "set_draw"))
        assert root, "the set never asked for Draw"

        async def press() -> None:
            assert await self._ana.click(root["ts"], "set_draw"), "Draw was not acknowledged"

        kinds: list[Callable[[random.Random], Moment]] = [early_moment, moment]
        moments = [self._chance.choice(kinds)(self._chance) for _ in range(kills)]
        assert await self._disturbed(moments, press, lambda: self._is_over(words)), f"{words}: not over"

    async def _set_of_six(self, moments: Sequence[Moment]) -> Json:
        words, text = self._brief()

        async def ask() -> None:
            assert (await self._ana.command("/imageset", text))["ok"], "the command was not acknowledged"

        over = await self._disturbed(moments, ask, lambda: self._is_over(words))
        assert over, f"{words}: not over; the bot's last words:\n{self.child.last_words()}"
        root = await self._ana.root(words)
        assert root
        return root

    async def _disturbed(self, moments: Sequence[Moment], ask: Ask, is_over: IsOver) -> object:
        """Ask, kill at each of the moments and start again, then wait until it is over."""
        since = len(self._sandbox.journal.calls())
        await ask()
        over = asyncio.create_task(until_true(is_over, 120))
        try:
            await self._kill_at(moments, since, over)
            return await over
        finally:
            over.cancel()

    async def _kill_at(self, moments: Sequence[Moment], since: int, over: asyncio.Task[object]) -> None:
        for each in moments:
            if not await each.comes(self._sandbox.journal, since, over.done):
                break
            await self.child.kill()
            self._tell(f"kill {self.killed}: {each}")
            since = len(self._sandbox.journal.calls())
            await self.child.spawn()
        await self.child.is_ready()

    async def _is_over(self, words: str) -> object:
        root = await self._ana.root(words)
        text = root["text"] if root else ""
        return any(sign in text for sign in (", done:", ", cancelled:", "could not be drawn"))

    async def _root_with(self, words: str, action_id: str) -> Json | None:
        root = await self._ana.root(words)
        return root if root and action_id in buttons(root) else None

    def _brief(self) -> tuple[str, str]:
        words = f"opens shop {self._next()}"
        return words, f"@maya {words}: {' | '.join(PLACES)} --style flat"

    def _next(self) -> int:
        self._number += 1
        return self._number
