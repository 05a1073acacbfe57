"""What a real image model does to everything it was not asked to change: it moves, tints, softens and redraws it.

Levels and ranges are the measured ones: shift and wobble in pixels at 1024, scale and gain as shares, cast in levels.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tests.sandbox.painter.textures import noise


@dataclass(frozen=True)
class Level:
    shift: tuple[float, float]
    scale: float
    wobble: float
    cast: float
    gain: float
    blur: float
    grain: float


LEVELS = {
    "none": Level((0, 0), 0, 0, 0, 0, 0, 0),
    "low": Level((0.3, 0.8), 0.002, 0.25, 2, 0.01, 0.35, 0.8),
    "medium": Level((0.5, 2.0), 0.006, 0.5, 3, 0.02, 0.55, 1.4),
    "high": Level((1.0, 3.0), 0.010, 1.2, 5, 0.04, 0.7, 2.2),
    "severe": Level((3.0, 7.0), 0.015, 2.5, 8, 0.06, 0.9, 3.5),
}


def drifted(image: Image.Image, level: str, seed: int) -> Image.Image:
    chosen = LEVELS.get(level, LEVELS["medium"])
    if chosen == LEVELS["none"]:
        return image
    rng = np.random.default_rng(seed & 0x7FFFFFFF)
    moved = _moved(image.convert("RGB"), chosen, rng, seed)
    soft = moved.filter(ImageFilter.GaussianBlur(chosen.blur * min(image.size) / 1024))
    return _toned(soft, chosen, rng, seed)


def _moved(image: Image.Image, level: Level, rng: np.random.Generator, seed: int) -> Image.Image:
    """Shift, scale and local wobble in one mesh, so that pixels are resampled once."""
    w, h = image.size
    unit = min(w, h) / 1024
    angle, far = rng.random() * 2 * np.pi, rng.uniform(*level.shift) * unit
    scale = 1 + level.scale * rng.uniform(0.5, 1.0) * rng.choice((-1, 1))
    cells = 24
    xs, ys = np.linspace(0, w, cells + 1), np.linspace(0, h, cells + 1)
    grid = noise((cells + 1, cells + 1), 7, seed + 1), noise((cells + 1, cells + 1), 7, seed + 2)
    gx, gy = np.meshgrid(xs, ys)
    sx = (gx - w / 2) * scale + w / 2 + far * np.cos(angle) + grid[0] * level.wobble * unit * 1.4
    sy = (gy - h / 2) * scale + h / 2 + far * np.sin(angle) + grid[1] * level.wobble * unit * 1.4
    pad = int(np.ceil(level.shift[1] * unit + level.scale * max(w, h) + 4 * level.wobble * unit + 4))
    wide = Image.fromarray(np.pad(np.asarray(image), ((pad, pad), (pad, pad), (0, 0)), mode="edge"))
    mesh = [
        ((round(xs[i]), round(ys[j]), round(xs[i + 1]), round(ys[j + 1])), _quad(sx + pad, sy + pad, i, j))
        for j in range(cells)
        for i in range(cells)
    ]
    return wide.transform((w, h), Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def _quad(sx: NDArray[np.floating], sy: NDArray[np.floating], i: int, j: int) -> tuple[float, ...]:
    corners = ((j, i), (j + 1, i), (j + 1, i + 1), (j, i + 1))
    return tuple(float(v) for a, b in corners for v in (sx[a, b], sy[a, b]))


def _toned(image: Image.Image, level: Level, rng: np.random.Generator, seed: int) -> Image.Image:
    cast = rng.uniform(-1, 1, 3)
    cast *= level.cast / max(1e-3, float(np.abs(cast).max()))
    gain = 1 + level.gain * rng.uniform(0.5, 1.0) * rng.choice((-1, 1))
    pixels = np.asarray(image, dtype=np.float32) * gain + cast.astype(np.float32)
    texture = (
        noise(image.size, min(image.size) // 5, seed + 3) * 0.7
        + noise(image.size, min(image.size) // 2, seed + 4) * 0.6
    )
    pixels += (texture * level.grain)[..., None]
    return Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))
