"""The lock keeps what nobody asked to change, keeps what somebody asked for, and says when it cannot do both."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from bot.errors import BadAnswer, BadPicture
from bot.pictures.lock import Box, Locked, Region, Scope, Why, lock
from tests.made.chain import Round, locked_rounds, opened, psnr, survived
from tests.made.drift import drifted
from tests.made.edits import Edited, edited
from tests.made.fields import Pixels
from tests.made.seeing import encoded, pixels_of, png_of
from tests.made.subjects import subject
from tests.made.wholes import MOVES, TONES

SIDE = 320
EDITS = [
    ("landscape", "recolour", "low"),
    ("portrait", "tint", "medium"),
    ("map", "label", "medium"),
    ("night", "add", "high"),
    ("gravel", "replace", "high"),
    ("engraving", "large", "medium"),
    ("product", "tiny", "severe"),
]


def answered(kind: str, edit: str, drift: str, seed: int = 1, side: int = SIDE) -> tuple[Pixels, Edited, Pixels]:
    """The picture, the clean edit, and the model's drifted answer."""
    dice = np.random.default_rng(seed)
    before = subject(kind, side, side, seed)
    made = edited(before, edit, dice)
    return before, made, drifted(made.pixels, drift, dice)


def differing(one: Pixels, other: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.asarray((one != other).any(axis=2))


@pytest.mark.parametrize(("kind", "edit", "drift"), EDITS)
def test_an_edit_is_kept_and_nothing_else_is_touched(kind: str, edit: str, drift: str) -> None:
    before, made, answer = answered(kind, edit, drift)
    locked = lock(png_of(before), png_of(answer), Scope.LOCAL)
    after, region = pixels_of(locked.png), pixels_of(locked.receipt.mask_png) > 0
    assert locked.is_locked and locked.why is None and after.shape == before.shape
    assert not differing(before, after)[~region].any() and locked.receipt.outside_difference == 0
    step = Round(before, made, locked, after, made.region)
    assert opened(step) > 0.95 and survived(step) > 0.85
    assert region.mean() < 2.5 * made.region.mean() + 0.01
    assert psnr(before, after, ~made.region) > psnr(before, answer, ~made.region) + 8


def test_the_receipt_measures_what_happened() -> None:
    before, _, answer = answered("still life", "recolour", "medium")
    receipt = lock(png_of(before), png_of(answer), Scope.LOCAL).receipt
    region = pixels_of(receipt.mask_png) > 0
    boxed = np.zeros_like(region)
    for box in receipt.boxes:
        boxed[box.top : box.bottom, box.left : box.right] = True
    assert receipt.boxes and not (region & ~boxed).any()
    assert receipt.share_changed == pytest.approx(100 * region.mean(), abs=0.01)
    assert 0.1 < receipt.shift < 6 and abs(receipt.scale - 1) < 0.01 and max(map(abs, receipt.colour)) < 8


def test_the_change_map_shows_the_region_in_colour() -> None:
    before, made, answer = answered("cartoon", "replace", "low")
    shown = pixels_of(lock(png_of(before), png_of(answer), Scope.LOCAL).change_map).astype(int)
    coloured = shown[..., 0] - shown[..., 2] > 40
    assert made.region.mean() * 0.8 < coloured.mean() < made.region.mean() * 2
    assert not coloured[:5].any() or made.region[:10].any()


@pytest.mark.slow
def test_edits_in_a_row_leave_the_rest_as_it_was() -> None:
    rounds = list(locked_rounds("still life", "medium", SIDE, seed=2, count=4))
    first, last = rounds[0].before, rounds[-1]
    assert all(step.locked.is_locked for step in rounds)
    assert psnr(first, last.after, ~last.union) > 42


@pytest.mark.parametrize("name", [*TONES, "zoomed"])
def test_a_request_for_the_whole_picture_is_never_locked(name: str) -> None:
    before = subject("landscape", SIDE, SIDE, 1)
    answer = png_of({**TONES, **MOVES}[name](before, np.random.default_rng(1)))
    locked = lock(png_of(before), answer, Scope.GLOBAL)
    assert locked == Locked(answer, False, Why.GLOBAL, locked.receipt)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["redrawn", "zoomed", "moved", "turned", "another", "sketch", "night"])
