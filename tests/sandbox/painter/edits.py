"""An edit in words, applied to what a picture shows: brief + "make the mug matte green" -> another brief."""

import re
from dataclasses import dataclass, replace

from tests.sandbox.painter import holding, words
from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.describe import described
from tests.sandbox.painter.look import from_name
from tests.sandbox.painter.vocabulary import (
    ACTIONS,
    ANIMALS,
    BOTTOMS,
    HATS,
    LIGHTS,
    MOODS,
    PEOPLE,
    ROBOTS,
    SEASONS,
    SETTINGS,
    STYLES,
    THINGS,
    TOPS,
    WEATHERS,
    WORN,
)  # fmt: skip

STAYS = re.compile(
    r"(?is)(?:^|(?<=[.;\n]))[^.;\n]*"
    r"\b(keep|kept|do not|don't|everything else|preserve|leave|stays?|unchanged|identical|same as)\b[^.;\n]*"
)
REMOVE = re.compile(
    r"(?i)\b(?:remove|delete|erase|take away|take out|get rid of|lose|drop|without|no more|hide)\b"
    r"|去掉|删除|移除|删掉|去除"
)
ADD = re.compile(r"(?i)\b(?:add|put|place|include|insert|give|bring in|with an? extra)\b|加|添|放")
SWAP = re.compile(r"(?i)\b(?:replace|swap|change|turn|exchange)\b[^.;\n]*?\b(?:with|for|into|to)\b")
RESTYLE = re.compile(
    r"(?i)\b(?:as an?|style|restyle|turn (?:it|this) into|make it (?:an?)?|render|redraw|like an?|in)\b"
    r"|风格|变成|改成|画"
)
TONES = {"darker": -34, "brighter": 34, "lighter": 30, "warmer": 1, "cooler": 2, "暗": -34, "亮": 34}
EVERYTHING = {**THINGS, **ANIMALS, **ROBOTS}
WALL = {
    "wall": "wall",
    "walls": "wall",
    "background": "wall",
    "backdrop": "wall",
    "墙": "wall",
    "墙壁": "wall",
    "背景": "wall",
}


@dataclass(frozen=True)
class Edit:
    """The brief after the edit. `whole` = the entire picture changes; `understood` = some change was read."""

    brief: Brief
    whole: bool = False
    understood: bool = False
    tone: int = 0


def wish(prompt: str) -> str:
    """What is asked to change; what shall stay is left out, or "keep the lamp" would touch the lamp."""
    told = words.parts(prompt)
    text = told.scene or prompt[: words.READ_LIMIT]
    more = "\n".join(f"{name}: {body}" for name, body in told.named)
    kept = STAYS.sub(" ", f"{text}\n{more}")
    return re.sub(r"(?im)^\s*image \d+.*$", " ", kept)


def applied(brief: Brief, text: str) -> Edit:
    plain = words.unquoted(text)
    for rule in (_restyled, _swapped, _removed, _added, _relettered, _recolored, _dressed, _relit, _moved):
        after = rule(brief, plain if rule is not _relettered else text)
        if after is not None:
            return after
    tone = next((amount for word, amount in TONES.items() if word in plain.lower()), 0)
    return Edit(brief, whole=tone != 0, understood=tone != 0, tone=tone)


def _restyled(brief: Brief, text: str) -> Edit | None:
    style = words.first(text, STYLES)
    if style and style != brief.style and RESTYLE.search(text) and not ADD.match(text.strip()):
        return Edit(replace(brief, style=style), whole=True, understood=True)
    return None


def _kinds(text: str) -> list[words.Noun]:
    return words.nouns(text, EVERYTHING)


def _family(noun: words.Noun) -> str:
    return "robot" if noun.kind == "robot" else "animal" if noun.kind in ANIMALS.values() else "thing"


def _as_subject(noun: words.Noun) -> Subject:
    return Subject(noun.kind, _family(noun), noun.color, min(3, noun.count), "matte" if "matte" in noun.before else "")


def _swapped(brief: Brief, text: str) -> Edit | None:
    nouns = _kinds(text)
    if not SWAP.search(text) or len(nouns) < 2 or nouns[0].kind == nouns[1].kind:
        return None
    old, new = nouns[0], _as_subject(nouns[1])
    if old.kind in [s.kind for s in brief.subjects]:
        after = tuple(replace(new, count=s.count) if s.kind == old.kind else s for s in brief.subjects)
        return Edit(replace(brief, subjects=after), understood=True)
    return Edit(replace(brief, without=(*brief.without, old.kind), extras=(*brief.extras, new)), understood=True)


def _removed(brief: Brief, text: str) -> Edit | None:
    found = REMOVE.search(text)
    if not found:
        return None
    rest = text[found.start() :]
    worn = words.nouns(rest, {**WORN, **HATS})
    if worn and brief.cast:
        return Edit(_undressed(brief, worn[0].kind), understood=True)
    gone = tuple(noun.kind for noun in _kinds(rest))
    if "lamp" in gone:
        gone = (*gone, "floorlamp")
    if re.search(r"(?i)\b(text|lettering|words|title|sign|banner)\b|文字", rest):
        return Edit(replace(brief, texts=()), understood=True)
    kept = tuple(s for s in brief.extras if s.kind not in gone)
    return Edit(replace(brief, without=(*brief.without, *gone), extras=kept), understood=True) if gone else None


