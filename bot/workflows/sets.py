"""The life of a set: asked → planned and priced → drawn → shown.

"ask" ends at the price; "draw" begins with it, at once or when somebody presses Draw. Each paid call is a child
workflow ("shot"), so that a crash never mixes up who was drawing what.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from bot.domain import Character, CharacterState, Kind, Place, SetState, ShotSet, ShotState
from bot.errors import BadRequest
from bot.money.budgets import month_of
from bot.providers import Catalogue, ImageProvider
from bot.reading.planner import plan
from bot.workflows.board import Board
from bot.workflows.cast import CastWork
from bot.workflows.engine import Engine, Json
from bot.workflows.faults import failure_in, guarded
from bot.workflows.jobs import Job, jobs_for, missing_takes
from bot.workflows.sheets import Sheets
from bot.workflows.shots import Drawn, ShotWork
from bot.workflows.show import Private, Show
from bot.workflows.views import Views
from storage.clock import Clock, utc_now
from storage.store import Store

OVER = (SetState.DONE, SetState.CANCELLED, SetState.FAILED)


class SetWork:
    """`ask_above` (micro-USD): dearer sets wait for a press on Draw. `budget`: a person's month, None without one."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        views: Views,
        show: Show,
        board: Board,
        shots: ShotWork,
        sheets: Sheets,
        cast: CastWork,
        catalogue: Catalogue,
        images: ImageProvider,
        ask_above: int,
        budget: int | None,
        clock: Clock = utc_now,
    ) -> None:
        self._engine, self._store, self._views, self._show = engine, store, views, show
        self._board, self._shots, self._sheets, self._cast = board, shots, sheets, cast
        self._catalogue, self._images = catalogue, images
        self._ask_above, self._budget, self._clock = ask_above, budget, clock
        engine.workflow("ask", self.ask)
        engine.workflow("draw", self.draw)
        engine.workflow("refresh", self.refresh)

    async def ask(self, set_id: str, answer_url: str | None = None) -> None:
        """From what was asked to its plan and price."""
        result = await guarded(self._engine, "prepare", self._prepare, set_id)
        if failure := failure_in(result):
            await guarded(self._engine, "fail", self._fail, set_id, failure.sentence, failure.ref, answer_url)
        elif workflow_id := result["value"]:
            await self._engine.start_child("draw", workflow_id, set_id)

    async def draw(self, set_id: str) -> None:
        """From the price to finished pictures; starts only in state DRAWING or CANCELLING."""
        result = await guarded(self._engine, "hold", self._hold, set_id)
        if failure := failure_in(result):
            await guarded(self._engine, "ask again", self._ask_again, set_id, failure.sentence)
            return
        jobs = [Job.from_json(job) for job in result["value"]["jobs"]]
        async with self._board.watching(set_id):
            if result["value"]["kind"] == Kind.SCENES:
                await self._draw_scenes(jobs, is_chain=result["value"]["chain"])
            else:
                jobs += await self._draw_takes(jobs)
            await guarded(self._engine, "sheet", self._sheet, set_id)  # while the last cards are on their way
            await self._shots.all_shown(jobs)
        await guarded(self._engine, "finish", self._finish, set_id)

    async def refresh(self, set_id: str) -> None:
        """Show the root message as the set is now."""
        await guarded(self._engine, "refresh", self._refresh, set_id)

    async def _draw_scenes(self, jobs: Sequence[Job], *, is_chain: bool) -> None:
        """The anchor first (the next shot, should it fail), then all others at once, or one by one in a chain."""
        anchor: str | None = None
        previous: str | None = None
        last: Drawn | None = None
        rest: list[Job] = []
        for job in jobs:
            if anchor and not is_chain:
                rest.append(replace(job, anchor_id=anchor))
                continue
            last = await self._shots.run_first(replace(job, anchor_id=anchor, previous_id=previous), last)
            anchor = anchor or last.version
            previous = (last.version or previous) if is_chain else None
        await self._shots.run_all(rest, last)

    async def _draw_takes(self, jobs: Sequence[Job]) -> list[Job]:
        """Takes of one prompt; what a server without `n` leaves out is drawn by the calls that are returned."""
        drawn = await self._shots.run_all(jobs)
        missing = [
            more
            for job, versions in zip(jobs, drawn, strict=True)
            if versions
            for more in missing_takes(job, len(versions), len(jobs))
        ]
        await self._shots.run_all(missing)
        return missing

    async def _prepare(self, set_id: str) -> Json:
        """Slack takes the root message while the set is planned; a failure of either waits for the other's end."""
        ended = await asyncio.gather(self._open(set_id), self._plan(set_id), return_exceptions=True)
        for error in ended:
            if error:
                raise error
        return await self._quote(set_id)

    async def _open(self, set_id: str) -> None:
        view = await self._views.of_set(set_id)
        if view.shot_set.root_ts is None:
            place = await self._show.open_root(view)
            await self._store.sets.set_root(set_id, place.channel, place.thread_ts or "")

    async def _plan(self, set_id: str) -> None:
        shot_set = await self._store.sets.get_set(set_id)
        characters = await self._cast.wait_for(shot_set.request.cast)
        _check_ready(characters)
        references = await self._cast.fetch_references(shot_set)
        await self._store.sets.save_plan(set_id, plan(shot_set.request, characters), references)

    async def _quote(self, set_id: str) -> Json:
        estimate = await self._views.estimate_of(set_id)
        price = estimate.expected if estimate else 0
        if price <= self._ask_above:
            await self._store.sets.set_state(set_id, SetState.DRAWING, from_=[SetState.ASKED], started=self._clock())
            return draw_id(await self._store.sets.get_set(set_id))
        await self._store.sets.set_state(set_id, SetState.WAITING, from_=[SetState.ASKED, SetState.WAITING])
        await self._refresh(set_id)
        return None

    async def _hold(self, set_id: str) -> Json:
        """Money for all calls at once: a set is never begun that cannot be paid to its end."""
        shot_set = await self._store.sets.get_set(set_id)
        shots = await self._store.shots.get_shots(set_id)
        model = self._catalogue.get(shot_set.request.model)
        jobs = jobs_for(shot_set, shots, takes_in_one_call=self._images.abilities(model).n)
        holds = await self._shots.holds(shot_set, shots, jobs)
        now = self._clock()
        await self._store.ledger.hold(holds, budget=self._budget, month=month_of(now), now=now)
        await self._store.shots.queue(set_id)
        kind, chain = shot_set.request.kind, shot_set.request.chain
        return {"jobs": [job.to_json() for job in jobs], "kind": kind, "chain": chain}

    async def _ask_again(self, set_id: str, sentence: str) -> Json:
        await self._store.ledger.release_open(set_id)
        await self._store.sets.set_state(set_id, SetState.WAITING, from_=[SetState.DRAWING], problem=sentence)
        await self._store.sets.set_state(set_id, SetState.CANCELLED, from_=[SetState.CANCELLING])
        await self._refresh(set_id)
        return None

    async def _finish(self, set_id: str) -> Json:
        await self._store.ledger.release_open(set_id)
        shots = await self._store.shots.get_shots(set_id)
        drawn = any(shot.state is ShotState.DRAWN for shot in shots)
        now = self._clock()
        await self._store.sets.set_state(set_id, SetState.CANCELLED, from_=[SetState.CANCELLING], ended=now)
        ended = SetState.DONE if drawn else SetState.FAILED
        await self._store.sets.set_state(set_id, ended, from_=[SetState.DRAWING], ended=now)
        await self._sheets.make(set_id)
        await self._refresh(set_id)
        return None

    async def _sheet(self, set_id: str) -> Json:
        """Where a shot is missing, `_finish` makes it: the sheet says why, and that may not be known yet."""
        shots = await self._store.shots.get_shots(set_id)
        if all(shot.state is ShotState.DRAWN for shot in shots):
            await self._sheets.make(set_id)
        return None

    async def _fail(self, set_id: str, sentence: str, ref: str | None, answer_url: str | None) -> Json:
        await self._store.ledger.release_open(set_id)
        await self._store.sets.set_state(set_id, SetState.FAILED, problem=sentence, ended=self._clock())
        view = await self._views.of_set(set_id)
        failure = failure_in({"problem": sentence, "ref": ref, "cancelled": True})
        if failure:
            await self._show.set_failed(view, failure, private_to(view.shot_set, answer_url))
        return None

    async def _refresh(self, set_id: str) -> Json:
        """Looked at again afterwards: an edit that was long on its way must not hide a newer one."""
        while True:
            view = await self._views.of_set(set_id)
            await self._show.root(view)
            if await self._views.state_of(set_id) is view.shot_set.state:
                return None


def draw_id(shot_set: ShotSet) -> str:
    """The id of the drawing that began at `started`; after a refusal for money the next press is another one."""
    return f"draw:{shot_set.id}:{shot_set.started.timestamp() if shot_set.started else 0}"


def private_to(shot_set: ShotSet, answer_url: str | None) -> Private:
    """An answer for the person who asked for the set."""
    place = Place(shot_set.place.workspace, shot_set.place.channel)
    return Private(f"private:{shot_set.id}", place, shot_set.asked_by, answer_url)


def _check_ready(characters: Sequence[Character]) -> None:
    for character in characters:
        if character.state is CharacterState.FAILED:
            why = character.problem or "Its photos could not be read."
            raise BadRequest(f"@{character.name} is not ready. {why} Add it again with `/cast add {character.name}`.")
        if character.state is CharacterState.FETCHING:
            raise BadRequest(f"The photos of @{character.name} are still being fetched. Ask again in a minute.")
