"""A character's look: what must stay the same from shot to shot, as one value that can be compared and stored.

`species` is "" for people, else robot or an animal's name; then `top_color` is its colour.
"""

from dataclasses import dataclass, replace

from tests.sandbox.painter.palette import pick

SKINS = ("#f6cfb0", "#eebd97", "#dba27a", "#c08457", "#9a6240", "#744529")
HAIRS = ("#2b2430", "#3f2a22", "#6b3f28", "#a8612f", "#d9a95c", "#c2512c", "#55463f")
EYES = ("#5b3a24", "#6d4a2b", "#3f6f8f", "#4d7a4f", "#4a4a5c")
HERS = ("bob", "long", "wavy", "bun", "ponytail", "braids", "fringe", "curly")
HIS = ("crop", "quiff", "side", "curly", "spiky", "crop")
CLOTH = ("#d8504a", "#e8923f", "#e9bd4a", "#4f9a72", "#3f8fa5", "#4467b0", "#7f5aa6", "#e07d92", "#f2ede2", "#35405f")
BELOW = ("#33405f", "#3d5580", "#4b4453", "#6b5745", "#2f4f4a")
TOPS = ("sweater", "hoodie", "tshirt", "shirt", "jacket", "coat")


@dataclass(frozen=True)
class Look:
    skin: str = "#eebd97"
    hair: str = "#3f2a22"
    hair_style: str = "crop"
    eyes: str = "#5b3a24"
    lashes: bool = False
    glasses: str = ""
    beard: str = ""
    freckles: bool = False
    age: str = "adult"
    top: str = "sweater"
    top_color: str = "#d8504a"
    pattern: str = ""
    bottom: str = "trousers"
    bottom_color: str = "#33405f"
    shoes: str = "#f4efe6"
    hat: str = ""
    hat_color: str = "#d8504a"
    scarf: str = ""
    earrings: bool = False
    apron: str = ""
    species: str = ""


def from_name(name: str) -> Look:
    """Somebody about whom nothing is said: the name alone decides, so that it decides the same every time."""
    key = name.strip().lower()

    def one(options: tuple[str, ...], salt: str) -> str:
        return options[pick(f"{key}/{salt}", len(options))]

    woman = pick(f"{key}/build", 2) == 0 if not _sounds_female(key) else True
    return Look(
        skin=one(SKINS, "skin"),
        hair=one(HAIRS, "hair"),
        hair_style=one(HERS if woman else HIS, "style"),
        eyes=one(EYES, "eyes"),
        lashes=woman,
        glasses="round" if pick(f"{key}/glasses", 5) == 0 else "",
        beard="full" if not woman and pick(f"{key}/beard", 4) == 0 else "",
        freckles=pick(f"{key}/freckles", 4) == 0,
        top=one(TOPS, "top"),
        top_color=one(CLOTH, "cloth"),
        bottom_color=one(BELOW, "below"),
        earrings=woman and pick(f"{key}/rings", 2) == 0,
        pattern="stripes" if pick(f"{key}/pattern", 5) == 0 else "",
    )


def _sounds_female(key: str) -> bool:
    return key.endswith(("a", "ie", "woman", "girl", "lady", "queen", "mother", "mum", "grandma"))


def as_woman(look: Look) -> Look:
    style = look.hair_style if look.hair_style in HERS else HERS[pick(look.hair + look.skin, len(HERS))]
    return replace(look, lashes=True, beard="", hair_style=style)


def as_man(look: Look) -> Look:
    style = look.hair_style if look.hair_style in HIS else HIS[pick(look.hair + look.skin, len(HIS))]
    return replace(look, lashes=False, earrings=False, hair_style=style)
