"""What goes to the bot (a parcel) and what came of it (an answer), whichever way it is carried."""

from dataclasses import dataclass, replace
from typing import Any, Literal

ParcelKind = Literal["events_api", "slash_commands", "interactive"]


@dataclass(frozen=True)
class Parcel:
    """`name` is what faults and the journal call it: event, command, action, view_submission, …"""

    kind: ParcelKind
    name: str
    payload: dict[str, Any]
    detail: str = ""
    takes_answer: bool = False
    attempt: int = 0
    reason: str = ""

    def again(self, reason: str) -> "Parcel":
        return replace(self, attempt=self.attempt + 1, reason=reason)


@dataclass(frozen=True)
class Answer:
    """`error` is what Slack's client would show: operation_timeout (too late) or dispatch_failed (nobody there)."""

    acked: bool
    payload: dict[str, Any] | None = None
    error: str | None = None
    reason: str = ""
    may_retry: bool = True


TIMEOUT = Answer(False, error="operation_timeout", reason="http_timeout")
NOBODY = Answer(False, error="dispatch_failed", reason="connection_failed")
