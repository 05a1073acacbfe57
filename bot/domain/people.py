"""What a person wrote and where, Slack's payload removed."""

from dataclasses import dataclass
from enum import StrEnum


class Surface(StrEnum):
    """The door a message came through."""

    COMMAND = "command"
    COMPOSER = "composer"
    MENTION = "mention"
    DIRECT = "direct"
    REPLY = "reply"
    BUTTON = "button"
    SHORTCUT = "shortcut"


@dataclass(frozen=True)
class Place:
    """Where work answers: a channel of a workspace, and the root message of its thread once there is one."""

    workspace: str
    channel: str
    thread_ts: str | None = None


@dataclass(frozen=True)
class UploadedFile:
    """A file that a person put into Slack; its bytes are fetched later, and nothing here is trusted."""

    id: str
    name: str
    mimetype: str
    size: int
    url: str


@dataclass(frozen=True)
class Message:
    """One thing a person said or pressed.

    `id` is the same each time Slack delivers it again: channel and ts of a message, the trigger of a command or a
    button. `answer_url` is Slack's response_url (30 minutes, 5 uses), for answers that only this person sees.
    """

    id: str
    workspace: str
    channel: str
    user: str
    text: str
    surface: Surface
    ts: str | None = None
    thread_ts: str | None = None
    files: tuple[UploadedFile, ...] = ()
    answer_url: str | None = None
