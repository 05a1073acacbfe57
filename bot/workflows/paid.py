"""The one step that costs money.

A finished call is found again before it is made again; the price is held before, and settled together with the picture
in one transaction; an answer is set aside before it is read. What stays open is a crash while a call is in the air: the
provider bills it and its picture is lost. Such an attempt is written down before it starts, so that the ledger can say
so afterwards.
"""

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import replace
from itertools import count

import structlog

from bot.domain import Edited, Outcome, Size, Spend, Version
from bot.domain.ids import id_from
from bot.errors import Cancelled, Moderated, ProviderError, TakenOver, Unavailable
from bot.money.amounts import split
from bot.money.budgets import month_of
from bot.money.estimates import cost
from bot.pictures.sizes import parse_size, snap
from bot.providers import Answered, Catalogue, Drawn, ImageOrder, ImageProvider, TooManyReferences
from bot.workflows.answers import Answers
from bot.workflows.calls import Call, charged, spend_of_failure
from bot.workflows.edits import Finished, edit_sketch, finished_edit
from bot.workflows.jobs import Job
from bot.workflows.material import Materials
from bot.workflows.orders import order, price, sketch
from bot.workflows.outages import waiting_out
from bot.workflows.turns import Turns
from bot.workflows.waits import CANCELLED, Waits
from storage.blobs import Blobs
from storage.clock import Clock, utc_now
from storage.codec import from_json
from storage.ledger import Attempt, attempt_id_of
from storage.shots import Begun
from storage.store import Store

log = structlog.get_logger()


