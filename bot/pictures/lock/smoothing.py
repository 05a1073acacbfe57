"""Gaussian blur of float fields, and extremes of neighbourhoods: Pillow's filters know only 8 bits."""

from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Values = TypeVar("Values", bound=np.generic)


def blur(field: Field, sigma: float) -> Field:
    """Over the last two axes; edges are weighted, not padded. Two products of matrices: BLAS is the fastest we have."""
    height, width = field.shape[-2:]
    return np.asarray(_kernel(height, height, sigma) @ field @ _kernel(width, width, sigma).T, np.float32)


def shrink(field: Field, factor: int, sigma: float) -> Field:
    """Blurred, and every `factor`-th point of it (the middles of the cells)."""
    height, width = field.shape[-2:]
    rows, columns = -(-height // factor), -(-width // factor)
    return np.asarray(_kernel(rows, height, sigma) @ field @ _kernel(columns, width, sigma).T, np.float32)


def spread(field: Field, height: int, width: int) -> Field:
    """The way back from `shrink`: smooth interpolation to a larger grid of the same area."""
    rows, columns = field.shape[-2:]
    return np.asarray(_interpolation(height, rows) @ field @ _interpolation(width, columns).T, np.float32)


@lru_cache(maxsize=64)
def _kernel(points: int, length: int, sigma: float) -> Field:
    middles = (np.arange(points) + 0.5) * (length / points) - 0.5
    if points != length:
        factor = -(-length // points)
        middles = np.minimum(np.arange(points) * factor + (factor - 1) / 2, length - 1)
    apart = middles[:, None] - np.arange(length)[None, :]
    weights = np.exp(-(apart**2) / (2 * sigma**2))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


@lru_cache(maxsize=64)
def _interpolation(length: int, points: int) -> Field:
    """Quadratic B-spline: no overshoot, no corners; it smooths a little, which smooth fields do not mind."""
    factor = -(-length // points)
    apart = np.abs((np.arange(length)[:, None] + 0.5) / factor - 0.5 - np.arange(points)[None, :])
    weights = np.where(apart < 0.5, 0.75 - apart**2, 0.5 * np.maximum(1.5 - apart, 0) ** 2)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def lowest(field: NDArray[Values]) -> NDArray[Values]:
    """Minimum of each 3x3 neighbourhood, over the last two axes."""
    return _extreme(field, np.minimum)


def highest(field: NDArray[Values]) -> NDArray[Values]:
    """Maximum of each 3x3 neighbourhood, over the last two axes."""
    return _extreme(field, np.maximum)


def _extreme(field: NDArray[Values], better: np.ufunc) -> NDArray[Values]:
    across = field.copy()
    better(across[..., 1:], field[..., :-1], out=across[..., 1:])
    better(across[..., :-1], field[..., 1:], out=across[..., :-1])
    down = across.copy()
    better(down[..., 1:, :], across[..., :-1, :], out=down[..., 1:, :])
    better(down[..., :-1, :], across[..., 1:, :], out=down[..., :-1, :])
    return down
