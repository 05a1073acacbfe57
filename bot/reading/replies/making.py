""" "make X Y": where the thing ends and the new state begins, and sentences that say how something should be."""

import re

from bot.domain.replies import Change, ChangeKind
from bot.reading.replies.phrases import ASIDE, QUALITY, head, is_descriptive, is_light, is_style, is_whole, words_of
from bot.reading.replies.values import Part, becomes, core, make, whole_becomes
from bot.reading.replies.wordlists import BODY, FACIAL_ADDITIONS, LIGHT_NOUNS, NUMBERS, TEXTS, listed

_HAVING = listed("contain include feature have has had hold holding carry carrying wear wearing wore grab grow use")
_DOING = listed(
    """smile laugh cry sit stand run jump walk wave raise lift lower turn look face point swing throw catch kick
    dance sing sleep lie lean kneel bow nod wink blink close open cross fold stretch spread clap hug kiss shake
    play ride drive read write eat drink swim fly climb fall float bend rest pose gaze stare glance frown grin
    yawn scream shout talk speak touch appear seem glow shine sparkle fade melt burn match fit bark roar bite
    lick hold-hands reach pull push rise tilt crouch squat bounce spin rotate hang drop pour spill bloom blossom
    overflow steam smoke shimmer flow move drift step march race skate ski surf dive cook cut paint draw type
    work study pray salute cheer celebrate hide peek show stick put take give pick press squeeze stroke pet feed
    chase follow meet stop start stay come go leave lay listen"""
)
_NOT_OF_IT = listed(
    "go come stay stop work show rest meet start leave put take give type study follow cut drop slide sit "
    "ride run play type listen march"
)
_GOING = listed("disappear vanish gone")
_UNTAKEN = re.compile(
    r"^(?:sure|sense|(?:it|this|that) an? (?:tradition|habit|rule|priority|success|date|hit|thing|point|goal"
    r"|day|deal|week|team)\b|it (?:to|work|happen|count|through|up|clear that|easy|easier|official|quick|snappy"
    r"|so)\b|up\b|do\b|time\b|way\b|"
    r"money\b|room for\b|(?:an?|the|your|my|our|any|some) (?:tradition|habit|rule|priority|success|team effort"
    r"|date|hit|winner|thing|decision|choice|call|copy|copies|note|list|backup|ticket|meeting|deadline|plan"
    r"|point|"
    r"case|deal|difference|effort|mistake|exception|reservation|appointment|fuss|start|move|folder|channel"
    r"|thread|reel|video|gif|deck|doc)\b|"
    r"me\b|us\b|you\b|fun\b|friends\b|progress\b|coffee\b|tea\b|lunch\b|dinner\b|love\b|peace\b|(?:a )?(?:nice"
    r"|good|great|lovely) (?:day|evening|"
    r"weekend|one|time|trip|lunch|night)\b|fun\b|know\b|ben\b|ana\b|them know\b|him know\b|her know\b|everyone know\b)",
    re.IGNORECASE,
)


def made(rest: str, clause: str) -> Part | None:
    """The change of "make `rest`", "have `rest`", "let `rest`"."""
    if _UNTAKEN.match(rest):
        return None
    if match := re.match(
        r"(?P<x>it|this|that|everything|the (?:image|picture|photo|scene|whole thing)) (?:in|as|at|during|like"
        r"|set in) (?P<y>.+)$",
        rest,
        re.IGNORECASE,
    ):
        return whole_becomes(match["y"], clause)
    return _likened(rest, clause) or _caused(rest, clause) or _described(rest, clause) or _renamed(rest, clause)


_SAYS = re.compile(r"(?P<x>.+?) (?:say|says|read|reads|show the words?) (?P<y>.+)$", re.IGNORECASE)
_LIKE = re.compile(
    r"(?P<x>.+?) (?:to )?(?:look|appear|seem|feel|be|become|turn)s? (?:more |a bit |a little |much )*"
    r"(?:like|as if|as though|in ?to) (?:it(?:['’]s| is| was| were)? )?(?P<y>.+)$",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    r"(?P<x>.+?) (?:out of|made (?:out )?of|from) (?P<y>(?!focus|frame|here|now)\w+(?: \w+)?)$", re.IGNORECASE
)
_LOOKING = re.compile(r"(?P<x>.+?) (?:look|appear|seem|feel) (?P<y>.+)$", re.IGNORECASE)
_INTO = re.compile(r"(?P<x>.+?) (?:to be|to look|to become|into) (?P<y>.+)$", re.IGNORECASE)
_LETTERED = listed("sign label banner poster billboard board screen logo")


def _likened(rest: str, clause: str) -> Part | None:
    """ "it look like a painting", "the jacket out of leather", "the dog into a wolf", "the sign say OPEN"."""
    if match := _SAYS.match(rest):
        is_text = ASIDE.search(match["y"]) or head(match["x"]) in TEXTS | _LETTERED
        return make(ChangeKind.TEXT, clause, match["x"], match["y"]) if is_text else None
    if (match := _LIKE.match(rest)) and match["y"].casefold() not in ("this", "that", "it", "these", "the reference"):
        return _looking_like(match["x"], match["y"], clause)
    if match := re.match(r"(?P<x>.+?) out of focus$", rest, re.IGNORECASE):
        return becomes(match["x"], "blurred", clause)
    if match := _MADE_OF.match(rest):
        return make(ChangeKind.ATTRIBUTE, clause, match["x"], match["y"], attribute="material")
    if (match := _LOOKING.match(rest)) and is_style(match["y"]):
        return make(ChangeKind.STYLE, clause, None, match["y"])
    match = _INTO.match(rest)
    return becomes(match["x"], match["y"], clause) if match else None


