"""The cells of the lettered grid: columns A to D from the left, rows 1 to 4 from the top, in words and in pixels.

"B2" is the cell in the second column and the second row, as in a spreadsheet.
"""

import re
from collections.abc import Iterable, Sequence

from bot.domain import Size
from bot.pictures.regions import Box

COLUMNS = "ABCD"
ROWS = "1234"
CELLS = tuple(f"{column}{row}" for row in ROWS for column in COLUMNS)

_CELL = r"(?<![A-Za-z0-9])([A-D](?-i:(?<=[A-D])\s)?)([1-4])(?![0-9A-Za-z])"  # "B 2", but not "a 4 year old"
_TO = r"\s*(?:-|–|—|:|\.{2,3}|…|to|through|till|到|至)\s*"
_CELLS = re.compile(rf"{_CELL}(?:{_TO}{_CELL})?", re.IGNORECASE)
_PAPER = re.compile(r"\s*(?:paper|sheets?|pages?|size|format|poster|landscape|portrait|print|纸|尺寸)", re.IGNORECASE)


def cells_in(text: str) -> tuple[str, ...]:
    """The cells that a text names, each once, in reading order: "B2", "B2-C3", "b2 and c2", "B2到C3"."""
    plain = text.translate(str.maketrans("ＡＢＣＤ１２３４－：", "ABCD1234-:"))
    found: set[str] = set()
    for match in _CELLS.finditer(plain):
        if _PAPER.match(plain, match.end()):
            continue
        first, last = _named(match[1], match[2]), _named(match[3] or match[1], match[4] or match[2])
        found.update(_between(first, last))
    return tuple(cell for cell in CELLS if cell in found)


def cell_box(cell: str, size: Size) -> Box:
    """The pixels of one cell; the cells cover the picture without gaps. `cell` is one of CELLS."""
    column, row = COLUMNS.index(cell[0]), ROWS.index(cell[1])
    left, right = (round(size.width * edge / 4) for edge in (column, column + 1))
    top, bottom = (round(size.height * edge / 4) for edge in (row, row + 1))
    return Box(left, top, right, bottom)


def cells_box(cells: Sequence[str], size: Size) -> Box:
    """The smallest box that holds all of these cells."""
    boxes = [cell_box(cell, size) for cell in cells]
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


def cells_under(box: Box, size: Size, least: float = 0.15) -> tuple[str, ...]:
    """The cells of which a box covers at least that share; always at least the one it covers most."""
    shares = {cell: _shared(cell_box(cell, size), box) / max(1, cell_box(cell, size).area) for cell in CELLS}
    most = max(shares.values())
    return tuple(cell for cell in CELLS if shares[cell] >= min(least, most) and shares[cell] > 0)


def cell_words(cells: Iterable[str]) -> str:
    """ "cells B2 and B3 of a 4x4 grid (columns A to D from the left, rows 1 to 4 from the top)"."""
    names = list(cells)
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return (
        f"cell{'s'[: len(names) > 1]} {listed} of a 4x4 grid (columns A to D from the left, rows 1 to 4 from the top)"
    )


def _named(column: str, row: str) -> str:
    return f"{column.strip().upper()}{row}"


def _between(first: str, last: str) -> set[str]:
    columns, rows = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return {cell for cell in CELLS if columns[0] <= cell[0] <= columns[1] and rows[0] <= cell[1] <= rows[1]}


def _shared(one: Box, other: Box) -> int:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0, across) * max(0, down)
