"""What is left of a message when mentions, links, code, quotations and emoji are put aside, and whom it speaks to."""

import re
from dataclasses import dataclass

from bot.reading.replies.wordlists import listed
from bot.reading.typed import plain

_FENCE = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_TICKS = re.compile(r"`([^`\n]{1,200})`")
_QUOTED_LINE = re.compile(r"^[ \t]{0,8}(?:&gt;|>).*$", re.MULTILINE)
_LINK = re.compile(r"<(?:https?|mailto|tel):[^<>]*>|https?://\S+|www\.\S+")
_EMOJI_NAME = re.compile(r"(?<![\w:]):[a-z0-9_+'-]{1,60}:(?![\w:])(?:(?::skin-tone-\d:))?")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3]")
_COPIED_TO = re.compile(r"[\s,(]{0,3}\b(?:cc|fyi|via)\b[\s:]*(?:<[@!][^<>]*>[\s,&]*(?:and\s+)?)+\)?", re.IGNORECASE)
_SOMEBODY = re.compile(r"<@[UW][A-Z0-9]*(?:\|[^<>]*)?>|<![a-z^][^<>]*>")
_BEGINS_WITH_NAME = re.compile(r"(?:(?:hey|hi|hello|yo|嗨|你好)[\s,]+)?[@＠](?!(?:easel|bot)\b)[^\s@]", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:(?:hey|hi|hello|yo|dear|Hey|Hi|Hello|Yo|Dear)\s+)?(?P<name>[A-Z][a-z]{1,14})\s?(?P<comma>[,:])?\s+"
    r"(?P<next>can|could|would|will|do|did|please|what|have|are|any)\b"
)
# Words that open a request rather than call somebody.
_NO_NAMES = listed(
    """please ok okay great nice good cool perfect thanks thank hey hi hello also now then next maybe actually sure
    yes no yep yeah well so and but oh wow hmm easel bot first lastly finally question quick btw lovely awesome
    excellent amazing beautiful alternatively instead otherwise again wait sorry almost background sky one what
    why when how who where which if as is it this that these those we you they he she there here everyone guys
    folks team all"""
)


@dataclass(frozen=True)
class Heard:
    """`words` are the person's own, in plain text. `is_to_others`: they speak to other people than the bot."""

    words: str
    is_to_others: bool
    has_more: bool  # links, code, emoji or quotations were put aside


def hear(text: str, *, is_mention: bool) -> Heard:
    rest = re.sub(r"(\s)\s+", r"\1", _FENCE.sub(" ", text))
    rest = _TICKS.sub(r' "\1" ' if _TICKS.sub("", rest).strip() else " ", rest)
    rest = _LINK.sub(" ", _QUOTED_LINE.sub(" ", rest))
    rest = _EMOJI.sub(" ", _EMOJI_NAME.sub(" ", rest))
    rest = _COPIED_TO.sub(" ", rest)
    is_to_others = not is_mention and _speaks_to_others(rest)
    words = plain(re.sub(r"[@＠](?:easel|bot)\b", " ", _SOMEBODY.sub(" ", rest), flags=re.IGNORECASE))
    words = re.sub(r"[^\S\n]*\n\s*", "\n", words)
    return Heard(words, is_to_others, has_more=bool(text.strip()) and not words)


def _speaks_to_others(text: str) -> bool:
    if _SOMEBODY.search(text) or _BEGINS_WITH_NAME.match(text.strip()):
        return True
    called = _CALLED.match(text.strip())
    return bool(called) and called["name"].casefold() not in _NO_NAMES  # type: ignore[index]  # it matched
