"""What is asked and what will be drawn."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.cast import Role
from bot.domain.models import Size
from bot.domain.people import UploadedFile


class Kind(StrEnum):
    """How the pictures of a set belong together (DESIGN's table of kinds grows here)."""

    SINGLE = "single"  # one picture
    VARIANTS = "variants"  # several takes of one prompt, to choose from
    SCENES = "scenes"  # one character and one style through several shots


@dataclass(frozen=True)
class SetRequest:
    """What a message asks of a new set, understood and complete: defaults are filled in, names are resolved.

    `shots` holds the shots as the person wrote them; empty means that the planner finds `count` of them.
    `cast` holds the ids of pinned characters. `notes` are sentences for the person ("1920x1080 becomes 1920x1088").
    """

    brief: str
    kind: Kind
    count: int
    shots: tuple[str, ...]
    cast: tuple[str, ...]
    style: str | None
    size: Size
    quality: str
    model: str
    chain: bool = False
    private: bool = False
    files: tuple[UploadedFile, ...] = ()
    files_role: Role = Role.OBJECT
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedShot:
    """One shot before drawing: `title` is its short label, `scene` the words that the prompt uses."""

    number: int
    title: str
    scene: str


@dataclass(frozen=True)
class Plan:
    """Title, style and shots of a set; `style` is the style text that stands word for word in every prompt."""

    title: str
    style: str
    shots: tuple[PlannedShot, ...]
