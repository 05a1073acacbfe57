# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Rooms: walls, floors, windows and furniture behind the people."""

from tests.sandbox.painter.interiors import boards, pendant, shelf, shell, tiles, window
from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import circle, ellipse, fade, glow, path, poly, rect, stroke
from tests.sandbox.painter.stage import Stage


def cafe(s: Stage) -> None:
    t, line = s.tone, 0.76
    shell(s, t.wall, mix(t.wood, t.cream, 0.45), line, mix(t.second, t.wall, 0.25))
    boards(s, mix(t.wood, t.cream, 0.45), line)
    base = s.h * line
    window(s, s.w * 0.06, base - 620, min(320, s.w * 0.3), 400, t.cream, arch=True)
    right = s.w * 0.97
    span = min(470.0, s.w * 0.36)
    shelf(s, right - span, base - 460, span, "cups")
    shelf(s, right - span, base - 300, span, "cups")
    board = (right - span * 0.92, base - 735, span * 0.84, 150)
    s.add(rect(*board, darker(t.deep, 0.3), 14, stroke=t.wood, stroke_width=14))
    s.add(
        stroke(
            f"M{board[0] + 40} {board[1] + 46} h{span * 0.34} m40 0 h{span * 0.16} M{board[0] + 40} {board[1] + 78} h{span * 0.26} m70 0 h{span * 0.16} M{board[0] + 40} {board[1] + 110} h{span * 0.3}",
            "#f4ecda",
            7,
            opacity=0.75,
        )
    )
    for i in range(max(2, round(s.w / 480))):
        pendant(s, s.w * (i + 0.5) / max(2, round(s.w / 480)) + 20, 60 + 34 * (i % 2), (t.accent, "#f2c14e")[i % 2])
    s.put("plant", s.w * 0.06, base + 60, 0.92, t.accent, grounded=True)


