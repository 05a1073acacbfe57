"""PNG bytes to pixels and back: hostile bytes end in a sentence, and what is written can be read by anything."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.errors import BadAnswer, BadPicture, BotError

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 60_000_000
SHORTEST_EDGE = 32
FAST = {"compress_level": 1, "compress_type": 3}  # run lengths: a quarter of the time, and no more bytes on photographs


def parent_of(data: bytes) -> Image.Image:
    """RGB, or RGBA where something is transparent; 8 bits. Raises BadPicture."""
    return _decoded(data, BadPicture("The picture to change can no longer be read. Start again with a new one."))


def answer_of(data: bytes) -> Image.Image:
    """As `parent_of`. Raises BadAnswer."""
    return _decoded(data, BadAnswer("The model answered with something that is no picture. Try once more."))


def _decoded(data: bytes, problem: BotError) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS or min(opened.size) < SHORTEST_EDGE:
                raise problem
            opened.load()
            return _eight_bit(opened)
    except BotError:
        raise
    except Exception as error:  # decoders of hostile bytes raise nearly anything
        raise problem from error


def _eight_bit(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith(("I", "F")):
        levels = np.asarray(picture, np.float64)
        return Image.fromarray((levels / 257).round().clip(0, 255).astype(np.uint8)).convert("RGB")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    return seen if seen.getchannel("A").getextrema()[0] != 255 else seen.convert("RGB")


def encoded(pixels: Image.Image | NDArray[np.uint8]) -> bytes:
    picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    out = BytesIO()
    picture.save(out, "PNG", **FAST)
    return out.getvalue()


def flattened(picture: Image.Image) -> Image.Image:
    """RGB on white: what both pictures are compared by."""
    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def opened_mask(data: bytes) -> Image.Image:
    """Grey. Raises BadPicture."""
    problem = BadPicture("The marked region cannot be read. Mark it once more, or name it in words.")
    return _decoded(data, problem).convert("L")
