"""When to kill. Drawn from a seed, more often where a crash is awkward: something is done, but not yet written down."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.sandbox.journal import Call, Journal

LOOK_SECONDS = 0.002


@dataclass(frozen=True)
class Moment:
    """`delay` seconds after the `nth` call of `method` has begun or ended; without a method, after now."""

    method: str = ""
    has_ended: bool = False
    nth: int = 1
    delay: float = 0.0

    async def comes(self, journal: Journal, since: int, is_over: Callable[[], bool]) -> bool:
        """Wait for it, counting from call `since`; False if all was over before."""
        while self.method and not self._is_here(journal.calls(since=since)):
            if is_over():
                return False
            await asyncio.sleep(LOOK_SECONDS)
        end = time.monotonic() + self.delay
        while (left := end - time.monotonic()) > 0:
            if is_over():
                return False
            await asyncio.sleep(min(left, 0.05))
        return True

    def _is_here(self, calls: list[Call]) -> bool:
        mine = [call for call in calls if self.method in call.method and (call.ended or not self.has_ended)]
        return len(mine) >= self.nth

    def __str__(self) -> str:
        if not self.method:
            return f"after {self.delay:.2f} s"
        edge = "end" if self.has_ended else "begin"
        return f"{self.delay * 1000:.0f} ms after the {edge} of {self.method} no. {self.nth}"


def any_moment(chance: random.Random, most: float = 4.0) -> Moment:
    return Moment(delay=chance.uniform(0, most))


def after_a_picture(chance: random.Random, pictures: int) -> Moment:
    """The provider has billed it; the answer is on its way, or being written down."""
    return Moment("images.", has_ended=True, nth=chance.randint(1, pictures), delay=chance.uniform(0, 0.12))


def in_a_picture(chance: random.Random, pictures: int) -> Moment:
    return Moment("images.", nth=chance.randint(1, pictures), delay=chance.uniform(0, 0.5))


def after_a_post(chance: random.Random, pictures: int) -> Moment:
    """Slack may have it; we do not know yet."""
    return Moment("chat.postMessage", nth=chance.randint(1, pictures), delay=chance.uniform(0, 0.05))


def after_an_edit(chance: random.Random, pictures: int) -> Moment:
    return Moment("chat.update", nth=chance.randint(1, 1 + pictures // 3), delay=chance.uniform(0, 0.05))


def in_an_upload(chance: random.Random, pictures: int) -> Moment:
    method = chance.choice(("getUploadURLExternal", "upload", "completeUploadExternal", "files.info"))
    return Moment(method, nth=chance.randint(1, pictures), delay=chance.uniform(0, 0.05))


def moment(chance: random.Random, pictures: int = 6) -> Moment:
    """In work on so many pictures."""
    kinds = (after_a_picture, in_a_picture, after_a_post, after_an_edit, in_an_upload)
    if chance.random() < 0.25:
        return any_moment(chance)
    return chance.choices(kinds, weights=(6, 3, 4, 1, 3))[0](chance, pictures)


def early_moment(chance: random.Random) -> Moment:
    """While it is planned, or its root message is posted."""
    if chance.random() < 0.5:
        return Moment(delay=chance.uniform(0, 0.25))
    return Moment("chat.", nth=1, delay=chance.uniform(0, 0.05))


def fetching_moment(chance: random.Random) -> Moment:
    """While a photo is fetched, checked and kept, and who asked is told."""
    if chance.random() < 0.5:
        return Moment(delay=chance.uniform(0, 0.1))
    return Moment("download", has_ended=chance.random() < 0.7, nth=1, delay=chance.uniform(0, 0.08))
