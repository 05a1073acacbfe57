"""How the answer lies on its parent: an affine map found on edges, with the edit as an outlier.

Gauss-Newton over three sizes with Tukey weights (Baker & Matthews 2004; c = 4.685 MAD), started by phase correlation.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.pictures.lock.smoothing import Field, blur
from bot.pictures.lock.warp import IDENTITY, Affine, bilinear

REDUCTIONS = (4, 2, 1)
ROUNDS = (12, 5, 4)
CELLS = 40
POINTS_IN_A_CELL = 12
TUKEY = 4.685
NOISE = 2.0  # levels
MISPLACED = 0.5  # pixels
CLEARLY_BETTER = 0.8
USUAL = 0.01  # of the short side; where a picture has few edges, the usual holds
STAY = 0.02


def registered(parent: Image.Image, answer: Image.Image) -> Affine:
    """`parent` and `answer`: grey, of one size. Displacements are in their pixels."""
    width, height = parent.size
    best = Affine(IDENTITY, width, height)
    for reduction, rounds in zip(REDUCTIONS, ROUNDS, strict=True):
        small, other = (_soft(picture.reduce(reduction)) for picture in (parent, answer))
        start = best.resized(small.shape[1], small.shape[0])
        if reduction == REDUCTIONS[0]:
            shifted = Affine(_phase_shift(small, other), small.shape[1], small.shape[0])
            near, far = (_refined(small, other, first, rounds) for first in (start, shifted))
            best = far[0] if far[1] < near[1] * CLEARLY_BETTER else near[0]
        else:
            best, _ = _refined(small, other, start, rounds)
    return best.resized(width, height)


def _soft(picture: Image.Image) -> Field:
    return blur(np.asarray(picture, np.float32), 0.8)


def _phase_shift(parent: Field, answer: Field) -> NDArray[np.float64]:
    """Whole pixels, as shares of an affine map."""
    height, width = parent.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    spectra = [np.fft.rfft2((field - field.mean()) * window) for field in (parent, answer)]
    cross = np.conj(spectra[0]) * spectra[1]
    peaks = np.fft.irfft2(cross / (np.abs(cross) + 1e-3), s=(height, width))
    y, x = divmod(int(peaks.argmax()), width)
    found = np.zeros(6)
    found[0] = x - width if x > width // 2 else x
    found[3] = y - height if y > height // 2 else y
    return found


def _refined(parent: Field, answer: Field, start: Affine, rounds: int) -> tuple[Affine, float]:
    """The map, and the mean robust error that is left."""
    dy, dx = (np.asarray(gradient, np.float32) for gradient in np.gradient(parent))
    y, x = _edge_points(np.hypot(dx, dy))
    wanted, across, down = parent[y, x], dx[y, x], dy[y, x]
    unit = start.unit(x.astype(np.float32), y.astype(np.float32))
    basis = np.stack((np.ones_like(unit[0]), *unit))
    jacobian = np.concatenate((basis * across, basis * down, wanted[None] - 128, np.ones_like(wanted)[None]))
    doubt = np.hypot(NOISE, MISPLACED * np.hypot(across, down))
    stay = np.full(8, STAY * len(y) / (USUAL * min(parent.shape)) ** 2)
    stay[6:] = 1e-2
    shares, cost = start.shares.copy(), np.inf
    for _ in range(rounds):
        u, v = Affine(shares, start.width, start.height).at(x, y)
        apart = bilinear(answer, u, v) - wanted
        weights, cost = _trust(apart, jacobian[6:], doubt)
        pull = (jacobian * weights) @ apart + stay * np.concatenate((shares, (0, 0)))
        step = np.linalg.solve((jacobian * weights) @ jacobian.T + np.diag(stay), pull)
        shares -= step[:6]
        if np.abs(step[:6]).max() < 0.004:
            break
    return Affine(shares, start.width, start.height), cost


def _trust(apart: Field, tone: Field, doubt: Field) -> tuple[Field, float]:
    """Weights of the points, once the overall tone is taken away, and their mean error in units of `doubt`.

    The doubt grows with the edge: else, where most of a picture is flat, its few edges would be the outliers.
    """
    left = apart - np.median(apart)
    weights = np.ones_like(left)
    for _ in range(2):
        error = np.abs(left / doubt)
        spread = max(0.5, 1.4826 * float(np.median(error)))
        weights = np.maximum(1 - (error / (TUKEY * spread)) ** 2, 0) ** 2 / doubt**2
        fit = np.linalg.solve((tone * weights) @ tone.T + np.eye(2) * 1e-3, (tone * weights) @ apart)
        left = apart - fit @ tone
    return weights.astype(np.float32), float(np.minimum(error, 4 * TUKEY).mean())


def _edge_points(strength: Field) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The strongest edges of every part of the picture, so that no busy corner decides alone."""
    height, width = strength.shape
    side = max(4, round((height * width) ** 0.5 / CELLS))
    rows, columns = height // side, width // side
    inner = strength[: rows * side, : columns * side].reshape(rows, side, columns, side).transpose(0, 2, 1, 3)
    flat = inner.reshape(rows * columns, side * side)
    count = min(POINTS_IN_A_CELL, side * side)
    chosen = np.argpartition(flat, -count, axis=1)[:, -count:]
    strong = np.take_along_axis(flat, chosen, axis=1) > max(0.7, float(np.quantile(strength, 0.3)))
    cell = np.repeat(np.arange(rows * columns)[:, None], count, axis=1)[strong]
    inside = chosen[strong]
    y, x = cell // columns * side + inside // side, cell % columns * side + inside % side
    if len(y) < 64:
        y, x = (axis.ravel() for axis in np.mgrid[1 : height - 1 : 4, 1 : width - 1 : 4])
    return y, x
