"""Pictures with shading, texture and grain, painted from random fields. All take dice and width, height."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from tests.made.fields import Dice, Pixels, as_pixels, fractal, grain, smooth

Size = tuple[int, int]


def landscape(dice: Dice, size: Size) -> Pixels:
    """Sky with clouds, three ridges of hills, a meadow."""
    down = _down(size)
    sky = _between((90, 140, 210), (225, 230, 235), down * 1.6)
    clouds = (fractal(dice, size, 3) + 0.1).clip(0, 1)[..., None]
    picture = sky * (1 - clouds * 0.7) + 250 * clouds * 0.7
    for index, shade in enumerate(((120, 140, 165), (70, 100, 85), (60, 95, 40))):
        ridge = 0.42 + 0.16 * index + 0.09 * smooth(dice, (size[0], 64), 2 + index)[32]
        below = np.clip((down[..., 0] - ridge[None, :]) * size[1] / 2, 0, 1)[..., None]
        texture = fractal(dice, size, 14, 5)[..., None] * (10 + 16 * index)
        picture = picture * (1 - below) + (np.array(shade) + texture) * below
    return grain(dice, picture, 3)


def still_life(dice: Dice, size: Size) -> Pixels:
    """Fruit on a wooden table before a soft wall."""
    width, height = size
    wood = fractal(dice, (max(8, width // 12), height), 10, 5)
    planks = np.asarray(Image.fromarray(wood).resize(size, Image.Resampling.BICUBIC))[..., None]
    down = _down(size)
    wall = _between((120, 110, 105), (185, 175, 160), down * 2) + fractal(dice, size, 3, 3)[..., None] * 6
    table = np.array((140, 92, 52)) + planks * 34 + fractal(dice, size, 40, 4)[..., None] * 8
    picture = np.where(down > 0.55, table, wall)
    for _ in range(6):
        colour = dice.uniform((120, 30, 20), (240, 190, 70))
        centre = dice.uniform(0.15, 0.85) * width, dice.uniform(0.5, 0.8) * height
        picture = _ball(picture, centre, float(dice.uniform(0.06, 0.13)) * min(size), colour)
    return grain(dice, picture, 2.5)


def night(dice: Dice, size: Size) -> Pixels:
    """A dark town: lit windows, a lamp's glow, stars, sensor noise."""
    width, height = size
    picture = _between((6, 8, 20), (26, 24, 40), _down(size)) + fractal(dice, size, 3, 3)[..., None] * 3
    image = Image.fromarray(as_pixels(picture))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = dice.uniform(0, width), dice.uniform(0, height * 0.4)
        draw.ellipse((x, y, x + width / 500, y + width / 500), fill=(200, 200, 220))
    left = 0.0
    while left < width:
        wide, top = dice.uniform(0.06, 0.14) * width, dice.uniform(0.35, 0.7) * height
        draw.rectangle((left, top, left + wide, height), fill=tuple(int(v) for v in dice.integers(8, 30, 3)))
        _windows(draw, dice, (left, top, left + wide, height))
        left += wide
    glow = image.filter(ImageFilter.GaussianBlur(width / 60))
    lit = np.asarray(image, np.float32) + np.asarray(glow, np.float32) * 0.8
    return grain(dice, lit, 4)


def snapshot(dice: Dice, size: Size) -> Pixels:
    """High ISO indoors: soft shapes under heavy colour noise."""
    base = np.stack([fractal(dice, size, 3, 4) * 60 + 110 for _ in range(3)], axis=-1)
    common = fractal(dice, size, 4, 5)[..., None] * 70
    picture = base * 0.5 + 60 + common
    for _ in range(5):
        centre = dice.uniform(0, size[0]), dice.uniform(0, size[1])
        picture = _ball(picture, centre, float(dice.uniform(0.05, 0.18)) * min(size), dice.uniform(30, 220, 3))
    return as_pixels(grain(dice, picture, 9) + dice.normal(0, 5, (size[1], size[0], 3)))


def gravel(dice: Dice, size: Size) -> Pixels:
    """One texture in one hue from edge to edge."""
    stones = np.abs(fractal(dice, size, 24, 4)) * 120 + fractal(dice, size, 90, 3) * 40
    light = smooth(dice, size, 2)[..., None] * 14
    return grain(dice, np.array((120, 112, 100)) + (stones[..., None] - 20) * (1.0, 0.96, 0.9) + light, 4)


