"""Finished pictures: kept together with what they cost, so that neither can exist without the other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Edited, ShotState, Spend, Version
from storage.clock import Clock, utc_now
from storage.codec import from_json, to_json
from storage.database import Database
from storage.ledger import settle
from storage.missing import NotFound
from storage.tables import shots, versions

_BY_ID = select(versions).where(versions.c.id == bindparam("wanted"))
_OF_CALL = select(versions).where(versions.c.call_id == bindparam("wanted")).order_by(versions.c.place)
_OF_SET = (
    select(versions)
    .join(shots, shots.c.id == versions.c.shot_id)
    .where(versions.c.set_id == bindparam("wanted"))
    .order_by(shots.c.number, versions.c.number)
)


class Versions:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def keep(self, drawn: Sequence[Version], spend: Spend) -> tuple[Version, ...]:
        """Versions, spend, hold, attempt and shot in one transaction; gives the versions with their numbers.

        The call is `spend.hold_id`. A call that was kept before keeps its versions; a spend of another id is still
        written, because it was paid.
        """
        if not drawn:
            raise ValueError("nothing was drawn: record the spend instead")
        async with self._database.write() as db:
            now = self._clock()
            await _mark_drawn(db, drawn, now)
            await settle(db, spend, now)
            if kept := await _of_call(db, spend.hold_id):
                return kept
            numbered = await _numbered(db, drawn)
            rows = [
                _row_of(version) | {"workspace": spend.workspace, "call_id": spend.hold_id, "place": place}
                for place, version in enumerate(numbered)
            ]
            await db.execute(insert(versions), rows)
            return numbered

    async def find_drawing(self, call_id: str) -> tuple[Version, ...] | None:
        """What this paid call has given before, if it was finished."""
        async with self._database.read() as db:
            return await _of_call(db, call_id) or None

    async def versions_of(self, set_id: str) -> list[Version]:
        """By shot, oldest first."""
        async with self._database.read() as db:
            return [_version_from(row) for row in await db.execute(_OF_SET, {"wanted": set_id})]

    async def get_version(self, version_id: str) -> Version:
        async with self._database.read() as db:
            row = (await db.execute(_BY_ID, {"wanted": version_id})).first()
        if row is None:
            raise NotFound("version", version_id)
        return _version_from(row)

    async def version_card(self, version_id: str, ts: str | None = None, file_id: str | None = None) -> None:
        """Where it is shown: its card, and Slack's copy of it. What is None stays."""
        values = {name: value for name, value in (("card_ts", ts), ("file_id", file_id)) if value}
        if values:
            async with self._database.write() as db:
                await db.execute(update(versions).where(versions.c.id == version_id).values(values))


async def _mark_drawn(db: AsyncConnection, drawn: Sequence[Version], now: datetime) -> None:
    """It also locks them: two calls for one shot take their numbers one after the other; in one order, so that they
    cannot deadlock."""
    for shot_id in sorted({version.shot_id for version in drawn}):
        mine = update(shots).where(shots.c.id == shot_id)
        await db.execute(mine.values(state=ShotState.DRAWN, problem=None, ended=now, head_id=None))


async def _numbered(db: AsyncConnection, drawn: Sequence[Version]) -> tuple[Version, ...]:
    ids = {version.shot_id for version in drawn}
    highest = select(versions.c.shot_id, func.max(versions.c.number)).where(versions.c.shot_id.in_(ids))
    last: dict[str, int] = {row[0]: row[1] for row in await db.execute(highest.group_by(versions.c.shot_id))}
    numbered = []
    for version in drawn:
        last[version.shot_id] = last.get(version.shot_id, 0) + 1
        numbered.append(replace(version, number=last[version.shot_id]))
    return tuple(numbered)


async def _of_call(db: AsyncConnection, call_id: str) -> tuple[Version, ...]:
    return tuple(_version_from(row) for row in await db.execute(_OF_CALL, {"wanted": call_id}))


def _row_of(version: Version) -> dict[str, Any]:
    return vars(version) | {"edited": to_json(version.edited) if version.edited else None}


def _version_from(row: Row[Any]) -> Version:
    values = dict(row._mapping)
    values["edited"] = from_json(Edited, row.edited) if row.edited else None
    for name in ("workspace", "call_id", "place"):
        del values[name]
    return Version(**values)
