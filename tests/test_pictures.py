"""Uploads of any kind become clean references or a sentence; sizes are ones the model takes; sheets are readable."""

import random
from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageFilter

from bot.domain import Model, Prices, Size
from bot.errors import BadPicture, BadRequest
from bot.pictures.collage import collage
from bot.pictures.intake import CleanPicture, clean_picture
from bot.pictures.lettering import legible
from bot.pictures.sheet import GROUND, SheetCell, contact_sheet
from bot.pictures.sizes import parse_size, size_problem, snap

FREE = Model("gpt-image-2", "gpt-image-2", "gpt-image-2", ("low",), Prices(), "")
FIXED = Model("old", "old", "old", ("low",), Prices(), "", sizes=(Size(1024, 1024), Size(1536, 1024), Size(1024, 1536)))


def picture(width: int = 1200, height: int = 800) -> Image.Image:
    """Sharp enough to pass for a photo: blocks of random colour."""
    noise = np.random.default_rng(5).integers(0, 255, (height // 8, width // 8, 3), np.uint8)
    return Image.fromarray(noise).resize((width, height), Image.Resampling.NEAREST)


def encoded(image: Image.Image, form: str = "PNG", **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def clean(data: bytes) -> CleanPicture:
    return clean_picture(data, max_bytes=30_000_000)


SNAPPED = [
    ("square", "1024x1024", "1024x1024"),
    ("landscape", "1536x1024", "1536x1024"),
    ("portrait", "1024x1536", "1024x1536"),
    ("banner", "1536x512", "1536x1024"),
    ("story", "864x1536", "1024x1536"),
    ("16:9", "1536x864", "1536x1024"),
    ("1920x1080", "1920x1088", "1536x1024"),
    ("1080 × 1350", "1088x1360", "1024x1536"),
    ("512x512", "816x816", "1024x1024"),
    ("9999x9999", "2880x2880", "1024x1024"),
    ("3840x2160", "3840x2160", "1536x1024"),
]


@pytest.mark.parametrize(("typed", "free", "fixed"), SNAPPED)
def test_a_size_becomes_the_nearest_that_the_model_takes(typed: str, free: str, fixed: str) -> None:
    asked = parse_size(typed)
    for model, expected in ((FREE, free), (FIXED, fixed)):
        size, note = snap(model, asked)
        assert str(size) == expected
        assert note == (
            None if size == asked else f"{asked} becomes {size}, the nearest size that {model.label} draws."
        )


def test_every_size_within_three_to_one_is_snapped_to_a_valid_one() -> None:
    dice = random.Random(3)
    for _ in range(2000):
        width = dice.randint(1, dice.choice((60, 3000, 99999)))
        size = Size(width, dice.randint(-(-width // 3), width * 3))
        snapped, _ = snap(FREE, size)
        assert size_problem(snapped) is None, size
        assert snap(FREE, snapped) == (snapped, None)


@pytest.mark.parametrize("model", [FREE, FIXED])
def test_more_than_three_to_one_is_refused_with_the_nearest(model: Model) -> None:
    with pytest.raises(BadRequest, match="longer than 3:1") as refused:
        snap(model, Size(4000, 1000))
    assert str(Size(3840, 1280) if model is FREE else Size(1536, 1024)) in refused.value.sentence


@pytest.mark.parametrize("typed", ["huge", "0x10", "3:0", "", "x", "-5x5", "1e3x4", "²x²"])
def test_what_is_no_size_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(BadRequest, match="landscape"):
        parse_size(typed)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIF", "AVIF"])
def test_every_usual_format_becomes_an_rgb_png(form: str) -> None:
    found = clean(encoded(picture(), form))
    assert found.size == Size(1200, 800)
    assert (decoded(found.png).format, decoded(found.png).mode) == ("PNG", "RGB")


def test_a_phones_photo_is_turned_upright_and_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[274], exif[271] = 6, "a camera"
    found = clean(encoded(picture(), "JPEG", exif=exif))
    assert found.size == Size(800, 1200)
    assert not decoded(found.png).info and not dict(decoded(found.png).getexif())


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "F", "I;16"])
def test_every_way_to_store_pixels_is_read(mode: str) -> None:
    grey = picture().convert("L")
    image = Image.fromarray(np.asarray(grey, np.uint16) * 257) if mode == "I;16" else picture().convert(mode)
    found = decoded(clean(encoded(image, "TIFF" if mode == "F" else "PNG")).png)
    difference = ImageChops.difference(found.convert("L"), image.convert("L") if mode != "I;16" else grey)
    assert np.asarray(difference).mean() < 12


def test_transparent_parts_become_white() -> None:
    found = decoded(clean(encoded(Image.new("RGBA", (900, 900), (255, 0, 0, 0)))).png)
    assert found.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_made_smaller_and_a_small_one_never_larger() -> None:
    assert clean(encoded(picture(4000, 2000), "JPEG")).size == Size(2048, 1024)
    assert clean(encoded(picture(400, 200))).size == Size(400, 200)


NOTED: dict[str, tuple[Callable[[], bytes], str]] = {
    "small": (lambda: encoded(picture(400, 200)), "small (400x200)"),
    "blurred": (lambda: encoded(picture().filter(ImageFilter.GaussianBlur(6))), "a sharper one"),
    "long": (lambda: encoded(picture(3200, 800)), "very long"),
    "moving": (
        lambda: encoded(picture(), "GIF", save_all=True, append_images=[ImageChops.invert(picture())]),
        "first frame",
    ),
}


@pytest.mark.parametrize(("make", "part"), NOTED.values(), ids=NOTED.keys())
def test_a_weak_reference_is_taken_with_a_note(make: Callable[[], bytes], part: str) -> None:
    assert any(part in note for note in clean(make()).notes)


def test_a_good_reference_has_no_notes() -> None:
    assert clean(encoded(picture())).notes == ()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "a login page": (lambda: b"\n<!DOCTYPE html><html><body>Sign in", "files:read"),
    "text": (lambda: "just words é".encode(), "text file"),
    "a PDF": (lambda: b"%PDF-1.7 \xff", "PDF"),
    "an SVG": (lambda: b"<?xml version='1.0'?><svg/>", "SVG"),
    "a video": (lambda: b"\0\0\0\x18ftypisom\0\0\0\0", "video"),
    "an Office file": (lambda: b"PK\x03\x04\xff\xfe", "Office"),
    "random bytes": (lambda: random.Random(1).randbytes(5000), "no picture"),
    "half a JPEG": (lambda: encoded(picture(), "JPEG")[:9000], "cut off"),
    "half a PNG": (lambda: encoded(picture())[:5000], "cut off"),
    "a few pixels": (lambda: encoded(picture(16, 16)), "too small"),
    "too many pixels": (lambda: encoded(Image.new("1", (8000, 8000))), "60 megapixels"),
    "a decompression bomb": (lambda: encoded(Image.new("1", (20000, 20000))), "60 megapixels"),
    "too many bytes": (lambda: b"x" * 30_000_001, "30 MB"),
}


@pytest.mark.parametrize(("make", "part"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_usable_picture_is_refused_in_a_sentence(make: Callable[[], bytes], part: str) -> None:
    with pytest.raises(BadPicture) as refused:
        clean(make())
    assert part in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_damaged_bytes_of_any_format_never_raise_anything_else() -> None:
    dice = random.Random(9)
    whole = [encoded(picture(96, 64), form) for form in ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "HEIF")]
    for _ in range(400):
        data = bytearray(dice.choice(whole))
        for _ in range(dice.randint(1, 9)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            assert clean(bytes(data)).png.startswith(b"\x89PNG")
        except BadPicture as error:
            assert error.sentence.endswith(".")


def test_a_collage_shows_every_picture_whole_and_names_its_place() -> None:
    red, wide = Image.new("RGB", (500, 500), "red"), Image.new("RGB", (900, 300), "blue")
    made = collage([("MAYA: face", encoded(red)), ("玛雅", encoded(wide)), ("the anchor", encoded(red))])
    sheet = decoded(made.png)
    assert made.places == ("[1] top left", "[2] top right", "[3] bottom left")
    assert sheet.width % 16 == sheet.height % 16 == 0
    blue = np.argwhere((np.asarray(sheet) == (0, 0, 255)).all(axis=2))
    (top, left), (bottom, right) = blue.min(axis=0), blue.max(axis=0)
    assert (right - left) / (bottom - top) == pytest.approx(3, abs=0.05)
    assert left > sheet.width / 2 - 8


@pytest.mark.parametrize("count", range(1, 17))
def test_the_places_of_a_collage_are_all_different(count: int) -> None:
    places = collage([("x", encoded(Image.new("RGB", (40, 40))))] * count).places
    assert len(set(places)) == count
    assert all(place.startswith(f"[{number}] ") for number, place in enumerate(places, start=1))


def test_a_contact_sheet_shows_pictures_and_quiet_gaps() -> None:
    red = encoded(Image.new("RGB", (1024, 1024), "red"))
    sheet = decoded(
        contact_sheet("Our launch", [SheetCell("#1 · v1", red), SheetCell("#2", None, "failed"), SheetCell("#3", b"x")])
    )
    share = (np.asarray(sheet) == (255, 0, 0)).all(axis=2).mean()
    assert 0.15 < share < 0.34
    assert sheet.getpixel((2, 2)) == Image.new("RGB", (1, 1), GROUND).getpixel((0, 0))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 7, 8, 20, 40])
@pytest.mark.parametrize("size", [(64, 64), (96, 32), (36, 64)])
def test_a_contact_sheet_of_any_length_is_at_most_2000_pixels_wide(count: int, size: tuple[int, int]) -> None:
    cells = [SheetCell(f"#{n} · v1", encoded(Image.new("RGB", size))) for n in range(count)]
    assert decoded(contact_sheet("Our launch", cells)).width <= 2000


def test_other_scripts_leave_the_numbers_on_a_sheet() -> None:
    red = encoded(Image.new("RGB", (64, 64), "red"))
    assert contact_sheet("a", [SheetCell("#2 · v1 · 日本", red)]) == contact_sheet("a", [SheetCell("#2 · v1", red)])
    assert contact_sheet("日本", [SheetCell("#2 · v1", red)]) == contact_sheet("", [SheetCell("#2 · v1", red)])


def test_letters_the_font_lacks_are_spelled_plainly_or_left_out() -> None:
    assert legible("#2 · v1") == "#2 · v1"
    assert legible("José — Søren, привет") == "José — Søren, привет"
    assert legible("o\u0323\u0302") is not None
    assert legible("日本") is None
