"""Hair: a piece behind the head and a piece over the brow, for each style, around a head centred at (0, 165)."""

from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, ellipse, path, stroke

# Outlines are drawn for a head of half-width 100 whose crown is at y=50 and chin at y=282.
CAP = "M-104 178 C-128 62 -66 24 4 24 C78 24 126 66 104 178"
BACKS = {
    "bob": "M-112 130 C-136 10 136 10 112 130 L126 262 C128 304 84 306 62 292 L-62 292 C-84 306 -128 304 -126 262Z",
    "long": "M-112 130 C-136 6 136 6 112 130 C118 240 150 330 128 418 C100 456 50 440 0 440 "
    "C-50 440 -100 456 -128 418 C-150 330 -118 240 -112 130Z",
    "wavy": "M-112 130 C-138 4 138 4 112 130 C150 170 118 214 142 250 C168 296 126 330 138 372 C120 414 62 392 0 392 "
    "C-62 392 -120 414 -138 372 C-126 330 -168 296 -142 250 C-118 214 -150 170 -112 130Z",
    "braids": "M-108 150 C-124 14 124 14 108 150 L100 250 L-100 250Z",
    "tail": "M-106 150 C-122 14 122 14 106 150 L92 220 L-92 220Z",
    "short": "M-106 160 C-124 16 124 16 106 160 L98 222 C60 246 -60 246 -98 222Z",
}
FRINGES = {
    "sweep": CAP + " C102 146 92 116 66 92 C30 122 -32 134 -74 118 C-92 132 -100 152 -104 178Z",
    "bangs": CAP + " C102 160 98 146 92 132 C50 146 18 128 -6 142 C-36 126 -66 150 -92 132 C-98 146 -102 160 -104 178Z",
    "part": CAP + " C100 132 70 100 -22 66 C-56 88 -92 120 -104 178Z",
    "middle": CAP + " C100 140 62 120 2 60 C-60 120 -98 140 -104 178Z",
    "quiff": "M-103 168 C-116 92 -96 64 -72 52 C-66 18 14 -12 86 26 C116 40 116 98 103 168 C100 146 96 128 84 112 "
    "C40 120 -20 112 -66 92 C-84 110 -98 136 -103 168Z",
    "crop": "M-103 172 C-120 74 -72 34 0 34 C72 34 120 74 103 172 C99 150 94 132 80 116 C30 98 -30 98 -80 116 "
    "C-94 132 -99 150 -103 172Z",
    "spiky": "M-103 172 C-116 110 -112 84 -98 72 L-112 40 L-70 48 L-62 6 L-26 30 L-2 -8 L26 28 L62 2 L70 44 L112 36 "
    "L98 76 C112 90 112 120 103 172 L88 120 L58 132 L34 108 L4 130 L-26 106 L-54 130 L-84 118Z",
}
# style -> (what lies behind, what lies over the brow)
STYLES = {
    "bob": ("bob", "sweep"), "long": ("long", "middle"), "wavy": ("wavy", "part"), "bun": ("short", "sweep"),
    "ponytail": ("tail", "sweep"), "braids": ("braids", "middle"), "pixie": ("short", "sweep"),
    "fringe": ("bob", "bangs"), "crop": ("", "crop"), "quiff": ("", "quiff"), "spiky": ("", "spiky"),
    "side": ("", "part"), "buzz": ("", "crop"), "bald": ("", ""), "curly": ("", ""), "afro": ("", ""),
}  # fmt: skip
AFRO = ((-104, 150, 56), (-112, 86, 60), (-70, 30, 62), (0, 4, 66), (70, 30, 62), (112, 86, 60), (104, 150, 56))
CURLS = ((-98, 190, 34), (-108, 140, 36), (-94, 88, 38), (-58, 50, 40), (-10, 34, 42), (40, 42, 40), (82, 76, 38),
         (106, 128, 36), (100, 182, 34))  # fmt: skip


def behind(style: str, color: str) -> str:
    back, _ = STYLES.get(style, STYLES["crop"])
    shade = darker(color, 0.22)
    parts = path(BACKS[back], shade) if back else ""
    if style == "afro":
        parts = "".join(circle(x, y, r, shade) for x, y, r in AFRO) + circle(0, 100, 120, shade)
    elif style == "curly":
        parts = "".join(circle(x, y + 6, r + 6, shade) for x, y, r in CURLS) + ellipse(0, 120, 108, 96, shade)
    elif style == "bun":
        parts += circle(0, 0, 54, color) + stroke("M-26 -12 C-10 -34 24 -32 32 -6", lighter(color, 0.18), 7)
    elif style == "ponytail":
        parts += path("M60 50 C150 20 190 110 168 210 C160 262 132 290 118 300 C124 240 124 160 74 110Z", color)
    elif style == "braids":
        parts += _braid(-1, color) + _braid(1, color)
    return parts


def _braid(side: int, color: str) -> str:
    beads = "".join(
        ellipse(side * (108 + 5 * (i % 2)), 232 + 34 * i, 25 - i, 24, color if i % 2 else darker(color, 0.1))
        for i in range(5)
    )
    return beads + ellipse(side * 110, 408, 14, 26, color) + ellipse(side * 110, 388, 15, 8, "#e8605a")


def over(style: str, color: str) -> str:
    _, fringe = STYLES.get(style, STYLES["crop"])
    shine = lighter(color, 0.2)
    if style == "bald":
        return path("M-40 62 C-20 48 30 48 48 64", "none")
    if style in ("afro", "curly"):
        curls = CURLS if style == "curly" else tuple((x * 0.86, y * 0.8 + 22, r * 0.8) for x, y, r in AFRO)
        top = "".join(circle(x * 0.9, y * 0.82 + 8, r * 0.86, color) for x, y, r in curls if y < 140)
        brow = "".join(circle(-66 + 33 * i, 84 + (i % 2) * 8, 26, color) for i in range(5))
        rings = "".join(stroke(f"M{x - 12} {y} A14 14 0 0 1 {x + 14} {y}", shine, 5, opacity=0.7) for x, y in
                        ((-58, 60), (0, 32), (56, 58)))  # fmt: skip
        return top + brow + rings
    front = path(FRINGES[fringe], color, opacity=0.82 if style == "buzz" else None)
    if style in ("buzz", "spiky"):
        return front
    return front + stroke("M-74 84 C-58 58 -30 44 4 42", shine, 9, opacity=0.75)
