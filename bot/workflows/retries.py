"""Which failed calls are made again, and after how long: the one table.

| what happened                                  | again?                                              |
|------------------------------------------------|-----------------------------------------------------|
| Busy with Retry-After (429)                    | after that time                                     |
| Busy (overload, 5xx, no connection)            | after 1, 2, 4 … 30 s, until 15 minutes have passed  |
| Busy that may have been billed (cut off, slow) | once                                                |
| everything else                                | never by itself: a person decides                   |
"""

from dataclasses import dataclass

from bot.errors import Busy, ProviderError


@dataclass(frozen=True)
class Retries:
    """In seconds. People are told of a wait as soon as it will take longer than `told_after` in all."""

    first: float = 1.0
    longest: float = 30.0
    give_up_after: float = 900.0
    told_after: float = 5.0


class Patience:
    """One call's: how often it has failed, and how long it has waited for the next try."""

    def __init__(self, retries: Retries) -> None:
        self._retries = retries
        self._failures = self._paid_perhaps = 0
        self._waited = 0.0

    def wait_after(self, error: ProviderError) -> float | None:
        """Seconds until the next try; None: give up."""
        if not isinstance(error, Busy):
            return None
        self._failures += 1
        self._paid_perhaps += error.may_be_billed
        if error.may_be_billed and self._paid_perhaps > 1:
            return None
        wait = min(self._retries.longest, self._retries.first * 2.0 ** (self._failures - 1))
        wait = wait if error.retry_after is None else error.retry_after
        if self._waited + wait > self._retries.give_up_after:
            return None
        self._waited += wait
        return wait

    @property
    def is_long(self) -> bool:
        """With the wait that begins now."""
        return self._waited >= self._retries.told_after
