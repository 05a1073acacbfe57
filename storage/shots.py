"""The shots of a set and where each stands."""

from collections.abc import Collection
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Plan, SetState, Shot, ShotState
from storage.database import Database
from storage.ledger import note_attempt
from storage.missing import NotFound
from storage.tables import shot_sets, shots, versions

_OF_SET = select(shots).where(shots.c.set_id == bindparam("wanted")).order_by(shots.c.number)


class Begun(Enum):
    """How the drawing of a call begins."""

    NO = "no"  # the set was cancelled, or the call has given its pictures elsewhere; nothing was changed
    FIRST = "first"
    AGAIN = "again"  # an earlier run was cut off: its attempts say where


class Shots:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get_shots(self, set_id: str) -> list[Shot]:
        async with self._database.read() as db:
            return [_shot_from(row) for row in await db.execute(_OF_SET, {"wanted": set_id})]

    async def get_shot(self, shot_id: str) -> Shot:
        async with self._database.read() as db:
            row = (await db.execute(select(shots).where(shots.c.id == shot_id))).first()
        if row is None:
            raise NotFound("shot", shot_id)
        return _shot_from(row)

    async def shot_state(
        self,
        shot_id: str,
        state: ShotState,
        *,
        from_: Collection[ShotState] | None = None,
        problem: str | None = None,
        started: datetime | None = None,
        ended: datetime | None = None,
    ) -> bool:
        """Move a shot, if it is in one of `from_`. The problem is replaced; a new start forgets the last end."""
        values: dict[str, Any] = {"state": state, "problem": problem}
        if started:
            values |= {"started": started, "ended": None}
        if ended:
            values["ended"] = ended
        move = update(shots).where(shots.c.id == shot_id).values(values).returning(shots.c.id)
        if from_ is not None:
            move = move.where(shots.c.state.in_(from_))
        async with self._database.write() as db:
            return (await db.execute(move)).first() is not None

    async def set_head(self, shot_id: str, version_id: str) -> None:
        """People go back to this version; the next picture of the shot is the head again."""
        async with self._database.write() as db:
            await db.execute(update(shots).where(shots.c.id == shot_id).values(head_id=version_id))

    async def queue(self, set_id: str) -> None:
        """All planned shots of a set at once."""
        planned = update(shots).where(shots.c.set_id == set_id, shots.c.state == ShotState.PLANNED)
        async with self._database.write() as db:
            await db.execute(planned.values(state=ShotState.QUEUED))

    async def begin_drawing(
        self, shot_id: str, now: datetime, call_id: str, estimate: int, *, even_if_cancelled: bool = False
    ) -> Begun:
        """The shot is being drawn, and the call's first attempt is noted, in one transaction."""
        values = {"state": ShotState.DRAWING, "problem": None, "started": now, "ended": None}
        is_new = ~exists().where(versions.c.call_id == call_id)
        begin = update(shots).where(shots.c.id == shot_id, is_new).values(values).returning(shots.c.id)
        if not even_if_cancelled:
            cancelled = (SetState.CANCELLING, SetState.CANCELLED)
            begin = begin.where(~exists().where(shot_sets.c.id == shots.c.set_id, shot_sets.c.state.in_(cancelled)))
        async with self._database.write() as db:
            if (await db.execute(begin)).first() is None:
                return Begun.NO
            return Begun.FIRST if await note_attempt(db, call_id, 0, estimate, now) else Begun.AGAIN


def shot_id_of(set_id: str, number: int) -> str:
    return f"{set_id}:{number}"


async def replace_shots(db: AsyncConnection, workspace: str, set_id: str, plan: Plan) -> bool:
    """The plan's shots instead of those before; False, and nothing is changed, once one has been queued."""
    beyond = select(shots.c.id).where(shots.c.set_id == set_id, shots.c.state != ShotState.PLANNED).limit(1)
    if (await db.execute(beyond)).first():
        return False
    await db.execute(delete(shots).where(shots.c.set_id == set_id))
    rows = [
        {
            "id": shot_id_of(set_id, planned.number),
            "workspace": workspace,
            "set_id": set_id,
            "number": planned.number,
            "title": planned.title,
            "scene": planned.scene,
            "state": ShotState.PLANNED,
        }
        for planned in plan.shots
    ]
    if rows:
        await db.execute(insert(shots), rows)
    return True


def _shot_from(row: Row[Any]) -> Shot:
    return Shot(
        id=row.id,
        set_id=row.set_id,
        number=row.number,
        title=row.title,
        scene=row.scene,
        state=ShotState(row.state),
        started=row.started,
        ended=row.ended,
        problem=row.problem,
        head_id=row.head_id,
    )
