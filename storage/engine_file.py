"""The SQLite file of the workflow engine: durable, and patient where the engine itself would give up.

The engine waits while a database is locked, but takes a full disk for the end of a workflow, which would then stand
still until the next start. Here every error that passes by itself is told to it as a lock.
"""

import sqlite3
from contextlib import closing
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from storage.outages import is_outage

# After a power failure the last moments may be missing here, as after a kill: steps are then repeated, harmlessly
# and by design. What must not be missing, money above all, is in app.db, which waits for the disk.
_PRAGMAS = ("busy_timeout=30000", "foreign_keys=on", "synchronous=normal")
WAITS_FOR = "database is locked"  # the words that the engine tries again on


class OutOfReach(Exception):
    """Not now; later."""


def engine_file(url: str) -> Engine:
    """Call it off the event loop: it opens the file."""
    if path := make_url(url).database:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=wal")  # the file remembers it
    engine = create_engine(url, pool_size=20, max_overflow=0, pool_timeout=30)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = "IMMEDIATE"
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "handle_error")
    def on_error(context: ExceptionContext) -> Exception | None:
        error = context.original_exception
        return OutOfReach(f"{WAITS_FOR}, or worse: {error}") if is_outage(error) else None

    return engine
