# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Animals with a build of their own: birds, fish, horse, whale, turtle, butterfly, dinosaur."""

from collections.abc import Callable

from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, ellipse, moved, path, rect, stroke, tube


def _dot(x: float, y: float, r: float = 13) -> str:
    return circle(x, y, r, "#261c2c") + circle(x + r * 0.35, y - r * 0.35, r * 0.38, "#ffffff")


def bird(color: str) -> str:
    fur = color or "#4aa3c7"
    legs = stroke("M-20 -60 V-6 M24 -60 V-6 M-34 -4 H-6 M10 -4 H38", "#e0913c", 9)
    tail = path("M-110 -150 L-230 -110 L-216 -160 L-246 -186 L-120 -210Z", darker(fur, 0.25))
    body = path(
        "M-136 -170 C-136 -290 -40 -350 50 -340 C140 -330 156 -220 130 -150 C100 -60 -20 -40 -80 -80 C-116 -104 -136 -130 -136 -170Z",
        fur,
    )
    belly = path("M-40 -66 C-20 -150 60 -170 136 -160 C110 -70 20 -50 -40 -66Z", lighter(fur, 0.6))
    wing = path(
        "M-110 -190 C-60 -250 20 -230 40 -190 C30 -120 -40 -110 -90 -130 C-80 -150 -100 -170 -110 -190Z",
        darker(fur, 0.22),
    )
    return (
        legs
        + tail
        + body
        + belly
        + wing
        + path("M136 -276 L204 -252 L138 -232Z", "#f0a63c")
        + _dot(84, -268, 16)
        + circle(64, -232, 17, "#f07f78", opacity=0.5)
    )


def flying(color: str) -> str:
    fur = color or "#4aa3c7"
    wings = path("M-10 -120 C-60 -240 -180 -270 -240 -250 C-190 -200 -130 -130 -40 -80Z", darker(fur, 0.2)) + path(
        "M20 -120 C40 -250 120 -310 190 -310 C170 -240 120 -140 60 -80Z", fur
    )
    return (
        wings
        + path("M-150 -70 C-80 -140 60 -160 130 -110 C110 -50 0 -20 -80 -50 L-170 -30Z", fur)
        + path("M128 -118 L176 -100 L126 -92Z", "#f0a63c")
        + _dot(94, -112, 9)
    )


def penguin(color: str) -> str:
    dark = color or "#33415f"
    feet = ellipse(-50, -12, 50, 20, "#f0a03c") + ellipse(50, -12, 50, 20, "#f0a03c")
    body = path("M-140 -30 C-190 -260 -110 -450 0 -450 C110 -450 190 -260 140 -30 C80 10 -80 10 -140 -30Z", dark)
    white = path(
        "M-96 -30 C-130 -170 -110 -260 -60 -280 C-100 -330 -60 -390 0 -350 C60 -390 100 -330 60 -280 C110 -260 130 -170 96 -30 C50 0 -50 0 -96 -30Z",
        "#fffaf2",
    )
    arms = path("M-140 -270 C-200 -200 -210 -130 -190 -90 C-150 -120 -130 -180 -128 -230Z", darker(dark, 0.15)) + path(
        "M140 -270 C200 -200 210 -130 190 -90 C150 -120 130 -180 128 -230Z", darker(dark, 0.15)
    )
    face = (
        _dot(-42, -326)
        + _dot(42, -326)
        + path("M-26 -300 H26 L0 -266Z", "#f0a03c")
        + circle(-66, -294, 18, "#f07f78", opacity=0.5)
        + circle(66, -294, 18, "#f07f78", opacity=0.5)
    )
    return feet + arms + body + white + face


def owl(color: str) -> str:
    fur = color or "#9a6a48"
    ears = path("M-120 -340 L-130 -450 L-40 -400Z", fur) + path("M120 -340 L130 -450 L40 -400Z", fur)
    body = path("M-140 -40 C-180 -260 -130 -410 0 -410 C130 -410 180 -260 140 -40 C80 6 -80 6 -140 -40Z", fur)
    belly = ellipse(0, -120, 92, 110, lighter(fur, 0.45)) + stroke(
        "M-40 -160 q12 14 24 0 q12 14 24 0 q12 14 24 0 M-30 -120 q12 14 24 0 q12 14 24 0 M-40 -80 q12 14 24 0 q12 14 24 0 q12 14 24 0",
        fur,
        7,
    )
    eyes = "".join(
        circle(x, -300, 60, "#fff3df") + circle(x, -300, 38, "#f0b13c") + _dot(x, -300, 22) for x in (-58, 58)
    )
    wings = path("M-140 -250 C-190 -150 -170 -70 -130 -50 C-110 -120 -110 -190 -140 -250Z", darker(fur, 0.22)) + path(
        "M140 -250 C190 -150 170 -70 130 -50 C110 -120 110 -190 140 -250Z", darker(fur, 0.22)
    )
    return (
        ears
        + body
        + belly
        + wings
        + eyes
        + path("M-18 -276 H18 L0 -238Z", "#e8913c")
        + ellipse(-44, -8, 34, 14, "#e8913c")
        + ellipse(44, -8, 34, 14, "#e8913c")
    )


