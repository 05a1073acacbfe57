"""What people can do with a set: ask, compose, draw, edit its plan, cancel, redo."""

from dataclasses import replace

from bot.domain import (
    Form,
    Message,
    Quoted,
    SetRequest,
    SetState,
    SetView,
    Shot,
    ShotSet,
    ShotState,
    Version,
)
from bot.domain.ids import id_from
from bot.domain.plans import Plan
from bot.errors import BotError, TooLate
from bot.providers import Catalogue
from bot.reading.forms import parse_form
from bot.reading.grammar import Defaults, parse, parse_single
from bot.reading.lines import lines_of, shots_from
from bot.reading.planner import plan
from bot.workflows.engine import Engine, Json
from bot.workflows.jobs import Job, job_again
from bot.workflows.replies import REPLY
from bot.workflows.sets import draw_id
from bot.workflows.views import Views
from storage.clock import Clock, utc_now
from storage.iterations import IterationState
from storage.missing import NotFound
from storage.store import Store

RECENT = 5
REDO = "redo"


class Sets:
    """Every call records what was asked before it returns, and starts the work; a repeated one changes nothing."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        views: Views,
        catalogue: Catalogue,
        defaults: Defaults,
        draft_quality: str,
        clock: Clock = utc_now,
    ) -> None:
        self._engine, self._store, self._views, self._catalogue = engine, store, views, catalogue
        self._defaults, self._draft_quality, self._clock = defaults, draft_quality, clock

    async def ask(self, message: Message, *, single: bool = False) -> None:
        """A set (or one picture) in words; files that came along are references."""
        cast = await self._store.cast.list_characters(message.workspace, message.user, message.channel)
        read = parse_single if single else parse
        request = read(message.text, cast=cast, defaults=self._defaults, find_model=self._catalogue.get)
        await self._open(message, replace(request, files=message.files))

    async def compose(self, message: Message, form: Form) -> None:
        """A set from the composer."""
        cast = await self._store.cast.list_characters(message.workspace, message.user, message.channel)
        find_model = self._catalogue.get
        await self._open(message, parse_form(form, cast=cast, defaults=self._defaults, find_model=find_model))

    async def price(self, workspace: str, user: str, channel: str, form: Form) -> Quoted:
        """What the form as it is now would cost; a sentence instead where it cannot be drawn yet."""
        cast = await self._store.cast.list_characters(workspace, user, channel)
        try:
            request = parse_form(form, cast=cast, defaults=self._defaults, find_model=self._catalogue.get)
        except BotError as error:
            return Quoted(0, None, None, problem=error.sentence)
        characters = await self._store.cast.get_characters(request.cast)
        planned = plan(request, characters)
        prices = [
            self._views.price_of_plan(request, planned, tuple(characters), quality)
            for quality in (request.quality, self._draft_quality)
        ]
        return Quoted(request.count, prices[0], prices[1], request.notes)

    async def draw(self, press: Message, set_id: str, *, draft: bool = False) -> None:
        """Draw what waits, as asked or as a draft."""
        shot_set = await self._get(set_id)
        quality = self._draft_quality if draft else None
        began = await self._store.sets.set_state(
            set_id, SetState.DRAWING, from_=[SetState.WAITING], quality=quality, started=self._clock()
        )
        if not began:
            raise TooLate(_where_it_is(shot_set))
        self._engine.start_soon("draw", draw_id(await self._get(set_id)), set_id)

    async def cancel(self, press: Message, set_id: str) -> None:
        """Nothing new is drawn; what is in the air is paid for, kept and shown."""
        now = self._clock()
        if await self._store.sets.set_state(set_id, SetState.CANCELLED, from_=[SetState.WAITING], ended=now):
            await self._refresh(press, set_id)
            return
        if not await self._store.sets.set_state(set_id, SetState.CANCELLING, from_=[SetState.DRAWING]):
            raise TooLate(_where_it_is(await self._get(set_id)))
        await self._refresh(press, set_id)

    async def cancel_in_thread(self, message: Message) -> None:
        """`!cancel` in the thread of a set."""
        for shot_set in await self._store.sets.sets_in_thread(
            message.workspace, message.channel, message.thread_ts or ""
        ):
            if not shot_set.state.is_over:
                await self.cancel(message, shot_set.id)
                return
            await self._cancel_redos(shot_set.id)

    async def _cancel_redos(self, set_id: str) -> None:
        """Pictures that are to be changed or drawn again, while they wait; what is in the air is finished and kept."""
        for iteration in await self._store.iterations.open_iterations(REDO, REPLY, set_id=set_id):
            await self._store.iterations.end_iteration(iteration.id, IterationState.CANCELLED)

    async def plan_lines(self, set_id: str) -> tuple[str, ...]:
        """The plan's shots, one a line, as "Edit plan" shows them."""
        return lines_of(await self._store.shots.get_shots((await self._get(set_id)).id))

    async def edit_plan(self, press: Message, set_id: str, lines: str) -> None:
        """Other shots for a set that waits; priced anew."""
        shot_set = await self._get(set_id)
        if shot_set.state is not SetState.WAITING:
            raise TooLate(_where_it_is(shot_set))
        before = await self._store.shots.get_shots(set_id)
        shots = shots_from(lines, before, self._defaults.max_shots)
        if not await self._store.sets.replace_plan(set_id, Plan(shot_set.title, shot_set.style, shots)):
            raise TooLate("This set is being drawn already, so its plan stays.")
        await self._refresh(press, set_id)

    async def redo(self, press: Message, version_id: str, takes: int = 1) -> None:
        """Draw a shot again from the same references; the versions before stay."""
        version = await self._version(version_id)
        shot = await self._store.shots.get_shot(version.shot_id)
        await self._again(press, await self._get(version.set_id), shot, takes, of=version)

    async def retry(self, press: Message, set_id: str, number: int) -> None:
        """Try a failed shot again."""
        shots = await self._store.shots.get_shots((await self._get(set_id)).id)
        shot = next((shot for shot in shots if shot.number == number), None)
        if shot is None or shot.state is not ShotState.FAILED:
            raise TooLate(f"#{number} is drawn already or being drawn.")
        shot_set = await self._get(set_id)
        first = Job(shot_set.id, shot_set.id, shot.id, shot.number, shot_set.asked_by)
        await self._again(press, shot_set, shot, 1, instead_of=first.post_id())

    async def original(self, press: Message, version_id: str) -> None:
        """Share the lossless picture in the thread."""
        version = await self._version(version_id)
        key = f"original:{version.id}"
        await self._engine.start("share", f"share:{id_from('p', press.id)}", version.id, key)

    async def prompt_of(self, version_id: str) -> str:
        """The exact words that the picture was drawn from."""
        return (await self._version(version_id)).prompt

    async def recent(self, workspace: str, user: str) -> tuple[SetView, ...]:
        """A person's newest sets."""
        found = await self._store.sets.sets_of_user(workspace, user, RECENT)
        return tuple([await self._views.of_set(shot_set.id) for shot_set in found])

    async def resume(self) -> None:
        """Work that was recorded but never begun, by us or by a process that is gone; begun work goes on by itself."""
        wanted: dict[str, tuple[str, Json]] = {}
        for set_id in await self._store.sets.open_work():
            shot_set = await self._store.sets.get_set(set_id)
            is_asked = shot_set.state is SetState.ASKED
            wanted[f"ask:{set_id}" if is_asked else draw_id(shot_set)] = ("ask" if is_asked else "draw", set_id)
        for iteration in await self._store.iterations.open_iterations(REDO):
            wanted[f"redo:{iteration.id}"] = (REDO, iteration.details)
        for workflow_id in await self._engine.unknown(wanted):
            name, argument = wanted[workflow_id]
            self._engine.start_soon(name, workflow_id, argument)

    async def _open(self, message: Message, request: SetRequest) -> None:
        set_id, session_id = id_from("set", message.id), id_from("ses", message.id)
        await self._store.sets.open_set(message, request, set_id, session_id, self._clock())
        self._engine.start_soon("ask", f"ask:{set_id}", set_id, message.answer_url)

    async def _again(
        self,
        press: Message,
        shot_set: ShotSet,
        shot: Shot,
        takes: int,
        *,
        of: Version | None = None,
        instead_of: str = "",
    ) -> None:
        versions = await self._store.versions.versions_of(shot_set.id)
        iteration_id = id_from("it", press.id, shot.id)
        job = job_again(iteration_id, shot_set, shot, versions, press.user, takes, of=of)
        job = replace(job, instead_of=instead_of)
        begun = await self._store.iterations.begin_iteration(
            press,
            iteration_id,
            shot_set.session_id,
            REDO,
            press.user,
            self._clock(),
            set_id=shot_set.id,
            details=job.to_json(),
        )
        if begun:
            self._engine.start_soon("redo", f"redo:{iteration_id}", job.to_json())

    async def _refresh(self, press: Message, set_id: str) -> None:
        await self._engine.start("refresh", f"refresh:{id_from('p', press.id)}", set_id)

    async def _get(self, set_id: str) -> ShotSet:
        try:
            return await self._store.sets.get_set(set_id)
        except NotFound as error:
            raise TooLate("This set is not known here any more. Ask for a new one with `/imageset`.") from error

    async def _version(self, version_id: str) -> Version:
        try:
            return await self._store.versions.get_version(version_id)
        except NotFound as error:
            raise TooLate("This picture is not known here any more.") from error


def _where_it_is(shot_set: ShotSet) -> str:
    return {
        SetState.ASKED: "This set is still being planned. One moment.",
        SetState.WAITING: "This set waits for Draw.",
        SetState.DRAWING: "This set is being drawn already.",
        SetState.CANCELLING: "This set is being cancelled; pictures in the air are finished and kept.",
        SetState.DONE: "This set is finished already.",
        SetState.CANCELLED: "This set was cancelled. Ask again for a new one.",
        SetState.FAILED: "This set could not be drawn. Ask again for a new one.",
    }[shot_set.state]
