# Outlines are data, and no easier to read in pieces.
# ruff: noqa: E501
"""Animals: one friendly build for most mammals, told apart by coat, ears, tail and marks; a few drawn on their own."""

from dataclasses import dataclass

from tests.sandbox.painter import water_and_wing as own
from tests.sandbox.painter.palette import darker, lighter
from tests.sandbox.painter.pen import circle, ellipse, moved, path, stroke, tube


@dataclass(frozen=True)
class Coat:
    color: str
    patch: str
    ears: str = "round"
    tail: str = "thin"
    marks: str = ""
    paws: str = ""
    size: float = 1.0


COATS: dict[str, Coat] = {
    "fox": Coat("#e2733a", "#fff4e4", "tall", "brush", "fox", "#4a2e2a"),
    "cat": Coat("#8f8a99", "#f6efe6", "tall", "thin", "whiskers", "", 0.86),
    "dog": Coat("#c98f56", "#fbead0", "floppy", "up", "dog"),
    "bear": Coat("#8a5a3c", "#d9ad84", "round", "stub", "", "", 1.25),
    "panda": Coat("#f7f3ec", "#ffffff", "round", "stub", "panda", "#2f2b36", 1.2),
    "rabbit": Coat("#e6d8cb", "#fffaf2", "long", "stub", "teeth", "", 0.86),
    "lion": Coat("#e3a94f", "#fbe7bd", "round", "tuft", "mane", "", 1.2),
    "tiger": Coat("#ec9440", "#fff4e4", "round", "thin", "stripes", "", 1.15),
    "mouse": Coat("#b7b2bd", "#f2dcd8", "big", "thin", "whiskers", "", 0.6),
    "wolf": Coat("#7d8797", "#e9edf1", "tall", "brush", "fox", "", 1.08),
    "deer": Coat("#b97d4c", "#f7e3c8", "side", "stub", "antlers", "#5a3a2a", 1.15),
    "cow": Coat("#f6f1ea", "#f3c9bd", "side", "tuft", "cow", "#4a3f45", 1.2),
    "pig": Coat("#f2a9ad", "#f7c3c2", "tall", "stub", "snout", "", 1.0),
    "monkey": Coat("#8a5a3c", "#f0cba3", "wide", "thin", "", "", 0.95),
    "koala": Coat("#9aa2ad", "#e9ecef", "big", "stub", "koala", "", 0.95),
    "raccoon": Coat("#878a94", "#f1eee8", "round", "rings", "mask", "#3b3842", 0.9),
    "hamster": Coat("#e0a866", "#fff4e4", "round", "stub", "whiskers", "", 0.6),
}
BODY = "M-104 -4 C-152 -110 -96 -252 0 -252 C96 -252 152 -110 104 -4 C60 10 -60 10 -104 -4Z"
HEAD = "M-124 -344 C-124 -420 -70 -446 0 -446 C70 -446 124 -420 124 -344 C124 -276 72 -236 0 -236 C-72 -236 -124 -276 -124 -344Z"


def animal(kind: str, color: str | None = None, action: str = "sit", mood: str = "happy") -> str:
    if kind in own.DRAWN:
        return own.DRAWN[kind](color or "")
    coat = COATS[kind]
    fur = color or coat.color
    if kind == "fox" and color == "#d8433b":
        fur = coat.color  # a "red fox" is this orange, not a red animal
    drawn = _running(coat, fur, mood) if action in ("run", "jump", "walk") else _sitting(coat, fur, mood)
    return moved(drawn, 0, 0, coat.size)


def height(kind: str) -> float:
    return own.HEIGHTS.get(kind, 470.0) if kind in own.DRAWN else 470.0 * COATS[kind].size


def _sitting(coat: Coat, fur: str, mood: str) -> str:
    shade = darker(fur, 0.16)
    paw = coat.paws or lighter(fur, 0.12)
    body = path(BODY, fur) + path(
        "M40 -246 C110 -220 146 -100 104 -4 C80 4 50 6 40 6 C90 -60 90 -170 40 -246Z", shade, opacity=0.7
    )
    chest = path("M-52 -232 C-80 -150 -50 -90 0 -70 C50 -90 80 -150 52 -232Z", coat.patch)
    legs = "".join(
        path(tube(((x, -140), (x * 0.95, -26)), 58, 50), fur) + ellipse(x * 0.98, -16, 36, 22, paw) for x in (-42, 42)
    )
    line = stroke("M0 -120 V-20", shade, 5, opacity=0.6)
    haunch = "".join(ellipse(x, -14, 44, 24, coat.paws or shade) for x in (-96, 96))
    return _tail(coat, fur) + haunch + body + chest + legs + line + _face(coat, fur, mood)


