"""Photos that people send: every usual format becomes a clean PNG, and what is no photo costs nothing."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from bot.pictures import intake
from tests.conversation import Bot, Person, World
from tests.seen import Photo, photo

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "HEIF": "heic", "BMP": "bmp", "TIFF": "tif"}
GPS, ORIENTATION, LYING = 0x8825, 274, 6
TURNED = ("JPEG", "PNG", "WEBP", "TIFF")  # by EXIF; HEIC turns by a box of its own, the others not at all
assert intake.FORMATS  # Pillow writes HEIF only once its plugin is registered


def saved_as(form: str) -> Photo:
    """As a phone saves it: lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = LYING
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 29.0)
    out = io.BytesIO()
    with Image.open(io.BytesIO(photo(form, 900, 600).data)) as taken:
        taken.save(out, form, **({} if form in ("GIF", "BMP") else {"exif": exif}))
    return Photo(f"mug.{FORMATS[form]}", out.getvalue())


async def test_every_usual_format_reaches_the_image_service_as_a_clean_upright_png(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.says("@easel seven mugs in a row --quality low", *map(saved_as, FORMATS))
    await bot.finishes("seven mugs in a row")
    [call] = await world.calls()
    assert len(call.references) == len(FORMATS)
    for index, form in enumerate(FORMATS):
        sent = await world.picture(f"/sandbox/calls/{call.id}/images/{index}")
        with Image.open(io.BytesIO(sent)) as clean:
            assert clean.format == "PNG"
            assert clean.size == ((600, 900) if form in TURNED else (900, 600)), form
            assert not clean.getexif() and not clean.info, form
        assert b"GPS" not in sent


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a decompression bomb": (bomb, "60 megapixels"),
    "a login page": (lambda: b"<!DOCTYPE html><html><body>Sign in</body></html>" * 20, "Slack"),
    "a text file": (lambda: b"Dear diary, this is no picture at all.\n" * 20, "text file"),
    "an empty file": (lambda: b"", "empty"),
    "sixty megabytes": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(60_000_000), "30 MB"),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_what_is_no_usable_photo_is_refused_in_words_before_money_is_spent(
    ana: Person, bot: Bot, world: World, what: str
) -> None:
    make, words = REFUSED[what]
    await ana.says(f"@easel a mug beside {what}", Photo("mug.png", make()))
    over = await bot.finishes(f"a mug beside {what}")
    assert " could not be drawn: " in over.root.text
    assert words in over.root.words
    assert "Nothing was spent." in over.root.words or "$0.00" in over.root.words
    assert not await world.calls()
