"""Slack's rate limits, kept from our side, so that a busy hour waits its turn instead of collecting refusals."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

MINUTE = 60.0
BUCKETS_KEPT = 2000


@dataclass(frozen=True)
class Rate:
    """`burst` calls at once, then `per_second`; `per_channel`: each channel has its own."""

    per_second: float
    burst: int
    per_channel: bool = False


# A little below docs.slack.dev/apis/web-api/rate-limits: other processes of the same app draw on them as well.
RATES = {
    "chat.postMessage": Rate(1.0, 8, per_channel=True),
    "chat.update": Rate(50 / MINUTE, 20),
    "conversations.open": Rate(50 / MINUTE, 20),
    "conversations.history": Rate(50 / MINUTE, 20),
    "conversations.replies": Rate(50 / MINUTE, 20),
}
EVERYTHING_ELSE = Rate(100 / MINUTE, 60)
SPARE = 5  # an edit that may be left out is left out when fewer are to be had at once


@dataclass
class _Bucket:
    rate: Rate
    level: float
    filled: float

    def fill(self, now: float) -> None:
        self.level = min(self.rate.burst, self.level + (now - self.filled) * self.rate.per_second)
        self.filled = now


class Pace:
    """Token buckets by method (and channel). `wait` takes a token, now or on credit; the caller sleeps off the debt."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    async def wait(self, method: str, channel: str = "") -> None:
        if seconds := self.take(method, channel):
            await asyncio.sleep(seconds)

    def take(self, method: str, channel: str = "") -> float:
        """Take a token; the seconds until it is really there. Whoever asks first goes first."""
        bucket = self._bucket(method, channel)
        bucket.level -= 1
        return max(0.0, -bucket.level / bucket.rate.per_second)

    def is_plenty(self, method: str, channel: str = "") -> bool:
        return self._bucket(method, channel).level >= SPARE

    def _bucket(self, method: str, channel: str) -> _Bucket:
        rate = RATES.get(method, EVERYTHING_ELSE)
        key = f"{method} {channel}" if rate.per_channel else method
        now = self._clock()
        if key not in self._buckets and len(self._buckets) >= BUCKETS_KEPT:
            self._forget_full(now)
        bucket = self._buckets.setdefault(key, _Bucket(rate, rate.burst, now))
        bucket.fill(now)
        return bucket

    def _forget_full(self, now: float) -> None:
        """A full bucket says nothing that a new one would not say."""
        for bucket in self._buckets.values():
            bucket.fill(now)
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if bucket.level < bucket.rate.burst}
