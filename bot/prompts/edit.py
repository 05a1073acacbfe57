"""The exact prompt of an edit: what changes, in which attribute, what stays, and the key constraint in strict words.

The pictures go in this order: the one to edit, the chain's clean original, characters, styles, others. Keep-list and
constraint stand in every round, as OpenAI's guide asks. (developers.openai.com/api/docs/guides/image-prompting)
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import Character, Role
from bot.domain.replies import Edit
from bot.prompts.changes import instruction, is_look_of_text, place, subject
from bot.prompts.identity import identity_lock
from bot.prompts.keeping import is_behind_subjects, is_global, keep_list
from bot.prompts.quoting import line, said
from bot.prompts.references import ImageRole, reference_lines

# Together below the API's 32,000 characters.
MOST_IN_CHANGE = 900
MOST_IN_CHANGES = 8_000
MOST_IN_WORDS = 6_000
MOST_IN_REFERENCES = 4_000
MOST_IN_CHARACTERS = 4_000
MOST_IN_CONSTRAINT = 900

_RANK = {"character": 0, "anchor": 1, "previous": 1, "style": 2}


@dataclass(frozen=True)
class Sources:
    """The pictures sent, by version number: `base` is Image 1 and is edited.

    `original` is Image 2, the chain's first version, from the second round on. `newest` (a rebase) is Image 2 instead:
    the version whose changes are drawn again on the clean `base`. `others` follow, in `sending_rank` order.
    """

    base: int
    original: int | None = None
    newest: int | None = None
    others: tuple[ImageRole, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What the keep-list is made of besides the reply: earlier rounds' items, an inventory, pinned characters."""

    before: tuple[str, ...] = ()
    inventory: tuple[str, ...] = ()
    characters: tuple[Character, ...] = ()


NOTHING_MORE = Kept()


def sending_rank(role: Role | str) -> int:
    """Characters first, then the set's own pictures, styles, and all else: a key to sort references by."""
    return _RANK.get(str(role), 3)


def edit_prompt(edit: Edit, sources: Sources, kept: Kept = NOTHING_MORE, *, region: str = "", reply: str = "") -> str:
    """At most 32,000 characters, whatever is put in.

    `region`: the one place of all changes ("top left", "cell B2"). `reply`: all that the person wrote, where it is at
    hand; else the words of each change stand in its place.
    """
    one = "the change" if len(edit.changes) == 1 else f"the {len(edit.changes)} changes"
    purpose = f"Edit Image 1. The result is the same picture with only {one} below, not a new picture."
    return _prompt(purpose, edit, sources, kept, _changes(edit, region, reply))


def rebase_prompt(merged: Edit, sources: Sources, kept: Kept = NOTHING_MORE) -> str:
    """All changes of a chain, merged, on the chain's first version: `sources.base` is that version."""
    purpose = (
        f"Edit Image 1, the clean first version of this picture. The result is that same picture with all "
        f"{len(merged.changes)} changes below made at once, not a new picture."
    )
    return _prompt(purpose, merged, sources, kept, _changes(merged))


def _prompt(purpose: str, edit: Edit, sources: Sources, kept: Kept, changes: str) -> str:
    sections = [
        ("Purpose", purpose),
        ("Images", _images(sources, is_global(edit))),
        ("Change", changes),
        ("Keep", _keep(edit, kept)),
        ("Key constraint", _constraint(edit)),
    ]
    return "\n\n".join(f"{name}:\n{text}" for name, text in sections if text)


def _images(sources: Sources, is_whole: bool) -> str:
    first = f"Image 1: v{sources.base}, the picture to edit. Everything starts from it."
    lines = [first]
    if sources.newest is not None:
        lines.append(
            f"Image 2: v{sources.newest}, the earlier changes as they came out. Match how they look in it; take "
            "nothing else from it."
        )
    elif sources.original is not None:
        look = "shapes and identities" if is_whole else "sharpness, colours and fine texture"
        lines.append(
            f"Image 2: v{sources.original}, the clean original of Image 1. Take the true {look} of what never changed "
            "from it; do not bring back what was changed since."
        )
    others = "\n".join(reference_lines(sources.others, len(lines) + 1)) if sources.others else ""
    return "\n".join([*lines, _cut(others, MOST_IN_REFERENCES)] if others else lines)


def _changes(edit: Edit, region: str = "", reply: str = "") -> str:
    """One change in one line, several as a numbered list; then the words that it was asked in."""
    each = min(MOST_IN_CHANGE, MOST_IN_CHANGES // max(1, len(edit.changes)))
    orders = [_cut(instruction(change), each) for change in edit.changes]
    lines = [f"{number}. {order}" for number, order in enumerate(orders, 1)] if len(orders) > 1 else orders
    if region:
        lines.append(f"Where: {place(region)}. Nothing outside of it changes.")
    words = [reply] if reply.strip() else [change.words for change in edit.changes]
    return "\n".join([*lines, *_words(words, orders)])


def _words(replies: Sequence[str], orders: Sequence[str]) -> list[str]:
    """The reader may misread, and some values have no English; the words go along, unless they say the very same."""
    plain = {order.casefold().rstrip(".") for order in orders} | {""}
    sayings = dict.fromkeys(said(words, MOST_IN_WORDS // len(replies)) for words in replies)
    sayings = dict.fromkeys(saying for saying in sayings if saying.casefold().rstrip(".") not in plain)
    if not sayings:
        return []
    if len(sayings) == 1:
        return [f"The request as it was written: {next(iter(sayings))}"]
    return ["The requests as they were written, in this order:", *(f"- {saying}" for saying in sayings)]


def _keep(edit: Edit, kept: Kept) -> str:
    head = {
        True: "As in Image 1; the rest may change as far as the change needs it:",
        False: "Exactly as in Image 1, but for what the change names:",
    }[is_global(edit)]
    items = [f"- {item}" for item in keep_list(edit, kept.before, kept.inventory)]
    return "\n".join([head, *items, *_locks(kept.characters)])


def _locks(characters: Sequence[Character]) -> list[str]:
    each = MOST_IN_CHARACTERS // max(1, len(characters)) - 3
    return [f"- {line(identity_lock(character), each)}" for character in characters]


def _constraint(edit: Edit) -> str:
    named = [subject(change) for change in edit.changes] or ["what the request names"]
    only = named[0] if len(named) == 1 else f"these, and each of them: {'; '.join(named)}"
    only = _cut(only, MOST_IN_CONSTRAINT)
    return "\n".join([_strict(edit, only), _lettering(edit)])


def _strict(edit: Edit, only: str) -> str:
    if is_global(edit):
        return (
            f"Change only {only}. Do not move, add or remove anything else, do not change who is in the picture, and "
            "do not crop, zoom, rotate or reframe it."
        )
    others = "anything in front of the background" if is_behind_subjects(edit) else "anything else"
    return (
        f"Change only {only}. Do not move, resize, recolour, relight, restyle, sharpen, add or remove {others}. Do not "
        "crop, zoom, rotate or reframe. Where nothing is asked, the result is identical to Image 1, pixel for pixel."
    )


def _lettering(edit: Edit) -> str:
    has_new = any(change.kind == "text" and change.value and not is_look_of_text(change) for change in edit.changes)
    rest = "other than the wording in quotes" if has_new else "of any kind"
    return f"No new text, letters or numbers {rest}. No watermark, no signature, no border."


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
