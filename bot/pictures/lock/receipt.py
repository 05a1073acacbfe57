"""What the lock hands back: the picture, why it was left off if it was, and the receipt that anybody can check."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What the reader made of the request: only a region changes, the whole picture does, or nobody knows."""

    LOCAL = "local"
    GLOBAL = "global"
    AUTO = "auto"


class Why(StrEnum):
    """Why the lock was left off; the whole answer is then kept as the model drew it."""

    GLOBAL = "global"  # the request is for the whole picture
    REFRAMED = "reframed"  # the answer shows another cut, size or place
    RETONED = "retoned"  # light or colour changed everywhere
    REDRAWN = "redrawn"  # everything was drawn anew: style, other details, another picture
    EVERYWHERE = "everywhere"  # too much of the picture changed
    NOT_FOUND = "not_found"  # no change stands out from the model's own drift
    ELSEWHERE = "elsewhere"  # something changed, but not where the person said
    TOO_LARGE = "too_large"  # more pixels than the lock takes on


@dataclass(frozen=True)
class Box:
    """In pixels of the parent; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Region:
    """Where the person said the change is, in pixels of the parent: boxes, or a mask (a PNG, white inside), or both."""

    boxes: tuple[Box, ...] = ()
    mask_png: bytes | None = None


@dataclass(frozen=True)
class Receipt:
    """Measured on this answer. The model's drift is taken out of a locked picture; without a lock it is in it.

    `mask_png`: 1 bit, the parent's size, white where the locked picture may differ from its parent; `boxes`: around its
    parts. `outside_difference`: the largest difference outside of it, in levels, counted on the finished picture: 0.
    `share_changed` in percent of the picture. `shift` in pixels (the farthest corner), `scale` as a factor, `wobble` in
    pixels, `colour` in levels (mean shift of R, G, B).
    """

    share_changed: float = 0.0
    boxes: tuple[Box, ...] = ()
    mask_png: bytes = b""
    outside_difference: int = 0
    shift: float = 0.0
    scale: float = 1.0
    wobble: float = 0.0
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Locked:
    """`png`: locked, of the parent's size; not locked, the answer's own pixels at the answer's own size.

    `change_map`: a PNG for Compare, the parent dimmed and what changed in colour, at most about 800 pixels wide; empty
    if the two could not be compared.
    """

    png: bytes
    is_locked: bool
    why: Why | None
    receipt: Receipt
    change_map: bytes = b""
