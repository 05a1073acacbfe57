"""Places by words, by cells of the grid, and back."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from bot.domain import Size
from bot.pictures.cells import CELLS, cell_box, cell_words, cells_box, cells_in, cells_under
from bot.pictures.grid import lettered_grid
from bot.pictures.regions import Box, region_box, region_words
from tests.pictures.markers import png, scene

SIZE = Size(1200, 900)
WORDS: dict[str, tuple[int, int, int, int]] = {
    "top left": (0, 0, 600, 450),
    "the upper-right corner": (600, 0, 1200, 450),
    "bottom right quarter": (600, 450, 1200, 900),
    "left half": (0, 0, 600, 900),
    "the right-hand side": (600, 0, 1200, 900),
    "the bottom third": (0, 600, 1200, 900),
    "make the cup on the left green": (0, 0, 600, 900),
    "at the very top": (0, 0, 1200, 450),
    "in the middle": (240, 180, 960, 720),
    "centre": (240, 180, 960, 720),
    "the middle third": (400, 0, 800, 900),
    "top middle": (240, 0, 960, 450),
    "左上角": (0, 0, 600, 450),
    "右下方": (600, 450, 1200, 900),
    "左半边": (0, 0, 600, 900),
    "底部三分之一": (0, 600, 1200, 900),
    "画面右侧": (600, 0, 1200, 900),
    "画面上面": (0, 0, 1200, 450),
    "正中间": (240, 180, 960, 720),
}
NOWHERE = [
    "",
    "her top red",
    "she left early",
    "right now",
    "the left mug",
    "把中国地图加上",
    "桌子上面",
    "加一下",
    "上午",
    "B2",
]


@pytest.mark.parametrize(("words", "box"), WORDS.items())
def test_words_for_a_place_are_a_box(words: str, box: tuple[int, int, int, int]) -> None:
    assert region_box(words, SIZE) == Box(*box)


@pytest.mark.parametrize("words", NOWHERE)
def test_other_words_are_no_place(words: str) -> None:
    assert region_box(words, SIZE) is None


@pytest.mark.parametrize(
    "words", ["top left", "bottom right", "left half", "top half", "bottom third", "right third", "middle"]
)
def test_a_box_is_told_in_the_words_that_find_it(words: str) -> None:
    box = region_box(words, SIZE)
    assert box is not None and region_words(box, SIZE) == words


def test_small_boxes_are_told_by_where_they_lie() -> None:
    assert region_words(Box(1000, 20, 1100, 90), SIZE) == "top right"
    assert region_words(Box(550, 800, 650, 880), SIZE) == "bottom"
    assert region_words(Box(0, 0, 1190, 890), SIZE) == "nearly all of the picture"


NAMED = {
    "B2": "B2",
    "b2, c3": "B2 C3",
    "B2-C3": "B2 C2 B3 C3",
    "C3–B2": "B2 C2 B3 C3",
    "B2 to B4": "B2 B3 B4",
    "B2到C3": "B2 C2 B3 C3",
    "make D4 and A1 darker": "A1 D4",
    "Ｂ２": "B2",
    "B 2": "B2",
    "A4 paper": "",
    "a 4 year old": "",
    "the E2 and B5, AB2, B22": "",
}


@pytest.mark.parametrize(("words", "cells"), NAMED.items())
def test_cells_are_read_from_words(words: str, cells: str) -> None:
    assert " ".join(cells_in(words)) == cells


def test_cells_are_said_in_words() -> None:
    assert cell_words(["B2"]).startswith("cell B2 of a 4x4 grid (columns A to D")
    assert cell_words(["B2", "C2", "B3"]).startswith("cells B2, C2 and B3 of a 4x4 grid")


@pytest.mark.parametrize("size", [Size(1024, 1024), Size(1001, 667), Size(864, 1536)])
def test_the_cells_cover_the_picture_once(size: Size) -> None:
    covered = np.zeros((size.height, size.width), int)
    for cell in CELLS:
        left, top, right, bottom = cell_box(cell, size)
        covered[top:bottom, left:right] += 1
    assert (covered == 1).all()
    assert cell_box("A1", size)[:2] == (0, 0) and cell_box("D1", size).top == 0
    assert cell_box("D4", size)[2:] == (size.width, size.height)


def test_boxes_and_cells_lead_back_to_each_other() -> None:
    for words in ("B2", "B2-C3", "A1-D4", "D4"):
        cells = cells_in(words)
        assert cells_under(cells_box(cells, SIZE), SIZE) == cells
    assert cells_under(Box(310, 230, 330, 250), SIZE) == ("B2",)


def test_the_grid_is_drawn_over_the_picture_and_leaves_the_rest() -> None:
    picture = scene("soft")
    grid = Image.open(BytesIO(lettered_grid(png(picture))))
    assert grid.size == picture.size
    apart = np.abs(np.asarray(grid, int) - np.asarray(picture, int)).max(axis=2) > 8
    assert 0.02 < apart.mean() < 0.2
    for cell in CELLS:
        left, top, right, bottom = cell_box(cell, Size(*picture.size))
        assert apart[top : top + (bottom - top) // 2, left : left + (right - left) // 2].mean() > 0.05
        assert apart[top + (bottom - top) // 2 : bottom - 4, left + (right - left) // 2 : right - 4].mean() == 0


def test_a_large_picture_gets_a_grid_that_slack_shows() -> None:
    large = Image.open(BytesIO(lettered_grid(png(Image.new("RGB", (3000, 2000), "grey")))))
    assert large.size == (1536, 1024)
