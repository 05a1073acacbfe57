"""The contact sheet at the top of a finished set: all shots at a glance, and quiet places where one is missing."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures.lettering import fitted, font, legible

GROUND = "#f6f4ef"
INK = "#23211d"
GREY = "#8d877b"
QUIET = "#ebe7de"
HAIRLINE = "#d9d3c6"
RADIUS = 12
MARGIN = 56
GAP = 32
LABEL = 74  # from the bottom of a picture to the next row
HEADER = 112
MOST_WIDE = 2000
FORMATS = ("PNG", "JPEG", "WEBP")
AT_ONCE = 2  # decoded beside each other

_NUMBERS = re.compile(r"#\d+(?:\s*·\s*v\d+)?")


@dataclass(frozen=True)
class SheetCell:
    """One shot. `png` is the picture or its thumbnail; without one, `state` is the word in its place ("failed")."""

    label: str
    png: bytes | None
    state: str = ""


@dataclass(frozen=True)
class _Grid:
    columns: int
    rows: int
    width: int
    height: int

    def at(self, index: int) -> tuple[int, int]:
        row, column = divmod(index, self.columns)
        return MARGIN + column * (self.width + GAP), HEADER + row * (self.height + LABEL)

    @property
    def size(self) -> tuple[int, int]:
        across = 2 * MARGIN + self.columns * self.width + (self.columns - 1) * GAP
        return across, HEADER + self.rows * (self.height + LABEL) + MARGIN - 36


def contact_sheet(title: str, cells: Sequence[SheetCell]) -> bytes:
    """A PNG at most 2000 pixels wide; pictures that cannot be read are shown as missing."""
    grid = _grid([_shape(cell.png) for cell in cells])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        pictures = list(pool.map(lambda cell: _fitted(cell.png, grid), cells))
    sheet = Image.new("RGB", grid.size, GROUND)
    draw = ImageDraw.Draw(sheet)
    _put_title(draw, title, pictures, grid)
    for index, (cell, picture) in enumerate(zip(cells, pictures, strict=True)):
        if picture is None:
            _put_gap(sheet, cell.state or "no picture", grid.at(index), grid)
        else:
            _put_picture(sheet, picture, grid.at(index), grid)
        _put_label(draw, cell, grid.at(index), grid)
    return as_png(sheet, 2)


def _grid(shapes: Sequence[float | None]) -> _Grid:
    """All cells have one shape, that of the middle picture."""
    known = sorted(shape for shape in shapes if shape)
    shape = min(3.0, max(0.5, known[len(known) // 2] if known else 1.0))
    columns = _columns(len(shapes), shape)
    width = {1: 960, 2: 720, 3: 560, 4: 448}.get(columns, 288)
    return _Grid(columns, max(1, -(-len(shapes) // columns)), width, round(width / shape))


def _columns(count: int, shape: float) -> int:
    if count > 24:
        return 6
    if shape > 2:
        return min(2, max(1, count))
    if count == 4:
        return 4 if shape < 0.8 else 2
    return {0: 1, 1: 1, 2: 2, 3: 3, 5: 3, 6: 3, 9: 3}.get(count, 4)


def _put_title(draw: ImageDraw.ImageDraw, title: str, pictures: Sequence[Image.Image | None], grid: _Grid) -> None:
    """The title on the left, how many there are on the right, both on one line."""
    done = sum(picture is not None for picture in pictures)
    count = f"{len(pictures)} pictures" if done == len(pictures) else f"{done} of {len(pictures)} pictures"
    count = count.replace("1 pictures", "1 picture") if len(pictures) == 1 else count
    right = grid.size[0] - MARGIN
    words = legible(title)
    if not words:
        draw.text((MARGIN, 66), count, fill=GREY, font=font(32), anchor="ls")
        return
    draw.text((right, 66), count, fill=GREY, font=font(24), anchor="rs")
    words = fitted(words, 40, right - MARGIN - font(24).getlength(count) - 40)
    draw.text((MARGIN, 66), words, fill=INK, font=font(40), anchor="ls")


def _put_picture(sheet: Image.Image, seen: Image.Image, at: tuple[int, int], grid: _Grid) -> None:
    """In the middle of its cell, with soft corners."""
    size = seen.size
    corner = at[0] + (grid.width - size[0]) // 2, at[1] + (grid.height - size[1]) // 2
    if size[0] < grid.width - 1 or size[1] < grid.height - 1:
        sheet.paste(QUIET, at, soft((grid.width, grid.height)))
        sheet.paste(seen, corner, soft(size) if min(size) > 4 * RADIUS else None)
    else:
        sheet.paste(seen, corner, soft(size))


def _put_gap(sheet: Image.Image, state: str, at: tuple[int, int], grid: _Grid) -> None:
    """A quiet field with a hairline and the reason in grey."""
    size = grid.width, grid.height
    sheet.paste(HAIRLINE, at, soft(size))
    inner = size[0] - 4, size[1] - 4
    sheet.paste(QUIET, (at[0] + 2, at[1] + 2), soft(inner, RADIUS - 2))
    words = fitted(legible(state) or "no picture", 26, grid.width - 48)
    middle = at[0] + size[0] / 2, at[1] + size[1] / 2
    ImageDraw.Draw(sheet).text(middle, words, fill=GREY, font=font(26), anchor="mm")


def _put_label(draw: ImageDraw.ImageDraw, cell: SheetCell, at: tuple[int, int], grid: _Grid) -> None:
    """ "#2" in ink, the rest in grey; only the numbers where the font has no letters for the rest."""
    numbers = _NUMBERS.match(cell.label)
    words = legible(cell.label) or (numbers[0] if numbers else "")
    first, gap, rest = words.partition(" ")
    left, base = at[0] + 2, at[1] + grid.height + 36
    draw.text((left, base), fitted(first, 24, grid.width), fill=INK, font=font(24), anchor="ls")
    used = font(24).getlength(first + gap)
    draw.text((left + used, base), fitted(rest, 24, grid.width - used - 4), fill=GREY, font=font(24), anchor="ls")


def soft(size: tuple[int, int], radius: int = RADIUS) -> Image.Image:
    """A mask with round corners; only the corners are drawn large and made small, which is quick and smooth."""
    mask = Image.new("L", size, 255)
    radius = min(radius, *(side // 2 for side in size))
    if radius < 1:
        return mask
    corner = Image.new("L", (radius * 4, radius * 4), 0)
    ImageDraw.Draw(corner).ellipse((0, 0, radius * 8 - 1, radius * 8 - 1), fill=255)
    corner = corner.resize((radius, radius), Image.Resampling.LANCZOS)
    right, bottom = size[0] - radius, size[1] - radius
    mask.paste(corner, (0, 0))
    mask.paste(corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (right, 0))
    mask.paste(corner.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, bottom))
    mask.paste(corner.transpose(Image.Transpose.ROTATE_180), (right, bottom))
    return mask


def _shape(png: bytes | None) -> float | None:
    """Width by height, from the head of the file."""
    if not png:
        return None
    try:
        with Image.open(BytesIO(png), formats=FORMATS) as opened:
            return opened.width / opened.height
    except (OSError, ValueError, SyntaxError):
        return None


def _fitted(png: bytes | None, grid: _Grid) -> Image.Image | None:
    """The whole picture at the size of its cell, never cropped; large ones are in memory only for as long as this."""
    if not png:
        return None
    try:
        picture = picture_of(png)
    except (OSError, ValueError, SyntaxError):
        return None
    scale = min(grid.width / picture.width, grid.height / picture.height)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=1.0)


def picture_of(png: bytes) -> Image.Image:
    """Decoded; transparent parts on white."""
    with Image.open(BytesIO(png), formats=FORMATS) as opened:
        opened.draft("RGB", (1024, 1024))
        if not opened.has_transparency_data:
            opened.load()
            return opened if opened.mode == "RGB" else opened.convert("RGB")
        seen = opened.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def as_png(picture: Image.Image, level: int) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=level)
    return out.getvalue()
