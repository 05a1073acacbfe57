"""Who may call the provider next: people take turns, so that nobody's backlog keeps another's picture waiting.

One rule for one process and for many. What waits here is durable in the engine, and after a restart it queues again.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Protocol

from storage.turns import Turn

MINUTE = 60.0


@dataclass(frozen=True)
class Limits:
    """At most `at_once` calls in the air, `per_workspace` of one workspace, `per_minute` pictures begun (0: any)."""

    at_once: int
    per_workspace: int
    per_minute: int = 0


class Turns(Protocol):
    @property
    def waiting(self) -> int:
        """Calls that wait in this process."""

    def turn(self, workspace: str, person: str, pictures: int = 1) -> AbstractAsyncContextManager[None]:
        """Wait for a turn and keep it for the body."""


def next_turns(limits: Limits, turns: Sequence[Turn], now: float) -> list[str]:
    """The ids of the waiting turns that begin now: of each person the oldest, and first whose last turn is longest ago.

    A call for more pictures than a minute allows may go alone: otherwise it would wait for ever.
    """
    in_air = Counter(turn.workspace for turn in turns if turn.begun is not None and turn.ended is None)
    pictures = sum(turn.pictures for turn in turns if turn.begun is not None and turn.begun > now - MINUTE)
    last = {_person(turn): turn.begun for turn in sorted(turns, key=lambda turn: turn.begun or 0.0) if turn.begun}
    waiting = [turn for turn in turns if turn.begun is None]
    begin: list[str] = []

    def may(turn: Turn) -> bool:
        fits = not limits.per_minute or pictures == 0 or pictures + turn.pictures <= limits.per_minute
        return fits and in_air[turn.workspace] < limits.per_workspace

    while in_air.total() < limits.at_once:
        allowed = [turn for turn in waiting if may(turn)]
        if not allowed:
            break
        chosen = min(allowed, key=lambda turn: (last.get(_person(turn), 0.0), turn.asked))
        waiting.remove(chosen)
        begin.append(chosen.id)
        in_air[chosen.workspace] += 1
        pictures += chosen.pictures
        last[_person(chosen)] = now + len(begin) * 1e-6  # also among those that begin now, people take turns
    return begin


def _person(turn: Turn) -> tuple[str, str]:
    return turn.workspace, turn.person


class OwnTurns:
    """Turns of one process alone, in memory."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock = limits, clock
        self._turns: dict[str, Turn] = {}
        self._ready: dict[str, asyncio.Future[None]] = {}
        self._alarm: asyncio.TimerHandle | None = None
        self._numbers = count()

    @property
    def waiting(self) -> int:
        return len(self._ready)

    @asynccontextmanager
    async def turn(self, workspace: str, person: str, pictures: int = 1) -> AsyncIterator[None]:
        number = str(next(self._numbers))
        self._turns[number] = Turn(number, workspace, person, pictures, self._clock())
        ready = self._ready[number] = asyncio.get_running_loop().create_future()
        self._hand_out()  # takes it out of those that wait, perhaps at once
        try:
            await ready
            yield
        finally:
            self._give_back(number)

    def _give_back(self, number: str) -> None:
        if self._ready.pop(number, None):  # cancelled while it waited
            del self._turns[number]
        else:
            self._turns[number] = replace(self._turns[number], ended=self._clock())
        self._hand_out()

    def _hand_out(self) -> None:
        now = self._clock()
        self._turns = {
            number: turn for number, turn in self._turns.items() if turn.ended is None or turn.ended > now - MINUTE
        }
        for number in next_turns(self._limits, list(self._turns.values()), now):
            self._turns[number] = replace(self._turns[number], begun=now)
            if not (ready := self._ready.pop(number)).done():  # cancelled in this moment
                ready.set_result(None)
        self._wake_later(now)

    def _wake_later(self, now: float) -> None:
        """When the oldest picture of the last minute leaves it."""
        if self._alarm:
            self._alarm.cancel()
            self._alarm = None
        begun = [turn.begun for turn in self._turns.values() if turn.begun is not None and turn.begun > now - MINUTE]
        if self._ready and self._limits.per_minute and begun:
            wait = max(0.01, min(begun) + MINUTE - now)
            self._alarm = asyncio.get_running_loop().call_later(wait, self._hand_out)
