"""Smooth random fields: clouds, hills, wobble and grain are all made of these."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Field = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Dice = np.random.Generator


def smooth(dice: Dice, size: tuple[int, int], cells: int) -> Field:
    """About -1 to 1, with `cells` bumps along the short side. `size` is width, height."""
    width, height = size
    short = min(size)
    shape = (max(2, round(cells * height / short) + 3), max(2, round(cells * width / short) + 3))
    coarse = dice.normal(0, 1, shape).astype(np.float32)
    wide = Image.fromarray(coarse).resize(
        (width, height), Image.Resampling.BICUBIC, box=(1, 1, shape[1] - 1, shape[0] - 1)
    )
    return np.asarray(np.asarray(wide) / 2, np.float32)


def fractal(dice: Dice, size: tuple[int, int], cells: int = 3, octaves: int = 6) -> Field:
    total = np.zeros((size[1], size[0]), np.float32)
    for octave in range(octaves):
        if cells * 2**octave > min(size) / 2:
            break
        total += smooth(dice, size, cells * 2**octave) * 0.55**octave
    return total


def grain(dice: Dice, pixels: NDArray[np.floating], amount: float) -> Pixels:
    """Film grain: noise of about a pixel's size, the same in all channels but for a little colour."""
    shape = pixels.shape[:2]
    shared = _softened(dice.normal(0, 1, shape))
    own = dice.normal(0, 0.35, (*shape, 3)).astype(np.float32)
    return as_pixels(pixels + amount * (shared[..., None] + own))


def as_pixels(values: NDArray[np.floating]) -> Pixels:
    return np.asarray((values + 0.5).clip(0, 255), np.uint8)


def blurred(field: NDArray[np.floating], radius: float) -> Field:
    """Gaussian, for fields of any range: kept in 16 steps of a level by two 8-bit planes."""
    low, high = float(field.min()), float(field.max())
    steps = ((field - low) * (65535.0 / max(high - low, 1e-6))).astype(np.uint16)
    upper, lower = (Image.fromarray(np.asarray(plane, np.uint8)) for plane in (steps >> 8, steps & 255))
    # The lower plane wraps; blurring the two apart is right because blurring is linear in both.
    planes = [np.asarray(plane.filter(ImageFilter.GaussianBlur(radius)), np.float32) for plane in (upper, lower)]
    return (planes[0] * 256 + planes[1]) * ((high - low) / 65535.0) + low


def _softened(noise: NDArray[np.floating]) -> Field:
    soft = 0.6 * noise + 0.1 * sum(np.roll(noise, step, axis) for axis in (0, 1) for step in (-1, 1))
    return np.asarray(soft / max(float(soft.std()), 1e-6), np.float32)
