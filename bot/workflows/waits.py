"""Calls that wait: for their turn, or for an image service that does not answer. People are told, and may cancel.

In memory: a process that starts anew finds out by its own first call that the service is away.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import structlog

from bot.domain import Kind, SetState, Waiting
from bot.errors import BotError, Busy, Cancelled, ProviderError, Unavailable
from bot.workflows.jobs import Job
from bot.workflows.retries import Patience, Retries
from bot.workflows.show import Show
from storage.clock import Clock, utc_now
from storage.iterations import IterationState
from storage.store import Store

LOOK_SECONDS = 1.0  # how soon a wait ends after Cancel
CANCELLED = "Cancelled before it was drawn; nothing was charged for it."

T = TypeVar("T")

log = structlog.get_logger()


@dataclass
class _Outage:
    """One model's, as the calls that wait for it see it."""

    told: Waiting
    calls: set[str] = field(default_factory=set)


class Waits:
    """`of` is what the root messages of sets say; a picture that is drawn again says it where it will stand."""

    def __init__(
        self,
        store: Store,
        show: Show,
        retries: Retries | None = None,
        look: float = LOOK_SECONDS,
        clock: Clock = utc_now,
    ) -> None:
        self._store, self._show, self._look, self.clock = store, show, look, clock
        self.retries = retries or Retries()
        self._outages: dict[str, _Outage] = {}
        self._answered: dict[str, datetime] = {}
        self._looked: dict[str, tuple[float, bool]] = {}

    def of(self, model: str) -> Waiting | None:
        """Since when the service has drawn nothing with this model, while calls wait for it."""
        outage = self._outages.get(model)
        return outage.told if outage else None

    @asynccontextmanager
    async def turn(self, job: Job, turn: AbstractAsyncContextManager[None]) -> AsyncIterator[None]:
        """The turn, for the body; Cancel ends the wait for it."""
        async with AsyncExitStack() as exits:
            await self.unless_cancelled(job, exits.enter_async_context(turn), even_if_begun=False)
            yield

    @contextmanager
    def between(self, job: Job, model: str) -> Iterator["Wait"]:
        """How one call waits between its tries."""
        try:
            yield Wait(self, job, model)
        except BaseException:
            self._leave(job, model)
            raise
        else:
            self._answered[model] = self.clock()
            self._outages.pop(model, None)  # the service draws: whoever still waits tries soon

    async def begin(self, job: Job, model: str, since: datetime, *, is_limit: bool) -> None:
        """A long wait of a call that has failed since then, perhaps while others were drawn."""
        since = max(since, self._answered.get(model, since))
        outage = self._outages.setdefault(model, _Outage(Waiting(since)))
        outage.told = Waiting(min(since, outage.told.since), is_limit)
        outage.calls.add(job.call_id)
        if job.is_redo and not job.take:
            with suppress(BotError):
                await self._tell(job, outage.told)

    async def _tell(self, job: Job, told: Waiting) -> None:
        shot_set = await self._store.sets.get_set(job.set_id)
        what = f"#{job.number}" if shot_set.request.kind is Kind.SCENES else "the picture"
        await self._show.working(job.post_id(), shot_set.place, f"Drawing {what} again …", told)

    def _leave(self, job: Job, model: str) -> None:
        outage = self._outages.get(model)
        if outage:
            outage.calls.discard(job.call_id)
            if not outage.calls:
                del self._outages[model]

    async def unless_cancelled(self, job: Job, body: Awaitable[T], *, even_if_begun: bool = True) -> T:
        """The result of `body`, which only waits; Cancelled as soon as somebody has cancelled what the job is for.

        What an earlier process had begun is not cancelled by waiting for a turn: its answer may be paid for.
        """
        waiting = asyncio.ensure_future(body)
        try:
            while not (await asyncio.wait({waiting}, timeout=self._look))[0]:
                if not await self._is_cancelled(job):
                    continue
                if even_if_begun or not await self._store.ledger.attempts_of(job.call_id):
                    raise Cancelled(CANCELLED)
            return waiting.result()
        finally:
            if not waiting.done():
                waiting.cancel()
                await asyncio.wait({waiting})

    async def _is_cancelled(self, job: Job) -> bool:
        """Asked once for all calls of a set."""
        asked, answer = self._looked.get(job.iteration_id, (0.0, False))
        if time.monotonic() - asked < self._look / 2:
            return answer
        with suppress(Unavailable):
            answer = await self._look_up(job)
        self._looked = {key: each for key, each in self._looked.items() if each[0] > time.monotonic() - self._look}
        self._looked[job.iteration_id] = time.monotonic(), answer
        return answer

    async def _look_up(self, job: Job) -> bool:
        if job.is_redo:
            return (await self._store.iterations.get_iteration(job.iteration_id)).state is IterationState.CANCELLED
        return await self._store.sets.state_of(job.set_id) in (SetState.CANCELLING, SetState.CANCELLED)


class Wait:
    """One call's, between its tries."""

    def __init__(self, waits: Waits, job: Job, model: str) -> None:
        self._waits, self._job, self._model = waits, job, model
        self._patience = Patience(waits.retries)
        self._since: datetime | None = None

    async def out(self, error: ProviderError) -> bool:
        """Wait until the call should be made again; False when it should not be. Raises Cancelled."""
        seconds = self._patience.wait_after(error)
        if seconds is None:
            return False
        self._since = self._since or self._waits.clock()
        log.info("waiting for the image service", call=self._job.call_id, seconds=seconds, error=error.sentence)
        if self._patience.is_long:
            is_limit = isinstance(error, Busy) and error.retry_after is not None
            await self._waits.begin(self._job, self._model, self._since, is_limit=is_limit)
        await self._waits.unless_cancelled(self._job, asyncio.sleep(seconds))
        return True
