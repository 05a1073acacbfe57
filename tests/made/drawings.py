"""Flat, lined and lettered pictures: sharp edges and empty grounds, where a lock's seams and rims show first."""

import numpy as np
from PIL import Image, ImageDraw

from bot.pictures.lettering import font
from tests.made.fields import Dice, Pixels, as_pixels, fractal, smooth

Size = tuple[int, int]
Colour = tuple[int, int, int]
OVER = 2  # drawn at twice the size, so that lines have soft edges
WORDS = (
    "harbour",
    "lantern",
    "quiet",
    "orchard",
    "seven",
    "paper",
    "window",
    "garden",
    "signal",
    "amber",
    "river",
    "copper",
    "meadow",
    "folding",
    "winter",
    "table",
    "silver",
    "button",
    "market",
    "corner",
    "thread",
    "letter",
    "morning",
    "island",
)


def cartoon(dice: Dice, size: Size) -> Pixels:
    """Flat shapes with black outlines."""
    canvas, draw, unit = _canvas(size, (190, 225, 245))
    width, height = canvas.size
    draw.rectangle((0, height * 0.68, width, height), fill=(150, 205, 110), outline="black", width=unit * 3)
    for _ in range(9):
        colour = _colour(dice, 60, 250)
        x, y, r = dice.uniform(0, width), dice.uniform(height * 0.2, height * 0.9), dice.uniform(0.04, 0.14) * width
        box = (x - r, y - r * 0.8, x + r, y + r * 0.8)
        shape = dice.integers(3)
        if shape == 0:
            draw.ellipse(box, fill=colour, outline="black", width=unit * 3)
        elif shape == 1:
            draw.rounded_rectangle(box, r / 4, fill=colour, outline="black", width=unit * 3)
        else:
            draw.polygon([(x - r, y + r), (x, y - r), (x + r, y + r)], fill=colour, outline="black", width=unit * 3)
    return _shrunk(canvas, size)


def town_map(dice: Dice, size: Size) -> Pixels:
    """Streets, a river, parks and names."""
    canvas, draw, unit = _canvas(size, (242, 238, 228))
    width, height = canvas.size
    for _ in range(5):
        x, y = dice.uniform(0, width), dice.uniform(0, height)
        draw.regular_polygon((x, y, dice.uniform(0.05, 0.12) * width), int(dice.integers(4, 8)), fill=(200, 226, 180))
    bends = smooth(dice, (64, 64), 2)[0] * height * 0.2 + height * dice.uniform(0.3, 0.7)
    draw.line([(width * i / 63, float(b)) for i, b in enumerate(bends)], fill=(160, 200, 235), width=unit * 26)
    for index in range(34):
        wide = unit * (12 if index < 5 else 5)
        along = dice.uniform(-0.1, 1.1, 4) * (width, height, width, height)
        ends = [along[0], along[1], along[0], along[3]] if index % 2 else [along[0], along[1], along[2], along[1]]
        for fill, extra in (((185, 175, 160), unit * 2), ((255, 225, 140) if index < 5 else (255, 255, 255), 0)):
            draw.line([float(v) for v in ends], fill=fill, width=wide + extra)
    for _ in range(22):
        at = float(dice.uniform(0, width * 0.9)), float(dice.uniform(0, height * 0.95))
        draw.text(at, str(dice.choice(WORDS)).title(), fill=(70, 70, 80), font=font(unit * 15))
    return _shrunk(canvas, size)


def page(dice: Dice, size: Size) -> Pixels:
    """A printed page: a headline and two columns of text on slightly warm paper."""
    canvas, draw, unit = _canvas(size, (252, 250, 244))
    width, height = canvas.size
    draw.text(
        (width * 0.08, height * 0.05), " ".join(dice.choice(WORDS, 3)).upper(), fill="black", font=font(unit * 44)
    )
    for column in range(2):
        x, y = width * (0.08 + 0.44 * column), height * 0.15
        while y < height * 0.93:
            line = ""
            while font(unit * 17).getlength(line) < width * 0.34:
                line += str(dice.choice(WORDS)) + " "
            draw.text((x, y), line, fill=(25, 25, 28), font=font(unit * 17))
            y += unit * (24 if dice.random() < 0.85 else 44)
    return _shrunk(canvas, size)


