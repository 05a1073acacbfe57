"""How far a picture differs from another one beyond what a wobble of a pixel or two explains.

A value counts only as far as it lies outside the range of the other picture's neighbourhood: edges that moved a little
and a grain that was redrawn are no difference.
"""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.float32]
Levels = NDArray[np.uint8]


def beyond(original: Levels, after: Pixels, reach: int) -> Pixels:
    """Euclidean distance in levels, per pixel; `reach` in pixels; both height x width x 3."""
    low, high = original, original
    for axis in (0, 1):
        low, high = _extreme(low, np.minimum, axis, reach), _extreme(high, np.maximum, axis, reach)
    outside = np.maximum(np.maximum(low - after, after - high), 0)
    distance: Pixels = np.sqrt(np.einsum("ijk,ijk->ij", outside, outside))
    return distance


def _extreme(levels: Levels, choose: np.ufunc, axis: int, reach: int) -> Levels:
    """The least or greatest value along one axis; the edges of the picture go on."""
    wide = np.pad(levels, [(reach, reach) if place == axis else (0, 0) for place in range(3)], mode="edge")
    size = levels.shape[axis]
    found = levels
    for shift in range(2 * reach + 1):
        part = wide[shift : shift + size] if axis == 0 else wide[:, shift : shift + size]
        found = choose(found, part)
    return found
