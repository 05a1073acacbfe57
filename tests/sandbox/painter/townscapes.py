# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Places that people have built under the sky."""

from tests.sandbox.painter.landscape import greens, ground, ridge, sky, tufts
from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import circle, ellipse, fade, path, rect, stroke
from tests.sandbox.painter.stage import Stage


def street(s: Stage) -> None:
    sky(s)
    t, base = s.tone, s.h * 0.8
    colors = (
        t.wall,
        t.accent,
        mix(t.second, "#ffffff", 0.2),
        "#f3d48c",
        lighter(t.deep, 0.35),
        mix(t.accent, t.cream, 0.5),
    )
    x, i = -40.0, s.seed % 3
    while x < s.w:
        w, tall = 230 + 110 * s.rng.random(), base * (0.5 + 0.32 * s.rng.random())
        facade(s, x, base, w, tall, colors[i % 6], i)
        x, i = x + w, i + 1
    s.add(rect(0, base, s.w, s.h - base, mix(t.cream, "#b9a8a4", 0.45)), rect(0, base, s.w, 16, darker(t.cream, 0.3)))
    s.add(
        stroke(
            "".join(
                f"M{s.w / 2 + dx} {base + 16} L{s.w / 2 + dx * 2} {s.h}"
                for dx in range(-int(s.w * 0.5), int(s.w * 0.5) + 1, 150)
            ),
            darker(t.cream, 0.25),
            3,
            opacity=0.5,
        )
    )
    s.put("streetlamp", s.w * 0.09, base + 50, 0.6)
    s.put("streetlamp", s.w * 0.93, base + 50, 0.6)
    s.put("bicycle", s.w * 0.82, base + 66, 0.44, t.second, grounded=True)
    if s.weather == "rain":
        s.add(
            "".join(
                ellipse(s.w * s.rng.random(), base + (s.h - base) * s.rng.random(), 110, 12, "#FFFFFF", opacity=0.25)
                for _ in range(9)
            )
        )
    ground(s, 0.93)


