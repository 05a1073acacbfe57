"""English verbs that name the change themselves: "brighten the face", "paint the door teal", "fix the hands"."""

import re

from bot.domain.replies import ChangeKind, Scope
from bot.reading.replies.making import made
from bot.reading.replies.phrases import ASIDE, head, is_descriptive, is_whole, split_place, words_of
from bot.reading.replies.values import Part, is_wearable, make
from bot.reading.replies.wordlists import (
    BACKDROPS,
    BODY,
    LIGHT_NOUNS,
    LOOKS,
    PLACES,
    PROPERTY_OF,
    TEXTS,
    listed,
)


def coloured(match: re.Match[str], clause: str) -> Part | None:
    rest = match["rest"]
    if (
        match["verb"].casefold() in ("paint", "draw")
        and re.match(r"(?:an?|some)\s", rest)
        and not is_descriptive(rest.split()[-1])
    ):
        new, where = split_place(rest)
        return make(ChangeKind.ADD, clause, where, new)
    parted = re.sub(r"\b(?:in ?to|to|in|as|with)\s+(?=\S+(?: \S+){0,4}$)", "", rest)
    found = made(parted, clause)
    if found:
        return found
    is_thing = (
        re.match(r"(?:the|his|her|its|their|all|this|that|it)\b", rest, re.IGNORECASE) and len(words_of(rest)) <= 4
    )
    return make(ChangeKind.ATTRIBUTE, clause, rest, None, attribute="colour") if is_thing else None


_A_BIT = re.compile(
    r"\s+(?:a (?:bit|little|lot|touch|tad)(?: more)?|slightly|somewhat|completely|fully|more|gently)$", re.IGNORECASE
)


def adjusted(match: re.Match[str], clause: str) -> Part | None:
    """Verbs that name the change themselves: "brighten the face", "raise her arm", "light the candle"."""
    verb, of = match["verb"].casefold(), _A_BIT.sub("", match["rest"])
    if re.match(r"(?:me|us|up on|to|for|with|about|your|my|our)\b", of, re.IGNORECASE):
        return None
    last = head(of)
    if last in BACKDROPS:
        return make(ChangeKind.BACKGROUND, clause, of, verb)
    if last in TEXTS or ASIDE.search(of):
        return make(ChangeKind.TEXT, clause, of, None)
    if last in LIGHT_NOUNS and not _of_a_thing(of):
        return make(ChangeKind.LIGHT, clause, of, verb)
    if filled := re.match(r"(?P<x>.+?) with (?P<y>.+)$", of, re.IGNORECASE) if verb in _FILLING else None:
        return make(ChangeKind.ADD, clause, filled["x"], filled["y"])
    return _thing_adjusted(verb, of, clause) if _is_named(of, verb) else None


def _thing_adjusted(verb: str, of: str, clause: str) -> Part | None:
    if verb == "relight" or (verb in ("brighten", "darken", "lighten", "dim") and is_whole(of)):
        return make(ChangeKind.LIGHT, clause, None, verb)
    if is_whole(of) and verb in _OF_THINGS:
        return None
    last = head(of)
    attribute = "pose" if last in BODY or last in ("head", "arm", "leg", "hand", "mouth") else None
    scope = Scope.GLOBAL if is_whole(of) or last in LOOKS else None
    return make(ChangeKind.ATTRIBUTE, clause, of, clause, attribute=attribute, scope=scope)


# "close it", "raise it", "improve it" say nothing about a picture.
_OF_THINGS = listed(
    "close open light lower raise fill cover reduce increase improve style match cut break freeze burn balance "
    "tie trim wrap"
)
_FILLING = listed("fill cover decorate adorn surround wrap dress")


_PLAINLY_SEEN = listed(
    "brighten darken blur sharpen enlarge desaturate saturate denoise upscale retouch smooth airbrush "
    "soften relight repaint straighten"
)


def _of_a_thing(of: str) -> bool:
    """ "the brightness of the person" is that thing's, "the light of the scene" is not."""
    owner = re.search(r" (?:of|on|in) (?P<thing>(?:the|his|her|its|their) .+)$", of, re.IGNORECASE)
    return owner is not None and not is_whole(owner["thing"]) and head(owner["thing"]) not in PLACES | BACKDROPS


def _is_named(of: str, verb: str) -> bool:
    """A thing is pointed at ("the door"), or the word is of pictures ("contrast", "eyes"): "lower prices" is talk."""
    if verb in _PLAINLY_SEEN or re.match(
        r"(?:the|his|her|its|their|all|every|each|both|this|that|these|those|it|him|them|my|our|some|a|an)\b",
        of,
        re.IGNORECASE,
    ):
        return True
    found = set(words_of(of))
    return (
        bool(found & (LOOKS | LIGHT_NOUNS | BODY | PROPERTY_OF.keys()))
        or is_wearable(of)
        or ASIDE.search(of) is not None
    )


def corrected(match: re.Match[str], clause: str) -> Part | None:
    rest = match["rest"]
    if head(rest) in TEXTS or ASIDE.search(rest):
        return make(ChangeKind.TEXT, clause, rest, None)
    return None if is_whole(rest) else make(ChangeKind.ATTRIBUTE, clause, rest, clause)
