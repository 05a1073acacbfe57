"""Shots listed by the person: `title: a | b | c`, `a | b | c`, or a list with one shot a line."""

import re
from dataclasses import dataclass

from bot.reading.typed import is_quoted, quoted, tidy

_BAR = re.compile(r"[|｜]+")
_COLON = re.compile(r":(?=\s|$)|：")
_EMOJI = re.compile(r":[a-z0-9_+'-]+:")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


@dataclass(frozen=True)
class Listing:
    """The words before the shots ("" if there are none), and the shots; without shots the words are the brief."""

    brief: str
    shots: tuple[str, ...] = ()


def split(text: str) -> Listing:
    spans = quoted(text)
    bars = [match.span() for match in _BAR.finditer(text) if not is_quoted(match.start(), spans)]
    if bars:
        return _by_bars(text, bars)
    return _by_lines(text) or Listing(tidy(text))


def items(text: str) -> tuple[str, ...]:
    """The shots of a field that holds nothing else: one a line, or divided by bars."""
    return _filled([_ITEM.sub("", shot) for line in text.split("\n") for shot in _BAR.split(line)])


def _by_bars(text: str, bars: list[tuple[int, int]]) -> Listing:
    first, rest = text[: bars[0][0]], []
    for (_, start), end in zip(bars, [*(bar[0] for bar in bars[1:]), len(text)], strict=True):
        rest.append(text[start:end])
    brief, first = _titled(first)
    return Listing(brief, _filled([first, *rest]))


def _by_lines(text: str) -> Listing | None:
    """A brief and at least two list items below it, each on a line of its own."""
    lines = [line for line in text.split("\n") if line.strip()]
    at = next((i for i, line in enumerate(lines) if _ITEM.match(line)), None)
    if at is None or len(lines) - at < 2 or not all(_ITEM.match(line) for line in lines[at:]):
        return None
    return Listing(tidy(" ".join(lines[:at])), _filled([_ITEM.sub("", line) for line in lines[at:]]))


def _titled(first: str) -> tuple[str, str]:
    """The title before the first colon; "16:9", "10:30", ":wave:" and quoted colons are none."""
    taken = quoted(first) + [match.span() for match in _EMOJI.finditer(first)]
    for match in _COLON.finditer(first):
        if not is_quoted(match.start(), taken):
            return tidy(first[: match.start()]), first[match.end() :]
    return "", first


def _filled(shots: list[str]) -> tuple[str, ...]:
    return tuple(shot for shot in map(tidy, shots) if shot)
