"""Messages of one channel, ordered as Slack orders them: roots in the channel, replies under their root."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Message:
    """`files` holds ids; `only_for` names the one person who sees an ephemeral message."""

    channel: str
    ts: str
    user: str
    text: str
    thread_ts: str | None = None
    blocks: list[Any] = field(default_factory=list)
    attachments: list[Any] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    metadata: dict[str, Any] | None = None
    subtype: str | None = None
    from_app: bool = False
    edited_ts: str | None = None
    only_for: str | None = None
    is_broadcast: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


class Log:
    def __init__(self) -> None:
        self._all: dict[str, Message] = {}
        self._replies: dict[str, dict[str, Message]] = {}
        self._ephemeral: dict[str, Message] = {}

    def add(self, message: Message) -> None:
        if message.only_for:
            self._ephemeral[message.ts] = message
            return
        self._all[message.ts] = message
        if message.is_reply and message.thread_ts:
            self._replies.setdefault(message.thread_ts, {})[message.ts] = message

    def find(self, ts: str) -> Message | None:
        return self._all.get(ts)

    def find_ephemeral(self, ts: str, person: str) -> Message | None:
        message = self._ephemeral.get(ts)
        return message if message and message.only_for == person else None

    def remove(self, message: Message) -> None:
        if message.only_for:
            self._ephemeral.pop(message.ts, None)
            return
        self._all.pop(message.ts, None)
        if message.thread_ts:
            self._replies.get(message.thread_ts, {}).pop(message.ts, None)

    def roots(self) -> list[Message]:
        """What the channel shows, oldest first: roots, and replies that were also sent to the channel."""
        return [m for m in self._all.values() if not m.is_reply or m.is_broadcast]

    def replies(self, thread_ts: str) -> list[Message]:
        return list(self._replies.get(thread_ts, {}).values())

    def ephemeral_for(self, person: str) -> list[Message]:
        return [m for m in self._ephemeral.values() if m.only_for == person]
