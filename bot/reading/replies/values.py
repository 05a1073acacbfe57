"""What "X becomes Y" means in English: a new colour, a new thing, a style, a background, other words."""

import re

from bot.domain.replies import Change, ChangeKind, Scope, Structural, StructuralKind
from bot.reading.replies.phrases import (
    ASIDE,
    bare,
    head,
    is_descriptive,
    is_lettering,
    is_light,
    is_style,
    is_whole,
    region_in,
    thing,
    words_of,
)
from bot.reading.replies.wordlists import (
    BACKDROPS,
    BARE_LIGHTS,
    BODY,
    CLOTHES,
    COLOURS,
    LANDMARKS,
    LIGHT_NOUNS,
    LIGHTS,
    MATERIALS,
    NUMBERS,
    PLACES,
    PROPERTY_OF,
    STYLES,
    TEXTS,
    listed,
)

Part = Change | Structural

_PROPERTY_WORDS = "|".join(sorted(PROPERTY_OF, key=len, reverse=True))
_PROPERTY_OF_THING = re.compile(
    rf"^(?:the |its |his |her )?(?:\w+ )?(?P<name>{_PROPERTY_WORDS}) (?:of|on|for) (?P<thing>.+)$", re.IGNORECASE
)
_STRUCTURES = (
    (
        re.compile(r"\b(?:counts?|number|quantity|amount) of\b|^(?:count|quantity|amount)$", re.IGNORECASE),
        StructuralKind.COUNT,
    ),
    (
        re.compile(r"\b(?:position|placement|place)\b(?: of\b|$)|\b(?:composition|framing|layout)$", re.IGNORECASE),
        StructuralKind.COMPOSITION,
    ),
    (
        re.compile(r"\b(?:angle|viewpoint|perspective|point of view|camera|view)$", re.IGNORECASE),
        StructuralKind.VIEWPOINT,
    ),
    (
        re.compile(r"\b(?:orientation|aspect ratio|aspect|ratio|format|dimensions)$", re.IGNORECASE),
        StructuralKind.ORIENTATION,
    ),
)
_BRIGHTNESS = listed(
    "dark bright dim moody gloomy sunny warm cool cold light dramatic cinematic cozy cosy spooky stormy"
)
_GROUND = listed("ground floor surface board foliage")
_DOING = re.compile(r"^(?:be |is |are )?(?:\w+ly )?[a-z]{3,}ing\b", re.IGNORECASE)


def becomes(target: str | None, value: str, words: str) -> Part | None:
    """The change that makes `value` of `target`; `words` is the whole clause, None when the words say nothing."""
    target = thing(target) if target else None
    value = thing(value)
    if not value:
        return None
    if target is None or is_whole(target):
        return whole_becomes(value, words)
    return _special(target, value, words) or _plain(target, value, words)


def _special(target: str, value: str, words: str) -> Part | None:
    """Targets that decide alone: the number of things, the style, the light, the background, the wording."""
    named = re.split(r"\s+(?:from|in|on)\s+", bare(target))[0]
    for pattern, what in _STRUCTURES:
        if pattern.search(named):
            return Structural(what, words)
    last = head(target)
    if last in ("style", "aesthetic") and len(words_of(bare(target))) <= 3:
        return make(ChangeKind.STYLE, words, None, value)
    if last in BACKDROPS and is_light(value) and not _is_place(value):
        return make(ChangeKind.LIGHT, words, target, value)
    if last in BACKDROPS or (last in PLACES - LANDMARKS and (_is_place(value) or is_style(value))):
        return make(ChangeKind.BACKGROUND, words, target, value)
    if last in _GROUND and _is_place(value) and not is_descriptive(value):
        return make(ChangeKind.BACKGROUND, words, target, value)
    if last in ("date", "price", "year", "address", "score", "percentage") and re.search(r"\d", value):
        return make(ChangeKind.TEXT, words, target, value)
    if (
        ASIDE.search(target)
        or is_lettering(target)
        or last in TEXTS
        or head(value) in ("lettering", "text", "writing", "letters")
        or (ASIDE.search(value) and not is_descriptive(value))
    ):
        return make(ChangeKind.TEXT, words, target, value)
    return None


