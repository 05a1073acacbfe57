"""From arguments to bytes: reads the brief, composes, renders, letters, marks and stamps a picture."""

from PIL import Image

from tests.sandbox.painter import (
    exhibits,
    imprint,
    lettering,
    panels,
    reading,
    render,
    roles,
    scene,
    signs,
    styles,
    weather,
    words,
)
from tests.sandbox.painter.brief import Brief


def paint(
    prompt: str, width: int, height: int, seed: int, references: tuple[bytes, ...], background: str, quality: str
) -> bytes:
    grid = panels.asked(prompt, seed, references)
    if grid:
        return finished(_composite(grid, width, height, quality), grid.briefs[0])
    told = words.parts(prompt)
    pictures = roles.assigned(told, references)
    brief = reading.understood(told, seed, pictures)
    image = drawn(brief, width, height, background == "transparent", quality, exhibits.chosen(pictures))
    return finished(image, brief)


def drawn(
    brief: Brief, width: int, height: int, bare: bool = False, quality: str = "medium", thing: Image.Image | None = None
) -> Image.Image:
    """The picture without its mark; `thing` is a picture to be shown in it."""
    stage = scene.compose(brief, width, height, bare=bare)
    letters = signs.hang(stage, brief)
    if not bare:
        weather.fall(stage)
    w, h = render.drawn_size(width, height, quality)
    image = styles.picture(stage, brief.style, w, h, bare=bare)
    if image.size != (width, height):
        resample = Image.Resampling.NEAREST if brief.style == "pixel" else Image.Resampling.LANCZOS
        image = image.resize((width, height), resample)
    if thing is not None and not bare:
        image = exhibits.shown(image, stage, thing)
    lettering.write(image, letters, width / stage.w)
    return image


def _composite(grid: panels.Grid, width: int, height: int, quality: str) -> Image.Image:
    sheet = Image.new("RGB", (width, height), "white")
    for brief, (x0, y0, x1, y1) in zip(grid.briefs, panels.boxes(grid, width, height), strict=True):
        sheet.paste(drawn(brief, x1 - x0, y1 - y0, quality=quality), (x0, y0))
    return sheet


def finished(image: Image.Image, brief: Brief) -> bytes:
    lettering.mark(image)
    return render.png(imprint.stamped(image, brief), imprint.note(brief))
