# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""What every room is built of: wall and floor, windows, lamps, shelves."""

import random

from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import circle, ellipse, fade, glow, path, poly, rect, stroke
from tests.sandbox.painter.stage import Stage


def shell(s: Stage, wall: str, floor: str, line: float, panel: str = "") -> None:
    """Wall, floor and skirting; `line` is where they meet, as a share of the height."""
    s.roofed = True
    y = s.h * line
    s.add(fade(0, 0, s.w, y + 4, ((0, lighter(wall, 0.18), 1), (1, wall, 1)), s.key()))
    if panel:
        s.add(rect(0, y - 190, s.w, 190, panel), rect(0, y - 196, s.w, 12, lighter(panel, 0.25)))
    s.add(fade(0, y, s.w, s.h - y, ((0, darker(floor, 0.12), 1), (1, floor, 1)), s.key()))
    s.add(rect(0, y - 16, s.w, 18, darker(panel or wall, 0.22)))
    s.floor = min(s.h - 40, y + (s.h - y) * 0.62)


def boards(s: Stage, color: str, line: float) -> None:
    y, depth = s.h * line, s.h * (1 - line)
    seams = "".join(
        f"M{s.w / 2 + dx} {y} L{s.w / 2 + dx * 2.1} {s.h}" for dx in range(-int(s.w * 0.5), int(s.w * 0.5) + 1, 180)
    )
    rows = "".join(f"M0 {y + depth * t} H{s.w}" for t in (0.14, 0.36, 0.68))
    s.add(stroke(seams + rows, darker(color, 0.18), 3, opacity=0.5))


def tiles(s: Stage, a: str, b: str, line: float) -> None:
    y, rows = s.h * line, 5
    ys = [y + (s.h - y) * (i / rows) ** 1.5 for i in range(rows + 1)]
    for i in range(rows):
        for j in range(-14, 14):
            if (i + j) % 2:
                continue
            top, low = (1 + (ys[i] - y) / 300), (1 + (ys[i + 1] - y) / 300)
            c = s.w / 2
            s.add(
                poly(
                    (
                        (c + j * 150 * top, ys[i]),
                        (c + (j + 1) * 150 * top, ys[i]),
                        (c + (j + 1) * 150 * low, ys[i + 1]),
                        (c + j * 150 * low, ys[i + 1]),
                    ),
                    b if i >= 0 else a,
                )
            )


def window(s: Stage, x: float, y: float, w: float, h: float, frame: str, arch: bool = False) -> None:
    """A window onto a small view that shows the hour and the weather."""
    if "window" in s.without:
        return
    key = s.key()
    top = f"V{y + w / 2} A{w / 2} {w / 2} 0 0 1 {x + w} {y + w / 2}" if arch else f"V{y} H{x + w}"
    shape = f"M{x} {y + h} {top} V{y + h}Z"
    s.add(f'<clipPath id="w{key}"><path d="{shape}"/></clipPath><g clip-path="url(#w{key})">{_view(s, x, y, w, h)}</g>')
    s.add(path(shape, "none", stroke=frame, stroke_width=22))
    s.add(stroke(f"M{x + w / 2} {y} V{y + h} M{x} {y + h * 0.5} H{x + w}", frame, 10))
    s.add(rect(x - 26, y + h, w + 52, 24, lighter(frame, 0.12), 6))
    s.add(_through_glass(s, x, y, w, h))


def _view(s: Stage, x: float, y: float, w: float, h: float) -> str:
    """Sky, sun or moon, and the roofs of a town."""
    top, middle, low = s.sky
    view = fade(x, y, w, h, ((0, top, 1), (0.6, middle, 1), (1, low, 1)), s.key())
    view += circle(x + w * 0.7, y + h * 0.26, w * 0.1, "#FFF6D6" if s.dark else "#FFF3B8")
    for i, t in enumerate((-0.05, 0.14, 0.33, 0.52, 0.71, 0.88)):
        tint = mix(middle, "#4A4E86", 0.35 + 0.12 * (i % 2)).upper()
        view += rect(x + w * t, y + h * (0.62 - 0.16 * ((i * 7) % 3)), w * 0.2, h, tint)
    if s.dark:
        spots = ((x + w * (0.05 + 0.17 * i), y + h * (0.72 + 0.08 * (i % 3))) for i in range(6))
        view += "".join(rect(a, b, w * 0.035, h * 0.05, "#FFE08A") for a, b in spots)
    return view


def _through_glass(s: Stage, x: float, y: float, w: float, h: float) -> str:
    rng = random.Random(s.seed)  # its own: weather outside must not move what is inside
    if s.weather == "snow" or s.season == "snow":
        spots = [(x + 14 + (w - 28) * rng.random(), y + 30 + (h - 40) * rng.random()) for _ in range(26)]
        flakes = "".join(circle(a, b, 4 + 5 * rng.random(), "#FFFFFF") for a, b in spots)
        return flakes + path(f"M{x - 20} {y + h} q{w * 0.3} -34 {w * 0.5} -20 t{w * 0.5 + 40} 20Z", "#FFFFFF")
    if s.weather == "rain":
        drops = (f"M{x + w * rng.random():.0f} {y + h * 0.9 * rng.random():.0f} l-8 34" for _ in range(14))
        return stroke("".join(drops), "#E8F2F8", 4, opacity=0.7)
    return ""


def pendant(s: Stage, x: float, drop: float, color: str) -> None:
    if "lamp" in s.without:
        return
    tint = s.tints.get("lamp", color)
    s.add(stroke(f"M{x} -10 V{drop}", "#4b4453", 6))
    s.add(
        path(
            f"M{x - 30} {drop} H{x + 30} C{x + 40} {drop + 30} {x + 86} {drop + 50} {x + 92} {drop + 96} H{x - 92} C{x - 86} {drop + 50} {x - 40} {drop + 30} {x - 30} {drop}Z",
            tint,
        )
    )
    s.add(ellipse(x, drop + 96, 92, 13, "#FFF0C0"), circle(x, drop + 104, 22, "#FFF8DE"))
    s.add(glow(x, drop + 110, 330 if s.dark else 230, "#FFE3A0", 0.6 if s.dark else 0.34))
    s.mark("lamp", (x - 96, drop - 20, x + 96, drop + 124))


def shelf(s: Stage, x: float, y: float, w: float, kind: str) -> None:
    t = s.tone
    s.add(rect(x, y, w, 18, t.wood, 4), rect(x, y + 18, w, 8, darker(t.wood, 0.3), opacity=0.5))
    at = x + 30
    while at < x + w - 60:
        pick = s.rng.random()
        if kind == "books":
            width, tall = 22 + 16 * s.rng.random(), 92 + 46 * s.rng.random()
            color = (t.accent, t.second, t.deep, "#f3c75a", t.leaf, t.cream)[int(s.rng.random() * 6)]
            s.add(
                rect(at, y - tall, width, tall, color, 3),
                rect(at + 4, y - tall + 16, width - 8, 7, lighter(color, 0.5)),
            )
            at += width + (4 if pick < 0.85 else 50)
        elif pick < 0.4:
            s.put("mug", at + 20, y, 0.62, (t.accent, t.second, t.cream)[int(pick * 7)])
            at += 96
        elif pick < 0.7:
            s.add(
                rect(at, y - 92, 62, 92, lighter(t.cream, 0.1), 10),
                rect(at + 8, y - 106, 46, 18, t.wood, 6),
                rect(at + 8, y - 62, 46, 34, t.second, 4),
            )
            at += 92
        else:
            s.put("plant", at + 40, y, 0.34, t.accent)
            at += 110
