"""What a person drew over a picture with one pen, found by comparing the picture that came back with the original.

A stroke is what the original cannot explain and one colour can: so red things in the picture are no strokes, and
another picture, a recompressed one or an edited one has none.
"""

import numpy as np
from PIL import Image

from bot.pictures.islands import Mask, areas, islands
from bot.pictures.wobble import Pixels, beyond

SEEN = 34.0  # levels outside of the original's neighbourhood; JPEG at quality 60 stays below 30 nearly everywhere
FAINT = 16.0
EXPLAINED = 42.0  # levels between a pixel and the mixture of the original and the pen
MOSTLY = 0.55  # of what differs must be of one colour
LEAST_SHARE = 0.0003
MOST_SHARE = 0.45
CLEAR = 70.0  # a quarter of a stroke is at least that far from what it covers; drift is not
REDRAWN_ABOVE = 9.0  # mean levels by which an untouched picture may differ


def strokes(original: Image.Image, sent: Image.Image) -> Mask | None:
    """The drawn pixels of two RGB pictures of one size; None without strokes, or when it is another picture."""
    before, after = _levels(original), _levels(sent)
    after = after - np.median((after - before).reshape(-1, 3), axis=0)
    apart = beyond(np.asarray(original), after, 2)
    seen = apart > SEEN
    rest = np.abs(after - before).mean(axis=2)[~seen]
    if not LEAST_SHARE < seen.mean() < MOST_SHARE or rest.mean() > REDRAWN_ABOVE:
        return None
    clear = apart >= np.quantile(apart[seen], 0.8)
    pens = (_mode(after[seen]), _mode(after[clear]), _marker(before[seen], after[seen]))
    explained = [_drawn_with(pen, before[seen], after[seen]) for pen in pens]
    pen, explains = max(zip(pens, explained, strict=True), key=lambda found: found[1].sum())
    if explains.mean() < MOSTLY or np.quantile(apart[seen], 0.75) < CLEAR or not _is_strong(pen):
        return None
    drawn = apart > FAINT
    drawn[drawn] = _drawn_with(pen, before[drawn], after[drawn])
    return _connected(drawn, seen)


def _levels(picture: Image.Image) -> Pixels:
    return np.asarray(picture, np.float32)


def _marker(before: Pixels, after: Pixels) -> Pixels:
    """The colour of a translucent marker: where the mixtures of it and the ground point to."""
    kept = np.ones(len(after), bool)
    slope, rest = 0.0, np.median(after, axis=0)
    for _ in range(4):
        ground, seen = before[kept], after[kept]
        middle, target = ground.mean(axis=0), seen.mean(axis=0)
        spread = float(((ground - middle) ** 2).sum())
        shared = float(((ground - middle) * (seen - target)).sum())
        slope = min(0.8, max(0.0, shared / spread)) if spread > 300.0 * kept.sum() else 0.0
        rest = target - slope * middle
        miss = np.linalg.norm(after - slope * before - rest, axis=1)
        kept = miss <= np.quantile(miss, 0.65)
    marker: Pixels = rest / (1 - slope)
    return marker


def _mode(colours: Pixels) -> Pixels:
    """The most frequent colour: that of a pen that covers."""
    bins = (np.clip(colours, 0, 255) // 24).astype(np.int64) @ np.array([121, 11, 1])
    values, counts = np.unique(bins, return_counts=True)
    peak = np.median(colours[bins == values[counts.argmax()]], axis=0)
    near: Pixels = np.median(colours[np.linalg.norm(colours - peak, axis=1) < 40], axis=0)
    return near


def _drawn_with(pen: Pixels, before: Pixels, after: Pixels) -> Mask:
    """Pixels that some mixture of the original and the pen explains, soft edges and markers included."""
    to_pen = pen - before
    cover = ((after - before) * to_pen).sum(axis=-1) / np.maximum((to_pen**2).sum(axis=-1), 1.0)
    cover = np.clip(cover, 0, 1)
    miss = np.linalg.norm(after - before - cover[..., None] * to_pen, axis=-1)
    drawn: Mask = (miss < EXPLAINED) & (cover > 0.2)
    return drawn


def _is_strong(pen: Pixels) -> bool:
    """A colour to mark with: saturated, black or white."""
    return bool(np.ptp(pen) > 90 or pen.max() < 60 or pen.min() > 215)


def _connected(drawn: Mask, seen: Mask) -> Mask | None:
    """Without specks: every part holds pixels that are certainly drawn, and is not tiny beside the largest."""
    labels, count = islands(drawn)
    sizes, certain = areas(labels, count), np.bincount(labels[seen], minlength=count + 1)
    sizes[0] = 0
    kept = (certain > 0.2 * sizes) & (sizes >= max(10, 0.02 * sizes.max()))
    kept[0] = False
    found: Mask = kept[labels]
    return found if found.any() else None
