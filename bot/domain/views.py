"""Snapshots of a set for showing: everything a message needs, nothing that it must look up."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cast import Character
from bot.domain.money import Estimate
from bot.domain.sets import Shot, ShotSet, Version


@dataclass(frozen=True)
class ShotView:
    """A shot with its versions, oldest first; `seconds` is the time it took or has been taking so far."""

    shot: Shot
    versions: tuple[Version, ...]
    seconds: float | None

    @property
    def shown(self) -> Version:
        """What stands for a shot that has versions: where people went back to, else the newest that Slack has."""
        head = next((version for version in self.versions if version.id == self.shot.head_id), None)
        at_slack = next((version for version in reversed(self.versions) if version.file_id), None)
        return head or at_slack or self.versions[-1]


@dataclass(frozen=True)
class Waiting:
    """The image service has drawn nothing since then; `is_limit`: it answers, but takes no more calls for now."""

    since: datetime
    is_limit: bool = False


@dataclass(frozen=True)
class SetView:
    """A set as people see it; money in micro-USD. `left` is None without a budget.

    The contact sheet may be the one before the newest pictures; `is_sheet_current` when it shows exactly these.
    """

    shot_set: ShotSet
    characters: tuple[Character, ...] = ()
    shots: tuple[ShotView, ...] = ()
    estimate: Estimate | None = None
    draft_estimate: Estimate | None = None
    spent: int = 0
    month_spent: int = 0
    left: int | None = None
    seconds: float | None = None
    expected_seconds: float | None = None
    sheet_file_id: str | None = None
    is_sheet_current: bool = False
    sheet_alt: str = ""
    waiting: Waiting | None = None


@dataclass(frozen=True)
class CardView:
    """One version to be shown as a card in the thread of its set; `post_id` names the message."""

    post_id: str
    shot_set: ShotSet
    shot: Shot
    version: Version
    versions_in_shot: int
    shots_in_set: int
    characters: tuple[Character, ...]


@dataclass(frozen=True)
class Answer:
    """What the bot says to a reply: words, perhaps a picture, and at most three replies to press (label, words).

    `start_again`: the iteration whose wish needs a new picture; Start again and Edit anyway are offered for it.
    """

    text: str
    small: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    file_id: str = ""
    alt: str = ""
    start_again: str = ""


@dataclass(frozen=True)
class CastView:
    """The characters that a person may use here."""

    characters: tuple[Character, ...]


@dataclass(frozen=True)
class Failure:
    """A failure in words: cause, what it cost, next step; `ref` is in the log as well when the fault is ours."""

    sentence: str
    ref: str | None = None
    can_retry: bool = False
