"""Places beyond the ground: space, clouds, the sea floor, and dreams."""

import math

from tests.sandbox.painter.landscape import cloud, ground, ridge, sky, tufts
from tests.sandbox.painter.palette import mix
from tests.sandbox.painter.pen import circle, ellipse, fade, glow, path, poly, rect, stroke
from tests.sandbox.painter.stage import Stage


def space(s: Stage) -> None:
    s.add(fade(0, 0, s.w, s.h, ((0, "#14123A", 1), (0.6, "#33256B", 1), (1, "#6A3F8C", 1)), s.key()))
    s.add(
        glow(s.w * 0.25, s.h * 0.3, s.h * 0.5, "#E06AA8", 0.35), glow(s.w * 0.8, s.h * 0.6, s.h * 0.5, "#4FB5D8", 0.3)
    )
    for _ in range(int(110 * s.w / 1000)):
        s.add(
            circle(
                s.rng.random() * s.w, s.rng.random() * s.h * 0.86, 1.5 + 4 * s.rng.random() ** 4, "#FFF6E0", opacity=0.9
            )
        )
    s.put("planet", s.w * 0.8, s.h * 0.36, 0.78, "#E39A5C")
    s.add(circle(s.w * 0.16, s.h * 0.2, 58, "#7FC6D6"), circle(s.w * 0.15, s.h * 0.19, 20, "#A5DCE5", opacity=0.7))
    y = s.h * 0.86
    s.add(path(f"M0 {y} C{s.w * 0.3} {y - 70} {s.w * 0.7} {y - 70} {s.w} {y} V{s.h} H0Z", "#A99BC9"))
    s.add(
        "".join(
            ellipse(s.w * a, s.h * b, c, c * 0.28, "#8C7DB4")
            for a, b, c in ((0.16, 0.93, 80), (0.42, 0.97, 60), (0.7, 0.92, 96), (0.92, 0.96, 70))
        )
    )
    ground(s, 0.92)


def clouds(s: Stage) -> None:
    sky(s, 1.0)
    for i in range(int(11 * s.w / 1000)):
        cloud(
            s,
            s.w * s.rng.random(),
            s.h * (0.62 + 0.42 * s.rng.random()),
            1.0 + 0.9 * s.rng.random(),
            "#FFFFFF" if i % 3 else "#F3E8F2",
        )
    ground(s, 0.86)


def underwater(s: Stage) -> None:
    s.add(fade(0, 0, s.w, s.h, ((0, "#7FE0DC", 1), (0.4, "#2FA6C4", 1), (1, "#155A8C", 1)), s.key()))
    s.add(
        "".join(
            poly(
                ((s.w * x, -10), (s.w * (x + 0.06), -10), (s.w * (x + 0.2), s.h), (s.w * (x - 0.02), s.h)),
                "#E9FFF5",
                opacity=0.12,
            )
            for x in (0.1, 0.32, 0.52, 0.78)
        )
    )
    ridge(s, s.h * 0.86, 50, "#caa877")
    ridge(s, s.h * 0.91, 30, "#e6c995")
    for i, x in enumerate((0.06, 0.13, 0.86, 0.94)):
        tall, base = 260 + 120 * (i % 2), s.h * 0.92
        s.add(
            stroke(
                f"M{s.w * x} {base} c-50 -{tall * 0.3} 50 -{tall * 0.5} 0 -{tall}", ("#3f9a72", "#57b487")[i % 2], 30
            )
        )
    for x, c in ((0.24, "#f2796b"), (0.77, "#f0a24c")):
        s.add(
            "".join(
                stroke(f"M{s.w * x} {s.h * 0.93} l{110 * math.sin(a):.0f} -{140 * math.cos(a):.0f}", c, 28)
                for a in (-0.7, -0.2, 0.3, 0.8)
            )
        )
    for _ in range(int(26 * s.w / 1000)):
        x, y, r = s.rng.random() * s.w, s.rng.random() * s.h * 0.85, 5 + 16 * s.rng.random()
        s.add(
            circle(x, y, r, "#E6FFFB", opacity=0.3), circle(x - r * 0.3, y - r * 0.3, r * 0.25, "#FFFFFF", opacity=0.8)
        )
    ground(s, 0.94)


def dream(s: Stage) -> None:
    """For words nobody taught us: hills and floating forms, chosen by the words' own hash."""
    sky(s)
    t = s.tone
    for i, (y, c) in enumerate(((0.62, t.second), (0.72, t.accent), (0.8, t.leaf))):
        ridge(s, s.h * y, 110, mix(c, s.sky[2].lower(), 0.45 - 0.15 * i), 340)
    for i in range(6):
        x, y, r = s.w * (0.08 + 0.17 * i), s.h * (0.2 + 0.28 * s.rng.random()), 26 + 40 * s.rng.random()
        c = (t.accent, t.second, "#f3c75a", t.cream, t.deep, t.leaf)[i]
        s.add(
            (
                circle(x, y, r, c),
                rect(x - r, y - r, 2 * r, 2 * r, c, r * 0.4),
                poly(((x, y - r), (x + r, y + r), (x - r, y + r)), c),
            )[(i + s.seed) % 3]
        )
    ridge(s, s.h * 0.84, 30, mix(t.leaf, "#a7c957", 0.3))
    tufts(s, 0.87)
    ground(s, 0.93)