def engraving(dice: Dice, size: Size) -> Pixels:
    """Hatched hills in black ink: lines everywhere."""
    canvas, draw, unit = _canvas(size, (238, 230, 212))
    width, height = canvas.size
    relief = fractal(dice, (128, 128), 3, 4)
    for row in range(0, height + unit * 60, unit * 7):
        points = []
        for column in range(128):
            lift = float(relief[min(127, row * 128 // (height + unit * 60)), column]) * unit * 60
            points.append((width * column / 127, row + lift))
        draw.line(points, fill=(45, 38, 34), width=max(1, round(unit * float(dice.uniform(1, 3)))))
    for _ in range(70):
        x, y, r = dice.uniform(0, width), dice.uniform(0, height), unit * dice.uniform(6, 22)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(238, 230, 212), outline=(45, 38, 34), width=unit * 2)
    return _shrunk(canvas, size)


def poster(dice: Dice, size: Size) -> Pixels:
    """Large letters and bands on a gradient."""
    top, bottom = dice.uniform(20, 240, 3), dice.uniform(20, 240, 3)
    share = np.linspace(0, 1, size[1] * OVER)[:, None, None]
    ground = np.repeat(top * (1 - share) + bottom * share, size[0] * OVER, axis=1)
    canvas = Image.fromarray(as_pixels(ground))
    draw, unit = ImageDraw.Draw(canvas), _unit(size)
    width, height = canvas.size
    for _ in range(4):
        x, r = dice.uniform(0, width), dice.uniform(0.08, 0.25) * width
        y = dice.uniform(0, height)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=_colour(dice, 20, 250))
    for index in range(3):
        text = str(dice.choice(WORDS)).upper()
        draw.text(
            (width * 0.08, height * (0.1 + 0.28 * index)), text, fill=_colour(dice, 0, 255), font=font(unit * 120)
        )
    return _shrunk(canvas, size)


def screen(dice: Dice, size: Size) -> Pixels:
    """A dashboard: cards, fine lines, a chart, small letters."""
    canvas, draw, unit = _canvas(size, (246, 247, 250))
    width, height = canvas.size
    draw.rectangle((0, 0, width * 0.18, height), fill=(36, 42, 62))
    for row in range(9):
        at = (width * 0.03, height * (0.08 + row * 0.07))
        draw.text(at, str(dice.choice(WORDS)).title(), fill=(210, 215, 230), font=font(unit * 17))
    for row in range(3):
        for column in range(2):
            left, top = width * (0.22 + column * 0.39), height * (0.06 + row * 0.31)
            box = (left, top, left + width * 0.36, top + height * 0.27)
            draw.rounded_rectangle(box, unit * 10, fill="white", outline=(215, 218, 226), width=unit * 2)
            draw.text(
                (left + unit * 14, top + unit * 10),
                " ".join(dice.choice(WORDS, 2)),
                fill=(60, 66, 80),
                font=font(unit * 18),
            )
            values = dice.uniform(0.3, 0.9, 8)
            for index, value in enumerate(values):
                x, y = left + width * (0.03 + index * 0.04), top + height * 0.25
                draw.rectangle((x, y - height * 0.17 * value, x + width * 0.025, y), fill=_colour(dice, 60, 230))
    return _shrunk(canvas, size)


def watercolour(dice: Dice, size: Size) -> Pixels:
    """Soft washes on rough paper, with darker rims."""
    picture = np.full((size[1], size[0], 3), 246.0)
    for _ in range(7):
        field = fractal(dice, size, 2, 5)
        level = float(np.quantile(field, dice.uniform(0.6, 0.85)))
        inside = ((field - level) * 14).clip(0, 1)[..., None]
        rim = np.exp(-((field - level) ** 2) * 900)[..., None]
        picture = picture * (1 - inside * (1 - dice.uniform(90, 250, 3) / 255) * 0.8) - rim * 14
    return as_pixels(picture + fractal(dice, size, 80, 3)[..., None] * 7)


def _unit(size: Size) -> int:
    return max(1, round(min(size) * OVER / 1024))


def _canvas(size: Size, ground: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw, int]:
    canvas = Image.new("RGB", (size[0] * OVER, size[1] * OVER), ground)
    return canvas, ImageDraw.Draw(canvas), _unit(size)


def _shrunk(canvas: Image.Image, size: Size) -> Pixels:
    return np.asarray(canvas.resize(size, Image.Resampling.BOX), np.uint8)


def _colour(dice: Dice, low: int, high: int) -> Colour:
    red, green, blue = (int(v) for v in dice.integers(low, high, 3))
    return red, green, blue
