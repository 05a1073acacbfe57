# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""What a figure wears on its body, drawn for shoulders at y=330 and hips at y=600."""

from tests.sandbox.painter.look import Look
from tests.sandbox.painter.palette import darker, lighter, luma, mix
from tests.sandbox.painter.pen import circle, clipped, ellipse, path, rect, stroke

BODY = (
    "M-44 300 C-82 306 -112 316 -128 344 C-138 380 -108 440 -100 510 L-104 628 C-60 644 60 644 104 628 L100 510 "
    "C108 440 138 380 128 344 C112 316 82 306 44 300 C20 326 -20 326 -44 300Z"
)
LONG = (
    "M-44 300 C-82 306 -112 316 -130 344 C-140 380 -112 440 -106 510 L-146 806 C-70 834 70 834 146 806 L106 510 "
    "C112 440 140 380 130 344 C112 316 82 306 44 300 C20 326 -20 326 -44 300Z"
)
DRESS = LONG.replace("-146 806", "-176 800").replace("146 806", "176 800")
LONG_TOPS = ("coat", "raincoat", "labcoat", "dress", "robe")
SHORT_SLEEVES = ("tshirt", "tank", "dress", "overalls", "jersey")


def outline(look: Look) -> str:
    return DRESS if look.top == "dress" else LONG if look.top in LONG_TOPS else BODY


def torso(look: Look, key: str) -> str:
    color, shape = look.top_color, outline(look)
    shade = path("M40 280 C60 420 50 560 70 860 L240 860 L240 280Z", darker(color, 0.16), opacity=0.75)
    inside = shade + _pattern(look)
    details = {"coat": _coat, "raincoat": _coat, "jacket": _jacket, "hoodie": _hoodie, "shirt": _shirt, "suit": _suit,
               "labcoat": _labcoat, "sweater": _sweater, "tshirt": _tshirt, "jersey": _jersey, "overalls": _overalls,
               "dress": _dress, "vest": _jacket, "spacesuit": _spacesuit}  # fmt: skip
    inside += details.get(look.top, _tshirt)(look)
    return path(shape, color) + clipped(inside, shape, f"t{key}") + _apron(look) + _scarf(look)


def _pattern(look: Look) -> str:
    pale = "#fdf6ea" if luma(look.top_color) < 0.72 else "#34466e"
    if look.pattern == "stripes":
        return "".join(rect(-200, 346 + 44 * i, 400, 17, pale) for i in range(12))
    if look.pattern == "dots":
        return "".join(circle(-130 + 46 * i + 23 * (j % 2), 350 + 42 * j, 8, pale) for i in range(7) for j in range(12))
    if look.pattern == "checks":
        bands = "".join(rect(-200, 346 + 56 * i, 400, 22, darker(look.top_color, 0.35), opacity=0.5) for i in range(9))
        return bands + "".join(
            rect(-130 + 56 * i, 290, 22, 600, darker(look.top_color, 0.35), opacity=0.5) for i in range(6)
        )
    if look.pattern == "star":
        return path("M0 400 L13 434 L49 436 L21 458 L31 493 L0 473 L-31 493 L-21 458 L-49 436 L-13 434Z", pale)
    return ""


def _collar(color: str) -> str:
    return path("M-50 292 L-70 330 L-22 376 L0 332Z", color) + path(
        "M50 292 L70 330 L22 376 L0 332Z", darker(color, 0.1)
    )


def _buttons(x: float, ys: tuple[int, ...], color: str, size: float = 8) -> str:
    return "".join(circle(x, y, size, color) for y in ys)


def _inner(look: Look) -> str:
    return "#fbf4e6" if luma(look.top_color) < 0.75 else mix(look.bottom_color, "#6f8fc0", 0.3)


def _coat(look: Look) -> str:
    line, pale = darker(look.top_color, 0.3), lighter(look.top_color, 0.14)
    front = path("M-40 296 L0 420 L40 296Z", _inner(look)) + stroke("M0 420 V840", line, 6)
    left = path("M-46 292 L-86 330 L-66 372 L-84 386 L0 466 L-12 420Z", pale)
    right = path("M46 292 L86 330 L66 372 L84 386 L0 466 L12 420Z", mix(pale, line, 0.22))
    pockets = stroke("M-92 640 L-48 632 M92 640 L48 632", line, 8)
    knobs = _buttons(-24, (500, 570, 690), line) + _buttons(24, (500, 570, 690), line)
    belt = rect(-200, 598, 400, 30, line, opacity=0.85) + rect(
        -20, 594, 40, 38, "none", 6, stroke="#f3d9a0", stroke_width=7
    )
    return front + left + right + knobs + (belt if look.lashes else "") + pockets


def _labcoat(look: Look) -> str:
    return _coat(look) + rect(44, 440, 52, 58, darker(look.top_color, 0.1), 6) + rect(56, 424, 7, 44, "#d8504a", 3)


def _jacket(look: Look) -> str:
    line = darker(look.top_color, 0.3)
    shirt = path("M-44 290 L-34 660 L34 660 L44 290Z", _inner(look)) + stroke(
        "M-24 320 Q0 342 24 320", darker(_inner(look), 0.18), 6
    )
    lapels = path("M-46 290 L-84 336 L-34 452 L-28 330Z", lighter(look.top_color, 0.14)) + path(
        "M46 290 L84 336 L34 452 L28 330Z", lighter(look.top_color, 0.06)
    )
    return shirt + stroke("M-36 420 V660 M36 420 V660", line, 6) + lapels + stroke("M-92 560 H-56 M92 560 H56", line, 7)


