"""A reply in a thread: its turn, what it asks of the pictures as they then are, and the answer.

One reply at a time in a session, in the order in which they came: each changes what the one before has made.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from bot.domain import Answer, Message, Place, Shot, Version
from bot.domain.replies import (
    BackTo,
    Branch,
    Cancel,
    Change,
    ChangeKind,
    Compare,
    Drawing,
    Edit,
    ForShots,
    Help,
    Question,
    Redo,
    ReferenceGiven,
    Reply,
    Scope,
    ShotRequest,
    Structural,
    Tree,
    Unclear,
    Undo,
    Variations,
)
from bot.errors import BadRequest, Cancelled
from bot.prompts.again import start_again_brief
from bot.reading.replies import Reader
from bot.workflows.comparing import Comparing
from bot.workflows.edits import next_edit
from bot.workflows.engine import Engine, Json
from bot.workflows.faults import failure_in, guarded
from bot.workflows.jobs import Job, job_again, job_of_edit
from bot.workflows.show import Show
from bot.workflows.spoken import QUESTION, UNCLEAR, WHAT_WORKS, structural
from bot.workflows.threads import Thread, look
from bot.workflows.views import Views
from storage.iterations import IterationState
from storage.store import Store

REPLY = "reply"
LOOK_SECONDS = 0.2


class ReplyWork:
    def __init__(
        self, engine: Engine, store: Store, views: Views, show: Show, reader: Reader, comparing: Comparing
    ) -> None:
        self._engine, self._store, self._views, self._show = engine, store, views, show
        self._reader, self._comparing = reader, comparing
        engine.workflow(REPLY, self.reply)

    async def reply(self, iteration_id: str) -> None:
        await guarded(self._engine, "turn", self._turn, iteration_id)
        result = await guarded(self._engine, "answer", self._answer, iteration_id)
        if failure := failure_in(result):
            await guarded(self._engine, "refuse", self._refuse, iteration_id, failure.sentence)
            return
        for raw in result["value"]:
            job = Job.from_json(raw)
            drawing = await self._engine.start_child("redo", f"redo:{iteration_id}:{job.number}", raw)
            await drawing()
        await guarded(self._engine, "end", self._end, iteration_id)

    async def _turn(self, iteration_id: str) -> Json:
        while not await self._store.iterations.is_next(iteration_id):  # noqa: ASYNC110 - perhaps another process's
            await asyncio.sleep(LOOK_SECONDS)
        return None

    async def _answer(self, iteration_id: str) -> Json:
        """What is free is done here; the jobs that are returned cost money."""
        iteration = await self._store.iterations.get_iteration(iteration_id)
        if iteration.state is IterationState.CANCELLED:
            raise Cancelled("Cancelled before it was drawn; nothing was charged for it.")
        details = iteration.details
        message, thread = await self._found(details.get("of") or iteration_id)
        asked = await thread.read(self._reader, message, is_mention=bool(details.get("is_mention")))
        if how := details.get("how"):
            jobs: Sequence[Job] = [self._new_start(iteration_id, iteration.user, thread, asked, how, message.text)]
        else:
            jobs = await self._asked(iteration_id, message, thread, asked)
        return [job.to_json() for job in jobs]

    def _new_start(self, iteration_id: str, user: str, thread: Thread, asked: Reply, how: str, said: str) -> Job:
        """What was pressed under a wish that an edit does badly."""
        wish: Reply | ShotRequest = asked
        if isinstance(asked, ForShots) and asked.numbers:
            shot, wish = thread.shot(asked.numbers[0]), asked.request
        else:
            shot = self._meant(thread)
        if not isinstance(wish, Structural):
            raise BadRequest("The thread has changed since. Say once more what you would like.")
        head = thread.head(shot)
        if how == "anyway":
            change = Change(ChangeKind.ATTRIBUTE, wish.words, scope=Scope.GLOBAL)
            edited = next_edit(Edit((change, *wish.changes), wish.keeps), head, said)
            return job_of_edit(iteration_id, thread.shot_set, head, shot.number, user, edited)
        changes = head.edited.merged.changes if head.edited else ()
        scene = start_again_brief(shot.scene, changes, wish)
        job = job_again(iteration_id, thread.shot_set, shot, thread.versions, user)
        return replace(job, scene=scene, size=wish.size or "")

    async def _found(self, iteration_id: str) -> tuple[Message, Thread]:
        message = await self._store.sessions.find_message(iteration_id)
        thread = message and await look(self._store, message.workspace, message.channel, message.thread_ts or "")
        if not message or not thread:
            raise BadRequest("There is no picture in this thread any more. Ask for a new one with `/imageset`.")
        return message, thread

    async def _asked(self, iteration_id: str, message: Message, thread: Thread, asked: Reply) -> Sequence[Job]:
        match asked:
            case ForShots(numbers=numbers, request=request) if numbers:
                found = [thread.shot(number) for number in numbers]
                each = [await self._of_shot(iteration_id, message, thread, shot, request) for shot in found]
                return [job for jobs in each for job in jobs]
            case ForShots():
                raise BadRequest("Say which pictures, by their numbers: `#2 darker`, or `#1 and #3 at night`.")
            case Tree():
                await self._say(iteration_id, thread, await self._comparing.tree(thread))
            case Help() | Cancel():
                await self._say(iteration_id, thread, WHAT_WORKS)
            case Question(topic=topic):
                await self._say(iteration_id, thread, QUESTION[topic])
            case Unclear(why=why, suggestions=suggestions):
                choices = tuple((each[:70], each) for each in suggestions[:3])
                await self._say(iteration_id, thread, Answer(UNCLEAR[why], choices=choices))
            case ReferenceGiven():
                raise BadRequest("I do not use pictures from replies yet. Add them with `/cast add` and name them.")
            case Edit() | Structural() | Variations() | Redo() | Undo() | BackTo() | Branch() | Compare():
                return await self._of_shot(iteration_id, message, thread, self._meant(thread), asked)
        return []

    def _meant(self, thread: Thread) -> Shot:
        if not thread.versions:
            raise BadRequest("There is no picture here yet. Say it again when one stands in this thread.")
        shot = thread.current
        if shot is None:
            raise BadRequest("Which picture? Begin with its number, like `#2 darker`.")
        return shot

    async def _of_shot(
        self, iteration_id: str, message: Message, thread: Thread, shot: Shot, request: ShotRequest
    ) -> Sequence[Job]:
        match request:
            case Edit() | Structural():
                return await self._drawing(iteration_id, message, thread, thread.head(shot), request)
            case Undo(steps=steps, then=then):
                version = thread.back(shot, steps)
            case BackTo(version=number, then=then):
                version = thread.version(shot, number)
            case Branch(version=number, then=then):
                version = thread.version(shot, number) if number else thread.head(shot)
            case Compare(first=first, second=second):
                await self._say(iteration_id, thread, await self._comparing.pair(thread, shot, first, second))
                return []
            case Variations(count=count, then=None):
                return [self._again(iteration_id, message, thread, shot, count)]
            case Redo(then=None):
                return [self._again(iteration_id, message, thread, shot, 1)]
            case Variations(then=then) | Redo(then=then):
                head = thread.head(shot)
                return await self._drawing(iteration_id, message, thread, head, then) if then else []
            case _:
                raise BadRequest("Adding and dropping shots is not possible yet. Ask for a new set with `/imageset`.")
        await self._store.shots.set_head(shot.id, version.id)
        await self._show.root(await self._views.of_set(thread.shot_set.id))
        await self._say(iteration_id, thread, Answer(f"Back to {thread.label(version)}."))
        return await self._drawing(iteration_id, message, thread, version, then) if then else []

    async def _drawing(
        self, iteration_id: str, message: Message, thread: Thread, parent: Version, wish: Drawing
    ) -> Sequence[Job]:
        if isinstance(wish, Structural):
            await self._say(iteration_id, thread, structural(wish, iteration_id))
            return []
        edited = next_edit(wish, parent, message.text)
        number = next(shot.number for shot in thread.shots if shot.id == parent.shot_id)
        return [job_of_edit(iteration_id, thread.shot_set, parent, number, message.user, edited)]

    def _again(self, iteration_id: str, message: Message, thread: Thread, shot: Shot, count: int) -> Job:
        return job_again(
            iteration_id, thread.shot_set, shot, thread.versions, message.user, count, of=thread.head(shot)
        )

    async def _say(self, iteration_id: str, thread: Thread, answer: Answer) -> None:
        place = thread.shot_set.place
        here = Place(place.workspace, place.channel, thread.shot_set.root_ts or place.thread_ts)
        await self._show.answer(f"answer:{iteration_id}", here, answer)

    async def _refuse(self, iteration_id: str, sentence: str) -> Json:
        message = await self._store.sessions.find_message(iteration_id)
        if message:
            place = Place(message.workspace, message.channel, message.thread_ts)
            await self._show.answer(f"answer:{iteration_id}", place, Answer(sentence))
        if (await self._store.iterations.get_iteration(iteration_id)).state is IterationState.OPEN:
            await self._store.iterations.end_iteration(iteration_id, IterationState.FAILED, sentence)
        return None

    async def _end(self, iteration_id: str) -> Json:
        iteration = await self._store.iterations.get_iteration(iteration_id)
        if iteration.state is IterationState.OPEN:
            await self._store.iterations.end_iteration(iteration_id, IterationState.DONE)
        return None
