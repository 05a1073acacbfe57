"""Rate limits: per method by Slack's tiers, and for new messages one per second and channel with short bursts."""

import math
import time
from dataclasses import dataclass

from tests.sandbox.slack.errors import SlackError

# Slack promises at least so many calls a minute; the sandbox gives exactly those.
PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 0: 600}
POSTS_PER_SECOND, POST_BURST = 1.0, 20
POSTS_PER_MINUTE = 300


@dataclass
class Bucket:
    """A token bucket: `size` calls at once, `refill` more per second."""

    size: float
    refill: float
    level: float
    filled: float

    def wait(self, now: float) -> float:
        """Take one token: 0.0, or the seconds until there would be one."""
        self.level = min(self.size, self.level + (now - self.filled) * self.refill)
        self.filled = now
        if self.level >= 1:
            self.level -= 1
            return 0.0
        return (1 - self.level) / self.refill


class Rates:
    def __init__(self) -> None:
        self._buckets: dict[str, Bucket] = {}

    def spend(self, method: str, tier: int, channel: str | None = None) -> None:
        """Count one call; `ratelimited` with Retry-After when it is one too many."""
        if method == "chat.postMessage":
            wait = self._wait(f"{method} {channel}", POST_BURST, POSTS_PER_SECOND)
            wait = wait or self._wait(method, POSTS_PER_MINUTE, POSTS_PER_MINUTE / 60)
        else:
            wait = self._wait(method, PER_MINUTE[tier], PER_MINUTE[tier] / 60)
        if wait:
            raise ratelimited(wait)

    def _wait(self, key: str, size: float, refill: float) -> float:
        now = time.monotonic()
        bucket = self._buckets.setdefault(key, Bucket(size, refill, size, now))
        return bucket.wait(now)


def ratelimited(seconds: float) -> SlackError:
    return SlackError("ratelimited", status=429, headers={"Retry-After": str(max(1, math.ceil(seconds)))})
