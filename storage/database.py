"""The connection to the database: one code for SQLite and PostgreSQL.

SQLite's default of many connections loses read-modify-writes; here one connection writes, each transaction begins
IMMEDIATE, and others read. synchronous=FULL because money must survive a power loss.
"""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import URL, Connection, Engine, event, make_url, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.dialects import lock
from storage.near import BEGIN_TO_WRITE, connecting
from storage.outages import OnOutage, nobody, of_database
from storage.precedence import Precedence
from storage.schema import upgrade

_PRAGMAS = ("busy_timeout=30000", "synchronous=full", "foreign_keys=on")
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


class _Moment(NamedTuple):
    """A transaction that reads; a child task has the context of its parent, but not its connection."""

    task: asyncio.Task[Any] | None
    db: AsyncConnection


class Database:
    """`write()` is one transaction, committed when the block ends well; `read()` sees one moment and writes nothing.

    A `read()` within another of the same task sees that one's moment: so several lookups become one.
    """

    def __init__(self, url: str, on_outage: OnOutage = nobody) -> None:
        address = _address(url)
        self.precedence = Precedence()
        self._on_outage = on_outage
        self._moment: ContextVar[_Moment | None] = ContextVar("moment", default=None)
        self._file: str | None = None
        if address.get_backend_name() == "sqlite":
            self._file = address.database
            self._writer, self._reader = _sqlite(address)
        else:
            self._writer = create_async_engine(
                address, pool_size=10, pool_timeout=60, pool_pre_ping=True, connect_args={"connect_timeout": 5}
            )
            self._reader = self._writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        with of_database(self._on_outage):
            async with self.precedence.slot(), self._writer.begin() as db:
                yield db

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        outer, task = self._moment.get(), asyncio.current_task()
        if outer and outer.task is task:
            yield outer.db
            return
        with of_database(self._on_outage):
            async with self.precedence.slot(), self._reader.connect() as db:
                token = self._moment.set(_Moment(task, db))
                try:
                    yield db
                finally:
                    self._moment.reset(token)

    async def migrate(self) -> None:
        """Bring the tables to this release; several processes may start at once."""
        if self._file:
            await asyncio.to_thread(_use_wal, self._file)
        async with self.write() as db:
            await lock(db, "easel:migrate")
            await db.run_sync(upgrade)

    async def ping(self) -> None:
        """Raises what an attempt to read raises."""
        async with self.read() as db:
            await db.execute(select(1))

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()


def _address(url: str) -> URL:
    address = make_url(url)
    address = address.set(drivername=_DRIVERS.get(address.drivername, address.drivername))
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise ValueError(f"DATABASE_URL: {address.get_backend_name()} is not supported; use sqlite or postgresql.")
    return address


def _sqlite(address: URL) -> tuple[AsyncEngine, AsyncEngine]:
    if not address.database or address.database == ":memory:":
        raise ValueError("DATABASE_URL: SQLite needs a file, as in sqlite+aiosqlite:////data/app.db.")
    Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    connect = connecting(address.database)
    writer = create_async_engine(address, async_creator=connect, pool_size=1, max_overflow=0, pool_timeout=60)
    reader = create_async_engine(address, async_creator=connect, pool_size=4, max_overflow=0, pool_timeout=60)
    _prepare(writer.sync_engine, _PRAGMAS, BEGIN_TO_WRITE)
    _prepare(reader.sync_engine, (*_PRAGMAS, "query_only=on"), "BEGIN")
    return writer, reader


def _use_wal(file: str) -> None:
    """The file remembers it. While another process does the same, SQLite says "locked" at once and does not wait."""
    for _ in range(200):
        with closing(sqlite3.connect(file)) as connection:
            try:
                connection.execute("PRAGMA journal_mode=wal")
                return
            except sqlite3.OperationalError:
                time.sleep(0.05)
    raise RuntimeError(f"{file} stays locked by another program; stop that one first.")


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver begins no transaction of its own
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
