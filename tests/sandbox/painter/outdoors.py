# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Places under the sky, and the ones beyond it."""

from tests.sandbox.painter.landscape import greens, ground, ridge, sky, tree_color, tufts
from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import circle, ellipse, fade, path, poly, stroke
from tests.sandbox.painter.stage import Stage


def park(s: Stage) -> None:
    sky(s)
    far, mid, near = greens(s)
    ridge(s, s.h * 0.66, 90, mix(far, s.sky[1], 0.45))
    ridge(s, s.h * 0.73, 60, far)
    for i, x in enumerate((0.08, 0.28, 0.78, 0.95)):
        s.put("tree", s.w * x, s.h * (0.76 + 0.02 * (i % 2)), 0.42 + 0.1 * (i % 2), tree_color(s, i))
    ridge(s, s.h * 0.79, 24, mid)
    s.add(
        path(
            f"M{s.w * 0.36} {s.h} C{s.w * 0.42} {s.h * 0.9} {s.w * 0.62} {s.h * 0.86} {s.w * 0.56} {s.h * 0.78} L{s.w * 0.6} {s.h * 0.78} C{s.w * 0.72} {s.h * 0.86} {s.w * 0.66} {s.h * 0.92} {s.w * 0.7} {s.h}Z",
            mix("#f0dcb4", near, 0.12),
        )
    )
    s.put("bench", s.w * 0.2, s.h * 0.845, 0.56, grounded=True)
    tufts(s, 0.84)
    ground(s, 0.93)


def forest(s: Stage) -> None:
    sky(s)
    far, mid, _ = greens(s)
    kind = "tree" if s.season in ("autumn", "spring") else "pine"
    for row, (y, size, fog) in enumerate(((0.68, 0.42, 0.62), (0.74, 0.58, 0.36), (0.8, 0.78, 0.12))):
        ridge(s, s.h * (y - 0.01), 26, mix(far, s.sky[1], fog))
        count = round((8 - row) * s.w / 1000) + 1
        for i in range(count):
            x = s.w * (i + 0.5 * (row % 2)) / (count - 1 or 1) + 50 * (s.rng.random() - 0.5)
            if row == 2 and s.w * 0.3 < x < s.w * 0.7:
                continue
            base = tree_color(s, i) if s.season or s.weather == "snow" else mix("#2f7a5f", s.tone.leaf, 0.3 * (i % 3))
            s.put(kind, x, s.h * (y + 0.03), size * (0.85 + 0.3 * s.rng.random()), mix(base, s.sky[1].lower(), fog))
    ridge(s, s.h * 0.84, 20, mid)
    tufts(s, 0.86)
    if s.season != "snow" and s.weather != "snow":
        s.put("mushroom", s.w * 0.05, s.h * 0.95, 0.5, grounded=True)
        s.put("mushroom", s.w * 0.1, s.h * 0.965, 0.34, "#e0a03d", grounded=True)
    ground(s, 0.93)


def mountains(s: Stage) -> None:
    sky(s)
    for y, size, tint, count in ((0.7, 470, "#8fa3c9", 3), (0.74, 340, "#6c83b0", 4)):
        many = max(1.0, s.w / 1000)
        for i in range(round(count * many) + 1):
            x = s.w * i / count / many + 120 * (s.rng.random() - 0.5)
            _peak(s, x, s.h * y, size * (0.8 + 0.45 * s.rng.random()), mix(tint, s.sky[1].lower(), 0.3))
    far, mid, _ = greens(s)
    ridge(s, s.h * 0.76, 40, far)
    white = s.weather == "snow" or s.season == "snow"
    for i in range(round(7 * s.w / 1000)):
        x = s.w * (i + 0.3) / round(7 * s.w / 1000)
        if not s.w * 0.32 < x < s.w * 0.68:
            y, scale = s.h * (0.8 + 0.03 * s.rng.random()), 0.2 + 0.14 * s.rng.random()
            s.put("pine", x, y, scale, tree_color(s, i) if white else "#2f7a5f")
    ridge(s, s.h * 0.84, 26, mid)
    tufts(s, 0.87)
    ground(s, 0.93)


