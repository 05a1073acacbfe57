"""Text on pictures in the font that comes with us; what it cannot write is spelled plainly or left out."""

import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

FONT = Path(__file__).parent / "fonts" / "DejaVuSansCondensed.ttf"  # Latin, Greek, Cyrillic, Arabic, Hebrew and more

_PLAIN = str.maketrans(
    {"—": "-", "–": "-", "×": "x", "→": ">", "ß": "ss", "æ": "ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def legible(text: str) -> str | None:
    """The text as the font can write it: as it is, without accents (where it lacks them), or None for other scripts."""
    text = " ".join("".join(c for c in text if not unicodedata.category(c).startswith("C")).split())
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text) and not features.check("raqm"):
        return None  # without that library it would be written backwards and unjoined
    if all(map(_has_glyph, text)):
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return plain if plain and all(map(_has_glyph, plain)) else None


def fitted(text: str, size: int, width: float) -> str:
    """The text, cut with dots to at most `width` pixels."""
    if font(size).getlength(text) <= width:
        return text
    while text and font(size).getlength(text + "…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…" if text else ""


@cache
def _has_glyph(character: str) -> bool:
    """A missing glyph is drawn as the box that a character which can never exist is drawn as."""
    if character == " ":
        return True
    drawn, box = (font(20).getmask(c) for c in (character, "\uffff"))
    return drawn.size != box.size or bytes(drawn) != bytes(box)
