"""What the bot says to a reply in a thread: words, perhaps a picture, and replies to press."""

from bot.domain import Answer
from handlers.blocks.elements import Body, actions, body, button, context, picture, section
from handlers.blocks.text import one_line, words

CHOICE, AGAIN, ANYWAY = "reply_choice", "reply_again", "reply_anyway"


def answer_body(answer: Answer) -> Body:
    buttons = [button(label, f"{CHOICE}:{index}", said) for index, (label, said) in enumerate(answer.choices[:3])]
    if answer.start_again:
        buttons.append(button("Start again", AGAIN, answer.start_again, style="primary"))
        buttons.append(button("Edit anyway", ANYWAY, answer.start_again))
    blocks = [
        section(words(answer.text, 2500)),
        picture(answer.file_id, answer.alt) if answer.file_id else None,
        context(words(answer.small, 1000)) if answer.small else None,
        actions(*buttons) if buttons else None,
    ]
    return body(one_line(answer.text), blocks)
