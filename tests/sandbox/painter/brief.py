"""What a picture shows: small enough to travel inside the picture, so that edits know it."""

from dataclasses import dataclass

from tests.sandbox.painter.look import Look


@dataclass(frozen=True)
class Subject:
    kind: str
    family: str
    color: str | None = None
    count: int = 1
    finish: str = ""


@dataclass(frozen=True)
class Brief:
    setting: str = ""
    light: str = "day"
    weather: str = ""
    season: str = ""
    style: str = "flat"
    camera: str = ""
    action: str = ""
    mood: str = ""
    layout: str = "scene"
    cast: tuple[Look, ...] = ()
    subjects: tuple[Subject, ...] = ()
    extras: tuple[Subject, ...] = ()
    texts: tuple[str, ...] = ()
    guests: bool = False
    tone: int = 0
    seed: int = 0
    without: tuple[str, ...] = ()
    tints: tuple[tuple[str, str], ...] = ()