def test_a_picture_that_changed_everywhere_is_kept_whole_whatever_was_asked(name: str) -> None:
    before, dice = subject("night" if name != "night" else "landscape", SIDE, SIDE, 3), np.random.default_rng(3)
    answer = png_of(drifted({**TONES, **MOVES}[name](before, dice), "low", dice))
    locked = lock(png_of(before), answer, Scope.LOCAL)
    assert not locked.is_locked and locked.png == answer
    assert locked.why in (Why.REFRAMED, Why.RETONED, Why.REDRAWN, Why.EVERYWHERE)


def test_an_answer_without_any_change_is_kept_whole_and_said_to_be() -> None:
    before = subject("portrait", SIDE, SIDE, 4)
    answer = png_of(drifted(before, "medium", np.random.default_rng(4)))
    locked = lock(png_of(before), answer, Scope.LOCAL)
    assert (locked.is_locked, locked.why, locked.png) == (False, Why.NOT_FOUND, answer)
    assert pixels_of(locked.change_map).shape[2] == 3


def two_edits() -> tuple[bytes, bytes]:
    """A red disc left, a blue one right."""
    before = subject("landscape", SIDE, SIDE, 5)
    after = before.copy()
    v, u = np.mgrid[:SIDE, :SIDE]
    for x, colour in ((70, (220, 40, 40)), (250, (40, 60, 220))):
        after[np.hypot(u - x, v - 200) < 30] = colour
    return png_of(before), png_of(drifted(after, "low", np.random.default_rng(5)))


def test_a_named_region_keeps_what_reaches_into_it_and_drops_the_rest() -> None:
    parent, answer = two_edits()
    locked = lock(parent, answer, Scope.LOCAL, Region((Box(30, 150, 120, 250),)))
    region = pixels_of(locked.receipt.mask_png) > 0
    assert locked.is_locked and region[200, 70] and not region[:, 165:].any()


def test_a_named_region_may_be_a_mask() -> None:
    parent, answer = two_edits()
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[:, 165:] = 255
    locked = lock(parent, answer, Scope.LOCAL, Region(mask_png=encoded(Image.fromarray(mask))))
    region = pixels_of(locked.receipt.mask_png) > 0
    assert locked.is_locked and region[200, 250] and not region[:, :150].any()


def test_a_change_elsewhere_than_named_is_not_thrown_away() -> None:
    parent, answer = two_edits()
    locked = lock(parent, answer, Scope.LOCAL, Region((Box(140, 270, 170, 300),)))
    assert (locked.is_locked, locked.why, locked.png) == (False, Why.ELSEWHERE, answer)


@pytest.mark.parametrize("box", [Box(-50, -50, 0, 0), Box(900, 900, 950, 950), Box(50, 50, 40, 40)])
def test_a_region_outside_the_picture_names_nothing(box: Box) -> None:
    parent, answer = two_edits()
    region = pixels_of(lock(parent, answer, Scope.LOCAL, Region((box,))).receipt.mask_png) > 0
    assert region[200, 70] and region[200, 250]


def test_an_answer_of_another_size_but_the_same_shape_is_locked_at_the_parents_size() -> None:
    before, _, answer = answered("portrait", "add", "low")
    larger = Image.fromarray(answer).resize((512, 512), Image.Resampling.LANCZOS)
    locked = lock(png_of(before), encoded(larger), Scope.LOCAL)
    assert locked.is_locked and pixels_of(locked.png).shape == before.shape


def test_an_answer_of_another_shape_is_another_picture() -> None:
    before, _, answer = answered("portrait", "add", "low")
    wide = encoded(Image.fromarray(answer).resize((500, SIDE)))
    locked = lock(png_of(before), wide, Scope.LOCAL)
    assert (locked.is_locked, locked.why, locked.png) == (False, Why.REFRAMED, wide)


