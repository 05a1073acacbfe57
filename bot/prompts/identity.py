"""The identity lock: what keeps a character the same. It stands word for word equal in every prompt of a set."""

from collections.abc import Sequence

from bot.domain import Character

USUALLY_MATCH = ("face", "hair", "age", "build", "skin or surface colours", "distinguishing marks")
USUALLY_VARY = ("pose", "expression", "camera angle", "light")


def identity_lock(character: Character) -> str:
    """One paragraph: name, description, what must always match, what may vary."""
    name = _line(character.name)
    description = _line(character.description).rstrip(".")
    parts = [
        f"{name}: {description}." if description else f"{name}.",
        f"Always match: {_listed(character.match or USUALLY_MATCH)}.",
        f"May vary: {_listed(character.may_vary or USUALLY_VARY)}.",
        f"Do not redesign {name}.",
    ]
    return " ".join(parts)


def _listed(items: Sequence[str]) -> str:
    return "; ".join(line for line in (_line(item).rstrip(".;") for item in items) if line)


def _line(text: str) -> str:
    """People's words must not open a section of their own in the prompt."""
    return " ".join(text.split())