def fish(color: str) -> str:
    fur = color or "#f08a3c"
    tail = path(
        "M-130 -140 C-200 -230 -260 -230 -270 -210 C-230 -150 -230 -130 -270 -66 C-260 -46 -200 -50 -130 -140Z",
        darker(fur, 0.15),
    )
    fins = path("M-40 -230 C0 -300 80 -290 90 -250 L60 -220Z", darker(fur, 0.15)) + path(
        "M-10 -60 C10 0 60 10 76 -16 L50 -70Z", darker(fur, 0.15)
    )
    body = path("M-150 -140 C-80 -260 120 -270 190 -140 C120 -20 -80 -20 -150 -140Z", fur)
    bands = path("M20 -230 C60 -180 60 -100 20 -52 L-24 -56 C14 -110 14 -180 -24 -224Z", "#fff7ec") + path(
        "M-84 -200 C-60 -160 -60 -120 -84 -80 L-116 -106 C-104 -130 -104 -150 -116 -176Z", "#fff7ec"
    )
    return tail + fins + body + bands + _dot(122, -166, 18) + stroke("M150 -108 q16 6 28 -6", darker(fur, 0.4), 7)


def whale(color: str) -> str:
    fur = color or "#4f82b8"
    body = path(
        "M-380 -250 C-420 -330 -480 -330 -500 -310 C-470 -280 -460 -250 -470 -200 C-440 -200 -400 -210 -380 -230 C-330 -180 -320 -40 -60 -20 C160 -10 330 -40 350 -180 C360 -300 220 -340 60 -320 C-120 -300 -220 -180 -380 -250Z",
        fur,
    )
    belly = path(
        "M-250 -80 C-100 -160 150 -100 346 -160 C330 -40 160 -10 -60 -20 C-150 -28 -210 -50 -250 -80Z",
        lighter(fur, 0.6),
    )
    spray = stroke(
        "M90 -340 C80 -400 30 -420 10 -400 M90 -340 C100 -400 150 -420 170 -400 M90 -340 V-430", "#bfe6f2", 15
    )
    return (
        spray
        + body
        + belly
        + _dot(240, -200, 17)
        + stroke("M262 -140 q30 16 60 -6", darker(fur, 0.35), 8)
        + path("M40 -100 C60 -20 130 -10 150 -40 C130 -60 110 -90 100 -110Z", darker(fur, 0.2))
        + circle(206, -158, 20, "#f07f78", opacity=0.45)
    )


def horse(color: str) -> str:
    fur = color or "#a8683c"
    mane, shade = darker(fur, 0.5), darker(fur, 0.2)
    legs = "".join(
        path(tube(((x, -330), (x + 6, -160), (x, -30)), 76, 42), c) + path(f"M{x - 26} -44 h52 l8 44 h-68Z", "#3e2c2c")
        for x, c in ((-150, shade), (170, shade), (-210, fur), (120, fur))
    )
    tail = path("M-250 -440 C-370 -430 -350 -220 -330 -160 C-290 -220 -270 -300 -236 -360Z", mane)
    body = path(
        "M-270 -420 C-270 -510 -80 -480 40 -490 C110 -500 220 -470 220 -370 C210 -270 80 -280 -40 -270 C-180 -260 -270 -300 -270 -420Z",
        fur,
    )
    neck = path("M70 -420 C120 -560 150 -680 230 -740 L300 -640 C260 -560 250 -450 220 -360Z", fur)
    head = path(
        "M210 -740 C250 -790 310 -760 340 -700 L420 -600 C436 -560 400 -530 366 -546 L270 -600 C220 -620 190 -690 210 -740Z",
        fur,
    )
    hair = path("M250 -790 C170 -780 90 -620 60 -460 C110 -480 160 -560 220 -690 L262 -730Z", mane)
    ear = path("M236 -750 L232 -830 L284 -766Z", shade)
    return (
        tail
        + legs
        + body
        + neck
        + ear
        + head
        + hair
        + _dot(306, -676, 14)
        + circle(396, -582, 7, "#3e2c2c")
        + path("M420 -600 C436 -560 400 -530 366 -546 L340 -562 C366 -560 396 -580 400 -624Z", lighter(fur, 0.45))
    )


