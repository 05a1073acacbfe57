"""Waiting out what passes by itself: our own database or picture store out of reach, or full; Slack away.

A step that meets it is not over: it waits and goes on where it was, for hours if need be, because the people who asked
have been told that their pictures will come.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from itertools import count
from typing import TypeVar

import structlog

from bot.errors import Unavailable

T = TypeVar("T")

FIRST_SECONDS = 0.5
LONGEST_SECONDS = 15.0
GIVE_UP_AFTER_SECONDS = 12 * 3600.0

log = structlog.get_logger()


async def waiting_out(what: str, body: Callable[[], Awaitable[T]]) -> T:
    """The result of `body`, which must be harmless to repeat."""
    began = time.monotonic()
    for tries in count():
        try:
            return await body()
        except Unavailable as away:
            waited = time.monotonic() - began
            if waited > GIVE_UP_AFTER_SECONDS:
                raise
            pause = min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** min(tries, 10))
            log.warning("waiting", step=what, why=away.sentence, waited=round(waited, 1), pause=pause)
            await asyncio.sleep(pause)
    raise AssertionError("unreachable: tries have no end")
