"""A region drawn on a picture and sent back is found; what is no outline is not taken for one."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFont

from bot.pictures.lettering import FONT
from bot.pictures.outline import outlined
from bot.pictures.regions import Box
from tests.pictures.markers import RED, Points, ellipse, marked, overlap, png, rectangle, scene, sent

PLACE = Box(300, 200, 600, 450)
SMALL = Box(120, 420, 240, 500)
ORANGE_RED, BLUE, YELLOW, GREEN, BLACK = (255, 69, 40), (0, 122, 255), (255, 230, 0), (40, 200, 60), (0, 0, 0)

SMALLER = 2 / 3  # the cases are told for 900 x 700 pixels and drawn smaller, which is quicker and no easier

# scene, curve, expected box, pen (width, colour, opacity), (scale, JPEG quality or None for PNG)
CASES: dict[str, tuple[str, Points, Box, tuple[int, tuple[int, int, int], float], tuple[float, int | None]]] = {
    "as it was sent": ("soft", ellipse(PLACE), PLACE, (8, RED, 1), (1, None)),
    "JPEG 90": ("flat", ellipse(PLACE), PLACE, (8, RED, 1), (1, 90)),
    "JPEG 80": ("grain", ellipse(PLACE), PLACE, (8, RED, 1), (1, 80)),
    "JPEG 70": ("dark", ellipse(PLACE), PLACE, (8, RED, 1), (1, 70)),
    "JPEG 60": ("text", ellipse(PLACE), PLACE, (8, RED, 1), (1, 60)),
    "red things": ("red", ellipse(PLACE), PLACE, (8, RED, 1), (1, 85)),
    "red things, JPEG 60": ("red", ellipse(PLACE), PLACE, (8, RED, 1), (1, 60)),
    "red things, half size": ("red", ellipse(PLACE, 0.2), PLACE, (10, RED, 1), (0.5, 70)),
    "red things, orange red": ("red", rectangle(PLACE), PLACE, (8, ORANGE_RED, 1), (1, 85)),
    "0.4 of the size": ("soft", ellipse(PLACE), PLACE, (10, RED, 1), (0.4, 75)),
    "half the size": ("text", rectangle(PLACE), PLACE, (8, RED, 1), (0.5, 70)),
    "0.7 of the size": ("grain", ellipse(PLACE), PLACE, (8, RED, 1), (0.7, 65)),
    "1.5 times": ("flat", ellipse(PLACE), PLACE, (8, RED, 1), (1.5, 75)),
    "double size": ("soft", rectangle(PLACE), PLACE, (5, RED, 1), (2, 85)),
    "a hair line": ("soft", ellipse(PLACE), PLACE, (3, RED, 1), (1, 80)),
    "a thin line": ("grain", ellipse(PLACE), PLACE, (4, RED, 1), (1, 85)),
    "a broad pen": ("flat", ellipse(PLACE), PLACE, (20, RED, 1), (1, 70)),
    "a tenth open": ("soft", ellipse(PLACE, 0.3, 0.9), PLACE, (8, RED, 1), (1, 80)),
    "a fifth open": ("dark", ellipse(PLACE, 0.1, 0.8), PLACE, (8, RED, 1), (1, 80)),
    "open at the corner": ("text", rectangle(PLACE, 0.8), PLACE, (8, RED, 1), (1, 80)),
    "overrun": ("soft", ellipse(PLACE, 0.1, 1.2, 5), PLACE, (8, RED, 1), (1, 80)),
    "a shaky hand": ("flat", ellipse(PLACE, 0, 0.97, 7), PLACE, (8, RED, 1), (1, 80)),
    "shaky and open": ("grain", ellipse(PLACE, 0.6, 0.85, 5), PLACE, (8, RED, 1), (0.6, 80)),
    "blue": ("flat", ellipse(PLACE), PLACE, (8, BLUE, 1), (1, 75)),
    "yellow": ("dark", rectangle(PLACE), PLACE, (8, YELLOW, 1), (1, 75)),
    "green": ("red", ellipse(PLACE), PLACE, (8, GREEN, 1), (1, 75)),
    "black on a photo": ("soft", ellipse(PLACE), PLACE, (8, BLACK, 1), (1, 75)),
    "a translucent marker": ("soft", ellipse(PLACE), PLACE, (24, RED, 0.5), (1, 80)),
    "a highlighter": ("flat", ellipse(PLACE), PLACE, (26, YELLOW, 0.6), (1, 85)),
    "a small thing": ("soft", ellipse(SMALL), SMALL, (6, RED, 1), (1, 75)),
    "a small box": ("dark", rectangle(SMALL), SMALL, (5, RED, 1), (0.8, 75)),
    "nearly everything": ("soft", ellipse(Box(60, 60, 850, 650)), Box(60, 60, 850, 650), (8, RED, 1), (1, 75)),
    "cut by the lower edge": (
        "soft",
        ellipse(Box(300, 500, 600, 900), 0.5, 0.5),
        Box(300, 500, 600, 700),
        (8, RED, 1),
        (1, 80),
    ),
    "in a corner": ("flat", ellipse(Box(-300, -250, 300, 250), 0, 0.25), Box(0, 0, 300, 250), (8, RED, 1), (1, 80)),
    "from edge to edge": (
        "text",
        [(0, 200), (250, 210), (240, 500), (0, 490)],
        Box(0, 200, 250, 500),
        (8, RED, 1),
        (1, 80),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_outlined_is_found(
    case: tuple[str, Points, Box, tuple[int, tuple[int, int, int], float], tuple[float, int | None]],
) -> None:
    kind, curve, box, (width, colour, opacity), (scale, quality) = case
    picture = scene(kind, 600, 467)
    curve, box = [(x * SMALLER, y * SMALLER) for x, y in curve], Box(*(round(edge * SMALLER) for edge in box))
    back = sent(
        marked(picture, curve, width=max(3, round(width * SMALLER)), colour=colour, opacity=opacity), scale, quality
    )
    found = outlined(png(picture), back)
    assert found is not None
    assert overlap(found.box, box) > 0.78
    mask = Image.open(BytesIO(found.mask))
    assert mask.size == picture.size and mask.getbbox() == tuple(found.box)


ARROW: list[Points] = [[(100, 100), (400, 350)], [(400, 350), (340, 340)], [(400, 350), (390, 290)]]


def written(picture: Image.Image) -> Image.Image:
    out = picture.copy()
    ImageDraw.Draw(out).text((200, 300), "make this green", fill=RED, font=ImageFont.truetype(FONT, 60))
    return out


def changed(picture: Image.Image) -> Image.Image:
    out = picture.copy()
    ImageDraw.Draw(out).ellipse((300, 200, 500, 400), fill=(96, 120, 90))
    return out


def moved(picture: Image.Image) -> Image.Image:
    shift = (1.01, 0, 2, 0, 1.01, 3)
    return picture.transform(picture.size, Image.Transform.AFFINE, shift, Image.Resampling.BICUBIC)


WHOLE = Box(8, 8, 892, 692)
NO_OUTLINES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "nothing drawn": lambda picture: picture,
    "a line": lambda picture: marked(picture, [(100, 300), (700, 310)]),
    "a line across": lambda picture: marked(picture, [(0, 350), (900, 340)]),
    "an arrow": lambda picture: marked(picture, *ARROW),
    "a cross": lambda picture: marked(picture, [(300, 300), (500, 500)], [(300, 500), (500, 300)]),
    "a dot": lambda picture: marked(picture, [(300, 300), (301, 301)], width=10),
    "a frame around everything": lambda picture: marked(picture, rectangle(WHOLE)),
    "words": written,
    "a change": changed,
    "drift": moved,
    "a brighter copy": lambda picture: ImageEnhance.Brightness(picture).enhance(1.15),
    "another picture": lambda _: scene("text"),
    "another shape": lambda picture: marked(picture, ellipse(PLACE)).crop((0, 0, 700, 700)),
    "a thumbnail": lambda picture: marked(picture, ellipse(PLACE)).resize((90, 70)),
}


@pytest.mark.parametrize("make", NO_OUTLINES.values(), ids=NO_OUTLINES.keys())
def test_what_is_no_outline_is_not_taken_for_one(make: Callable[[Image.Image], Image.Image]) -> None:
    assert outlined(png(scene("red")), sent(make(scene("red")), quality=80)) is None


def test_two_outlines_are_one_region_together() -> None:
    one, other = Box(100, 100, 300, 250), Box(500, 350, 760, 600)
    found = outlined(png(scene("soft")), sent(marked(scene("soft"), ellipse(one), ellipse(other))))
    assert found is not None
    mask = np.asarray(Image.open(BytesIO(found.mask))) > 0
    assert mask[175, 200] and mask[475, 630] and not mask[300, 400]


def test_an_arrow_or_a_note_beside_the_outline_is_no_part_of_it() -> None:
    box = Box(420, 360, 700, 600)
    with_arrow = outlined(png(scene("flat")), sent(marked(scene("flat"), ellipse(box), *ARROW)))
    assert with_arrow is not None and overlap(with_arrow.box, box) > 0.78


@pytest.mark.parametrize("bad", [b"", b"no picture", png(scene("soft"))[:900]])
def test_what_is_no_picture_has_no_outline(bad: bytes) -> None:
    assert outlined(png(scene("soft")), bad) is None
    assert outlined(bad, png(scene("soft"))) is None
