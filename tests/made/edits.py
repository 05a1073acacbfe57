"""Local edits of made pictures, each with the exact region: the pixels that the edit changed visibly."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from bot.pictures.lettering import font
from tests.made.fields import Dice, Field, Pixels, as_pixels, blurred, fractal, smooth

VISIBLE = 4  # levels in any channel; less is lost in any drift
SMALLEST = 0.0008
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Edited:
    pixels: Pixels
    region: Mask


def edited(pixels: Pixels, kind: str, dice: Dice) -> Edited:
    """Tries other places until the edit changes something that can be seen."""
    for _ in range(20):
        after = EDITS[kind](pixels, dice)
        region = np.abs(after.astype(np.int16) - pixels).max(axis=2) > VISIBLE
        if region.mean() > SMALLEST:
            return Edited(after, region)
    return edited(pixels, "recolour", dice)


def recolour(pixels: Pixels, dice: Dice) -> Pixels:
    """An object takes another colour and keeps its shading."""
    return _mixed(pixels, _turned(pixels, dice), blob(dice, pixels, dice.uniform(0.02, 0.06)))


def tint(pixels: Pixels, dice: Dice) -> Pixels:
    """Twelve levels warmer or cooler, no more."""
    colour = dice.choice((-1, 1)) * dice.permutation((12.0, 3.0, -9.0))
    return _mixed(pixels, pixels + colour, blob(dice, pixels, dice.uniform(0.03, 0.08)))


def add(pixels: Pixels, dice: Dice) -> Pixels:
    """A shaded ball and its shadow."""
    height, width = pixels.shape[:2]
    radius = dice.uniform(0.06, 0.11) * min(width, height)
    x, y = dice.uniform(0.12, 0.88) * width, dice.uniform(0.12, 0.85) * height
    v, u = np.mgrid[:height, :width]
    shadow = np.hypot((u - x - radius * 0.4) / (radius * 1.5), (v - y - radius * 0.95) / (radius * 0.4))
    under = pixels * (1 - 0.45 * (1 - shadow).clip(0, 1))[..., None]
    away = np.hypot(u - x, v - y) / radius
    light = (1.1 - 0.5 * np.hypot(u - x + radius * 0.4, v - y + radius * 0.4) / radius).clip(0.2, 1.1)
    ball = dice.uniform(30, 240, 3) * light[..., None] + dice.normal(0, 2, (height, width, 1))
    return _mixed(under, ball, ((1 - away) * radius).clip(0, 1))


def remove(pixels: Pixels, dice: Dice) -> Pixels:
    """Something is painted over with what is beside it."""
    shape = blob(dice, pixels, dice.uniform(0.01, 0.04))
    step = int(np.sqrt(shape.sum()) * 1.3)
    axis = int(dice.integers(2))
    beside = np.roll(pixels, step * int(dice.choice((-1, 1))), axis=axis).astype(np.float32)
    ring = (shape < 0.05) & (blurred(shape, step / 12) > 0.02)
    level = pixels[ring].mean(axis=0) - beside[ring].mean(axis=0) if ring.any() else 0.0
    return _mixed(pixels, beside + level, shape)


def label(pixels: Pixels, dice: Dice) -> Pixels:
    """A word in the picture, on its own plate or without one."""
    height, width = pixels.shape[:2]
    image = Image.fromarray(pixels.copy())
    draw = ImageDraw.Draw(image)
    face = font(max(12, round(min(width, height) * dice.uniform(0.05, 0.09))))
    text = str(dice.choice(("SALE", "Open", "Café 24", "EXIT", "Hello", "N° 5")))
    at = float(dice.uniform(0.05, 0.6) * width), float(dice.uniform(0.05, 0.85) * height)
    box = draw.textbbox(at, text, font=face)
    dark = tuple(int(v) for v in dice.integers(0, 90, 3))
    light = tuple(int(v) for v in dice.integers(180, 255, 3))
    if dice.random() < 0.5:
        draw.rectangle((box[0] - 8, box[1] - 6, box[2] + 8, box[3] + 6), fill=light)
        draw.text(at, text, fill=dark, font=face)
    else:
        under = pixels[int(box[1]) : int(box[3]) + 1, int(box[0]) : int(box[2]) + 1].mean()
        draw.text(at, text, fill=light if under < 128 else dark, font=face)
    return np.asarray(image, np.uint8)


def tiny(pixels: Pixels, dice: Dice) -> Pixels:
    """0.3 % of the picture takes another colour."""
    return _mixed(pixels, _turned(pixels, dice), blob(dice, pixels, 0.003))


def large(pixels: Pixels, dice: Dice) -> Pixels:
    """A fifth of the picture becomes something else."""
    return _mixed(pixels, _other(pixels, dice), blob(dice, pixels, 0.2))


def replace(pixels: Pixels, dice: Dice) -> Pixels:
    """A textured thing stands where another was."""
    return _mixed(pixels, _other(pixels, dice), blob(dice, pixels, dice.uniform(0.02, 0.06)))


def matte(pixels: Pixels, dice: Dice) -> Pixels:
    """A material loses its gloss: less contrast, a little darker, a little of another colour."""
    soft = np.stack([blurred(pixels[..., c].astype(np.float32), min(pixels.shape[:2]) / 60) for c in range(3)], -1)
    flat = soft * 0.8 + pixels * 0.15 + dice.uniform(-24, 24, 3)
    return _mixed(pixels, flat, blob(dice, pixels, dice.uniform(0.03, 0.07)))


def blob(dice: Dice, pixels: Pixels, share: float) -> Field:
    """0 to 1: a rounded, uneven shape of about `share` of the picture, with an edge two pixels soft."""
    height, width = pixels.shape[:2]
    radius = float(np.sqrt(share * width * height / np.pi))
    flat = dice.uniform(0.65, 1.0)
    room_x, room_y = min(0.45, radius / flat / width), min(0.45, radius * flat / height)
    x = dice.uniform(room_x, 1 - room_x) * width
    y = dice.uniform(room_y, 1 - room_y) * height
    v, u = np.mgrid[:height, :width]
    away = np.hypot((u - x) * flat, (v - y) / flat) / radius + smooth(dice, (width, height), 6) * 0.16
    return np.asarray(((1 - away) * radius / 2 + 0.5).clip(0, 1), np.float32)


def _turned(pixels: Pixels, dice: Dice) -> NDArray[np.floating]:
    """Another hue: channels change places, and a strong cast, for what has no colour of its own."""
    order = ((1, 2, 0), (2, 0, 1))[int(dice.integers(2))]
    cast = dice.permutation((-60.0, 10.0, 45.0)) * dice.uniform(0.7, 1.2)
    return pixels[..., order] * 0.85 + cast


def _other(pixels: Pixels, dice: Dice) -> NDArray[np.floating]:
    height, width = pixels.shape[:2]
    texture = fractal(dice, (width, height), int(dice.integers(4, 30)), 5)[..., None]
    return dice.uniform(40, 215, 3) + texture * dice.uniform(5, 45)


def _mixed(below: NDArray[np.floating] | Pixels, above: NDArray[np.floating], share: Field) -> Pixels:
    mixed = below * (1 - share[..., None]) + above * share[..., None]
    return np.where(share[..., None] > 0, as_pixels(mixed), as_pixels(below.astype(np.float32)))


EDITS: dict[str, Callable[[Pixels, Dice], Pixels]] = {
    "recolour": recolour,
    "add": add,
    "remove": remove,
    "label": label,
    "tint": tint,
    "tiny": tiny,
    "large": large,
    "replace": replace,
    "matte": matte,
}
