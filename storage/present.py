"""What is going on now, counted over all workspaces: for metrics and readiness."""

from dataclasses import dataclass

from sqlalchemy import func, select

from storage.database import Database
from storage.tables import holds, shot_sets

_UNFINISHED = ("asked", "waiting", "drawing", "cancelling")


@dataclass(frozen=True)
class Present:
    """`sets`: how many are in each state that is not an end. `held`: micro-USD in open holds."""

    sets: dict[str, int]
    held: int


async def present(database: Database) -> Present:
    """Both answered by indexes; fails when the database cannot be reached."""
    states = select(shot_sets.c.state, func.count()).where(shot_sets.c.state.in_(_UNFINISHED))
    held = select(func.coalesce(func.sum(holds.c.amount), 0)).where(holds.c.state == "open")
    async with database.read() as db:
        counted = {str(state): int(count) for state, count in await db.execute(states.group_by(shot_sets.c.state))}
        return Present(dict.fromkeys(_UNFINISHED, 0) | counted, int((await db.execute(held)).scalar_one()))
