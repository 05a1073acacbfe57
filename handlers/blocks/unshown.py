"""What stands where Slack does not take a picture, or a message: why, and that nothing is lost."""

from handlers.blocks.elements import Block, Body, body, context, section
from handlers.blocks.text import bold, one_line, sentence, words

KEPT = "The picture is kept: when that is mended, “Original” behind ⋯ brings it."


def unshown_blocks(why: str) -> list[Block]:
    """On a card without its picture."""
    return [block for block in [context(f"✕ Slack does not show the picture. {sentence(why, 500)} {KEPT}")] if block]


def unshared_body(name: str, why: str) -> Body:
    """In the thread, instead of a file."""
    return body(
        f"{one_line(name)} could not be shared here: {one_line(why)}",
        [section(f"✕ {words(name, 120)} could not be shared here. {sentence(why, 500)}")],
    )


def unshown_body(title: str, why: str) -> Body:
    """To who asked, directly: the set's own messages cannot be written any more."""
    name = one_line(title) or "Your pictures"
    return body(
        f"{name} cannot be shown in its channel: {one_line(why)}",
        [section(f"{bold(name, 150)} cannot be shown in its channel.\n{sentence(why, 500)} What was drawn is kept.")],
    )