def _running(coat: Coat, fur: str, mood: str) -> str:
    """Side view, to the right, in full gallop."""
    shade, paw = darker(fur, 0.2), coat.paws or lighter(fur, 0.1)
    far = path(tube(((-120, -170), (-200, -110), (-270, -60)), 52, 34), shade) + path(
        tube(((110, -170), (200, -120), (240, -40)), 46, 32), shade
    )
    near = path(tube(((-130, -160), (-130, -80), (-200, -20)), 66, 36), fur) + path(
        tube(((100, -160), (160, -70), (250, -70)), 52, 34), fur
    )
    feet = "".join(ellipse(x, y, 28, 18, paw) for x, y in ((-276, -54), (-206, -16), (246, -32), (258, -66)))
    body = path(
        "M-190 -200 C-190 -280 -80 -290 20 -280 C120 -290 180 -260 170 -190 C160 -120 60 -130 -20 -124 C-120 -110 -190 -120 -190 -200Z",
        fur,
    )
    belly = path(
        "M-120 -132 C-20 -110 100 -124 160 -170 C150 -120 60 -122 -20 -118 C-60 -114 -100 -116 -120 -132Z", coat.patch
    )
    tail = moved(_tail(coat, fur), -150, -150, 0.8, -20, flip=True)
    return tail + far + feet + near + body + belly + moved(_face(coat, fur, mood), 190, 70, 0.92, 6)


def _tail(coat: Coat, fur: str) -> str:
    shade = darker(fur, 0.12)
    if coat.tail == "brush":
        brush = path("M70 -20 C190 10 250 -90 220 -200 C206 -250 180 -270 170 -276 C176 -190 120 -130 60 -110Z", fur)
        return brush + path(
            "M220 -200 C206 -250 180 -270 170 -276 C172 -240 166 -220 160 -206 C180 -190 204 -190 220 -200Z", coat.patch
        )
    if coat.tail in ("thin", "tuft", "up"):
        tip = circle(206, -230, 26, darker(fur, 0.4)) if coat.tail == "tuft" else ""
        return (
            stroke(
                "M70 -30 C170 0 216 -70 190 -140 C180 -180 196 -210 206 -226", shade, 32 if coat.tail != "tuft" else 18
            )
            + tip
        )
    if coat.tail == "rings":
        bands = stroke("M150 -24 l26 -50 M196 -70 l38 -30", "#3b3842", 24)
        return stroke("M70 -30 C190 10 240 -90 200 -190", fur, 60) + bands
    return circle(112, -40, 40, lighter(fur, 0.35))


def _ears(coat: Coat, fur: str) -> str:
    inner = "#f0a7a0" if coat.ears != "round" else darker(fur, 0.25)
    shapes = {
        "tall": path("M-116 -376 L-112 -508 L-30 -438Z", fur, stroke=fur, stroke_width=16, stroke_linejoin="round")
        + path("M-98 -400 L-96 -478 L-50 -438Z", inner),
        "round": circle(-92, -426, 46, coat.paws if coat.marks == "panda" else fur) + circle(-90, -422, 26, inner),
        "big": circle(-112, -424, 72, fur) + circle(-110, -420, 48, inner),
        "wide": circle(-128, -350, 44, fur) + circle(-126, -350, 28, coat.patch),
        "long": path(tube(((-54, -420), (-70, -540), (-66, -600)), 62, 46), fur)
        + path(tube(((-56, -440), (-68, -540), (-66, -584)), 32, 22), inner),
        "floppy": path("M-70 -436 C-150 -450 -170 -360 -146 -280 C-110 -270 -92 -330 -84 -390Z", darker(fur, 0.3)),
        "side": path("M-96 -400 C-190 -440 -200 -390 -190 -370 C-160 -344 -120 -350 -100 -366Z", fur),
    }
    one = shapes[coat.ears]
    return one + moved(one, 0, 0, 1.0, 0, flip=True)