def facade(s: Stage, x: float, base: float, w: float, tall: float, color: str, index: int) -> None:
    top = base - tall
    s.add(
        rect(x, top, w + 2, tall, color),
        rect(x + w - 26, top, 28, tall, darker(color, 0.14)),
        rect(x - 8, top - 16, w + 18, 24, darker(color, 0.26)),
    )
    rows = int((tall - 260) // 130)
    for row in range(max(0, rows)):
        for col in range(2):
            lit = s.dark and s.rng.random() < 0.6
            glass = "#FFDF93" if lit else ("#3A4A78" if s.dark else "#BFDDEA")
            wx, wy = x + w * (0.14 + 0.42 * col), top + 46 + 130 * row
            s.add(
                rect(wx, wy, w * 0.26, 86, glass, 6, stroke="#fff8ea", stroke_width=8),
                rect(wx - 8, wy + 88, w * 0.26 + 16, 10, darker(color, 0.3)),
            )
    shopfront = "#FFE7AE" if s.dark else "#CDE6EC"
    s.add(
        rect(x + 22, base - 190, w * 0.5, 150, shopfront, 6),
        rect(x + w * 0.66, base - 200, w * 0.24, 200, darker(color, 0.5), 6),
        circle(x + w * 0.7, base - 94, 6, "#f3c75a"),
    )
    n = 6
    awning = "".join(
        path(
            f"M{x + 10 + (w - 20) / n * k:.0f} {base - 236} h{(w - 20) / n:.0f} v50 a{(w - 20) / n / 2:.0f} 22 0 0 1 -{(w - 20) / n:.0f} 0Z",
            (s.tone.accent if index % 2 else s.tone.deep) if k % 2 else s.tone.cream,
        )
        for k in range(n)
    )
    s.add(awning)


def skyline(s: Stage) -> None:
    sky(s)
    for fog, low, high, lit in ((0.62, 0.34, 0.62, 0.6), (0.34, 0.2, 0.5, 0.9)):
        color = mix(mix(s.tone.deep, "#4b5a94", 0.5), s.sky[1].lower(), fog)
        x = -30.0
        while x < s.w:
            w, tall = 80 + 110 * s.rng.random(), s.h * (low + (high - low) * s.rng.random())
            _block(s, x, w, s.h * 0.82 - tall, color, lit)
            x += w + 12 * s.rng.random()
    base = s.h * 0.82
    s.add(rect(0, base, s.w, s.h - base, mix(s.tone.deep, "#6d6685", 0.5)))
    s.add(rect(0, base - 12, s.w, 22, lighter(s.tone.deep, 0.3)))
    posts = "".join(f"M{x} {base - 110} V{base}" for x in range(20, int(s.w), 120))
    s.add(stroke(f"{posts}M0 {base - 110} H{s.w}", lighter(s.tone.deep, 0.15), 10))
    ground(s, 0.94)


def _block(s: Stage, x: float, w: float, top: float, color: str, lit: float) -> None:
    """One tower with its windows."""
    s.add(rect(x, top, w, s.h * 0.82 - top + 40, color))
    if s.rng.random() < 0.3:
        s.add(stroke(f"M{x + w / 2} {top} v-70", color, 8))
    lamps = (
        ("#FFDD8C", "#FF9CCB", "#8CE6F2") if s.light == "neon" else ("#FFDD8C",) if s.dark else (lighter(color, 0.35),)
    )
    for y in range(int(top) + 26, int(s.h * 0.8), 46):
        for wx in range(int(x) + 16, int(x + w) - 20, 34):
            if s.rng.random() < (0.5 if s.dark else 0.35):
                s.add(rect(wx, y, 15, 22, lamps[int(s.rng.random() * len(lamps))], opacity=lit))


def harbour(s: Stage) -> None:
    sky(s, 0.6)
    horizon = s.h * 0.56
    ridge(s, horizon + 10, 70, mix("#7fa6b8", s.sky[1].lower(), 0.3))
    s.put("tower", s.w * 0.88, horizon + 60, 0.34)
    sea = mix("#3b8fb5", s.sky[1].lower(), 0.25)
    s.add(fade(0, horizon, s.w, s.h * 0.3, ((0, lighter(sea, 0.25), 1), (1, darker(sea, 0.1), 1)), s.key()))
    for x, size, c in ((0.16, 0.38, s.tone.accent), (0.5, 0.26, s.tone.second), (0.74, 0.36, "#f2c14e")):
        s.put("boat", s.w * x, horizon + 70 + 130 * size, size, c)
    s.add(
        stroke(
            "".join(
                f"M{s.w * s.rng.random():.0f} {horizon + 30 + 200 * s.rng.random():.0f} q30 -9 60 0"
                for _ in range(int(24 * s.w / 1000))
            ),
            "#eaf7fa",
            5,
            opacity=0.6,
        )
    )
    y = s.h * 0.82
    s.add(
        rect(0, y, s.w, s.h - y, s.tone.wood),
        rect(0, y, s.w, 16, lighter(s.tone.wood, 0.25)),
        stroke("".join(f"M{x} {y + 16} V{s.h}" for x in range(40, int(s.w), 130)), darker(s.tone.wood, 0.25), 5),
    )
    s.add(
        "".join(
            rect(x - 24, y - 70, 48, 110, darker(s.tone.wood, 0.35), 14)
            + stroke(f"M{x - 26} {y - 20} h52 M{x - 26} {y - 4} h52", "#f1e3c2", 9)
            for x in (s.w * 0.1, s.w * 0.9)
        )
    )
    ground(s, 0.94)


def field(s: Stage) -> None:
    sky(s)
    far, mid, near = greens(s)
    ridge(s, s.h * 0.66, 60, mix(far, s.sky[1].lower(), 0.4))
    s.put("house", s.w * 0.8, s.h * 0.72, 0.3, "#d8605a")
    ridge(s, s.h * 0.72, 34, "#e3c15f" if s.season != "snow" else near)
    s.put("fence", s.w * 0.2, s.h * 0.82, 0.5)
    ridge(s, s.h * 0.8, 20, mid)
    tufts(s, 0.83)
    ground(s, 0.93)
