"""The region that a person outlined on a picture and sent back: red or any strong colour, rarely a closed curve.

Not being sure is an answer: None, and the person is asked for words or a cell of the grid instead.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from bot.domain import Size
from bot.pictures.islands import Mask, areas, islands
from bot.pictures.regions import Box
from bot.pictures.strokes import strokes

Floats = NDArray[np.floating[Any]]

WORKING_SIDE = 768
SHORTEST_SIDE = 120
SAME_SHAPE = 0.03
LEAST_REGION = 0.002  # of the picture
MOST_REGION = 0.9
ROUND_ENOUGH = 0.35  # of the curve's convex hull, or it is only a loop in some writing
HOLLOW = 0.1  # of it is left free, or the curve crosses itself
MOST_PIECES = 12
MOST_LOOPS = 4  # more are writing
MOSTLY = 0.6  # of what is drawn: the loop with an arrow that points at it
TURNED_ENOUGH = 0.75  # of the directions around its middle, or the curve is a line or an arrow
GAPS = (0, 1, 2, 3, 5, 8, 12, 18, 26)


@dataclass(frozen=True)
class Outlined:
    """A region in the pixels of the version: its box, and a PNG mask of the version's size (mode L, 255 inside)."""

    box: Box
    mask: bytes


def outlined(version: bytes, sent: bytes) -> Outlined | None:
    """`sent` may be scaled and recompressed, not cropped; uploads go through `intake.clean_picture` first.

    None when nothing is outlined, or nothing for certain.
    """
    original, other = _opened(version), _opened(sent)
    if original is None or other is None or not _is_same_shape(original, other):
        return None
    side = min(WORKING_SIDE, max(original.size), max(other.size))
    scale = side / max(original.size)
    small = max(1, round(original.width * scale)), max(1, round(original.height * scale))
    drawn = strokes(*(picture.resize(small, Image.Resampling.LANCZOS) for picture in (original, other)))
    region = None if drawn is None else _region(drawn)
    if region is None or not LEAST_REGION < region.mean() < MOST_REGION:
        return None
    return _in_pixels(region, Size(*original.size))


def _opened(data: bytes) -> Image.Image | None:
    try:
        with Image.open(BytesIO(data)) as opened:
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None


def _is_same_shape(one: Image.Image, other: Image.Image) -> bool:
    if min(other.size) < SHORTEST_SIDE or min(one.size) < SHORTEST_SIDE:
        return False
    return abs(other.width * one.height / (other.height * one.width) - 1) <= SAME_SHAPE


def _in_pixels(region: Mask, size: Size) -> Outlined:
    mask = Image.fromarray(region.astype(np.uint8) * 255)
    mask = mask.resize((size.width, size.height), Image.Resampling.BILINEAR).point(lambda level: 255 * (level > 127))
    out = BytesIO()
    mask.save(out, "PNG")
    return Outlined(Box(*(mask.getbbox() or (0, 0, 0, 0))), out.getvalue())


def _region(drawn: Mask) -> Mask | None:
    """Several closed curves are one region together; a curve broken into pieces is closed as a whole."""
    labels, count = islands(grown(drawn, 2))
    largest_first = areas(labels, count)[1:].argsort()[::-1][:MOST_PIECES] + 1
    pieces = [drawn & (labels == number) for number in largest_first]
    drawn = np.any(pieces, axis=0)
    insides = [_closed(piece) for piece in pieces]
    closed = [inside for inside in insides if inside is not None]
    loose = [piece for piece, inside in zip(pieces, insides, strict=True) if inside is None]
    largest = max((inside.sum() for inside in closed), default=0)
    loops = [inside for inside in closed if inside.sum() > 0.1 * largest]
    if len(loops) > MOST_LOOPS:
        return None
    region: Mask = np.any(loops or [drawn & False], axis=0)
    rest = [_hull(piece).sum() for piece in loose]
    if largest > 1.5 * max(rest, default=0) and region.sum() > 0.5 * sum(rest):
        return region
    whole = _closed(drawn) if count > 1 else None
    return _nearly_closed(drawn) if whole is None else whole


def _closed(curve: Mask) -> Mask | None:
    """What a curve encloses; looked for around it only, which is quicker and finds the same."""
    rows, columns = np.flatnonzero(curve.any(axis=1)), np.flatnonzero(curve.any(axis=0))
    room = GAPS[-1] + 2
    window = np.s_[max(0, rows[0] - room) : rows[-1] + room, max(0, columns[0] - room) : columns[-1] + room]
    inside = _closed_near(curve[window])
    if inside is None:
        return None
    whole = np.zeros_like(curve)
    whole[window] = inside
    return whole


