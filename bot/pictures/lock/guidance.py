"""Where the person said the change is: what lies there is believed sooner, what lies elsewhere was not asked for."""

import numpy as np
from PIL import Image

from bot.pictures.lock.decoding import opened_mask
from bot.pictures.lock.parts import Mask, Parts, grown
from bot.pictures.lock.receipt import Region
from bot.pictures.lock.smoothing import Field

BELIEVED = 1.6  # times the evidence of places nobody named
LEEWAY = 0.03  # of the short side: outlines are drawn by hand


def named(region: Region | None, size: tuple[int, int], factor: int) -> Mask | None:
    """On the working grid; None if nothing or nothing inside the picture is named. Raises BadPicture."""
    if region is None:
        return None
    shape = -(-size[1] // factor), -(-size[0] // factor)
    mask = np.zeros(shape, bool)
    for box in region.boxes:
        left, top = max(0, box.left) // factor, max(0, box.top) // factor
        mask[top : -(-max(0, box.bottom) // factor), left : -(-max(0, box.right) // factor)] = True
    if region.mask_png is not None:
        white = opened_mask(region.mask_png).resize((shape[1], shape[0]), Image.Resampling.BOX)
        mask |= np.asarray(white) > 16
    return grown(mask, round(LEEWAY * min(shape))) if mask.any() else None


def belief(place: Mask) -> Field:
    return np.where(place, np.float32(BELIEVED), np.float32(1))


def touching(parts: Parts, place: Mask) -> Parts:
    """The parts that reach into the place; each as a whole, since outlines are rough."""
    kept = np.zeros(parts.count + 1, bool)
    kept[np.unique(parts.labels[place])] = True
    kept[0] = False
    return parts.only(kept)
