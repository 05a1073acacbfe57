"""Changes as they happen, for whoever watches: the page's live feed, and calls that wait for the bot's answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

ChangeKind = Literal[
    "message", "message_changed", "message_deleted", "ephemeral", "view", "home", "file", "connected", "reaction"
]


@dataclass(frozen=True)
class Change:
    """`channel` limits it to the members, `person` to one person; neither means everybody."""

    kind: ChangeKind
    channel: str | None = None
    person: str | None = None
    body: dict[str, Any] = field(default_factory=dict)


class Feed:
    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Returns what stops the listening."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, change: Change) -> None:
        for listener in list(self._listeners):
            listener(change)
