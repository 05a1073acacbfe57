"""Characters and the pictures that guide."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a reference guides."""

    CHARACTER = "character"
    STYLE = "style"
    OBJECT = "object"
    PLACE = "place"
    COMPOSITION = "composition"


class Visibility(StrEnum):
    """Who may use a character; a private channel's stay in it unless the owner shares them."""

    EVERYONE = "everyone"
    CHANNEL = "channel"
    OWNER = "owner"


class CharacterState(StrEnum):
    FETCHING = "fetching"  # asked for; the photos are being fetched and checked
    READY = "ready"
    FAILED = "failed"
    RETIRED = "retired"  # stays on old sets, leaves new ones


@dataclass(frozen=True)
class Reference:
    """A picture given to guide, already clean (PNG, upright, no metadata). `file_id` names Slack's copy, if any."""

    id: str
    blob: str
    role: Role
    label: str
    width: int
    height: int
    file_id: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Character:
    """A named who, with the identity lock: `match` must always match, `may_vary` may change from shot to shot."""

    id: str
    workspace: str
    name: str
    description: str
    match: tuple[str, ...]
    may_vary: tuple[str, ...]
    owner: str
    visibility: Visibility
    channel: str
    state: CharacterState
    references: tuple[Reference, ...] = ()
    problem: str | None = None
