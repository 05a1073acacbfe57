"""From a job to the exact order of the image API: which references in which order, on a sheet if need be, which prompt.

The same composition is priced before and drawn later, so that estimate and bill speak of the same call.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain import Abilities, Character, Estimate, Kind, Model, Reference, Role, Shot, ShotSet, Size, Version
from bot.money.estimates import estimate
from bot.pictures.collage import MOST_CELLS, collage, places_of
from bot.prompts.shots import ImageRole, shot_prompt
from bot.providers import ImageOrder

PHOTOS_OF_ONE = 4  # more views of one character bring nothing and cost input tokens each
SHEET_SIZE = Size(1536, 1024)  # what a collage is priced at: the cap of input tokens


@dataclass(frozen=True)
class Guide:
    """A picture that goes with a prompt: what it is for, and where its bytes are."""

    label: str
    role: Role | Literal["anchor", "previous"]
    blob: str
    size: Size


@dataclass(frozen=True)
class Sketch:
    """One call before its bytes are fetched; `on_sheet`: the guides go as one collage."""

    prompt: str
    guides: tuple[Guide, ...]
    on_sheet: bool

    @property
    def sizes(self) -> list[Size]:
        return [SHEET_SIZE] if self.on_sheet else [guide.size for guide in self.guides]


def guides_for(
    characters: Sequence[Character],
    references: Sequence[Reference],
    anchor: Version | None = None,
    previous: Version | None = None,
) -> tuple[Guide, ...]:
    """Characters first, then the anchor, then the previous shot of a chain, then whatever else was given."""
    found = [
        _guide(reference, character.name.upper())
        for character in characters
        for reference in character.references[:PHOTOS_OF_ONE]
    ]
    if anchor:
        found.append(Guide("the anchor, drawn first for this set", "anchor", anchor.blob, _size(anchor)))
    if previous and (not anchor or previous.id != anchor.id):
        found.append(Guide("the shot before this one", "previous", previous.blob, _size(previous)))
    return (*found, *(_guide(reference, reference.label) for reference in references))


def sketch(
    shot_set: ShotSet,
    shot: Shot,
    total: int,
    characters: Sequence[Character],
    guides: Sequence[Guide],
    abilities: Abilities,
) -> Sketch:
    """What will be sent, within what the server takes."""
    limit = abilities.references if abilities.edits else 0
    kept = tuple(guides[:MOST_CELLS]) if limit else ()
    on_sheet = len(kept) > limit
    places = places_of(len(kept)) if on_sheet else ("",) * len(kept)
    roles = [ImageRole(guide.label, guide.role, place) for guide, place in zip(kept, places, strict=True)]
    kind = shot_set.request.kind
    prompt = shot_prompt(shot_set.title, shot_set.style, shot, total, characters, roles, kind)
    return Sketch(prompt, kept, on_sheet)


def price(model: Model, quality: str, size: Size, pictures: int, drawn: Sketch) -> Estimate:
    return estimate(model, quality, size, pictures, drawn.prompt, drawn.sizes)


def prices_of_set(
    shot_set: ShotSet,
    shots: Sequence[Shot],
    characters: Sequence[Character],
    model: Model,
    abilities: Abilities,
    quality: str,
) -> dict[str, Estimate]:
    """By shot id, one picture each, before anything is drawn; the anchor, not there yet, counts with the set's size."""
    request = shot_set.request
    mine = guides_for(characters, shot_set.references)
    anchor = Guide("the anchor, drawn first for this set", "anchor", "", request.size)
    previous = Guide("the shot before this one", "previous", "", request.size)
    prices = {}
    for index, shot in enumerate(shots):
        guides = (*mine, anchor) if index and request.kind is Kind.SCENES else mine
        if request.chain and index > 1:
            guides = (*guides, previous)
        made = sketch(shot_set, shot, len(shots), characters, guides, abilities)
        prices[shot.id] = price(model, quality, request.size, 1, made)
    return prices


def total_of(prices: Iterable[Estimate], pictures_of_each: int = 1) -> Estimate:
    return sum([price for price in prices for _ in range(pictures_of_each)], start=Estimate(0, 0, 0))


async def order(
    pictures: Mapping[str, bytes], model: Model, quality: str, size: Size, takes: int, drawn: Sketch, user: str
) -> ImageOrder:
    """The order with its bytes; `pictures` has them by blob."""
    data = [pictures[guide.blob] for guide in drawn.guides]
    if drawn.on_sheet:
        cells = [(guide.label, each) for guide, each in zip(drawn.guides, data, strict=True)]
        images = [("references.png", (await asyncio.to_thread(collage, cells)).png)]
    else:
        images = [(f"image-{index}.png", each) for index, each in enumerate(data, start=1)]
    return ImageOrder(model, drawn.prompt, size, quality, takes, tuple(images), user)


def _guide(reference: Reference, label: str) -> Guide:
    return Guide(label, reference.role, reference.blob, Size(reference.width, reference.height))


def _size(version: Version) -> Size:
    return Size(version.width, version.height)
