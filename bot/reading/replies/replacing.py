""" "remove", "replace", "change", "render as" in English: the thing goes, or becomes something else."""

import re

from bot.domain.replies import Change, ChangeKind
from bot.reading.replies.making import made
from bot.reading.replies.office import is_office
from bot.reading.replies.phrases import ASIDE, head, is_descriptive, is_lettering, is_style, thing, wording, words_of
from bot.reading.replies.supposing import brought_about
from bot.reading.replies.values import Part, becomes, make, property_of
from bot.reading.replies.wordlists import (
    BACKDROPS,
    LANDMARKS,
    LIGHT_NOUNS,
    PLACES,
    TEXTS,
)

_TO = re.compile(
    r"(?<!next)(?<!close)(?<!attached)(?<!closest)\s+(?:in ?to|to be|to look like|to become|to"
    r"|as)\s+(?!the (?:left|right|top|bottom|side|front|back)(?: side)? of\b)",
    re.IGNORECASE,
)


def removed(match: re.Match[str], clause: str) -> Part | None:
    gone = thing(match["gone"])
    if is_office(f"remove {gone}"):
        return None
    if re.match(r"(?:me|us|my name|yourself|him from the (?:list|channel))\b", gone, re.IGNORECASE):
        return None
    last = head(gone)
    if last in BACKDROPS and last == words_of(gone)[-1]:
        return make(ChangeKind.BACKGROUND, clause, gone, None)
    if last in TEXTS or ASIDE.match(gone):
        return make(ChangeKind.TEXT, clause, gone, None)
    return make(ChangeKind.REMOVE, clause, gone)


def replaced(match: re.Match[str], clause: str) -> Part | None:
    old, new = thing(match["old"]), thing(match["new"])
    if not old or re.search(r"\b(?:shifts|notes|seats|numbers)$", old):
        return None
    last = head(old)
    if (
        last in BACKDROPS
        or (last in PLACES - LANDMARKS and head(new) in PLACES)
        or (last == "sky" and not is_descriptive(new))
    ):
        return make(ChangeKind.BACKGROUND, clause, old, new)
    if (
        last in TEXTS
        or is_lettering(old)
        or ASIDE.match(old)
        or (ASIDE.search(old) and ASIDE.search(new))
        or ASIDE.match(new)
    ):
        return make(ChangeKind.TEXT, clause, old, wording(new))
    name, of = property_of(old)
    if name and is_descriptive(new):
        return make(ChangeKind.ATTRIBUTE, clause, of or old, new, attribute=name)
    return make(ChangeKind.REPLACE, clause, old, new)


_SO = re.compile(
    r"(?P<x>.+?) (?:(?P<is>(?:so (?:that )?)?(?:it|they|he|she) (?:is|are|reads?|says?|looks?(?: like)?))|so(?: that)?)"
    r"\s+(?P<y>.+)$",
    re.IGNORECASE,
)


def changed(match: re.Match[str], clause: str) -> Part | None:
    """ "change X to Y", "turn X into Y", "edit X so that it is Y"; without "to" it may be "turn X red"."""
    rest, verb = match["rest"], match["verb"].casefold()
    if so := _SO.match(rest):
        return _changed_so(so, clause)
    cuts = [m for m in _TO.finditer(" " + rest) if m.start() > 0]
    if not cuts:
        return made(rest, clause) if verb in ("turn", "set", "have", "render") else None
    cut = next((m for m in cuts if "into" in m[0] or "in to" in m[0]), cuts[0])
    target, value = (" " + rest)[: cut.start()].strip(), (" " + rest)[cut.end() :].strip()
    if value.casefold().startswith("have "):
        return made(f"{target} {value}", clause)
    if verb == "transform" and is_style(value) and len(words_of(target)) <= 4:
        return make(ChangeKind.STYLE, clause, None, value)
    return becomes(target or "it", value, clause)


def _changed_so(so: re.Match[str], clause: str) -> Part | None:
    if so["is"] is None:
        kind = ChangeKind.LIGHT if head(so["x"]) in LIGHT_NOUNS else ChangeKind.ATTRIBUTE
        return make(kind, clause, so["x"], so["y"])
    if re.search(r"\b(?:reads?|says?)$", so["is"]):
        return make(ChangeKind.TEXT, clause, so["x"], wording(so["y"]))
    return becomes(so["x"], so["y"], clause)


def converted(match: re.Match[str], clause: str) -> Part | None:
    """ "convert to watercolour", "switch to night", "transform into anime style"."""
    return becomes(None, match["value"], clause)


def made_so(match: re.Match[str], clause: str) -> Part | None:
    return made(match["rest"], clause)


def styled(match: re.Match[str], clause: str) -> Part | None:
    return (
        make(ChangeKind.STYLE, clause, None, match["style"])
        if is_style(match["style"]) or "style" in match[0]
        else None
    )


def shown_as(match: re.Match[str], clause: str) -> Part | None:
    """ "depict it as …": another look, unless a time or a place is named."""
    found = becomes(None, match["style"], clause)
    is_other = isinstance(found, Change) and found.kind in (ChangeKind.LIGHT, ChangeKind.BACKGROUND)
    return found if is_other else make(ChangeKind.STYLE, clause, None, match["style"])


def so_that(match: re.Match[str], clause: str) -> Part | None:
    if match["x"].casefold() == "there":
        return make(ChangeKind.ADD, clause, None, match["y"])
    return brought_about(match["x"], match["y"], clause)


def extracted(match: re.Match[str], clause: str) -> Part:
    """The thing alone on a plain ground, as benchmarks mean "extract"."""
    return make(ChangeKind.BACKGROUND, clause, match["rest"], "plain white")