def unicorn(color: str) -> str:
    return horse(color or "#f5eef5") + path("M280 -780 L350 -900 L320 -760Z", "#f3c75a")


def turtle(color: str) -> str:
    green = color or "#5aa36e"
    legs = ellipse(-110, -26, 56, 30, green) + ellipse(120, -26, 56, 30, green)
    shell = path("M-200 -50 C-190 -230 190 -230 200 -50 C120 -20 -120 -20 -200 -50Z", "#a9744a") + stroke(
        "M-70 -48 L-50 -180 M70 -48 L50 -180 M-180 -110 H180", "#7c5136", 9
    )
    return (
        path(tube(((170, -70), (240, -130), (270, -150)), 70, 70), green)
        + circle(282, -166, 56, green)
        + legs
        + shell
        + _dot(300, -180, 12)
        + stroke("M290 -138 q20 10 36 -4", darker(green, 0.4), 6)
    )


def butterfly(color: str) -> str:
    wing = color or "#e8843c"
    one = (
        path(
            "M0 -130 C40 -290 220 -280 200 -180 C190 -120 90 -110 0 -120 C90 -100 140 -40 100 0 C50 30 10 -40 0 -110Z",
            wing,
        )
        + circle(140, -196, 26, lighter(wing, 0.6))
        + circle(72, -40, 18, lighter(wing, 0.6))
    )
    return (
        one
        + moved(one, 0, 0, 1, 0, flip=True)
        + ellipse(0, -120, 14, 84, "#3a2c38")
        + stroke("M-4 -196 C-20 -240 -40 -250 -52 -250 M4 -196 C20 -240 40 -250 52 -250", "#3a2c38", 6)
    )


def bee(color: str) -> str:
    wings = ellipse(-30, -170, 52, 70, "#e9f5fb", opacity=0.9) + ellipse(50, -176, 48, 66, "#d8ecf7", opacity=0.9)
    body = ellipse(0, -90, 124, 84, color or "#f3c03c")
    bands = stroke("M-44 -162 C-30 -120 -30 -60 -44 -18 M10 -172 C24 -120 24 -60 10 -8", "#3a2c38", 26)
    return wings + body + bands + _dot(84, -104, 14) + stroke("M74 -60 q18 12 32 -4", "#3a2c38", 6)


def dinosaur(color: str) -> str:
    green = color or "#62a86b"
    spikes = "".join(
        path(f"M{x} {y} l34 -60 l34 60Z", "#f0a34c")
        for x, y in ((-230, -190), (-170, -250), (-110, -320), (-70, -400), (-50, -480))
    )
    body = path(
        "M-340 -40 C-260 -60 -200 -200 -110 -330 C-70 -420 -80 -540 20 -560 C120 -570 190 -520 190 -450 C180 -390 110 -390 70 -390 C60 -330 150 -230 130 -110 C120 -40 60 0 0 0 H-120 C-220 0 -300 -10 -340 -40Z",
        green,
    )
    belly = path(
        "M62 -380 C50 -330 146 -230 128 -110 C118 -40 60 0 10 0 C40 -120 -10 -260 30 -384Z", lighter(green, 0.5)
    )
    legs = "".join(rect(x, -70, 86, 74, darker(green, 0.12), 30) for x in (-110, 20))
    return (
        spikes
        + body
        + belly
        + legs
        + path(tube(((70, -280), (130, -260), (150, -230)), 40, 30), darker(green, 0.12))
        + _dot(90, -490, 17)
        + stroke("M110 -430 q40 14 70 -14", darker(green, 0.4), 8)
        + circle(70, -446, 18, "#f07f78", opacity=0.5)
    )


DRAWN: dict[str, Callable[[str], str]] = {
    "bird": bird, "flying": flying, "penguin": penguin, "owl": owl, "fish": fish, "whale": whale, "horse": horse,
    "unicorn": unicorn, "turtle": turtle, "butterfly": butterfly, "bee": bee, "dinosaur": dinosaur,
}  # fmt: skip
HEIGHTS = {"bird": 340, "flying": 320, "penguin": 450, "owl": 450, "fish": 290, "whale": 430, "horse": 830,
           "unicorn": 900, "turtle": 220, "butterfly": 280, "bee": 240, "dinosaur": 570}  # fmt: skip
