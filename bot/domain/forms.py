"""What forms hold and reports say: the composer's fields, its live price, a person's spending."""

from dataclasses import dataclass

from bot.domain.cast import Role
from bot.domain.money import Estimate, MonthSpend
from bot.domain.people import UploadedFile
from bot.domain.plans import Kind


@dataclass(frozen=True)
class Form:
    """The composer as filled in so far: raw words, nothing checked. `shots` has one shot a line, empty for a plan."""

    brief: str = ""
    kind: Kind = Kind.SCENES
    count: str = ""
    shots: str = ""
    cast: tuple[str, ...] = ()
    style: str = ""
    size: str = ""
    quality: str = ""
    model: str = ""
    files: tuple[UploadedFile, ...] = ()
    files_role: Role = Role.OBJECT
    private: bool = False


@dataclass(frozen=True)
class Quoted:
    """A live price: `drawn` at the asked quality, `draft` at the lowest; `problem` says why there is none yet."""

    pictures: int
    drawn: Estimate | None
    draft: Estimate | None
    notes: tuple[str, ...] = ()
    problem: str | None = None


@dataclass(frozen=True)
class SpendReport:
    """A person's month, and the newest session of theirs in this channel: its title, micro-USD, pictures."""

    month: MonthSpend
    session_title: str | None
    session_cost: int
    session_pictures: int
