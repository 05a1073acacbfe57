"""Composites: a prompt that asks for a grid of panels gives exactly that, with white gutters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.sandbox.painter import reading, roles, words
from tests.sandbox.painter.brief import Brief

SIZE = r"\b([1-4])\s*(?:x|×|by)\s*([1-4])\b"
GRID = re.compile(
    SIZE + r"(?=[^.\n]{0,60}\b(?:grid|panels?|storyboard|frames|cells|composite|contact)\b)"
    r"|\b(?:grid|panels?|storyboard|composite)\b[^.\n]{0,60}?" + SIZE,
    re.IGNORECASE,
)
ROWS = re.compile(
    r"\b(one|two|three|four|[1-4])\s+rows?\b[^.\n]{0,40}\b(one|two|three|four|[1-4])\s+(?:columns?|panels?)\b",
    re.IGNORECASE,
)
PANEL = re.compile(
    r"(?im)(?:^|(?<=[.;|\n]))\s*(?:panel|frame|cell)\s*(\d{1,2})[^:\n]{0,30}[:.)–—-]\s*([^\n|]+?)(?=\s*(?:[.;|]\s*)?(?:panel|frame|cell)\s*\d|\n|\||$)"
)
ITEM = re.compile(r"(?m)^\s*(\d{1,2})[.):]\s+(.+)$")
GUTTER = re.compile(r"(\d{1,3})\s*(?:px|pixels?)", re.IGNORECASE)
COUNT = {"one": 1, "two": 2, "three": 3, "four": 4}
CAMERAS = ("wide", "", "medium", "close", "full", "", "portrait", "wide")


@dataclass(frozen=True)
class Grid:
    rows: int
    columns: int
    gutter: int
    briefs: tuple[Brief, ...]


def asked(prompt: str, seed: int, references: Sequence[bytes]) -> Grid | None:
    text = prompt[: words.READ_LIMIT]
    size = _size(text)
    if size is None:
        return None
    rows, columns = size
    scenes = {int(n): body.strip() for n, body in (PANEL.findall(text) or ITEM.findall(text))}
    told = words.parts(prompt)
    pictures = roles.assigned(told, references)
    gutter = GUTTER.search(text[max(0, text.lower().find("gutter") - 80) :]) if "gutter" in text.lower() else None
    tone = reading.understood(told, seed, pictures).tone
    briefs = []
    for index in range(rows * columns):
        scene = scenes.get(index + 1, "")
        brief = reading.understood(replace(told, scene=scene or told.scene), seed + index, pictures)
        camera = brief.camera if scene else CAMERAS[index % len(CAMERAS)]
        briefs.append(replace(brief, tone=tone, camera=camera, layout="scene"))
    shared = next((b.cast for b in briefs if b.cast), ())
    briefs = [replace(b, cast=shared) if len(b.cast) == len(shared) == 1 else b for b in briefs]
    return Grid(rows, columns, int(gutter.group(1)) if gutter else 24, tuple(briefs))


def _size(text: str) -> tuple[int, int] | None:
    found = GRID.search(text)
    if found:
        numbers = [int(g) for g in found.groups() if g]
        return (numbers[0], numbers[1]) if numbers[0] * numbers[1] > 1 else None
    spoken = ROWS.search(text)
    if spoken:
        rows, columns = (COUNT.get(g.lower()) or int(g) for g in spoken.groups())
        return (rows, columns) if rows * columns > 1 else None
    return None


def boxes(grid: Grid, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Equal panels; the gutter's width is that of the prompt, at most a tenth of a panel."""
    gap = max(2, min(grid.gutter, width // (10 * grid.columns), height // (10 * grid.rows)))
    w, h = (width - gap * (grid.columns - 1)) / grid.columns, (height - gap * (grid.rows - 1)) / grid.rows
    return [
        (round(c * (w + gap)), round(r * (h + gap)), round(c * (w + gap) + w), round(r * (h + gap) + h))
        for r in range(grid.rows)
        for c in range(grid.columns)
    ]
