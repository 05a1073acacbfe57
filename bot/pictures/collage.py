"""References on one labelled sheet, for servers that take one picture only; the prompt names the places."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures.lettering import fitted, font, legible

BAR = 48
STEP = 16
MOST_CELLS = 16


@dataclass(frozen=True)
class Collage:
    """The sheet, and where each cell is: "[1] top left"."""

    png: bytes
    places: tuple[str, ...]


def collage(cells: Sequence[tuple[str, bytes]]) -> Collage:
    """Two columns up to four pictures, three above; nothing is cropped; a black bar with the label over each."""
    if not 1 <= len(cells) <= MOST_CELLS:
        raise ValueError(f"a collage has 1 to {MOST_CELLS} cells, not {len(cells)}")
    columns, rows = _grid(len(cells))
    side = 768 if columns <= 2 else 640 if len(cells) <= 9 else 512
    sheet = Image.new("RGB", (_rounded(columns * side), _rounded(rows * (side + BAR))), "white")
    for index, (label, data) in enumerate(cells):
        left, top = index % columns * side, index // columns * (side + BAR)
        _put_label(sheet, f"[{index + 1}]", label, (left, top), side)
        _put_picture(sheet, data, (left, top + BAR), side)
    out = BytesIO()
    sheet.save(out, "PNG", compress_level=4)
    return Collage(out.getvalue(), places_of(len(cells)))


def places_of(count: int) -> tuple[str, ...]:
    """Where the cells of a sheet of `count` will be."""
    return tuple(f"[{index + 1}] {place_of(index, *_grid(count))}" for index in range(count))


def place_of(index: int, columns: int, rows: int) -> str:
    """Words for a place in the grid; with more than three rows they are counted."""
    row, column = divmod(index, columns)
    across = {1: ("",), 2: ("left", "right"), 3: ("left", "middle", "right")}[columns][column]
    down = {1: ("",), 2: ("top", "bottom"), 3: ("top", "middle", "bottom")}.get(rows)
    words = f"{down[row]} {across}" if down else f"row {row + 1} {across}"
    return {"middle middle": "centre"}.get(words, words.strip()) or "whole sheet"


def _grid(count: int) -> tuple[int, int]:
    columns = min(count, 2 if count <= 4 else 3)
    return columns, -(-count // columns)


def _put_label(sheet: Image.Image, number: str, label: str, at: tuple[int, int], side: int) -> None:
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((*at, at[0] + side - 1, at[1] + BAR - 1), fill="black")
    words = legible(label)
    text = fitted(f"{number} {words}" if words else number, 26, side - 32)
    draw.text((at[0] + 16, at[1] + BAR / 2), text, fill="white", font=font(26), anchor="lm")


def _put_picture(sheet: Image.Image, data: bytes, at: tuple[int, int], side: int) -> None:
    with Image.open(BytesIO(data)) as opened:
        opened.draft("RGB", (side, side))
        seen = opened.convert("RGBA")
    seen.thumbnail((side - 8, side - 8), Image.Resampling.LANCZOS, reducing_gap=2.0)
    sheet.paste(seen, (at[0] + (side - seen.width) // 2, at[1] + (side - seen.height) // 2), seen)


def _rounded(side: int) -> int:
    return -(-side // STEP) * STEP
