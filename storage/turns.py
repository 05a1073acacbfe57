"""Calls of the image API, made or waited for by all processes: the provider's limits hold for all of them together."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.dialects import lock, now_in
from storage.tables import executors, turns

REMEMBERED = timedelta(minutes=1)  # limits are per minute, and who had a turn lately is behind the others


@dataclass(frozen=True)
class Turn:
    """One call; moments are seconds on one clock. It waits until it has begun, and is in the air until it has ended."""

    id: str
    workspace: str
    person: str
    pictures: int
    asked: float
    begun: float | None = None
    ended: float | None = None


Rule = Callable[[Sequence[Turn], float], Sequence[str]]  # all turns, now -> the ids of those that begin now


class TurnTable:
    """`ttl`: a process unseen for so long (seconds) is dead, and its calls count no more."""

    def __init__(self, database: Database, executor: str, ttl: float) -> None:
        self._database, self._executor, self._ttl = database, executor, ttl

    async def exchange(self, waiting: Sequence[Turn], over: Collection[str], rule: Rule) -> set[str]:
        """Hand in what waits here and what has ended here; learn which of this process's turns have begun.

        One process at a time. It hands out turns to all of them; each hears of its own when it asks next.
        """
        async with self._database.write() as db:
            await lock(db, "easel:turns")
            now = await now_in(db)
            await self._tidy(db, over, now)
            rows = (await db.execute(select(turns).order_by(turns.c.asked, turns.c.id))).all()
            known = {row.id for row in rows}
            new = [turn for turn in waiting if turn.id not in known]
            if new:
                await db.execute(insert(turns), [self._row(turn, now) for turn in new])
            stamp = now.timestamp()
            all_turns = [*map(_turn_from, rows), *(replace(turn, asked=stamp) for turn in new)]
            begin = set(rule(all_turns, stamp))
            if begin:
                await db.execute(update(turns).where(turns.c.id.in_(begin)).values(begun=now))
            mine = {row.id for row in rows if row.executor == self._executor} | {turn.id for turn in new}
            return mine & (begin | {row.id for row in rows if row.begun and not row.ended})

    async def _tidy(self, db: AsyncConnection, over: Collection[str], now: datetime) -> None:
        if over:
            await db.execute(update(turns).where(turns.c.id.in_(over)).values(ended=now))
        await db.execute(delete(turns).where(turns.c.ended < now - REMEMBERED))
        living = select(executors.c.id).where(executors.c.seen > now - timedelta(seconds=self._ttl))
        gone = turns.c.executor.not_in(living) & (turns.c.executor != self._executor)
        await db.execute(delete(turns).where(gone))

    def _row(self, turn: Turn, now: datetime) -> dict[str, Any]:
        return {
            "id": turn.id,
            "executor": self._executor,
            "workspace": turn.workspace,
            "person": turn.person,
            "pictures": turn.pictures,
            "asked": now,
        }


def _turn_from(row: Row[Any]) -> Turn:
    return Turn(
        id=row.id,
        workspace=row.workspace,
        person=row.person,
        pictures=row.pictures,
        asked=row.asked.timestamp(),
        begun=row.begun.timestamp() if row.begun else None,
        ended=row.ended.timestamp() if row.ended else None,
    )
