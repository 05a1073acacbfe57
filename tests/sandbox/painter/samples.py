"""Pretend photos to upload while trying Easel: two people, a product and a logo."""

import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.sandbox.painter.brief import Brief, Subject
from tests.sandbox.painter.look import Look

PEOPLE: dict[str, Look] = {
    "maya": Look(
        skin="#e2aa82", hair="#2b242c", hair_style="bob", eyes="#5b3a24", lashes=True, freckles=True, top="coat",
        top_color="#d23c3a", bottom_color="#33405f", scarf="#e9b23f", earrings=True,
    ),
    "bo": Look(
        skin="#f3c6a4", hair="#c2562b", hair_style="quiff", eyes="#3f6f8f", glasses="round", beard="full",
        top="sweater",        top_color="#2f7f78", bottom_color="#4b4453", shoes="#6b4632",
    ),
}  # fmt: skip
NAMES = (*PEOPLE, "mug", "logo")
WIDTH, HEIGHT = 1024, 1280


def sample_photo(name: str) -> bytes:
    """A JPEG of 1024 x 1280; names: maya, bo, mug, logo."""
    out = io.BytesIO()
    _picture(name.lower(), WIDTH, HEIGHT).save(out, "JPEG", quality=90)
    return out.getvalue()


def _brief(name: str) -> Brief:
    if name in PEOPLE:
        setting, action = ("park", "stand") if name == "maya" else ("library", "hips")
        return Brief(
            setting=setting,
            style="photo",
            camera="medium",
            action=action,
            mood="happy",
            cast=(PEOPLE[name],),
            tone=1,
            seed=4,
        )
    if name == "mug":
        return Brief(setting="studio", style="photo", subjects=(Subject("mug", "thing", "#2f7f78"),), tone=7, seed=4)
    if name == "logo":
        return Brief(
            setting="studio",
            style="flat",
            layout="logo",
            subjects=(Subject("bird", "animal", "#e86d56"),),
            tone=1,
            seed=4,
        )
    raise KeyError(f"There is no sample called {name}; there are {', '.join(NAMES)}.")


def _picture(name: str, width: int, height: int) -> Image.Image:
    # Imported here: a likeness is needed to read a brief, and a sample is needed for a likeness.
    from tests.sandbox.painter import canvas

    return canvas.drawn(_brief(name), width, height).convert("RGB")


Signature = NDArray[np.float32]


def signature(image: Image.Image) -> Signature:
    """What stays of a picture through scaling and another file format: sixteen by twenty mean colours."""
    return np.asarray(image.convert("RGB").resize((16, 20), Image.Resampling.BOX), dtype=np.float32)


@lru_cache(maxsize=1)
def _signatures() -> dict[str, Signature]:
    return {name: signature(_picture(name, 256, 320)) for name in PEOPLE}


def recognised(image: Image.Image) -> Look | None:
    """The look of a sample, whatever scaling or re-encoding it went through."""
    if not 0.72 < image.width / image.height < 0.88:
        return None
    seen = signature(image)
    for name, known in _signatures().items():
        if float(np.abs(seen - known).mean()) < 11.0:
            return PEOPLE[name]
    return None
