"""Sets: asked, planned, drawn, found again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Message, Place, Plan, Reference, SetRequest, SetState, ShotSet
from storage.clock import Clock, utc_now
from storage.codec import from_json, to_json
from storage.database import Database
from storage.dialects import add_if_new
from storage.iterations import (
    SET,
    IterationState,
    add_iteration,
    close_iteration,
)
from storage.missing import NotFound
from storage.references import references_of, replace_references
from storage.sessions import add_session, add_workspace, record_message
from storage.shots import replace_shots
from storage.tables import sessions, set_references, shot_sets

_RESTARTED = (SetState.ASKED, SetState.DRAWING, SetState.CANCELLING)  # WAITING waits for a person


_BY_ID = select(shot_sets).where(shot_sets.c.id == bindparam("wanted"))
_STATE = select(shot_sets.c.state).where(shot_sets.c.id == bindparam("wanted"))


class Sets:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def open_set(
        self, message: Message, request: SetRequest, shot_set_id: str, session_id: str, now: datetime
    ) -> bool:
        """Record what was asked, in one transaction; False if this message was recorded before."""
        async with self._database.write() as db:
            await add_workspace(db, message.workspace, now)
            if not await record_message(db, message, session_id, now):
                return False
            await add_session(db, session_id, message, now)
            await add_iteration(
                db, shot_set_id, message.workspace, session_id, SET, message.user, now, message_id=message.id
            )
            return await add_if_new(db, shot_sets, _row_of(message, request, shot_set_id, session_id, now))

    async def get_set(self, set_id: str) -> ShotSet:
        async with self._database.read() as db:
            row = (await db.execute(_BY_ID, {"wanted": set_id})).first()
            if row is None:
                raise NotFound("set", set_id)
            return _set_from(row, (await references_of(db, set_references, [set_id]))[set_id])

    async def state_of(self, set_id: str) -> SetState:
        async with self._database.read() as db:
            state = (await db.scalars(_STATE, {"wanted": set_id})).first()
        if state is None:
            raise NotFound("set", set_id)
        return SetState(state)

    async def sets_in_thread(self, workspace: str, channel: str, thread_ts: str) -> list[ShotSet]:
        """Newest first."""
        return await self._select(
            shot_sets.c.workspace == workspace, shot_sets.c.channel == channel, shot_sets.c.thread_ts == thread_ts
        )

    async def sets_of_user(self, workspace: str, user: str, limit: int) -> list[ShotSet]:
        """Newest first."""
        return await self._select(shot_sets.c.workspace == workspace, shot_sets.c.asked_by == user, limit=limit)

    async def newest_in(self, workspace: str, user: str, channel: str) -> ShotSet | None:
        """A person's newest set in a channel."""
        mine = (shot_sets.c.workspace == workspace, shot_sets.c.asked_by == user, shot_sets.c.channel == channel)
        found = await self._select(*mine, limit=1)
        return found[0] if found else None

    async def open_work(self) -> list[str]:
        """Ids of the sets whose workflow must run, oldest first: started again after a crash, twice is harmless."""
        unfinished = select(shot_sets.c.id).where(shot_sets.c.state.in_(_RESTARTED)).order_by(shot_sets.c.created)
        async with self._database.read() as db:
            return list((await db.scalars(unfinished)).all())

    async def save_plan(self, set_id: str, plan: Plan, references: Sequence[Reference]) -> bool:
        """False, and nothing is changed, once a shot has been queued: a repeated step must not undo the drawing."""
        return await self._replace_plan(set_id, plan, references)

    async def replace_plan(self, set_id: str, plan: Plan) -> bool:
        """The person's edited plan; the references stay. False once a shot has been queued."""
        return await self._replace_plan(set_id, plan, None)

    async def _replace_plan(self, set_id: str, plan: Plan, references: Sequence[Reference] | None) -> bool:
        async with self._database.write() as db:
            before = await _locked(db, set_id)
            if not await replace_shots(db, before.workspace, set_id, plan):
                return False
            await db.execute(
                update(shot_sets).where(shot_sets.c.id == set_id).values(title=plan.title, style=plan.style)
            )
            unnamed = sessions.c.title.in_(("", before.title))  # a session is called after its first set
            named = update(sessions).where(sessions.c.id == before.session_id, unnamed)
            await db.execute(named.values(title=plan.title))
            if references is not None:
                await replace_references(db, set_references, before.workspace, set_id, references)
            return True

    async def set_state(
        self,
        set_id: str,
        state: SetState,
        *,
        from_: Collection[SetState] | None = None,
        quality: str | None = None,
        problem: str | None = None,
        started: datetime | None = None,
        ended: datetime | None = None,
    ) -> bool:
        """Move a set, if it is in one of `from_`: of two that press at once, one is told False.

        What is None stays, but the problem is replaced. The set's iteration ends, or is open again, with it.
        """
        given = {"quality": quality, "started": started, "ended": ended}
        values = {"state": state, "problem": problem} | {name: value for name, value in given.items() if value}
        move = update(shot_sets).where(shot_sets.c.id == set_id).values(values).returning(shot_sets.c.id)
        if from_ is not None:
            move = move.where(shot_sets.c.state.in_(from_))
        async with self._database.write() as db:
            if (await db.execute(move)).first() is None:
                return False
            iteration_state = IterationState(state) if state.is_over else IterationState.OPEN
            await close_iteration(db, set_id, iteration_state, self._clock(), problem)
            return True

    async def set_root(self, set_id: str, channel: str, ts: str, thread_ts: str | None = None) -> None:
        """Where the root message stands. The thread is `thread_ts`, else the one it was asked in, else the root's."""
        async with self._database.write() as db:
            row = await _locked(db, set_id)
            thread = thread_ts or row.thread_ts or ts
            mine = update(shot_sets).where(shot_sets.c.id == set_id)
            await db.execute(mine.values(channel=channel, root_ts=ts, thread_ts=thread))
            session = update(sessions).where(sessions.c.id == row.session_id, sessions.c.thread_ts.is_(None))
            await db.execute(session.values(channel=channel, thread_ts=thread))

    async def _select(self, *where: ColumnElement[bool], limit: int | None = None) -> list[ShotSet]:
        query = select(shot_sets).where(*where).order_by(shot_sets.c.created.desc(), shot_sets.c.id).limit(limit)
        async with self._database.read() as db:
            rows = (await db.execute(query)).all()
            references = await references_of(db, set_references, [row.id for row in rows])
        return [_set_from(row, references[row.id]) for row in rows]


