"""Connected parts of masks, against a slow and plain way to find them."""

import numpy as np

from bot.pictures.islands import Mask, areas, enclosed, islands


def plainly(mask: Mask, corners: bool) -> int:
    """How many parts, by walking."""
    left = {(int(row), int(column)) for row, column in np.argwhere(mask)}
    count = 0
    while left:
        count += 1
        walk = [left.pop()]
        while walk:
            row, column = walk.pop()
            steps = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if corners or not (a and b)]
            near = {(row + a, column + b) for a, b in steps} & left
            left -= near
            walk += near
    return count


def test_parts_are_counted_as_by_walking() -> None:
    dice = np.random.default_rng(0)
    for _ in range(120):
        mask = dice.random((int(dice.integers(1, 12)), int(dice.integers(1, 12)))) < dice.random()
        for corners in (True, False):
            labels, count = islands(mask, corners=corners)
            assert count == plainly(mask, corners)
            assert ((labels > 0) == mask).all()
            assert sum(areas(labels, count)[1:]) == mask.sum()
            for number in range(1, count + 1):
                assert plainly(labels == number, corners) == 1


def test_what_walls_enclose_has_no_way_out() -> None:
    walls = np.zeros((9, 9), bool)
    walls[2, 2:7] = walls[6, 2:7] = walls[2:7, 2] = walls[2:7, 6] = True
    assert enclosed(walls).sum() == 9
    walls[4, 6] = False
    assert not enclosed(walls).any()
