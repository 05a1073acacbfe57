"""Which processes live, and who takes over the work of the dead. Only on PostgreSQL: a SQLite file has one process.

Every few seconds each process says that it lives, and looks for work in the hands of others that are gone: left on
purpose, or not seen for `ttl`. Looking again and again, instead of once per death, survives the death of who looks.

A process that was itself late (frozen, or cut off from the database) might take others for dead that were only as late
as it was: it judges nobody until it has been on time for a whole `ttl`. The same goes for one that has just started.

A process may also die between recording a request and beginning its work: `resume` begins what nobody has begun.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

from bot.errors import Unavailable
from bot.workflows.engine import Engine
from storage.executors import Executors

BEAT_SECONDS = 5.0

log = structlog.get_logger()


class Liveness:
    def __init__(
        self,
        executors: Executors,
        engine: Engine,
        me: str,
        ttl: float,
        resume: Callable[[], Awaitable[None]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._executors, self._engine, self._me = executors, engine, me
        self._resume, self._resumed = resume, clock()
        self._ttl, self._beat, self._clock = ttl, min(BEAT_SECONDS, ttl / 4), clock
        self._on_time_since = clock()

    async def begin(self) -> None:
        """Be seen before taking any work."""
        await self._executors.beat(self._me)
        self._on_time_since = self._clock()

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """Beat for the body."""
        task = asyncio.create_task(self._go_on())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def leave(self) -> None:
        """After the last work is done or left: others need not wait for `ttl`."""
        try:
            await self._executors.leave(self._me)
        except Unavailable:
            log.warning("could not say that this process leaves; others find out", executor=self._me)

    async def _go_on(self) -> None:
        while True:
            await asyncio.sleep(self._beat)
            try:
                await self.round()
            except Exception:
                log.exception("a round of liveness failed; the next one follows", executor=self._me)

    async def round(self) -> None:
        """One beat, and one look at the others."""
        if await self._executors.beat(self._me) > self._ttl / 2:
            self._on_time_since = self._clock()
            log.warning("this process was late, and judges no other for a while", executor=self._me)
        if dead := self._dead(await self._executors.seen(), await self._engine.owners()):
            log.warning("taking over the work of processes that are gone", executors=sorted(dead))
            await self._engine.recover(dead)
        if self._clock() - self._resumed > self._ttl:
            self._resumed = self._clock()
            await self._resume()

    def _dead(self, seen: dict[str, float], owners: set[str]) -> set[str]:
        left = owners - seen.keys()
        if self._clock() - self._on_time_since < self._ttl:
            return left
        return left | {owner for owner in owners & seen.keys() if seen[owner] > self._ttl}
