"""What furnishes a room, from lamps to potted plants; each is drawn upwards from (0, 0)."""

from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, ellipse, moved, path, poly, rect, stroke
from tests.sandbox.painter.table_things import steam


def lamp(color: str) -> str:
    base = ellipse(0, -8, 62, 14, "#5c4a4a") + stroke("M0 -12 V-150", "#5c4a4a", 13)
    halo = circle(0, -190, 190, "#FFE7A8", opacity=0.16) + circle(0, -190, 120, "#FFE7A8", opacity=0.2)
    shade = path("M-46 -284 H46 L92 -142 C40 -128 -40 -128 -92 -142Z", color)
    light = path("M14 -284 H46 L92 -142 C70 -134 46 -132 34 -132Z", darker(color, 0.18), opacity=0.7)
    return halo + base + shade + light + ellipse(0, -142, 88, 10, "#FFF3CC")


def floor_lamp(color: str) -> str:
    base = ellipse(0, -8, 84, 16, "#4c4452") + stroke("M0 -12 V-610", "#4c4452", 13)
    return base + moved(lamp(color), 0, -460, 1.06)


def vase(color: str) -> str:
    stems = stroke("M-4 -120 C-20 -180 -50 -200 -62 -232 M0 -120 V-262 M4 -120 C20 -180 48 -190 60 -222", "#5d9b6a", 8)
    heads = "".join(
        _bloom(x, y, c, 0.62) for x, y, c in ((-64, -240, "#f08fab"), (0, -272, "#f3c75a"), (62, -232, "#e86d56"))
    )
    pot = path(
        "M-34 -130 H34 C28 -104 62 -84 56 -40 C52 -8 34 0 0 0 C-34 0 -52 -8 -56 -40 C-62 -84 -28 -104 -34 -130Z", color
    )
    return stems + heads + pot + stroke("M-36 -66 C-40 -44 -34 -28 -28 -20", lighter(color, 0.5), 7)


def _bloom(x: float, y: float, color: str, size: float) -> str:
    petals = "".join(moved(ellipse(0, -30, 20, 30, color), 0, 0, 1, 60 * i) for i in range(6))
    return moved(petals + circle(0, 0, 17, "#f6d264"), x, y, size)


def flower(color: str) -> str:
    leaves = path("M0 -80 C-60 -120 -84 -100 -88 -92 C-60 -50 -20 -56 0 -66Z", "#5d9b6a") + path(
        "M0 -120 C50 -160 76 -146 82 -138 C56 -96 20 -100 0 -106Z", "#4f8a5d"
    )
    return stroke("M0 0 C-6 -80 8 -140 0 -230", "#5d9b6a", 11) + leaves + _bloom(0, -240, color, 1.1)


def plant(color: str) -> str:
    leaves = "".join(
        moved(
            path("M0 0 C-46 -60 -40 -170 0 -240 C40 -170 46 -60 0 0Z", c) + stroke("M0 -20 V-200", darker(c, 0.2), 5),
            0,
            -120,
            s,
            a,
        )
        for a, c, s in (
            (-58, "#3f8a63", 0.82),
            (56, "#3f8a63", 0.82),
            (-30, "#57a173", 0.96),
            (30, "#4d9669", 0.96),
            (0, "#68b080", 1.04),
        )
    )
    pot = path("M-80 -136 H80 L62 -10 C60 -2 54 0 46 0 H-46 C-54 0 -60 -2 -62 -10Z", color)
    return (
        leaves
        + pot
        + rect(-88, -146, 176, 34, lighter(color, 0.14), 8)
        + path("M30 -112 H77 L62 -10 C60 -2 54 0 46 0 H20Z", darker(color, 0.22), opacity=0.55)
    )


def clock(color: str) -> str:
    legs = stroke("M-56 -14 L-72 0 M56 -14 L72 0", darker(color, 0.3), 12)
    return (
        legs
        + circle(0, -96, 90, color)
        + circle(0, -96, 72, "#fff8ea")
        + stroke("M0 -96 V-144 M0 -96 L32 -80", "#3a3346", 8)
        + circle(0, -96, 7, "#3a3346")
        + circle(-44, -184, 22, color)
        + circle(44, -184, 22, color)
    )


