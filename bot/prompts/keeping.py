"""What an edit must keep: the reply's own list, what earlier rounds kept, then an inventory of the picture or, without
one, a general list. The whole list stands in the prompt of every round; without it pictures drift.
"""

import re
from collections.abc import Sequence

from bot.domain.replies import Change, ChangeKind, Edit, Scope, Structural
from bot.prompts.quoting import bare, said

MOST_ITEMS = 40
MOST_IN_ITEM = 200

IN_LOCAL_EDITS = (
    "the composition and the crop",
    "the camera angle and the perspective",
    "the position, size, shape and number of all things",
    "the light, the shadows and the reflections",
    "the colours, materials and textures",
    "all text and logos",
    "all people: faces, hands, hair, clothes and poses",
    "the background",
)
IN_GLOBAL_EDITS = (
    "the composition, the crop and the camera angle",
    "who and what is in the picture: number, position, size, shape, pose and expression",
    "who each person is: face, hair, build and clothes",
    "the style and the technique",
    "all text, word for word",
)
BEHIND_SUBJECTS = (
    "everything that stands in front of the background: position, size, shape, pose, colours and edges",
    "all people: faces, hands, hair and clothes",
    "the camera angle and the crop",
    "all text and logos",
)
# The general item that says the opposite of a change of this kind.
_SPOKEN_FOR = {
    ChangeKind.TEXT: "all text",
    ChangeKind.BACKGROUND: "the background",
    ChangeKind.LIGHT: "the light",
    ChangeKind.STYLE: "the style",
}

_EDGES = " .;,。；，"
_ALL_THE_REST = re.compile(
    r"^(?:keep |leave )?(?:everything|anything|all|the rest|(?:all )?(?:the )?others?)\b(?: (?:else|the rest|other\w*|"
    r"of (?:it|the \w+)|things|elements|parts|as (?:it )?is|the same))*$"
    r"|^(?:其[他它余]|别的|剩下|所有|其它)(?:的)?(?:元素|部分|东西|内容|地方|一切|都|全部|细节)?$",
    re.IGNORECASE,
)


def keep_list(edit: Edit, before: Sequence[str] = (), inventory: Sequence[str] = ()) -> tuple[str, ...]:
    """At most 40 lines. `before`: what earlier rounds kept; `inventory`: what is in the picture, thing by thing."""
    own = own_keeps(edit)
    earlier = _unchanged(before, edit.changes)
    rest = _unchanged(inventory, edit.changes) or _general(edit)
    listed = tuple(dict.fromkeys([*own, *earlier, *rest]))[: MOST_ITEMS - 1]
    return listed if is_global(edit) else (*listed, _everything_else(edit))


def own_keeps(edit: Edit | Structural) -> tuple[str, ...]:
    """What the reply itself names, as the person wrote it; "everything else" names nothing."""
    return tuple(_clean(edit.keeps))


def keeps_after(edit: Edit, before: Sequence[str] = ()) -> tuple[str, ...]:
    """What the next round must keep as well: what replies have named and nothing has changed since."""
    earlier = _unchanged(before, edit.changes)
    return tuple(dict.fromkeys([*earlier, *own_keeps(edit)]))[-MOST_ITEMS:]


def is_behind_subjects(edit: Edit) -> bool:
    """Only the background changes."""
    return bool(edit.changes) and all(change.kind is ChangeKind.BACKGROUND for change in edit.changes)


def is_global(edit: Edit) -> bool:
    return edit.scope is Scope.GLOBAL and not is_behind_subjects(edit)


def _everything_else(edit: Edit) -> str:
    """In the person's words, if they said it."""
    lines = (said(item, MOST_IN_ITEM).strip(_EDGES) for item in edit.keeps)
    return next((item for item in lines if _ALL_THE_REST.match(item)), "everything else")


def _general(edit: Edit) -> list[str]:
    if is_behind_subjects(edit):
        return list(BEHIND_SUBJECTS)
    spoken_for = tuple(_SPOKEN_FOR[change.kind] for change in edit.changes if change.kind in _SPOKEN_FOR)
    items = IN_GLOBAL_EDITS if is_global(edit) else IN_LOCAL_EDITS
    return [item for item in items if not spoken_for or not item.startswith(spoken_for)]


def _clean(items: Sequence[str]) -> list[str]:
    lines = (said(item, MOST_IN_ITEM).strip(_EDGES) for item in items[: 2 * MOST_ITEMS])
    return [line for line in lines if line and not _ALL_THE_REST.match(line)]


def _unchanged(items: Sequence[str], changes: Sequence[Change]) -> list[str]:
    """A list that keeps what a change names is a contradiction, and the model would follow either."""
    targets = {bare(said(change.target or "", MOST_IN_ITEM)).casefold() for change in changes}
    named = [target for target in targets if len(target) > 1 or not target.isascii()]
    return [item for item in _clean(items) if not any(_names(item.casefold(), target) for target in named)]


def _names(item: str, target: str) -> bool:
    if not target.isascii():
        return target in item
    return re.search(rf"(?<![\w-]){re.escape(target)}(?![\w-])", item) is not None
