"""What SQLite and PostgreSQL say differently."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def add_if_new(db: AsyncConnection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert unless a unique key is already there; True if it was inserted."""
    return (await db.execute(_insert_if_new(table, db.dialect.name), dict(row))).first() is not None


@cache
def _insert_if_new(table: Table, dialect: str) -> Any:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing().returning(*table.primary_key)


async def lock(db: AsyncConnection, key: str) -> None:
    """One transaction at a time per key, until it ends. SQLite has one writer anyway."""
    if db.dialect.name == "postgresql":
        await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))


async def now_in(db: AsyncConnection) -> datetime:
    """The time that all processes share: the server's; a file has its one machine's."""
    if db.dialect.name != "postgresql":
        return datetime.now(UTC)
    now: datetime = (await db.scalars(select(func.clock_timestamp()))).one()
    return now.astimezone(UTC)
