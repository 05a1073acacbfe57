"""Images per minute: a sliding window, and the refusal with the seconds to wait."""

import math
import time
from collections import deque

from tests.sandbox.models.errors import rate_limited

WINDOW = 60.0


class Pace:
    def __init__(self) -> None:
        self._drawn: deque[float] = deque()

    def take(self, n: int, limit: int | None, model: str) -> None:
        """Count n pictures, or refuse them all when they do not fit into this minute."""
        if limit is None:
            return
        now = time.monotonic()
        while self._drawn and self._drawn[0] <= now - WINDOW:
            self._drawn.popleft()
        used = len(self._drawn)
        if used + n > limit:
            must_go = min(used + n - limit, used)
            wait = WINDOW if must_go == 0 else self._drawn[must_go - 1] + WINDOW - now
            said = f"Rate limit reached for {model} on images per min: Limit {limit}, Used {used}, Requested {n}"
            raise rate_limited(math.ceil(wait), said)
        self._drawn.extend([now] * n)
