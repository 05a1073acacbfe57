"""How many pictures: a number before the brief ("5 launch of …") or with a word for pictures ("…, 8 panels")."""

import re
from dataclasses import dataclass

from bot.reading.typed import is_quoted, quoted, tidy

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_NUMBER = rf"(?P<number>\d{{1,9}}|{'|'.join(NUMBERS)})"
_TAKES = "variants?|variations?|versions?|takes?|options?|alternatives?"
_PICTURES = "pictures?|images?|shots?|scenes?|panels?|frames?|illustrations?|photos?|drawings?|张图?|幅|枚|장"
_NOUN = rf"(?:different\s+)?(?P<noun>{_PICTURES}|{_TAKES})"

_LEADING_NOUN = re.compile(
    rf"(?:(?:draw|make|create|give)(?: me| us)? )?{_NUMBER}[ -]?{_NOUN}(?!\w)(?: of\b)?[\s:,]*", re.IGNORECASE
)
# "a room with 3 pictures" is no count: a comma or "in" / "as" must part it from what is drawn.
_TRAILING_NOUN = re.compile(rf"(?:[,;(] ?(?:(?:in|as) )?| (?:in|as) ){_NUMBER}[ -]{_NOUN}[).!]*$", re.IGNORECASE)
# "24 hours in Lisbon" and "100 % cotton" are no counts either.
_MEASURES = (
    "hours?|minutes?|seconds?|days?|weeks?|months?|years?|nights?|times?|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|"
    "cm|mm|kg|percent|per|dollars?|euros?|usd|eur|degrees?|am|pm|o'clock"
)
_LEADING = re.compile(
    rf"(?P<number>\d{{1,9}})(?: ?[x×])? (?!(?:{_MEASURES})(?!\w))(?=[^\W\d_]|[\"@'‘(])", re.IGNORECASE
)


@dataclass(frozen=True)
class Count:
    """A number that was found, what is left of the words, and whether takes of one picture are meant."""

    number: int
    rest: str
    is_takes: bool = False


def find_count(text: str) -> Count | None:
    """The count in the words of a set, if they hold one."""
    return _with_noun(text) or _leading(text)


def find_takes(text: str) -> Count | None:
    """The count in the words of one picture: only takes are counted ("3 foxes" are three foxes in one picture)."""
    found = _with_noun(text)
    return found if found and found.is_takes else None


def number_of(text: str) -> int | None:
    """A typed number, in digits or as an English word."""
    word = text.strip().casefold()
    if re.fullmatch(r"[+-]?\d{1,9}", word, re.ASCII):
        return int(word)
    return NUMBERS.get(word)


def _with_noun(text: str) -> Count | None:
    if match := _LEADING_NOUN.match(text):
        return _count(match, text[match.end() :])
    match = _TRAILING_NOUN.search(text)
    if match and not is_quoted(match.start("number"), quoted(text)):
        return _count(match, text[: match.start()])
    return None


def _leading(text: str) -> Count | None:
    match = _LEADING.match(text)
    return Count(int(match["number"]), tidy(text[match.end() :])) if match else None


def _count(match: re.Match[str], rest: str) -> Count | None:
    number = number_of(match["number"])
    is_takes = re.fullmatch(_TAKES, match["noun"], re.IGNORECASE) is not None
    return None if number is None else Count(number, tidy(rest), is_takes)
