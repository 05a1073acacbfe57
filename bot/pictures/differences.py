"""Where two versions differ, as a person sees it: a wobble of a pixel and a redrawn grain are no change.

For pictures that the lock has left alone there is no better map; a locked version brings its own.
"""

import numpy as np
from PIL import Image, ImageFilter

from bot.pictures.islands import Mask, areas, enclosed, islands
from bot.pictures.outline import grown
from bot.pictures.wobble import beyond

WORKING_SIDE = 512
SEEN = 14.0  # levels
DRIFT = 8.0  # levels that a redrawn picture may be off everywhere; above, the whole picture has changed
SMALLEST = 0.0004  # of the picture


def differences(before: Image.Image, after: Image.Image) -> Image.Image:
    """A mask (mode L, 255 where they differ) of the size of `before`; both RGB, `after` of nearly the same shape."""
    scale = min(1.0, WORKING_SIDE / max(before.size))
    small = max(8, round(before.width * scale)), max(8, round(before.height * scale))
    one, other = (np.asarray(picture.resize(small, Image.Resampling.BOX)) for picture in (before, after))
    apart = np.maximum(beyond(one, other.astype(np.float32), 1), beyond(other, one.astype(np.float32), 1))
    levels = Image.fromarray(apart.clip(0, 255).astype(np.uint8))
    apart = np.asarray(levels.filter(ImageFilter.BoxBlur(2)), np.float32)
    drift = float(np.median(apart))
    found = _whole_parts(apart > (max(SEEN, 3 * drift) if drift < DRIFT else SEEN))
    mask = Image.fromarray(found.astype(np.uint8) * 255).resize(before.size, Image.Resampling.BILINEAR)
    return mask.filter(ImageFilter.GaussianBlur(1.2 / scale)).point(lambda level: 255 * (level > 127))


def _whole_parts(changed: Mask) -> Mask:
    """Near pixels joined, holes filled, specks dropped."""
    closed = ~grown(~grown(changed, 5), 5)
    closed |= enclosed(closed)
    labels, count = islands(closed)
    kept = areas(labels, count) >= max(4, SMALLEST * changed.size)
    kept[0] = False
    found: Mask = kept[labels]
    return found
