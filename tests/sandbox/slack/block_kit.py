"""What Slack would refuse in a message or a view, so that a payload that passes here would pass there.

Slack publishes no schema; the limits are those of docs.slack.dev/reference/block-kit, on 2026-11-20.
"""

import json
from collections.abc import Iterator
from typing import Any

from tests.sandbox.slack.block_kit_blocks import SURFACES, Surface
from tests.sandbox.slack.block_kit_objects import plain_text
from tests.sandbox.slack.block_kit_rules import array, boolean, distinct, problem, record, string, typed

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
TEXT_MOST = 40_000
MARKDOWN_MOST = 12_000
VIEW_BYTES = 250_000

_ANY_VIEW = {"private_metadata": string(3000, 0), "callback_id": string(255, 0), "external_id": string(255, 0)}
_BLOCKS = array(lambda value, pointer: iter(()), VIEW_BLOCKS, 0)
_VIEWS = {
    "home": record({"blocks": _BLOCKS}, _ANY_VIEW),
    "modal": record(
        {"title": plain_text(24), "blocks": _BLOCKS},
        {
            **_ANY_VIEW,
            "submit": plain_text(24),
            "close": plain_text(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
    ),
}


def message_problems(blocks: list[Any], text: str | None) -> list[str]:
    """Sentences with a json-pointer; none when Slack would take the message."""
    found = list(_message(blocks))
    if text is not None and len(text) > TEXT_MOST:
        found.append(problem(f"must be less than {TEXT_MOST + 1} characters", "/text"))
    if not blocks and not text:
        found.append(problem("must have text or blocks", ""))
    return found


def view_problems(view: dict[str, Any]) -> list[str]:
    """The same for a modal or App Home, as views.open, .push, .update and .publish take it."""
    found = list(typed(_VIEWS)(view, "/view"))
    if not found:
        found.extend(_blocks(view["blocks"], view["type"], "/view/blocks"))
        found.extend(_form(view))
    if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES:
        found.append(problem("must be smaller than 250 kB", "/view"))
    return found


def _message(blocks: Any) -> Iterator[str]:
    if not isinstance(blocks, list):
        yield problem("must be an array", "/blocks")
        return
    if len(blocks) > MESSAGE_BLOCKS:
        yield problem(f"no more than {MESSAGE_BLOCKS} items allowed", "/blocks")
    yield from _blocks(blocks, "message", "/blocks")
    markdown = [b["text"] for b in _of_type(blocks, "markdown") if isinstance(b.get("text"), str)]
    if len(markdown) > 1 and sum(map(len, markdown)) > MARKDOWN_MOST:
        yield problem(f"must be less than {MARKDOWN_MOST + 1} characters in all markdown blocks", "/blocks")
    if len(_of_type(blocks, "data_visualization")) > 2:
        yield problem("no more than 2 data_visualization blocks allowed", "/blocks")


def _blocks(blocks: list[Any], surface: Surface, pointer: str) -> Iterator[str]:
    pointers = [f"{pointer}/{index}" for index in range(len(blocks))]
    rule = typed(SURFACES[surface])
    for block, place in zip(blocks, pointers, strict=True):
        yield from rule(block, place)
    yield from distinct("block_id", blocks, pointers)


def _form(view: dict[str, Any]) -> Iterator[str]:
    blocks = view["blocks"]
    if view["type"] == "modal" and _of_type(blocks, "input") and not view.get("submit"):
        yield problem("missing required field: submit (the view has input blocks)", "/view")
    if sum(bool(element.get("focus_on_load")) for block in blocks for element in _elements(block)) > 1:
        yield problem("only one element may have focus_on_load", "/view/blocks")


def _elements(block: Any) -> list[dict[str, Any]]:
    if not isinstance(block, dict):
        return []
    several = block.get("elements")
    found = [block.get("element"), block.get("accessory"), *(several if isinstance(several, list) else [])]
    return [element for element in found if isinstance(element, dict)]


def _of_type(blocks: list[Any], kind: str) -> list[dict[str, Any]]:
    return [block for block in blocks if isinstance(block, dict) and block.get("type") == kind]
