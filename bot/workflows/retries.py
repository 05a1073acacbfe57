"""Which failed calls are made again, and after how long: the one table.

| what happened                                  | again?                                              |
|------------------------------------------------|-----------------------------------------------------|
| Busy with Retry-After (429)                    | after that time                                     |
| Busy (overload, 5xx, no connection)            | after 1, 2, 4 … 30 s, until 15 minutes have passed  |
| Busy that may have been billed (cut off, slow) | once                                                |
| everything else                                | never by itself: a person decides                   |
"""

from bot.errors import Busy, ProviderError

GIVE_UP_AFTER_SECONDS = 900.0
LONGEST_WAIT = 30.0


def wait_before(error: ProviderError, failures: int, waited: float) -> float | None:
    """Seconds until the next try after `failures` failed ones and `waited` seconds of waiting; None: give up."""
    if not isinstance(error, Busy):
        return None
    if error.may_be_billed and failures > 1:
        return None
    wait = error.retry_after if error.retry_after is not None else min(LONGEST_WAIT, 2.0 ** (failures - 1))
    return wait if waited + wait <= GIVE_UP_AFTER_SECONDS else None
