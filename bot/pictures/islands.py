"""Connected parts of a mask: runs of each row are joined with those of the row above, so that NumPy is enough."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]


def islands(mask: Mask, *, corners: bool = True) -> tuple[Labels, int]:
    """Labels of the shape of `mask` (0 = not in it, then 1 to n), and n. `corners`: diagonal neighbours touch."""
    runs = _runs(mask)
    if not len(runs):
        return np.zeros(mask.shape, np.int32), 0
    roots = _joined(runs, mask.shape[1], corners=corners)
    names, numbers = np.unique(roots, return_inverse=True)
    marks = np.zeros((mask.shape[0], mask.shape[1] + 1), np.int32)
    rows, starts, ends = runs.T
    np.add.at(marks, (rows, starts), numbers + 1)
    np.add.at(marks, (rows, ends), -(numbers + 1))
    return np.cumsum(marks, axis=1, dtype=np.int32)[:, :-1], len(names)


def areas(labels: Labels, count: int) -> NDArray[np.int64]:
    """Pixels of each part; place 0 is what lies outside of all."""
    return np.bincount(labels.ravel(), minlength=count + 1)


def enclosed(walls: Mask) -> Mask:
    """What lies inside closed walls: not wall, and without a way to the edge of the picture."""
    labels, _ = islands(~walls, corners=False)
    outside = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    inside: Mask = (labels > 0) & ~np.isin(labels, outside)
    return inside


def _runs(mask: Mask) -> NDArray[np.int64]:
    """(row, start, end) of every horizontal run, in reading order; `end` is one past it."""
    steps = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    return np.stack([rows, starts, ends], axis=1)


def _joined(runs: NDArray[np.int64], width: int, *, corners: bool) -> NDArray[np.int64]:
    """The smallest run of each part, for every run: neighbours are found by search, then the least label spreads."""
    rows, starts, ends = runs.T
    wide = width + 2
    sides: tuple[Literal["left", "right"], Literal["left", "right"]] = (
        ("left", "right") if corners else ("right", "left")
    )
    first = np.searchsorted(rows * wide + ends, (rows - 1) * wide + starts, side=sides[0])
    last = np.searchsorted(rows * wide + starts, (rows - 1) * wide + ends, side=sides[1])
    counts = np.maximum(last - first, 0)
    below = np.repeat(np.arange(len(rows)), counts)
    above = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(first, counts)
    roots = np.arange(len(rows))
    while True:
        lower = np.minimum(roots[above], roots[below])
        before = roots.copy()
        np.minimum.at(roots, roots[above], lower)
        np.minimum.at(roots, roots[below], lower)
        roots = roots[roots]
        if np.array_equal(before, roots):
            return roots
