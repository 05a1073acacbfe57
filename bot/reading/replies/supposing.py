"""How something should be, in English: "the sky should be pink", "what if it were night", "it needs more trees"."""

import re

from bot.domain.replies import Change, ChangeKind
from bot.reading.replies.making import made
from bot.reading.replies.phrases import ASIDE, head, is_descriptive, is_light, is_style, is_whole
from bot.reading.replies.values import Part, becomes, make
from bot.reading.replies.wordlists import (
    TEXTS,
)

_SHOULD = re.compile(
    r"^(?P<x>(?:the|her|his|its|their|this|that|all|every|it|everything|he|she|they|each)\b(?: "
    r"[\w'’\ue200\ue201-]+){0,8}?) (?:really |also |just )?(?:should|must|needs? to|has to|have to|could|ought "
    r"to|"
    r"can|might)(?: also| really| just| maybe| probably)? (?P<y>.+)$",
    re.IGNORECASE,
)


_SUPPOSED = re.compile(
    r"^(?:what if|imagine(?: if)?|suppose|what would (?:it|this) look like if|how would (?:it|this) look if|as "
    r"if|as though|could|can|would) (?P<x>(?:the|her|his|its|their|this|that|all|every|it|he|she|they|there|we"
    r"|you|a|an|"
    r"everything)\b.*?) (?P<verb>was|were|is|are|had|has|have|wore|be|made|added|changed|turned|replaced"
    r"|removed|put|took|held|looked|got)\b ?(?P<y>.*)$",
    re.IGNORECASE,
)


_GONE = re.compile(r"^(?:be )?(?:removed|deleted|erased|gone|disappear|vanish|go(?: away)?)$", re.IGNORECASE)


def supposed(clause: str) -> Part | None:
    """ "what if it were night", "what if the man had a hat", "could the wall be painted yellow"."""
    match = _SUPPOSED.match(clause)
    if not match:
        return None
    who, verb, what = match["x"].strip(), match["verb"].casefold(), match["y"].strip(" ?.!")
    if who.casefold() in ("we", "you", "there"):
        return _imagined(who, verb, what, clause)
    if verb in ("had", "has", "have", "wore", "held"):
        return made(f"{who} {'wear' if verb == 'wore' else 'have'} {what}", clause)
    if verb in ("was", "were", "is", "are", "be", "looked"):
        return brought_about(who, what, clause)
    return None


def _imagined(who: str, verb: str, what: str, clause: str) -> Part | None:
    if who.casefold() == "there":
        return make(ChangeKind.ADD, clause, None, what) if verb in ("was", "were", "is", "are", "be") and what else None
    kinds = {"added": ChangeKind.ADD, "removed": ChangeKind.REMOVE, "put": ChangeKind.ADD}
    if verb in kinds and what and not re.match(r"(?:me|him|ben)\b", what):
        return make(kinds[verb], clause, what) if verb == "removed" else make(kinds[verb], clause, None, what)
    if verb in ("made", "turned", "changed"):
        cut = re.match(r"(?P<x>.+?) (?:in ?to|to) (?P<y>.+)$", what, re.IGNORECASE)
        return becomes(cut["x"], cut["y"], clause) if cut else made(what, clause)
    return None


def brought_about(who: str, what: str, clause: str) -> Part | None:
    """X is to be Y, also by participles: "painted yellow", "replaced by a cat", "made of glass"."""
    if _GONE.match(what):
        return make(ChangeKind.REMOVE, clause, who)
    if held := re.match(
        r"(?P<verb>wear|hold|carry|hav)(?:e|y)?ing (?P<y>(?:an?|some|sun|two|the|glasses|\w+es\b).*)$",
        what,
        re.IGNORECASE,
    ):
        return made(f"{who} {held['verb'].casefold().replace('hav', 'have')} {held['y']}", clause)
    if match := re.match(r"(?:replaced|swapped|exchanged) (?:by|with|for) (?P<y>.+)$", what, re.IGNORECASE):
        return make(ChangeKind.REPLACE, clause, who, match["y"])
    if match := re.match(
        r"(?:painted|colou?red|dyed|made(?: out)? of|changed (?:in)?to|turned (?:in)?to|turned|made|set (?:to"
        r"|in|at)|in) (?P<y>.+)$",
        what,
        re.IGNORECASE,
    ):
        return becomes(who, match["y"], clause)
    if is_whole(who) and not (
        is_descriptive(what) or is_light(what) or is_style(what) or re.match(r"in |at |on |an? ", what)
    ):
        return None
    if re.match(
        r"(?:fine|ok|okay|enough|ready|done|good|great|nice|perfect|approved|better|careful|possible|able|easy"
        r"|sent|used|final|fun|due|"
        r"here|there|back|on (?:friday|monday|the|time)|in (?:the (?:deck|folder)|#)|at \d|available|finished"
        r"|worth|interesting|happy (?:with|to|about)|sure|aware|glad|proud|kind|invited|moved|translated"
        r"|printed|shared|paid|used|published|discussed|reviewed|told|asked|delivered|cool|funny|cheaper"
        r"|faster)\b",
        what,
        re.IGNORECASE,
    ):
        return None
    found = becomes(who, re.sub(r"^(?:in|at|on|set (?:in|at)) ", "", what), clause)
    is_loose = isinstance(found, Change) and found.kind in (ChangeKind.REPLACE, ChangeKind.TEXT)
    return None if is_loose and not re.match(r"(?:an?|the|in|some)\b|\ue200", what, re.IGNORECASE) else found


def should_be(clause: str) -> Part | None:
    """ "the sky should be pink", "the headline should say …", "she should hold a cup", "it needs more trees"."""
    match = _SHOULD.match(clause)
    if not match:
        return None
    who, what = match["x"], match["y"].strip(" ?.!")
    if re.match(r"(?:say|read|state|spell)\b", what, re.IGNORECASE):
        is_text = ASIDE.search(what) or head(who) in TEXTS | {
            "sign",
            "label",
            "banner",
            "poster",
            "button",
            "billboard",
        }
        return make(ChangeKind.TEXT, clause, who, what.split(" ", 1)[-1]) if is_text else None
    if _GONE.match(what):
        return make(ChangeKind.REMOVE, clause, who)
    if being := re.match(r"(?:be|look|become|appear)\b(?: more)? (?P<y>.+)$", what, re.IGNORECASE):
        return brought_about(who, being["y"], clause)
    if who.casefold() in ("it", "this", "that") or re.match(
        r"have (?!an?\b|some\b|two\b|\w+ (?:hair|eyes|skin))|(?:see|know|get|go|come|work|be|take|check|send"
        r"|help|decide|use|ask|read|start|stop|leave|stay|follow|meet|pay)\b",
        what,
        re.IGNORECASE,
    ):
        return None
    return made(f"{who} {what}", clause)
