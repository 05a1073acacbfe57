"""The lettered grid drawn over a picture, so that people can say where: "B2" (bot/pictures/cells.py)."""

from io import BytesIO

from PIL import Image, ImageDraw

from bot.domain import Size
from bot.pictures.cells import CELLS, cell_box
from bot.pictures.lettering import font
from bot.pictures.regions import Box

LONGEST_SIDE = 1536  # as Slack shows it; the cells are those of the full picture


def lettered_grid(png: bytes) -> bytes:
    """The picture with the grid and each cell's name in its corner: a PNG, at most 1536 pixels long."""
    with Image.open(BytesIO(png)) as opened:
        seen = opened.convert("RGB")
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    lines = Image.new("RGBA", seen.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(lines)
    size = Size(*seen.size)
    for share in (1, 2, 3):
        x, y = round(size.width * share / 4), round(size.height * share / 4)
        _line(draw, (x, 0, x, size.height))
        _line(draw, (0, y, size.width, y))
    for cell in CELLS:
        _name(draw, cell, cell_box(cell, size), max(16, min(seen.size) // 26))
    seen.paste(lines, mask=lines.getchannel("A"))
    out = BytesIO()
    seen.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _line(draw: ImageDraw.ImageDraw, ends: tuple[int, int, int, int]) -> None:
    """White between two dark edges shows on every ground."""
    draw.line(ends, fill=(0, 0, 0, 110), width=4)
    draw.line(ends, fill=(255, 255, 255, 225), width=2)


def _name(draw: ImageDraw.ImageDraw, cell: str, box: Box, size: int) -> None:
    left, top = box.left + size // 2, box.top + size // 2
    across, down = font(size).getlength(cell) + size * 0.8, size * 1.5
    draw.rounded_rectangle((left, top, left + across, top + down), size // 3, fill=(20, 18, 15, 190))
    draw.text((left + across / 2, top + down / 2), cell, fill="white", font=font(size), anchor="mm")
