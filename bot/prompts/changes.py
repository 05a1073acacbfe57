"""One change in words: as an instruction, as what alone may change, as a fact about a new picture, and as a caption.

Whatever the person wrote goes in as it is, in any language; only the sentence around it is ours.
"""

import re

from bot.domain.replies import Change, ChangeKind
from bot.pictures.cells import cell_words, cells_in
from bot.prompts.quoting import bare, lettering, said
from bot.prompts.styles import preset, style_text

MOST = 300

_LOOK_OF_TEXT = re.compile(r"font|typeface|size|colou?r|bold|italic|字体|字号|大小|颜色", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|this|that|he|she|him|her|them|they|you|它|他|她|这个?|那个?)$", re.IGNORECASE)
_GENERAL_VALUES = {
    ChangeKind.STYLE: "the style",
    ChangeKind.LIGHT: "the light, weather or season",
    ChangeKind.BACKGROUND: "the background",
}


def instruction(change: Change) -> str:
    """The change as one imperative, with its place: "Change the colour of the mug to matte green. Where: top left."."""
    where = _where(change)
    return f"{_order(change)} Where: {where}." if where else _order(change)


def subject(change: Change) -> str:
    """What alone may change: "the colour of the mug", "the added plant"."""
    target, value = _target(change), said(change.value or "", MOST)
    if change.kind is ChangeKind.ADD:
        return f"the addition of {value or 'what the request names'}"
    if change.kind is ChangeKind.REMOVE:
        return f"the removal of {target or 'what the request names'}"
    if change.kind is ChangeKind.TEXT:
        return target if _is_text(target) else f"the text{f' ({target})' if target else ''}"
    if change.kind in _GENERAL_VALUES:
        return target or _GENERAL_VALUES[change.kind]
    attribute = said(change.attribute or "", 60)
    if attribute and target:
        return f"{target} ({attribute})" if _PRONOUN.match(target) else f"the {attribute} of {target}"
    return target or attribute or "what the request names"


def fact(change: Change) -> str:
    """The change as it stands in a new picture: "the colour of the mug: matte green", "no spoon"."""
    target, value = _target(change), said(change.value or "", MOST)
    match change.kind:
        case ChangeKind.ADD:
            return f"also {value or said(change.words)}" + (f" ({target})" if target else "")
        case ChangeKind.REMOVE:
            return f"no {bare(target) or said(change.words)}"
        case ChangeKind.REPLACE if target and value:
            return f"{value} instead of {target}"
        case ChangeKind.TEXT if change.value and not is_look_of_text(change):
            return f"{subject(change)} reads {lettering(change.value)}"
        case ChangeKind.TEXT if not change.value:
            return f"without {subject(change)}"
        case ChangeKind.STYLE if not target:
            return f"in this style: {_style(value)}".rstrip(".")
    return f"{subject(change)}: {value}" if value else said(change.words)


def brief_caption(change: Change) -> str:
    """The change in a caption: "mug → matte green", "+ potted plant", "spoon removed"."""
    target, value = (bare(said(words or "", 60)) for words in (change.target, change.value))
    name = {ChangeKind.STYLE: "style", ChangeKind.LIGHT: "light", ChangeKind.BACKGROUND: "background"}.get(change.kind)
    match change.kind:
        case ChangeKind.ADD if value:
            return f"+ {value}"
        case ChangeKind.REMOVE if target:
            return f"{target} removed"
        case ChangeKind.TEXT if change.value and not is_look_of_text(change):
            return f"{target or 'text'} → “{value}”"
    if not change.value and change.kind in (ChangeKind.TEXT, ChangeKind.BACKGROUND):
        return f"{target or name or 'text'} removed"
    name = target or name or said(change.attribute or "", 60)
    return f"{name} → {value}" if name and value else said(change.words, 80)


def place(words: str) -> str:
    """A place as the prompt says it: cells of the grid are spelled out, other words stay."""
    words = said(words, MOST).rstrip(".")
    return cell_words(cells) if (cells := _only_cells(words)) else words


def is_look_of_text(change: Change) -> bool:
    """Font, size or colour of lettering changes, not its wording."""
    return bool(_LOOK_OF_TEXT.search(f"{change.attribute or ''} {change.target or ''}"))


def _order(change: Change) -> str:
    target, value = _target(change), said(change.value or "", MOST)
    match change.kind:
        case ChangeKind.ADD if value:
            return f"Add {value}." + (f" Its place: {target}." if target else "")
        case ChangeKind.REMOVE if target:
            return f"Remove {target}; show what is naturally behind."
        case ChangeKind.REPLACE if target and value:
            return f"Replace {target} with {value}, at the same position and in the same size."
        case ChangeKind.TEXT if change.value and not is_look_of_text(change):
            return _lettered(target, lettering(change.value))
        case ChangeKind.TEXT if not change.value:
            return f"Remove {subject(change)}; show what is naturally behind."
        case ChangeKind.STYLE if value:
            return f"Redraw {target or 'the whole picture'} in this style: {_style(value)}"
        case ChangeKind.ATTRIBUTE if change.attribute and value and target and not _PRONOUN.match(target):
            return f"Change the {said(change.attribute, 60)} of {target} to {value}."
    return _plain_order(change, target, value)


def _lettered(target: str, wording: str) -> str:
    if _is_text(target):
        return f"Change {target} to exactly {wording}, once, spelled as here."
    return f"Write exactly {wording}, once, spelled as here." + (f" Its place: {target}." if target else "")


def _plain_order(change: Change, target: str, value: str) -> str:
    if change.kind is ChangeKind.BACKGROUND and not value:
        return "Remove the background."
    whole = "" if target or change.kind not in (ChangeKind.LIGHT, ChangeKind.STYLE) else " of the whole picture"
    name = target or _GENERAL_VALUES.get(change.kind, "") or said(change.attribute or "", 60)
    attribute = f" ({said(change.attribute, 60)})" if change.attribute and target else ""
    if name and value:
        return f"Change {name}{whole}{attribute}: {value}."
    return f"Change {name or 'the picture'}{attribute} as the request says."


def _target(change: Change) -> str:
    target = said(change.target or "", MOST)
    return f"what lies in {place(target)}" if _only_cells(target) else target


def _only_cells(text: str) -> tuple[str, ...]:
    """ "B2", "cells B2 and B3": a target that is nothing but cells of the grid."""
    rest = re.sub(r"(?i)\b(?:the|cells?|and|to|in|from|at)\b|[A-D]\s?[1-4]|[\s,，、和到至–—-]", "", text)
    return () if rest else cells_in(text)


def _where(change: Change) -> str:
    """The place in words, unless the target says it or the kind of change does."""
    region = said(change.region or "", 120)
    if not region or region in ("background", "foreground") or region.casefold() in (change.target or "").casefold():
        return ""
    return place(region)


def _is_text(target: str) -> bool:
    return bool(
        re.search(r"text|word|letter|title|headline|caption|sign|slogan|字|标题|文案|标语", target, re.IGNORECASE)
    )


def _style(value: str) -> str:
    """A style with a name is spelled out, as it is in a new picture."""
    words = bare(value)
    return style_text(words) if preset(words) else f"{value}."
