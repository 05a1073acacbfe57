"""Two versions side by side, what changed outlined, and a close look at it: one picture behind "Compare"."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from bot.pictures.differences import differences
from bot.pictures.islands import Mask, areas, islands
from bot.pictures.lettering import fitted, font, legible
from bot.pictures.outline import grown
from bot.pictures.regions import Box
from bot.pictures.sheet import GREY, GROUND, INK, QUIET, as_png, picture_of, soft

SIDE = 880  # the longer side of a panel
MARGIN = 44
GAP = 28
LABEL = 62
SAME_SHAPE = 0.02
ACCENT = (255, 45, 85)
ENLARGED = 1.15  # a close-up shows it at least so much larger


@dataclass(frozen=True)
class Shown:
    """A version and its label: "v2"."""

    label: str
    png: bytes


@dataclass(frozen=True)
class Panel:
    """A picture over its label, or a sentence in its place."""

    label: str
    picture: Image.Image | None
    words: str = ""


def comparison(before: Shown, after: Shown, mask: bytes | None = None) -> bytes:
    """A PNG of two by two panels: before, after, the change outlined, a close-up of both.

    `mask`: a picture that is light where the versions differ; without it they are compared. Versions of different
    shapes are only shown side by side.
    """
    one, other = picture_of(before.png), picture_of(after.png)
    if abs(one.width * other.height / (one.height * other.width) - 1) > SAME_SHAPE:
        return _page([Panel(before.label, one), Panel(after.label, other)])
    other = other if other.size == one.size else other.resize(one.size, Image.Resampling.LANCZOS)
    changed = np.asarray(differences(one, other) if mask is None else _given(mask, one.size)) > 127
    share = float(changed.mean())
    panels = [
        Panel(before.label, one),
        Panel(after.label, other),
        Panel(_said(share), _outlined(other, changed)),
        _close((before.label, after.label), one, other, changed),
    ]
    return _page(panels)


def _said(share: float) -> str:
    if share == 0:
        return "No visible change"
    return f"Changed · {'less than 1' if share < 0.01 else round(share * 100)} % of the picture"


def _given(mask: bytes, size: tuple[int, int]) -> Image.Image:
    with Image.open(BytesIO(mask)) as source:
        return source.convert("L").resize(size, Image.Resampling.BILINEAR)


def _outlined(picture: Image.Image, changed: Mask) -> Image.Image:
    """The rest pale and grey, the change in its colours, within a bright line."""
    if not changed.any():
        return picture
    pale = Image.blend(picture.convert("L").convert("RGB"), Image.new("RGB", picture.size, "white"), 0.55)
    line = max(2, round(max(picture.size) / 320))
    edge, rim = grown(changed, line) & ~changed, grown(changed, line + max(1, line // 2)) & ~changed
    levels = np.where(changed[..., None], np.asarray(picture), np.asarray(pale)).astype(np.uint8)
    levels[rim] = 255
    levels[edge] = ACCENT
    return Image.fromarray(levels)


def _close(labels: tuple[str, str], one: Image.Image, other: Image.Image, changed: Mask) -> Panel:
    """The changed place, else its largest part, in both versions; the later one alone where halves are too small."""
    if not changed.any():
        return Panel("", None, "The two look the same.")
    parts, count = islands(changed)
    largest = parts == areas(parts, count)[1:].argmax() + 1
    for place in (changed, largest):
        if pair := _pair(one, other, place):
            return Panel(f"Close-up · {labels[0]} and {labels[1]}", pair)
    box = _around(largest, one.width / one.height)
    if one.width >= ENLARGED * (box.right - box.left):
        return Panel(f"Close-up · {labels[1]}", other.resize(one.size, Image.Resampling.LANCZOS, box=box))
    return Panel("", None, "The change reaches over most of the picture.")


def _pair(one: Image.Image, other: Image.Image, place: Mask) -> Image.Image | None:
    """One place of both versions, beside or over each other, if that makes it larger."""
    width, height = one.size
    rows, columns = np.flatnonzero(place.any(axis=1)), np.flatnonzero(place.any(axis=0))
    is_wide = np.ptp(columns) * height > np.ptp(rows) * width
    half = (width, (height - 6) // 2) if is_wide else ((width - 6) // 2, height)
    box = _around(place, half[0] / half[1])
    if half[0] < ENLARGED * (box.right - box.left):
        return None
    pair = Image.new("RGB", one.size, GROUND)
    pair.paste(one.resize(half, Image.Resampling.LANCZOS, box=box), (0, 0))
    pair.paste(other.resize(half, Image.Resampling.LANCZOS, box=box), (width - half[0], height - half[1]))
    return pair


def _around(changed: Mask, shape: float) -> Box:
    """The change with some room, in that shape (width by height) and inside the picture."""
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    height, width = changed.shape
    tall = max(1.15 * (rows[-1] - rows[0] + 1), 1.15 * (columns[-1] - columns[0] + 1) / shape, 0.2 * height)
    tall = min(tall, height, width / shape)
    wide = tall * shape
    left = min(max(0.0, (columns[0] + columns[-1] - wide) / 2), width - wide)
    top = min(max(0.0, (rows[0] + rows[-1] - tall) / 2), height - tall)
    return Box(int(left), int(top), int(left + wide), int(top + tall))


def _page(panels: list[Panel]) -> bytes:
    """Two panels in a row, all as large as the largest picture."""
    largest = max((panel.picture for panel in panels if panel.picture), key=lambda seen: seen.width * seen.height)
    scale = SIDE / max(largest.size)
    width, height = round(largest.width * scale), round(largest.height * scale)
    rows = -(-len(panels) // 2)
    page = Image.new("RGB", (2 * MARGIN + 2 * width + GAP, MARGIN + rows * (height + LABEL) + MARGIN // 2), GROUND)
    for index, panel in enumerate(panels):
        _put(page, panel, (MARGIN + index % 2 * (width + GAP), MARGIN + index // 2 * (height + LABEL)), (width, height))
    return as_png(page, 4)


def _put(page: Image.Image, panel: Panel, at: tuple[int, int], room: tuple[int, int]) -> None:
    draw = ImageDraw.Draw(page)
    if panel.picture is None:
        page.paste(QUIET, at, soft(room))
        middle = at[0] + room[0] / 2, at[1] + room[1] / 2
        draw.text(middle, fitted(panel.words, 28, room[0] - 60), fill=GREY, font=font(28), anchor="mm")
    else:
        scale = min(room[0] / panel.picture.width, room[1] / panel.picture.height)
        size = max(1, round(panel.picture.width * scale)), max(1, round(panel.picture.height * scale))
        seen = panel.picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        page.paste(seen, (at[0] + (room[0] - size[0]) // 2, at[1] + (room[1] - size[1]) // 2), soft(size))
    label = fitted(legible(panel.label) or "", 27, room[0])
    draw.text((at[0] + 2, at[1] + room[1] + 38), label, fill=INK, font=font(27), anchor="ls")
