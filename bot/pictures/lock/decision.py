"""Whether to lock. With the request's scope known the thresholds are a net; without it they are strict.

They were found on made pictures (tests/made): with real answers of a model at hand, tune this one table.
"""

from dataclasses import dataclass

import numpy as np

from bot.pictures.lock.alignment import Aligned
from bot.pictures.lock.changes import opponent
from bot.pictures.lock.parts import Mask, Parts, grown
from bot.pictures.lock.receipt import Scope, Why
from bot.pictures.lock.smoothing import blur


@dataclass(frozen=True)
class Limits:
    """Displacement as a share of the short side, tone in levels, gain as a factor, likeness as a correlation."""

    moved: float
    tone: float
    gain: float
    likeness: float
    everywhere: float


LIMITS = {
    Scope.LOCAL: Limits(moved=0.04, tone=30, gain=2.0, likeness=0.75, everywhere=0.55),
    Scope.AUTO: Limits(moved=0.02, tone=10, gain=1.2, likeness=0.9, everywhere=0.35),
}
WEAK_HEART, WEAK_SHARE = 1.3, 0.001
MANY, UNREST = 8, 0.0024  # many parts on a frame that wobbles by so much of the short side: another hand drew it
WIDE, ALIKE = 0.25, 0.9  # so much changed, and the rest less alike than any drift left it
SCATTERED, MUCH, LARGE_PART = 24, 0.2, 0.002


def refusal(found: Aligned, parts: Parts, scope: Scope) -> Why | None:
    limits = LIMITS[scope]
    region = parts.mask()
    share, alike = float(region.mean()), likeness(found, region)
    if found.affine.farthest() > limits.moved * min(region.shape):
        return Why.REFRAMED
    if tone_shift(found) > limits.tone or not 1 / limits.gain < gain(found) < limits.gain:
        return Why.RETONED
    if alike < limits.likeness or (share > WIDE and alike < ALIKE) or _is_patchwork(found, parts):
        return Why.REDRAWN
    if share > limits.everywhere:
        return Why.EVERYWHERE
    if not parts.count or (float(parts.hearts.max()) < WEAK_HEART and share < WEAK_SHARE):
        return Why.NOT_FOUND
    return None


def _is_patchwork(found: Aligned, parts: Parts) -> bool:
    large = int((parts.areas[1:] > LARGE_PART * parts.labels.size).sum())
    if large >= SCATTERED and parts.mask().mean() > MUCH:
        return True
    return parts.count >= MANY and unrest(found) > UNREST


def unrest(found: Aligned) -> float:
    """How far the calmer nine tenths of the frame wobble, as a share of the short side."""
    length = np.hypot(found.flow[0], found.flow[1])
    return float(np.quantile(length, 0.9)) / float(min(length.shape))


def tone_shift(found: Aligned) -> float:
    """Levels, by the largest of the three channels at middle grey."""
    return float(np.abs(mean_shift(found)).max())


def mean_shift(found: Aligned) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """What the model did to the mean of R, G, B, in levels."""
    middle = found.parent.reshape(3, -1).mean(axis=1)
    undone = np.linalg.solve(found.tone.matrix, middle - found.tone.offset)
    return np.asarray(undone - middle, np.float32)


def gain(found: Aligned) -> float:
    return float(np.exp(np.log(np.abs(np.diag(found.tone.matrix)) + 1e-3).mean()))


def likeness(found: Aligned, region: Mask) -> float:
    """Correlation of the finer structure outside the region; 1 for a picture without any."""
    fine = (found.softened[0], opponent(found.answer)[0])
    old, new = (blur(field, 1.0) - blur(field, 5.0) for field in fine)
    outside = (found.usable > 0) & ~grown(region, 3)
    if outside.sum() < 500:
        return 0.0
    old, new = old[outside], new[outside]
    noise = 1.0  # levels: what is fainter says nothing
    return float(((old * new).mean() + noise) / (np.sqrt((old**2).mean() * (new**2).mean()) + noise))