@pytest.mark.parametrize("size", [(500, 301), (222, 640), (700, 660)])
def test_any_size_is_locked_bit_by_bit(size: tuple[int, int]) -> None:
    dice = np.random.default_rng(6)
    before = subject("still life", *size, seed=6)
    made = edited(before, "replace", dice)
    locked = lock(png_of(before), png_of(drifted(made.pixels, "medium", dice)), Scope.LOCAL)
    after, region = pixels_of(locked.png), pixels_of(locked.receipt.mask_png) > 0
    assert locked.is_locked and after.shape == before.shape and region.shape == before.shape[:2]
    assert not differing(before, after)[~region].any()
    assert region[made.region].mean() > 0.95


def test_transparency_outside_the_region_is_kept() -> None:
    before, _, answer = answered("product", "recolour", "low", seed=8)
    alpha = np.full((SIDE, SIDE), 255, np.uint8)
    alpha[:60] = 0
    parent = np.dstack((before, alpha))
    locked = lock(encoded(Image.fromarray(parent)), encoded(Image.fromarray(np.dstack((answer, alpha)))), Scope.LOCAL)
    after, region = pixels_of(locked.png), pixels_of(locked.receipt.mask_png) > 0
    assert locked.is_locked and after.shape == parent.shape
    assert not differing(parent, after)[~region].any()


@pytest.mark.parametrize("mode", ["P", "L", "1", "LA", "I;16"])
def test_pictures_of_any_mode_are_read(mode: str) -> None:
    before, _, answer = answered("still life", "add", "low", seed=9)
    grey = Image.fromarray(before).convert("L")
    parent = Image.fromarray(np.asarray(grey, np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    locked = lock(encoded(parent), png_of(answer), Scope.LOCAL)
    assert pixels_of(locked.png).shape[:2] == (SIDE, SIDE)


GOOD = png_of(subject("poster", 64, 64, 1))
HOSTILE = [
    b"",
    b"not a picture",
    GOOD[: len(GOOD) // 2],
    GOOD[:30],
    b"\x89PNG\r\n\x1a\n" + bytes(200),
    encoded(Image.new("RGB", (8, 8))),
    encoded(Image.new("1", (9000, 9000))),
    encoded(Image.new("RGB", (64, 64)), "GIF"),
]


@pytest.mark.parametrize("data", HOSTILE)
def test_bytes_that_are_no_usable_picture_end_in_a_sentence(data: bytes) -> None:
    for scope in Scope:
        with pytest.raises(BadPicture) as parent:
            lock(data, GOOD, scope)
        with pytest.raises(BadAnswer) as answer:
            lock(GOOD, data, scope)
        assert all(problem.value.sentence.endswith(".") for problem in (parent, answer))
    with pytest.raises(BadPicture):
        lock(GOOD, GOOD, Scope.LOCAL, Region(mask_png=data))


@pytest.mark.parametrize("level", [0, 127, 255])
def test_empty_pictures_do_not_break_it(level: int) -> None:
    plain = np.full((96, 160, 3), level, np.uint8)
    assert lock(png_of(plain), png_of(plain), Scope.LOCAL).why is Why.NOT_FOUND
    noise = np.random.default_rng(1).integers(0, 256, plain.shape, np.uint8)
    assert not lock(png_of(plain), png_of(noise), Scope.LOCAL).is_locked
    assert not lock(png_of(noise), png_of(plain), Scope.LOCAL).is_locked


def test_a_jpeg_as_an_answer_comes_out_as_png() -> None:
    answer = encoded(Image.fromarray(subject("poster", 64, 64, 1)), "JPEG")
    locked = lock(GOOD, answer, Scope.GLOBAL)
    with Image.open(BytesIO(locked.png)) as opened_png:
        assert opened_png.format == "PNG" and opened_png.size == (64, 64)


def test_the_same_bytes_give_the_same_bytes() -> None:
    before, _, answer = answered("map", "recolour", "medium", seed=11, side=256)
    assert lock(png_of(before), png_of(answer), Scope.AUTO) == lock(png_of(before), png_of(answer), Scope.AUTO)
