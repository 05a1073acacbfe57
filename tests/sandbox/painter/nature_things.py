# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Trees, plants and what shines in the sky; each is drawn upwards from (0, 0)."""

from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, moved, path, rect, stroke


def tree(color: str) -> str:
    trunk = path("M-34 0 C-22 -140 -26 -280 -30 -420 H30 C24 -280 26 -140 40 0Z", "#7c5136") + stroke(
        "M0 -360 L-90 -480 M4 -400 L90 -520", "#7c5136", 26
    )
    dark, pale = darker(color, 0.18), lighter(color, 0.16)
    crown = (
        circle(-150, -600, 180, dark)
        + circle(160, -620, 190, dark)
        + circle(0, -560, 190, dark)
        + circle(-110, -760, 190, color)
        + circle(110, -790, 200, color)
        + circle(0, -910, 190, color)
        + circle(-60, -900, 110, pale)
        + circle(-150, -730, 80, pale)
    )
    return trunk + crown


def pine(color: str) -> str:
    tiers = "".join(
        path(
            f"M0 {-960 + 170 * i} L{130 + 38 * i} {-600 + 170 * i} C60 {-570 + 170 * i} -60 {-570 + 170 * i} {-130 - 38 * i} {-600 + 170 * i}Z",
            darker(color, 0.12 * (2 - i) - 0.06 if i < 2 else 0.0),
        )
        for i in (2, 1, 0)
    )
    shade = "".join(
        path(
            f"M0 {-960 + 170 * i} L{130 + 38 * i} {-600 + 170 * i} C90 {-580 + 170 * i} 40 {-576 + 170 * i} 10 {-576 + 170 * i}Z",
            "#1d3b4a",
            opacity=0.22,
        )
        for i in (2, 1, 0)
    )
    return rect(-30, -250, 60, 250, "#6b4632") + tiers + shade


def palm(color: str) -> str:
    trunk = path("M-40 0 C-20 -300 -60 -560 40 -820 L74 -806 C-4 -560 30 -300 40 0Z", "#a9784f") + stroke(
        "M-30 -120 H38 M-30 -260 H34 M-34 -400 H26 M-20 -540 H28 M4 -680 H46", "#8a5f3d", 7
    )
    leaves = "".join(
        moved(path("M0 0 C80 -110 230 -120 330 10 C230 -50 120 -40 0 0Z", c), 54, -816, 1, a)
        for a, c in (
            (20, darker(color, 0.15)),
            (160, darker(color, 0.2)),
            (-20, color),
            (-160, color),
            (-60, lighter(color, 0.12)),
            (-120, lighter(color, 0.1)),
            (60, darker(color, 0.25)),
        )
    )
    return trunk + leaves + circle(40, -796, 26, "#7b4a2d") + circle(76, -786, 24, "#8c5836")


def cactus(color: str) -> str:
    dark = darker(color, 0.25)
    arms = stroke("M0 -170 H-90 V-270 M0 -230 H92 V-340", color, 56)
    return (
        arms
        + stroke("M0 -20 V-400", color, 90)
        + stroke("M-20 -30 V-400 M20 -30 V-400", dark, 5, opacity=0.6)
        + circle(6, -446, 24, "#f08fab")
        + circle(92, -372, 15, "#f3c75a")
    )


def snowman(color: str) -> str:
    shade = darker(color, 0.1)
    balls = (
        circle(0, -140, 150, shade)
        + circle(-8, -144, 146, color)
        + circle(0, -330, 112, shade)
        + circle(-6, -334, 108, color)
        + circle(0, -474, 84, color)
    )
    face = (
        circle(-26, -490, 10, "#2c2a38")
        + circle(26, -490, 10, "#2c2a38")
        + path("M0 -474 L92 -458 L0 -450Z", "#ee8434")
        + stroke("M-30 -438 Q0 -418 30 -438", "#2c2a38", 7)
    )
    hat = (
        rect(-92, -560, 184, 22, "#2f3550", 8)
        + rect(-60, -650, 120, 96, "#2f3550", 8)
        + rect(-60, -580, 120, 20, "#d8504a")
    )
    return (
        stroke("M100 -350 L210 -440 M-100 -350 L-200 -420", "#6b4632", 12)
        + balls
        + face
        + hat
        + path("M-84 -420 C-30 -390 30 -390 84 -420 L88 -388 C30 -358 -30 -358 -88 -388Z", "#d8504a")
        + circle(0, -310, 10, "#2c2a38")
        + circle(0, -260, 10, "#2c2a38")
    )


