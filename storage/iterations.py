"""Iterations: what is being answered, and what must be started again after a crash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, and_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Message
from storage.clock import Clock, utc_now
from storage.database import Database
from storage.dialects import add_if_new
from storage.missing import NotFound
from storage.sessions import record_message, workspace_of
from storage.tables import iterations


class IterationState(StrEnum):
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True)
class Iteration:
    """One request being answered; `details` is what its workflow needs to be started again."""

    id: str
    workspace: str
    session_id: str
    set_id: str | None
    user: str
    kind: str
    details: dict[str, Any]
    state: IterationState
    created: datetime
    ended: datetime | None = None
    problem: str | None = None


class Iterations:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def begin_iteration(
        self,
        message: Message | None,
        iteration_id: str,
        session_id: str,
        kind: str,
        user: str,
        now: datetime,
        *,
        set_id: str | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> bool:
        """False if the message or the iteration was recorded before: then somebody works on it already."""
        async with self._database.write() as db:
            workspace = await workspace_of(db, session_id)
            if message and not await record_message(db, message, session_id, now):
                return False
            return await add_iteration(
                db,
                iteration_id,
                workspace,
                session_id,
                kind,
                user,
                now,
                message_id=message.id if message else None,
                set_id=set_id,
                details=details,
            )

    async def is_next(self, iteration_id: str) -> bool:
        """Whether nothing that was asked before it in its session, of the same kind, is still open."""
        mine, before = iterations.alias("mine"), iterations.alias("before")
        older = tuple_(before.c.created, before.c.id) < tuple_(mine.c.created, mine.c.id)
        same = and_(before.c.session_id == mine.c.session_id, before.c.kind == mine.c.kind)
        waiting = select(before.c.id).join(mine, and_(same, older)).where(mine.c.id == iteration_id)
        async with self._database.read() as db:
            found = await db.execute(waiting.where(before.c.state == IterationState.OPEN).limit(1))
            return found.first() is None

    async def end_iteration(self, iteration_id: str, state: IterationState, problem: str | None = None) -> None:
        async with self._database.write() as db:
            await close_iteration(db, iteration_id, state, self._clock(), problem)

    async def get_iteration(self, iteration_id: str) -> Iteration:
        async with self._database.read() as db:
            row = (await db.execute(select(iterations).where(iterations.c.id == iteration_id))).first()
        if row is None:
            raise NotFound("iteration", iteration_id)
        return _iteration_from(row)

    async def open_iterations(self, *kinds: str, set_id: str | None = None) -> list[Iteration]:
        """Unfinished work other than new sets (see Sets.open_work): of these kinds and this set, where given."""
        unfinished = select(iterations).where(iterations.c.state == IterationState.OPEN, iterations.c.kind != SET)
        if kinds:
            unfinished = unfinished.where(iterations.c.kind.in_(kinds))
        if set_id:
            unfinished = unfinished.where(iterations.c.set_id == set_id)
        async with self._database.read() as db:
            return [_iteration_from(row) for row in await db.execute(unfinished.order_by(iterations.c.created))]


SET = "set"  # the kind of a new set's iteration, whose id is the set's


async def add_iteration(
    db: AsyncConnection,
    iteration_id: str,
    workspace: str,
    session_id: str,
    kind: str,
    user: str,
    now: datetime,
    *,
    message_id: str | None,
    set_id: str | None = None,
    details: Mapping[str, Any] | None = None,
) -> bool:
    row = {
        "id": iteration_id,
        "workspace": workspace,
        "session_id": session_id,
        "message_id": message_id,
        "set_id": set_id,
        "user": user,
        "kind": kind,
        "details": dict(details or {}),
        "state": IterationState.OPEN,
        "created": now,
    }
    return await add_if_new(db, iterations, row)


async def close_iteration(
    db: AsyncConnection, iteration_id: str, state: IterationState, now: datetime, problem: str | None
) -> None:
    ended = None if state is IterationState.OPEN else now
    await db.execute(
        update(iterations).where(iterations.c.id == iteration_id).values(state=state, problem=problem, ended=ended)
    )


def _iteration_from(row: Row[Any]) -> Iteration:
    values = dict(row._mapping)
    del values["message_id"]
    return Iteration(**(values | {"state": IterationState(row.state)}))