def portrait(dice: Dice, size: Size) -> Pixels:
    """A head and shoulders with soft skin, hair strands and a blurred background."""
    width, height = size
    back = np.stack([fractal(dice, size, 2, 2) * 40 + level for level in dice.uniform(60, 160, 3)], axis=-1)
    picture = _blob(back, (0.5 * width, 1.1 * height), (0.42 * width, 0.36 * height), dice.uniform(30, 140, 3))
    skin = np.array((214, 168, 140)) * dice.uniform(0.6, 1.08)
    picture = _blob(picture, (0.5 * width, 0.36 * height), (0.22 * width, 0.3 * height), skin * 0.3)
    picture = _blob(picture, (0.5 * width, 0.42 * height), (0.17 * width, 0.24 * height), skin)
    for side in (-1, 1):
        eye = (0.5 + side * 0.07) * width, 0.39 * height
        picture = _blob(picture, eye, (0.025 * width, 0.012 * height), np.array((240, 238, 235)))
        picture = _blob(picture, eye, (0.010 * width, 0.012 * height), np.array((40, 30, 25)))
    picture = _blob(picture, (0.5 * width, 0.54 * height), (0.06 * width, 0.014 * height), np.array((170, 80, 80)))
    strands = np.asarray(Image.fromarray(fractal(dice, (width, max(8, height // 14)), 60, 3)).resize(size))[..., None]
    hair = ((0.36 - _down(size)) * 6).clip(0, 1)
    return grain(dice, picture + strands * hair * 26, 2)


def product(dice: Dice, size: Size) -> Pixels:
    """A bottle on plain white with a soft shadow: large flat parts at the top of the range."""
    width, height = size
    picture = np.full((height, width, 3), 254.0) - (_down(size) - 0.75).clip(0, 1) * 30
    x = dice.uniform(0.4, 0.6) * width
    picture = _blob(picture, (x, 0.84 * height), (0.2 * width, 0.03 * height), np.array((190, 190, 195)), soft=0.9)
    glass = dice.uniform(30, 200, 3)
    for top, half in ((0.32, 0.1), (0.2, 0.035)):
        across = (np.arange(width) - x) / (half * width)
        inside = ((np.abs(across) < 1)[None, :] & (_down(size)[..., 0] > top) & (_down(size)[..., 0] < 0.83))[..., None]
        shade = (0.75 + 0.5 * np.exp(-((across + 0.4) ** 2) * 18) - 0.3 * across**2)[None, :, None]
        picture = np.where(inside, (glass * shade).clip(0, 255), picture)
    return grain(dice, picture, 0.8)


def _down(size: Size) -> NDArray[np.floating]:
    return np.repeat(np.linspace(0, 1, size[1])[:, None, None], size[0], axis=1)


def _between(top: tuple[int, ...], bottom: tuple[int, ...], share: NDArray[np.floating]) -> NDArray[np.floating]:
    share = share.clip(0, 1)
    return np.asarray(np.array(top) * (1 - share) + np.array(bottom) * share, np.float64)


def _blob(
    picture: NDArray[np.floating],
    centre: tuple[float, float],
    radii: tuple[float, float],
    colour: NDArray[np.floating],
    soft: float = 0.06,
) -> NDArray[np.floating]:
    """An ellipse with rounded shading and a soft rim."""
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]]
    u, v = (x - centre[0]) / radii[0], (y - centre[1]) / radii[1]
    away = np.sqrt(u * u + v * v)
    inside = ((1 - away) / soft).clip(0, 1)[..., None]
    shade = (1.06 - 0.22 * (u * 0.5 + v * 0.5 + 0.3 * away))[..., None]
    return np.asarray(picture * (1 - inside) + (colour * shade) * inside, np.float64)


def _ball(
    picture: NDArray[np.floating], centre: tuple[float, float], radius: float, colour: NDArray[np.floating]
) -> NDArray[np.floating]:
    under = centre[0] + radius * 0.25, centre[1] + radius * 0.85
    shaded = _blob(picture, under, (radius * 1.2, radius * 0.35), picture.mean((0, 1)) * 0.45, soft=0.9)
    ball = _blob(shaded, centre, (radius, radius), colour)
    spot = centre[0] - radius * 0.35, centre[1] - radius * 0.4
    return _blob(ball, spot, (radius * 0.22, radius * 0.18), (colour + 90).clip(0, 255), soft=0.8)


def _windows(draw: ImageDraw.ImageDraw, dice: Dice, house: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = house
    step = (right - left) / 5
    for column in range(4):
        for row in range(int((bottom - top) / step)):
            if dice.random() < 0.4:
                x, y = left + step * (column + 0.7), top + step * (row + 0.4)
                warm = int(dice.integers(130, 255))
                draw.rectangle((x, y, x + step * 0.5, y + step * 0.5), fill=(warm, int(warm * 0.8), int(warm * 0.45)))
