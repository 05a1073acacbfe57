"""The one step that costs money.

A finished call is found again before it is made again; the price is held before, and settled together with the picture
in one transaction; an answer is set aside before it is read. What stays open is a crash while a call is in the air: the
provider bills it and its picture is lost. Such an attempt is written down before it starts, so that the ledger can say
so afterwards.
"""

import hashlib
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

import structlog

from bot.domain import Estimate, Hold, Model, Outcome, Shot, ShotSet, Spend, Version
from bot.domain.ids import id_from
from bot.errors import Cancelled, Moderated, ProviderError, TakenOver, Unavailable
from bot.money.amounts import split, usd
from bot.money.budgets import month_of
from bot.money.estimates import cost
from bot.providers import Answered, Catalogue, Drawn, ImageOrder, ImageProvider, TooManyReferences
from bot.workflows.answers import Answers
from bot.workflows.jobs import Job
from bot.workflows.material import Materials
from bot.workflows.orders import order, price, sketch
from bot.workflows.outages import waiting_out
from bot.workflows.turns import Turns
from bot.workflows.waits import CANCELLED, Waits
from storage.blobs import Blobs
from storage.clock import Clock, utc_now
from storage.ledger import Attempt, attempt_id_of
from storage.store import Store

log = structlog.get_logger()


@dataclass(frozen=True)
class _Call:
    """A job with everything that it needs in hand."""

    job: Job
    shot_set: ShotSet
    shot: Shot
    model: Model
    size: str
    order: ImageOrder
    estimate: Estimate

    @property
    def hold(self) -> Hold:
        place = self.shot_set.place
        job = self.job
        session = self.shot_set.session_id
        amount = self.estimate.ceiling
        return Hold(job.call_id, place.workspace, job.user, place.channel, session, job.iteration_id, amount)

    def spend(self, attempt_id: str, outcome: Outcome, seconds: float) -> Spend:
        """A row of the ledger without price; the caller fills it in."""
        return Spend(
            id=attempt_id,
            hold_id=self.job.call_id,
            workspace=self.shot_set.place.workspace,
            user=self.job.user,
            channel=self.shot_set.place.channel,
            session_id=self.shot_set.session_id,
            iteration_id=self.job.iteration_id,
            model=self.model.name,
            size=self.size,
            quality=self.order.quality,
            pictures=0,
            prompt_hash=hashlib.sha256(self.order.prompt.encode()).hexdigest(),
            usage=None,
            price_list=self.model.price_list,
            cost=0,
            unsettled=0,
            seconds=round(seconds, 3),
            outcome=outcome,
        )


def _of_failure(spend: Spend, call: _Call, error: ProviderError) -> Spend:
    """What a call without a picture cost: its usage if that was told, perhaps its whole price if it was cut off."""
    billed = cost(call.model, error.usage) if error.usage else 0
    return replace(
        spend,
        cost=billed,
        usage=error.usage,
        unsettled=call.estimate.ceiling if error.may_be_billed and not error.usage else 0,
        request_id=error.request_id,
    )


def _charged(spend: Spend) -> str:
    if spend.cost:
        return f"It was charged: {usd(spend.cost)}."
    return "The provider may still charge for it." if spend.unsettled else "Nothing was charged for it."


async def _always() -> bool:
    return True


