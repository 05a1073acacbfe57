"""Connected parts of a mask: labelled run by run, so that NumPy and a short loop over rows are enough."""

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]


def islands(mask: Mask, *, corners: bool = True) -> tuple[Labels, int]:
    """Labels of the shape of `mask` (0 = not in it, then 1 to n), and n. `corners`: diagonal neighbours touch."""
    runs = _runs(mask)
    if not len(runs):
        return np.zeros(mask.shape, np.int32), 0
    roots = _joined(runs, 1 if corners else 0)
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


def _joined(runs: NDArray[np.int64], reach: int) -> NDArray[np.int64]:
    """For each run the number of the first run that it is connected with."""
    above, parents = 0, list(range(len(runs)))
    table = runs.tolist()

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for index, (row, start, end) in enumerate(table):
        while table[above][0] < row - 1 or (table[above][0] == row - 1 and table[above][2] + reach <= start):
            above += 1
        other = above
        while table[other][0] == row - 1 and table[other][1] < end + reach:
            parents[max(root(index), root(other))] = min(root(index), root(other))
            other += 1
    return np.array([root(index) for index in range(len(table))])
