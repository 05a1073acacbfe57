"""The answer's pixels inside the region, the parent's own elsewhere, and a seam that does not show.

What is still different around the region, in tone and light, is carried into it (a membrane: cheaper than Poisson, and
as good once the two are aligned), and the seam is a ramp of a few pixels.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bot.pictures.lock.alignment import FLOW_GRID, Aligned, at_corners
from bot.pictures.lock.flow import filled_in
from bot.pictures.lock.parts import Mask, grown
from bot.pictures.lock.smoothing import Field, blur, highest, lowest, shrink
from bot.pictures.lock.warp import CELL, drawn_through

RAMP = 0.9  # pixels of the working grid
REACH = 7  # no seam reaches farther
MEMBRANE_GRID = 4
MOST_LEFT_OVER = 14.0  # levels; more than that is a change, not a seam
STEPS = 8  # of a level
WOBBLE, SOFTER = 7, 4  # levels, and a share of the local range
VOTERS = 2  # pixels around
MOST, FEWEST = 252.0, 205.0  # of 255 votes that a place is the same


def seam(region: Mask) -> Field:
    """0 to 1 on the working grid: 1 in the whole region, then a short ramp."""
    near = blur(region.astype(np.float32), RAMP)
    return np.asarray(np.maximum(((near - 0.02) / 0.3).clip(0, 1), region), np.float32)


def at_full_size(share: Field, size: tuple[int, int]) -> NDArray[np.uint8]:
    small = Image.fromarray((share * 255 + 0.5).astype(np.uint8))
    return np.asarray(_enlarged(small, size, Image.Resampling.BICUBIC), np.uint8)


def composed(
    parent: NDArray[np.uint8], answer: Image.Image, found: Aligned, region: Mask, share: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """The answer as it lies on the parent, in place and tone, where `share` is not 0; the parent elsewhere.

    `parent` (height, width, bands); `answer` of its size and bands; `share` (height, width).
    """
    height, width, bands = parent.shape
    wide = grown(region, 2)
    flow = filled_in(found.flow, shrink(1 - grown(region, 8).astype(np.float32), FLOW_GRID, 0.8))
    corners = at_corners(flow, (width, height), FLOW_GRID * found.factor)
    placed = drawn_through(answer, found.affine.resized(width, height), corners, _touched(share))
    left_over = np.asarray(_enlarged(_membrane(found, wide), (width, height), Image.Resampling.BILINEAR))
    inside = np.flatnonzero(share)
    new = np.asarray(placed).reshape(-1, bands)[inside].astype(np.float32)
    carried = (left_over.reshape(-1, 3)[inside].astype(np.float32) - 128) / STEPS
    new[:, :3] = new[:, :3] @ found.tone.matrix.T + found.tone.offset + carried
    result = parent.copy()
    result.reshape(-1, bands)[inside] = (new + 0.5).clip(0, 255).astype(np.uint8)
    return result


def without_the_same(
    parent: NDArray[np.uint8], new: NDArray[np.uint8], share: NDArray[np.uint8], shifted: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """`share`, but 0 where a pixel and all around it are the parent's within a pixel's wobble and some softness.

    That is the redrawn ground between letters, and the rim. `shifted` is above 127 where the tone as a whole is
    another, which ranges of values cannot see.
    """
    rows, columns = (np.flatnonzero(share.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return share
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    old, drawn = (np.ascontiguousarray(pixels[part][..., :3].transpose(2, 0, 1)) for pixels in (parent, new))
    low, high = lowest(old), highest(old)
    give = (high - low) // SOFTER + WOBBLE
    same = _between(drawn, low, high, give) & _between(old, lowest(drawn), highest(drawn), give)
    votes = Image.fromarray(same.all(axis=0).astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(VOTERS))
    differs = ((MOST - np.asarray(votes, np.float32)) / (MOST - FEWEST)).clip(0, 1)
    kept = share.copy()
    kept[part] = np.where(shifted[part] > 127, share[part], share[part] * differs)
    return kept


def blended(parent: NDArray[np.uint8], new: NDArray[np.uint8], share: NDArray[np.uint8]) -> NDArray[np.uint8]:
    bands = parent.shape[2]
    inside = np.flatnonzero(share)
    old, drawn = (pixels.reshape(-1, bands)[inside].astype(np.float32) for pixels in (parent, new))
    weight = share.ravel()[inside, None].astype(np.float32) / 255
    result = parent.copy()
    result.reshape(-1, bands)[inside] = (old + (drawn - old) * weight + 0.5).astype(np.uint8)
    return result


def _between(
    values: NDArray[np.uint8], low: NDArray[np.uint8], high: NDArray[np.uint8], give: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Unsigned differences wrap, so each is taken where it is not negative."""
    above = np.where(values > high, values - high, 0)
    below = np.where(values < low, low - values, 0)
    return np.asarray((above <= give) & (below <= give))


def _membrane(found: Aligned, wide: Mask) -> Image.Image:
    """What is left over around the region, filled into it, as a picture of levels x STEPS + 128."""
    left = (found.parent - found.answer).clip(-MOST_LEFT_OVER, MOST_LEFT_OVER) * (found.usable * ~wide)
    weight = shrink(found.usable * ~wide, MEMBRANE_GRID, 3.0)
    small = shrink(left, MEMBRANE_GRID, 3.0) / (weight + 1e-3)
    filled = filled_in(small, np.minimum(weight, 1) ** 2)
    levels = (filled * STEPS + 128.5).clip(0, 255).astype(np.uint8)
    return Image.fromarray(np.ascontiguousarray(levels.transpose(1, 2, 0)))


def _touched(share: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Cells of the mesh that hold any of the region."""
    height, width = share.shape
    rows, columns = -(-height // CELL), -(-width // CELL)
    padded = np.zeros((rows * CELL, columns * CELL), bool)
    padded[:height, :width] = share > 0
    return np.asarray(padded.reshape(rows, CELL, columns, CELL).any(axis=(1, 3)))


def _enlarged(small: Image.Image, size: tuple[int, int], how: Image.Resampling) -> Image.Image:
    """By the whole factor that it was made smaller by; the last cell of a row may be cut off."""
    factor = -(-size[0] // small.width)
    box = (0, 0, size[0] / factor, size[1] / factor)
    return small.resize(size, how, box=box)
