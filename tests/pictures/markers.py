"""What a person does with a picture on a phone: draws on it, scales it, sends it through JPEG."""

from functools import cache
from io import BytesIO
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from bot.pictures.regions import Box

RED = (236, 28, 36)
Points = list[tuple[float, float]]


@cache
def scene(kind: str, width: int = 900, height: int = 700) -> Image.Image:
    """ "soft" (a blurred photo), "grain" (noise), "flat" (a drawing), "red" (full of red things), "dark", "text"."""
    dice = np.random.default_rng(len(kind) + width)
    if kind in ("grain", "soft", "dark"):
        coarse = Image.fromarray(dice.integers(0, 255, (9, 12, 3), np.uint8)).resize(
            (width, height), Image.Resampling.BICUBIC
        )
        noise = dice.normal(0, {"grain": 22, "soft": 3, "dark": 6}[kind], (height, width, 1))
        levels = np.asarray(coarse, np.float32) * (0.2 if kind == "dark" else 0.8) + 12 + noise
        return Image.fromarray(levels.clip(0, 255).astype(np.uint8))
    picture = Image.new("RGB", (width, height), {"flat": "#e9dcc3", "text": "white"}.get(kind, "#c9d4d8"))
    draw = ImageDraw.Draw(picture)
    if kind == "text":
        for row in range(20, height, 34):
            for column in range(20, width - 60, 22):
                if dice.random() < 0.8:
                    draw.rectangle((column, row, column + 14, row + 3 + int(dice.integers(0, 16))), fill="#222222")
        return picture
    for _ in range(26):
        x, y, side = (int(v) for v in (dice.integers(0, width), dice.integers(0, height), dice.integers(30, 170)))
        colour = tuple(
            int(v) for v in (dice.integers((190, 0, 0), (255, 70, 70)) if kind == "red" else dice.integers(0, 255, 3))
        )
        (draw.ellipse if side % 2 else draw.rectangle)((x, y, x + side, y + side // 2), fill=colour)
    return picture.filter(ImageFilter.GaussianBlur(1)) if kind == "red" else picture


def ellipse(box: Box, turn: float = 0.0, share: float = 1.0, shake: float = 0.0) -> Points:
    """`share` below 1 leaves a gap; `shake` in pixels, as a hand has it."""
    steps = [turn * 2 * pi + share * 2 * pi * step / 90 for step in range(91)]
    middle, across, down = (
        ((box.left + box.right) / 2, (box.top + box.bottom) / 2),
        (box.right - box.left) / 2,
        (box.bottom - box.top) / 2,
    )
    wobble = [shake * (sin(5 * step) + 0.7 * cos(3 * step + 1)) for step in steps]
    return [
        (middle[0] + (across + w) * cos(s), middle[1] + (down + w) * sin(s)) for s, w in zip(steps, wobble, strict=True)
    ]


def rectangle(box: Box, last: float = 1.0) -> Points:
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, bottom + (top - bottom) * last)]


def marked(
    picture: Image.Image, *curves: Points, width: int = 8, colour: tuple[int, int, int] = RED, opacity: float = 1.0
) -> Image.Image:
    """Strokes with round ends and soft edges."""
    large = Image.new("L", (picture.width * 2, picture.height * 2))
    draw = ImageDraw.Draw(large)
    for curve in curves:
        doubled = [(2 * x, 2 * y) for x, y in curve]
        draw.line(doubled, fill=255, width=2 * width, joint="curve")
        for x, y in doubled:
            draw.ellipse((x - width, y - width, x + width, y + width), fill=255)
    pen = large.resize(picture.size, Image.Resampling.BOX).point(lambda level: level * opacity)
    out = picture.copy()
    out.paste(colour, mask=pen)
    return out


def sent(picture: Image.Image, scale: float = 1.0, quality: int | None = 85) -> bytes:
    """As it comes back: scaled, and a JPEG unless `quality` is None."""
    seen = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    out = BytesIO()
    if quality is None:
        seen.save(out, "PNG", compress_level=1)
    else:
        seen.save(out, "JPEG", quality=quality)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    return sent(picture, quality=None)


def overlap(one: Box, other: Box) -> float:
    """Intersection over union."""
    shared = Box(
        max(one.left, other.left), max(one.top, other.top), min(one.right, other.right), min(one.bottom, other.bottom)
    )
    area = shared.area if shared.right > shared.left and shared.bottom > shared.top else 0
    return area / (one.area + other.area - area)
