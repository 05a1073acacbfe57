"""The line of an answer that says what was understood: "Edit of v3 · mug → matte green · everything else kept".

Plain text; whoever shows it escapes it for the place.
"""

from collections.abc import Sequence

from bot.domain.replies import Change, Edit
from bot.prompts.changes import brief_caption
from bot.prompts.keeping import is_behind_subjects, is_global, own_keeps
from bot.prompts.quoting import bare, line, listed

MOST_CHANGES = 3
MOST_KEPT = 2


def edit_caption(edit: Edit, base: int) -> str:
    """`base` is the number of the version that was changed."""
    return " · ".join([f"Edit of v{base}", *_shown(edit.changes), kept_words(edit)])


def rebase_caption(edit: Edit, merged: Edit, base: int, first: int) -> str:
    """`edit` is what was asked now; `merged` all changes drawn together on version `first`."""
    count = len(merged.changes)
    drawn = f"redrawn from v{first} with {'its change' if count == 1 else f'all {count} changes'}, to stay sharp"
    return " · ".join([f"Edit of v{base}", *_shown(edit.changes), drawn, kept_words(edit)])


def merged_lines(merged: Edit) -> tuple[str, ...]:
    """The list behind a rebase, a line per change, in order."""
    return tuple(f"{number}. {brief_caption(change)}" for number, change in enumerate(merged.changes, 1))


def kept_words(edit: Edit) -> str:
    """What stays, with what the reply named before the rest: "咖啡豆位置和数量 and everything else kept"."""
    rest = "everything else"
    if is_behind_subjects(edit):
        rest = "everything in front of it"
    elif is_global(edit):
        rest = "composition and subjects"
    named = [line(item, 60) for item in own_keeps(edit)[:MOST_KEPT]]
    named = [item for item in named if bare(item).casefold() not in rest]
    return f"{listed([*named, rest])} kept"


def _shown(changes: Sequence[Change]) -> list[str]:
    shown = [line(brief_caption(change), 80) for change in changes[:MOST_CHANGES]]
    more = len(changes) - len(shown)
    return [*shown, f"and {more} more"] if more > 0 else shown