async def _locked(db: AsyncConnection, set_id: str) -> Row[Any]:
    row = (await db.execute(select(shot_sets).where(shot_sets.c.id == set_id).with_for_update())).first()
    if row is None:
        raise NotFound("set", set_id)
    return row


def _row_of(message: Message, request: SetRequest, shot_set_id: str, session_id: str, now: datetime) -> dict[str, Any]:
    return {
        "id": shot_set_id,
        "workspace": message.workspace,
        "session_id": session_id,
        "channel": message.channel,
        "thread_ts": message.thread_ts,
        "asked_by": message.user,
        "request": to_json(request),
        "title": "",
        "style": "",
        "quality": request.quality,
        "state": SetState.ASKED,
        "created": now,
    }


def _set_from(row: Row[Any], references: tuple[Reference, ...]) -> ShotSet:
    return ShotSet(
        id=row.id,
        session_id=row.session_id,
        place=Place(row.workspace, row.channel, row.thread_ts),
        asked_by=row.asked_by,
        request=from_json(SetRequest, row.request),
        title=row.title,
        style=row.style,
        quality=row.quality,
        state=SetState(row.state),
        created=row.created,
        root_ts=row.root_ts,
        references=references,
        started=row.started,
        ended=row.ended,
        problem=row.problem,
    )
