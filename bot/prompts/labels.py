"""Labels that people can point at, the same in captions, file names, sheets and alt texts: "#2 · v1"."""

import re
import unicodedata

from bot.domain import Kind, Shot, ShotSet, Version


def label(shot_set: ShotSet, shot: Shot, version: Version) -> str:
    """ "#2 · v1" in a set of several shots, else "v1"."""
    return f"#{shot.number} · v{version.number}" if shot_set.request.kind is Kind.SCENES else f"v{version.number}"


def file_name(shot_set: ShotSet, shot: Shot, version: Version) -> str:
    """ "maya-opens-the-robot-cafe-2-v1.png": safe on every system, whatever the title holds."""
    number = f"-{shot.number}" if shot_set.request.kind is Kind.SCENES else ""
    return f"{slug(shot_set.title)}{number}-v{version.number}.png"


def slug(title: str) -> str:
    """At most 48 of a-z, 0-9 and dashes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-") or "picture"
