# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Things under the sky: trees, buildings, vehicles and what floats above; each is drawn upwards from (0, 0)."""

from tests.sandbox.painter.palette import darker, lighter, mix
from tests.sandbox.painter.pen import circle, path, poly, rect, stroke

WINDOW = "#FFE3A1"


def house(color: str) -> str:
    roof = "#b8543f"
    wall = rect(-330, -470, 660, 470, color) + rect(120, -470, 210, 470, darker(color, 0.12))
    top = (
        path("M-400 -450 L0 -860 L400 -450Z", roof)
        + path("M0 -860 L400 -450 H180Z", darker(roof, 0.2))
        + rect(170, -830, 90, 180, "#9c6a54")
    )
    door = path("M-70 0 V-210 C-70 -270 70 -270 70 -210 V0Z", "#4a6b7c") + circle(44, -110, 9, "#f3c75a")
    panes = "".join(
        rect(x, -340, 120, 130, "#fffaf0", 8)
        + rect(x + 10, -330, 100, 110, WINDOW)
        + stroke(f"M{x + 60} -330 V-220 M{x + 10} -275 H{x + 110}", "#fffaf0", 7)
        for x in (-270, 150)
    )
    return wall + top + door + panes + circle(0, -600, 56, "#fffaf0") + circle(0, -600, 44, WINDOW)


def castle(color: str) -> str:
    dark = darker(color, 0.18)
    parts = rect(-300, -520, 600, 520, color) + "".join(rect(-300 + 110 * i, -560, 66, 60, color) for i in range(6))
    for x, w, h, roof in ((-430, 200, 720, "#7d6bb0"), (230, 200, 720, "#7d6bb0"), (-110, 220, 900, "#e0708a")):
        parts += rect(x, -h, w, h, mix(color, dark, 0.35)) + path(
            f"M{x - 34} {-h} L{x + w / 2} {-h - 230} L{x + w + 34} {-h}Z", roof
        )
        parts += path(f"M{x + w / 2 - 26} {-h + 200} v-70 c0 -50 52 -50 52 0 v70Z", WINDOW)
        parts += stroke(f"M{x + w / 2} {-h - 230} v-70", "#6b5a4a", 6) + path(
            f"M{x + w / 2} {-h - 300} l66 20 l-66 22Z", "#f3c75a"
        )
    return parts + path("M-80 0 V-170 C-80 -250 80 -250 80 -170 V0Z", "#5b4036")


def lighthouse(color: str) -> str:
    body = poly(((-120, 0), (-80, -900), (80, -900), (120, 0)), "#fbf5ea")
    bands = "".join(
        poly(
            (
                (-120 + y * 0.0444, -y),
                (120 - y * 0.0444, -y),
                (112 - y * 0.0444, -y - 170),
                (-112 + y * 0.0444, -y - 170),
            ),
            color,
        )
        for y in (80, 420, 730)
    )
    top = (
        rect(-100, -930, 200, 34, "#3b4152")
        + rect(-64, -1050, 128, 124, "#FFEFB4")
        + stroke("M0 -1050 V-930", "#3b4152", 8)
        + path("M-84 -1050 L0 -1170 L84 -1050Z", color)
    )
    beam = poly(((64, -1030), (900, -1240), (900, -860), (64, -960)), "#FFF1B8", opacity=0.28)
    return beam + body + bands + top


def umbrella(color: str) -> str:
    top = path(
        "M-230 -300 C-220 -470 -110 -520 0 -520 C110 -520 220 -470 230 -300 C190 -330 150 -330 116 -300 C80 -330 36 -330 0 -300 C-36 -330 -80 -330 -116 -300 C-150 -330 -190 -330 -230 -300Z",
        color,
    )
    ribs = path(
        "M-116 -300 C-100 -440 -50 -500 0 -520 C50 -500 100 -440 116 -300 C80 -330 36 -330 0 -300 C-36 -330 -80 -330 -116 -300Z",
        lighter(color, 0.18),
    )
    return stroke("M0 -530 V-36 C0 10 -56 10 -56 -30", "#5b4036", 13) + top + ribs


def bench(color: str) -> str:
    planks = "".join(rect(-280, y, 560, 34, color, 10) for y in (-290, -240, -150))
    return (
        stroke("M-210 -280 V0 M210 -280 V0", "#3b4152", 20) + planks + rect(-280, -122, 560, 14, darker(color, 0.3), 6)
    )


def street_lamp(color: str) -> str:
    halo = circle(0, -1010, 260, "#FFE7A8", opacity=0.13) + circle(0, -1010, 140, "#FFE7A8", opacity=0.22)
    return (
        halo
        + rect(-46, -40, 92, 40, color, 8)
        + rect(-13, -940, 26, 910, color)
        + path("M-56 -1070 H56 L38 -940 H-38Z", "#FFEDB8")
        + path("M-74 -1066 L0 -1124 L74 -1066Z", color)
        + rect(-48, -950, 96, 20, color, 6)
    )


def fence(color: str) -> str:
    posts = "".join(path(f"M{x} 0 V-210 l30 -44 l30 44 V0Z", color) for x in range(-340, 340, 98))
    return rect(-350, -180, 700, 30, darker(color, 0.12)) + rect(-350, -90, 700, 30, darker(color, 0.12)) + posts


def tent(color: str) -> str:
    return (
        path("M-380 0 L0 -500 L380 0Z", color)
        + path("M0 -500 L380 0 H160Z", darker(color, 0.22))
        + path("M-90 0 L0 -320 L90 0Z", "#4a3550")
        + path("M0 -320 L90 0 L150 -20Z", lighter(color, 0.3))
    )
