"""Labels that replies point with: "v2", "version 4", "第2版", "the original"; "#2", "shot 3", "第2张"."""

import re

from bot.reading.replies.wordlists import NUMBERS

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_HAN = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(['one', *NUMBERS])}|[一二两三四五六七八九十])"

VERSION = (
    rf"(?:(?<![A-Za-z0-9])v\.? ?(?P<v>\d{{1,3}})(?![A-Za-z0-9])|(?<![A-Za-z])ver(?:sion|\.)? "
    rf"?#?(?P<version>{_NUMBER})(?!\w)|第 ?(?P<han>\d{{1,3}}|[一二两三四五六七八九十])(?: ?号)?(?: ?个)?版本?|版本 "
    rf"?(?P<han2>\d{{1,3}})"
    r"|(?P<original>\b(?:the |my |our )?(?:original|very first|first)(?: (?:one|image|picture|photo|version"
    r"|input|draft|take))?\b|原图|原始(?:图片?|版本?)|最初的?版本?|最开始的?(?:版本|图)?|第一版|初版))"
)
_VERSION = re.compile(VERSION, re.IGNORECASE)
_SHOT = re.compile(
    rf"#(?P<hash>\d{{1,3}})\b|\b(?:shots?|pictures?|images?|panels?|frames?|scenes?|pics?|numbers?|no\.) "
    rf"?#?(?P<shot>\d{{1,3}})\b|第 ?(?P<han>\d{{1,3}}|[一二两三四五六七八九十]) ?(?:张|幅|个镜头|号)图?"
    rf"|\bthe (?P<ordinal>{'|'.join(_ORDINALS)}) (?:shot|picture|image|panel|one|frame)\b",
    re.IGNORECASE,
)
_MORE_SHOTS = re.compile(
    r"\s*(?:,|and|&|\+|、|和|跟|与|,? and)\s*#?(\d{1,3})\b(?!\s*(?:more|times|%|:|variations?|versions?|takes?"
    r"|options?|people|cats|new))",
    re.IGNORECASE,
)


def number_in(word: str) -> int:
    folded = word.casefold()
    if folded.isdecimal():
        return int(folded)
    if folded in _HAN:
        return _HAN[folded]
    return 1 if folded == "one" else NUMBERS.index(folded) + 2


def version_of(match: re.Match[str]) -> int:
    """The version that a match of `VERSION` names; the original is version 1."""
    named = match["v"] or match["version"] or match["han"] or match["han2"]
    return number_in(named) if named else 1


def versions_in(text: str) -> list[int]:
    return [version_of(match) for match in _VERSION.finditer(text)]


def shots_in(text: str) -> tuple[tuple[int, ...], str]:
    """The shots that the words point at, and the words without these labels."""
    numbers: list[int] = []
    kept: list[str] = []
    at = 0
    while match := _SHOT.search(text, at):
        kept.append(text[at : match.start()])
        numbers.append(_shot_of(match))
        at = match.end()
        while more := _MORE_SHOTS.match(text, at):
            numbers.append(int(more[1]))
            at = more.end()
    return tuple(dict.fromkeys(numbers)), " ".join([*kept, text[at:]])


def _shot_of(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return _ORDINALS.index(match["ordinal"].casefold()) + 1
    return number_in(match["hash"] or match["shot"] or match["han"])
