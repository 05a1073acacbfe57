"""Single edits of both kinds, and whether the lock decided rightly about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from bot.pictures.lock import Locked, Scope, lock
from tests.made.chain import Round, opened
from tests.made.drift import drifted
from tests.made.edits import EDITS, edited
from tests.made.fields import Pixels
from tests.made.seeing import pixels_of, png_of
from tests.made.subjects import KINDS, subject
from tests.made.wholes import MOVES, TONES

ENOUGH = 0.9  # of the edit's pixels must be in the region, or the asked-for change was thrown away


@dataclass(frozen=True)
class Case:
    """`group`: a local edit, a change of the whole frame under a local request, or a global request."""

    group: str
    kind: str
    edit: str
    is_right: bool
    locked: Locked


def cases(
    strength: str, side: int, seed: int, groups: tuple[str, ...] = ("local", "moved", "global")
) -> Iterator[Case]:
    """Every kind with every edit; local edits in scope local, moved frames in scope local, tones in scope global."""
    for number, (kind, edit) in enumerate(product(KINDS, (*EDITS, *MOVES, *TONES))):
        group = "local" if edit in EDITS else "moved" if edit in MOVES else "global"
        if group in groups:
            dice = np.random.default_rng([seed, number])
            yield (
                _local(kind, edit, strength, side, dice)
                if group == "local"
                else _whole(kind, edit, strength, side, dice, Scope.LOCAL if group == "moved" else Scope.GLOBAL)
            )


def guessed(strength: str, side: int, seed: int) -> Iterator[Case]:
    """The same, when nobody knows the scope."""
    for number, (kind, edit) in enumerate(product(KINDS, (*EDITS, *MOVES, *TONES))):
        dice = np.random.default_rng([seed, number])
        if edit in EDITS:
            yield _local(kind, edit, strength, side, dice, Scope.AUTO)
        else:
            yield _whole(kind, edit, strength, side, dice, Scope.AUTO)


def _local(
    kind: str, edit: str, strength: str, side: int, dice: np.random.Generator, scope: Scope = Scope.LOCAL
) -> Case:
    before = _picture(kind, side, dice)
    made = edited(before, edit, dice)
    locked = lock(png_of(before), png_of(drifted(made.pixels, strength, dice)), scope)
    step = Round(before, made, locked, pixels_of(locked.png), made.region)
    return Case("local", kind, edit, locked.is_locked and opened(step) >= ENOUGH, locked)


def _whole(kind: str, edit: str, strength: str, side: int, dice: np.random.Generator, scope: Scope) -> Case:
    before = _picture(kind, side, dice)
    after = drifted(({**MOVES, **TONES})[edit](before, dice), strength, dice)
    locked = lock(png_of(before), png_of(after), scope)
    return Case("moved" if edit in MOVES else "global", kind, edit, not locked.is_locked, locked)


def _picture(kind: str, side: int, dice: np.random.Generator) -> Pixels:
    return subject(kind, side, side, int(dice.integers(1_000_000)))