def _undressed(brief: Brief, kind: str) -> Brief:
    blank = {
        "glasses": "glasses",
        "sun": "glasses",
        "beard": "beard",
        "moustache": "beard",
        "scarf": "scarf",
        "apron": "apron",
    }
    look = brief.cast[0]
    if kind in blank:
        look = replace(look, **{blank[kind]: ""})  # type: ignore[arg-type]  # text fields of Look
    elif kind == "freckles":
        look = replace(look, freckles=False)
    elif kind == "earrings":
        look = replace(look, earrings=False)
    else:
        look = replace(look, hat="")
    return replace(brief, cast=(look, *brief.cast[1:]))


def _added(brief: Brief, text: str) -> Edit | None:
    found = ADD.search(text)
    if not found:
        return None
    rest = text[found.start() :]
    if brief.cast and (words.nouns(rest, {**WORN, **HATS}) or words.nouns(rest, TOPS)):
        return _dressed(brief, rest)
    if words.first(rest, WEATHERS):
        return _relit(brief, rest)
    if words.spotted(rest, PEOPLE):
        count = words.nouns(rest, PEOPLE)[0].count
        newcomers = tuple(from_name(f"newcomer {len(brief.cast) + i}") for i in range(count))
        return Edit(replace(brief, cast=(*brief.cast, *newcomers)), whole=True, understood=True)
    found_once = {noun.kind: _as_subject(noun) for noun in reversed(_kinds(rest))}  # a prompt may name it twice
    new = tuple(found_once[kind] for kind in reversed(found_once) if kind not in [s.kind for s in brief.extras])
    if not new:
        return None
    without = tuple(k for k in brief.without if k not in [s.kind for s in new])
    return Edit(replace(brief, extras=(*brief.extras, *new[:2]), without=without), understood=True)


def _relettered(brief: Brief, text: str) -> Edit | None:
    quotes = words.quoted(text)
    return Edit(replace(brief, texts=(quotes[-1],)), understood=True) if quotes else None


def _recolored(brief: Brief, text: str) -> Edit | None:
    after, touched = brief, False
    for noun in _kinds(text):
        if noun.color is None:
            continue
        touched, after = True, _tinted(after, noun.kind, noun.color)
    for noun in words.nouns(text, WALL):
        if noun.color:
            touched, after = True, replace(after, tints=(*after.tints, ("wall", noun.color)))
    return (
        Edit(after, whole=any(k == "wall" for k, _ in after.tints[len(brief.tints) :]), understood=True)
        if touched
        else None
    )


def _tinted(brief: Brief, kind: str, color: str) -> Brief:
    for name in ("subjects", "extras"):
        held = getattr(brief, name)
        if kind in [s.kind for s in held]:
            return replace(brief, **{name: tuple(replace(s, color=color) if s.kind == kind else s for s in held)})  # type: ignore[arg-type]
    if brief.cast and kind == holding.held_kind(brief):
        return replace(brief, subjects=(*brief.subjects, Subject(kind, "thing", color)))
    return replace(brief, tints=(*((k, c) for k, c in brief.tints if k != kind), (kind, color)))


def _dressed(brief: Brief, text: str) -> Edit | None:
    """Clothes, hair, eyes and what is worn; pronouns say who, not what to change."""
    if not brief.cast:
        return None
    body = re.sub(r"(?i)\b(she|her|hers|he|his|him|woman|man|girl|boy)\b", " ", text)
    look = described(brief.cast[0], body)
    tops = words.nouns(body, {**TOPS, **BOTTOMS})
    if tops and look == brief.cast[0] and (tint := words.color_in(body, last=True)):
        look = replace(look, top_color=tint)
    if look == brief.cast[0]:
        return None
    return Edit(replace(brief, cast=(look, *brief.cast[1:])), understood=True)


def _relit(brief: Brief, text: str) -> Edit | None:
    light, weather = words.first(text, LIGHTS), words.first(text, WEATHERS)
    season, place = words.first(text, SEASONS), words.first(text, SETTINGS)
    if not (light or weather or season or (place and place != brief.setting)):
        return None
    moved = replace(brief, light=light or brief.light, weather=weather or brief.weather, season=season or brief.season)
    if (
        place
        and place != "snow"
        and re.search(r"(?i)\b(background|setting|place|move|to the|in the|in an?|at the|on the)\b|背景", text)
    ):
        moved = replace(moved, setting=place)
    return Edit(moved, whole=True, understood=True)


def _moved(brief: Brief, text: str) -> Edit | None:
    mood, action = words.first(text, MOODS), words.first(text, ACTIONS)
    if not brief.cast or not (mood or action):
        return None
    return Edit(replace(brief, mood=mood or brief.mood, action=action or brief.action), whole=False, understood=True)
