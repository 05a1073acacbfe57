"""From evidence to the region that changed: connected parts with a strong heart, holes closed, small doubts dropped."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.pictures.islands import areas, islands
from bot.pictures.lock.changes import Evidence
from bot.pictures.lock.smoothing import Field, blur, highest

Mask = NDArray[np.bool_]
SEED_COARSE, SEED_FINE = 2.3, 2.0
WEAK_COARSE, WEAK_FINE = 1.05, 1.1
SURE_DIRECT, SURE_STEADY = 1.2, 1.0
HIGH = 0.45
SMALLEST = 0.0002  # of the picture
HOLE, PORE = 0.03, 0.0001
CLOSED, CORE = 3, 5  # pixels of the working size


@dataclass(frozen=True)
class Parts:
    """`labels`: 0 for nothing, then 1, 2 … ; `areas` in pixels, `hearts` the strongest evidence, both from index 0."""

    labels: NDArray[np.int32]
    areas: NDArray[np.int64]
    hearts: Field

    @property
    def count(self) -> int:
        return len(self.areas) - 1

    def mask(self) -> Mask:
        return self.labels > 0

    def only(self, kept: NDArray[np.bool_]) -> "Parts":
        """`kept`: one for each label, index 0 unused."""
        number = np.where(kept, np.cumsum(kept), 0)
        areas, hearts = self.areas[kept], self.hearts[kept]
        return Parts(number[self.labels].astype(np.int32), np.insert(areas, 0, 0), np.insert(hearts, 0, 0))


def changed_parts(evidence: Evidence, belief: Field | float = 1.0) -> Parts:
    """`belief` multiplies the evidence: above 1 where somebody said that the change is."""
    coarse, fine = evidence.coarse * belief, evidence.fine * belief
    weak = (coarse > WEAK_COARSE) & _is_high(evidence.coarse_levels, 4)
    weak |= (fine > WEAK_FINE) & (coarse > WEAK_COARSE * 0.8)
    support = blur(np.minimum(fine, 2 * SEED_FINE), 1.2)
    heart = np.maximum(coarse / SEED_COARSE, np.where(coarse > WEAK_COARSE, support / SEED_FINE, 0))
    solid = _filled(_closed(weak, CLOSED), HOLE)
    found = connected(solid, heart)
    kept = (found.hearts >= 1) & (found.areas >= SMALLEST * solid.size)
    kept[0] = False
    return found.only(kept)


def trimmed(region: Mask, evidence: Evidence, belief: Field | float = 1.0) -> Mask:
    """The region without what is as it was: gaps between letters, and the rim that closing and smoothing added."""
    direct, steady = evidence.direct * belief, evidence.steady * belief
    core = ~grown(~region, CORE)
    sure = (direct > SURE_DIRECT) & (core | _is_high(evidence.direct_levels, 1))
    sure |= (steady > SURE_STEADY) & (core | _is_high(evidence.steady_levels, 4))
    return _filled(_closed(sure & grown(region, 2), 1), PORE)


def connected(mask: Mask, strength: Field) -> Parts:
    """Parts that touch at sides or corners."""
    labels, count = islands(mask)
    hearts = np.zeros(count + 1, np.float32)
    np.maximum.at(hearts, labels[mask], strength[mask])
    return Parts(labels, areas(labels, count), hearts)


def grown(mask: Mask, pixels: int) -> Mask:
    """By an octagon: squares and crosses in turn."""
    for step in range(pixels):
        mask = np.asarray(highest(mask), bool) if step % 2 else _crossed(mask)
    return mask


def _crossed(mask: Mask) -> Mask:
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    return wide


def _closed(mask: Mask, pixels: int) -> Mask:
    padded = np.pad(mask, pixels + 1)
    closed = ~grown(~grown(padded, pixels), pixels)
    return np.asarray(closed[pixels + 1 : -pixels - 1, pixels + 1 : -pixels - 1] | mask, bool)


def _filled(mask: Mask, largest: float) -> Mask:
    """Holes up to this share of the picture are filled; a picture within a frame is no hole."""
    padded = np.pad(~mask, 1, constant_values=True)
    ground = connected(padded, padded.astype(np.float32))
    is_hole = ground.areas < largest * mask.size
    is_hole[0] = False
    is_hole[ground.labels[0, 0]] = False
    return np.asarray(mask | is_hole[ground.labels][1:-1, 1:-1], bool)


def _is_high(field: Field, steps: int) -> Mask:
    """Near the maximum within about twice so many pixels: where a blurred step is, and not its foot."""
    small = field[: field.shape[0] // 2 * 2, : field.shape[1] // 2 * 2]
    small = np.maximum(np.maximum(small[::2, ::2], small[1::2, ::2]), np.maximum(small[::2, 1::2], small[1::2, 1::2]))
    for _ in range(steps):
        small = np.asarray(highest(small), np.float32)
    large = small.repeat(2, axis=0).repeat(2, axis=1)
    missing = (0, field.shape[0] - large.shape[0]), (0, field.shape[1] - large.shape[1])
    return np.asarray(field > HIGH * np.pad(large, missing, "edge"))
