"""Grain, paper, edges and dots: the surfaces that styles are made of. All are fixed by their seed."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

Field = NDArray[np.float32]


def noise(size: tuple[int, int], cells: int, seed: int) -> Field:
    """Smooth noise from -1 to 1 with about `cells` bumps along the short side."""
    w, h = size
    step = max(1.0, min(w, h) / max(2, cells))
    rng = np.random.default_rng(seed & 0x7FFFFFFF)
    coarse = rng.random((max(2, round(h / step)), max(2, round(w / step))), dtype=np.float32) * 255
    image = Image.fromarray(coarse.astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(image, dtype=np.float32) / 127.5 - 1


def tinted(image: Image.Image, levels: NDArray[np.floating]) -> Image.Image:
    """Every channel raised by a field of levels."""
    pixels = np.asarray(image, dtype=np.float32) + np.asarray(levels, dtype=np.float32)[..., None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def grain(image: Image.Image, strength: float, seed: int) -> Image.Image:
    return tinted(image, noise(image.size, min(image.size) // 2, seed) * strength)


def vignette(image: Image.Image, strength: float) -> Image.Image:
    w, h = image.size
    x, y = np.linspace(-1, 1, 64)[None, :], np.linspace(-1, 1, 64)[:, None]
    shade = 255 * (1 - strength * np.clip((x * x + y * y) / 2 - 0.12, 0, 1) ** 1.2)
    mask = Image.fromarray(shade.astype(np.uint8)).resize((w, h), Image.Resampling.BICUBIC)
    return ImageChops.multiply(image, Image.merge("RGB", (mask, mask, mask)))


def multiply(image: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.multiply(image, other.convert("RGB"))


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """A wide blur at a quarter of the size: nobody sees the difference, and it takes a tenth of the time."""
    small = image.resize((max(2, image.width // 4), max(2, image.height // 4)), Image.Resampling.BOX)
    return small.filter(ImageFilter.GaussianBlur(radius / 4)).resize(image.size, Image.Resampling.BICUBIC)


def edges(image: Image.Image, least: int = 12) -> Image.Image:
    """Where colours differ by more than `least`, as white lines on black; clean because the drawing beneath is flat."""
    pixels = np.asarray(image, dtype=np.int16)
    across = np.zeros(pixels.shape[:2], dtype=np.int16)
    across[:, 1:] = np.abs(pixels[:, 1:] - pixels[:, :-1]).max(axis=2)
    down = np.zeros_like(across)
    down[1:, :] = np.abs(pixels[1:] - pixels[:-1]).max(axis=2)
    return Image.fromarray(np.clip((np.maximum(across, down) - least) * 10, 0, 255).astype(np.uint8))


def penned(image: Image.Image, width: int, least: int) -> Image.Image:
    """Ink lines as a pen draws them: small spots are left out, and lines thin where they crowd, as in faces."""
    lines = edges(image, least)
    bold = lines.filter(ImageFilter.MaxFilter(width * 2 - 1)).filter(ImageFilter.GaussianBlur(0.6))
    crowd = blurred(lines, 7).point(lambda v: min(255, max(0, (v - 50) * 8)))
    return Image.composite(lines, bold, crowd)


def dots(size: tuple[int, int], grey: Image.Image, pitch: float, *, kind: str, low: int) -> Image.Image:
    """Halftone dots or hatching where the picture is darker than `low`."""
    w, h = size
    x, y = np.arange(w, dtype=np.float32)[None, :], np.arange(h, dtype=np.float32)[:, None]
    u, v = (x + y) / pitch, (x - y) / pitch
    wave = (np.sin(u * np.pi) + np.sin(v * np.pi)) / 2 if kind == "dots" else np.sin(u * np.pi * 0.9) + 0.0 * v
    dark = np.clip((low - np.asarray(grey, dtype=np.float32)) / low, 0, 1)
    cover = np.clip((wave - 0.75 + dark * 1.5) * 5, 0, 1) * (dark > 0.02)
    return Image.fromarray((cover * (255 if kind == "dots" else 105)).astype(np.uint8))


def warped(image: Image.Image, reach: float, cells: int, seed: int) -> Image.Image:
    """Edges that wander by about `reach` pixels."""
    w, h = image.size
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    u = np.clip(x + noise(image.size, cells, seed + 21) * reach, 0, w - 1).astype(np.intp)
    v = np.clip(y + noise(image.size, cells, seed + 22) * reach, 0, h - 1).astype(np.intp)
    return Image.fromarray(np.asarray(image)[v, u])
