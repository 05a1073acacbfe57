"""Block Kit's blocks: the fields of each, and the surfaces (message, modal, home) that take it."""

from collections.abc import Iterator
from typing import Any, Literal

from tests.sandbox.slack.block_kit_elements import (
    BUTTON,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_MODAL_INPUT,
    IN_SECTION,
)
from tests.sandbox.slack.block_kit_objects import IDENTIFIER, PICTURE_URL, SLACK_FILE, URL, any_text, plain_text
from tests.sandbox.slack.block_kit_rules import (
    Rule,
    anything,
    array,
    at_least_one,
    boolean,
    distinct,
    exactly_one,
    integer,
    one_of,
    problem,
    record,
    string,
    typed,
)

Surface = Literal["message", "modal", "home"]


def _text_or_image(value: Any, pointer: str) -> Iterator[str]:
    is_image = isinstance(value, dict) and value.get("type") == "image"
    yield from (IMAGE if is_image else any_text(2000))(value, pointer)


def _distinct_actions(name: str) -> Rule:
    def check(block: Any, pointer: str) -> Iterator[str]:
        elements = block.get(name) or []
        yield from distinct("action_id", elements, [f"{pointer}/{name}/{i}" for i in range(len(elements))])

    return check


def _no_dispatch_of_files(block: Any, pointer: str) -> Iterator[str]:
    if block.get("dispatch_action") and block["element"]["type"] == "file_input":
        yield problem("file_input does not support dispatch_action", f"{pointer}/dispatch_action")


def _same_width(block: Any, pointer: str) -> Iterator[str]:
    if len({len(row) for row in block["rows"]}) > 1:
        yield problem("all rows must have the same number of cells", f"{pointer}/rows")


def _cells_fit(block: Any, pointer: str) -> Iterator[str]:
    if sum(len(str(cell.get("text", ""))) for row in block["rows"] for cell in row) > 20_000:
        yield problem("must be less than 20001 characters in all cells", f"{pointer}/rows")


def _block(required: dict[str, Rule], optional: dict[str, Rule] | None = None, *also: Rule) -> Rule:
    return record(required, {"block_id": IDENTIFIER, **(optional or {})}, *also)


def _input(element: Rule) -> Rule:
    optional = {"hint": plain_text(2000), "optional": boolean, "dispatch_action": boolean}
    return _block({"label": plain_text(2000), "element": element}, optional, _no_dispatch_of_files)


_RICH_TEXT_PARTS = typed(
    {
        "rich_text_section": record({"elements": array(anything, 1000, 0)}),
        "rich_text_preformatted": record({"elements": array(anything, 1000, 0)}, {"border": integer(0, 1)}),
        "rich_text_quote": record({"elements": array(anything, 1000, 0)}, {"border": integer(0, 1)}),
        "rich_text_list": record(
            {"elements": array(anything, 1000, 0), "style": one_of("bullet", "ordered")},
            {"indent": integer(0, 8), "offset": integer(0, 10_000), "border": integer(0, 1)},
        ),
    }
)
_RICH_TEXT = _block({"elements": array(_RICH_TEXT_PARTS, 1000)})
_CELL = {"raw_text": record({"text": string(20_000)}), "rich_text": _RICH_TEXT}
_DATA_CELL = {**_CELL, "raw_number": record({"value": anything}, {"text": string(2000)})}
_TASK = _block(
    {"task_id": IDENTIFIER, "title": string(256), "status": one_of("pending", "in_progress", "complete", "error")},
    {"details": anything, "output": anything, "sources": array(anything, 50)},
)


def _not_pending(task: Any, pointer: str) -> Iterator[str]:
    if isinstance(task, dict) and task.get("status") == "pending":
        yield problem("a task_card outside a plan must not be pending", f"{pointer}/status")
    yield from _TASK(task, pointer)


_CARD = _block(
    {},
    {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": any_text(150),
        "subtitle": any_text(150),
        "body": any_text(200),
        "subtext": any_text(200),
        "actions": array(BUTTON, 3),
    },
    at_least_one("hero_image", "title", "actions", "body"),
    _distinct_actions("actions"),
)
_IN_CONTAINER = ("actions", "context", "divider", "header", "image", "section", "rich_text", "table", "input")

EVERYWHERE: dict[str, Rule] = {
    "actions": _block({"elements": array(IN_ACTIONS, 25)}, None, _distinct_actions("elements")),
    "card": _CARD,
    "context": _block({"elements": array(_text_or_image, 10)}),
    "divider": _block({}),
    "header": _block({"text": plain_text(150)}),
    "image": _block(
        {"alt_text": string(2000)},
        {"image_url": PICTURE_URL, "slack_file": SLACK_FILE, "title": plain_text(2000)},
        exactly_one("image_url", "slack_file"),
    ),
    "input": _input(IN_INPUT),
    "rich_text": _RICH_TEXT,
    "section": _block(
        {},
        {"text": any_text(3000), "fields": array(any_text(2000), 10), "accessory": IN_SECTION, "expand": boolean},
        at_least_one("text", "fields"),
    ),
    "video": _block(
        {"alt_text": string(2000), "title": plain_text(200), "thumbnail_url": URL, "video_url": URL},
        {
            "title_url": URL,
            "description": plain_text(200),
            "provider_icon_url": URL,
            "provider_name": string(50),
            "author_name": string(50),
        },
    ),
}
_CONTAINER = _block(
    {"child_blocks": array(typed({**EVERYWHERE, "table": anything}, _IN_CONTAINER), 10)},
    {
        "title": plain_text(150),
        "rich_text_title": typed({"rich_text": _RICH_TEXT}),
        "subtitle": any_text(150),
        "width": one_of("narrow", "standard", "wide", "full"),
        "icon": IMAGE,
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
    at_least_one("title", "rich_text_title"),
)
_CAROUSEL = _block({"elements": array(typed({"card": _CARD}), 10)})

SURFACES: dict[Surface, dict[str, Rule]] = {
    "message": {
        **EVERYWHERE,
        "carousel": _CAROUSEL,
        "container": _CONTAINER,
        "context_actions": _block({"elements": array(IN_CONTEXT_ACTIONS, 5)}, None, _distinct_actions("elements")),
        "data_table": _block(
            {"caption": string(2000), "rows": array(array(typed(_DATA_CELL), 20), 201, 2)},
            {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19)},
            _same_width,
            _cells_fit,
        ),
        "data_visualization": _block({"title": string(50), "chart": anything}),
        "file": _block({"external_id": string(255), "source": one_of("remote")}),
        "markdown": _block({"text": string(12_000)}),
        "plan": _block({"title": string(256)}, {"tasks": array(typed({"task_card": _TASK}), 50)}),
        "table": _block({"rows": array(array(typed(_CELL), 20), 100)}, {"column_settings": array(anything, 20)}),
        "task_card": _not_pending,
    },
    "modal": {
        **EVERYWHERE,
        "input": _input(IN_MODAL_INPUT),
        "alert": _block({"text": any_text(200)}, {"level": one_of("default", "info", "warning", "error", "success")}),
    },
    "home": {**EVERYWHERE, "carousel": _CAROUSEL, "container": _CONTAINER},
}