def shop(s: Stage) -> None:
    t, line = s.tone, 0.78
    shell(s, mix(t.wall, "#ffffff", 0.2), mix(t.cream, t.wood, 0.25), line)
    tiles(s, t.cream, mix(t.cream, t.second, 0.35), line)
    base = s.h * line
    for k in range(3):
        shelf(s, s.w * 0.04, base - 130 - 180 * k, s.w * 0.3, "cups" if k != 1 else "books")
        shelf(s, s.w * 0.66, base - 130 - 180 * k, s.w * 0.3, "books" if k != 1 else "cups")
    stripes = "".join(
        path(f"M{x} 0 H{x + 100} V120 A50 50 0 0 1 {x} 120Z", t.accent if (x // 100) % 2 else t.cream)
        for x in range(0, int(s.w) + 100, 100)
    )
    s.add(stripes, rect(0, 0, s.w, 16, darker(t.accent, 0.3)))


def office(s: Stage) -> None:
    t, line = s.tone, 0.78
    shell(s, mix(t.wall, "#ffffff", 0.35), mix(t.second, t.cream, 0.66), line)
    base = s.h * line
    window(s, s.w * 0.07, base - 600, s.w * 0.36, 400, "#fffdf8")
    s.add(rect(s.w * 0.58, base - 600, s.w * 0.34, 260, "#fffdf8", 12, stroke=darker(t.wall, 0.2), stroke_width=12))
    notes = (t.accent, "#f3c75a", t.second, t.leaf, "#f5b5a5", "#a9c9e8")
    s.add(
        "".join(
            rect(s.w * 0.61 + s.w * 0.1 * (i % 3), base - 570 + 110 * (i // 3), s.w * 0.075, 80, c, 4)
            for i, c in enumerate(notes)
        )
    )
    s.put("plant", s.w * 0.93, base + 70, 1.0, t.accent, grounded=True)
    s.put("computer", s.w * 0.16, base - 76, 0.74)
    s.add(
        rect(s.w * 0.02, base - 80, s.w * 0.3, 22, t.wood, 6),
        stroke(
            f"M{s.w * 0.05} {base - 60} V{base + 60} M{s.w * 0.29} {base - 60} V{base + 60}", darker(t.wood, 0.3), 16
        ),
    )
    s.put("lamp", s.w * 0.275, base - 80, 0.62, t.accent)


def kitchen(s: Stage) -> None:
    t, line = s.tone, 0.8
    shell(s, t.wall, t.cream, line)
    tiles(s, t.cream, mix(t.cream, t.accent, 0.22), line)
    base = s.h * line
    grid = "".join(f"M0 {base - 560 + 80 * i} H{s.w}" for i in range(5)) + "".join(
        f"M{x} {base - 560} V{base - 240}" for x in range(0, int(s.w), 110)
    )
    s.add(rect(0, base - 560, s.w, 330, "#fbf6ec"), stroke(grid, "#e4dccd", 4))
    window(s, s.w * 0.37, base - 640, s.w * 0.26, 330, t.cream)
    s.add(rect(0, base - 236, s.w, 236, mix(t.second, "#ffffff", 0.15)), rect(0, base - 250, s.w, 28, t.wood, 4))
    s.add(
        "".join(
            rect(x + 14, base - 206, 172, 190, lighter(t.second, 0.3), 10)
            + rect(x + 84, base - 186, 32, 10, "#f3c75a", 5)
            for x in range(0, int(s.w), 200)
        )
    )
    for x in (s.w * 0.02, s.w * 0.72):
        s.add(
            rect(x, base - 800, s.w * 0.26, 230, mix(t.second, "#ffffff", 0.15), 10),
            rect(x + s.w * 0.13 - 4, base - 790, 8, 210, darker(t.second, 0.2)),
        )
    s.put("fruit", s.w * 0.2, base - 248, 0.8)
    s.put("vase", s.w * 0.83, base - 248, 0.76, t.accent)


def room(s: Stage) -> None:
    t, line = s.tone, 0.76
    shell(s, t.wall, mix(t.wood, t.cream, 0.4), line)
    boards(s, mix(t.wood, t.cream, 0.4), line)
    base = s.h * line
    window(s, s.w * 0.08, base - 620, s.w * 0.28, 380, t.cream)
    s.add(
        path(
            f"M{s.w * 0.05} {base - 660} H{s.w * 0.13} C{s.w * 0.12} {base - 400} {s.w * 0.1} {base - 300} {s.w * 0.05} {base - 170}Z",
            t.accent,
            opacity=0.92,
        )
    )
    s.add(
        path(
            f"M{s.w * 0.39} {base - 660} H{s.w * 0.31} C{s.w * 0.32} {base - 400} {s.w * 0.34} {base - 300} {s.w * 0.39} {base - 170}Z",
            t.accent,
            opacity=0.92,
        )
    )
    s.put("poster", s.w * 0.62, base - 300, 0.72, t.second)
    s.put("poster", s.w * 0.84, base - 360, 0.56, t.accent)
    s.put("sofa", s.w * 0.72, base + 40, min(0.78, s.w / 1400), t.second, grounded=True)
    s.put("floorlamp", s.w * 0.95, base + 40, 0.8, "#f2c14e", grounded=True)
    s.add(
        ellipse(s.w * 0.5, (base + s.h) / 2 + 20, s.w * 0.36, (s.h - base) * 0.36, t.accent, opacity=0.55),
        ellipse(s.w * 0.5, (base + s.h) / 2 + 20, s.w * 0.29, (s.h - base) * 0.27, t.cream, opacity=0.7),
    )


def library(s: Stage) -> None:
    t, line = s.tone, 0.78
    shell(s, darker(t.wood, 0.35), mix(t.wood, t.deep, 0.25), line)
    boards(s, mix(t.wood, t.deep, 0.25), line)
    base = s.h * line
    wood = mix(t.wood, "#3a2430", 0.3)
    columns = max(2, round(s.w / 430))
    for c in range(columns):
        x, w = s.w * c / columns + 14, s.w / columns - 28
        s.add(rect(x, 20, w, base - 24, darker(wood, 0.35)), rect(x - 14, 0, 28, base, wood))
        y = base - 26.0
        while y > 120:
            shelf(s, x + 6, y, w - 12, "books")
            y -= 178
    s.add(rect(s.w - 14, 0, 28, base, wood))
    s.glows.append(glow(s.w * 0.5, s.h * 0.3, s.h * 0.6, "#FFD892", 0.3))


def show(s: Stage) -> None:
    """A theatre stage with curtains and beams."""
    t, line = s.tone, 0.8
    shell(s, "#33264d", mix(t.wood, "#3a2440", 0.3), line)
    boards(s, mix(t.wood, "#3a2440", 0.3), line)
    red, base = s.tints.get("curtain", "#b5303e"), s.h * line
    s.add(
        "".join(
            poly(((x, -20), (x + 40, -20), (x + d + 260, base + 60), (x + d - 220, base + 60)), c, opacity=0.22)
            for x, d, c in (
                (s.w * 0.2, s.w * 0.26, "#FFE9A8"),
                (s.w * 0.5, 0, "#FFD6E4"),
                (s.w * 0.8, -s.w * 0.26, "#BFE4FF"),
            )
        )
    )
    for side in (0, 1):
        for i in range(4):
            x = i * s.w * 0.055 if not side else s.w - (i + 1) * s.w * 0.055
            s.add(
                path(
                    f"M{x} 0 H{x + s.w * 0.06} C{x + s.w * 0.05} {base * 0.5} {x + s.w * 0.07} {base * 0.8} {x + s.w * 0.055} {base} H{x}Z",
                    red if i % 2 else darker(red, 0.2),
                )
            )
    s.add(
        "".join(
            path(f"M{x} 0 H{x + 160} C{x + 150} 130 {x + 10} 130 {x} 0Z", red if i % 2 else darker(red, 0.16))
            for i, x in enumerate(range(-20, int(s.w), 140))
        )
    )
    s.add(ellipse(s.w / 2, base + (s.h - base) * 0.5, s.w * 0.32, 60, "#FFF3C9", opacity=0.4))


def studio(s: Stage) -> None:
    """Seamless paper: for products, portraits, logos and reference sheets."""
    t = s.tone
    s.add(
        fade(
            0,
            0,
            s.w,
            s.h,
            (
                (0, lighter(t.wall, 0.25), 1),
                (0.7, t.wall, 1),
                (0.72, darker(t.wall, 0.06), 1),
                (1, lighter(t.wall, 0.12), 1),
            ),
            s.key(),
        )
    )
    s.add(circle(s.w * 0.5, s.h * 0.44, min(s.w, s.h) * 0.36, lighter(t.wall, 0.5), opacity=0.75))
    s.add(
        circle(s.w * 0.82, s.h * 0.2, 70, t.accent, opacity=0.5),
        circle(s.w * 0.14, s.h * 0.62, 44, t.second, opacity=0.5),
    )
    s.add(stroke(f"M{s.w * 0.1} {s.h * 0.2} q40 -40 80 0 t80 0 t80 0", t.accent, 12, opacity=0.6))
    s.floor = s.h * 0.9
    s.roofed = True
