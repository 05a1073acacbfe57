"""Faces: the same features for everybody, moved by mood and by where the person looks."""

from tests.sandbox.painter.look import Look
from tests.sandbox.painter.palette import darker, lighter, luma, mix
from tests.sandbox.painter.pen import circle, ellipse, path, rect, stroke

HEAD = "M-100 150 C-104 70 -60 44 0 44 C60 44 104 70 100 150 C100 226 62 284 0 284 C-62 284 -100 226 -100 150Z"
BEARD = (
    "M-99 168 C-99 246 -64 302 0 304 C64 302 99 246 99 168 C92 196 84 206 66 206 C44 208 26 204 0 206 "
    "C-26 204 -44 208 -66 206 C-84 206 -92 196 -99 168Z"
)


def head(look: Look) -> str:
    ear = darker(look.skin, 0.1)
    ears = "".join(circle(x, 176, 23, look.skin) + circle(x, 178, 11, ear) for x in (-99, 99))
    rings = "".join(circle(x, 208, 9, "#f0c14b") for x in (-104, 104)) if look.earrings else ""
    shade = path("M64 70 C104 96 104 226 44 276 C84 254 100 206 100 150 C102 112 92 84 64 70Z", darker(look.skin, 0.12))
    return ears + rings + path(HEAD, look.skin) + shade


def features(look: Look, mood: str, gaze: float) -> str:
    """Eyes, brows, nose, mouth and what is worn on them; `gaze` slides them along the face."""
    blush = mix(look.skin, "#ee5f5f", 0.5)
    parts = "".join(circle(x + gaze * 0.6, 216, 20, blush, opacity=0.5) for x in (-62, 62))
    if look.freckles:
        spots = ((-70, 200), (-56, 210), (-44, 200), (-60, 222), (70, 200), (56, 210), (44, 200), (60, 222), (-32, 212),
                 (32, 212))  # fmt: skip
        parts += "".join(circle(x + gaze * 0.7, y, 4.2, mix(look.skin, "#9c4f2c", 0.5)) for x, y in spots)
    if look.beard == "full":
        parts += path(BEARD, look.hair)
    parts += _eyes(look, mood, gaze) + _nose(look, gaze) + _mouth(look, mood, gaze)
    return parts + _glasses(look, gaze)


def _eyes(look: Look, mood: str, gaze: float) -> str:
    brow = darker(look.hair, 0.25) if luma(look.hair) > 0.25 else look.hair
    if look.age == "old":
        brow = "#d5d1cc"
    lift, tilt = {"surprised": (-14, 0), "determined": (3, 5), "sad": (-2, -8)}.get(mood, (0, 0))
    parts = ""
    for side in (-1, 1):
        x = side * 42 + gaze
        parts += stroke(
            f"M{x - side * -26} {134 + lift - 0 * tilt} Q{x} {120 + lift} {x - side * 24} {132 + lift + tilt}", brow, 9
        )
        parts += _eye(look, mood, x, side)
    return parts


def _eye(look: Look, mood: str, x: float, side: int) -> str:
    dark = mix(look.eyes, "#1d1630", 0.62)
    if mood in ("joy", "sleepy"):
        bend = -22 if mood == "joy" else 16
        return stroke(f"M{x - 18} 176 Q{x} {176 + bend} {x + 18} 176", "#2a2038", 8)
    size = 1.2 if mood == "surprised" else 1.0
    eye = ellipse(x, 172, 17 * size, 22 * size, "#fffdf8") + ellipse(x + 1, 174, 13.5, 17.5 * size, look.eyes)
    eye += ellipse(x + 1, 174, 8.5, 12, dark) + circle(x + 6, 166, 5.5, "#ffffff") + circle(x - 4, 181, 2.6, "#ffffff")
    lid = stroke(f"M{x - 19} {166} Q{x} {143 - 4 * (size - 1)} {x + 19} {166}", "#2a2038", 6)
    if look.lashes:
        lid += stroke(
            f"M{x + side * 17} 162 L{x + side * 29} 153 M{x + side * 12} 155 L{x + side * 21} 144", "#2a2038", 5
        )
    return eye + lid


def _nose(look: Look, gaze: float) -> str:
    return stroke(f"M{gaze * 1.3 - 2} 192 q12 16 -6 20", darker(look.skin, 0.3), 6)


