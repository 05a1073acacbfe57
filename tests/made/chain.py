"""Ten edits in a row on one picture, each answered by a model that drifts, with the lock or without it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from bot.pictures.lock import Locked, Scope, lock
from tests.made.drift import drifted
from tests.made.edits import Edited, Mask, edited
from tests.made.fields import Pixels
from tests.made.seeing import pixels_of, png_of
from tests.made.subjects import subject

EDITS = ("recolour", "add", "label", "tint", "replace", "tiny", "remove", "matte", "large", "recolour")


@dataclass(frozen=True)
class Round:
    """`before` and `edit` are clean; `locked`: what the lock made of the drifted answer; `union`: all edits so far."""

    before: Pixels
    edit: Edited
    locked: Locked
    after: Pixels
    union: Mask


@dataclass
class Chain:
    first: Pixels
    rounds: list[Round] = field(default_factory=list)

    def likeness(self, number: int) -> float:
        """PSNR in dB of the version after so many rounds against the first, outside of all edits."""
        there = self.rounds[number - 1]
        return psnr(self.first, there.after, ~there.union)


def locked_rounds(kind: str, strength: str, side: int, seed: int, count: int = 10) -> Iterator[Round]:
    before = subject(kind, side, side, seed)
    union = np.zeros((side, side), bool)
    for number, edit in enumerate(edit_order(count)):
        dice = np.random.default_rng([seed, number, *kind.encode()])
        made = edited(before, edit, dice)
        locked = lock(png_of(before), png_of(drifted(made.pixels, strength, dice)), Scope.LOCAL)
        union = union | made.region
        after = pixels_of(locked.png)
        yield Round(before, made, locked, after, union)
        before = after


def unlocked(kind: str, strength: str, side: int, seed: int) -> dict[int, float]:
    """PSNR by round without the lock: each answer is the next round's picture."""
    first = current = subject(kind, side, side, seed)
    union, found = np.zeros((side, side), bool), {}
    for number, edit in enumerate(edit_order(10)):
        dice = np.random.default_rng([seed, number, *kind.encode()])
        made = edited(current, edit, dice)
        union |= made.region
        current = drifted(made.pixels, strength, dice)
        found[number + 1] = psnr(first, current, ~union)
    return found


def edit_order(count: int) -> list[str]:
    return [EDITS[number % len(EDITS)] for number in range(count)]


def psnr(one: Pixels, other: Pixels, where: Mask) -> float:
    apart = (one.astype(np.float32) - other)[where]
    return float(10 * np.log10(255.0**2 / max(float((apart**2).mean()), 1e-6)))


def survived(step: Round) -> float:
    """The share of the edit's own pixels that the result shows: nearer to the clean edit than to what was before.

    Measured on the finished picture, smoothed over two pixels: the model's wobble is no loss.
    """
    before, wanted, after = (_smoothed(pixels) for pixels in (step.before, step.edit.pixels, step.after))
    asked = wanted - before
    done = ((after - before) * asked).sum(axis=2) / np.maximum((asked**2).sum(axis=2), 1)
    return float((done > 0.5)[step.edit.region].mean())


def opened(step: Round) -> float:
    """The share of the edit's own pixels inside the region that the receipt names."""
    if not step.locked.is_locked:
        return 1.0
    region = pixels_of(step.locked.receipt.mask_png) > 0
    return float(region[step.edit.region].mean())


def _smoothed(pixels: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    small = Image.fromarray(pixels).reduce(2)
    return np.asarray(small.resize(pixels.shape[1::-1], Image.Resampling.BOX), np.float32)
