"""Two versions side by side, where they differ, and in turn."""

from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from bot.pictures.compare import ACCENT, Shown, comparison
from bot.pictures.differences import differences
from bot.pictures.flicker import flicker
from bot.pictures.regions import Box
from tests.pictures.markers import png, scene

GREEN = (40, 160, 90)
PLACE = Box(300, 200, 420, 300)


def edited(picture: Image.Image, box: Box = PLACE) -> Image.Image:
    out = picture.copy()
    ImageDraw.Draw(out).rectangle((box.left, box.top, box.right - 1, box.bottom - 1), fill=GREEN)
    return out


def drifted(picture: Image.Image) -> Image.Image:
    """A pixel off, a little blurred and another grain, as a redrawn picture is."""
    shifted = picture.transform(picture.size, Image.Transform.AFFINE, (1, 0, 0.7, 0, 1, -0.5), Image.Resampling.BICUBIC)
    noise = np.random.default_rng(3).normal(0, 4, (picture.height, picture.width, 1))
    levels = np.asarray(shifted.filter(ImageFilter.GaussianBlur(0.6)), float) + noise
    return Image.fromarray(levels.clip(0, 255).astype(np.uint8))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def accent_in(page: Image.Image) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = np.abs(np.asarray(page.convert("RGB"), int) - ACCENT).max(axis=2) < 40
    return near


@pytest.mark.parametrize("kind", ["soft", "grain", "flat", "dark"])
@pytest.mark.parametrize("is_redrawn", [False, True])
def test_a_change_is_found_and_drift_is_not(kind: str, is_redrawn: bool) -> None:
    before = scene(kind)
    after = edited(drifted(before) if is_redrawn else before)
    found = np.asarray(differences(before, after)) > 127
    true = np.zeros_like(found)
    true[PLACE.top : PLACE.bottom, PLACE.left : PLACE.right] = True
    assert (found & true).sum() > 0.8 * true.sum()
    assert (found & ~true).mean() < 0.01


def test_nothing_differs_between_equal_pictures() -> None:
    assert differences(scene("grain"), scene("grain")).getbbox() is None


def test_a_relit_picture_differs_nearly_everywhere() -> None:
    night = scene("soft").point([int(level * 0.45) for level in range(256)] * 3)
    assert np.asarray(differences(scene("soft"), night)).mean() > 0.8 * 255


def test_both_versions_the_outline_and_a_close_up_are_on_one_page() -> None:
    before, after = scene("dark"), edited(scene("dark"))
    page = opened(comparison(Shown("v2", png(before)), Shown("v4", png(after))))
    assert page.width < 2000 and page.height < 2000
    outline = np.argwhere(accent_in(page))
    assert len(outline) > 100
    assert (outline[:, 1] < page.width / 2).all() and (outline[:, 0] > page.height / 2 - 40).all()
    green = (np.abs(np.asarray(page.convert("RGB"), int) - GREEN).max(axis=2) < 12).astype(int)
    down, across = page.height // 2, page.width // 2
    assert green[:down, :across].sum() == 0
    assert 0 < green[:down, across:].sum() < green[down:, across:].sum() / 2


def test_a_given_mask_is_what_is_outlined() -> None:
    mask = Image.new("L", scene("dark").size)
    ImageDraw.Draw(mask).rectangle((600, 400, 700, 500), fill=255)
    shown = Shown("v1", png(scene("dark")))
    outline = np.argwhere(accent_in(opened(comparison(shown, shown, png(mask)))))
    assert len(outline) > 100 and np.ptp(outline[:, 0]) < 150


def test_equal_versions_say_so_without_an_outline() -> None:
    shown = Shown("v1", png(scene("dark")))
    assert not accent_in(opened(comparison(shown, shown))).any()


def test_versions_of_other_shapes_are_only_shown_side_by_side() -> None:
    wide, tall = Shown("v1", png(scene("dark"))), Shown("v2", png(scene("dark").resize((400, 800))))
    page = opened(comparison(wide, tall))
    assert page.width > 1.5 * page.height and not accent_in(page).any()


def frames(data: bytes) -> tuple[Image.Image, Image.Image]:
    gif = opened(data)
    assert gif.format == "GIF" and getattr(gif, "n_frames", 1) == 2 and gif.info["loop"] == 0
    first = gif.convert("RGB")
    gif.seek(1)
    return first, gif.convert("RGB")


@pytest.mark.parametrize("kind", ["soft", "grain", "flat"])
def test_what_is_equal_does_not_shimmer(kind: str) -> None:
    one, other = frames(flicker(Shown("v2", png(scene(kind))), Shown("v4", png(edited(scene(kind))))))
    apart = (np.asarray(one) != np.asarray(other)).any(axis=2)
    inside = np.zeros_like(apart)
    inside[PLACE.top - 4 : PLACE.bottom + 4, PLACE.left - 4 : PLACE.right + 4] = True
    inside[:90, :120] = True  # the label
    assert apart[PLACE.top : PLACE.bottom, PLACE.left : PLACE.right].mean() > 0.9
    assert not (apart & ~inside).any()


@pytest.mark.parametrize(("kind", "levels"), [("flat", 1), ("dark", 5), ("soft", 9)])  # all hues need more than 255
def test_the_colours_of_a_flicker_stay_close(kind: str, levels: int) -> None:
    one, _ = frames(flicker(Shown("v1", png(scene(kind))), Shown("v2", png(edited(scene(kind))))))
    apart = np.abs(np.asarray(one, float) - np.asarray(scene(kind), float))[100:]
    assert apart.mean() < levels


def test_a_flicker_is_at_most_1024_pixels_long_and_keeps_to_its_bytes() -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (700, 1400, 3), np.uint8))
    shown = Shown("v1", png(noise)), Shown("v2", png(noise.transpose(Image.Transpose.ROTATE_180)))
    assert frames(flicker(*shown))[0].size == (1024, 512)
    small = flicker(*shown, most_bytes=300_000)
    assert len(small) <= 300_000 and frames(small)[0].width < 600


def test_a_version_of_another_shape_is_fitted_into_the_flicker() -> None:
    one, other = frames(flicker(Shown("v1", png(scene("soft"))), Shown("v2", png(scene("flat").resize((300, 900))))))
    assert one.size == other.size
