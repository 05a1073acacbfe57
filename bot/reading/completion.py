"""How a request is drawn: model, size, quality and the rest, filled in where the person was silent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain import Character, Model, SetRequest
from bot.errors import BadRequest
from bot.pictures.sizes import SQUARE, parse_size, snap
from bot.reading.content import Content
from bot.reading.options import Options

QUALITY_NAMES = {"draft": "low", "med": "medium", "normal": "medium", "standard": "medium", "hd": "high"}


@dataclass(frozen=True)
class Defaults:
    """What holds where a request is silent."""

    model: Model
    quality: str
    max_shots: int


def complete(
    content: Content,
    options: Options,
    characters: Sequence[Character],
    notes: Sequence[str],
    defaults: Defaults,
    find_model: Callable[[str], Model],
) -> SetRequest:
    model = find_model(options.model) if options.model else defaults.model
    size, size_note = snap(model, parse_size(options.size) if options.size else SQUARE)
    quality, quality_note = _quality(model, options.quality, defaults.quality)
    said = [size_note if options.size else None, quality_note]
    return SetRequest(
        brief=content.brief,
        kind=content.kind,
        count=content.count,
        shots=content.shots,
        cast=tuple(character.id for character in characters),
        style=options.style,
        size=size,
        quality=quality,
        model=model.name,
        chain=options.chain,
        private=options.private,
        notes=(*content.notes, *notes, *(note for note in said if note)),
    )


def _quality(model: Model, asked: str | None, usual: str) -> tuple[str, str | None]:
    """The asked one if the model has it; where nobody asked, the usual one or the model's nearest to it."""
    if asked is None:
        if usual in model.qualities or not model.qualities:
            return usual, None
        other = "medium" if "medium" in model.qualities else model.qualities[0]
        return other, f"{model.label} has no quality “{usual}”, so {other} is used."
    word = asked.casefold()
    for quality in (word, QUALITY_NAMES.get(word)):
        if quality in model.qualities:
            return quality, None
    if not model.abilities.quality or not model.qualities:
        raise BadRequest(
            f"{model.label} has no qualities to choose from. Leave `--quality {asked[:40]}` out.", "quality"
        )
    example = "high" if "high" in model.qualities else model.qualities[-1]
    raise BadRequest(
        f"{model.label} has no quality “{asked[:40]}”. It takes {', '.join(model.qualities)}: `--quality {example}`.",
        "quality",
    )
