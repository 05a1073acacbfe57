"""Who goes first at the database: who waits for an acknowledgement, then whoever has had least, then the oldest.

Slack gives us three seconds, and a thousand sets may be on their way (DESIGN 6). Work that is not urgent therefore
takes slots, a few at once, and none while somebody waits; what is urgent never waits for a slot. Oldest first, so that
some are done while others have not begun; but in portions, so that a set of 40 shots keeps no single picture waiting.
"""

import asyncio
import heapq
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count

PORTION = 20  # transactions; from the request to the plan it takes fewer
PATIENCE_SECONDS = 0.1  # between two slots that are given although somebody waits: Slack itself may be slow


@dataclass
class _Work:
    """What was begun together: a request and all that follows from it."""

    order: int = 0
    used: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        return self.used // PORTION, self.order


_URGENT = _Work()


class Precedence:
    """`slots`: how many transactions that are not urgent may be open at once."""

    def __init__(self, slots: int = 4) -> None:
        self._free = slots
        self._urgent = 0
        self._work: ContextVar[_Work | None] = ContextVar("work", default=None)
        self._holder: ContextVar[asyncio.Task[object] | None] = ContextVar("holder", default=None)
        self._orders, self._arrivals = count(1), count()
        self._waiting: list[tuple[tuple[int, int], int, asyncio.Future[None]]] = []
        self._alarm: asyncio.TimerHandle | None = None

    @contextmanager
    def urgent(self) -> Iterator[None]:
        """Somebody waits for the body to end."""
        self._urgent += 1
        token = self._work.set(_URGENT)
        try:
            yield
        finally:
            self._work.reset(token)
            self._urgent -= 1
            self._hand_out()

    @contextmanager
    def work(self) -> Iterator[None]:
        """The body, and all that it begins, is one work; within another it is part of that one."""
        is_part = self._work.get() not in (None, _URGENT)
        token = None if is_part else self._work.set(_Work(next(self._orders)))
        try:
            yield
        finally:
            if token:
                self._work.reset(token)

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """For one transaction; within another of the same task it is the same slot."""
        work, task = self._work.get(), asyncio.current_task()
        if work is _URGENT or (task and self._holder.get() is task):
            yield
            return
        await self._taken(work or _Work())
        token = self._holder.set(task)
        try:
            yield
        finally:
            self._holder.reset(token)
            self._free += 1
            self._hand_out()

    async def _taken(self, work: _Work) -> None:
        work.used += 1
        if self._free and not self._urgent and not self._waiting:
            self._free -= 1
            return
        given: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (work.rank, next(self._arrivals), given))
        self._hand_out()
        try:
            await given
        except asyncio.CancelledError:
            if given.done() and not given.cancelled():
                self._free += 1
                self._hand_out()
            raise

    def _hand_out(self, *, anyway: bool = False) -> None:
        while self._waiting and self._free and (anyway or not self._urgent):
            given = heapq.heappop(self._waiting)[2]
            if not given.done():
                self._free -= 1
                given.set_result(None)
                anyway = False
        if self._waiting and self._urgent and self._alarm is None:
            self._alarm = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._late)

    def _late(self) -> None:
        self._alarm = None
        self._hand_out(anyway=True)
