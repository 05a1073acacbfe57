"""Modals and their inputs. An input's block and action carry the name of the field, so that errors find it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from bot.domain import UploadedFile
from bot.errors import Malformed
from handlers.blocks.elements import INPUT, Block, option, plain
from handlers.incoming import uploaded_files

E = TypeVar("E", bound=StrEnum)


def modal(
    callback: str, title: str, submit: str, blocks: Sequence[Block | None], metadata: str = "", close: str = "Cancel"
) -> Block:
    return {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, 24),
        "submit": plain(submit, 24),
        "close": plain(close, 24),
        "blocks": [block for block in blocks if block][:100],
        "private_metadata": metadata,
    }


def text_input(
    name: str,
    label: str,
    value: str = "",
    *,
    optional: bool = False,
    multiline: bool = False,
    most: int = INPUT,
    placeholder: str = "",
    hint: str = "",
    live: bool = False,
) -> Block:
    """`live`: each change is sent, so that the form can answer to it."""
    element: Block = {"type": "plain_text_input", "multiline": multiline, "max_length": most}
    if value:
        element["initial_value"] = value[:most]
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    if live:
        element["dispatch_action_config"] = {"trigger_actions_on": ["on_character_entered"]}
    return _input(name, label, element, optional, hint, live)


def choice(
    name: str,
    label: str,
    options: Sequence[tuple[str, str]],
    chosen: str = "",
    *,
    optional: bool = False,
    hint: str = "",
    live: bool = False,
) -> Block:
    """One of a list of (text, value)."""
    listed = [option(text, value) for text, value in options][:100]
    element: Block = {"type": "static_select", "options": listed}
    if first := next((each for each in listed if each["value"] == chosen), None):
        element["initial_option"] = first
    return _input(name, label, element, optional, hint, live)


def several(
    name: str, label: str, options: Sequence[tuple[str, str]], chosen: Sequence[str] = (), *, live: bool = False
) -> Block | None:
    """Any number of a list; nothing at all where there is nothing to choose from."""
    listed = [option(text, value) for text, value in options][:100]
    if not listed:
        return None
    element: Block = {"type": "multi_static_select", "options": listed}
    if first := [each for each in listed if each["value"] in chosen]:
        element["initial_options"] = first
    return _input(name, label, element, True, "", live)


def tick(name: str, label: str, text: str, description: str = "") -> Block:
    """One checkbox."""
    return _input(name, label, {"type": "checkboxes", "options": [option(text, "yes", description)]}, True, "", False)


def files_input(name: str, label: str, least: int, most: int, hint: str = "") -> Block:
    element = {"type": "file_input", "max_files": most}
    return _input(name, label, element, least == 0, hint, False)


def _input(name: str, label: str, element: Block, optional: bool, hint: str, live: bool) -> Block:
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2000),
        "optional": optional,
        "element": {**element, "action_id": name},
    }
    if hint:
        block["hint"] = plain(hint, 2000)
    if live:
        block["dispatch_action"] = True
    return block


class Filled:
    """What a person put into a form: `view["state"]["values"]`, by field."""

    def __init__(self, view: dict[str, Any]) -> None:
        values = (view.get("state") or {}).get("values") or {}
        self._fields: dict[str, dict[str, Any]] = {}
        for inputs in values.values():
            self._fields.update(inputs)

    def text(self, name: str) -> str:
        """Written, or the value of what was chosen."""
        field = self._fields.get(name) or {}
        chosen = (field.get("selected_option") or {}).get("value") or field.get("selected_conversation")
        return str(field.get("value") or chosen or "").strip()

    def one_of(self, name: str, kinds: type[E], usual: E) -> E:
        """What was chosen of a closed list; `usual` where nothing was."""
        chosen = self.text(name)
        if chosen and chosen not in tuple(kinds):
            raise Malformed(f"view.{name}")
        return kinds(chosen) if chosen else usual

    def several(self, name: str) -> tuple[str, ...]:
        return tuple(str(o["value"]) for o in (self._fields.get(name) or {}).get("selected_options") or ())

    def files(self, name: str) -> tuple[UploadedFile, ...]:
        return uploaded_files((self._fields.get(name) or {}).get("files"))
