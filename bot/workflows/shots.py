"""One shot: drawn, kept, shown as a card; or explained. Redo, Variations and Try again go the same way.

Drawing and showing are two workflows: who waits for a picture (the other shots for the anchor, the contact sheet for
all) does not wait for Slack to take its card.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.domain import Edited, Failure, Hold, Kind, SetState, Shot, ShotSet, ShotState
from bot.prompts.captions import edit_caption
from bot.prompts.labels import file_name
from bot.prompts.shots import alt_text
from bot.providers import Catalogue, ImageProvider
from bot.workflows.engine import Engine, Json
from bot.workflows.faults import failure_in, guarded
from bot.workflows.jobs import Job, missing_takes
from bot.workflows.orders import prices_of_set, total_of
from bot.workflows.paid import PaidCalls
from bot.workflows.sheets import Sheets
from bot.workflows.show import Show
from bot.workflows.views import Views
from storage.clock import Clock, utc_now
from storage.codec import from_json
from storage.iterations import IterationState
from storage.store import Store

SHOWN_AFTER_SECONDS = 0.05  # calls that wait for this picture, and pictures that came with it, go before its card


class Drawn(NamedTuple):
    """The end of a call: its version ids under "value", or why there are none."""

    job: Job
    result: Json

    @property
    def version(self) -> str | None:
        return next(iter(self.result.get("value", [])), None)


class ShotWork:
    def __init__(
        self,
        engine: Engine,
        store: Store,
        views: Views,
        show: Show,
        sheets: Sheets,
        paid: PaidCalls,
        catalogue: Catalogue,
        images: ImageProvider,
        clock: Clock = utc_now,
    ) -> None:
        self._engine, self._store, self._views = engine, store, views
        self._show, self._sheets, self._paid = show, sheets, paid
        self._catalogue, self._images, self._clock = catalogue, images, clock
        engine.workflow("shot", self.shot)
        engine.workflow("show", self.show)
        engine.workflow("redo", self.redo)
        engine.workflow("share", self.share)

    async def run_all(self, jobs: Sequence[Job], before: Drawn | None = None) -> list[list[str]]:
        """Inside a workflow: each job a child workflow beside the others; the ids of the versions each has drawn.

        `before` is what these jobs have waited for; its card comes after their calls have begun.
        """
        wanted = {f"shot:{job.call_id}": job.to_json() for job in jobs}
        children = await self._engine.start_children("shot", wanted)
        if before:
            await self._begin_showing(before.job, before.result)
        return [(await child()).get("value", []) for child in children]

    async def run_first(self, job: Job, before: Drawn | None = None) -> Drawn:
        """Inside a workflow: a job that others wait for; whoever runs next shows it."""
        child = await self._engine.start_child("shot", f"shot:{job.call_id}", job.to_json(), False)
        if before:
            await self._begin_showing(before.job, before.result)
        return Drawn(job, await child())

    async def all_shown(self, jobs: Sequence[Job]) -> None:
        """Inside a workflow, after `run_all`: wait until the cards of these jobs stand in the thread."""
        for job in jobs:
            await self._engine.result_of(_showing(job))

    async def shot(self, raw: Json, shows: bool = True) -> Json:
        """One paid call; `shows` its card at once. Never raises: a failed shot does not sink the others."""
        drawn = await guarded(self._engine, "draw", self._draw, raw)
        if shows:
            await self._begin_showing(Job.from_json(raw), drawn)
        return drawn

    async def _begin_showing(self, job: Job, drawn: Json) -> None:
        await self._engine.start_child("show", _showing(job), job.to_json(), drawn)

    async def show(self, raw: Json, drawn: Json) -> None:
        """The cards of what was drawn, or why it was not."""
        await asyncio.sleep(SHOWN_AFTER_SECONDS)
        if failure := failure_in(drawn):
            state = ShotState.CANCELLED if drawn["cancelled"] else ShotState.FAILED
            await guarded(self._engine, "explain", self._explain, raw, state, failure.sentence, failure.ref)
            return
        for index, version_id in enumerate(drawn["value"]):
            await guarded(self._engine, "card", self._card, version_id, Job.from_json(raw).post_id(index))

    async def redo(self, raw: Json) -> None:
        """New versions of a shot, each shown as a card; those before are kept."""
        job = Job.from_json(raw)
        await guarded(self._engine, "working", self._working, raw)
        [drawn] = await self.run_all([job])
        missing = missing_takes(job, len(drawn), 1) if drawn else []
        await self.run_all(missing)
        await self.all_shown([job, *missing])
        await guarded(self._engine, "close", self._close, raw, bool(drawn))

    async def share(self, version_id: str, key: str) -> None:
        """The lossless picture as a file of its own in the thread."""
        await guarded(self._engine, "share", self._share, version_id, key)

    async def holds(self, shot_set: ShotSet, shots: Sequence[Shot], jobs: Sequence[Job]) -> list[Hold]:
        """What to set aside for these calls before the first of them."""
        characters = await self._store.cast.get_characters(shot_set.request.cast)
        model = self._catalogue.get(shot_set.request.model)
        abilities = self._images.abilities(model)
        prices = prices_of_set(shot_set, shots, characters, model, abilities, shot_set.quality)
        place, session = shot_set.place, shot_set.session_id
        return [
            Hold(
                id=job.call_id,
                workspace=place.workspace,
                user=job.user,
                channel=place.channel,
                session_id=session,
                iteration_id=job.iteration_id,
                amount=total_of([prices[job.shot_id]], job.pictures).ceiling,
            )
            for job in jobs
        ]

    async def _draw(self, raw: Json) -> Json:
        return [version.id for version in await self._paid.make(Job.from_json(raw))]

    async def _explain(self, raw: Json, state: str, sentence: str, ref: str | None) -> Json:
        job = Job.from_json(raw)
        kept = await self._has_picture(job)
        missing = ShotState.FAILED if job.is_redo else ShotState(state)  # a cancelled "Try again" may be tried again
        ended = ShotState.DRAWN if kept else missing
        await self._store.shots.shot_state(job.shot_id, ended, problem=None if kept else sentence, ended=self._clock())
        if state == ShotState.FAILED or job.is_redo:
            can_retry = ended is ShotState.FAILED
            view = await self._views.of_set(job.set_id)
            failure = Failure(sentence, ref, can_retry=can_retry)
            await self._show.shot_failed(job.post_id(), view, job.number, failure)
        return None

    async def _has_picture(self, job: Job) -> bool:
        versions = await self._store.versions.versions_of(job.set_id)
        return any(version.shot_id == job.shot_id for version in versions)

    async def _card(self, version_id: str, post_id: str) -> Json:
        card = await self._views.of_card(version_id, post_id)
        version, shot_set = card.version, card.shot_set
        alt = alt_text(card.shot, card.shots_in_set, shot_set.title, card.characters, shot_set.request.style)
        name = file_name(shot_set, card.shot, version)
        if not version.file_id:
            workspace, key = shot_set.place.workspace, f"version:{version.id}"
            file_id = await self._show.upload(workspace, key, version.blob, name, alt)
            card = replace(card, version=replace(version, file_id=file_id))
        is_root = shot_set.request.kind is Kind.SINGLE and version.iteration_id == shot_set.id
        ts = None if is_root else await self._show.card(card)  # the root message itself shows a single picture
        await self._store.versions.version_card(version.id, ts=ts, file_id=card.version.file_id)
        return None

    async def _working(self, raw: Json) -> Json:
        job = Job.from_json(raw)
        shot_set = await self._store.sets.get_set(job.set_id)
        await self._store.shots.shot_state(job.shot_id, ShotState.QUEUED)
        what = f"#{job.number}" if shot_set.request.kind is Kind.SCENES else "the picture"
        takes = f" · {job.pictures} takes" if job.pictures > 1 else ""
        text = f"Drawing {what} again{takes} …"
        if job.edited:
            edited = from_json(Edited, job.edited)
            text = f"{edit_caption(edited.edit, edited.base)} …"
        await self._show.working(job.post_id(), shot_set.place, text)
        return None

    async def _close(self, raw: Json, drawn: bool) -> Json:
        job = Job.from_json(raw)
        await self._store.ledger.release_open(job.iteration_id)
        if drawn:  # a set of which nothing could be drawn before
            await self._store.sets.set_state(job.set_id, SetState.DONE, from_=[SetState.FAILED], ended=self._clock())
        await self._sheets.make(job.set_id)
        await self._show.root(await self._views.of_set(job.set_id))
        state = IterationState.DONE if drawn else IterationState.FAILED
        await self._store.iterations.end_iteration(job.iteration_id, state)  # last: the thread's next reply may begin
        return None

    async def _share(self, version_id: str, key: str) -> Json:
        card = await self._views.of_card(version_id, key)
        alt = alt_text(card.shot, card.shots_in_set, card.shot_set.title, card.characters, card.shot_set.request.style)
        name = file_name(card.shot_set, card.shot, card.version)
        await self._show.share(key, card.shot_set.place, card.version.blob, name, alt, f"The original of {name}")
        return None


def _showing(job: Job) -> str:
    return f"show:{job.call_id}"
