"""How surely each pixel was changed by the edit, and not by the model's drift: three kinds of evidence, in one unit.

Each is divided by what this picture's own drift does to places as busy as that one, so that 1.0 means "about as much as
drift may do" everywhere: on bare paper, on hatching and on grain.
"""

from dataclasses import dataclass

import numpy as np

from bot.pictures.lock.smoothing import Field, blur, highest, lowest, shrink, spread

LUMA = np.array(((0.299, 0.587, 0.114), (-0.236, -0.464, 0.7), (0.7, -0.586, -0.114)), np.float32)
BANDS = 10
PLAIN = 6.0
NEAR = 0.8


@dataclass(frozen=True)
class Unit:
    """Drift may do floor + slope x busyness levels; the slope is measured, within bounds, and taken `allows` times."""

    floor: float
    slopes: tuple[float, float]
    allows: float
    quantile: float = 0.75


FINE = Unit(5.0, (0.02, 0.2), 2.5)
COARSE = Unit(1.6, (0.006, 0.034), 3.5)
DIRECT = Unit(5.0, (0.03, 0.3), 2.2, 0.7)


@dataclass(frozen=True)
class Evidence:
    """In units of what drift may do.

    `fine`: values outside the range of the neighbourhood; `coarse`: the difference of smoothed pictures; `direct`: the
    size of the difference nearby; `steady`: as `coarse`, without the places where `direct` is sure already. The last
    three also in levels, to find where a change ends.
    """

    fine: Field
    coarse: Field
    direct: Field
    steady: Field
    coarse_levels: Field
    direct_levels: Field
    steady_levels: Field


def opponent(pixels: Field) -> Field:
    """R, G, B to luma and two colour differences, weighted as the eye does (colours a little more)."""
    return np.asarray((LUMA @ pixels.reshape(3, -1)).reshape(pixels.shape), np.float32)


def evidence_of_change(old: Field, new: Field, usable: Field) -> Evidence:
    """`old` (the parent, softened like the answer) and `new`: `opponent` fields (3, height, width); `usable` 0 to 1."""
    ranges = highest(old), lowest(old)
    busy = blur(np.asarray(ranges[0] - ranges[1], np.float32).max(axis=0), 1.5)
    fine = _outside(old, new, ranges) * usable
    apart = (new - old) * usable
    direct = np.sqrt(blur(np.einsum("chw,chw->hw", apart, apart), NEAR))
    sure = direct / _unit(direct, busy, DIRECT)
    unsure = (highest(sure) < 1).astype(np.float32)
    coarse = _length(_smoothed(apart))
    unit = _unit(coarse, _smoothed(busy), COARSE)
    steady = _length(_smoothed(apart * unsure)) / (_smoothed(unsure) + 0.1)
    fine /= _unit(fine, busy, FINE)
    steady = np.asarray(steady, np.float32)
    weak = np.asarray(steady / unit, np.float32)
    return Evidence(fine, coarse / unit, np.asarray(sure, np.float32), weak, coarse, direct, steady)


def _outside(old: Field, new: Field, ranges: tuple[Field, Field]) -> Field:
    """How far values lie outside the range of the other picture's 3x3 neighbourhood: blind to half a pixel's wobble."""
    beyond = np.maximum(new - ranges[0], ranges[1] - new)
    missing = np.maximum(old - highest(new), lowest(new) - old)
    return _length(np.maximum(np.maximum(beyond, missing), 0))


def _length(channels: Field) -> Field:
    return np.asarray(np.sqrt(np.einsum("chw,chw->hw", channels, channels)), np.float32)


def _smoothed(field: Field) -> Field:
    """Gaussian of four pixels, at half the size."""
    return spread(blur(shrink(field, 2, 1.6), 1.8), *field.shape[-2:])


def _unit(apart: Field, busy: Field, unit: Unit) -> Field:
    """The slope is what drift does in most of this picture's busier bands."""
    sample, busyness = apart[::2, ::2].ravel(), busy[::2, ::2].ravel()
    found = []
    for band in np.array_split(np.argsort(busyness), BANDS):
        mean = float(busyness[band].mean())
        if mean > PLAIN:
            found.append((float(np.quantile(sample[band], unit.quantile)) - unit.floor / unit.allows) / mean)
    slope = float(np.clip(np.median(found) if found else 0.0, *unit.slopes))
    return np.asarray(unit.floor + unit.allows * slope * busy, np.float32)
