"""What a model does to everything it was not asked to change, in four strengths.

Shifts and wobble are in pixels of a 1024 picture, cast and grain in levels, all else in shares. "high" changes as many
pixels as gpt-image-2 was once measured to change: 7 to 11 in 100 by more than 12 % of grey, on photographs.
"""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

from tests.made.fields import Dice, Field, Pixels, as_pixels, blurred, smooth

CELL = 16


@dataclass(frozen=True)
class Drift:
    """`redrawn`: the share of the finest detail that is drawn anew."""

    shift: tuple[float, float]
    scale: float
    wobble: float
    cast: float
    gain: float
    blur: float
    redrawn: float
    noise: float
    jpeg: int


DRIFTS = {
    "low": Drift((0.3, 0.8), 0.002, 0.25, 2, 0.01, 0.35, 0.05, 0.8, 95),
    "medium": Drift((0.5, 2.0), 0.006, 0.5, 3, 0.02, 0.5, 0.12, 1.5, 92),
    "high": Drift((1.0, 3.0), 0.010, 1.2, 5, 0.04, 0.7, 0.30, 2.5, 88),
    "severe": Drift((3.0, 7.0), 0.015, 2.5, 8, 0.06, 0.9, 0.50, 4.0, 85),
}


def drifted(pixels: Pixels, strength: str, dice: Dice) -> Pixels:
    drift = DRIFTS[strength]
    unit = min(pixels.shape[:2]) / 1024
    moved = _moved(pixels, drift, unit, dice)
    soft = np.asarray(Image.fromarray(moved).filter(ImageFilter.GaussianBlur(drift.blur * unit)), np.float32)
    return _saved(_toned(_redrawn(soft, drift, dice), drift, dice), drift.jpeg)


def _moved(pixels: Pixels, drift: Drift, unit: float, dice: Dice) -> Pixels:
    """Shift, scale and wobble in one mesh, so that pixels are resampled once."""
    height, width = pixels.shape[:2]
    columns, rows = -(-width // CELL), -(-height // CELL)
    angle, far = dice.uniform(0, 2 * np.pi), dice.uniform(*drift.shift) * unit
    scale = 1 + dice.uniform(0.6, 1.0) * drift.scale * dice.choice((-1, 1)) * np.array((1, dice.uniform(0.7, 1.0)))
    x, y = np.meshgrid(np.arange(columns + 1) * CELL, np.arange(rows + 1) * CELL)
    wobble = [smooth(dice, (columns + 1, rows + 1), 5) * 1.3 * drift.wobble * unit for _ in range(2)]
    pad = int(12 + drift.scale * max(width, height) + 8 * unit * drift.wobble)
    u = (x - width / 2) * scale[0] + width / 2 + far * np.cos(angle) + wobble[0] + pad
    v = (y - height / 2) * scale[1] + height / 2 + far * np.sin(angle) + wobble[1] + pad
    wide = Image.fromarray(np.pad(pixels, ((pad, pad), (pad, pad), (0, 0)), mode="edge"))
    mesh = [
        ((i * CELL, j * CELL, (i + 1) * CELL, (j + 1) * CELL), _corners(u, v, i, j))
        for j in range(rows)
        for i in range(columns)
    ]
    size = columns * CELL, rows * CELL
    moved = wide.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)
    return np.asarray(moved, np.uint8)[:height, :width]


def _corners(u: Field, v: Field, i: int, j: int) -> tuple[float, ...]:
    order = ((j, i), (j + 1, i), (j + 1, i + 1), (j, i + 1))
    return tuple(float(value) for at in order for value in (u[at], v[at]))


def _redrawn(soft: Field, drift: Drift, dice: Dice) -> Field:
    """Part of the finest detail comes from some pixels away, as if drawn by another hand."""
    detail = soft - np.stack([blurred(soft[..., channel], 2) for channel in range(3)], axis=-1)
    steps = dice.integers(2, 5, 2) * dice.choice((-1, 1), 2)
    other = np.roll(detail, (int(steps[0]), int(steps[1])), (0, 1))
    return soft + drift.redrawn * (other - detail) * dice.uniform(0.7, 1.0)


def _toned(soft: Field, drift: Drift, dice: Dice) -> Pixels:
    cast = dice.uniform(-1, 1, 3) * drift.cast
    gain = 1 + dice.uniform(-1, 1) * drift.gain + dice.uniform(-0.25, 0.25, 3) * drift.gain
    noise = dice.normal(0, drift.noise, soft.shape[:2])[..., None] + dice.normal(0, drift.noise / 3, soft.shape)
    return as_pixels((soft - 128) * gain + 128 + cast + noise)


def _saved(pixels: Pixels, quality: int) -> Pixels:
    out = BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality)
    return np.asarray(Image.open(out), np.uint8)
