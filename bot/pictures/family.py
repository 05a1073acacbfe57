"""The order and the lines of a branch map: every version a row, side branches right under what they branch from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Row:
    """`lane` from the left, 0 first. `passing` are lanes whose lines run through this row.

    `comes_from` is the lane that this version branches off; `has_above` and `has_below` say whether its own line goes
    on in its lane.
    """

    label: str
    lane: int
    passing: tuple[int, ...] = ()
    comes_from: int | None = None
    has_above: bool = False
    has_below: bool = False


def rows_of(family: Sequence[tuple[str, str | None]], head: str) -> list[Row]:
    """`family`: (label, parent's label or None), oldest first. The head's line is the straight one.

    Else the line goes on to the child from which the newest version comes.
    """
    children: dict[str | None, list[str]] = {}
    for label, parent in family:
        children.setdefault(parent, []).append(label)
    heirs = _heirs(family, head)
    rows: list[Row] = []
    for root in children.get(None, []):
        rows += _chain(root, None, children, heirs)
    return _with_passing(rows)


def _heirs(family: Sequence[tuple[str, str | None]], head: str) -> dict[str | None, str]:
    """For each version the child that its line goes on to."""
    parents = dict(family)
    heirs: dict[str | None, str] = {}
    for newest in [head, *(label for label, _ in reversed(family))]:
        label: str | None = newest if newest in parents else None
        while label is not None and parents[label] not in heirs:
            heirs[parents[label]] = label
            label = parents[label]
    return heirs


def _chain(
    first: str, off: int | None, children: dict[str | None, list[str]], heirs: dict[str | None, str]
) -> list[Row]:
    """A line from its first version to its last, with all that branches off it: no recursion, trees may be deep."""
    rows: list[Row] = []
    waiting: list[tuple[str, int, int | None, bool]] = [(first, 0 if off is None else off + 1, off, False)]
    while waiting:
        label, lane, comes_from, has_above = waiting.pop()
        heir = heirs.get(label)
        rows.append(Row(label, lane, (), comes_from, has_above, heir is not None))
        if heir is not None:
            waiting.append((heir, lane, None, True))
        others = [child for child in children.get(label, []) if child != heir]
        waiting += [(child, lane + 1, lane, False) for child in reversed(others)]
    return rows


def _with_passing(rows: list[Row]) -> list[Row]:
    """A lane's line runs on through all rows until the next version of that lane."""
    open_lanes: set[int] = set()
    found = []
    for row in rows:
        open_lanes = {lane for lane in open_lanes if lane < row.lane}
        found.append(replace(row, passing=tuple(sorted(open_lanes))))
        if row.has_below:
            open_lanes.add(row.lane)
    return found
