"""Who is in the picture: each person's look, from reference pictures first and from words where there are none."""

import io
import re
from collections.abc import Sequence

from PIL import Image

from tests.sandbox.painter import imprint, likeness, words
from tests.sandbox.painter.describe import described
from tests.sandbox.painter.look import Look, from_name
from tests.sandbox.painter.roles import Assigned
from tests.sandbox.painter.vocabulary import ACTIONS, ANIMALS, CROWD, PEOPLE, ROBOTS, SETTINGS

NAMED = re.compile(r"@(\w+)|\b([A-Z][a-z]{1,14})\b(?=(?:,? and [A-Z][a-z]+)? (?:\w+s|is|at|in|on|with|and)\b|'s\b|:)")
NOT_NAMES = {
    "a", "add", "all", "an", "and", "at", "close", "cover", "create", "cup", "draft", "draw", "each", "english",
    "flat", "generate", "he", "her", "here", "his", "image", "in", "it", "keep", "light", "make", "no", "on",
    "one", "panel", "sale", "same", "scene", "set", "she", "shot", "show", "soft", "style", "that", "the",
    "there", "they", "this", "three", "title", "two", "warm", "wide",
}  # fmt: skip


def cast(told: words.Parts, scene: str, around: str, pictures: Sequence[Assigned]) -> tuple[Look, ...]:
    pictured = _from_references(pictures)
    sayings = {name.lower(): text for name, text in told.named}
    looks = []
    for name, look in pictured:
        about = sayings.pop(name.lower(), "") if name else ""
        dressed = described(look, _clothing_only(f"{about}\n{scene if len(pictured) == 1 else ''}"))
        told_species = "" if look.species else species_in(about)
        looks.append(_sayable(name, about, pictures) if told_species else look if look.species else dressed)
    looks += [_sayable(name, text, pictures) for name, text in told.named if name.lower() in sayings]
    if not looks:
        said = _from_words(told, scene)
        if not said and words.first(scene, ACTIONS):
            said = _from_words(told, around)
        looks = list(from_earlier_shot(pictures) if said else ()) or said
    return tuple(looks[:6])


def _sayable(name: str, text: str, pictures: Sequence[Assigned]) -> Look:
    """Somebody of whom there are only words, or a picture that shows nobody we can make out."""
    species = species_in(text)
    if not species:
        return described(from_name(name), text)
    own = next((p.data for p in pictures if p.name.lower() == name.lower()), None)
    seen = likeness.mean_color(own, middle=True) if own else None
    return Look(species=species, top_color=words.color_in(text) or seen or "")


def species_in(text: str) -> str:
    """A robot or an animal, if that is what the words describe; people who only meet one are people."""
    if words.spotted(text, PEOPLE):
        return ""
    found = [noun for noun in words.nouns(text, {**ROBOTS, **ANIMALS}) if noun.start < 90]
    is_place = found and words.spotted(text[found[0].end : found[0].end + 8], SETTINGS)
    return found[0].kind if found and not is_place else ""


def somebody(text: str, index: int) -> Look:
    return described(from_name(f"{' '.join(text.lower().split())[:120]}#{index}"), text if index == 0 else "")


def _is_robot(text: str) -> bool:
    return bool(words.spotted(text, ROBOTS))


def _clothing_only(text: str) -> str:
    """A photo decides hair, skin and face; words may still dress the person."""
    return re.sub(
        r"(?i)\b(hair|eyes?|skin|beard(ed)?|bald|old|bob|bun|ponytail|braids|she|her|he|his|woman|man|girl|boy|child(ren)?)\b",
        " ",
        text,
    )


def _from_references(pictures: Sequence[Assigned]) -> list[tuple[str, Look]]:
    """The people on reference pictures, each name once: the first picture of somebody is who they are."""
    found: list[tuple[str, Look]] = []
    for index, picture in enumerate(pictures):
        known = picture.name and picture.name.lower() in [name.lower() for name, _ in found]
        meant = picture.role == "character" or (picture.role == "" and (index == 0 or picture.name))
        if known or not meant:
            continue
        look = likeness.look_in(_cell(picture)) if picture.cell else likeness.look_of(picture.data)
        if look:
            found.append((picture.name, look))
    return found


def _cell(picture: Assigned) -> Image.Image:
    """One cell of a labelled sheet, as for servers that take a single picture: two columns up to four, else three."""
    try:
        sheet = Image.open(io.BytesIO(picture.data)).convert("RGB")
    except (OSError, ValueError):
        return Image.new("RGB", (64, 64), "white")
    columns = min(picture.cells, 2 if picture.cells <= 4 else 3)
    rows = -(-picture.cells // columns)
    w, h = sheet.width / columns, sheet.height / rows
    x, y = ((picture.cell - 1) % columns) * w, ((picture.cell - 1) // columns) * h
    return sheet.crop((int(x + w * 0.02), int(y + h * 0.08), int(x + w * 0.98), int(y + h)))


def from_earlier_shot(pictures: Sequence[Assigned]) -> tuple[Look, ...]:
    """Nobody has a picture of their own: then the people are those of the set's first picture."""
    for picture in pictures:
        if picture.role in ("anchor", "previous", "composition") and (seen := imprint.of(picture.data)) and seen.cast:
            return seen.cast
    return ()


def _from_words(told: words.Parts, scene: str) -> list[Look]:
    names = [a or b for a, b in NAMED.findall(scene)]
    names = [n for n in dict.fromkeys(names) if n.lower() not in NOT_NAMES and not _known(n)]
    about = words.unquoted(told.cast)
    if names:
        return [described(from_name(n), f"{about}\n{scene}" if len(names) == 1 else "") for n in names[:4]]
    people = words.nouns(scene, PEOPLE) or words.nouns(about, PEOPLE)
    if not people:
        return [described(from_name(about[:60]), about)] if about and not _is_robot(about) else []
    looks: list[Look] = []
    for noun in people[:4]:
        count = max(noun.count, CROWD.get(noun.word, 1) if noun.count == 1 else 1)
        text = _around(scene, noun) if len(people) > 1 else f"{about}\n{scene}"
        for index in range(min(count, 5)):
            about_them = text if index == 0 else "child" if noun.word == "family" and index > 1 else noun.word
            looks.append(described(from_name(f"{noun.word}{index}{_tail(text)}"), about_them))
    return looks[:5]


def _around(scene: str, noun: words.Noun) -> str:
    return scene[max(0, noun.start - 30) : noun.end + 60]


def _tail(text: str) -> str:
    """Two shots that describe a person alike must not differ by the rest of the scene."""
    return (
        ""
        if len(text) > 400
        else "|".join(sorted(set(re.findall(r"[a-z]{4,}", text.lower())) & {"young", "tall", "barista", "runner"}))
    )


def _known(name: str) -> bool:
    return bool(words.spotted(name, SETTINGS) or words.spotted(name, PEOPLE))
