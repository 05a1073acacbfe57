"""What goes wrong next: the control call `POST /sandbox/faults` queues faults, the two APIs take them one by one."""

from collections.abc import Container
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Fault:
    """The next `times` calls of `target` (and `method`, and with `match` in their text) fail in the way `kind` says.

    slack, Web API calls: error (code=…), rate_limit (retry_after=…), server_error (status=…), hang (seconds=…),
    drop (after=true: the work is done, only its answer is lost). slack, deliveries to the bot (method event, command,
    action, view_submission, shortcut … or an event's name): twice, late (seconds=…), lost, disconnect (reason=…).
    images and text: moderation (stage=input|output), rate_limit (retry_after=…), slow_down, quota, unverified,
    model_gone, billing_limit, server_error, overloaded, hang (seconds=…), drop, late (seconds=…), truncated, invalid,
    no_usage, bad_key, bad_request.
    """

    target: str
    kind: str
    method: str | None = None
    match: str | None = None
    times: int = 1
    skip: int = 0
    detail: dict[str, Any] = field(default_factory=dict)


class Faults:
    def __init__(self) -> None:
        self._pending: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._pending.append(fault)

    def take(
        self, target: str, method: str, text: str = "", *, kinds: Container[str] | None = None, also: str | None = None
    ) -> Fault | None:
        """The fault for this call, if one is waiting; each taking uses up one of its `times`.

        `kinds` keeps a fault for calls that can have it; `also` is a second name of the method.
        """
        for fault in self._pending:
            if fault.target != target or fault.method not in (None, method, also):
                continue
            if kinds is not None and fault.kind not in kinds:
                continue
            if fault.match and fault.match.lower() not in text.lower():
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._pending.remove(fault)
            return fault
        return None

    @property
    def is_empty(self) -> bool:
        return not self._pending

    def clear(self) -> None:
        self._pending.clear()

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._pending]
