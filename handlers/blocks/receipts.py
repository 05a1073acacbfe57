"""What a card says of an edit: what was understood, and what the pixel lock has done."""

from bot.domain import Edited
from bot.prompts.captions import edit_caption, rebase_caption
from handlers.blocks.text import words

_WHY = {
    "global": "",
    "reframed": "The model moved the whole picture, so it is kept as drawn.",
    "retoned": "Light or colour changed everywhere, so the picture is kept as drawn.",
    "redrawn": "The model redrew everything, so the picture is kept as drawn.",
    "everywhere": "Most of the picture changed, so it is kept as drawn.",
    "not_found": "The change could not be told from the model's own drift, so the whole picture is kept as drawn.",
    "elsewhere": "The model changed another place than you named; the picture is kept as drawn.",
    "too_large": "The picture is too large for the pixel lock and is kept as drawn.",
    "unreadable": "The pixel lock could not read the picture; it is kept as drawn.",
}


def edit_lines(edited: Edited) -> str:
    """The caption of an edit, and under it the lock's receipt."""
    said = edit_caption(edited.edit, edited.base)
    if edited.is_rebased:
        said = rebase_caption(edited.edit, edited.merged, edited.base, edited.first)
    return "\n".join(filter(None, [words(said, 600), _receipt(edited)]))


def _receipt(edited: Edited) -> str:
    if edited.lock is None:
        return ""
    if not edited.lock.is_locked:
        return _WHY.get(edited.lock.why or "", "")
    from_ = f"v{edited.first if edited.is_rebased else edited.base}"
    return f"{edited.lock.share:g} % of the picture changed; all else is {from_}, pixel for pixel."
