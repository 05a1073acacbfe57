"""Changes of the whole picture, which must never become a patchwork: light, style, season, and frames that moved."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from tests.made.fields import Dice, Pixels, as_pixels, blurred, fractal, smooth
from tests.made.subjects import subject

Whole = Callable[[Pixels, Dice], Pixels]


def warm(pixels: Pixels, dice: Dice) -> Pixels:
    return as_pixels(pixels * np.array((1.12, 1.0, 0.8)) + (14, 4, -14))


def night(pixels: Pixels, dice: Dice) -> Pixels:
    return as_pixels(pixels * np.array((0.35, 0.42, 0.6)) + (0, 2, 14))


def grey(pixels: Pixels, dice: Dice) -> Pixels:
    return np.repeat(as_pixels(pixels.astype(np.float32).mean(axis=2, keepdims=True)), 3, axis=2)


def contrast(pixels: Pixels, dice: Dice) -> Pixels:
    return as_pixels((pixels.astype(np.float32) - 110) * 1.5 + 120)


def posterised(pixels: Pixels, dice: Dice) -> Pixels:
    soft = Image.fromarray(pixels).filter(ImageFilter.ModeFilter(9))
    return np.asarray(ImageOps.posterize(soft, 2), np.uint8)


def sketch(pixels: Pixels, dice: Dice) -> Pixels:
    luma = pixels.astype(np.float32).mean(axis=2)
    lines = 250 - 3.5 * np.abs(luma - blurred(luma, 3)).clip(0, 60)
    return np.repeat(as_pixels(lines[..., None]), 3, axis=2)


def snow(pixels: Pixels, dice: Dice) -> Pixels:
    height, width = pixels.shape[:2]
    cover = (fractal(dice, (width, height), 5, 5) + 0.4).clip(0, 1)[..., None] * 0.8
    return as_pixels((pixels * 0.8 + 40) * (1 - cover) + 245 * cover)


def redrawn(pixels: Pixels, dice: Dice) -> Pixels:
    """The same scene by another hand: every outline is elsewhere by up to a fiftieth of the side."""
    height, width = pixels.shape[:2]
    reach = min(height, width) / 50
    v, u = np.mgrid[:height, :width].astype(np.float32)
    u += smooth(dice, (width, height), 14) * reach
    v += smooth(dice, (width, height), 14) * reach
    moved = pixels[v.clip(0, height - 1).astype(int), u.clip(0, width - 1).astype(int)]
    return np.asarray(Image.fromarray(moved).filter(ImageFilter.MedianFilter(5)), np.uint8)


def zoomed(pixels: Pixels, dice: Dice) -> Pixels:
    height, width = pixels.shape[:2]
    inset = dice.uniform(0.07, 0.12)
    box = (width * inset, height * inset, width * (1 - inset), height * (1 - inset))
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.BICUBIC, box=box), np.uint8)


def moved(pixels: Pixels, dice: Dice) -> Pixels:
    far = round(min(pixels.shape[:2]) * dice.uniform(0.08, 0.15))
    padded = np.pad(pixels, ((far, 0), (far, 0), (0, 0)), mode="reflect")
    return padded[: pixels.shape[0], : pixels.shape[1]]


def mirrored(pixels: Pixels, dice: Dice) -> Pixels:
    return np.ascontiguousarray(pixels[:, ::-1])


def turned(pixels: Pixels, dice: Dice) -> Pixels:
    image = Image.fromarray(pixels).rotate(float(dice.choice((-9, 9))), Image.Resampling.BICUBIC)
    return np.asarray(image, np.uint8)


def another(pixels: Pixels, dice: Dice) -> Pixels:
    kind = str(dice.choice(("landscape", "portrait", "cartoon", "map")))
    return subject(kind, pixels.shape[1], pixels.shape[0], seed=int(dice.integers(1000, 2000)))


TONES: dict[str, Whole] = {
    "warm": warm,
    "night": night,
    "grey": grey,
    "contrast": contrast,
    "posterised": posterised,
    "sketch": sketch,
    "snow": snow,
}
MOVES: dict[str, Whole] = {
    "redrawn": redrawn,
    "zoomed": zoomed,
    "moved": moved,
    "mirrored": mirrored,
    "turned": turned,
    "another": another,
}
