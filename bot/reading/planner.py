"""A plan by rules, without a text model: the listed shots with a camera each, or shots found for the brief.

The same request always has the same plan.
"""

import re
from collections.abc import Sequence

from bot.domain import Character, Kind, Plan, PlannedShot, SetRequest
from bot.prompts.styles import style_text
from bot.reading.beats import BEATS, CAMERA_WORDS, CAMERAS, HOURS, Beat
from bot.reading.typed import short, tidy

MOST_IN_TITLE = 60


def plan(request: SetRequest, characters: Sequence[Character]) -> Plan:
    """Title, style and shots; variants are one shot with several versions."""
    names = [character.name for character in characters]
    if request.kind is not Kind.SCENES:
        return _one(request, names)
    shots = _listed(request, names) if request.shots else _found(request, names)
    return Plan(title_of(request), style_text(request.style), shots)


def title_of(request: SetRequest) -> str:
    """The brief, cut to a title; a set of listed shots without one is named after its first shot."""
    if request.shots and request.brief == " | ".join(request.shots):
        more = len(request.shots) - 1
        tail = f" and {more} more" if more else ""
        return _capital(short(request.shots[0], MOST_IN_TITLE - len(tail)) + tail)
    return _capital(short(request.brief, MOST_IN_TITLE))


def joined(names: Sequence[str]) -> str:
    """ "Maya", "Maya and Ben", "Maya, Ben and Cho"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _one(request: SetRequest, names: Sequence[str]) -> Plan:
    """One picture is drawn from the person's own words: no camera is chosen for them."""
    words = request.shots[0] if request.shots else ""
    brief = "" if words == request.brief else request.brief
    scene = _sentence(_with_names(": ".join(part for part in (brief, words) if part), names))
    title = title_of(request)
    style = style_text(request.style) if request.style else ""
    return Plan(title, style, (PlannedShot(1, _capital(short(words or title, MOST_IN_TITLE)), scene),))


def _listed(request: SetRequest, names: Sequence[str]) -> tuple[PlannedShot, ...]:
    brief = "" if request.brief == " | ".join(request.shots) else request.brief
    cameras = _cameras(request.shots)
    planned = []
    for number, (words, camera) in enumerate(zip(request.shots, cameras, strict=True), start=1):
        seen = _sentence(_with_names(": ".join(part for part in (brief, words) if part), names))
        planned.append(PlannedShot(number, _capital(short(words, MOST_IN_TITLE)), f"{seen} {camera}".strip()))
    return tuple(planned)


def _cameras(shots: Sequence[str]) -> list[str]:
    """One camera a shot by its words; within a set each is used once before any comes again."""
    used: dict[str, int] = {}
    chosen = []
    for words in shots:
        camera = "" if _speaks_of_camera(words) else min(_fitting(words), key=lambda c: used.get(c, 0))
        used[camera] = used.get(camera, 0) + 1
        chosen.append(camera)
    return chosen


def _fitting(words: str) -> tuple[str, ...]:
    said = set(re.findall(r"[\w-]+", words.casefold()))
    usual = CAMERAS[-1][1]
    for triggers, cameras in CAMERAS:
        if any(trigger in said or (" " in trigger and trigger in words.casefold()) for trigger in triggers):
            return (*cameras, *usual)
    return usual


def _speaks_of_camera(words: str) -> bool:
    return any(phrase in words.casefold() for phrase in CAMERA_WORDS)


def _found(request: SetRequest, names: Sequence[str]) -> tuple[PlannedShot, ...]:
    who = joined(names) if names else "the main subject"
    brief = _sentence(request.brief)
    return tuple(
        PlannedShot(number, title, f"{brief} {_capital(beat.scene.format(who=who))} {light}".strip())
        for number, (beat, title, light) in enumerate(_beats(request.count), start=1)
    )


def _beats(count: int) -> list[tuple[Beat, str, str]]:
    """The best `count` beats in the order of a story; after all of them the same at another hour."""
    found: list[tuple[Beat, str, str]] = []
    for turn in range(-(-count // len(BEATS))):
        hour, light = HOURS[turn % len(HOURS)]
        wanted = min(len(BEATS), count - len(found))
        best = sorted(BEATS, key=lambda beat: beat.rank)[:wanted]
        found += [(beat, f"{beat.title} {hour}".strip(), light) for beat in BEATS if beat in best]
    return found


def _with_names(words: str, names: Sequence[str]) -> str:
    """Pinned characters that the words do not name are named."""
    missing = [name for name in names if name.casefold() not in words.casefold()]
    return f"{words}, with {joined(missing)}" if missing and words else words


def _sentence(words: str) -> str:
    text = _capital(tidy(words))
    return text if text[-1:] in tuple(".!?…。！？") else f"{text}."


def _capital(text: str) -> str:
    first = text[:1].upper()
    return first + text[1:] if len(first) == 1 else text  # some letters have two as their capital
