"""Requests without a verb of their own: "darker", "a bit more contrast", "no hat", "at night", "as a watercolour"."""

import re

from bot.domain.replies import ChangeKind, Scope
from bot.reading.replies.phrases import head, is_descriptive, is_style, words_of
from bot.reading.replies.supposing import should_be, supposed
from bot.reading.replies.values import Part, becomes, make, whole_becomes
from bot.reading.replies.wordlists import (
    ADJECTIVES,
    BACKDROPS,
    BARE_LIGHTS,
    BODY,
    LIGHT_NOUNS,
    LIGHTS,
    PLACES,
    STYLES,
    TEXTS,
    listed,
)

_DEGREE = (
    r"(?:(?:a (?:bit|little|touch|tad|lot)|a few|some|slightly|much|way|even|somewhat|far|a shade"
    r"|considerably|just|quite|rather|yet) )*"
)


_COMPARISON = re.compile(
    rf"^{_DEGREE}(?P<value>(?:(?:more|less) (?!of|info|time|people like)[\w-]+|[\w-]+er)(?:(?:,? and |, "
    r")(?:more |less )?[\w-]+)?)$",
    re.IGNORECASE,
)


_AMOUNT = re.compile(
    rf"^(?:we need |i need |it needs )?{_DEGREE}(?P<amount>more|less|fewer|extra) (?!(?:on|about|of|to|from"
    r"|than|power|like|is|or|and|soon|work|for|in|at|by|changes|edits|feedback|updates|days?"
    rf"|weeks?)\b)(?P<noun>[\w -]{{2,40}})$",
    re.IGNORECASE,
)


_NOT_SEEN = listed(
    """later sooner earlier rather better other another times ahead picture expectations ever never over under
    after however whether together either neither number member manager folder server user designer printer
    paper water dinner summer winter weather color easier cheaper faster slower worse older info time coffee
    like important sense soon often people question questions details context feedback meetings work money
    budget or news options tomorrow per helper remember consider offer order answer enter tower power flower
    river mother father brother sister super proper former wonder matter butter"""
)


_WITHOUT = re.compile(
    r"^(?:without|minus|sans|not?|no more|skip|nix) (?P<more>more )?(?P<gone>(?:the |a |an |any |his |her "
    r"|that |those )?[\w -]{2,50})$",
    re.IGNORECASE,
)


_SEEN = listed(
    """people person man woman text logo background shadow shadows hat glasses watermark border frame clouds cloud
    car cars tree trees beard sunglasses words flowers birds animals dog cat plants plant lamp lights
    reflections reflection glare blur outline tie jacket scarf mustache moustache balloons steam smoke furniture
    props table chair chairs buildings snow rain grass sky sun moon stars faces hands letters numbers caption
    title lettering signs sign wires cables clutter crumbs drops leaves bag phone mug cup gradient"""
)


_NO_THINGS = listed(
    "changes change edits edit feedback meetings money budget time doubt question problem reason hitch "
    "limit limits exception fail delay it that them you us me approval permission plan sound"
)


_WITH = re.compile(r"^with (?P<new>(?:an?|some|more|two|three|lots of|the) [\w -]{2,60})$", re.IGNORECASE)


_ARROW = re.compile(r"^(?P<x>[^>→]{1,80}?) ?(?:->|→|=>|⇒) ?(?P<y>[^>→]{1,80})$")


_IN = re.compile(r"^(?P<x>(?:the|her|his|its|their) [\w -]{2,40}?) (?:in|as|to) (?P<y>[\w -]{2,40})$", re.IGNORECASE)


_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|do|does|did|am|i|we|they|you|said|says|think|looks?"
    r"|like[sd]?|love[sd]?)\b|['’](?:s|re|ll|ve|m|d)\b",
    re.IGNORECASE,
)


