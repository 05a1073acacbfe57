"""Prompt -> brief: what a picture shall show."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tests.sandbox.painter import casting, imprint, likeness, palette, roles, words
from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.vocabulary import (
    ACTIONS,
    ANIMALS,
    CAMERAS,
    LIGHTS,
    MOODS,
    ROBOTS,
    SEASONS,
    SETTINGS,
    STYLES,
    THINGS,
    WEATHERS,
)  # fmt: skip

LAYOUTS = {
    "logo": r"\b(logo|emblem|icon|wordmark|brand mark)\b|标志",
    "poster": r"\b(poster|flyer|banner|sale|invitation|billboard|album cover|book cover|headline)\b|海报",
    "sheet": r"\b(reference sheet|character sheet|turnaround|model sheet|front, side)\b",
}
# Where things are at home, when the words name no place.
HOMES = {
    "cafe": {"machine", "latte", "mug", "cake", "bread"},
    "underwater": {"fish", "whale", "turtle"},
    "clouds": {"plane", "flying", "airballoon"},
    "harbour": {"boat"},
    "street": {"car", "bus", "bicycle", "train"},
    "space": {"rocket", "planet"},
    "snow": {"penguin", "snowman"},
    "field": {"horse", "cow", "pig", "unicorn", "house", "castle", "dinosaur"},
    "forest": {"fox", "bear", "deer", "owl", "wolf", "mushroom", "tent", "campfire"},
    "office": {"laptop", "computer", "phone"},
    "room": {"sofa", "floorlamp", "books"},
    "desert": {"cactus"},
    "beach": {"palm", "tower"},
}


def read(prompt: str, seed: int, references: Sequence[bytes] = ()) -> Brief:
    told = words.parts(prompt)
    return understood(told, seed, roles.assigned(told, references))


def understood(told: words.Parts, seed: int, pictures: Sequence[roles.Assigned] = ()) -> Brief:
    scene, around = words.unquoted(told.scene), words.unquoted(told.context)
    style = words.first(told.style, STYLES) or words.first(scene, STYLES) or words.first(around, STYLES) or "flat"
    looks = casting.cast(told, scene, around, pictures)
    creatures = {look.species for look in looks}
    brief = Brief(
        setting=_setting(scene, around), light=_light(scene, around, style),
        weather=words.first(scene, WEATHERS) or words.first(around, WEATHERS),
        season=words.first(scene, SEASONS) or words.first(around, SEASONS),
        style=style, camera=_camera(scene), action=_action(scene), mood=words.first(scene, MOODS),
        layout=_layout(scene, around), cast=looks,
        subjects=tuple(s for s in _subjects(scene) if s.kind not in creatures),
        texts=words.quoted(told.scene), tone=_tone(told, scene, pictures), seed=seed,
        guests=bool(words.spotted(around, ROBOTS)) and not words.spotted(scene, ROBOTS),
    )  # fmt: skip
    return _furnish(brief, scene, around)


def _tone(told: words.Parts, scene: str, pictures: Sequence[roles.Assigned]) -> int:
    """A set's palette: its first picture's, or a style picture's, or one that style and title choose together."""
    for picture in pictures:
        if picture.role in ("anchor", "previous") and (seen := imprint.of(picture.data)):
            return seen.tone
        if picture.role == "style" and (color := likeness.mean_color(picture.data)):
            return palette.nearest_tone(color)
    return palette.tone_for(f"{told.style}|{_title(told, scene)}")


def _title(told: words.Parts, scene: str) -> str:
    """What all shots of a set have in common; a lone prompt has only itself."""
    return told.title or told.context.strip() or scene


def _setting(scene: str, around: str) -> str:
    hits = [kind for kind, *_ in words.spotted(scene, SETTINGS)]
    strong = [kind for kind in hits if kind not in ("room", "snow", "beach")] or hits
    if {"street", "skyline"} <= set(hits):
        return "street"
    if "space" in hits:
        return "space"
    return strong[0] if strong else words.first(around, SETTINGS)


def _light(scene: str, around: str, style: str) -> str:
    if style == "neon":
        return "neon"
    return words.first(scene, LIGHTS) or words.first(around, LIGHTS) or "day"