class _Held:
    """A turn that may be given back early, and taken again for another try."""

    def __init__(self, turn: Callable[[], AbstractAsyncContextManager[None]]) -> None:
        self._turn = turn
        self._exits: AsyncExitStack | None = None

    async def __aenter__(self) -> "_Held":
        await self.take()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.give_back()

    async def take(self) -> None:
        if self._exits is None:
            exits = AsyncExitStack()
            await exits.enter_async_context(self._turn())
            self._exits = exits

    async def give_back(self) -> None:
        if self._exits is not None:
            exits, self._exits = self._exits, None
            await exits.aclose()


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
        try:
            call = await self._call(job)
            if job.is_redo or job.take:  # the set has held the money of its first calls, all at once
                await self._hold(call)
            workspace = call.shot_set.place.workspace
            async with _Held(
                lambda: self._waits.turn(job, self._turns.turn(workspace, job.user, job.pictures))
            ) as turn:
                return await self._draw(call, turn)
        except (Unavailable, TakenOver):
            raise  # the work goes on, later or elsewhere, and so its money stays set aside
        except Exception:
            await self._store.ledger.release([job.call_id])
            raise

    async def _must_be_ours(self) -> None:
        if not await self._is_ours():
            raise TakenOver("Another process draws this now.")

    async def _hold(self, call: Call) -> None:
        now = self._clock()
        await self._store.ledger.hold([call.hold], budget=self._budget, month=month_of(now), now=now)

    async def _call(self, job: Job) -> Call:
        """Composed afresh: what the server takes may have been learned since the last try."""
        given = await self._materials.of(job)
        shot_set, shots = given.shot_set, given.shots
        shot = next(each for each in shots if each.id == job.shot_id)
        model = self._catalogue.get(shot_set.request.model)
        size, quality, abilities = shot_set.request.size, shot_set.quality, self._images.abilities(model)
        edited = from_json(Edited, job.edited) if job.edited else None
        if edited and given.parent and given.first:
            size = Size(given.parent.width, given.parent.height)
            made = edit_sketch(edited, given.parent, given.first, given.characters, shot_set.references, abilities)
        else:
            shot = replace(shot, scene=job.scene) if job.scene else shot
            size = snap(model, parse_size(job.size))[0] if job.size else size
            made = sketch(shot_set, shot, len(shots), given.characters, given.guides, abilities)
        estimate = price(model, quality, size, job.pictures, made)
        return Call(job, shot_set, shot, model, size, quality, made, estimate, edited)

    async def _order(self, call: Call) -> ImageOrder:
        job, made = call.job, call.sketch
        pictures = await self._materials.pictures(job, made.guides)
        return await order(pictures, call.model, call.quality, call.size, job.pictures, made, job.user)

    async def _recover(self, call: Call, attempts: Sequence[Attempt]) -> tuple[Version, ...]:
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

    async def _draw(self, call: Call, turn: "_Held") -> tuple[Version, ...]:
        job = call.job
        await self._must_be_ours()
        begun = await self._store.shots.begin_drawing(
            call.shot.id, self._clock(), job.call_id, call.estimate.ceiling, even_if_cancelled=job.is_redo
        )
        attempts = [] if begun is Begun.FIRST else await self._store.ledger.attempts_of(job.call_id)
        if kept := begun is not Begun.FIRST and await self._kept_before(call, attempts):
            return kept
        if begun is Begun.NO:
            raise Cancelled(CANCELLED)
        with self._waits.between(job, call.model.name) as wait:
            for attempt in count(len(attempts)):
                try:
                    return await self._try(call, attempt, turn)
                except TooManyReferences:
                    call = await self._call(call.job)  # smaller now: the provider has learned the limit
                except ProviderError as error:
                    if not await wait.out(error):
                        raise
        raise AssertionError("unreachable: attempts have no end")

    async def _kept_before(self, call: Call, attempts: Sequence[Attempt]) -> tuple[Version, ...]:
        """By an earlier run that was cut off, or by another process while this one was frozen."""
        drawn = await self._store.versions.find_drawing(call.job.call_id)
        return drawn or await self._recover(call, attempts)

    async def _try(self, call: Call, attempt: int, turn: "_Held") -> tuple[Version, ...]:
        """What is paid for is in this process alone until it is set aside: storage out of reach is waited out here."""
        ordered = await self._order(call)
        await turn.take()
        if attempt:  # the first was noted as the drawing began
            await self._begin_attempt(call, attempt)
        attempt_id = attempt_id_of(call.job.call_id, attempt)
        started = time.monotonic()
        try:
            answered = await self._images.ask(ordered)
        except ProviderError as refused:
            error, seconds = refused, time.monotonic() - started
            await waiting_out("record", lambda: self._record_failure(call, attempt_id, error, seconds))
            raise
        seconds = time.monotonic() - started
        await waiting_out("set aside", lambda: self._answers.set_aside(attempt_id, answered, seconds))
        await turn.give_back()  # the next call goes out while this picture is read and kept
        return await waiting_out("keep", lambda: self._take(call, attempt_id, answered, seconds))

    async def _begin_attempt(self, call: Call, attempt: int) -> None:
        await self._must_be_ours()
        ledger, call_id = self._store.ledger, call.job.call_id
        await waiting_out("begin attempt", lambda: ledger.begin_attempt(call_id, attempt, call.estimate.ceiling))

    async def _take(self, call: Call, attempt_id: str, answered: Answered, seconds: float) -> tuple[Version, ...]:
        """The pictures of an answer, kept and paid. Should that fail, the answer stays where it is."""
        try:
            drawn = await self._images.read(answered, had_images=bool(call.sketch.guides), model=call.model.name)
        except ProviderError as error:
            await self._record_failure(call, attempt_id, error, seconds)
            await self._answers.drop(attempt_id)
            raise
        versions = await self._keep(call, attempt_id, drawn, seconds)
        await self._answers.drop(attempt_id)
        return versions

    async def _record_failure(self, call: Call, attempt_id: str, error: ProviderError, seconds: float) -> None:
        outcome = Outcome.REFUSED if isinstance(error, Moderated) else Outcome.FAILED
        spend = spend_of_failure(call.spend(attempt_id, outcome, seconds), call, error)
        await self._store.ledger.record(spend)
        self._on_paid(spend)
        error.sentence = f"{error.sentence} {charged(spend)}"

    async def _keep(self, call: Call, attempt_id: str, drawn: Drawn, seconds: float) -> tuple[Version, ...]:
        finished = [await self._finished(call, png, drawn.size) for png in drawn.pictures]
        # A server that returns no usage is paid by the estimate: nobody can know better.
        paid = cost(call.model, drawn.usage) if drawn.usage else call.estimate.expected
        spend = replace(
            call.spend(attempt_id, Outcome.DRAWN, seconds),
            cost=paid,
            usage=drawn.usage,
            pictures=len(finished),
            request_id=drawn.request_id,
        )
        shares = split(paid, len(finished))
        versions = [
            self._version(call, index, picture, share, seconds)
            for index, (picture, share) in enumerate(zip(finished, shares, strict=True))
        ]
        kept = await self._store.versions.keep(versions, spend)
        self._on_paid(spend)
        log.info("drawn", model=spend.model, pictures=spend.pictures, cost=spend.cost, seconds=spend.seconds)
        return kept

    async def _finished(self, call: Call, png: bytes, size: Size) -> Finished:
        """Kept as it came, or with the pixel lock over it if it is an edit."""
        if call.edited is None:
            return Finished(await self._blobs.put(png), size)
        base = call.sketch.guides[0]
        return await finished_edit(self._blobs, call.edited, base, png, size)

    def _version(self, call: Call, index: int, picture: Finished, share: int, seconds: float) -> Version:
        return Version(
            id=id_from("v", call.job.call_id, index),
            session_id=call.shot_set.session_id,
            set_id=call.shot_set.id,
            shot_id=call.shot.id,
            number=0,  # given by the store
            parent_id=call.job.parent_id,
            iteration_id=call.job.iteration_id,
            blob=picture.blob,
            width=picture.size.width,
            height=picture.size.height,
            model=call.model.name,
            quality=call.quality,
            prompt=call.sketch.prompt,
            cost=share,
            seconds=round(seconds, 1),
            created=self._clock(),
            edited=picture.edited,
        )
