""" "add", "put", "give" in English: a new thing, wording, light; or an old thing in another place."""

import re

from bot.domain.replies import ChangeKind
from bot.reading.replies.phrases import (
    head,
    is_descriptive,
    is_style,
    is_whole,
    is_wording,
    split_place,
    wording,
    words_of,
)
from bot.reading.replies.values import Part, becomes, is_wearable, make
from bot.reading.replies.wordlists import (
    BACKDROPS,
    BODY,
    FACIAL_ADDITIONS,
    LIGHT_NOUNS,
    LOOKS,
    PLACES,
    STYLE_NOUNS,
    listed,
)

# People and prepositions: "add me", "write to the client", "hang on to it".
_NO_THING = re.compile(
    r"(?:(?i:me|us|him|her|them|everyone|somebody|it|you|to|by|in|on|for|with|from|down|up|off|out|about|of"
    r"|that|whether)"
    r"\b(?! own)|[A-Z][a-z]+(?:,| please\b| too\b|$))"
)
_COUNTED = re.compile(
    r"(?:an?|the|some|more|two|three|four|five|several|one|another|many|lots|his|her|its|our|my|\d+)\s", re.IGNORECASE
)
_LIT = listed("lighting illumination light exposure atmosphere ambiance ambience mood")


def added(match: re.Match[str], clause: str) -> Part | None:
    new, where = split_place(match["new"])
    verb = match["verb"].casefold()
    if _NO_THING.match(new) or (verb in _NEEDS_A_THING and not _COUNTED.match(new)):
        return None
    if is_wording(new) or (verb in _WRITING and where):
        return make(ChangeKind.TEXT, clause, where, wording(new))
    return None if verb in _WRITING else _thing_added(new, where, clause)


def _thing_added(new: str, where: str | None, clause: str) -> Part:
    """What is added may be no thing: contrast, a style, light, a background."""
    last = head(new)
    if last in LOOKS and not re.match(r"(?:an? )?\w+ (?:on|to) the", new):
        return make(ChangeKind.ATTRIBUTE, clause, where, new, attribute="quality")
    if is_style(new) and last in STYLE_NOUNS | {"noir", "sepia"}:
        return make(ChangeKind.STYLE, clause, None, new)
    if last in _LIT:
        return make(ChangeKind.LIGHT, clause, where, new)
    if last in BACKDROPS:
        return make(ChangeKind.BACKGROUND, clause, None, new)
    return make(ChangeKind.ADD, clause, where, new)


_NEEDS_A_THING = listed("pop stick hang plant park perch seat mount lay create generate throw draw place set install")


_WRITING = listed("write print engrave letter inscribe type")


def put(match: re.Match[str], clause: str) -> Part | None:
    """ "put a hat on him" adds, "put him on a beach" is another background, "put it in the deck" is talk."""
    what, where = match["new"], match["where"]
    last = head(where)
    if _is_dressed(what, where) and not is_wording(what):
        return make(ChangeKind.ATTRIBUTE, clause, what, where, attribute="clothes")
    is_moved = re.match(r"(?:transport|teleport|relocate|composite|integrate)", clause, re.IGNORECASE)
    is_definite = is_moved or re.match(
        r"(?:the|him|her|them|it|this|that|everyone|everything)\b(?! same)", what, re.IGNORECASE
    )
    if is_wording(what):
        return make(ChangeKind.TEXT, clause, where, wording(what))
    if not is_definite:
        return None if re.match(r"(?:me|us|your|my|our)\b", what) else make(ChangeKind.ADD, clause, where, what)
    if re.search(r"\bbackground$", where) and not is_whole(what):
        return None
    if (
        last in PLACES
        or (re.match(r"an? ", where) and PLACES & set(words_of(where)[-3:]))
        or re.search(r"\b(?:eiffel|space|mars|moon|desert)\b", where, re.IGNORECASE)
        or head(what) in BACKDROPS
    ):
        return make(ChangeKind.BACKGROUND, clause, what, where)
    if is_whole(what) and not where.startswith(("the ", "a ", "an ")):
        return becomes(None, where, clause)
    return make(ChangeKind.ADD, clause, where, what) if re.match(r"the\b", what, re.IGNORECASE) else None


def _is_dressed(what: str, where: str) -> bool:
    """ "put the bear in a suit": clothes for somebody who is there."""
    return (
        is_wearable(where)
        and where != "the top"
        and re.match(r"(?:the|him|her|them)\b", what, re.IGNORECASE) is not None
        and not is_wearable(what)
    )


def dressed(match: re.Match[str], clause: str) -> Part | None:
    """ "dress him in blue"."""
    worn = re.sub(r"^(?:in|with|on) ", "", match["worn"])
    is_clothing = is_wearable(worn) or is_descriptive(worn)
    return make(ChangeKind.ATTRIBUTE, clause, match["who"], worn, attribute="clothes") if is_clothing else None


def given(match: re.Match[str], clause: str) -> Part | None:
    """ "give him a hat" adds, "give him red hair" changes."""
    whom, what = match["whom"], match["new"]
    last = head(what)
    if re.search(r"\b(?:look|feel|vibe|style|aesthetic)\b", what):
        return make(ChangeKind.STYLE, clause, whom, what)
    if last in BACKDROPS:
        return make(ChangeKind.BACKGROUND, clause, None, what)
    if last in LIGHT_NOUNS:
        return make(ChangeKind.LIGHT, clause, None, what)
    if last in LOOKS:
        return make(ChangeKind.ATTRIBUTE, clause, whom, what, attribute="quality")
    described = re.sub(rf"\b{re.escape(last)}\b.*", "", what)
    is_worn = is_wearable(what) and is_descriptive(described)
    if (last in BODY and last not in FACIAL_ADDITIONS) or is_worn or head(what) in ("makeover", "tan"):
        return make(ChangeKind.ATTRIBUTE, clause, whom, what, attribute="clothes" if is_worn else "look")
    if is_whole(whom) and not re.match(r"(?:an?|some|more|the|two)\s", what):
        return becomes(None, what, clause)
    return make(ChangeKind.ADD, clause, whom, what)
