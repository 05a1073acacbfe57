"""Which errors of databases and object stores pass by themselves: no connection, a full disk, a lock that is held.

They become `Unavailable`, so that work waits and a person reads a sentence; all others are faults of ours and stay.
"""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import structlog
from obstore.exceptions import BaseError, InvalidPathError, NotSupportedError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from bot.errors import Unavailable

RECORDS = "I cannot reach my records right now, so nothing was started by this. Try again in a few minutes."
PICTURES = "I cannot reach the place where I keep pictures right now. Try again in a few minutes."

# sqlite.org/rescode.html, primary codes
_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE}

OnOutage = Callable[[str], None]  # told "database" or "pictures"

log = structlog.get_logger()


def nobody(what: str) -> None:
    """Who does not count outages."""


@contextmanager
def of_database(on_outage: OnOutage = nobody) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolExhausted, psycopg.OperationalError, sqlite3.OperationalError) as error:
        if not is_outage(error):
            raise
        on_outage("database")
        raise _unavailable("database", error, RECORDS) from error


@contextmanager
def of_pictures(on_outage: OnOutage = nobody, *, is_writing: bool = False) -> Iterator[None]:
    """A picture that is not there is no outage, and told by FileNotFoundError; a bucket or folder that is gone is."""
    try:
        yield
    except FileNotFoundError as error:
        if not is_writing:
            raise
        on_outage("pictures")
        raise _unavailable("pictures", error, PICTURES) from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        on_outage("pictures")
        raise _unavailable("pictures", error, PICTURES) from error
    except BaseError as error:
        if isinstance(error, InvalidPathError | NotSupportedError):
            raise
        on_outage("pictures")
        raise _unavailable("pictures", error, PICTURES) from error


def is_outage(error: BaseException) -> bool:
    """No word is read where the driver gives a code."""
    if isinstance(error, PoolExhausted):
        return True
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or (error.orig is not None and is_outage(error.orig))
    if isinstance(error, psycopg.Error):  # also a deadlock, a lost race, a server that shuts down
        return isinstance(error, psycopg.OperationalError)
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _SQLITE


def _unavailable(what: str, error: BaseException, sentence: str) -> Unavailable:
    cause = error.orig if isinstance(error, DBAPIError) else error  # without the statement and its values
    log.warning("storage is out of reach", what=what, cause=str(cause).splitlines()[:1], kind=type(cause).__name__)
    return Unavailable(sentence)
