# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""What drives, sails and flies; each is drawn upwards from (0, 0)."""

from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, ellipse, path, poly, rect, stroke


def _wheel(x: float, r: float) -> str:
    return circle(x, -r, r, "#2c2a38") + circle(x, -r, r * 0.56, "#d5dbe3") + circle(x, -r, r * 0.2, "#7d8798")


def car(color: str) -> str:
    glass = "#BFE3EE"
    roof = path("M-270 -230 C-230 -390 -150 -410 -20 -410 C130 -410 190 -350 270 -230Z", color)
    panes = path("M-222 -236 C-196 -340 -130 -366 -36 -366 V-236Z", glass) + path(
        "M-4 -366 C96 -366 142 -330 206 -236 H-4Z", glass
    )
    body = path(
        "M-480 -110 C-490 -210 -430 -236 -280 -240 H270 C400 -230 480 -220 484 -110 C484 -76 470 -66 440 -66 H-440 C-470 -66 -480 -80 -480 -110Z",
        color,
    )
    dark = path("M-482 -120 H484 C484 -76 470 -66 440 -66 H-440 C-470 -66 -480 -80 -482 -120Z", darker(color, 0.24))
    lights = ellipse(458, -166, 22, 30, "#FFF0B8") + rect(-484, -196, 30, 50, "#F0705C", 10)
    return (
        roof
        + panes
        + body
        + dark
        + lights
        + stroke("M-20 -230 V-100 M-40 -196 h-50", darker(color, 0.3), 6)
        + stroke("M-180 -330 L-150 -270", "#ffffff", 8, opacity=0.7)
        + _wheel(-280, 84)
        + _wheel(290, 84)
    )


def bus(color: str) -> str:
    panes = "".join(rect(-520 + 190 * i, -500, 160, 160, "#BFE3EE", 14) for i in range(5)) + rect(
        440, -500, 130, 250, "#BFE3EE", 14
    )
    return (
        rect(-580, -570, 1170, 500, color, 60)
        + rect(-580, -290, 1170, 46, "#fff8ea")
        + panes
        + rect(-580, -130, 1170, 60, darker(color, 0.25), 24)
        + ellipse(570, -170, 16, 28, "#FFF0B8")
        + _wheel(-350, 90)
        + _wheel(350, 90)
    )


def bicycle(color: str) -> str:
    wheels = "".join(
        stroke(f"M{x - 140} -146 a140 140 0 1 0 280 0 a140 140 0 1 0 -280 0", "#2c2a38", 17)
        + "".join(
            stroke(f"M{x} -146 l{dx} {dy}", "#b9c0ca", 4)
            for dx, dy in ((0, -130), (112, -65), (112, 65), (0, 130), (-112, 65), (-112, -65))
        )
        + circle(x, -146, 15, "#2c2a38")
        for x in (-230, 230)
    )
    frame = stroke(
        "M-230 -146 L-110 -360 L130 -370 L10 -146 L-230 -146 M-110 -360 L10 -146 M230 -146 L120 -420", color, 20
    )
    return (
        wheels
        + frame
        + stroke("M120 -420 C110 -470 170 -480 200 -450", "#2c2a38", 16)
        + stroke("M-130 -400 L-110 -360", "#2c2a38", 13)
        + path("M-190 -414 C-150 -430 -100 -424 -80 -404 C-110 -392 -160 -392 -190 -414Z", "#6b4632")
        + circle(10, -146, 30, darker(color, 0.3))
        + rect(130, -440, 130, 90, "#c79a63", 14)
    )


def boat(color: str) -> str:
    sail = path("M10 -830 C190 -640 260 -420 270 -250 H10Z", "#fffaf0") + path(
        "M-20 -760 C-150 -600 -200 -420 -210 -250 H-20Z", "#f3c75a"
    )
    hull = path("M-390 -200 H410 C380 -60 310 0 220 0 H-220 C-310 0 -360 -60 -390 -200Z", color)
    return (
        stroke("M-4 -860 V-200", "#6b4632", 18)
        + sail
        + path("M-4 -860 L80 -836 L-4 -806Z", "#d8504a")
        + hull
        + rect(-386, -200, 794, 34, "#fffaf0", 8)
        + path("M100 -166 H402 C374 -50 310 0 220 0 H60 C120 -40 120 -100 100 -166Z", darker(color, 0.22), opacity=0.6)
    )


