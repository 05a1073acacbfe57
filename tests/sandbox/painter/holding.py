"""What people hold: which thing, and how it sits in the hand."""

from collections.abc import Callable

from tests.sandbox.painter import figure, table_things
from tests.sandbox.painter.brief import Brief
from tests.sandbox.painter.objects import THINGS, drawn
from tests.sandbox.painter.pen import Point, circle, ellipse, moved, path, rect, stroke
from tests.sandbox.painter.poses import Pose
from tests.sandbox.painter.stage import Stage


def held_kind(brief: Brief) -> str:
    """The thing that somebody holds needs no other place."""
    if brief.action in ("hold", "drink", "serve") or (brief.action == "" and brief.camera == "close"):
        return next((s.kind for s in brief.subjects if s.family == "thing" and THINGS[s.kind].holdable), "mug")
    return {
        "read": "book",
        "phone": "phone",
        "umbrella": "umbrella",
        "pour": "latte",
        "guitar": "guitar",
        "sign": "sign",
        "type": "laptop",
    }.get(brief.action, "")


def in_hand(stage: Stage, brief: Brief, pose: Pose) -> figure.Held | None:
    """A drawing that follows the hand, or nothing for empty hands."""
    if not pose.held:
        return None
    kind = held_kind(brief)
    color = stage.tints.get(kind, next((s.color for s in brief.subjects if s.kind == kind), None))
    hold = HOLDS.get(pose.held, _thing)

    def draw(at: Point, turn: float) -> str:
        return hold(stage, kind, color, at)

    return draw


def _pitcher(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    x, y = at
    jug = stroke("M34 -52 C82 -54 78 16 34 14", "#9aa5b3", 13)
    jug += path("M-52 -78 C-40 -82 20 -82 36 -78 L40 20 C40 36 -36 36 -36 20 C-36 -10 -34 -50 -52 -78Z", "#d5dbe2")
    jug += path("M10 -80 L36 -78 L40 20 C40 30 22 33 6 33 C20 0 18 -50 10 -80Z", "#b4bdc9")
    milk = f"M{x - 108:.0f} {y - 34:.0f} C{x - 124:.0f} {y - 10:.0f} -62 {y + 20:.0f} -64 492"
    cup = moved(table_things.latte(color or "#fbf3e4"), -66, 560, 0.8)
    return moved(jug, x - 24, y - 10, 0.95, -40) + stroke(milk, "#fffaf0", 9) + cup


def _book(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    return moved(table_things.open_book(color or stage.tone.second), 0, 520, 1.05)


def _sign(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    return rect(-204, 436, 408, 214, "#fffaf0", 16, stroke=stage.tone.wood, stroke_width=14)


def _microphone(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    x, y = at
    return stroke(f"M{x:.0f} {y + 10:.0f} L{x - 22:.0f} {y - 60:.0f}", "#3b3846", 16) + circle(
        x - 26, y - 70, 22, "#8d93a3"
    )


def _tray(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    x, y = at
    served = drawn("latte" if kind in ("", "mug") else kind, color)
    return ellipse(x + 14, y - 44, 110, 20, "#b9c0ca") + moved(served, x + 14, y - 46, 0.8)


def _brush(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    x, y = at
    tip = circle(x + 50, y - 104, 13, stage.tone.accent)
    return stroke(f"M{x:.0f} {y:.0f} L{x + 46:.0f} {y - 96:.0f}", "#a9744a", 11) + tip


def _umbrella(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    return moved(drawn("umbrella", color or stage.tone.accent), at[0] + 4, at[1] + 66, 1.12, 4)


def _guitar(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    return moved(drawn("guitar", color), 30, 700, 0.95, -58)


def _phone(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    return moved(drawn("phone", color), at[0] + 4, at[1] + 10, 0.9, 8)


def _thing(stage: Stage, kind: str, color: str | None, at: Point) -> str:
    """Anything else small enough, by its middle; a mug by its side, a balloon by its string."""
    name = kind if kind in THINGS else "mug"
    thing = THINGS[name]
    grip = {"mug": 40.0, "balloon": 20.0}.get(name, min(70.0, thing.height * 0.4))
    scale = 1.0 if name == "balloon" else min(1.0, 260 / thing.height)
    return moved(drawn(name, color), at[0] - (34 if name == "mug" else 0), at[1] + grip, scale)


Hold = Callable[[Stage, str, str | None, Point], str]
HOLDS: dict[str, Hold] = {
    "pitcher": _pitcher, "book": _book, "sign": _sign, "mic": _microphone, "tray": _tray, "brush": _brush,
    "umbrella": _umbrella, "guitar": _guitar, "phone": _phone,
}  # fmt: skip
