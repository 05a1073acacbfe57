"""What the receipt says and shows: boxes, measures, and the map for Compare."""

import numpy as np
from numpy.typing import NDArray

from bot.pictures.lock.alignment import Aligned
from bot.pictures.lock.decision import mean_shift
from bot.pictures.lock.decoding import encoded
from bot.pictures.lock.parts import Mask, Parts, grown
from bot.pictures.lock.receipt import Box, Receipt

ORANGE = np.array((255, 96, 32), np.float32)
MOST_BOXES = 12


def drift_of(found: Aligned) -> Receipt:
    """Only what the model did to the whole picture."""
    affine, half = found.affine, min(found.affine.width, found.affine.height) / 2
    flow = np.hypot(*found.flow) * 2 * found.factor
    red, green, blue = (round(float(value), 1) for value in mean_shift(found))
    return Receipt(
        shift=round(affine.farthest() * found.factor, 2),
        scale=round(1 + float(affine.shares[1] + affine.shares[5]) / 2 / half, 4),
        wobble=round(float(np.quantile(flow, 0.95)), 2),
        colour=(red, green, blue),
    )


def boxes_of(parts: Parts, factor: int, size: tuple[int, int], rim: int) -> tuple[Box, ...]:
    """Around the parts and their seams, the largest first; many small ones share the last."""
    order = np.argsort(parts.areas[1:])[::-1] + 1
    groups = [[int(label)] for label in order[: MOST_BOXES - 1]]
    if len(order) >= MOST_BOXES:
        groups.append([int(label) for label in order[MOST_BOXES - 1 :]])
    return tuple(_box(np.isin(parts.labels, group), factor, size, rim) for group in groups)


def _box(mask: Mask, factor: int, size: tuple[int, int], rim: int) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return Box(
        max(0, (int(columns[0]) - rim) * factor),
        max(0, (int(rows[0]) - rim) * factor),
        min(size[0], (int(columns[-1]) + 1 + rim) * factor),
        min(size[1], (int(rows[-1]) + 1 + rim) * factor),
    )


def change_map(found: Aligned, region: Mask) -> bytes:
    """The parent, pale and grey, with the changed parts in orange inside a hard outline."""
    pale: NDArray[np.float32] = found.parent.mean(axis=0)[..., None] * 0.45 + 140
    colour = pale * 0.55 + ORANGE * 0.45
    outline = grown(region, 2) & ~region
    shown = np.where(outline[..., None], ORANGE, np.where(region[..., None], colour, np.repeat(pale, 3, axis=2)))
    return encoded(shown.clip(0, 255).astype(np.uint8))
