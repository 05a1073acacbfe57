"""All versions of a session as a branch map, as `!tree` shows it: what was made from what, and the current one.

The line that leads to the current version runs straight down on the left; what was tried beside it hangs off it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.pictures.family import Row, rows_of
from bot.pictures.lettering import fitted, font, legible
from bot.pictures.sheet import GREY, GROUND, HAIRLINE, INK, QUIET, as_png, picture_of, soft

MOST_VERSIONS = 60
MARGIN = 48
HEADER = 116
LANES = ("#3f6fb5", "#c2703d", "#5c8f5a", "#9a5aa8", "#b3903a", "#4d9aa0")
HEAD = "#d6336c"
SCALE = 3  # lines are drawn larger and made smaller, which smooths them


@dataclass(frozen=True)
class Branch:
    """One version. `parent` is its parent's label, None for a first one; `note` is what was changed."""

    label: str
    parent: str | None
    png: bytes | None
    note: str = ""


@dataclass(frozen=True)
class _Layout:
    columns: int
    rows: int
    wide: int
    high: int
    lanes: int
    text: int

    @property
    def pitch(self) -> int:
        return max(12, min(34, 170 // self.lanes))

    @property
    def graph(self) -> int:
        return self.pitch * self.lanes + 14

    @property
    def column(self) -> int:
        return self.graph + self.wide + self.text

    @property
    def row(self) -> int:
        return self.high + 22

    def at(self, index: int) -> tuple[int, int]:
        column, row = divmod(index, self.rows)
        return MARGIN + column * (self.column + 28), HEADER + row * self.row


def branch_map(title: str, versions: Sequence[Branch], head: str) -> bytes:
    """A PNG. `versions` oldest first; of more than 60 the newest are shown, and the picture says so."""
    shown = list(versions[-MOST_VERSIONS:])
    labels = {version.label for version in shown}
    rows = rows_of([(v.label, v.parent if v.parent in labels else None) for v in shown], head)
    pictures = {version.label: _read(version.png) for version in shown}
    layout = _layout(rows, pictures)
    page = Image.new("RGB", _size(layout, len(rows)), GROUND)
    _put_title(page, title, len(versions), len(shown), head)
    found = {version.label: version for version in shown}
    for index, row in enumerate(rows):
        version = found[row.label]
        is_cut = version.parent is not None and version.parent not in labels
        _put_row(page, row, layout, index, (version, pictures[row.label], row.label == head, is_cut))
    return as_png(page, 4)


def _layout(rows: Sequence[Row], pictures: dict[str, Image.Image | None]) -> _Layout:
    """Fewer versions are shown larger, in one column to four."""
    count = max(1, len(rows))
    columns = 1 if count <= 4 else 2 if count <= 14 else 3 if count <= 36 else 4
    high = 190 if count <= 4 else 150 if count <= 8 else 120 if count <= 24 else 92
    shapes = sorted(picture.width / picture.height for picture in pictures.values() if picture)
    shape = min(1.8, max(0.6, shapes[len(shapes) // 2] if shapes else 1.0))
    lanes = max((row.lane for row in rows), default=0) + 1
    return _Layout(columns, -(-count // columns), round(high * shape), high, lanes, 330 if columns < 3 else 230)


def _size(layout: _Layout, count: int) -> tuple[int, int]:
    columns = -(-max(1, count) // layout.rows)
    wide = 2 * MARGIN + columns * layout.column + (columns - 1) * 28
    return max(wide, 640), HEADER + layout.rows * layout.row + MARGIN - 10


def _put_title(page: Image.Image, title: str, count: int, shown: int, head: str) -> None:
    draw = ImageDraw.Draw(page)
    number = f"{count} version{'s' if count != 1 else ''}"
    number = f"the newest {shown} of {number}" if shown < count else number
    words = legible(title) or ""
    draw.text((MARGIN, 60), fitted(words or number, 34, page.width - 2 * MARGIN), fill=INK, font=font(34), anchor="ls")
    below = f"{f'{number} · ' if words else ''}{head} is the current one"
    draw.text((MARGIN, 92), below, fill=GREY, font=font(21), anchor="ls")


def _put_row(
    page: Image.Image, row: Row, layout: _Layout, index: int, seen: tuple[Branch, Image.Image | None, bool, bool]
) -> None:
    version, picture, is_head, is_cut = seen
    left, top = layout.at(index)
    page.paste(_graph(row, layout, is_head, is_cut), (left, top))
    at = left + layout.graph, top + (layout.row - layout.high) // 2
    _put_picture(page, picture, layout, at, is_head)
    _put_words(page, version, (at[0] + layout.wide + 18, top + layout.row // 2), (layout.text - 26, is_head, is_cut))


def _graph(row: Row, layout: _Layout, is_head: bool, is_cut: bool) -> Image.Image:
    """The lines of one row: those that pass, the one that ends or begins here, and the version's dot."""
    width, height, middle = layout.graph * SCALE, layout.row * SCALE, layout.row * SCALE // 2
    image = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(image)
    thick = 4 * SCALE

    def x(lane: int) -> int:
        return (lane * layout.pitch + layout.pitch // 2) * SCALE

    for lane in row.passing:
        draw.line((x(lane), 0, x(lane), height), fill=_colour(lane), width=thick)
    here, colour = x(row.lane), _colour(row.lane)
    if row.comes_from is not None:
        _bend(draw, (x(row.comes_from), 0), (here, middle), colour, thick)
    elif row.has_above:
        draw.line((here, 0, here, middle), fill=colour, width=thick)
    elif is_cut:
        for start in range(0, middle, 8 * SCALE):
            draw.line((here, start, here, start + 4 * SCALE), fill=colour, width=thick)
    if row.has_below:
        draw.line((here, middle, here, height), fill=colour, width=thick)
    radius = (10 if is_head else 7) * SCALE
    draw.ellipse((here - radius, middle - radius, here + radius, middle + radius), fill=HEAD if is_head else colour)
    inner = (5 if is_head else 3) * SCALE
    draw.ellipse((here - inner, middle - inner, here + inner, middle + inner), fill=GROUND)
    return image.resize((layout.graph, layout.row), Image.Resampling.LANCZOS)


def _bend(draw: ImageDraw.ImageDraw, start: tuple[int, int], end: tuple[int, int], colour: str, thick: int) -> None:
    """From the parent's line out to the branch, with a round corner."""
    radius = min(end[0] - start[0], end[1] - start[1])
    corner = start[0] + radius, end[1] - radius
    draw.arc(
        (start[0] - thick // 2, corner[1] - radius - thick // 2, corner[0] + radius + thick // 2, end[1] + thick // 2),
        90,
        180,
        fill=colour,
        width=thick,
    )
    draw.line((corner[0], end[1], end[0], end[1]), fill=colour, width=thick)


def _put_picture(
    page: Image.Image, picture: Image.Image | None, layout: _Layout, at: tuple[int, int], is_head: bool
) -> None:
    room = layout.wide, layout.high
    if picture is None:
        page.paste(QUIET, at, soft(room, 8))
        return
    seen = picture.copy()
    seen.thumbnail(room, Image.Resampling.LANCZOS, reducing_gap=2.0)
    corner = at[0] + (room[0] - seen.width) // 2, at[1] + (room[1] - seen.height) // 2
    edge = 5 if is_head else 1
    frame = seen.width + 2 * edge, seen.height + 2 * edge
    page.paste(HEAD if is_head else HAIRLINE, (corner[0] - edge, corner[1] - edge), soft(frame, 8 + edge))
    page.paste(seen, corner, soft(seen.size, 8))


def _put_words(page: Image.Image, version: Branch, at: tuple[int, int], how: tuple[int, bool, bool]) -> None:
    """The label, and under it what was changed in at most two lines."""
    room, is_head, is_cut = how
    draw = ImageDraw.Draw(page)
    notes = _lines(legible(version.note) or "", 19, room)
    if is_cut:
        notes = [f"from {version.parent}", *notes[:1]]
    top = at[1] - (12 * len(notes))
    draw.text((at[0], top), version.label, fill=INK, font=font(27), anchor="lm")
    if is_head:
        after = at[0] + font(27).getlength(version.label) + 14
        draw.text((after, top + 1), "current", fill=HEAD, font=font(20), anchor="lm")
    for number, words in enumerate(notes):
        draw.text((at[0], top + 29 + 24 * number), words, fill=GREY, font=font(19), anchor="lm")


def _lines(text: str, size: int, room: float) -> list[str]:
    """At most two lines, broken between words."""
    first = text
    while first and font(size).getlength(first) > room and " " in first:
        first = first.rpartition(" ")[0]
    rest = text[len(first) :].strip()
    return [line for line in (fitted(first, size, room), fitted(rest, size, room)) if line]


def _colour(lane: int) -> str:
    return LANES[lane % len(LANES)]


def _read(png: bytes | None) -> Image.Image | None:
    try:
        return picture_of(png) if png else None
    except (OSError, ValueError, SyntaxError):
        return None
