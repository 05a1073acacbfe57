"""The changes of a whole chain as one list: in order, and where two contradict each other the later one holds.

For a rebase (all edits drawn at once on the first version), and for a new start from the brief.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.replies import Change, ChangeKind, Edit
from bot.prompts.keeping import keeps_after
from bot.prompts.quoting import bare, said

_WHOLE_PICTURE = (ChangeKind.STYLE, ChangeKind.LIGHT, ChangeKind.BACKGROUND)
_LEADING = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|his|her|its|their|my|our|your|all|every|each|both)\s+)+|^(?:那|这)[个只张条把]?",
    re.IGNORECASE,
)
_BACK = re.compile(r"\s+(?:back|again)(?:\s+(?:in|to the picture))?$|(?:回来|回去)$", re.IGNORECASE)
_PLACE = re.compile(
    r"\s+(?:on|in|at|with|next to|near|under|behind|beside|of|for|by|to|over|above|that|which)\s.*$", re.IGNORECASE
)
_ANY_TEXT = frozenset(("", "text", "texts", "words", "lettering", "文字", "字"))
_COLOURS = re.compile(r"^(?:colou?rs?|tint|hue|shade|颜色|色彩)$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:\w{2,}er|more|less)\b|[更再]|一?[点些]$", re.IGNORECASE)
# Noon and autumn go together, noon and dusk do not.
_ABOUT = {
    "season": re.compile(r"\b(?:spring|summer|autumn|fall|winter)|[春夏秋冬]"),
    "hour": re.compile(
        r"\b(?:night|midnight|noon|midday|dawn|dusk|morning|evening|afternoon|sunset|sunrise|twilight|daytime|"
        r"golden hour|blue hour)|[夜晚晨午]|黄昏|日落|日出|白天|黎明"
    ),
    "weather": re.compile(r"\b(?:rain|snow|fog|mist|haz|storm|cloud|overcast|sunny|wind)|[雨雪雾阴晴云]"),
    "brightness": re.compile(r"\b(?:bright|dark|dim|light)|[亮暗]"),
    "warmth": re.compile(r"\b(?:warm|cool|cold)|[暖冷]"),
    "size": re.compile(r"\b(?:big|small|large|tall|short|tiny|huge|wide|narrow)|[大小高矮宽窄长短]"),
    "focus": re.compile(r"\b(?:blur|sharp|focus|bokeh)|虚化|模糊|清晰"),
}


def merge(changes: Sequence[Change]) -> tuple[Change, ...]:
    """What is left to draw on the chain's first version. Each change keeps the words that it was asked in.

    "remove the lamp" undoes "add a lamp" and every change of the lamp; "the oak table -> marble" after "the table ->
    oak" is "the table -> marble"; a second colour replaces the first. Changes of different places stay apart.
    """
    kept: list[Change] = []
    for change in changes:
        kept = _joined(kept, change)
    return tuple(kept)


def merge_edits(edits: Sequence[Edit]) -> Edit:
    """The chain's edits as one, with what they named to keep as far as nothing later changed it."""
    keeps: tuple[str, ...] = ()
    for edit in edits:
        keeps = keeps_after(edit, keeps)
    return Edit(merge([change for edit in edits for change in edit.changes]), keeps)


def _joined(kept: list[Change], change: Change) -> list[Change]:
    if change.kind is ChangeKind.REMOVE or (change.kind is ChangeKind.TEXT and not change.value):
        return _without(kept, change)
    if change.kind is ChangeKind.REPLACE:
        return _replaced(kept, change)
    if change.kind is ChangeKind.ADD:
        back = [old for old in kept if old.kind is ChangeKind.REMOVE and _thing(change.value) == _thing(old.target)]
        return [old for old in kept if old not in back] if back and _thing(change.value) else [*kept, change]
    return [*(old for old in kept if not _is_outdone(old, change)), change]


def _without(kept: list[Change], change: Change) -> list[Change]:
    """A removal ends all that was done to the thing; what was only added needs no removal."""
    was_added = any(old.kind is ChangeKind.ADD and _is_of(old.value, old, change) for old in kept)
    origin = next((old for old in kept if old.kind is ChangeKind.REPLACE and _is_of(old.value, old, change)), None)
    rest = [old for old in kept if not _concerns(old, change)]
    if was_added:
        return rest
    return [*rest, replace(change, target=origin.target, region=origin.region) if origin else change]


def _replaced(kept: list[Change], change: Change) -> list[Change]:
    """What was put there before gives way, and what it had replaced is what is replaced now."""
    for place, old in enumerate(kept):
        is_put = old.kind in (ChangeKind.ADD, ChangeKind.REPLACE) and _is_of(old.value, old, change)
        if is_put:
            rest = [other for other in kept[place + 1 :] if not _is_of(other.target, other, change)]
            return [*kept[:place], *rest, replace(old, value=change.value, words=change.words)]
    return [*(old for old in kept if not _concerns(old, change)), change]


def _concerns(old: Change, change: Change) -> bool:
    """The older change made, put or changed the thing that goes now."""
    if change.kind is ChangeKind.TEXT and _thing(change.target) in _ANY_TEXT and not change.value:
        return old.kind is ChangeKind.TEXT
    if old.kind is ChangeKind.REMOVE:
        return change.kind is ChangeKind.REMOVE and _is_of(old.target, old, change)
    if old.kind in (ChangeKind.ADD, ChangeKind.REPLACE) and _is_of(old.value, old, change):
        return True
    return old.kind is not ChangeKind.ADD and _is_of(old.target, old, change)


def _is_outdone(old: Change, change: Change) -> bool:
    """The same property of the same thing in the same place, changed again. "Darker" twice is twice as dark."""
    if old.kind is not change.kind or _property(old) != _property(change):
        return False
    if old.value == change.value and _MORE.search(change.value or ""):
        return False
    if not old.target and not change.target:
        return _is_same_place(old, change)
    is_whole = change.kind in _WHOLE_PICTURE and not change.target
    return is_whole or _is_of(old.target, old, change)


def _property(change: Change) -> str:
    """What of a thing changes: the attribute, else what the value is about, else the value itself."""
    name, value = said(change.attribute or "").casefold(), said(change.value or "").casefold()
    if name:
        return "colour" if _COLOURS.match(name) else name
    if change.kind in (ChangeKind.STYLE, ChangeKind.TEXT):
        return change.kind.value
    about = next((about for about, pattern in _ABOUT.items() if pattern.search(value)), "")
    return about or ("place" if change.kind is ChangeKind.BACKGROUND else value)


def _is_of(thing: str | None, old: Change, change: Change) -> bool:
    """Whether the change names that thing. "mug" means the red mug too; "the left mug" is not all mugs."""
    earlier, later = _thing(thing), _thing(change.target)
    if not earlier or not later or not _is_same_place(old, change):
        return False
    if earlier == later:
        return True
    if not later.isascii():
        return earlier.endswith(later)
    words, named = earlier.split(), later.split()
    return words[-1] == named[-1] and set(named) <= set(words)


def _is_same_place(old: Change, change: Change) -> bool:
    return not old.region or not change.region or old.region.casefold() == change.region.casefold()


def _thing(words: str | None) -> str:
    """ "the lamp on the table" is "lamp": what is compared, never what is shown."""
    plain = _LEADING.sub("", _BACK.sub("", said(words or "").casefold()))
    return bare(_PLACE.sub("", plain)).strip(" .,。，的")
