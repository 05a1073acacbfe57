"""The composer's fields as a request: the same rules and sentences as for words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain import Character, Form, Kind, Model, SetRequest
from bot.errors import BadRequest
from bot.reading.completion import Defaults, complete
from bot.reading.content import ONE_EXAMPLE, SET_EXAMPLE, Content, checked, filled, listed, set_content, takes, whole
from bot.reading.names import pin
from bot.reading.options import Options, cut_options
from bot.reading.typed import tidy

TAKES_UNLESS_SAID = "4"
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")


def parse_form(
    form: Form, *, cast: Sequence[Character], defaults: Defaults, find_model: Callable[[str], Model]
) -> SetRequest:
    """Raises BadRequest, whose `field` is the field to blame. Options typed into the brief go before the menus."""
    text, typed = cut_options(checked(form.brief, SET_EXAMPLE))
    brief, *shots = (pin(words, cast) for words in (text, *_lines(form.shots)))
    named = [member for _, members, _ in (brief, *shots) for member in members]
    notes = [note for _, _, said in (brief, *shots) for note in said]
    characters = dict.fromkeys([*named, *(_chosen(each, cast) for each in form.cast)])
    options = _options(form, typed)
    content = _content(form, brief[0], tuple(words for words, _, _ in shots), options, defaults.max_shots)
    request = complete(content, options, tuple(characters), tuple(dict.fromkeys(notes)), defaults, find_model)
    return replace(request, files=form.files, files_role=form.files_role)


def _content(form: Form, brief: str, shots: tuple[str, ...], options: Options, max_shots: int) -> Content:
    if form.kind is not Kind.SCENES:
        count = (form.count.strip() or TAKES_UNLESS_SAID) if form.kind is Kind.VARIANTS else "1"
        return takes(filled(brief, ONE_EXAMPLE), whole(count, "count"))
    if shots:
        return listed(tidy(brief), shots, options, max_shots)
    return set_content(brief, options, max_shots)


def _options(form: Form, typed: Options) -> Options:
    return replace(
        typed,
        style=typed.style or form.style.strip() or None,
        size=typed.size or form.size.strip() or None,
        quality=typed.quality or form.quality.strip() or None,
        model=typed.model or form.model.strip() or None,
        count=typed.count or (form.count.strip() or None if form.kind is Kind.SCENES else None),
        private=typed.private or form.private,
    )


def _lines(shots: str) -> list[str]:
    return [line for line in (tidy(_BULLET.sub("", line)) for line in shots.splitlines()) if line]


def _chosen(who: str, cast: Sequence[Character]) -> Character:
    """A choice of the menu: an id, or the name."""
    for member in cast:
        if who in (member.id, member.name):
            return member
    raise BadRequest("Somebody chosen in this form has left the cast. Choose again.", "cast")
