"""Turns over all processes: the provider counts what all of them send, so they share one table of turns.

A fixed share for each process would be simpler, but a set is drawn by the process that was asked: with three processes
a set of eight would be drawn two or three at a time while the others' shares lie idle. Here one short transaction
decides (a few milliseconds, against calls of ten seconds and more) by the same rule as in one process, so people take
turns over all of them. Turns of a process that died count until its heartbeat is too old.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from uuid import uuid4

import structlog

from bot.workflows.turns import Limits, next_turns
from storage.turns import Turn, TurnTable

LOOK_SECONDS = 0.25  # until a turn that another process has handed out is noticed
PAUSE_SECONDS = 1.0  # when the table cannot be reached

log = structlog.get_logger()


class SharedTurns:
    def __init__(self, table: TurnTable, limits: Limits) -> None:
        self._table = table
        self._limits = limits
        self._waiting: dict[str, tuple[Turn, asyncio.Future[None]]] = {}
        self._over: set[str] = set()
        self._news = asyncio.Event()
        self._asking: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, workspace: str, person: str, pictures: int = 1) -> AsyncIterator[None]:
        turn = Turn(uuid4().hex, workspace, person, pictures, 0.0)
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[turn.id] = turn, ready
        self._ask()
        try:
            await ready
            yield
        finally:
            self._waiting.pop(turn.id, None)
            self._over.add(turn.id)
            self._ask()

    async def close(self) -> None:
        if self._asking:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    def _ask(self) -> None:
        self._news.set()
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._go_on_asking())

    async def _go_on_asking(self) -> None:
        while self._waiting or self._over:
            self._news.clear()
            try:
                await self._exchange()
            except Exception:
                log.exception("turns could not be asked for; trying again")
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if self._waiting:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), LOOK_SECONDS)

    async def _exchange(self) -> None:
        over = set(self._over)
        waiting = [turn for turn, _ in self._waiting.values()]
        begun = await self._table.exchange(waiting, over, partial(next_turns, self._limits))
        self._over -= over
        for turn_id in begun:
            if turn_id in self._waiting:
                _, ready = self._waiting.pop(turn_id)
                if not ready.done():  # cancelled in this moment
                    ready.set_result(None)
