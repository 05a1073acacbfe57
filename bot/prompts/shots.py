"""The exact prompt of a shot, in short labelled sections, and the alt text of its picture.

Section order and wording follow OpenAI's prompting guide: purpose, scene, who, look, references, then constraints as
plain sentences. (developers.openai.com/api/docs/guides/image-prompting)
"""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.domain import Character, Kind
from bot.prompts.identity import identity_lock
from bot.prompts.references import ImageRole, reference_lines
from bot.prompts.styles import style_word as named_style

__all__ = ["ImageRole", "alt_text", "shot_prompt"]

# Together below the API's 32,000 characters.
MOST_IN_SCENE = 12_000
MOST_IN_CHARACTERS = 10_000
MOST_IN_STYLE = 2_000
MOST_IN_REFERENCES = 6_000
MOST_IN_WORDING = 1_000
MOST_IN_ALT = 1_000

_QUOTED = re.compile(r'(?<!\w)"([^"\n]+)"(?!\w)|“([^”\n]+)”|«([^»\n]+)»')
_OPENS_WITH_PLACE = re.compile(
    r"(?:at|in|on|under|over|by|near|behind|beside|inside|outside|with|without|from|into|through|between|among|across|"
    r"before|after|around|below|above|during|against|along|\w+ing)\b",
    re.IGNORECASE,
)


class ShotLike(Protocol):
    """A planned shot or a shot of a set."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def scene(self) -> str: ...


def shot_prompt(
    plan_title: str,
    style_text: str,
    shot: ShotLike,
    total: int,
    characters: Sequence[Character],
    images: Sequence[ImageRole],
    kind: Kind,
) -> str:
    """At most 32,000 characters, whatever is put in."""
    scene = _cut(_line(shot.scene), MOST_IN_SCENE)
    sections = [
        ("Purpose", _purpose(plan_title, shot, total, kind)),
        ("Scene", scene),
        ("Characters", _characters(characters)),
        ("Style", _cut(_line(style_text), MOST_IN_STYLE)),
        ("References", _cut("\n".join(reference_lines(images)), MOST_IN_REFERENCES)),
        ("Constraints", _constraints(scene, characters, images)),
    ]
    return "\n\n".join(f"{name}:\n{text}" for name, text in sections if text)


def alt_text(shot: ShotLike, total: int, title: str, characters: Sequence[Character], style_word: str | None) -> str:
    """What somebody who cannot see the picture hears: "Shot 2 of 3: Maya at the espresso machine, flat style"."""
    seen = _subject(shot.title.strip(), title.strip(), [character.name for character in characters])
    look = named_style(style_word)
    words = f"{seen}, {look}" if look else seen
    return _cut(f"Shot {shot.number} of {total}: {words}" if total > 1 else words, MOST_IN_ALT)


def _purpose(title: str, shot: ShotLike, total: int, kind: Kind) -> str:
    named = _in_words(title)
    if kind is not Kind.SCENES or total < 2:
        return f"One finished picture: {named}."
    return (
        f"Picture {shot.number} of {total} of one set about “{named}”. All pictures of the set share characters and "
        f"style; each has a scene and a camera of its own. Draw only this one: {_in_words(shot.title)}."
    )


def _in_words(title: str) -> str:
    """Double quotes mean lettering in a prompt, and a title is no lettering."""
    return _cut(_line(title).replace('"', "'"), 200).rstrip(".")


def _characters(characters: Sequence[Character]) -> str:
    if not characters:
        return ""
    each = MOST_IN_CHARACTERS // len(characters) - 1
    return "\n".join(_cut(identity_lock(character), each) for character in characters)


def _constraints(scene: str, characters: Sequence[Character], images: Sequence[ImageRole]) -> str:
    lines = [
        "One single continuous picture: no panels, no split screen, no collage, no frame around it.",
        "No watermark, no signature, no caption.",
        _wording(scene),
    ]
    if characters:
        lines.append("Each named character appears once, recognisably the same as described and as in the references.")
    if images:
        lines.append("Draw a new picture; do not copy a reference or paste parts of it.")
    return "\n".join(lines)


def _wording(scene: str) -> str:
    """Quoted words are lettering: each exactly, once; without quotes there is no text in the picture."""
    quotes = list(dict.fromkeys("".join(match.groups("")).strip() for match in _QUOTED.finditer(scene)))
    kept: list[str] = []
    for quote in filter(None, quotes):
        if sum(map(len, kept)) + len(quote) <= MOST_IN_WORDING:
            kept.append(quote)
    if not kept:
        return "No text, letters, numbers or logos, unless a reference shows them on a thing."
    exact = "; ".join(f'"{quote}"' for quote in kept)
    return f"Text in the picture, verbatim, each exactly once, spelled as here, and no other text: {exact}."


def _subject(shot_title: str, title: str, names: Sequence[str]) -> str:
    """A camera word alone ("Close-up") says too little: the set's title follows it."""
    who = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    is_terse = len(shot_title.split()) < 3 and shot_title.casefold() != title.casefold()
    about = title if is_terse else ""
    if who and not any(name.casefold() in f"{shot_title} {about}".casefold() for name in names):
        joins = " " if _OPENS_WITH_PLACE.match(shot_title) else ", "
        shot_title = f"{who}{joins}{shot_title[:1].lower()}{shot_title[1:]}"
    return ", ".join(part for part in (shot_title, about) if part) or "Picture"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _line(text: str) -> str:
    """One line: people's words must not open a section of their own."""
    return " ".join(text.split())
