# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Pictures that are no scenes: logos, posters' grounds and character sheets."""

import math
from dataclasses import replace

from tests.sandbox.painter import animals, figure
from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.look import Look
from tests.sandbox.painter.objects import THINGS, drawn
from tests.sandbox.painter.palette import darker, lighter, mix, pick
from tests.sandbox.painter.pen import circle, ellipse, moved, path, poly, rect, stroke
from tests.sandbox.painter.poses import POSES
from tests.sandbox.painter.stage import Stage


def emblem(stage: Stage, brief: Brief) -> None:
    """A mark in a badge; the seed chooses badge and turn, so that variants differ."""
    t, side = stage.tone, min(stage.w, stage.h)
    stage.back.clear()
    stage.back.append(rect(0, 0, stage.w, stage.h, lighter(t.cream, 0.4)))
    x, y, r = stage.w / 2, stage.h * (0.42 if brief.texts else 0.5), side * 0.31
    kind = brief.seed % 4
    ground = (t.deep, t.accent, t.second, mix(t.deep, t.second, 0.5))[(brief.seed // 4) % 4]
    badges = (
        circle(x, y, r, ground) + stroke(_ring(x, y, r * 1.1), ground, side * 0.012),
        rect(x - r, y - r, 2 * r, 2 * r, ground, r * 0.46),
        poly([(x + r * 1.12 * math.sin(a), y - r * 1.12 * math.cos(a)) for a in (math.pi / 3 * i for i in range(6))], ground,
             stroke=ground, stroke_width=side * 0.05, stroke_linejoin="round"),
        path(f"M{x} {y - r * 1.15} C{x + r * 1.5} {y - r * 0.9} {x + r * 1.2} {y + r * 0.7} {x} {y + r * 1.2} C{x - r * 1.2} {y + r * 0.7} {x - r * 1.5} {y - r * 0.9} {x} {y - r * 1.15}Z", ground),
    )  # fmt: skip
    stage.front.append(badges[kind] + _mark(stage, brief, x, y, r))
    stage.mark("logo", (x - r, y - r, x + r, y + r))


def _ring(x: float, y: float, r: float) -> str:
    return f"M{x - r} {y} a{r} {r} 0 1 0 {2 * r} 0 a{r} {r} 0 1 0 {-2 * r} 0"


def _mark(stage: Stage, brief: Brief, x: float, y: float, r: float) -> str:
    """The subject, in two of the set's colours; for words that name nothing, a figure made of circles."""
    named = [s for s in brief.subjects if s.kind not in ("logo", "phone", "star", "sign")]
    if not named:
        return _abstract(stage, x, y, r)
    subject: Subject = named[0]
    color = subject.color or ("#fff4e0" if brief.seed % 2 else lighter(stage.tone.accent, 0.12))
    if subject.family == "animal":
        tall = animals.height(subject.kind)
        color = subject.color or ("" if subject.kind in animals.COATS else color)
        return moved(animals.animal(subject.kind, color or None), x, y + r * 0.68, 1.36 * r / tall)
    kind = subject.kind if subject.kind in THINGS else "heart"
    thing = THINGS[kind]
    return moved(drawn(kind, color), x, y + r * 0.62, min(1.24 * r / thing.height, 1.3 * r / thing.width))


def _abstract(stage: Stage, x: float, y: float, r: float) -> str:
    t, turn = stage.tone, pick(str(stage.seed), 6)
    petals = "".join(
        moved(ellipse(0, -r * 0.34, r * 0.2, r * 0.36, c), x, y, 1.0, 60 * i + 10 * turn)
        for i, c in enumerate((t.cream, "#f3c75a", lighter(t.accent, 0.1), t.cream, "#f3c75a", lighter(t.accent, 0.1)))
    )
    return petals + circle(x, y, r * 0.16, darker(t.deep, 0.1))


def sunburst(stage: Stage) -> None:
    """Rays and confetti behind a poster's subject."""
    t, x, y = stage.tone, stage.w / 2, stage.h * 0.62
    stage.back.append(rect(0, 0, stage.w, stage.h, t.wall))
    far = stage.w + stage.h
    for i in range(12):
        a, b = math.pi / 6 * i, math.pi / 6 * i + math.pi / 12
        stage.back.append(
            poly(
                (
                    (x, y),
                    (x + far * math.sin(a), y - far * math.cos(a)),
                    (x + far * math.sin(b), y - far * math.cos(b)),
                ),
                lighter(t.wall, 0.42),
            )
        )
    stage.back.append(circle(x, y, min(stage.w, stage.h) * 0.27, lighter(t.wall, 0.75)))
    for i in range(34):
        px, py = stage.w * stage.rng.random(), stage.h * (0.3 + 0.68 * stage.rng.random())
        color = (t.accent, t.second, "#f3c75a", t.deep)[i % 4]
        bit = rect(-11, -7, 22, 14, color, 3) if i % 2 else circle(0, 0, 9, color)
        stage.back.append(moved(bit, px, py, 0.8 + 0.8 * stage.rng.random(), 360 * stage.rng.random()))


def turnaround(stage: Stage, look: Look) -> None:
    """A reference sheet: front, turned, back, and the colours."""
    size = min(stage.h * 0.76 / 1000, stage.w * 0.3 / 380)
    base = stage.h * 0.9
    views = (
        ("front", replace(POSES["stand"], mood="happy", gaze=0.0, tilt=0.0)),
        ("front", replace(POSES["stand"], gaze=16.0, tilt=2.0)),
        ("back", replace(POSES["stand"], tilt=0.0)),
    )
    for index, (facing, pose) in enumerate(views):
        x = stage.w * (0.2 + 0.3 * index)
        drawing = figure.shadow() + figure.person(look, pose, f"v{index}", facing=facing)
        stage.front.append(moved(drawing, x, base - 1000 * size, size))
        stage.mark(f"person{index}", (x - 160 * size, base - 1000 * size, x + 160 * size, base))
    swatches = (look.skin, look.hair, look.top_color, look.bottom_color, look.scarf or look.shoes)
    unit = min(stage.w, stage.h) * 0.03
    stage.front.append(
        "".join(
            circle(stage.w * 0.06 + unit * 2.4 * i, unit * 2.2, unit, c, stroke="#fffaf0", stroke_width=unit * 0.16)
            for i, c in enumerate(swatches)
        )
    )
