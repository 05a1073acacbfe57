"""A reply into clauses, and what it wants to keep. A cut is made only where a new request begins, so that "a field and
open sky" stays whole."""

import re
from dataclasses import dataclass

from bot.reading.replies.phrases import without_lead, without_trail
from bot.reading.replies.structural import structural

_VERBS = (
    "add|insert|remove|delete|erase|replace|swap|change|turn|make|put|place|give|convert|transform|write|paint"
    "|recolou?r|colou?r|dye|"
    "get rid of|take (?:out|away|off)|brighten|darken|lighten|blur|sharpen|enlarge|shrink|increase|decrease"
    "|reduce|raise|lower|adjust|move|"
    "rotate|flip|crop|zoom|set|let|have|use|render|redraw|apply|enhance|fix|correct|clean|soften|extend|draw"
    "|switch|show|include|open|close|"
    "tilt|fill|cover|light|lose|hide|drop|center|centre|resize|keep|leave|preserve|maintain|retain|do not"
    "|don['’]?t|without changing|restore|"
    "decorate|dress|tone down|undo|warm|cool|bring|shift|alter|modify|repaint|no more|also"
)
# These words also begin other things ("open sky", "light rain"): as requests they need a thing after them.
_AMBIGUOUS = (
    r"(?:open|close|light|cover|fill|set|place|use|show|clean|dress|cool|warm|draw|paint|colou?r|crop|blur"
    r"|have|let|drop|center|centre|lower|also|extend|shift|turn|dye|change|hide|move|leave|switch|soften"
    r"|tilt)"
)
_A_THING = (
    r"(?= (?:the|a|an|her|his|its|their|this|that|all|every|some|it|him|them|more|less|both|my|our|me|up"
    r"|down|off|on|add|remove|make|in)\b)"
)
_CUT = re.compile(
    r"\s*(?:(?<=\w)[.!?…](?=\s|$)|[;；\n]|\.(?=\s)|,?\s+(?:and|but|&|\+)?\s*(?:also |then |please |now "
    rf"|instead |just ){{1,3}}(?=(?:{_VERBS})\b)|,\s*(?:and |but |& |then )?"
    rf"(?=(?:please )?(?:(?!{_AMBIGUOUS}\b)(?:{_VERBS})|{_AMBIGUOUS}{_A_THING})\b)"
    rf"|\s+(?:and|but|&|\+|while|whilst)\s+(?=(?:(?!{_AMBIGUOUS}\b)(?:{_VERBS})|{_AMBIGUOUS}{_A_THING})\b)"
    r"|,?\s+then\s+(?=\w)"
    r"|,?\s+(?:while|whilst|but|and)?\s*(?=(?:keeping|preserving|maintaining|retaining|leaving)\b)"
    r"|,\s*(?:and |but |with )?(?=(?:everything|all|the) (?:else|other|rest|others?)\b|nothing else\b|no "
    r"other\b|the rest\b|remain\b|without (?:changing|altering|touching|affecting)\b|same\b|[\w ]{2,40} "
    r"(?:stays?|remains?|unchanged|"
    r"untouched|as (?:it|they) (?:is|are))\b)"
    r"|\s+(?=without (?:changing|altering|touching|affecting|moving)\b)|\s+with (?=(?:everything|all|the) "
    r"(?:else|rest|other\b.{1,30}) (?:unchanged|the same|as is|untouched|intact))"
    r"|,\s*(?=(?:(?:a bit |slightly |much )?(?:more|less|fewer) \w+$|no \w+$|as (?:an? )?\w+))|,\s*(?:and "
    r")?(?=(?:but )?(?:at night|in winter|darker|brighter|warmer|bigger|smaller)\b))\s*",
    re.IGNORECASE,
)
_KEEP_VERB = re.compile(
    r"^(?:but |and |please |just |also |only )*(?:keep|keeping|preserve|preserving|maintain|maintaining|retain"
    r"|retaining|leave(?! (?:more|some|enough|a bit|plenty|room|space))|leaving|make sure|ensure|ensuring)(?: "
    r"that)? (?P<kept>.+)$",
    re.IGNORECASE,
)
_NOT_TO = re.compile(
    r"^(?:but |and |please |just )*(?:(?:do not|don['’]?t|never|without|not) (?:change|changing|touch|touching"
    r"|alter|altering|modify|modifying|move|moving|affect|affecting|remove|removing|mess with|add(?:ing)?"
    r"|crop(?:ping)?)) (?P<kept>.+)$",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?:but |and |with |while )*(?P<kept>.+?)(?:,? (?:(?:should|must|has to|have to|needs? to|can|all|both"
    r"|still) )*(?:stays?|remains?|keeps?(?: (?:its|their|his|her) (?P<what>.+))|is unchanged|are unchanged"
    r"|unchanged|untouched|intact|as (?:it|they) (?:is|are)|as is|"
    r"the same|where (?:it|they) (?:is|are))(?: (?:exactly )?(?:the same|unchanged|untouched|as (?:it|they) "
    r"(?:is|are|was|were)|as is|where (?:it|they) (?:is|are)|in place|identical|intact|put|like (?:that|this"
    r"|before)))?)$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"^(?:with |and |but |same )?(?P<kept>nothing else|no other .+|(?:the )?same (?P<same>[\w ,-]{3,60})"
    r"|remain (?P<remain>.+?)(?: unchanged)?)(?: (?:changes|changed|should change|please))?$",
    re.IGNORECASE,
)
_SAME_STATE = re.compile(
    r"(?:,? (?:exactly |completely |all |fully |totally )?(?:the same|unchanged|untouched|intact|as (?:it"
    r"|they) (?:is|are|was|were)|as is|in place|where (?:it|they) (?:is|are)|identical|consistent|like (?:that"
    r"|this|it is)|the way (?:it|they) (?:is|are)|stays?|remains?|the same as before|alone))+$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and |as well as )?|\s+and\s+|\s*&\s*|\s+as well as\s+", re.IGNORECASE)
_NO_KEEP = re.compile(
    r"^(?:it|this|that|going|up|me|us|in mind|in touch|an eye|trying|them coming|on|calm|like this|like "
    r"that|only|anything|everything)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clauses:
    """`asks` are the clauses that may be changes, politeness taken off; `keeps` what must stay."""

    asks: tuple[str, ...]
    keeps: tuple[str, ...]


def split(text: str) -> Clauses:
    """English only; wordings are put aside as marks before."""
    asks: list[str] = []
    keeps: list[str] = []
    for piece in _CUT.split(text):
        clause = without_lead(piece)
        if not clause:
            continue
        kept = kept_by(clause)
        if kept:
            keeps += kept
        else:
            asks += _coordinated(clause)
    return Clauses(tuple(asks), tuple(dict.fromkeys(keeps)))


def kept_by(clause: str) -> list[str]:
    """What a clause wants to keep: "keep the face and the pose" -> ["the face", "the pose"]; [] for other clauses."""
    if match := _KEEP_VERB.match(clause):
        kept = match["kept"]
        is_ensured = re.match(r"^.{0,20}\b(?:make sure|ensur)", clause, re.IGNORECASE)
        if is_ensured and not _SAME_STATE.search(kept):
            return []
        return _listed(_SAME_STATE.sub("", kept))
    if match := _NOT_TO.match(clause):
        kept = match["kept"]
        return (
            ["everything else"]
            if re.fullmatch(r"anything else|the rest|other \w+|the others?", kept, re.IGNORECASE)
            else _listed(kept)
        )
    if match := _REST.match(clause):
        return _listed(match["same"] or match["remain"]) if match["same"] or match["remain"] else ["everything else"]
    if (match := _STAYS.match(clause)) and len(match["kept"].split()) <= 12:
        kept = re.sub(
            r"^(?:the )?rest(?: of (?:it|the (?:image|picture|photo|scene)))?$",
            "everything else",
            match["kept"],
            flags=re.IGNORECASE,
        )
        return [f"{kept}: {match['what']}"] if match["what"] else _listed(kept)
    return []


def _listed(kept: str) -> list[str]:
    rest = without_trail(_SAME_STATE.sub("", kept))
    rest = re.sub(
        r"^(?:the )?rest(?: of (?:it|the (?:image|picture|photo|scene)))?$",
        "everything else",
        rest,
        flags=re.IGNORECASE,
    )
    things = [thing.strip(" ,.") for thing in _AND.split(rest)]
    return [thing for thing in things if thing and not _NO_KEEP.match(thing)]


_PAIR = re.compile(
    r"^(?P<verb>make|turn|paint|colou?r|change|have) (?P<first>.+?)(?:,| and|, and) (?P<second>(?:the|her"
    r"|his|its|their) .+)$",
    re.IGNORECASE,
)

_SHAPED = re.compile(
    r"^(?:make|turn|have) (?:it|this|the (?:image|picture)) (?P<first>[\w:-]+) and (?P<second>.+)$", re.IGNORECASE
)


def _coordinated(clause: str) -> list[str]:
    """ "make the chair red and the table blue" -> two requests, when both halves can stand alone."""
    from bot.reading.replies.making import made

    if (shaped := _SHAPED.match(clause)) and structural(f"make it {shaped['first']}"):
        return [f"make it {shaped['first']}", f"make it {shaped['second']}"]
    match = _PAIR.match(clause)
    if not match:
        return [clause]
    verb, first, second = match["verb"], match["first"], match["second"]
    if verb.casefold() == "change":
        return [f"{verb} {first}", f"{verb} {second}"] if " to " in first and " to " in second else [clause]
    whole = [f"{verb} {first}", f"{verb} {second}"]
    return whole if made(first, whole[0]) and made(second, whole[1]) else [clause]
