# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Things that stand on tables and floors indoors; each is drawn upwards from (0, 0)."""

from tests.sandbox.painter.palette import darker, lighter, luma, mix
from tests.sandbox.painter.pen import circle, ellipse, path, rect, stroke


def steam(x: float, y: float, size: float = 1.0) -> str:
    return "".join(
        stroke(f"M{x + dx} {y} q{-14 * size} {-20 * size} 0 {-40 * size} q{12 * size} {-18 * size} 0 {-36 * size}",
               "#fffaf0", 7 * size, opacity=0.75) for dx in (-16 * size, 12 * size)
    )  # fmt: skip


def mug(color: str) -> str:
    shade = darker(color, 0.2)
    handle = stroke("M40 -78 C92 -84 92 -22 38 -26", shade, 15)
    body = path("M-48 -104 H48 L44 -18 C43 -4 34 0 22 0 H-22 C-34 0 -43 -4 -44 -18Z", color)
    dark = path("M14 -104 H48 L44 -18 C43 -4 34 0 22 0 H4 C16 -30 18 -70 14 -104Z", shade, opacity=0.6)
    top = ellipse(0, -104, 48, 13, lighter(color, 0.3)) + ellipse(0, -103, 40, 9.5, "#6a3f2a")
    gleam = stroke("M-32 -84 L-29 -32", lighter(color, 0.55), 8, opacity=0.8)
    return steam(2, -122, 0.9) + handle + body + dark + top + gleam


def latte(color: str) -> str:
    saucer = ellipse(0, -8, 108, 20, darker(color, 0.16)) + ellipse(0, -14, 104, 18, color)
    bowl = path("M-78 -88 C-74 -24 -44 -14 0 -14 C44 -14 74 -24 78 -88Z", color)
    shade = path("M26 -88 C26 -50 16 -20 0 -14 C44 -14 74 -24 78 -88Z", darker(color, 0.16), opacity=0.7)
    handle = stroke("M72 -76 C116 -80 108 -34 60 -36", darker(color, 0.16), 12)
    top = ellipse(0, -88, 78, 25, lighter(color, 0.3)) + ellipse(0, -87, 69, 20, "#b9763f")
    art = path(
        "M0 -72 C-34 -80 -34 -100 -12 -98 C-4 -98 0 -94 0 -92 C0 -94 4 -98 12 -98 C34 -100 34 -80 0 -72Z", "#fff4e0"
    )
    return steam(0, -112) + handle + saucer + bowl + shade + top + art


def robot_latte(color: str) -> str:
    """Latte art with a robot's face, seen nearly from above."""
    saucer = circle(0, 0, 250, darker(color, 0.18)) + circle(-6, -10, 246, color)
    ring = stroke("M-200 -10 a194 194 0 1 0 388 0 a194 194 0 1 0 -388 0", darker(color, 0.08), 8)
    cup = circle(0, -14, 178, darker(color, 0.12)) + circle(-4, -20, 172, lighter(color, 0.4))
    coffee = circle(-4, -20, 154, "#a9652f") + circle(-10, -28, 138, "#bf7c43")
    foam, dark = "#fff1da", "#7d4521"
    face = rect(-86, -92, 164, 136, foam, 44) + stroke("M-4 -92 V-124", foam, 11) + circle(-4, -132, 15, foam)
    ears = rect(-110, -52, 22, 52, foam, 10) + rect(80, -52, 22, 52, foam, 10)
    eyes = circle(-42, -36, 18, dark) + circle(34, -36, 18, dark) + circle(-36, -42, 6, foam) + circle(40, -42, 6, foam)
    return saucer + ring + cup + coffee + face + ears + eyes + stroke("M-34 6 Q-4 34 28 6", dark, 10)


def laptop(color: str) -> str:
    lid = rect(-118, -178, 236, 160, darker(color, 0.35), 14) + rect(-106, -166, 212, 136, "#2C3E63", 6)
    glow = (
        rect(-88, -146, 90, 14, "#7FD1D8", 7)
        + rect(-88, -120, 150, 12, "#F3C65C", 6)
        + rect(-88, -96, 120, 12, "#EF8B77", 6)
        + rect(-88, -72, 60, 12, "#7FD1D8", 6)
    )
    return (
        lid
        + glow
        + path("M-130 -20 H130 L150 -4 C150 0 146 0 140 0 H-140 C-146 0 -150 0 -150 -4Z", color)
        + rect(-26, -20, 52, 8, darker(color, 0.2), 4)
    )


