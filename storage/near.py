"""SQLite without a thread change per call: only what waits for the disk or for another writer goes to a thread.

aiosqlite hands every call to a thread of its own, about ten for one SELECT that itself takes 0.02 ms; on a busy event
loop that was most of the bot's time (tests/bench). SQLite in WAL mode never makes a reader wait, and a writer only when
its transaction begins and when it is committed.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

import aiosqlite

BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
STATEMENTS_KEPT = 512
ROWS_AT_ONCE = 64


class NearConnection(aiosqlite.Connection):
    """One person at a time may use it, as the pool sees to. `_execute` is the one way of all of aiosqlite's calls."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if fn.__name__ in ("commit", "close") or (args and args[0] == BEGIN_TO_WRITE):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        if not self._running or self._connection is None:
            raise ValueError("Connection closed")  # aiosqlite's own words: SQLAlchemy knows them
        return fn(*args, **kwargs)


def connecting(file: str) -> Callable[[], Awaitable[NearConnection]]:
    """For `create_async_engine(async_creator=…)`."""

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(file, check_same_thread=False, cached_statements=STATEMENTS_KEPT)

    async def connect() -> NearConnection:
        connection = NearConnection(open_file, ROWS_AT_ONCE)
        connection._thread.daemon = True  # as SQLAlchemy does: a forgotten connection must not keep the process
        await connection
        return connection

    return connect
