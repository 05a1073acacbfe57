"""Arms, hands and legs: two-bone limbs bent to reach a point."""

import math

from tests.sandbox.painter.palette import darker
from tests.sandbox.painter.pen import Point, circle, ellipse, group, moved, path, rect, stroke, tube

UPPER, FORE = 138.0, 132.0


def reach(start: Point, goal: Point, first: float, second: float, bend: int) -> tuple[Point, Point]:
    """The joint and the end of a two-bone limb; a goal out of reach is brought within it."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    span = min(far, (first + second) * 0.992)
    end = (start[0] + dx / far * span, start[1] + dy / far * span)
    along = (first**2 - second**2 + span**2) / (2 * span)
    height = math.sqrt(max(0.0, first**2 - along**2)) * bend
    ux, uy = dx / far, dy / far
    return (start[0] + ux * along - uy * height, start[1] + uy * along + ux * height), end


def elbowed(shoulder: Point, goal: Point) -> tuple[Point, Point]:
    """Elbow and hand, the elbow on the side where a relaxed arm has it: low, and away from the body."""
    side = 1 if shoulder[0] > 0 else -1
    both = [reach(shoulder, goal, UPPER, FORE, bend) for bend in (-1, 1)]
    return max(both, key=lambda joint: joint[0][1] + 0.75 * side * joint[0][0])


def jointed(a: Point, joint: Point, b: Point, widths: tuple[float, float, float], fill: str) -> str:
    """Two bones with a round joint between them."""
    return path(tube((a, joint), widths[0], widths[1]), fill) + path(tube((joint, b), widths[1], widths[2]), fill)


def _along(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def arm(shoulder: Point, goal: Point, sleeve: str, skin: str, short: bool) -> tuple[str, Point, float]:
    """An arm, where its hand is, and the angle at which the hand continues the forearm (0 = pointing up)."""
    elbow, hand = elbowed(shoulder, goal)
    turn = math.degrees(math.atan2(hand[0] - elbow[0], -(hand[1] - elbow[1])))
    wrist = _along(elbow, hand, 0.88)
    if short:
        bare = jointed(shoulder, elbow, wrist, (54, 48, 38), skin)
        return bare + path(tube((shoulder, _along(shoulder, elbow, 0.62)), 70, 66), sleeve), hand, turn
    fold = stroke(_crease(shoulder, elbow, wrist), darker(sleeve, 0.18), 6, opacity=0.6)
    cuff = path(tube((_along(elbow, wrist, 0.86), wrist), 50, 50), darker(sleeve, 0.16))
    return jointed(shoulder, elbow, wrist, (66, 58, 46), sleeve) + fold + cuff, hand, turn


def _crease(a: Point, b: Point, c: Point) -> str:
    """A short fold inside the elbow."""
    ax, ay = b[0] + (a[0] - b[0]) * 0.22, b[1] + (a[1] - b[1]) * 0.22
    cx, cy = b[0] + (c[0] - b[0]) * 0.22, b[1] + (c[1] - b[1]) * 0.22
    return (
        f"M{ax:.1f} {ay:.1f} Q{b[0] * 0.7 + (ax + cx) * 0.15:.1f} {b[1] * 0.7 + (ay + cy) * 0.15:.1f} {cx:.1f} {cy:.1f}"
    )


def hand(kind: str, at: Point, turn: float, skin: str, side: int) -> str:
    """A hand drawn pointing up from the wrist at (0, 0), turned to continue the forearm; side -1 left, 1 right."""
    line = darker(skin, 0.24)
    if kind == "thumb":
        # A thumbs-up reads only when the thumb points up, whatever the forearm does.
        return moved(_thumb(skin, line), at[0], at[1], 1.12, 0, flip=side < 0)
    drawn = {"open": _open, "fist": _fist, "grip": _fist, "palm": _palm, "point": _point}.get(kind, _relaxed)(
        skin, line
    )
    return moved(drawn, at[0], at[1], 1.0, turn, flip=side > 0)


def _thumb(skin: str, line: str) -> str:
    thumb = path("M-20 -20 C-22 -62 -14 -86 2 -86 C18 -86 20 -66 16 -48 L18 -22Z", skin)
    fist = rect(-34, -34, 70, 62, skin, 26)
    folds = stroke("M0 -17 H30 M2 -1 H32 M2 14 H28", line, 5, opacity=0.8)
    return (
        thumb
        + stroke("M-8 -76 C2 -82 8 -76 8 -66", line, 4, opacity=0.35)
        + fist
        + folds
        + stroke("M-22 -24 C-14 -10 -2 -10 2 -22", line, 4, opacity=0.5)
    )


def _open(skin: str, line: str) -> str:
    fingers = "".join(
        path(tube(((x * 0.5, -22), (x, y)), 19, 16), skin) for x, y in ((-26, -70), (-9, -82), (9, -80), (26, -66))
    )
    thumb = path(tube(((14, -8), (44, -34)), 21, 17), skin)
    lines = stroke("M-8 -34 V-46 M4 -34 V-48 M-14 -8 Q0 2 12 -10", line, 3.5, opacity=0.5)
    return fingers + thumb + ellipse(0, -16, 31, 32, skin) + lines


def _fist(skin: str, line: str) -> str:
    return rect(-30, -44, 60, 56, skin, 25) + stroke("M-14 -42 V-24 M0 -44 V-25 M14 -42 V-24", line, 4, opacity=0.55)


def _palm(skin: str, line: str) -> str:
    return path("M-26 10 C-40 -22 -34 -40 -10 -40 L54 -44 C64 -42 64 -30 54 -28 L20 -22 C26 -4 18 14 0 14Z", skin)


def _point(skin: str, line: str) -> str:
    return path(tube(((4, -20), (6, -84)), 22, 17), skin) + _fist(skin, line)


def _relaxed(skin: str, line: str) -> str:
    thumb = path(tube(((18, -4), (30, -30)), 19, 15), skin)
    return (
        thumb
        + path("M-24 6 C-30 -24 -24 -60 0 -62 C22 -60 26 -26 22 6Z", skin)
        + stroke("M-6 -58 V-40 M6 -58 V-40", line, 3.5, opacity=0.5)
    )


def leg(hip: Point, foot: Point, bend: int, cloth: str, skin: str, kind: str) -> str:
    knee, ankle = reach(hip, foot, 168, 178, bend)
    if kind in ("skirt", "shorts"):
        bare = jointed(hip, knee, ankle, (64, 54, 42), skin)
        if kind == "skirt":
            return bare
        half = (hip[0] * 0.1 + knee[0] * 0.9, hip[1] * 0.1 + knee[1] * 0.9)
        return bare + path(tube((hip, half), 92, 84), cloth)
    trouser = jointed(hip, knee, ankle, (90, 74, 58), cloth)
    return trouser + stroke(f"M{knee[0] - 16:.1f} {knee[1]:.1f} q14 8 30 2", darker(cloth, 0.25), 5, opacity=0.6)


def shoe(at: Point, color: str, side: int) -> str:
    sole = darker(color, 0.3)
    body = path("M-36 -24 C-36 -42 16 -44 24 -26 C36 -18 62 -14 66 6 L66 14 L-38 14 Z", color)
    drawn = body + rect(-40, 8, 108, 16, sole, 8) + stroke("M10 -28 L22 -16 M22 -26 L34 -14", sole, 4)
    return moved(drawn, at[0], at[1], 1.0, 0, flip=side < 0)


def seat_legs(cloth: str, skin: str, shoes: str, kind: str) -> str:
    """Sitting, seen from the front: short thighs towards us, shins down."""
    parts = ""
    for side in (-1, 1):
        bare = kind in ("skirt", "shorts")
        parts += path(
            tube(((side * 76, 740), (side * 80, 948)), 62 if bare else 76, 46 if bare else 58), skin if bare else cloth
        )
        parts += shoe((side * 82, 962), shoes, side)
        parts += path(tube(((side * 50, 640), (side * 78, 735)), 108, 104), cloth)
    return group(parts) + circle(0, 0, 0, cloth)


def crossed_arms(sleeve: str, skin: str, short: bool) -> str:
    fore = skin if short else sleeve
    parts = ""
    for side, low in ((1, 506), (-1, 480)):
        upper, fold = (side * 108, 352), (side * 128, low - 20)
        parts += path(tube((upper, fold), 66, 58), sleeve)
        parts += moved(_fist(skin, darker(skin, 0.24)), -side * 74, low - 26, 0.9, -side * 70)
        parts += path(tube((fold, (-side * 52, low - 10)), 58, 50), darker(fore, 0.05 if side > 0 else 0.0))
        parts += stroke(f"M{side * 92} {low + 10} L{-side * 40} {low + 14}", darker(fore, 0.25), 4, opacity=0.5)
    return parts
