"""Whether this process can do its work now: each part that it needs says what is missing, if anything is."""

import asyncio
from collections.abc import Awaitable, Callable

Check = Callable[[], Awaitable[str | None]]

PATIENCE_SECONDS = 3.0
STARTING = "It is starting."
STOPPING = "It is stopping: work in the air is finished, new work goes to others."


class Health:
    """Not ready before `open`, nor after `close`."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}
        self._closed: str | None = STARTING

    def needs(self, name: str, check: Check) -> None:
        """`check` gives None, or a sentence that says what is wrong; an error counts as one."""
        self._checks[name] = check

    def open(self) -> None:
        self._closed = None

    def close(self) -> None:
        self._closed = STOPPING

    async def problem(self) -> str | None:
        """The first thing that stands in the way of work, in words."""
        if self._closed:
            return self._closed
        for name, check in self._checks.items():
            if found := await _look(name, check):
                return found
        return None


async def _look(name: str, check: Check) -> str | None:
    try:
        return await asyncio.wait_for(check(), PATIENCE_SECONDS)
    except TimeoutError:
        return f"The {name} does not answer."
    except Exception as error:  # whatever a driver raises: its words may hold addresses, so only its kind is told
        return f"The {name} cannot be reached ({type(error).__name__})."