def espresso_machine(color: str) -> str:
    steel, dark = "#d5dbe3", "#3b4152"
    body = (
        rect(-186, -340, 372, 128, color, 26)
        + rect(-160, -220, 320, 150, dark, 8)
        + rect(-186, -76, 372, 70, color, 18)
    )
    shade = rect(60, -340, 126, 128, darker(color, 0.2), 26, opacity=0.6)
    top = rect(-150, -362, 300, 30, steel, 10) + "".join(rect(x, -396, 44, 38, "#fbf5ea", 8) for x in (-120, -66, -12))
    dials = (
        circle(-132, -276, 32, "#fff8ea")
        + stroke("M-132 -276 L-116 -292", "#d8504a", 6)
        + circle(132, -282, 13, "#8EE0B0")
        + circle(98, -282, 13, "#F6C453")
    )
    heads = "".join(
        rect(x - 32, -216, 64, 32, steel, 8)
        + stroke(f"M{x} -196 h-66", "#4b3428", 14)
        + rect(x - 12, -186, 24, 20, steel, 4)
        for x in (-60, 76)
    )
    tray = rect(-170, -86, 340, 16, steel, 6) + rect(-160, -8, 50, 12, dark, 4) + rect(110, -8, 50, 12, dark, 4)
    pour = stroke("M76 -166 V-130", "#8a5430", 6)
    cup = moved(
        path("M-26 -46 H26 L22 -8 C20 0 -20 0 -22 -8Z", "#fff8ea") + stroke("M24 -38 q20 4 0 24", "#fff8ea", 7), 76, -84
    )
    return body + shade + top + dials + heads + tray + pour + cup + moved(steam(0, 0, 0.8), 76, -140)


def monitor(color: str) -> str:
    screen = rect(-164, -290, 328, 210, color, 14) + rect(-150, -276, 300, 182, "#2B4570", 6)
    art = poly(((-150, -94), (-60, -190), (0, -130), (60, -210), (150, -94)), "#5FA8A0") + circle(
        90, -230, 24, "#F7CF6B"
    )
    return rect(-26, -84, 52, 70, darker(color, 0.2)) + rect(-90, -18, 180, 18, color, 9) + screen + art


def candle(color: str) -> str:
    flame = (
        circle(0, -140, 74, "#FFD983", opacity=0.25)
        + path("M0 -176 C26 -146 20 -118 0 -116 C-20 -118 -26 -146 0 -176Z", "#FFC24A")
        + ellipse(0, -128, 8, 13, "#FFF3CF")
    )
    return rect(-34, -106, 68, 106, color, 10) + stroke("M0 -106 V-122", "#5a463a", 5) + flame


def chair(color: str) -> str:
    wood = darker(color, 0.35)
    legs = stroke("M-96 -200 L-112 0 M96 -200 L112 0 M-60 -200 L-64 -30 M60 -200 L64 -30", wood, 17)
    return (
        legs
        + rect(-108, -450, 216, 200, color, 44)
        + stroke("M-90 -270 L-96 -200 M90 -270 L96 -200", wood, 17)
        + rect(-124, -226, 248, 46, lighter(color, 0.1), 22)
    )


def sofa(color: str) -> str:
    shade = darker(color, 0.16)
    back = rect(-330, -390, 660, 260, shade, 60) + stroke("M0 -380 V-180", darker(color, 0.26), 7)
    seat = rect(-310, -210, 306, 120, lighter(color, 0.1), 34) + rect(4, -210, 306, 120, lighter(color, 0.1), 34)
    arms = rect(-390, -280, 120, 240, color, 50) + rect(270, -280, 120, 240, color, 50)
    return stroke("M-320 -40 V0 M320 -40 V0", "#5b4036", 18) + back + rect(-340, -120, 680, 84, color, 20) + seat + arms


def side_table(color: str) -> str:
    return (
        stroke("M-130 -300 L-160 0 M130 -300 L160 0", darker(color, 0.25), 18)
        + rect(-210, -330, 420, 40, color, 14)
        + rect(-210, -300, 420, 12, darker(color, 0.2), 6)
    )


def poster(color: str) -> str:
    hill = path("M-130 -30 V-130 C-80 -190 -30 -150 0 -130 C50 -200 100 -170 130 -120 V-30Z", darker(color, 0.3))
    return (
        rect(-150, -400, 300, 400, "#fffaf0", 6)
        + rect(-130, -380, 260, 350, color)
        + circle(40, -270, 56, "#f8dd8c")
        + hill
    )


def logo(color: str) -> str:
    wing = path("M-150 -150 C-120 -300 60 -340 150 -230 C90 -230 70 -200 60 -170 C50 -80 -80 -50 -150 -150Z", color)
    return (
        circle(0, -200, 200, "#fffaf0")
        + wing
        + circle(70, -244, 15, "#fffaf0")
        + path("M-150 -150 C-60 -150 -10 -190 10 -236 C30 -160 -40 -100 -150 -150Z", darker(color, 0.28))
        + path("M150 -230 L196 -206 L132 -190Z", "#f3b749")
    )


def board(color: str) -> str:
    wood = "#a9744a"
    return (
        stroke("M-120 -420 L-150 0 M120 -420 L150 0", darker(wood, 0.2), 18)
        + rect(-150, -430, 300, 340, wood, 14)
        + rect(-130, -410, 260, 300, color, 8)
    )