def _looking_like(target: str, value: str, clause: str) -> Part | None:
    """A whole picture that looks like something else has another style, unless a time or place is named."""
    found = becomes(target, value, clause)
    is_loose = isinstance(found, Change) and found.kind in (ChangeKind.REPLACE, ChangeKind.ATTRIBUTE)
    is_look = is_whole(target) and is_loose and not is_descriptive(value)
    return make(ChangeKind.STYLE, clause, None, value) if is_look else found


def _caused(rest: str, clause: str) -> Part | None:
    """ "the man smile", "her wear a hat", "the sign disappear": a thing and a verb in its plain form."""
    found = rest.split()
    for at in range(1, min(len(found), 14)):
        verb, after = found[at].casefold().strip(",.!"), " ".join(found[at + 1 :])
        before = " ".join(found[:at])
        if (
            before.casefold() in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "all")
            and at + 1 < len(found)
            and before.casefold() != "her"
        ):
            continue
        if verb == "look" and after.startswith("like"):
            return None
        if verb in _GOING:
            return make(ChangeKind.REMOVE, clause, before)
        if verb in _HAVING and after:
            return _held(before, verb, after, clause)
        if verb in ("look", "appear", "seem", "feel", "be", "become", "get", "stay") and is_descriptive(core(after)):
            return becomes(before, after, clause)
        if before.casefold() in ("it", "this", "that", "them all") and verb in _NOT_OF_IT:
            return None
        if verb in _DOING and not is_descriptive(" ".join(found[at:])) and not _is_noun_here(found, at):
            return make(ChangeKind.ATTRIBUTE, clause, before, " ".join(found[at:]), attribute="pose")
    return None


def _is_noun_here(found: list[str], at: int) -> bool:
    """ "make the smile wider": the verb's word stands as the thing."""
    return (
        found[at - 1].casefold() in ("the", "a", "an", "his", "her", "its", "their", "more", "of")
        and at + 1 < len(found)
        and is_descriptive(" ".join(found[at + 1 :]))
    )


def _held(who: str, verb: str, what: str, clause: str) -> Part:
    if re.match(r"(?:their )?(?:hands|each other|still|up)\b", what) or (verb.startswith("w") and is_descriptive(what)):
        return make(ChangeKind.ATTRIBUTE, clause, who, what, attribute="pose" if verb.startswith("h") else "clothes")
    if instead := re.match(r"(?P<new>.+?) (?:instead of|rather than) (?P<old>.+)$", what, re.IGNORECASE):
        return make(ChangeKind.REPLACE, clause, instead["old"], instead["new"])
    last = head(what)
    if last in LIGHT_NOUNS and is_whole(who):
        return make(ChangeKind.LIGHT, clause, None, what)
    is_property = last in BODY and last not in FACIAL_ADDITIONS
    if is_property:
        return make(ChangeKind.ATTRIBUTE, clause, who, what, attribute="look")
    return make(ChangeKind.ADD, clause, who, what)


_NO_THING_BEFORE = listed(
    "right final first last extra main whole next best good big new old same only other most very more "
    "real full great perfect"
)


def _is_quality(found: list[str]) -> bool:
    """The last word looks like a property that no list holds: "the armour angular", after a thing that is named."""
    is_named = len(found) >= 3 and re.match(r"(?:the|his|her|its|their|all|this|that)$", found[0], re.IGNORECASE)
    return bool(is_named and QUALITY.match(found[-1].casefold()) and found[-2].casefold() not in _NO_THING_BEFORE)


def _described(rest: str, clause: str) -> Part | None:
    """A thing and an adjective at the end: "the mug matte dark green", "it darker", "the whole scene rainy"."""
    found = rest.split()
    if (
        found[0].casefold() in ("him", "her", "them")
        and head(rest) in BODY
        and len(found) > 2
        and is_descriptive(" ".join(found[1:-1]))
    ):
        return make(ChangeKind.ATTRIBUTE, clause, found[0], " ".join(found[1:]), attribute="look")
    for at in range(1, len(found)):
        target, value = " ".join(found[:at]), " ".join(found[at:])
        if re.fullmatch(r"(?:the|a|an|this|that|his|its|their|all(?: the)?|every|more|less)", target, re.IGNORECASE):
            continue
        if (
            is_descriptive(core(value))
            or (at == len(found) - 1 and _is_quality(found))
            or (is_whole(target) and is_light(value) and len(words_of(value)) <= 5)
        ):
            return becomes(target, value, clause)
    return None


def _renamed(rest: str, clause: str) -> Part | None:
    """ "the dog a cat", "them eagles", "it a watercolour": a thing and another thing."""
    if match := re.match(
        r"(?P<x>(?:the|his|her|its|their|this|that|all|every)\b.+?|him|her|them|it|this) (?P<y>an? .+)$",
        rest,
        re.IGNORECASE,
    ):
        return becomes(match["x"], match["y"], clause)
    if match := re.match(
        r"(?P<x>it|this|everything|the (?:image|picture|photo|scene|whole thing)) (?P<y>.+)$", rest, re.IGNORECASE
    ):
        return whole_becomes(match["y"], clause)
    if match := re.match(r"(?P<x>them|him|her|both|all of them) (?P<y>\w+(?: \w+)?)$", rest, re.IGNORECASE):
        if is_style(match["y"]) or match["y"].split()[0].casefold() in NUMBERS:
            return whole_becomes(match["y"], clause)
        return make(ChangeKind.REPLACE, clause, match["x"], match["y"])
    return None
