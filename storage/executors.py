"""The running processes, each seen a few seconds ago. The database's clock counts: machines disagree about the time."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from storage.database import Database
from storage.dialects import add_if_new, now_in
from storage.tables import executors

KEPT = timedelta(days=1)  # a row says nothing any more once nobody could still be waiting for it


class Executors:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def beat(self, executor: str) -> float:
        """Be seen; the seconds since it was seen before, 0 for the first time."""
        mine = executors.c.id == executor
        async with self._database.write() as db:
            now = await now_in(db)
            if await add_if_new(db, executors, {"id": executor, "seen": now}):
                return 0.0
            before: datetime = (await db.scalars(select(executors.c.seen).where(mine))).one()
            await db.execute(update(executors).where(mine).values(seen=now))
            return (now - before).total_seconds()

    async def seen(self) -> dict[str, float]:
        """By executor, the seconds since it was seen."""
        async with self._database.write() as db:
            now = await now_in(db)
            await db.execute(delete(executors).where(executors.c.seen < now - KEPT))
            return {row.id: (now - row.seen).total_seconds() for row in await db.execute(select(executors))}

    async def leave(self, executor: str) -> None:
        """Gone on purpose: others take over at once."""
        async with self._database.write() as db:
            await db.execute(delete(executors).where(executors.c.id == executor))