def _plain(target: str, value: str, words: str) -> Part:
    name, of = property_of(target)
    if name and (name != "quality" or is_descriptive(value)):
        return make(ChangeKind.ATTRIBUTE, words, of or target, value, attribute=name)
    last, new = head(target), head(value)
    if last in LIGHT_NOUNS | LIGHTS or (
        is_light(value) and (last in PLACES or last in ("sky", "forest", "trees", "picture"))
    ):
        kind = ChangeKind.BACKGROUND if last == "sky" else ChangeKind.LIGHT
        return make(kind, words, target, value)
    if new in STYLES or (is_style(value) and new in ("style", "character", "version", "art", "look")):
        return make(ChangeKind.STYLE, words, target, value)
    if is_descriptive(core(value)) or _DOING.match(value) or last in BODY:
        return make(ChangeKind.ATTRIBUTE, words, target, value, attribute=attribute_of(value, last))
    if last == "sky":
        return make(ChangeKind.BACKGROUND, words, target, value)
    if (new == last and " of " not in value) or (new != last and new.rstrip("s") == last.rstrip("s")):
        return make(ChangeKind.ATTRIBUTE, words, target, value)
    return make(ChangeKind.REPLACE, words, target, value)


def whole_becomes(value: str, words: str) -> Part | None:
    """ "make it …": style before light before place, as "a winter watercolour" is a watercolour."""
    found = words_of(bare(value))
    if not found:
        return None
    if found[0] in NUMBERS and len(found) > 1:
        return Structural(StructuralKind.COUNT, words)
    if is_style(core(value)):
        return make(ChangeKind.STYLE, words, None, value)
    if is_light(core(value)) or all(
        word in BARE_LIGHTS | _BRIGHTNESS | {"and", "more", "less", "much", "a", "bit"} for word in found
    ):
        return make(ChangeKind.LIGHT, words, None, value)
    if is_descriptive(core(value)) or re.fullmatch(
        r"(?:a (?:bit|little) |much |even |slightly )?(?:more|less) [\w-]+", value, re.IGNORECASE
    ):
        return make(ChangeKind.ATTRIBUTE, words, None, value, attribute=attribute_of(value, ""))
    if _is_place(value):
        return make(ChangeKind.BACKGROUND, words, None, value)
    if re.match(r"(?:an?|the|some)\s+\w", value, re.IGNORECASE) and len(found) <= 12:
        return make(ChangeKind.REPLACE, words, None, value)
    return None


def make(
    kind: ChangeKind,
    words: str,
    target: str | None = None,
    value: str | None = None,
    *,
    attribute: str | None = None,
    scope: Scope | None = None,
) -> Change:
    """A change with its scope; a picture without a named thing in it is changed as a whole or in a place unknown."""
    named = None if target is None or is_whole(target) else thing(target)
    return Change(
        kind, words, named, value, attribute, region_in(words), scope or _scope(kind, named, value, attribute)
    )


def _scope(kind: ChangeKind, target: str | None, value: str | None, attribute: str | None) -> Scope:
    if kind in (ChangeKind.STYLE, ChangeKind.LIGHT, ChangeKind.BACKGROUND):
        return Scope.GLOBAL
    if attribute in ("quality", "look"):
        return Scope.GLOBAL if target is None else Scope.LOCAL
    if attribute == "pose" or (target is None and kind in (ChangeKind.ATTRIBUTE, ChangeKind.REPLACE)):
        return Scope.UNSURE
    if kind is ChangeKind.ADD and value and head(value) in LIGHT_NOUNS:
        return Scope.GLOBAL
    return Scope.LOCAL


def property_of(target: str) -> tuple[str | None, str | None]:
    """ "the colour of the door", "the door's colour", "door colour" -> ("colour", "the door")."""
    if match := _PROPERTY_OF_THING.match(target):
        return PROPERTY_OF[match["name"].casefold()], match["thing"]
    last = head(target)
    if last not in PROPERTY_OF:
        return None, None
    before = re.sub(rf"(?:['’]s?)?\s*\b{re.escape(last)}\b.*$", "", target, flags=re.IGNORECASE).strip()
    return PROPERTY_OF[last], before or None


def attribute_of(value: str, last: str) -> str | None:
    """The property that a new value is about, where it is plain."""
    found = set(words_of(value))
    if found & COLOURS:
        return "colour"
    if found & MATERIALS:
        return "material"
    if _DOING.match(value):
        return "pose"
    if found & listed("bigger smaller larger taller shorter longer wider thicker thinner big small huge tiny"):
        return "size"
    return "hair" if last == "hair" else None


def core(value: str) -> str:
    """The new value without what goes with it: "clear glass with realistic refraction" -> "clear glass"."""
    return (
        re.split(r",|\s+(?:with|while|that|which|featuring|using|including|so that|under|where)\s", value, maxsplit=1)[
            0
        ].strip()
        or value
    )


def _is_place(value: str) -> bool:
    return head(value) in PLACES or any(word in PLACES for word in words_of(value)[-3:])


def is_wearable(phrase: str) -> bool:
    return head(phrase) in CLOTHES