def _peak(s: Stage, x: float, base: float, tall: float, color: str) -> None:
    top, cap = base - tall, tall * 0.3
    s.add(poly(((x - tall * 0.8, base + 60), (x, top), (x + tall * 0.8, base + 60)), color))
    shade = ((x, top), (x + tall * 0.8, base + 60), (x + tall * 0.16, base + 60), (x - tall * 0.1, top + tall * 0.5))
    s.add(poly(shade, darker(color, 0.16)))
    rim = ((0.8, 1.0), (0.3, 0.72), (0.0, 1.1), (-0.36, 0.74), (-0.8, 1.0))
    s.add(poly(((x, top), *((x + cap * a, top + cap * b) for a, b in rim)), "#fbfcfe"))


def snow(s: Stage) -> None:
    s.season = s.season or "snow"
    sky(s)
    ridge(s, s.h * 0.64, 120, mix("#c5d8e8", s.sky[1].lower(), 0.3))
    for i in range(round(8 * s.w / 1000)):
        x = s.w * (i + 0.5) / round(8 * s.w / 1000) + 40 * (s.rng.random() - 0.5)
        edge = abs(x / s.w - 0.5) * 2
        s.put("pine", x, s.h * (0.72 + 0.05 * edge), 0.22 + 0.4 * edge, mix("#3f7d78", "#a9c8d4", 0.5 - 0.4 * edge))
    ridge(s, s.h * 0.74, 40, "#e3edf5")
    ridge(s, s.h * 0.82, 30, "#f1f6fa")
    s.add(
        "".join(
            ellipse(s.w * s.rng.random(), s.h * (0.84 + 0.14 * s.rng.random()), 70, 9, "#dbe7f1") for _ in range(10)
        )
    )
    s.put("house", s.w * 0.84, s.h * 0.79, 0.24, "#b98a63") if s.seed % 2 else None
    ground(s, 0.92)


def beach(s: Stage) -> None:
    sky(s, 0.62)
    horizon = s.h * 0.58
    sea = mix("#3fb1c9", s.sky[1].lower(), 0.2)
    s.add(fade(0, horizon, s.w, s.h * 0.2, ((0, mix(sea, "#1f6f96", 0.35), 1), (1, lighter(sea, 0.2), 1)), s.key()))
    s.add(
        stroke(
            "".join(
                f"M{s.w * s.rng.random():.0f} {horizon + 20 + 150 * s.rng.random():.0f} q30 -10 60 0"
                for _ in range(int(22 * s.w / 1000))
            ),
            "#eafaf8",
            5,
            opacity=0.7,
        )
    )
    s.put("boat", s.w * 0.2, horizon + 34, 0.17, s.tone.accent)
    y = s.h * 0.77
    s.add(
        path(f"M0 {y} C{s.w * 0.25} {y - 34} {s.w * 0.5} {y + 30} {s.w} {y - 18} V{s.h} H0Z", "#fff9ec"),
        path(f"M0 {y + 20} C{s.w * 0.25} {y - 10} {s.w * 0.5} {y + 54} {s.w} {y + 6} V{s.h} H0Z", "#f3dcae"),
    )
    s.add("".join(circle(s.w * s.rng.random(), s.h * (0.84 + 0.15 * s.rng.random()), 4, "#dcbf8b") for _ in range(40)))
    s.put("palm", s.w * 0.93, s.h * 0.9, 0.78, grounded=True)
    s.put("umbrella", s.w * 0.14, s.h * 0.9, 0.62, s.tone.accent, grounded=True)
    s.add(path(f"M{s.w * 0.06} {s.h * 0.93} l150 -16 l40 30 l-160 20Z", s.tone.second))
    ground(s, 0.93)


def desert(s: Stage) -> None:
    sky(s)
    for y, c in ((0.64, "#dba574"), (0.72, "#e7b880"), (0.8, "#f1cd95")):
        ridge(s, s.h * y, 90, mix(c, s.sky[2].lower(), 0.16), 420)
    for x, size in ((0.12, 0.8), (0.86, 1.0), (0.72, 0.42), (0.3, 0.36)):
        s.put("cactus", s.w * x, s.h * (0.78 + 0.1 * size), size * 0.86, grounded=True)
    s.add(
        "".join(
            stroke(f"M{s.w * s.rng.random():.0f} {s.h * (0.86 + 0.12 * s.rng.random()):.0f} q40 -12 90 0", "#dcae74", 6)
            for _ in range(9)
        )
    )
    ground(s, 0.92)
