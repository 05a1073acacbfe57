"""A 200 of the image API: its pictures as PNG, and the tokens it was billed for. Everything in it is checked.

Pure and slow (up to 8 megapixels are decoded): called in a thread.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.domain import Size, Usage

MOST_PIXELS = 64_000_000
MOST_PICTURES = 10
MOST_TOKENS = 1_000_000_000  # above it a number is nonsense, and no database would hold its price
FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True)
class Answer:
    """`pictures` are bytes, or the address (str) of a picture where the server gives those; not yet checked."""

    pictures: tuple[bytes | str, ...]
    usage: Usage | None


def read_answer(content: bytes, *, had_images: bool) -> Answer:
    """Never fails: what cannot be read is left out."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return Answer((), None)
    if not isinstance(body, dict):
        return Answer((), None)
    entries = body.get("data")
    found = map(_picture, entries[:MOST_PICTURES]) if isinstance(entries, list) else ()
    return Answer(tuple(each for each in found if each is not None), _usage(body.get("usage"), had_images))


def as_png(data: bytes) -> tuple[bytes, Size] | None:
    """The picture with its real size, or None if it is none. A PNG stays as it came, other formats are rewritten.

    A PNG carries checksums, which are quick to check: it is paid for and not yet kept, so time matters here.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if not 0 < picture.width * picture.height <= MOST_PIXELS:
                return None
            size = Size(*picture.size)
            if picture.format == "PNG" and b"IEND" in data[-64:]:
                picture.verify()
                return data, size
            picture.load()
            return _rewritten(picture), size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError):
        return None


def as_pngs(pictures: Sequence[bytes]) -> list[tuple[bytes, Size]]:
    return [png for picture in pictures if (png := as_png(picture))]


def _rewritten(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(out, "PNG")
    return out.getvalue()


def _picture(entry: object) -> bytes | str | None:
    if not isinstance(entry, dict):
        return None
    text, url = entry.get("b64_json"), entry.get("url")
    if not text and isinstance(url, str) and url.startswith("data:"):
        text = url
    if isinstance(text, str) and text:
        try:
            return base64.b64decode(text.rpartition(",")[2])
        except (binascii.Error, ValueError):
            return None
    return url if isinstance(url, str) and url else None


def _usage(body: Any, had_images: bool) -> Usage | None:
    """None where the server does not count: absent, or all zeros. OpenAI may leave the details of the input out."""
    if not isinstance(body, dict):
        return None
    details = body.get("input_tokens_details")
    total, out = _count(body, "input_tokens"), _count(body, "output_tokens")
    text, images = _count(details, "text_tokens"), _count(details, "image_tokens")
    if text + images < total:  # what is not told apart counts as the dearer of what was sent
        images, text = (total - text, text) if had_images else (images, total - images)
    return Usage(text, images, out) if out else None


def _count(body: object, name: str) -> int:
    value: Any = body.get(name) if isinstance(body, dict) else None
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 < value < MOST_TOKENS else 0
