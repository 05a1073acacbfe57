"""Words in the picture, exactly as quoted, and the mark that says the picture is a preview."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.sandbox.painter.palette import luma, pick, rgb
from tests.sandbox.painter.stage import Box

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
BUNDLED = str(Path(__file__).parents[3] / "bot" / "pictures" / "fonts" / "DejaVuSansCondensed.ttf")
# Tried in turn for scripts the built-in letters lack; a machine with none of them gets brush strokes instead.
SCRIPT_FONTS = (
    "NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "NotoSansArabic-Bold.ttf", "DejaVuSans-Bold.ttf", BUNDLED,
    "PingFang.ttc", "msyhbd.ttc", "Arial Unicode.ttf", "wqy-microhei.ttc",
)  # fmt: skip


@dataclass(frozen=True)
class Letters:
    """A text and the box (in stage units) that it must fill."""

    text: str
    box: Box
    color: str


@lru_cache(maxsize=64)
def _font(size: int, name: str = "") -> Font | None:
    try:
        return ImageFont.truetype(name, size) if name else ImageFont.load_default(size)
    except OSError:
        return None


def _plain(text: str) -> bool:
    return all(ord(c) < 0x250 or c in "’‘“”–—…•€™" for c in text)


@lru_cache(maxsize=64)
def _script(text: str) -> str | None:
    """A font of this machine that has every letter of the text."""
    for name in SCRIPT_FONTS:
        font = _font(40, name)
        if not isinstance(font, ImageFont.FreeTypeFont):
            continue
        missing = font.getmask("\uffff").getbbox(), bytes(font.getmask("\uffff"))
        if all(c.isspace() or (font.getmask(c).getbbox(), bytes(font.getmask(c))) != missing for c in text):
            return name
    return None


def write(image: Image.Image, letters: list[Letters], scale: float) -> None:
    draw = ImageDraw.Draw(image)
    for item in letters:
        text = unicodedata.normalize("NFC", " ".join(item.text.split()))
        box = tuple(v * scale for v in item.box)
        name = "" if _plain(text) else _script(text)
        if name is None:
            _strokes(draw, text, (box[0], box[1], box[2], box[3]), item.color)
        else:
            _fit(draw, text, (box[0], box[1], box[2], box[3]), item.color, name)


def _fit(draw: ImageDraw.ImageDraw, text: str, box: Box, color: str, name: str) -> None:
    x0, y0, x1, y1 = box
    for size in range(int((y1 - y0) * 0.8), 7, -2):
        font = _font(size, name)
        if font is None:
            return
        lines = _wrapped(draw, text, font, x1 - x0)
        tall = len(lines) * size * 1.12
        if lines and tall <= y1 - y0:
            break
    else:
        lines, size = [text], 8
    font = _font(size, name)
    top = (y0 + y1) / 2 - len(lines) * size * 1.12 / 2
    weight = max(0, round(size / 34))
    for index, row in enumerate(lines):
        draw.text(((x0 + x1) / 2, top + (index + 0.5) * size * 1.12), row, font=font, fill=rgb(color), anchor="mm",
                  stroke_width=weight, stroke_fill=rgb(color))  # fmt: skip


def _wrapped(draw: ImageDraw.ImageDraw, text: str, font: Font, width: float) -> list[str]:
    """Lines no wider than the box, or nothing where a word does not fit."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(joined, font=font) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
        if draw.textlength(lines[-1], font=font) > width:
            return []
    return lines


def _strokes(draw: ImageDraw.ImageDraw, text: str, box: Box, color: str) -> None:
    """Brush marks that stand for letters nobody here can draw: one sign per character, always the same."""
    x0, y0, x1, y1 = box
    signs = [c for c in text if not unicodedata.combining(c)][:24]
    cell = min((x1 - x0) / max(1, len(signs)), (y1 - y0) * 0.9)
    start, middle = (x0 + x1 - cell * len(signs)) / 2, (y0 + y1) / 2
    for index, sign in enumerate(signs):
        if sign.isspace():
            continue
        left, top = start + index * cell + cell * 0.12, middle - cell * 0.38
        for stroke in range(3 + pick(sign, 3)):
            grid = [pick(f"{sign}{stroke}{end}", 4) / 3 * cell * 0.76 for end in "abcd"]
            draw.line(
                (left + grid[0], top + grid[1], left + grid[2], top + grid[3]),
                fill=rgb(color),
                width=max(2, int(cell * 0.09)),
            )


def mark(image: Image.Image) -> None:
    """ "Easel preview", small, in the lower right corner; on a solid pill, so that it
    reads on any ground and does not darken when an edit draws it again."""
    w, h = image.size
    size = max(9, round(min(w, h) * 0.019))
    font = _font(size)
    if font is None or min(w, h) < 96:
        return
    text, pad = "Easel preview", size * 0.62
    wide = ImageDraw.Draw(image).textlength(text, font=font)
    x1, y1 = w - size * 0.9, h - size * 0.9
    pill = (x1 - wide - 3.1 * pad - size * 0.3, y1 - size - pad * 1.1, x1, y1)
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0)) if image.mode == "RGBA" else image
    draw = ImageDraw.Draw(layer, "RGBA")
    draw.rounded_rectangle(pill, radius=(pill[3] - pill[1]) / 2, fill=(74, 66, 96, 255))
    cx, cy = pill[0] + pad * 1.25, (pill[1] + pill[3]) / 2
    r = size * 0.3
    draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=(255, 193, 92, 255))
    draw.text((cx + pad * 0.95, cy), text, font=font, fill=(255, 250, 240, 255), anchor="lm")
    if layer is not image:
        image.alpha_composite(layer)


def ink_on(ground: str) -> str:
    return "#fff8ea" if luma(ground) < 0.58 else "#33294a"