def phone(color: str) -> str:
    body = rect(-42, -160, 84, 160, color, 16) + rect(-36, -148, 72, 130, "#FDF3E0", 8)
    bars = (
        rect(-28, -140, 56, 40, "#F2846B", 8)
        + rect(-28, -92, 36, 8, "#53738F", 4)
        + rect(-28, -76, 50, 8, "#B9C8D2", 4)
        + circle(14, -44, 14, "#4FA58F")
    )
    return body + bars + circle(0, -9, 5, lighter(color, 0.4))


def book(color: str) -> str:
    pages = path(
        "M-80 -10 C-50 -34 -20 -30 0 -14 C20 -30 50 -34 80 -10 L80 -54 C50 -76 20 -72 0 -56 C-20 -72 -50 -76 -80 -54Z",
        "#fffaf0",
    )
    return (
        path("M-88 -4 H88 L86 -54 H-86Z", color)
        + pages
        + stroke("M0 -56 V-14", "#cdbfa8", 4)
        + stroke(
            "M-62 -52 q24 -12 46 -2 M16 -54 q24 -12 46 2 M-62 -36 q24 -12 46 -2 M16 -38 q24 -12 46 2", "#c9bba5", 4
        )
    )


def open_book(color: str) -> str:
    """A book seen from its back, as somebody holds it up to read."""
    cover = path(
        "M-104 -128 C-60 -140 -20 -134 0 -122 C20 -134 60 -140 104 -128 V4 C60 -8 20 -4 0 8 C-20 -4 -60 -8 -104 4Z",
        color,
    )
    return (
        path("M-98 -136 C-56 -148 -20 -140 0 -126 C20 -140 56 -148 98 -136 V-20 H-98Z", "#fffaf0")
        + cover
        + stroke("M0 -122 V8", darker(color, 0.25), 7)
        + rect(28, -92, 52, 30, lighter(color, 0.5), 6)
    )


def books(color: str) -> str:
    tints = (color, "#4f8f9a", "#efc15a")
    return "".join(
        rect(-90 + (i % 2) * 14, -38 * (i + 1), 170, 36, t, 7) + rect(60, -38 * (i + 1) + 7, 24, 22, "#fff8ea", 3)
        for i, t in enumerate(tints)
    )


def cake(color: str) -> str:
    plate = ellipse(0, -8, 128, 20, "#f4f0e8")
    base = path("M-100 -110 H100 V-22 C60 -4 -60 -4 -100 -22Z", "#e2b07a") + rect(-100, -74, 200, 16, "#fff2df")
    icing = path(
        "M-106 -124 C-106 -164 106 -164 106 -124 V-100 C96 -74 78 -78 70 -100 C60 -70 36 -74 28 -98 C18 -62 -10 -68 -16 -98 C-30 -72 -52 -76 -58 -100 C-74 -76 -98 -78 -106 -100Z",
        color,
    )
    cherry = circle(0, -162, 20, "#d23f47") + stroke("M2 -178 q6 -22 22 -26", "#5b7f45", 5)
    dots = "".join(
        circle(x, y, 6, t)
        for x, y, t in ((-62, -130, "#fff6e6"), (-26, -118, "#f5d35e"), (34, -126, "#8fd0c5"), (68, -120, "#fff6e6"))
    )
    return plate + base + icing + dots + cherry


def bread(color: str) -> str:
    shade = darker(color, 0.2)
    cr = path(
        "M-100 -20 C-110 -80 -50 -96 0 -92 C50 -96 110 -80 100 -20 C80 -2 60 -34 0 -34 C-60 -34 -80 -2 -100 -20Z", color
    )
    return (
        ellipse(0, -6, 120, 16, "#f4f0e8")
        + cr
        + stroke("M-58 -78 L-44 -36 M-20 -90 L-14 -36 M20 -90 L16 -36 M58 -78 L46 -36", shade, 7)
    )


def fruit(color: str) -> str:
    balls = circle(-50, -82, 40, color) + circle(30, -86, 42, "#eb9a3b") + circle(-8, -112, 40, "#8fb04a")
    leaf = path("M-8 -150 C10 -176 34 -170 36 -166 C24 -146 4 -144 -8 -150Z", "#4d8d57")
    return (
        balls
        + leaf
        + path("M-108 -80 H108 C104 -20 60 0 0 0 C-60 0 -104 -20 -108 -80Z", "#5b8fa8")
        + path("M40 -80 H108 C104 -20 60 0 20 0 C44 -24 50 -50 40 -80Z", "#47748d")
    )


