# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""A robot in a figure's measures, so that it takes every pose a person takes."""

from tests.sandbox.painter.figure import Held
from tests.sandbox.painter.limbs import elbowed
from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import Point, circle, ellipse, moved, path, rect, stroke, tube
from tests.sandbox.painter.poses import Pose


def robot(color: str, pose: Pose, held: Held | None = None, accent: str = "#f0a93f") -> str:
    steel = "#8d99ab"
    legs = "".join(path(tube(((x, 690), (x, 930)), 54, 54), steel) + stroke(f"M{x - 27} 760 h54 M{x - 27} 810 h54 M{x - 27} 860 h54", darker(steel, 0.25), 6)
                   + path(f"M{x - 56} 1000 C{x - 56} 940 {x + 56} 940 {x + 56} 1000Z", color) for x in (-66, 66))  # fmt: skip
    neck = rect(-34, 300, 68, 60, steel, 10)
    body = rect(-138, 345, 276, 360, color, 72) + path(
        "M60 345 H66 C106 345 138 377 138 417 V633 C138 673 106 705 66 705 H30 C80 600 90 450 60 345Z",
        darker(color, 0.18),
        opacity=0.7,
    )
    panel = rect(-72, 420, 144, 124, lighter(color, 0.6), 26) + path(
        "M0 516 C-52 482 -46 440 -22 440 C-10 440 -2 448 0 456 C2 448 10 440 22 440 C46 440 52 482 0 516Z", "#F2665E"
    )
    knobs = circle(-44, 600, 15, accent) + circle(0, 600, 15, lighter(color, 0.6)) + circle(44, 600, 15, "#7FD6C2")
    left, right = _arm(-1, pose.left, pose, color), _arm(1, pose.right, pose, color)
    item = held(right[1], 0.0) if held else ""
    head = moved(moved(_head(color, pose, accent), 0, -310), 0, 310, 1.0, pose.tilt * 1.4)
    return moved(legs + neck + body + panel + knobs + head + left[0] + item + right[0], 0, -pose.lift)


def _head(color: str, pose: Pose, accent: str) -> str:
    antenna = stroke("M0 96 V34", "#8d99ab", 13) + circle(0, 26, 26, accent.upper())
    ears = rect(-180, 160, 44, 92, darker(color, 0.2), 20) + rect(136, 160, 44, 92, darker(color, 0.2), 20)
    shell = rect(-150, 84, 300, 232, color, 88) + path(
        "M-96 110 C-70 98 -30 96 10 96", "none", stroke=lighter(color, 0.55), stroke_width=13, stroke_linecap="round"
    )
    x = pose.gaze
    screen = rect(-116, 128, 232, 146, "#22304A", 58)
    if pose.mood == "joy":
        eyes = stroke(f"M{x - 74} 196 q24 -34 48 0 M{x + 26} 196 q24 -34 48 0", "#7FF0E0", 14)
    else:
        eyes = (
            ellipse(x - 50, 188, 21, 27, "#7FF0E0")
            + ellipse(x + 50, 188, 21, 27, "#7FF0E0")
            + circle(x - 43, 178, 7, "#FFFFFF")
            + circle(x + 57, 178, 7, "#FFFFFF")
        )
    smile = stroke(f"M{x - 26} 232 Q{x} {258 if pose.mood != 'sad' else 214} {x + 26} 232", "#7FF0E0", 10)
    blush = ellipse(x - 86, 226, 15, 9, "#F58FA0", opacity=0.85) + ellipse(x + 86, 226, 15, 9, "#F58FA0", opacity=0.85)
    return antenna + ears + shell + screen + eyes + smile + blush


def _arm(side: int, goal: Point, pose: Pose, color: str) -> tuple[str, Point]:
    shoulder = (side * 142.0, 420.0)
    elbow, hand = elbowed(shoulder, (goal[0] + side * 46, goal[1] + 40))
    steel = "#8d99ab"
    drawn = (
        path(tube((shoulder, elbow, hand), 50, 44), steel)
        + circle(*elbow, 30, darker(color, 0.12))
        + circle(*shoulder, 44, color)
    )
    kind = pose.right_hand if side > 0 else pose.left_hand
    fingers = stroke(
        f"M{hand[0] - 20:.1f} {hand[1] - 6:.1f} v-44 M{hand[0] + 20:.1f} {hand[1] - 6:.1f} v-44", darker(color, 0.1), 22
    )
    if kind == "thumb":
        fingers = stroke(f"M{hand[0] - side * 10:.1f} {hand[1]:.1f} v-70", darker(color, 0.1), 28)
    if kind in ("relaxed", "fist"):
        fingers = stroke(
            f"M{hand[0] - 18:.1f} {hand[1] + 8:.1f} v34 M{hand[0] + 18:.1f} {hand[1] + 8:.1f} v34",
            darker(color, 0.1),
            22,
        )
    return drawn + fingers + circle(*hand, 38, color), hand
