"""What a request draws, before how: brief, shots, kind and count, with everything impossible refused."""

import re
from dataclasses import dataclass

from bot.domain import Kind
from bot.errors import BadRequest
from bot.reading.counts import find_count, find_takes, number_of
from bot.reading.listing import split
from bot.reading.options import Options
from bot.reading.typed import plain, short, tidy

MOST_CHARACTERS = 8000
MOST_TAKES = 10  # the image API's own limit of `n`
SHOTS_UNLESS_SAID = 4
SET_EXAMPLE = "`/imageset @maya opens the robot café: cover | at the espresso machine | thumbs up --style flat`"
ONE_EXAMPLE = "`/image a red fox in the snow --variants 4`"
# The word alone would put panels into every picture; the pictures of the set are the panels.
_STORYBOARD = re.compile(r"^(?:an? )?storyboard(?: of| for|:)?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Content:
    """What is to be drawn, before how."""

    brief: str
    shots: tuple[str, ...]
    kind: Kind
    count: int
    notes: tuple[str, ...] = ()


def checked(words: str, example: str) -> str:
    text = plain(words)
    if not text:
        raise BadRequest(f"There are no words to draw from yet. Say what the pictures show: {example}.", "brief")
    if len(text) > MOST_CHARACTERS:
        raise BadRequest(
            f"These are {len(text):,} characters, and a request takes {MOST_CHARACTERS:,}. "
            f"Shorten the brief to what the pictures show, for example {example}.",
            "brief",
        )
    return text


def set_content(text: str, options: Options, max_shots: int) -> Content:
    listing = split(_STORYBOARD.sub("", text))
    _no_conflict(options, listed=len(listing.shots))
    if options.variants is not None:
        return takes(filled(listing.brief, SET_EXAMPLE), whole(options.variants, "variants"))
    if listing.shots:
        return listed(listing.brief, listing.shots, options, max_shots)
    return _counted(listing.brief, options, max_shots)


def single_content(text: str, options: Options) -> Content:
    listing = split(text)
    if listing.shots or options.count is not None or options.chain:
        what = "Shots divided by | make" if listing.shots else "--chain makes" if options.chain else "--count makes"
        raise BadRequest(
            f"{what} a set, and `/image` draws one picture. Ask for a set by {SET_EXAMPLE}, "
            f"or for several takes of one picture by {ONE_EXAMPLE}.",
            "brief",
        )
    if options.variants is not None:
        return takes(filled(listing.brief, ONE_EXAMPLE), whole(options.variants, "variants"))
    if found := find_takes(listing.brief):
        return takes(filled(found.rest, ONE_EXAMPLE), found.number)
    return takes(filled(listing.brief, ONE_EXAMPLE), 1)


def listed(brief: str, shots: tuple[str, ...], options: Options, max_shots: int) -> Content:
    _not_too_many(len(shots), max_shots)
    if options.count is not None and whole(options.count, "count") != len(shots):
        raise BadRequest(
            f"--count says {options.count}, but {_counted_shots(len(shots))} listed. Leave --count out, "
            f"or list as many shots: {SET_EXAMPLE}.",
            "count",
        )
    brief, notes = _uncounted(brief, len(shots))
    kind = Kind.SINGLE if len(shots) == 1 else Kind.SCENES
    return Content(brief or " | ".join(shots), shots, kind, len(shots), notes)


def _uncounted(brief: str, shots: int) -> tuple[str, tuple[str, ...]]:
    """ "3 shots of the café: a | b | c" is a title and a count that is known already."""
    found = find_count(brief)
    if found is None or not found.rest:
        return brief, ()
    if found.number == shots:
        return found.rest, ()
    return brief, (f"{_counted_shots(shots)} listed, so that many are drawn; the {found.number} stays in the title.",)


def _counted(brief: str, options: Options, max_shots: int) -> Content:
    """No shots are listed: the planner finds as many as the words or --count say."""
    found = None if options.count is not None else find_count(brief)
    if found and found.is_takes:
        return takes(filled(found.rest, SET_EXAMPLE), found.number)
    number = whole(options.count, "count") if options.count is not None else found.number if found else None
    brief = filled(found.rest if found else brief, SET_EXAMPLE)
    if number is None:
        count = min(SHOTS_UNLESS_SAID, max_shots)
        example = short(brief.replace("`", "'"), 30)
        note = f"No number was given, so {count} pictures are planned. Another number goes in front: `6 {example}`."
        return Content(brief, (), _kind(count), count, (note,))
    if number < 1:
        raise BadRequest("A set holds at least 1 picture: `--count 5`.", "count")
    _not_too_many(number, max_shots)
    return Content(brief, (), _kind(number), number)


def _kind(count: int) -> Kind:
    return Kind.SINGLE if count == 1 else Kind.SCENES


def takes(brief: str, number: int) -> Content:
    if not 1 <= number <= MOST_TAKES:
        raise BadRequest(
            f"{number} takes of one picture are not possible: 1 to {MOST_TAKES}, as `--variants 4`.", "count"
        )
    return Content(brief, (), Kind.SINGLE if number == 1 else Kind.VARIANTS, number)


def _no_conflict(options: Options, *, listed: int) -> None:
    if options.variants is None:
        return
    if listed:
        raise BadRequest(
            f"--variants draws several takes of one picture, but {_counted_shots(listed)} listed. "
            f"Leave --variants out, or ask for one picture: {ONE_EXAMPLE}.",
            "variants",
        )
    for name, is_given in (("count", options.count is not None), ("chain", options.chain)):
        if is_given:
            raise BadRequest(
                f"--variants draws several takes of one picture and --{name} belongs to a set of different ones. "
                f"Keep one of them: `--variants 4` or `--count 4`.",
                "variants",
            )


def _not_too_many(number: int, max_shots: int) -> None:
    if number > max_shots:
        raise BadRequest(
            f"{number} pictures are more than one set holds here, which is {max_shots}. Ask for `{max_shots} …`, or "
            f"for two sets. If {number} belongs to the title, say the count too: `--count {min(4, max_shots)}`.",
            "count",
        )


def _counted_shots(number: int) -> str:
    return "1 shot is" if number == 1 else f"{number} shots are"


def filled(brief: str, example: str) -> str:
    brief = tidy(brief)
    if not any(character.isalnum() for character in brief):
        raise BadRequest(f"The words say how, but not what to draw. Add it in front: {example}.", "brief")
    return brief


def whole(text: str, name: str) -> int:
    number = number_of(text)
    if number is None:
        raise BadRequest(f"--{name} needs a whole number, and “{text[:40]}” is none: `--{name} 4`.", name)
    return number
