"""Places in a picture: words ("top left", "the bottom third", 左上角) to pixel boxes, and boxes back to words."""

import re
from typing import NamedTuple

from bot.domain import Size


class Box(NamedTuple):
    """Pixels from the top left corner; right and bottom are one past the last."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)


Span = tuple[float, float]

_ALL: Span = (0.0, 1.0)
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_ACROSS = {"left": "first", "right": "last"}
_DOWN = {"top": "first", "upper": "first", "bottom": "last", "lower": "last"}
_MIDDLE = r"middle|centre|center|central"
_SIDE = rf"(?:top|upper|bottom|lower|left|right|{_MIDDLE})"
_UNIT = r"half|third|quarter|fifth|side|corner|edge|part|area|section|portion"
# A lone word counts only where it can be no garment ("her top") and no verb ("she left").
_ENGLISH = re.compile(
    rf"\b(?P<a>{_SIDE})(?:\s*[-/,]?\s*(?:the\s+|hand\s+)?(?P<b>{_SIDE}))?(?:[\s-]+hand)?"
    rf"(?:[\s-]+(?P<unit>{_UNIT})s?)?\b"
)
_POINTS = re.compile(r"\b(?:at|on|in|to|of|from|near|along|towards?)\s+(?:the\s+)?(?:very\s+|far\s+)?$")

_CHINESE = re.compile(
    r"(?P<a>[左右上下中])(?P<b>[左右上下中])?(?P<noun>半边|半部分?|半|角落?|边缘?|侧|方|部分?|面|端|间|央)?"
    r"的?(?P<unit>三分之一|四分之一|二分之一|一半)?"
)
# 上面, 上边 mean "on it" as often as "at the top": 桌子上面 is no place in the picture.
_AMBIGUOUS = re.compile(r"(?<!画面)(?<!图片)(?<!照片)(?<!图)(?<!最)[上下](?:面|边(?!缘))")
_CHINESE_OTHER = (
    ("顶部", "上方"),
    ("顶端", "上方"),
    ("底部", "下方"),
    ("底端", "下方"),
    ("正中", "中间"),
    ("中心", "中间"),
)
_CHINESE_UNITS = {"三分之一": "third", "四分之一": "quarter", "二分之一": "half", "一半": "half"}
_CHINESE_SIDES = {"左": "left", "右": "right", "上": "top", "下": "bottom", "中": "middle"}


def region_box(words: str, size: Size) -> Box | None:
    """The first place that the words name, as a box in a picture of that size; None when they name none.

    Generous where people are vague: "on the left" is the left half, "in the middle" the middle 60 %.
    """
    found = _in_english(words.casefold()) or _in_chinese(words)
    return _boxed(*found, size) if found else None


def region_words(box: Box, size: Size) -> str:
    """Where a box lies, for a prompt or a caption: "top left", "left half", "middle", "nearly all of the picture"."""
    if box.area > 0.8 * size.pixels:
        return "nearly all of the picture"
    across = _side((box.left / size.width, box.right / size.width), "left", "right")
    down = _side((box.top / size.height, box.bottom / size.height), "top", "bottom")
    if across == "all" or down == "all":
        side = down if across == "all" else across
        share = box.area / size.pixels
        return "middle" if side in ("", "all") else f"{side} {'half' if share > 0.4 else 'third'}"
    return f"{down} {across}".strip() or "middle"


def _side(span: Span, first: str, last: str) -> str:
    """Which side of the middle a span lies on; "" around the middle, "all" from edge to edge."""
    if span[1] - span[0] > 0.75:
        return "all"
    middle = (span[0] + span[1]) / 2
    return first if middle < 0.4 else last if middle > 0.6 else ""


def _in_english(words: str) -> tuple[Span, Span] | None:
    for match in _ENGLISH.finditer(words):
        sides = [side for side in (match["a"], match["b"]) if side]
        is_whole = match[0].strip() == re.sub(r"^(?:the|only|just)\s+", "", words.strip(" .!?"))
        if match["unit"] or len(sides) == 2 or is_whole or _POINTS.search(words[: match.start()]):
            return _spans(sides, match["unit"] or "")
    return None


def _in_chinese(words: str) -> tuple[Span, Span] | None:
    for other, usual in _CHINESE_OTHER:
        words = words.replace(other, usual)
    for match in _CHINESE.finditer(_AMBIGUOUS.sub(" ", words)):
        sides = [_CHINESE_SIDES[side] for side in (match["a"], match["b"]) if side]
        noun = match["noun"] or ""
        if noun or match["unit"] or len(sides) == 2:
            unit = "half" if noun.startswith("半") else "corner" if noun.startswith("角") else ""
            return _spans(sides, _CHINESE_UNITS.get(match["unit"] or "", unit))
    return None


def _spans(sides: list[str], unit: str) -> tuple[Span, Span]:
    """Shares of width and height: two sides ("top left", "top left quarter") make a quarter of it, one side half."""
    share = _PARTS.get(unit, 0.5)
    across = next((_ACROSS[side] for side in sides if side in _ACROSS), "")
    down = next((_DOWN[side] for side in sides if side in _DOWN), "")
    has_middle = any(side not in _ACROSS and side not in _DOWN for side in sides)
    share = 0.5 if across and down and unit == "quarter" else share
    if not across and not down:
        middle = _middle(share if unit in _PARTS else 0.6)
        return (middle, _ALL) if unit in _PARTS else (middle, middle)
    rest = _middle(0.6) if has_middle else _ALL
    return _span(across, share) or rest, _span(down, share) or rest


def _span(which: str, share: float) -> Span | None:
    return {"first": (0.0, share), "last": (1 - share, 1.0)}.get(which)


def _middle(share: float) -> Span:
    return (1 - share) / 2, (1 + share) / 2


def _boxed(across: Span, down: Span, size: Size) -> Box:
    left, right = (round(share * size.width) for share in across)
    top, bottom = (round(share * size.height) for share in down)
    return Box(left, top, right, bottom)
