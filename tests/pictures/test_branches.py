"""The branch map: order, lines, the current version, and sessions of any size."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageColor

from bot.pictures.branches import HEAD, MOST_VERSIONS, Branch, branch_map
from bot.pictures.family import Row, rows_of
from tests.pictures.markers import png

SMALL = png(Image.new("RGB", (150, 100), (10, 200, 30)))
TALL = png(Image.new("RGB", (60, 120), (10, 200, 30)))


def family(*parents: int) -> list[tuple[str, str | None]]:
    """The parent's number of v1, v2 …, 0 for none."""
    return [(f"v{number}", f"v{parent}" if parent else None) for number, parent in enumerate(parents, 1)]


def order(rows: list[Row]) -> str:
    return " ".join(f"{row.label}/{row.lane}" for row in rows)


def test_a_line_of_edits_is_one_straight_lane() -> None:
    rows = rows_of(family(0, 1, 2, 3), "v4")
    assert order(rows) == "v1/0 v2/0 v3/0 v4/0"
    assert [(row.has_above, row.has_below) for row in rows] == [
        (False, True),
        (True, True),
        (True, True),
        (True, False),
    ]


def test_the_line_to_the_current_version_is_straight_and_side_branches_hang_off_it() -> None:
    rows = rows_of(family(0, 1, 2, 1, 4, 2), "v5")
    assert order(rows) == "v1/0 v2/1 v3/2 v6/1 v4/0 v5/0"
    assert rows[1].comes_from == 0 and rows[1].passing == (0,)
    assert rows[2].comes_from == 1 and rows[2].passing == (0, 1)
    assert rows[3].passing == (0,) and rows[3].has_above and not rows[3].has_below


def test_without_a_known_current_version_the_newest_line_is_straight() -> None:
    assert order(rows_of(family(0, 1, 1), "v9")) == "v1/0 v2/1 v3/0"


def test_many_takes_of_one_version_share_a_lane() -> None:
    rows = rows_of(family(0, *[1] * 30), "v2")
    assert {row.lane for row in rows} == {0, 1}


def test_a_session_of_several_first_versions_has_several_trees() -> None:
    assert order(rows_of(family(0, 0, 1, 2), "v3")) == "v1/0 v3/0 v2/0 v4/0"


def test_every_version_stands_in_the_order_once_however_deep() -> None:
    dice = np.random.default_rng(4)
    for size in (1, 2, 50, 3_000):
        parents = [0] + [int(dice.integers(max(1, number - 4), number)) for number in range(2, size + 1)]
        rows = rows_of(family(*parents), f"v{size // 2 + 1}")
        assert sorted(row.label for row in rows) == sorted(f"v{number}" for number in range(1, size + 1))
        place = {row.label: index for index, row in enumerate(rows)}
        assert all(place[label] > place[parent] for label, parent in family(*parents) if parent)


def drawn(count: int, picture: bytes | None = SMALL, head: int | None = None) -> Image.Image:
    versions = [Branch(f"v{n}", f"v{n - 1}" if n > 1 else None, picture, "mug → green") for n in range(1, count + 1)]
    return Image.open(BytesIO(branch_map("A mug", versions, f"v{head or count}"))).convert("RGB")


def share(page: Image.Image, colour: tuple[int, ...]) -> int:
    return int((np.abs(np.asarray(page, int) - colour[:3]).max(axis=2) < 12).sum())


@pytest.mark.parametrize("count", [1, 4, 5, 14, 36, 60, 83])
def test_sessions_of_any_size_are_a_page_that_can_be_read(count: int) -> None:
    page = drawn(count)
    assert page.width <= 2300 and page.height <= 2000
    each = share(page, (10, 200, 30)) / min(count, MOST_VERSIONS)
    assert each > 92 * 130


def test_only_the_current_version_is_marked() -> None:
    marked, other = drawn(6, head=3), drawn(6, head=6)
    assert share(marked, ImageColor.getrgb(HEAD)) > 300
    assert np.argwhere(np.asarray(marked) != np.asarray(other)).any()


def test_a_large_session_shows_the_newest() -> None:
    versions = [Branch(f"v{n}", f"v{n - 1}" if n > 1 else None, SMALL) for n in range(1, 84)]
    assert branch_map("A mug", versions, "v83") != branch_map("A mug", versions[23:], "v83")
    everything, newest = (Image.open(BytesIO(branch_map("", seen, "v83"))) for seen in (versions, versions[23:]))
    assert everything.size == newest.size


@pytest.mark.parametrize("picture", [None, b"no picture", TALL])
def test_a_version_without_a_picture_or_of_another_shape_has_its_place(picture: bytes | None) -> None:
    assert drawn(3, picture).size[1] >= 3 * 190


def test_nothing_that_people_write_breaks_the_map() -> None:
    versions = [
        Branch("v1", None, SMALL, "一只猫 " * 90),
        Branch("v2", "v1", SMALL, "word " * 90),
        Branch("v3", "v9", SMALL),
    ]
    assert Image.open(BytesIO(branch_map("标题" * 90, versions, "v7"))).width > 600
    assert Image.open(BytesIO(branch_map("t" * 900, [], ""))).width > 600
