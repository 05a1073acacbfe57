"""Blocks as they arrive: checked as Slack checks them, and completed with the ids that Slack gives."""

import copy
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.sandbox.slack.block_kit import message_problems, view_problems
from tests.sandbox.slack.errors import InvalidArguments, SlackError

if TYPE_CHECKING:
    from tests.sandbox.slack.platform import Platform

_INTERACTIVE = """button overflow static_select multi_static_select external_select multi_external_select
    users_select multi_users_select conversations_select multi_conversations_select channels_select
    multi_channels_select checkboxes radio_buttons datepicker timepicker datetimepicker plain_text_input number_input
    email_text_input url_text_input rich_text_input file_input feedback_buttons icon_button workflow_button"""
INTERACTIVE = frozenset(_INTERACTIVE.split())


@dataclass(frozen=True)
class Element:
    """Something that a person can use, and the block it stands in."""

    block: dict[str, Any]
    body: dict[str, Any]

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.body.get("action_id", ""))

    @property
    def type(self) -> str:
        return str(self.body["type"])

    @property
    def is_input(self) -> bool:
        return self.block.get("type") == "input"

    @property
    def label(self) -> str:
        """What a person reads on it: a button's text, an input's label."""
        words = self.body.get("text") if self.type == "button" else self.block.get("label")
        return str(words.get("text", "")) if isinstance(words, dict) else ""


def checked_blocks(blocks: Any, text: str | None, platform: "Platform") -> list[Any]:
    """The blocks of a message with all ids filled in; `invalid_blocks` with Slack's reasons if it refuses them."""
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = message_problems(blocks, text) or platform.files.problems_in(blocks)
    if problems:
        messages = [f"[ERROR] {problem}" for problem in problems]
        raise SlackError("invalid_blocks", errors=problems, response_metadata={"messages": messages})
    return with_ids(blocks)


def checked_view(view: Any, platform: "Platform") -> dict[str, Any]:
    if not isinstance(view, dict):
        raise InvalidArguments("must provide an object [json-pointer:/view]")
    problems = view_problems(view)
    if any("250 kB" in problem for problem in problems):
        raise SlackError("view_too_large")
    problems = problems or platform.files.problems_in(view.get("blocks", []), "/view/blocks")
    if problems:
        raise InvalidArguments(*problems)
    return view | {"blocks": with_ids(view.get("blocks", []))}


def with_ids(blocks: list[Any]) -> list[Any]:
    """A copy in which every block has a block_id and every element an action_id, as Slack fills them in."""
    filled = copy.deepcopy(blocks)
    for block in filled:
        if isinstance(block, dict):
            block.setdefault("block_id", secrets.token_urlsafe(4))
            _give_action_ids(block)
    return filled


def _give_action_ids(node: Any) -> None:
    if isinstance(node, list):
        for item in node:
            _give_action_ids(item)
    elif isinstance(node, dict):
        if node.get("type") in INTERACTIVE:
            node.setdefault("action_id", secrets.token_urlsafe(4))
        for value in node.values():
            _give_action_ids(value)


def elements(blocks: list[Any]) -> Iterator[Element]:
    """Everything in the blocks that a person can use, wherever it is nested (cards, carousels, containers)."""
    for block in blocks:
        yield from _elements(block, block)


def _elements(node: Any, block: dict[str, Any]) -> Iterator[Element]:
    if isinstance(node, list):
        for item in node:
            yield from _elements(item, block)
    elif isinstance(node, dict):
        if node.get("type") in INTERACTIVE:
            yield Element(block, node)
            return
        owner = node if node.get("block_id") else block
        for value in node.values():
            yield from _elements(value, owner)