def _closed_near(curve: Mask) -> Mask | None:
    """As it is, over small gaps, or against the picture's edge."""
    hull = _hull(curve)
    half = _thickness(curve) / 2
    reach = 0.14 * np.sqrt(hull.sum())
    for gap in (gap for gap in GAPS if gap == 0 or gap <= reach):
        inside = _cut_off(grown(curve, gap))
        if inside.sum() > HOLLOW * hull.sum():
            inside |= grown(inside, gap + round(half)) & hull
            rim = grown(inside, round(half) + 1) & curve
            is_a_loop = gap <= 3 and rim.sum() > MOSTLY * curve.sum()
            is_round = (inside & hull).sum() >= ROUND_ENOUGH * hull.sum()
            if (is_a_loop or is_round) and _is_wide(_hull(inside)):
                return inside
    return None


def _nearly_closed(curve: Mask) -> Mask | None:
    """The hull of a curve with one large gap, or of a scribble that covers its region rather than going around it."""
    hull = _hull(curve)
    if not _is_wide(hull):
        return None
    return hull if curve.sum() > 0.45 * hull.sum() or _goes_around(curve, hull) else None


def _cut_off(walls: Mask) -> Mask:
    """What has no way out; the picture's edge is a wall as well, and the largest part along it is the outside."""
    labels, count = islands(~walls, corners=False)
    sizes = areas(labels, count)
    edges = [set(np.unique(edge)) - {0} for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1])]
    outer = set().union(*edges)
    inner = np.ones(count + 1, bool)
    inner[0] = False
    across = (edges[0] & edges[1]) | (edges[2] & edges[3])
    inner[list(across | {max(outer, key=lambda number: sizes[number], default=0)})] = False
    found: Mask = inner[labels]
    return found


def _goes_around(curve: Mask, hull: Mask) -> bool:
    """Whether the curve runs along its hull in most directions: an ellipse with a gap, and no line, arrow or words."""
    places = np.argwhere(hull)
    middle = places.mean(axis=0)
    round_off = np.linalg.inv(np.linalg.cholesky(np.cov((places - middle).T)))
    rim_turn, rim_far = _polar(hull & ~_shrunk(hull), middle, round_off)
    turn, far = _polar(curve, middle, round_off)
    rim = np.zeros(36)
    np.maximum.at(rim, rim_turn, rim_far)
    is_on_rim = far > 0.6 * rim[turn]
    return bool(len(np.unique(turn[is_on_rim])) >= TURNED_ENOUGH * 36 and is_on_rim.mean() > 0.8)


def _polar(mask: Mask, middle: Floats, round_off: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Direction (0 to 35) and distance of each pixel from the middle, long shapes made round."""
    down, right = ((np.argwhere(mask) - middle) @ round_off.T).T
    turn = ((np.arctan2(down, right) + np.pi) / (2 * np.pi) * 36).astype(np.int64) % 36
    return turn, np.hypot(down, right)


def _is_wide(hull: Mask) -> bool:
    """No line, and no line of writing: at least about a seventh as wide as long."""
    rows, columns = np.nonzero(hull)
    long = float(np.hypot(np.ptp(rows) + 1, np.ptp(columns) + 1))
    return bool(hull.sum() > long * long / 7)


def _hull(mask: Mask) -> Mask:
    """The convex hull, filled."""
    rows = np.flatnonzero(mask.any(axis=1))
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - 1 - mask[rows][:, ::-1].argmax(axis=1)
    left = _chain(list(zip(first.tolist(), rows.tolist(), strict=True)), 1)
    right = _chain(list(zip(last.tolist(), rows.tolist(), strict=True)), -1)
    drawn = Image.new("1", (mask.shape[1], mask.shape[0]))
    if len(left) + len(right) > 2:
        ImageDraw.Draw(drawn).polygon(left + right[::-1], fill=1, outline=1)
    return np.asarray(drawn, bool) | mask


def _chain(points: list[tuple[int, int]], side: int) -> list[tuple[int, int]]:
    """One side of the hull: from the top down, points that dent it left out."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        while len(kept) > 1 and side * _bend(kept[-2], kept[-1], (x, y)) >= 0:
            kept.pop()
        kept.append((x, y))
    return kept


def _bend(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _thickness(curve: Mask) -> float:
    rim = (curve & ~_shrunk(curve)).sum()
    return float(2 * curve.sum() / max(1, rim))


def _shrunk(mask: Mask) -> Mask:
    return ~grown(~mask, 1)


def grown(mask: Mask, reach: int) -> Mask:
    """The mask and all that lies within `reach` pixels of it, diagonals included."""
    for axis in (0, 1) if reach else ():
        sums = np.cumsum(
            np.pad(mask, [(reach + 1, reach) if a == axis else (0, 0) for a in (0, 1)]), axis=axis, dtype=np.int32
        )
        ahead = np.take(sums, range(2 * reach + 1, sums.shape[axis]), axis=axis)
        behind = np.take(sums, range(sums.shape[axis] - 2 * reach - 1), axis=axis)
        mask = ahead > behind
    return mask
