"""Answers that are only words: what works in a thread, and what is asked when a reply is not clear."""

from bot.domain import Answer
from bot.domain.replies import Structural, StructuralKind, Topic, UnclearWhy

WHAT_WORKS = Answer(
    "Say what should change: “make the mug matte green”, “add a plant on the left”, “the same at night”. "
    "In a set, begin with the number: “#2 darker”.",
    "undo · back to v2 · compare v1 and v3 · 4 variations · redo · !tree · !cancel",
)
QUESTION = {
    Topic.PRICE: Answer("Each card says what it has cost. `/imagespend` shows your month and this session."),
    Topic.ABILITIES: WHAT_WORKS,
    Topic.TIME: Answer("A change takes about as long as the picture did; its card says how long that was."),
}
UNCLEAR = {
    UnclearWhy.NO_CHANGE_NAMED: "What should change? Name a thing and what it should be, or press one of these.",
    UnclearWhy.NO_NEW_VALUE: "What should it become? Name the new colour, thing or wording, or press one of these.",
    UnclearWhy.TOO_LONG: "That is too long for me to tell what should change. Say it in a sentence or two.",
    UnclearWhy.NO_SUCH_VERSION: "There is no such version here. Which one do you mean?",
    UnclearWhy.NO_SUCH_SHOT: "There is no such picture in this set. Which one do you mean?",
    UnclearWhy.WHICH_SHOT: "Which picture? Begin with its number, like “#2 darker”.",
}
_WHY = {
    StructuralKind.ORIENTATION: "Another shape needs another picture: an edit can only crop or stretch this one.",
    StructuralKind.COUNT: "Image models miscount when they edit: another number of subjects needs another picture.",
    StructuralKind.VIEWPOINT: "Another viewpoint shows what is not in this picture, so it cannot be edited into it.",
    StructuralKind.COMPOSITION: "Another composition moves everything, so little of this picture could be kept.",
}


def structural(wish: Structural, iteration_id: str) -> Answer:
    """Why an edit would fail, and the way that works."""
    small = "“Start again” draws a new picture from the brief with all changes so far; character and style stay."
    return Answer(_WHY[wish.what], small, start_again=iteration_id)