_LIGHT_ALONE = re.compile(
    r"^(?:same but |set |shot |taken |shown |seen |make it |but )?(?:at|in|during|by|under|on|after)? ?(?:the "
    r"|an? )?(?:early |late |soft |warm |cold |golden |deep |blue |dim |bright |"
    r"natural |dramatic |harsh |rainy |snowy |foggy |sunny |starry |misty |stormy |cloudy |cosy |cozy |cooler "
    r"|warmer |softer |brighter |darker |stronger |less |more )*(?P<value>[\w-]+)"
    r"(?: time| light| lighting| mood| scene| version| atmosphere| instead| sky)?$",
    re.IGNORECASE,
)


def fragment(clause: str) -> Part | None:
    for read in (_arrow, supposed, _lacking, should_be, _compared, _less, _joined, _look):
        if part := read(clause):
            return part
    return None


def _arrow(clause: str) -> Part | None:
    match = _ARROW.match(clause)
    return becomes(match["x"], match["y"], clause) if match else None


_NEEDS = re.compile(
    r"^(?:it|the [\w -]{2,40}?|he|she|they|this) (?:needs?|could use|wants|lacks|is missing) (?P<new>(?:an?"
    r"|some|more|less|fewer) .{2,60})$",
    re.IGNORECASE,
)


def _lacking(clause: str) -> Part | None:
    """ "it needs more trees"."""
    match = _NEEDS.match(clause)
    return (_compared(match["new"]) or _needed(match["new"], clause)) if match else None


def _needed(new: str, clause: str) -> Part | None:
    if re.match(
        r"(?:less|fewer)\b|.*\b(?:time|work|approval|review|look|think|discussion|decision|thought|polish|love"
        r"|rest|minute|break|budget|help|second)\b",
        new,
        re.IGNORECASE,
    ):
        return None
    return make(ChangeKind.ADD, clause, None, new)


_BIGGER = re.compile(
    rf"^(?:an? )?{_DEGREE}(?P<value>[\w-]+er) (?P<noun>(?!your|my|our|than|times|picture|the|if)[\w-]+(?: (?!ahead"
    r"|than)[\w-]+)?)$",
    re.IGNORECASE,
)


def _compared(clause: str) -> Part | None:
    """A bare comparison, or more and less of something that pictures have."""
    if _FINITE.search(re.sub(r"^(?:we|i) need ", "", clause, flags=re.IGNORECASE)) or len(words_of(clause)) > 9:
        return None
    if match := _COMPARISON.match(clause):
        found = [word for word in words_of(match["value"]) if word not in ("and", "more", "less")]
        if found and all(word not in _NOT_SEEN and is_descriptive(word) for word in found):
            return whole_becomes(match["value"], clause)
    if (
        (match := _AMOUNT.match(clause))
        and not re.search(r"\b(?:our|my|your|us|lives|life|world)\b", clause)
        and head(match["noun"]) not in _NOT_SEEN
        and match["noun"].split()[0].casefold() not in _NOT_SEEN
    ):
        return _amount(match["amount"].casefold(), match["noun"], clause)
    is_seen = _SEEN | BODY | LIGHT_NOUNS | BACKDROPS
    if (
        (match := _BIGGER.match(clause))
        and (match["noun"] in is_seen or not match[0].casefold().startswith(("a ", "an ")))
        and match["value"].casefold() not in _NOT_SEEN
        and is_descriptive(match["value"])
    ):
        return becomes(match["noun"], match["value"], clause)
    return None


def _amount(amount: str, noun: str, clause: str) -> Part | None:
    last = head(noun)
    if last in (
        "contrast",
        "saturation",
        "sharpness",
        "detail",
        "details",
        "colour",
        "color",
        "texture",
        "grain",
        "noise",
        "blur",
        "depth",
        "warmth",
        "red",
        "green",
        "blue",
        "yellow",
    ):
        return make(ChangeKind.ATTRIBUTE, clause, None, clause, attribute="quality", scope=Scope.GLOBAL)
    if last in LIGHT_NOUNS or last in LIGHTS:
        return make(ChangeKind.LIGHT, clause, None, clause)
    if is_descriptive(noun):
        return whole_becomes(clause, clause)
    if amount in ("less", "fewer"):
        return make(ChangeKind.ATTRIBUTE, clause, noun, amount) if last in _SEEN else None
    return make(ChangeKind.ADD, clause, None, noun)


