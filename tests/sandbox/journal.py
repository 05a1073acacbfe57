"""Every call that reached the sandbox, in order, so that anyone can check from outside what the bot really sent."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Target = Literal["slack", "images", "text", "files", "deliveries"]


@dataclass
class Call:
    """One call; `ended` is None while it is in the air, times are Unix seconds, money is micro-USD."""

    id: int
    target: Target
    method: str
    arguments: dict[str, Any]
    started: float
    ended: float | None = None
    status: int | None = None
    error: str | None = None
    usage: dict[str, Any] | None = None
    billed_micro_usd: int = 0
    answer: dict[str, Any] = field(default_factory=dict)


class Journal:
    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._blobs: dict[int, list[bytes]] = {}

    def begin(self, target: Target, method: str, arguments: dict[str, Any], images: Sequence[bytes] = ()) -> Call:
        """Start a call; `images` are its input pictures in the order they were sent."""
        call = Call(len(self._calls) + 1, target, method, arguments, time.time())
        self._calls.append(call)
        if images:
            self._blobs[call.id] = list(images)
        return call

    def end(self, call: Call, status: int, error: str | None = None, **answer: Any) -> None:
        call.ended, call.status, call.error = time.time(), status, error
        call.answer.update(answer)

    def calls(self, target: str | None = None, since: int = 0) -> list[Call]:
        return [c for c in self._calls[max(since, 0) :] if target is None or c.target == target]

    def blob(self, call_id: int, index: int) -> bytes:
        """An input picture of a call; raises KeyError or IndexError when there is none."""
        return self._blobs[call_id][index]

    def billed(self) -> int:
        """All that the model API has charged so far, in micro-USD."""
        return sum(call.billed_micro_usd for call in self._calls)

    def as_json(self, target: str | None = None, since: int = 0) -> list[dict[str, Any]]:
        return [asdict(call) for call in self.calls(target, since)]
