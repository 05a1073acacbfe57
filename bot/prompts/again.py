"""A new picture instead of an edit that would fail: the first brief, all changes since, and the structural wish."""

from collections.abc import Sequence

from bot.domain.replies import Change, Structural, StructuralKind
from bot.prompts.changes import fact
from bot.prompts.keeping import own_keeps
from bot.prompts.merging import merge
from bot.prompts.quoting import line, said

MOST_IN_BRIEF = 6_000
MOST_IN_FACTS = 4_500
MOST_IN_WISH = 600

_ABOUT = {
    StructuralKind.ORIENTATION: "Orientation",
    StructuralKind.COUNT: "Number",
    StructuralKind.VIEWPOINT: "Camera",
    StructuralKind.COMPOSITION: "Composition",
}


def start_again_brief(brief: str, changes: Sequence[Change], wish: Structural | None = None) -> str:
    """The scene of a new picture, one line of at most 12,000 characters, for `shots.shot_prompt`.

    `changes` are all of the chain, in order; those of the wish's own reply come last. The brief stands as it was
    written, quoted lettering included; what changed since goes before it.
    """
    merged = merge([*changes, *(wish.changes if wish else ())])
    parts = [line(brief, MOST_IN_BRIEF)]
    if merged:
        each = MOST_IN_FACTS // len(merged) - 2
        facts = "; ".join(line(fact(change), each) for change in merged)
        parts.append(f"Changed since, and going before the words above: {facts}.")
    if wish is not None:
        parts.append(f"{_ABOUT[wish.what]}, going before all of it: {said(wish.words, MOST_IN_WISH).rstrip('.')}.")
        if keeps := own_keeps(wish):
            parts.append(f"As it was: {line('; '.join(keeps), MOST_IN_WISH)}.")
    return " ".join(part if part[-1] in ".!?。！？…" else f"{part}." for part in parts if part)
