"""A person in words -> a look: "red coat, short black hair, freckles" must show."""

import re
from dataclasses import replace

from tests.sandbox.painter import palette, words
from tests.sandbox.painter.look import Look, as_man, as_woman
from tests.sandbox.painter.vocabulary import BOTTOMS, HAIR_STYLES, HATS, PATTERNS, PEOPLE, SKIN_WORDS, TOPS, WORN

HAIR = {"hair": "hair", "haired": "hair", "头发": "hair", "发色": "hair"}
NAMED_CUTS = ("bob", "bun", "ponytail", "braids", "afro", "pixie", "quiff")
HAIR_NOUNS = {w: k for w, k in HAIR_STYLES.items() if k in NAMED_CUTS and w not in ("short", "shoulder-length")}
EYES = {"eyes": "eyes", "eyed": "eyes", "眼睛": "eyes"}
NATURAL = {
    "black": "#2a242c", "brown": "#5a3826", "red": "#b9482a", "grey": "#a9a6a8", "gray": "#a9a6a8",
    "white": "#e9e6e2", "dark": "#2f2528", "blonde": "#e3bd70", "blond": "#e3bd70", "silver": "#cfd0d6",
}  # fmt: skip
IRISES = {
    "brown": "#5b3a24",
    "blue": "#3f7fb0",
    "green": "#4d8a58",
    "hazel": "#7d6a35",
    "grey": "#6c7684",
    "dark": "#3a2a24",
    "amber": "#a8742a",
}
UNIFORMS = {
    "barista": {"top": "shirt", "top_color": "#fbf3e4", "apron": "#4a5a4f"},
    "chef": {"top": "shirt", "top_color": "#fdfaf4", "hat": "chef"},
    "astronaut": {"top": "spacesuit", "top_color": "#eef1f5", "bottom_color": "#e3e8ee", "shoes": "#aab4c2"},
    "doctor": {"top": "labcoat", "top_color": "#fdfdfb"},
    "builder": {"top": "overalls", "hat": "helmet", "hat_color": "#f0b93a"},
}


def described(look: Look, text: str) -> Look:
    """The look with everything the words state; what they do not state stays."""
    look = _build(look, text)
    look = _hair(look, text)
    look = _clothes(look, text)
    return _worn(look, text)


def _build(look: Look, text: str) -> Look:
    kinds = [kind for kind, *_ in words.spotted(text, PEOPLE)]
    if {"woman", "girl"} & set(kinds) or re.search(r"\b(she|her)\b", text, re.IGNORECASE):
        look = as_woman(look)
    elif {"man", "boy"} & set(kinds) or re.search(r"\b(he|his|him)\b", text, re.IGNORECASE):
        look = as_man(look)
    if {"girl", "boy", "child"} & set(kinds):
        look = replace(look, age="child", beard="")
    if "old" in kinds:
        style = "bun" if look.lashes else "side"
        look = replace(look, age="old", hair="#d9d5d2", hair_style=style, glasses=look.glasses or "round")
    for kind in kinds:
        if kind in UNIFORMS:
            look = replace(look, **UNIFORMS[kind])  # type: ignore[arg-type]  # a table of Look's own fields
    skin = re.search(r"\b(\w+)(?:[ -]brown)? (?:skin|complexion)", text, re.IGNORECASE)
    if skin and skin.group(1).lower() in SKIN_WORDS:
        look = replace(look, skin=SKIN_WORDS[skin.group(1).lower()])
    for noun in words.nouns(text, EYES):
        shade = next((IRISES[w] for w in re.findall(r"[a-z]+", noun.before) if w in IRISES), None)
        look = replace(look, eyes=shade) if shade else look
    return look


def _hair(look: Look, text: str) -> Look:
    for noun in (*words.nouns(text, HAIR), *words.nouns(text, HAIR_NOUNS)):
        wide = text[max(0, noun.start - 36) : noun.start].lower()
        near = re.split(r"[.;:\n]|\bwith\b|\band a\b", wide)[-1] if noun.kind == "hair" else noun.before
        tone = next((NATURAL[w] for w in reversed(re.findall(r"[a-z]+", near)) if w in NATURAL), None)
        tone = tone or words.color_in(near, last=True) or noun.color
        styles = [kind for kind, *_ in words.spotted(near, HAIR_STYLES)]
        style = noun.kind if noun.kind != "hair" else _style(look, styles)
        look = replace(look, hair=tone or look.hair, hair_style=style or look.hair_style)
    return look


def _style(look: Look, styles: list[str]) -> str:
    """Of "short curly", curly says more; "short" alone means a bob or a crop."""
    telling = [s for s in styles if s not in ("bob", "long")]
    if telling:
        return telling[0]
    if styles == ["bob"] or "bob" in styles:
        return "bob" if look.lashes else "crop"
    return styles[0] if styles else ""


def _clothes(look: Look, text: str) -> Look:
    for noun in words.nouns(text, TOPS):
        pattern = words.first(noun.before, PATTERNS)
        kind = noun.kind
        color = noun.color or ("#f2c12e" if kind == "raincoat" else "#2f3a5c" if kind == "suit" else look.top_color)
        look = replace(look, top=kind, top_color=color, pattern=pattern)
        break  # the first garment named is the one on top
    for noun in words.nouns(text, BOTTOMS):
        color = noun.color or ("#3d5a8a" if "jean" in noun.word else look.bottom_color)
        look = replace(look, bottom=noun.kind, bottom_color=color)
    if look.top == "overalls" and not words.nouns(text, BOTTOMS):
        look = replace(look, bottom_color="#3f639b")
    return look


def _worn(look: Look, text: str) -> Look:
    for noun in words.nouns(text, HATS):
        color = noun.color or ("#e8c274" if noun.kind == "straw" else look.hat_color)
        look = replace(look, hat=noun.kind, hat_color=color)
    for noun in words.nouns(text, WORN):
        if not re.search(r"\b(no|without|removes?|remove)\b", noun.before):
            look = _put_on(look, noun)
    if "shoes" in text:
        tint = words.color_in(re.split(r"[,.;]", text[: text.index("shoes")])[-1], last=True)
        look = replace(look, shoes=tint or look.shoes)
    return look


def _put_on(look: Look, noun: words.Noun) -> Look:
    match noun.kind:
        case "glasses":
            return replace(look, glasses="gold" if "gold" in noun.before else "round")
        case "sun":
            return replace(look, glasses="sun")
        case "beard":
            return replace(look, beard="full")
        case "moustache":
            return replace(look, beard="moustache")
        case "scarf":
            return replace(look, scarf=noun.color or "#e0a63c")
        case "apron":
            return replace(look, apron=noun.color or "#4a5a4f")
        case "freckles":
            return replace(look, freckles=True)
        case "earrings":
            return replace(look, earrings=True)
        case _:
            return replace(look, hair_style="bald")


def contrasting(look: Look, wall: str) -> Look:
    """Nobody may vanish into the wall: a top of the wall's colour is a shade deeper."""
    if palette.distance(look.top_color, wall) < 0.22:
        return replace(look, top_color=palette.darker(look.top_color, 0.16))
    return look