def campfire(color: str) -> str:
    logs = moved(rect(-120, -20, 240, 40, color, 20), 0, -26, 1, 14) + moved(
        rect(-120, -20, 240, 40, darker(color, 0.2), 20), 0, -26, 1, -14
    )
    return (
        path(
            "M0 -270 C20 -190 100 -170 84 -80 C76 -36 40 -26 0 -26 C-40 -26 -76 -36 -84 -80 C-92 -140 -30 -170 0 -270Z",
            "#FF9E3D",
        )
        + path(
            "M4 -190 C20 -140 56 -120 46 -70 C40 -40 20 -34 0 -34 C-24 -34 -42 -44 -46 -76 C-48 -110 -10 -130 4 -190Z",
            "#FFE08A",
        )
        + logs
    )


def mushroom(color: str) -> str:
    spots = circle(-40, -130, 17, "#fff8ea") + circle(14, -150, 20, "#fff8ea") + circle(58, -112, 13, "#fff8ea")
    return (
        path("M-36 0 C-30 -40 -30 -70 -32 -100 H32 C30 -70 30 -40 40 0Z", "#fbf1df")
        + path("M-100 -90 C-100 -220 100 -220 100 -90 C40 -74 -40 -74 -100 -90Z", color)
        + spots
    )


def moon(color: str) -> str:
    return (
        circle(0, -150, 210, color, opacity=0.16)
        + circle(0, -150, 140, color)
        + "".join(
            circle(x, y, r, "#E6DCAE", opacity=0.8) for x, y, r in ((-40, -190, 26), (44, -130, 34), (-30, -100, 18))
        )
    )


def star(color: str) -> str:
    return path(
        "M0 -200 L30 -132 L102 -124 L48 -76 L64 -4 L0 -42 L-64 -4 L-48 -76 L-102 -124 L-30 -132Z",
        color,
        stroke=color,
        stroke_width=14,
        stroke_linejoin="round",
    )


def heart(color: str) -> str:
    return path(
        "M0 0 C-150 -90 -150 -230 -64 -236 C-30 -238 -6 -216 0 -192 C6 -216 30 -238 64 -236 C150 -230 150 -90 0 0Z",
        color,
    ) + stroke("M-84 -176 C-84 -196 -70 -206 -56 -206", lighter(color, 0.6), 12)


def planet(color: str) -> str:
    ring = stroke("M-120 -110 C-260 -40 -180 10 0 -40 C190 -92 300 -190 124 -200", "#f3d79a", 22)
    return (
        circle(0, -150, 130, color)
        + path(
            "M-110 -220 C-20 -190 60 -190 124 -190 C120 -240 60 -280 0 -280 C-50 -280 -90 -254 -110 -220Z",
            lighter(color, 0.25),
        )
        + path(
            "M-126 -120 C-40 -80 60 -90 128 -130 C120 -60 60 -20 0 -20 C-60 -20 -110 -60 -126 -120Z",
            darker(color, 0.22),
        )
        + ring
    )


def rainbow(color: str) -> str:
    tints = ("#e8605a", "#f0934a", "#f5cf5b", "#6fb87a", "#5a9bd0", "#8d75c0")
    return "".join(
        stroke(f"M{-560 + 42 * i} 0 A{560 - 42 * i} {560 - 42 * i} 0 0 1 {560 - 42 * i} 0", t, 42, opacity=0.7)
        for i, t in enumerate(tints)
    )
