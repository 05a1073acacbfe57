# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""What every place under the sky is built of: sky, sun, clouds, hills, grass."""

from itertools import pairwise

from tests.sandbox.painter.palette import lighter, mix
from tests.sandbox.painter.pen import circle, fade, glow, moved, path, rect, stroke
from tests.sandbox.painter.stage import Stage


def sky(s: Stage, low: float = 0.8) -> None:
    top, middle, base = s.sky
    s.add(fade(0, 0, s.w, s.h, ((0, top, 1), (low * 0.6, middle, 1), (low, base, 1)), s.key()))
    if s.dark:
        for _ in range(int(60 * s.w / 1000)):
            x, y = s.rng.random() * s.w, s.rng.random() * s.h * low * 0.75
            s.add(circle(x, y, 1.6 + 3.2 * s.rng.random() ** 3, "#FFF6DC", opacity=0.9))
    orb(s)
    if not s.dark and s.weather != "rain":
        for i in range(round(3 * s.w / 1000)):
            cloud(
                s,
                s.w * (0.13 + 0.27 * i) + 40 * s.rng.random(),
                s.h * (0.1 + 0.13 * s.rng.random()),
                0.7 + 0.5 * s.rng.random(),
            )


def orb(s: Stage) -> None:
    """Sun or moon, where the hour puts it."""
    if s.weather == "rain":
        return
    places = {"dawn": (0.74, 0.5, 78, "#FFF0B8"), "dusk": (0.24, 0.52, 96, "#FFE09A"), "night": (0.8, 0.17, 62, "#FFF5D6"),
              "neon": (0.76, 0.32, 150, "#FF7BB0"), "candle": (0.8, 0.17, 56, "#FFF5D6")}  # fmt: skip
    x, y, r, color = places.get(s.light, (0.82, 0.17, 66, "#FFF2B0"))
    s.add(glow(s.w * x, s.h * y, r * 3.6, color, 0.75), circle(s.w * x, s.h * y, r, color))


def cloud(s: Stage, x: float, y: float, size: float, color: str = "#FFFFFF") -> None:
    tint = mix(color, s.sky[2], 0.3).upper()
    puffs = ((-90, 0, 46), (-40, -34, 58), (30, -40, 66), (92, -6, 48), (0, 0, 60))
    s.add(
        moved(
            "".join(circle(a, b, r, tint, opacity=0.95) for a, b, r in puffs) + rect(-130, 0, 262, 46, tint, 23),
            x,
            y,
            size,
        )
    )


def ridge(s: Stage, y: float, swell: float, color: str, step: float = 260.0) -> None:
    """Rolling ground whose crest is about `y`."""
    points, x = [], -step
    while x < s.w + step:
        points.append((x, y - swell * s.rng.random()))
        x += step
    d = f"M{points[0][0]:.0f} {s.h + 20} L{points[0][0]:.0f} {points[0][1]:.0f}"
    for (ax, ay), (bx, by) in pairwise(points):
        d += f" C{ax + step / 2:.0f} {ay:.0f} {bx - step / 2:.0f} {by:.0f} {bx:.0f} {by:.0f}"
    s.add(path(d + f" V{s.h + 20}Z", color))


def greens(s: Stage) -> tuple[str, str, str]:
    if s.season == "snow" or s.weather == "snow":
        return "#dfe9f2", "#eef4f8", "#f9fbfc"
    if s.season == "autumn":
        return "#c98f4e", "#d9a653", "#e6bd6a"
    if s.season == "spring":
        return "#93c47d", "#a9d48c", "#bfe09b"
    leaf = s.tone.leaf
    return mix(leaf, "#3f7f74", 0.35), leaf, lighter(mix(leaf, "#a7c957", 0.35), 0.16)


def tree_color(s: Stage, index: int) -> str:
    if s.season == "autumn":
        return ("#d9773a", "#e0a03d", "#b9502f")[index % 3]
    if s.season == "spring":
        return ("#f2a9be", "#f6c3d0", "#a9d48c")[index % 3]
    if s.season == "snow" or s.weather == "snow":
        return ("#dbe7ee", "#e9f1f5", "#cfdfe9")[index % 3]
    return (greens(s)[1], greens(s)[0], mix(greens(s)[1], "#7fb069", 0.5))[index % 3]


def ground(s: Stage, at: float) -> None:
    s.floor = min(s.h - 36, s.h * at)


def tufts(s: Stage, top: float) -> None:
    far, _, near = greens(s)
    blooms = () if s.season or s.weather == "snow" else (s.tone.accent, "#fff4d8", "#f3c75a")
    for i in range(int(22 * s.w / 1000)):
        x, y = s.rng.random() * s.w, s.h * (top + (0.99 - top) * s.rng.random())
        s.add(
            stroke(
                f"M{x:.0f} {y:.0f} q-8 -22 -15 -25 M{x:.0f} {y:.0f} q1 -24 4 -32 M{x:.0f} {y:.0f} q10 -18 17 -21",
                mix(far, near, 0.3),
                5,
            )
        )
        if blooms and i % 3 == 0:
            s.add(circle(x + 24, y - 18, 9, blooms[i % 3]), circle(x + 24, y - 18, 3.6, "#d9973a"))
