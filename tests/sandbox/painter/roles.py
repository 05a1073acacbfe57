"""What each reference picture is for, as the prompt's References section says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.sandbox.painter import words

ENTRY = re.compile(r"(?im)\bimages?\s*(\d+)\s*(?:\([^)\n]*\))?\s*(?:[:=—–-]|is|shows)\s*([^\n]*)")
CELL = re.compile(r"Image 1, \[(\d)\][^:\n]*: ([^.\n]*)\. ?([^\n]*)")
# In this order: the bot's own wording is exact, single words come last.
SIGNS = (
    ("character", r"take the identity"),
    ("anchor", r"same character design|\banchor\b"),
    ("previous", r"continue from it|previous shot"),
    ("style", r"take palette|\bstyle\b"),
    ("object", r"this very thing|\b(object|product|logo|packaging)\b"),
    ("place", r"set the scene in|\b(place|location|background)\b"),
    ("composition", r"take framing|\b(composition|layout|panel|draft|sketch)\b"),
    ("character", r"\b(character|person|face|identity|who|her|him|woman|man|portrait)\b"),
)
NOT_NAMES = {
    "the",
    "a",
    "an",
    "character",
    "person",
    "style",
    "reference",
    "current",
    "original",
    "image",
    "photo",
    "picture",
    "this",
    "object",
}


@dataclass(frozen=True)
class Assigned:
    """`role` is "" where nothing is said; `cell` is the place on a collage, from 1, or 0."""

    data: bytes
    role: str = ""
    name: str = ""
    cell: int = 0
    cells: int = 0


def assigned(told: words.Parts, references: Sequence[bytes]) -> tuple[Assigned, ...]:
    cells = CELL.findall(told.references)
    if cells and references:
        return tuple(
            Assigned(references[0], _role(text), _name(label), int(number), len(cells)) for number, label, text in cells
        )
    lines = {int(number): text for number, text in ENTRY.findall(f"{told.references}\n{told.cast}\n{told.scene}")}
    return tuple(
        Assigned(data, _role(lines.get(index, "")), _name(lines.get(index, "")))
        for index, data in enumerate(references[:16], start=1)
    )


def _role(text: str) -> str:
    return next((role for role, sign in SIGNS if re.search(sign, text, re.IGNORECASE)), "")


def _name(text: str) -> str:
    match = re.match(r"\W*(?:the character |character |person )?\W*([A-Z][A-Za-z]{1,20})\b", text)
    word = match.group(1) if match else ""
    return "" if word.lower() in NOT_NAMES else word
