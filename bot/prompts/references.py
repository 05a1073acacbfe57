"""The numbered list of reference pictures in a prompt: which is which, what to take from it and what to leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain import Role


@dataclass(frozen=True)
class ImageRole:
    """A picture that goes with the prompt. `place` is its place on a collage ("[1] top left"), else ""."""

    label: str
    role: Role | Literal["anchor", "previous"]
    place: str = ""


_TAKE = {
    "anchor": "Take the same character design, palette, rendering and line quality from it; not its composition, pose "
    "or camera.",
    "previous": "Continue from it: the same place, clothes and hour; a new moment from a new camera.",
    Role.CHARACTER: "Take the identity from it: face, hair, build, colours and marks; not its background, pose, light "
    "or framing.",
    Role.STYLE: "Take palette, line, texture and light from it; none of its subjects.",
    Role.OBJECT: "Show this very thing where the scene calls for it: its shape, colours, material and lettering; not "
    "its background.",
    Role.PLACE: "Set the scene in this place: its architecture, layout and materials; not its people.",
    Role.COMPOSITION: "Take framing, layout and the positions of things from it; not its rendering or colours.",
}


def reference_lines(images: Sequence[ImageRole], first: int = 1) -> list[str]:
    """ "Image 1: MAYA. Take …", in the order in which the pictures are sent; `first` is the number of the first."""
    if any(image.place for image in images):
        head = (
            f"Image {first} is one sheet of {len(images)} numbered references. Look at each cell on its own. "
            "Do not draw the sheet, its labels or its layout."
        )
        return [head, *(f"Image {first}, {image.place}: {_label(image)}. {_TAKE[image.role]}" for image in images)]
    return [f"Image {number}: {_label(image)}. {_TAKE[image.role]}" for number, image in enumerate(images, start=first)]


def _label(image: ImageRole) -> str:
    return " ".join(image.label.split())[:200].rstrip(".") or "reference"
