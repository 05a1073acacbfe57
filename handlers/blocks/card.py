"""A version's card in the thread, and what stands there when a shot could not be drawn."""

from collections.abc import Sequence

from bot.domain import CardView, Character, Failure, SetView, Shot, ShotSet, Version, Waiting
from bot.errors import Malformed
from bot.money import usd
from bot.prompts.shots import alt_text
from handlers.blocks.elements import (
    Block,
    Body,
    actions,
    body,
    button,
    context,
    menu,
    option,
    picture,
    plain,
    section,
    verbatim,
)
from handlers.blocks.receipts import edit_lines
from handlers.blocks.text import bold, clock_time, cut, facts, one_line, seconds, words

PIECE = 2900
REDO, VARIATIONS, MORE, RETRY = "shot_redo", "shot_variations", "card_more", "shot_retry"


def card_body(card: CardView) -> Body:
    number = card.shot.number if card.shots_in_set > 1 else None
    head = caption(card.version, number)
    title = edit_lines(card.version.edited) if card.version.edited else words(card.shot.title, 120)
    blocks = [
        section("\n".join(filter(None, [head, title]))),
        picture(card.version.file_id, picture_alt(card)),
        card_actions(card.version, card.shot.number),
    ]
    label = f"#{card.shot.number} v{card.version.number}" if number else f"v{card.version.number}"
    return body(facts([label, one_line(card.shot.title), _made_by(card.version)]), blocks)


def working_body(text: str, waiting: Waiting | None = None) -> Body:
    """What stands in the card's place while it is drawn."""
    said = one_line(text) or "Drawing…"
    wait = f"{waiting_line(waiting, 1)} Say `!cancel` here to stop waiting." if waiting else ""
    return body(
        f"{said} Waiting for the image service." if wait else said, [section(f"◐ {words(said, 500)}"), context(wait)]
    )


def waiting_line(waiting: Waiting, pictures: int) -> str:
    """Since when the image service has drawn nothing, and what becomes of what was asked."""
    since = clock_time(waiting.since)
    what = "1 picture waits and is" if pictures == 1 else f"{pictures} pictures wait and are"
    if waiting.is_limit:
        return f"The image service has been at its limit since {since}; {what} drawn as soon as it takes more."
    return f"The image service has not answered since {since}; {what} drawn when it is back."


def caption(version: Version, number: int | None = None) -> str:
    """`#2 · v1 · gpt-image-2 medium · $0.041 · 14 s`"""
    label = f"*#{number} · v{version.number}*" if number else f"*v{version.number}*"
    cost = "price not known" if version.cost is None else usd(version.cost)
    return facts([label, words(_made_by(version), 80), cost, seconds(version.seconds)])


def picture_alt(card: CardView) -> str:
    return plain_alt(card.shot, card.shots_in_set, card.characters, card.shot_set)


def plain_alt(shot: Shot, total: int, characters: Sequence[Character], shot_set: ShotSet) -> str:
    return cut(alt_text(shot, total, shot_set.title, characters, shot_set.request.style), 1000)


def card_actions(version: Version, number: int) -> Block | None:
    """The version's id is the block's: a menu's own values are too short for it."""
    return actions(
        button("Redo", REDO, version.id, label=f"Draw shot {number} once more"),
        button("Variations", VARIATIONS, version.id, label=f"Draw three more takes of shot {number}"),
        menu(
            MORE,
            [
                option("Original", "original", "Share the lossless PNG here"),
                option("Prompt", "prompt", "The exact words it was drawn from"),
            ],
        ),
        block_id=f"card:{version.id}",
    )


def version_of_block(block_id: str) -> str:
    return block_id.removeprefix("card:")


def shot_of_retry(value: str) -> tuple[str, int]:
    """The set and the shot's number that "Try again" carries."""
    set_id, _, number = value.rpartition(" ")
    if not number.isascii() or not number.isdigit() or len(number) > 4:
        raise Malformed("action.value")
    return set_id, int(number)


def shot_failed_body(view: SetView, number: int, failure: Failure) -> Body:
    shot = next((shot.shot for shot in view.shots if shot.shot.number == number), None)
    title = shot.title if shot else "this shot"
    reference = f" (ref `{failure.ref}`)" if failure.ref else ""
    retry = button("Try again", RETRY, f"{view.shot_set.id} {number}", label=f"Try to draw shot {number} again")
    blocks = [
        section(f"✕ *#{number}* {bold(title, 90)} could not be drawn.\n{words(failure.sentence, 1500)}{reference}"),
        actions(retry) if failure.can_retry else None,
        None if failure.can_retry else context("The other shots are kept."),
    ]
    return body(f"#{number} {one_line(title)} could not be drawn: {one_line(failure.sentence)}", blocks)


def prompt_view(prompt: str) -> Block:
    """A modal that shows exact words: as plain text, in pieces of what a block takes."""
    pieces = [prompt[at : at + PIECE] for at in range(0, len(prompt), PIECE)]
    texts = [piece for piece in pieces if piece.strip()] or ["There are no words."]
    return {
        "type": "modal",
        "title": plain("Prompt", 24),
        "close": plain("Close", 24),
        "blocks": [verbatim(text) for text in texts[:100]],
    }


def _made_by(version: Version) -> str:
    return f"{version.model} {version.quality}".strip()
