"""What the bot says to a reply in a thread: words, perhaps a picture, and replies to press."""

from bot.domain import Answer
from handlers.blocks.elements import Body, actions, body, button, context, picture, section
from handlers.blocks.text import one_line, words

CHOICE = "reply_choice"


def answer_body(answer: Answer) -> Body:
    buttons = [button(label, f"{CHOICE}:{index}", said) for index, (label, said) in enumerate(answer.choices[:3])]
    blocks = [
        section(words(answer.text, 2500)),
        picture(answer.file_id, answer.alt) if answer.file_id else None,
        context(words(answer.small, 1000)) if answer.small else None,
        actions(*buttons) if buttons else None,
    ]
    return body(one_line(answer.text), blocks)