def _less(clause: str) -> Part | None:
    match = _WITHOUT.match(clause)
    if not match or _FINITE.search(clause):
        return None
    gone = match["gone"]
    is_sure = clause.casefold().startswith(
        ("without the ", "without a", "without his", "without her", "without any", "no more ")
    )
    if head(gone) in TEXTS and head(gone) != "words":
        return make(ChangeKind.TEXT, clause, gone, None)
    if head(gone) in BACKDROPS:
        return make(ChangeKind.BACKGROUND, clause, gone, None)
    return (
        make(ChangeKind.REMOVE, clause, gone)
        if head(gone) in _SEEN or (is_sure and head(gone) not in _NOT_SEEN | _NO_THINGS)
        else None
    )


def _joined(clause: str) -> Part | None:
    """ "with a hat", "the sofa in emerald velvet", "white background"."""
    if _FINITE.search(clause):
        return None
    if match := _WITH.match(clause):
        new = match["new"]
        return (
            make(ChangeKind.BACKGROUND, clause, None, new)
            if head(new) in BACKDROPS
            else make(ChangeKind.ADD, clause, None, new)
        )
    found = words_of(clause)
    if (
        2 <= len(found) <= 6
        and found[-1] in BACKDROPS
        and found[0] not in ("the", "this", "that", "in", "on")
        and (is_descriptive(" ".join(found[:-1])) or found[-2] in PLACES)
    ):
        return make(ChangeKind.BACKGROUND, clause, None, clause)
    match = _IN.match(clause)
    return becomes(match["x"], match["y"], clause) if match and is_descriptive(match["y"]) else None


def _look(clause: str) -> Part | None:
    """A style, a time or a place alone: "as a watercolour", "pixel art", "at night", "in the desert"."""
    found = words_of(clause)
    if _FINITE.search(clause) or not found or len(found) > 10:
        return None
    opens = re.match(r"^(?:same,? but )?(?:as|in|like|in the) (?:an? |the )?", clause, re.IGNORECASE)
    if (
        is_style(clause)
        and (
            opens
            or (
                len(found) <= 5
                and (found[-1] in STYLES or found[-1] in ("style", "version", "look", "art", "filter", "vibe"))
            )
        )
        and found[0] not in ("the", "this", "that", "my", "your", "nice", "great", "love")
    ):
        return make(ChangeKind.STYLE, clause, None, re.sub(r"^(?:as|in|like) ", "", clause, flags=re.IGNORECASE))
    light = _LIGHT_ALONE.match(clause)
    if light and (
        light["value"].casefold() in LIGHTS | BARE_LIGHTS
        or (light["value"].casefold() in ("light", "lighting", "sky") and len(found) > 1)
    ):
        is_schedule = found[-1] in _GREETINGS - {"night"} and all(
            word in ("at", "in", "by", "on", "the", "a", "after", "during", found[-1]) for word in found
        )
        return None if is_schedule or found[0] == "by" else make(ChangeKind.LIGHT, clause, None, clause)
    if (
        opens
        and len(found) <= 5
        and found[-1] in PLACES
        and found[0] == "in"
        and found[1] in ("a", "an")
        and found[-1] not in ("room", "office", "setting", "scene", "store", "shop")
    ):
        return make(ChangeKind.BACKGROUND, clause, None, clause)
    return make(ChangeKind.ATTRIBUTE, clause, None, clause) if len(found) == 1 and found[0] in _BARE else None


_GREETINGS = listed(
    "morning evening afternoon noon midday midnight day fall spring christmas night fog storm summer "
    "weather season hour mist time"
)


_BARE = frozenset(word for word in ADJECTIVES if word.endswith("er") and word not in _NOT_SEEN) | {
    "monochrome",
    "symmetrical",
}
