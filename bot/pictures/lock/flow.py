"""The small wobble that is left after registration: Lucas and Kanade with Gaussian windows, two scales of them.

It is smooth on purpose (about 2 % of the side): it follows how the model redrew the frame, never an edit.
"""

import numpy as np

from bot.pictures.lock.smoothing import Field, blur, shrink, spread
from bot.pictures.lock.warp import bilinear

ROUNDS = 4
GRID = 2  # the flow is solved on every second pixel
NEAR, FAR = 4.0, 14.0  # windows, in points of that grid
FAR_COUNTS = 0.08
DAMPING = 6.0
FARTHEST = 0.007  # of the short side
TUKEY = 4.685


def wobble(parent: Field, answer: Field, usable: Field) -> Field:
    """Displacement (2, height, width) in pixels, added to the place in `answer`.

    `parent` and `answer` (channels, height, width), aligned already; edges between colours of one lightness count too.
    """
    height, width = usable.shape
    y, x = (np.asarray(axis, np.float32) for axis in np.mgrid[:height, :width])
    dy, dx = (np.asarray(gradient, np.float32) for gradient in np.gradient(parent, axis=(1, 2)))
    doubt = np.hypot(2.0, 0.5 * np.hypot(dx, dy))
    flow = np.zeros((2, height, width), np.float32)
    limit = FARTHEST * min(height, width)
    for _ in range(ROUNDS):
        apart = bilinear(answer, x + flow[0], y + flow[1]) - parent
        step = _step(dx, dy, apart, _trust(apart, doubt) * usable)
        flow = (flow + spread(step, height, width)).clip(-limit, limit)
    return flow


def _trust(apart: Field, doubt: Field) -> Field:
    error = (apart - np.median(apart)) / doubt
    scale = max(0.5, 1.4826 * float(np.median(np.abs(error))))
    return np.asarray(np.maximum(1 - (error / (TUKEY * scale)) ** 2, 0) ** 2 / doubt**2, np.float32)


def _step(dx: Field, dy: Field, apart: Field, weights: Field) -> Field:
    """Solves the two by two systems of all windows at once."""
    heavy_x, heavy_y = dx * weights, dy * weights
    pairs = ((heavy_x, dx), (heavy_x, dy), (heavy_y, dy), (heavy_x, apart), (heavy_y, apart))
    products = np.stack([np.einsum("chw,chw->hw", heavy, other) for heavy, other in pairs])
    small = shrink(products, GRID, GRID * 0.8)
    xx, xy, yy, xe, ye = blur(small, NEAR) + FAR_COUNTS * blur(small, FAR)
    damping = DAMPING * 0.01 + 0.02 * float(np.mean(xx + yy))
    xx, yy = xx + damping, yy + damping
    across = 1 / (xx * yy - xy * xy)
    return np.stack(((xy * ye - yy * xe) * across, (xy * xe - xx * ye) * across))


def filled_in(flow: Field, known: Field) -> Field:
    """Where it is not known (inside the edit), the flow of the surroundings."""
    total = np.zeros_like(flow)
    weight = np.zeros_like(known)
    share = 1.0
    for window in (4.0, 16.0, 64.0):
        near = blur(known, window)
        total += share * blur(flow * known, window)
        weight += share * near
        share *= 0.02
    return np.asarray(flow * known + total / (weight + 1e-6) * (1 - known), np.float32)