def _face(coat: Coat, fur: str, mood: str) -> str:
    front = coat.ears == "floppy"
    ears = _ears(coat, fur)
    mane = (
        "".join(moved(ellipse(0, -150, 46, 60, darker(fur, 0.35)), 0, -340, 1, 30 * i) for i in range(12))
        if coat.marks == "mane"
        else ""
    )
    head = mane + ("" if front else ears) + path(HEAD, fur) + _marks(coat, fur)
    muzzle = "" if coat.marks == "fox" else ellipse(0, -286, 58, 44, coat.patch)
    eyes = "".join(_eye(x, mood) for x in (-56, 56))
    cheeks = "".join(circle(x, -292, 22, "#f07f78", opacity=0.4) for x in (-86, 86))
    nose = _nose(coat)
    smile = stroke("M0 -290 V-276 M-24 -276 Q-12 -260 0 -276 Q12 -260 24 -276", "#3a2530", 6)
    teeth = path("M-9 -270 h18 v18 h-18Z", "#ffffff") if coat.marks == "teeth" else ""
    hairs = (
        stroke("M-74 -288 h-70 M-72 -276 l-66 16 M74 -288 h70 M72 -276 l66 16", "#5a4a55", 4, opacity=0.6)
        if coat.marks == "whiskers"
        else ""
    )
    return head + muzzle + cheeks + eyes + nose + teeth + smile + hairs + (ears if front else "")


def _eye(x: float, mood: str) -> str:
    if mood == "joy":
        return stroke(f"M{x - 18} -332 Q{x} -356 {x + 18} -332", "#2a1d28", 8)
    return ellipse(x, -338, 17, 22, "#2a1d28") + circle(x + 6, -346, 7, "#ffffff") + circle(x - 5, -330, 3, "#ffffff")


def _nose(coat: Coat) -> str:
    if coat.marks == "snout":
        return (
            ellipse(0, -300, 42, 30, "#e88a92")
            + ellipse(-14, -300, 7, 11, "#a84d5c")
            + ellipse(14, -300, 7, 11, "#a84d5c")
        )
    if coat.marks == "koala":
        return ellipse(0, -312, 30, 42, "#3a3440")
    pink = coat.marks in ("whiskers", "teeth")
    return path(
        "M-20 -310 C-20 -322 20 -322 20 -310 C20 -298 8 -288 0 -288 C-8 -288 -20 -298 -20 -310Z",
        "#e27d86" if pink else "#3a2530",
    )


def _marks(coat: Coat, fur: str) -> str:
    if coat.marks == "fox":
        return path(
            "M-124 -340 C-80 -350 -40 -320 0 -290 C40 -320 80 -350 124 -340 C124 -276 72 -236 0 -236 C-72 -236 -124 -276 -124 -340Z",
            coat.patch,
        )
    if coat.marks == "panda":
        return "".join(moved(ellipse(0, 0, 34, 44, "#2f2b36"), x, -334, 1, a) for x, a in ((-58, 24), (58, -24)))
    if coat.marks == "stripes":
        return stroke(
            "M0 -444 V-404 M-34 -440 L-28 -408 M34 -440 L28 -408 M-120 -330 L-92 -326 M120 -330 L92 -326 M-116 -300 L-92 -302 M116 -300 L92 -302",
            "#4a2c2c",
            13,
        )
    if coat.marks == "mask":
        return path(
            "M-124 -350 C-60 -380 60 -380 124 -350 C110 -300 40 -310 0 -330 C-40 -310 -110 -300 -124 -350Z", "#3b3842"
        ) + stroke("M-96 -382 Q-56 -396 -24 -378 M96 -382 Q56 -396 24 -378", "#f1eee8", 15)
    if coat.marks == "dog":
        return path("M-14 -446 C-30 -380 -20 -330 0 -310 C20 -330 30 -380 14 -446Z", coat.patch)
    if coat.marks == "cow":
        return path("M-124 -350 C-130 -440 -50 -450 -30 -430 C-20 -360 -80 -310 -120 -320Z", "#4a3f45") + stroke(
            "M-60 -446 q-20 -30 -4 -52 M60 -446 q20 -30 4 -52", "#e9dcb8", 18
        )
    if coat.marks == "antlers":
        return stroke(
            "M-50 -440 C-60 -520 -110 -520 -120 -580 M-74 -500 L-50 -560 M50 -440 C60 -520 110 -520 120 -580 M74 -500 L50 -560",
            "#7c5136",
            18,
        )
    return ""
