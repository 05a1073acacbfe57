"""All kinds of made pictures by name; a kind, a size and a seed give the same picture always."""

from collections.abc import Callable

import numpy as np

from tests.made import drawings, photographs
from tests.made.fields import Dice, Pixels

Kind = Callable[[Dice, tuple[int, int]], Pixels]

KINDS: dict[str, Kind] = {
    "landscape": photographs.landscape,
    "still life": photographs.still_life,
    "portrait": photographs.portrait,
    "night": photographs.night,
    "noisy": photographs.snapshot,
    "gravel": photographs.gravel,
    "product": photographs.product,
    "cartoon": drawings.cartoon,
    "map": drawings.town_map,
    "text": drawings.page,
    "engraving": drawings.engraving,
    "poster": drawings.poster,
    "screen": drawings.screen,
    "watercolour": drawings.watercolour,
}
PHOTOGRAPHS = ("landscape", "still life", "portrait", "night", "noisy", "gravel", "product")


def subject(kind: str, width: int, height: int, seed: int = 0) -> Pixels:
    """Shape (height, width, 3)."""
    return KINDS[kind](np.random.default_rng([seed, sorted(KINDS).index(kind)]), (width, height))