class PaidCalls:
    """Makes jobs into versions."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        catalogue: Catalogue,
        images: ImageProvider,
        turns: Turns,
        waits: Waits,
        budget: int | None,
        clock: Clock = utc_now,
        on_paid: Callable[[Spend], None] = lambda spend: None,
        is_ours: Callable[[], Awaitable[bool]] = _always,
    ) -> None:
        self._store, self._blobs, self._catalogue = store, blobs, catalogue
        self._on_paid, self._is_ours = on_paid, is_ours
        self._materials, self._answers = Materials(store, blobs), Answers(blobs)
        self._images, self._turns, self._waits = images, turns, waits
        self._budget, self._clock = budget, clock

    async def make(self, job: Job) -> tuple[Version, ...]:
        """The job's pictures, drawn now or before a crash. Raises BotError; then the hold is released."""
        if drawn := await self._store.versions.find_drawing(job.call_id):
            return drawn
        try:
            call = await self._call(job)
            if job.is_redo or job.take:  # the set has held the money of its first calls, all at once
                await self._hold(call)
            turn = self._turns.turn(call.shot_set.place.workspace, job.user, job.pictures)
            async with self._waits.turn(job, turn):
                await self._must_be_ours()
                attempts = await self._store.ledger.attempts_of(job.call_id)
                return await self._recover(call, attempts) or await self._draw(call, len(attempts))
        except (Unavailable, TakenOver):
            raise  # the work goes on, later or elsewhere, and so its money stays set aside
        except Exception:
            await self._store.ledger.release([job.call_id])
            raise

    async def _must_be_ours(self) -> None:
        if not await self._is_ours():
            raise TakenOver("Another process draws this now.")

    async def _hold(self, call: _Call) -> None:
        now = self._clock()
        await self._store.ledger.hold([call.hold], budget=self._budget, month=month_of(now), now=now)

    async def _call(self, job: Job) -> _Call:
        """Composed afresh: what the server takes may have been learned since the last try."""
        given = await self._materials.of(job)
        shot_set, shots = given.shot_set, given.shots
        shot = next(each for each in shots if each.id == job.shot_id)
        model = self._catalogue.get(shot_set.request.model)
        size, quality = shot_set.request.size, shot_set.quality
        abilities = self._images.abilities(model)
        made = sketch(shot_set, shot, len(shots), given.characters, given.guides, abilities)
        ready = await order(given.pictures, model, quality, size, job.pictures, made, job.user)
        estimate = price(model, quality, size, job.pictures, made)
        return _Call(job, shot_set, shot, model, str(size), ready, estimate)

    async def _recover(self, call: _Call, attempts: Sequence[Attempt]) -> tuple[Version, ...]:
        """What a crash has cut off: the answer that was set aside, if there is one; else the call was in the air."""
        for attempt in attempts:
            if attempt.is_over:
                continue
            if found := await self._answers.find(attempt.id):
                return await self._take(call, attempt.id, *found)
            lost = call.spend(attempt.id, Outcome.IN_THE_AIR, 0)
            await self._store.ledger.record(replace(lost, unsettled=attempt.estimate))
            self._on_paid(lost)
        return ()

    async def _draw(self, call: _Call, attempts: int) -> tuple[Version, ...]:
        job, first = call.job, (attempts, call.estimate.ceiling)
        await self._must_be_ours()
        if not await self._store.shots.begin_drawing(
            call.shot.id, self._clock(), call_id=job.call_id, even_if_cancelled=job.is_redo, attempt=first
        ):
            if drawn := await self._store.versions.find_drawing(job.call_id):
                return drawn  # by another process, while this one was frozen
            raise Cancelled(CANCELLED)
        with self._waits.between(job, call.model.name) as wait:
            for attempt in count(attempts):
                try:
                    return await self._try(call, attempt, is_noted=attempt == attempts)
                except TooManyReferences:
                    call = await self._call(call.job)  # smaller now: the provider has learned the limit
                except ProviderError as error:
                    if not await wait.out(error):
                        raise
        raise AssertionError("unreachable: attempts have no end")

    async def _begin_attempt(self, call: _Call, attempt: int) -> None:
        await self._must_be_ours()
        ledger, call_id = self._store.ledger, call.job.call_id
        await waiting_out("begin attempt", lambda: ledger.begin_attempt(call_id, attempt, call.estimate.ceiling))

    async def _try(self, call: _Call, attempt: int, *, is_noted: bool) -> tuple[Version, ...]:
        """What is paid for is in this process alone until it is set aside: storage out of reach is waited out here."""
        if not is_noted:
            await self._begin_attempt(call, attempt)
        attempt_id = attempt_id_of(call.job.call_id, attempt)
        started = time.monotonic()
        try:
            answered = await self._images.ask(call.order)
        except ProviderError as refused:
            error, seconds = refused, time.monotonic() - started
            await waiting_out("record", lambda: self._record_failure(call, attempt_id, error, seconds))
            raise
        seconds = time.monotonic() - started
        await waiting_out("set aside", lambda: self._answers.set_aside(attempt_id, answered, seconds))
        return await waiting_out("keep", lambda: self._take(call, attempt_id, answered, seconds))

    async def _take(self, call: _Call, attempt_id: str, answered: Answered, seconds: float) -> tuple[Version, ...]:
        """The pictures of an answer, kept and paid. Should that fail, the answer stays where it is."""
        try:
            drawn = await self._images.read(answered, call.order)
        except ProviderError as error:
            await self._record_failure(call, attempt_id, error, seconds)
            await self._answers.drop(attempt_id)
            raise
        versions = await self._keep(call, attempt_id, drawn, seconds)
        await self._answers.drop(attempt_id)
        return versions

    async def _record_failure(self, call: _Call, attempt_id: str, error: ProviderError, seconds: float) -> None:
        outcome = Outcome.REFUSED if isinstance(error, Moderated) else Outcome.FAILED
        spend = _of_failure(call.spend(attempt_id, outcome, seconds), call, error)
        await self._store.ledger.record(spend)
        self._on_paid(spend)
        error.sentence = f"{error.sentence} {_charged(spend)}"

    async def _keep(self, call: _Call, attempt_id: str, drawn: Drawn, seconds: float) -> tuple[Version, ...]:
        blobs = [await self._blobs.put(png) for png in drawn.pictures]
        # A server that returns no usage is paid by the estimate: nobody can know better.
        paid = cost(call.model, drawn.usage) if drawn.usage else call.estimate.expected
        spend = replace(
            call.spend(attempt_id, Outcome.DRAWN, seconds),
            cost=paid,
            usage=drawn.usage,
            pictures=len(blobs),
            request_id=drawn.request_id,
        )
        shares = split(paid, len(blobs))
        versions = [
            self._version(call, index, blob, share, drawn, seconds)
            for index, (blob, share) in enumerate(zip(blobs, shares, strict=True))
        ]
        kept = await self._store.versions.keep(versions, spend)
        self._on_paid(spend)
        log.info("drawn", model=spend.model, pictures=spend.pictures, cost=spend.cost, seconds=spend.seconds)
        return kept

    def _version(self, call: _Call, index: int, blob: str, share: int, drawn: Drawn, seconds: float) -> Version:
        return Version(
            id=id_from("v", call.job.call_id, index),
            session_id=call.shot_set.session_id,
            set_id=call.shot_set.id,
            shot_id=call.shot.id,
            number=0,  # given by the store
            parent_id=None,
            iteration_id=call.job.iteration_id,
            blob=blob,
            width=drawn.size.width,
            height=drawn.size.height,
            model=call.model.name,
            quality=call.order.quality,
            prompt=call.order.prompt,
            cost=share,
            seconds=round(seconds, 1),
            created=self._clock(),
        )