def _suit(look: Look) -> str:
    tie = path("M-12 330 L12 330 L8 352 L18 450 L0 480 L-18 450 L-8 352Z", "#d8504a")
    shirt = path("M-46 286 L0 500 L46 286Z", "#fbf7ef") + tie
    pale = lighter(look.top_color, 0.12)
    lapels = path("M-48 288 L-88 336 L-62 380 L-76 392 L0 512Z", pale) + path(
        "M48 288 L88 336 L62 380 L76 392 L0 512Z", mix(pale, "#2a2148", 0.1)
    )
    return (
        shirt
        + _collar("#fbf7ef")
        + lapels
        + stroke("M0 512 V660", darker(look.top_color, 0.3), 5)
        + _buttons(0, (546, 590), darker(look.top_color, 0.4), 7)
    )


def _hoodie(look: Look) -> str:
    line, pale = darker(look.top_color, 0.26), lighter(look.top_color, 0.12)
    hood = path("M-78 306 C-60 388 60 388 78 306 C96 350 40 414 0 414 C-40 414 -96 350 -78 306Z", pale)
    strings = stroke("M-24 396 V456 M24 396 V470", "#fdf6ea", 7)
    pocket = path("M-66 612 L-56 520 H56 L66 612Z", mix(look.top_color, line, 0.4))
    return pocket + hood + strings + rect(-200, 612, 400, 30, line, opacity=0.5)


def _shirt(look: Look) -> str:
    line = darker(look.top_color, 0.26)
    placket = stroke("M0 350 V660", line, 5) + _buttons(0, (392, 444, 496, 548, 600), line, 6.5)
    return placket + _collar(lighter(look.top_color, 0.2)) + stroke("M38 440 h44 v44 q-22 14 -44 0Z", line, 5)


def _sweater(look: Look) -> str:
    line = darker(look.top_color, 0.2)
    ribs = "".join(stroke(f"M{x} 606 V648", line, 5) for x in range(-110, 120, 18))
    neck = path("M-56 288 C-40 344 40 344 56 288 L66 300 C48 370 -48 370 -66 300Z", line)
    knit = "".join(
        stroke(f"M{x} {y} l8 8 l8 -8", line, 4, opacity=0.55) for x in (-70, -8, 54) for y in (430, 500, 570)
    )
    return rect(-200, 604, 400, 50, mix(look.top_color, line, 0.5)) + ribs + neck + ("" if look.pattern else knit)


def _tshirt(look: Look) -> str:
    return path("M-52 286 C-36 350 36 350 52 286 L62 296 C44 368 -44 368 -62 296Z", darker(look.top_color, 0.18))


def _jersey(look: Look) -> str:
    return _tshirt(look) + path("M-140 440 L140 400 L140 446 L-140 486Z", "#fdf6ea", opacity=0.9)


def _dress(look: Look) -> str:
    return (
        _tshirt(look)
        + rect(-200, 520, 400, 26, darker(look.top_color, 0.28))
        + stroke("M-60 600 L-86 800 M0 600 V810 M60 600 L86 800", darker(look.top_color, 0.16), 6)
    )


def _overalls(look: Look) -> str:
    blue = look.bottom_color
    bib = rect(-66, 430, 132, 240, blue, 12) + path("M-110 540 H110 V660 H-110Z", blue)
    straps = stroke("M-54 440 L-72 296 M54 440 L72 296", blue, 26)
    return (
        _tshirt(look)
        + straps
        + bib
        + _buttons(-52, (446,), "#f3c75a", 9)
        + _buttons(52, (446,), "#f3c75a", 9)
        + rect(-34, 470, 68, 56, darker(blue, 0.15), 8)
    )


def _spacesuit(look: Look) -> str:
    ring = ellipse(0, 306, 76, 26, "#aeb9c9")
    panel = (
        rect(-56, 420, 112, 84, "#dfe6ee", 14)
        + _buttons(-30, (450,), "#d8504a", 10)
        + _buttons(0, (450,), "#f0b93a", 10)
        + _buttons(30, (450,), "#4f9a72", 10)
    )
    return ring + panel + rect(-38, 474, 76, 12, "#8795a8", 6) + rect(-200, 590, 400, 20, "#8795a8")


def _apron(look: Look) -> str:
    if not look.apron:
        return ""
    line = darker(look.apron, 0.22)
    bib = path(
        "M-62 400 C-40 412 40 412 62 400 L70 520 C100 540 104 600 104 760 C60 776 -60 776 -104 760 C-104 600 -100 540 -70 520Z",
        look.apron,
    )
    straps = stroke("M-60 404 L-58 300 M60 404 L58 300", line, 13) + stroke(
        "M-104 540 L-70 528 M104 540 L70 528", line, 13
    )
    pocket = path("M-54 600 H54 V664 C54 684 -54 684 -54 664Z", line, opacity=0.55)
    cup = path("M-16 446 h32 v14 c0 16 -32 16 -32 0Z", lighter(look.apron, 0.75)) + stroke(
        "M16 450 q12 2 2 14", lighter(look.apron, 0.75), 4
    )
    return straps + bib + pocket + cup


def _scarf(look: Look) -> str:
    if not look.scarf:
        return ""
    tail = path("M28 330 L84 338 L96 500 L40 506Z", darker(look.scarf, 0.14)) + "".join(
        stroke(f"M{44 + 13 * i} 504 v22", look.scarf, 7) for i in range(4)
    )
    return (
        tail
        + path(
            "M-84 292 C-40 330 40 330 84 292 C100 330 90 360 50 370 C10 380 -50 378 -84 356 C-98 340 -96 310 -84 292Z",
            look.scarf,
        )
        + stroke("M-70 330 C-30 352 30 352 70 330", darker(look.scarf, 0.2), 5)
    )