def rocket(color: str) -> str:
    flame = path("M-70 -150 C-110 -40 -30 20 0 70 C30 20 110 -40 70 -150Z", "#FFB13D") + path(
        "M-36 -150 C-56 -70 -10 -40 0 -4 C10 -40 56 -70 36 -150Z", "#FFEDB0"
    )
    fins = path("M-120 -420 C-220 -340 -220 -240 -190 -160 L-100 -220Z", color) + path(
        "M120 -420 C220 -340 220 -240 190 -160 L100 -220Z", darker(color, 0.2)
    )
    body = path("M0 -960 C130 -820 150 -520 110 -180 H-110 C-150 -520 -130 -820 0 -960Z", "#fbf5ea")
    shade = path("M0 -960 C130 -820 150 -520 110 -180 H20 C70 -480 70 -800 0 -960Z", "#d9d3dd")
    nose = path("M0 -960 C62 -892 100 -812 116 -720 C40 -700 -40 -700 -116 -720 C-100 -812 -62 -892 0 -960Z", color)
    window = (
        circle(0, -560, 70, darker(color, 0.2))
        + circle(0, -560, 52, "#9FD7EA")
        + stroke("M-26 -580 q10 -20 30 -24", "#ffffff", 9)
    )
    return flame + fins + body + shade + nose + window + rect(-90, -200, 180, 50, "#5c6374", 14)


def plane(color: str) -> str:
    body = path(
        "M-430 -170 C-300 -230 250 -240 400 -190 C470 -160 440 -110 380 -100 C200 -80 -250 -80 -360 -110 L-450 -280 H-380 L-290 -180Z",
        color,
    )
    wing = path("M-60 -140 L-210 10 H-110 L150 -140Z", "#d8504a") + path("M0 -210 L-90 -320 H-20 L130 -215Z", "#b23c3a")
    return (
        body
        + "".join(circle(x, -172, 13, "#8FC9E3") for x in range(-220, 300, 52))
        + wing
        + path("M330 -200 C380 -196 410 -180 420 -160 H340Z", "#8FC9E3")
    )


def balloon(color: str) -> str:
    string = stroke("M0 -190 C-26 -130 26 -70 0 0", "#6b6470", 4)
    body = path(
        "M0 -200 C-60 -230 -90 -300 -84 -340 C-78 -400 -40 -420 0 -420 C40 -420 78 -400 84 -340 C90 -300 60 -230 0 -200Z",
        color,
    )
    return (
        string
        + body
        + path("M-14 -186 L0 -204 L14 -186Z", color)
        + stroke("M-48 -352 C-44 -380 -30 -392 -14 -396", lighter(color, 0.6), 11)
        + path(
            "M30 -414 C74 -400 88 -340 76 -300 C64 -250 36 -214 0 -200 C50 -250 60 -350 30 -414Z",
            darker(color, 0.2),
            opacity=0.5,
        )
    )


def air_balloon(color: str) -> str:
    envelope = "M0 -210 C-120 -260 -280 -400 -270 -560 C-260 -720 -130 -800 0 -800 C130 -800 260 -720 270 -560 C280 -400 120 -260 0 -210Z"
    strip = path(
        "M0 -210 C-60 -300 -120 -440 -110 -580 C-104 -700 -60 -780 0 -800 C60 -780 104 -700 110 -580 C120 -440 60 -300 0 -210Z",
        "#fff4df",
    ) + path(
        "M0 -210 C-20 -300 -44 -440 -40 -580 C-36 -700 -20 -780 0 -800 C20 -780 36 -700 40 -580 C44 -440 20 -300 0 -210Z",
        "#f3c75a",
    )
    return (
        stroke("M-50 -250 L-44 -110 M50 -250 L44 -110", "#7c5136", 6)
        + path(envelope, color)
        + strip
        + rect(-56, -116, 112, 110, "#a9744a", 16)
        + rect(-62, -120, 124, 26, "#c08c5a", 10)
    )


def kite(color: str) -> str:
    tail = stroke("M0 -120 C-60 -60 50 -40 -10 0", "#f3c75a", 8)
    return (
        tail
        + poly(((0, -460), (130, -310), (0, -120), (-130, -310)), color)
        + poly(((0, -460), (130, -310), (0, -310)), lighter(color, 0.3))
        + poly(((0, -310), (-130, -310), (0, -120)), darker(color, 0.25))
    )
