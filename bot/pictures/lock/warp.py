"""Where each pixel of the parent lies in the answer: an affine map and a smooth flow, and pictures drawn through it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.pictures.lock.smoothing import Field

IDENTITY = np.zeros(6)
Points = NDArray[np.floating] | NDArray[np.signedinteger]
CELL = 16


@dataclass(frozen=True)
class Affine:
    """Displacement in pixels of a grid: `shares` are those of 1, X, Y in x, then in y; X and Y from about -1 to 1."""

    shares: NDArray[np.float64]
    width: int
    height: int

    def at(self, x: Points, y: Points) -> tuple[Field, Field]:
        """Where these points of the parent lie in the answer."""
        u, v = self.unit(x, y)
        a = self.shares
        return np.asarray(x + a[0] + a[1] * u + a[2] * v, np.float32), np.asarray(
            y + a[3] + a[4] * u + a[5] * v, np.float32
        )

    def unit(self, x: Points, y: Points) -> tuple[Field, Field]:
        half = min(self.width, self.height) / 2
        u, v = (x - (self.width - 1) / 2) / half, (y - (self.height - 1) / 2) / half
        return np.asarray(u, np.float32), np.asarray(v, np.float32)

    def farthest(self) -> float:
        """The largest displacement of a corner, in pixels."""
        x = np.array((0, self.width - 1, 0, self.width - 1), np.float32)
        y = np.array((0, 0, self.height - 1, self.height - 1), np.float32)
        u, v = self.at(x, y)
        return float(np.hypot(u - x, v - y).max())

    def resized(self, width: int, height: int) -> "Affine":
        return Affine(self.shares * (min(width, height) / min(self.width, self.height)), width, height)


def bilinear(field: Field, x: Field, y: Field) -> Field:
    """Values at points between pixels; outside, the nearest edge. `field` may have leading axes."""
    height, width = field.shape[-2:]
    x, y = x.clip(0, width - 1.001), y.clip(0, height - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    dx, dy = x - left, y - top
    flat = field.reshape(*field.shape[:-2], height * width)
    at = top * width + left
    upper = flat[..., at] * (1 - dx) + flat[..., at + 1] * dx
    lower = flat[..., at + width] * (1 - dx) + flat[..., at + width + 1] * dx
    return np.asarray(upper * (1 - dy) + lower * dy, np.float32)


def drawn_through(
    answer: Image.Image, affine: Affine, flow: Field, cells: NDArray[np.bool_] | None = None
) -> Image.Image:
    """The answer as it lies on the parent: bicubic, once, from an edge-padded copy.

    `affine` is in pixels of `answer`; `flow` (2, rows, columns) too, at the corners of cells of `CELL` pixels.
    `cells` (rows - 1, columns - 1): only these are drawn, the rest stays black.
    """
    width, height = answer.size
    rows, columns = flow.shape[1] - 1, flow.shape[2] - 1
    x, y = np.meshgrid(np.arange(columns + 1) * float(CELL), np.arange(rows + 1) * float(CELL))
    u, v = affine.at(x - 0.5, y - 0.5)
    pad = 8 + int(np.ceil(min(max(affine.farthest(), float(np.abs(flow).max())) * 2, 0.1 * max(width, height))))
    corners = np.stack((u + flow[0] + 0.5 + pad, v + flow[1] + 0.5 + pad), axis=-1)
    quads = np.concatenate((corners[:-1, :-1], corners[1:, :-1], corners[1:, 1:], corners[:-1, 1:]), axis=-1)
    wanted = np.argwhere(np.ones((rows, columns), bool) if cells is None else cells)
    mesh = [
        ((i * CELL, j * CELL, (i + 1) * CELL, (j + 1) * CELL), tuple(quads[j, i].tolist())) for j, i in wanted.tolist()
    ]
    wide = Image.fromarray(
        np.pad(np.asarray(answer), ((pad, pad), (pad, pad), *((0, 0),) * (answer.im.bands > 1)), "edge")
    )
    drawn = wide.transform((columns * CELL, rows * CELL), Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)
    return drawn.crop((0, 0, width, height))
