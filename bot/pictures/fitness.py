"""How well a picture can guide: sentences on what is small, soft or unusually long; nothing is refused for it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

SMALL_BELOW = 768
SOFT_ABOVE = 0.80  # measured: sharp pictures 0.25 to 0.54, enlarged to double size 0.78 to 0.88
BLURRED_ABOVE = 0.90
LONG_ABOVE = 3.0


def notes_on(picture: Image.Image, width: int, height: int) -> tuple[str, ...]:
    """`width` and `height` are those of the upload, `picture` may have been made smaller."""
    long, short = max(width, height), min(width, height)
    notes = []
    if long < SMALL_BELOW:
        notes.append(f"This picture is small ({width}x{height}): one of {SMALL_BELOW} pixels or more guides better.")
    elif (blur := reblur_ratio(picture)) > SOFT_ABOVE:
        how = "blurred" if blur > BLURRED_ABOVE else "soft, or was enlarged"
        notes.append(f"This picture is {how}: a sharper one guides better.")
    if long > LONG_ABOVE * short:
        notes.append(f"This picture is very long ({width}x{height}): cut to the subject it guides better.")
    return tuple(notes)


def reblur_ratio(picture: Image.Image) -> float:
    """Gradient energy that is left after another blur; what is blurred already loses little. Flat pictures: 0."""
    grey = picture.convert("L")
    grey.thumbnail((1024, 1024), Image.Resampling.LANCZOS)
    before = _energy(grey)
    return _energy(grey.filter(ImageFilter.GaussianBlur(1.5))) / before if before > 0.05 else 0.0


def _energy(grey: Image.Image) -> float:
    levels: NDArray[np.float32] = np.asarray(grey, np.float32)
    if min(levels.shape) < 2:
        return 0.0
    return float(np.abs(np.diff(levels, axis=0)).mean() + np.abs(np.diff(levels, axis=1)).mean())