def _action(scene: str) -> str:
    """What the shot says goes before the pose that its set's title suggests ("opens the café: thumbs up")."""
    kinds = [kind for kind, *_ in words.spotted(scene, ACTIONS)]
    return next((kind for kind in kinds if kind != "hero"), kinds[0] if kinds else "")


def _camera(scene: str) -> str:
    if re.search(r"\b(portrait of|selfie)\b", scene, re.IGNORECASE):
        return "portrait"
    return words.first(re.sub(r"\bportrait (orientation|format)|make it portrait", "", scene), CAMERAS)


def _layout(scene: str, around: str) -> str:
    for name, pattern in LAYOUTS.items():
        if re.search(pattern, scene, re.IGNORECASE) or (name == "sheet" and re.search(pattern, around, re.IGNORECASE)):
            return name
    return "scene"


def _subjects(scene: str) -> tuple[Subject, ...]:
    everything = {**THINGS, **ANIMALS, **ROBOTS}
    found: dict[str, Subject] = {}
    for noun in words.nouns(scene, everything):
        family = (
            "animal"
            if noun.word in ANIMALS or noun.kind in ANIMALS.values()
            else "robot"
            if noun.kind == "robot"
            else "thing"
        )
        placed = re.match(r"\s*(café|cafe|shop|bar|store|house|food|lover)\b", scene[noun.end :], re.IGNORECASE)
        if placed and family == "thing":
            continue
        if re.search(r"\b(no|without)\s*(a |any )?$", scene[max(0, noun.start - 12) : noun.start], re.IGNORECASE):
            continue
        if noun.kind == "moon" and re.search(r"(?i)on the $", scene[: noun.start]):
            continue
        finish = "matte" if "matte" in noun.before or "磨砂" in scene else ""
        if noun.kind not in found:
            found[noun.kind] = Subject(
                noun.kind, family, noun.color, noun.count if noun.count > 1 else _plural(noun), finish
            )
    if "latte" in found and "mug" in found:
        found.pop("mug")
    if "machine" in found:
        found.pop("mug", None)
    return tuple(found.values())[:8]


def _plural(noun: words.Noun) -> int:
    return 3 if noun.word.endswith("s") and noun.kind + "s" == noun.word and noun.kind not in ("books", "phone") else 1


def _furnish(brief: Brief, scene: str, around: str) -> Brief:
    """Fill in what the words leave open, so that every prompt gives a picture worth looking at."""
    if brief.layout == "logo":
        return replace(brief, setting="studio")
    if brief.layout == "sheet":
        return replace(brief, setting="studio", cast=brief.cast or (casting.somebody(scene, 0),))
    if not brief.cast and not brief.subjects and brief.action:
        somebody = (casting.somebody(scene or around, 0),)
        return replace(brief, cast=somebody, setting=brief.setting or "park")
    return brief if brief.setting else _settled(brief, scene, around)


def _settled(brief: Brief, scene: str, around: str) -> Brief:
    """A place where none is named: by who and what is there, else by the words' own hash."""
    people, kinds = bool(brief.cast), {s.kind for s in brief.subjects}
    if people and brief.cast[0].top == "spacesuit":
        return replace(brief, setting="space")
    for home, things in HOMES.items():
        if kinds & things:
            is_product = home in ("cafe", "office") and not people
            return replace(brief, setting="studio" if is_product else home)
    if brief.season == "snow" or brief.weather == "snow":
        return replace(brief, setting="snow")
    if people or brief.subjects:
        only_things = not people and all(s.family == "thing" for s in brief.subjects)
        place = ("park", "street", "park", "room")[palette.pick(scene + around, 4)]
        return replace(brief, setting="studio" if only_things else place)
    spirits = (
        Subject("balloon", "thing"), Subject("bird", "animal"), Subject("fox", "animal"),
        Subject("airballoon", "thing"), Subject("cat", "animal"), Subject("robot", "robot"),
    )  # fmt: skip
    return replace(brief, setting="dream", subjects=(spirits[palette.pick(scene, 6)],))
