"""Parent and answer on one small grid, with the model's drift taken out: place, wobble, tone and sharpness."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.pictures.lock.changes import opponent
from bot.pictures.lock.colour import Tone, softened_alike, tone_between, unclipped
from bot.pictures.lock.flow import wobble
from bot.pictures.lock.registration import registered
from bot.pictures.lock.smoothing import Field, blur, shrink
from bot.pictures.lock.warp import CELL, Affine, bilinear, drawn_through

WORKING_SIDE = 640  # at most, of a square of the same area; more finds no more and takes longer
FLOW_GRID = 2


@dataclass(frozen=True)
class Aligned:
    """Fields are channels first, on a grid `factor` times smaller than the pictures.

    `parent`: as it is. `softened`: as soft as the answer, in luma and colour differences. `answer`: placed and toned
    like the parent. `usable`: 1 where the answer shows that place at all. `affine` and `flow` (2, rows, columns) say
    where things lie, in pixels of their own grids.
    """

    factor: int
    parent: Field
    softened: Field
    answer: Field
    usable: Field
    affine: Affine
    flow: Field
    tone: Tone


def factor_for(width: int, height: int) -> int:
    return math.ceil(math.sqrt(width * height) / WORKING_SIDE)


def aligned(parent: Image.Image, answer: Image.Image) -> Aligned:
    """Both RGB and of one size."""
    factor = factor_for(*parent.size)
    old, given = parent.reduce(factor), answer.reduce(factor)
    affine = registered(old.convert("L"), given.convert("L"))
    wanted, usable = channels(old), _usable(affine)
    placed = channels(drawn_through(given, affine, np.zeros((2, *_corners(old.size)), np.float32)))
    tone = tone_between(wanted, placed, usable)
    flow = wobble(_halved(wanted), _halved(tone.applied(placed)), shrink(usable, FLOW_GRID, 1.0))
    placed = channels(drawn_through(given, affine, at_corners(flow, old.size, FLOW_GRID)))
    tone = tone_between(wanted, placed, usable)
    toned = unclipped(wanted, placed, tone.applied(placed))
    softened = softened_alike(opponent(wanted), opponent(toned), usable)
    return Aligned(factor, wanted, softened, toned, usable, affine, flow, tone)


def at_corners(flow: Field, size: tuple[int, int], scale: float) -> Field:
    """The flow, which is on a grid `scale` times smaller than a picture of `size`, at the corners of its mesh."""
    rows, columns = _corners(size)
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    return bilinear(flow, x * CELL / scale - 0.5, y * CELL / scale - 0.5) * np.float32(scale)


def channels(picture: Image.Image) -> Field:
    pixels: NDArray[np.float32] = np.asarray(picture, np.float32)
    return np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _corners(size: tuple[int, int]) -> tuple[int, int]:
    return -(-size[1] // CELL) + 1, -(-size[0] // CELL) + 1


def _halved(field: Field) -> Field:
    return blur(shrink(opponent(field), FLOW_GRID, 0.9), 0.7)


def _usable(affine: Affine) -> Field:
    y, x = np.mgrid[: affine.height, : affine.width]
    u, v = affine.at(x, y)
    inside = (u > 1) & (u < affine.width - 2) & (v > 1) & (v < affine.height - 2)
    return inside.astype(np.float32)