def _mouth(look: Look, mood: str, gaze: float) -> str:
    x, lips = gaze * 1.1, mix(darker(look.skin, 0.35), "#b53a3f", 0.5)
    hair = path(f"M{x - 44} 232 C{x - 30} 212 {x - 8} 214 {x} 220 C{x + 8} 214 {x + 30} 212 {x + 44} 232 "
                f"C{x + 24} 228 {x - 24} 228 {x - 44} 232Z", look.hair) if look.beard else ""  # fmt: skip
    if mood in ("happy", "joy"):
        grin = f"M{x - 36} 230 Q{x} 238 {x + 36} 230 C{x + 30} 272 {x - 30} 272 {x - 36} 230Z"
        teeth = f"M{x - 31} 231.500 Q{x} 239 {x + 31} 231.500 Q{x + 26} 244 {x} 244 Q{x - 26} 244 {x - 31} 231.500Z"
        return path(grin, "#7c2733") + path(teeth, "#ffffff") + ellipse(x, 258, 14, 6, "#e8707a") + hair
    if mood == "surprised":
        return ellipse(x, 244, 13, 17, "#7c2733") + hair
    curve = {"sad": f"M{x - 22} 248 Q{x} 230 {x + 22} 248", "determined": f"M{x - 22} 242 Q{x + 4} 246 {x + 24} 236"}
    return stroke(curve.get(mood, f"M{x - 26} 234 Q{x} 258 {x + 26} 234"), lips, 8) + hair


def _glasses(look: Look, gaze: float) -> str:
    if not look.glasses:
        return ""
    frame = "#2f2a3a" if look.glasses != "gold" else "#c9973a"
    lens = "#2c2740" if look.glasses == "sun" else "#ffffff"
    opacity = 0.92 if look.glasses == "sun" else 0.16
    parts = stroke(
        f"M{gaze - 8} 168 Q{gaze} 160 {gaze + 8} 168 M{gaze - 76} 164 L-100 158 M{gaze + 76} 164 L100 158", frame, 7
    )
    for side in (-1, 1):
        x = side * 42 + gaze
        parts += circle(x, 174, 35, lens, opacity=opacity) + stroke(
            f"M{x - 35} 174 a35 35 0 1 0 70 0 a35 35 0 1 0 -70 0", frame, 7
        )
        parts += stroke(f"M{x - 16} 160 L{x - 4} 150", "#ffffff", 5, opacity=0.7)
    return parts


def hat(look: Look) -> str:
    color, band = look.hat_color, darker(look.hat_color, 0.25)
    if look.hat == "beanie":
        dome = path("M-112 112 C-118 -16 118 -16 112 112Z", color) + circle(0, 8, 28, lighter(color, 0.3))
        return dome + rect(-120, 84, 240, 44, band, 20)
    if look.hat == "cap":
        dome = path("M-108 108 C-112 -4 112 -4 108 108 Z", color)
        return dome + path("M-30 96 C40 76 130 84 176 122 C120 128 20 124 -30 118Z", band) + circle(0, 26, 8, band)
    if look.hat == "helmet":
        return path("M-122 120 C-126 -30 126 -30 122 120 C60 98 -60 98 -122 120Z", color) + stroke(
            "M-70 70 C-40 30 40 30 70 70", lighter(color, 0.4), 12
        )
    if look.hat in ("straw", "hat"):
        brim = ellipse(0, 92, 178, 34, color)
        return (
            brim
            + path("M-98 92 C-100 -22 100 -22 98 92 C40 108 -40 108 -98 92Z", lighter(color, 0.1))
            + path("M-98 66 C-40 84 40 84 98 66 L98 92 C40 108 -40 108 -98 92Z", band)
        )
    if look.hat == "chef":
        puffs = "".join(circle(x, y, r, "#fbf8f2") for x, y, r in ((-66, -10, 54), (0, -34, 64), (66, -10, 54)))
        return puffs + rect(-92, 10, 184, 86, "#fffdf8", 14)
    if look.hat == "crown":
        return path("M-84 84 L-96 -14 L-46 30 L0 -34 L46 30 L96 -14 L84 84 Q0 104 -84 84Z", "#f3c244")
    if look.hat == "hijab":
        return ""
    if look.hat == "headphones":
        arc = stroke("M-110 160 C-128 -6 128 -6 110 160", color, 20)
        return arc + rect(-134, 136, 42, 84, band, 20) + rect(92, 136, 42, 84, band, 20)
    return ""