def bottle(color: str) -> str:
    body = path(
        "M-16 -216 H16 V-160 C38 -148 38 -130 38 -110 V-12 C38 -4 32 0 24 0 H-24 C-32 0 -38 -4 -38 -12 V-110 C-38 -130 -38 -148 -16 -160Z",
        color,
    )
    return (
        body
        + rect(-18, -226, 36, 24, darker(color, 0.4), 6)
        + rect(-38, -104, 76, 58, "#fff4df", 0)
        + stroke("M-24 -138 V-116", lighter(color, 0.6), 7)
        + circle(0, -76, 15, mix(color, "#e86d56", 0.6))
    )


def gift(color: str) -> str:
    ribbon = "#f8e3a8" if luma(color) < 0.7 else "#d8504a"
    bow = path("M0 -150 C-70 -210 -84 -150 0 -146 C84 -150 70 -210 0 -150Z", ribbon)
    return (
        rect(-84, -124, 168, 124, color, 8)
        + rect(-94, -152, 188, 40, darker(color, 0.14), 8)
        + rect(-16, -152, 32, 152, ribbon)
        + bow
    )


def camera(color: str) -> str:
    lens = circle(6, -56, 44, "#1f2433") + circle(6, -56, 32, "#44618a") + circle(-4, -66, 10, "#cfe3f5")
    return (
        rect(-36, -132, 66, 30, color, 8)
        + rect(-84, -114, 168, 114, color, 16)
        + rect(-84, -84, 168, 18, lighter(color, 0.18))
        + lens
        + circle(60, -96, 8, "#e86d56")
    )


def guitar(color: str) -> str:
    neck = rect(-13, -500, 26, 300, "#5b3b2a", 4) + rect(-22, -540, 44, 60, "#4a3024", 8)
    body = path(
        "M0 -270 C-70 -276 -84 -200 -62 -168 C-116 -130 -108 0 0 0 C108 0 116 -130 62 -168 C84 -200 70 -276 0 -270Z",
        color,
    )
    return (
        body
        + circle(0, -150, 36, "#3e281f")
        + neck
        + rect(-40, -62, 80, 16, "#3e281f", 5)
        + stroke("M-5 -490 V-56 M5 -490 V-56", "#f0e2c4", 2.5)
    )


def pizza(color: str) -> str:
    tops = "".join(
        ellipse(x, y, 20, 9, "#cf4a3c") for x, y in ((-70, -36), (-20, -50), (30, -34), (78, -44), (-10, -24))
    )
    return ellipse(0, -22, 140, 40, "#d49a55") + ellipse(0, -36, 122, 30, color) + tops


def bag(color: str) -> str:
    return (
        stroke("M-44 -150 C-44 -230 44 -230 44 -150", darker(color, 0.3), 13)
        + path("M-84 -160 H84 L96 -12 C96 -4 90 0 82 0 H-82 C-90 0 -96 -4 -96 -12Z", color)
        + rect(-84, -160, 168, 26, darker(color, 0.16), 4)
        + circle(0, -80, 24, lighter(color, 0.5))
    )


def sneaker(color: str) -> str:
    body = path("M-120 -30 C-124 -90 -110 -124 -84 -124 C-64 -96 -30 -96 -12 -122 C30 -78 120 -72 126 -30Z", color)
    stripe = stroke("M-20 -60 L8 -92 M8 -50 L36 -80 M36 -44 L62 -72", "#fff8ea", 9)
    return (
        body
        + stripe
        + path("M-128 -34 H132 C138 -10 128 0 116 0 H-112 C-126 0 -132 -14 -128 -34Z", "#fffaf0")
        + stroke("M-120 -14 H124", darker(color, 0.2), 5)
    )


def ball(color: str) -> str:
    return circle(0, -64, 64, color) + stroke(
        "M-60 -64 H60 M0 -128 V0 M-44 -110 C-10 -80 -10 -48 -44 -18 M44 -110 C10 -80 10 -48 44 -18",
        darker(color, 0.4),
        5,
    )


def trophy(color: str) -> str:
    ears = stroke(
        "M-60 -210 C-120 -210 -104 -130 -46 -134 M60 -210 C120 -210 104 -130 46 -134", darker(color, 0.12), 13
    )
    return (
        ears
        + path("M-66 -232 H66 C66 -140 40 -104 0 -104 C-40 -104 -66 -140 -66 -232Z", color)
        + rect(-12, -108, 24, 60, darker(color, 0.16))
        + rect(-58, -50, 116, 50, "#5b4036", 8)
        + path("M0 -208 l8 18 20 2 -15 13 4 20 -17 -10 -17 10 4 -20 -15 -13 20 -2Z", "#fff6dc")
    )
