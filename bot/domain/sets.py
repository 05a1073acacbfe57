"""A set, its shots, and finished pictures."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.cast import Reference
from bot.domain.edits import Edited
from bot.domain.people import Place
from bot.domain.plans import SetRequest


class SetState(StrEnum):
    ASKED = "asked"
    WAITING = "waiting"  # planned and priced; waits for a button
    DRAWING = "drawing"
    CANCELLING = "cancelling"  # nothing new is drawn; what is in the air is finished
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        return self in (SetState.DONE, SetState.CANCELLED, SetState.FAILED)


class ShotState(StrEnum):
    PLANNED = "planned"
    QUEUED = "queued"
    DRAWING = "drawing"
    DRAWN = "drawn"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class ShotSet:
    """A set being made. `id` is also its iteration's; `quality` is the one it is drawn in (a draft: the lowest)."""

    id: str
    session_id: str
    place: Place
    asked_by: str
    request: SetRequest
    title: str
    style: str
    quality: str
    state: SetState
    created: datetime
    root_ts: str | None = None
    references: tuple[Reference, ...] = ()
    started: datetime | None = None
    ended: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True)
class Shot:
    """One picture of a set; `problem` says why it failed; times are UTC.

    `head_id` is the version that people went back to; None: the newest.
    """

    id: str
    set_id: str
    number: int
    title: str
    scene: str
    state: ShotState
    started: datetime | None = None
    ended: datetime | None = None
    problem: str | None = None
    head_id: str | None = None


@dataclass(frozen=True)
class Version:
    """A finished picture, never changed: numbered within its shot; `cost` in micro-USD, None where it is unknown.

    `edited` if it was made from another version.
    """

    id: str
    session_id: str
    set_id: str
    shot_id: str
    number: int
    parent_id: str | None
    iteration_id: str
    blob: str
    width: int
    height: int
    model: str
    quality: str
    prompt: str
    cost: int | None
    seconds: float
    created: datetime
    file_id: str | None = None
    card_ts: str | None = None
    edited: Edited | None = None
