"""Sizes by name or number, and the nearest size that a model takes, with a sentence that says what became what.

The rules for models without a list of sizes are those of OpenAI's 2.x families: both edges a multiple of 16, no edge
above 3840, at most 3:1, 655,360 to 8,294,400 pixels. (developers.openai.com/api/docs/guides/image-generation)
"""

import re
from math import sqrt

from bot.domain import Model, Size
from bot.errors import BadRequest

STEP = 16
LONGEST_EDGE = 3840
LONGEST_RATIO = 3
FEWEST_PIXELS = 655_360
MOST_PIXELS = 8_294_400

SQUARE = Size(1024, 1024)
NAMED = {
    "square": SQUARE,
    "landscape": Size(1536, 1024),
    "portrait": Size(1024, 1536),
    "banner": Size(1536, 512),
    "story": Size(864, 1536),
    "wide": Size(1536, 864),
    "tall": Size(864, 1536),
    "hd": Size(1920, 1080),
    "4k": Size(3840, 2160),
}
OTHER_NAMES = {"widescreen": "wide", "horizontal": "landscape", "vertical": "portrait", "1080p": "hd", "uhd": "4k"}

# Ratios are drawn as large as landscape and portrait are, so that a ratio never costs more than a name.
RATIO_EDGE = 1536
RATIO_PIXELS = 1536 * 1024

EXAMPLES = "square, landscape, portrait, banner, story, a ratio as 16:9, or pixels as 1536x1024"


def parse_size(text: str) -> Size:
    """What the person means, not yet what a model takes (`snap` does that)."""
    word = text.strip().casefold()
    word = OTHER_NAMES.get(word, word)
    if word in NAMED:
        return NAMED[word]
    if match := re.fullmatch(r"(\d{1,5})\s*(?:[x×*])\s*(\d{1,5})(?:\s*px)?", word, re.ASCII):
        return _pixels(int(match[1]), int(match[2]), text)
    if match := re.fullmatch(r"(\d{1,4})\s*[:/]\s*(\d{1,4})", word, re.ASCII):
        return _ratio(int(match[1]), int(match[2]), text)
    raise BadRequest(f"I do not know the size “{text.strip()[:40]}”. Take {EXAMPLES}: `--size landscape`.", "size")


def snap(model: Model, size: Size) -> tuple[Size, str | None]:
    """The nearest size that the model takes, and a sentence if that is another one."""
    if _ratio_of(size) > LONGEST_RATIO:
        nearest = _nearest(model, _shortened(size))
        raise BadRequest(
            f"{size} is longer than {LONGEST_RATIO}:1, and {model.label} draws no picture longer than that. "
            f"The nearest is `--size {nearest}`.",
            "size",
        )
    nearest = _nearest(model, size)
    if nearest == size:
        return size, None
    return nearest, f"{size} becomes {nearest}, the nearest size that {model.label} draws."


def size_problem(size: Size) -> str | None:
    """Why the 2.x families refuse a size; None when they take it."""
    if size.width % STEP or size.height % STEP:
        return f"edges must be multiples of {STEP}"
    if max(size.width, size.height) > LONGEST_EDGE:
        return f"an edge is above {LONGEST_EDGE}"
    if _ratio_of(size) > LONGEST_RATIO:
        return f"longer than {LONGEST_RATIO}:1"
    if not FEWEST_PIXELS <= size.pixels <= MOST_PIXELS:
        return "too few or too many pixels"
    return None


def _pixels(width: int, height: int, text: str) -> Size:
    if not width or not height:
        raise BadRequest(f"“{text.strip()}” has no area. Take {EXAMPLES}: `--size 1536x1024`.", "size")
    return Size(width, height)


def _ratio(across: int, down: int, text: str) -> Size:
    if not across or not down:
        raise BadRequest(f"“{text.strip()}” is no ratio. Take {EXAMPLES}: `--size 16:9`.", "size")
    if across == down:
        return SQUARE
    ratio = max(across, down) / min(across, down)
    long = min(RATIO_EDGE, round(sqrt(RATIO_PIXELS * ratio)))
    short = max(1, round(long / ratio))
    width, height = (long, short) if across > down else (short, long)
    ratio_size = Size(width, height)
    return ratio_size if ratio > LONGEST_RATIO else _by_rule(ratio_size)


def _ratio_of(size: Size) -> float:
    return max(size.width, size.height) / min(size.width, size.height)


def _shortened(size: Size) -> Size:
    """The same long edge at the longest ratio there is."""
    long = max(size.width, size.height)
    short = -(-long // LONGEST_RATIO)
    return Size(long, short) if size.width > size.height else Size(short, long)


def _nearest(model: Model, size: Size) -> Size:
    if not model.sizes:
        return _by_rule(size)
    wanted = size.width / size.height
    return min(model.sizes, key=lambda s: (round(_off(s.width / s.height, wanted), 3), abs(s.pixels - size.pixels)))


def _by_rule(size: Size) -> Size:
    """The nearest size by shape (within a percent), then one that loses no pixel, then the fewest pixels off."""
    if size_problem(size) is None:
        return size
    width, height = _within_limits(size)
    wanted = size.width / size.height
    steps = range(-3, 5)
    found = [Size((int(width // STEP) + i) * STEP, (int(height // STEP) + j) * STEP) for i in steps for j in steps]

    def badness(candidate: Size) -> tuple[bool, bool, float]:
        is_bent = _off(candidate.width / candidate.height, wanted) > 0.01
        loses = candidate.width < width or candidate.height < height
        return is_bent, loses, abs(candidate.pixels - width * height)

    return min((c for c in found if c.width > 0 and c.height > 0 and size_problem(c) is None), key=badness)


def _within_limits(size: Size) -> tuple[float, float]:
    scale = min(1.0, LONGEST_EDGE / max(size.width, size.height), sqrt(MOST_PIXELS / size.pixels))
    scale = max(scale, sqrt(FEWEST_PIXELS / size.pixels))
    return size.width * scale, size.height * scale


def _off(ratio: float, wanted: float) -> float:
    return max(ratio, wanted) / min(ratio, wanted) - 1
