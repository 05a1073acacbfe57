"""Block Kit's elements: what a person clicks, chooses and fills in, and in which blocks each may stand."""

from collections.abc import Iterator
from typing import Any

from tests.sandbox.slack.block_kit_objects import (
    CONFIRM,
    CONVERSATIONS,
    DISPATCH,
    IDENTIFIER,
    LINK_OPTION,
    OPTION,
    OPTION_GROUP,
    PICTURE_URL,
    RICH_OPTION,
    SLACK_FILE,
    URL,
    initial_among_options,
    plain_text,
)
from tests.sandbox.slack.block_kit_rules import (
    Rule,
    anything,
    array,
    boolean,
    exactly_one,
    integer,
    one_of,
    problem,
    record,
    string,
    typed,
)

_ACTION = {"action_id": IDENTIFIER}
_FIELD = {**_ACTION, "focus_on_load": boolean}
_CHOICE = {**_FIELD, "confirm": CONFIRM, "placeholder": plain_text(150)}
_TYPED = {**_FIELD, "placeholder": plain_text(150), "dispatch_action_config": DISPATCH}
_ID = string(255)
_DATE = string(10, pattern=r"^\d{4}-\d{2}-\d{2}$")
_TIME = string(5, pattern=r"^\d{2}:\d{2}$")
_NUMBER = string(255, pattern=r"^-?\d+(\.\d+)?$")


def _ordered(low: str, high: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[str]:
        ends = value.get(low), value.get(high)
        if None not in ends and float(ends[0]) > float(ends[1]):
            yield problem(f"must not be greater than {high}", f"{pointer}/{low}")

    return check


def _fits(value: Any, pointer: str) -> Iterator[str]:
    """A text field's first content obeys the field's own limits."""
    first = value.get("initial_value")
    if first is not None and not value.get("min_length", 0) <= len(first) <= value.get("max_length", 3000):
        yield problem("must fit min_length and max_length", f"{pointer}/initial_value")


def _select(source: dict[str, Rule], required: dict[str, Rule] | None = None) -> Rule:
    return record(required or {}, {**_CHOICE, **source})


def _multi(source: dict[str, Rule], required: dict[str, Rule] | None = None) -> Rule:
    return record(required or {}, {**_CHOICE, **source, "max_selected_items": integer(1, 100)})


_LISTED = {"options": array(OPTION, 100), "option_groups": array(OPTION_GROUP, 100)}
_BOXES: dict[str, Rule] = {**_FIELD, "confirm": CONFIRM}
_FEEDBACK = record({"text": plain_text(75), "value": string(2000)}, {"accessibility_label": string(75)})

ELEMENTS: dict[str, Rule] = {
    "button": record(
        {"text": plain_text(75)},
        {
            **_ACTION,
            "url": URL,
            "value": string(2000),
            "style": one_of("primary", "danger"),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
            "visible_to_user_ids": array(_ID, 10),
        },
    ),
    "workflow_button": record(
        {"text": plain_text(75), "workflow": anything},
        {**_ACTION, "style": one_of("primary", "danger"), "accessibility_label": string(75)},
    ),
    "icon_button": record(
        {"icon": string(50), "text": plain_text(75)},
        {
            **_ACTION,
            "accessibility_label": string(75),
            "value": string(2000),
            "visible_to_user_ids": array(_ID, 10),
            "confirm": CONFIRM,
        },
    ),
    "feedback_buttons": record({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, _ACTION),
    "image": record(
        {"alt_text": string(2000)},
        {"image_url": PICTURE_URL, "slack_file": SLACK_FILE},
        exactly_one("image_url", "slack_file"),
    ),
    "overflow": record({"options": array(LINK_OPTION, 5)}, {**_ACTION, "confirm": CONFIRM}),
    "checkboxes": record(
        {"options": array(RICH_OPTION, 10)},
        {**_BOXES, "initial_options": array(RICH_OPTION, 10)},
        initial_among_options,
    ),
    "radio_buttons": record(
        {"options": array(RICH_OPTION, 10)}, {**_BOXES, "initial_option": RICH_OPTION}, initial_among_options
    ),
    "static_select": record(
        {}, {**_CHOICE, **_LISTED, "initial_option": OPTION}, exactly_one(*_LISTED), initial_among_options
    ),
    "multi_static_select": record(
        {},
        {**_CHOICE, **_LISTED, "initial_options": array(OPTION, 100), "max_selected_items": integer(1, 100)},
        exactly_one(*_LISTED),
        initial_among_options,
    ),
    "external_select": _select({"initial_option": OPTION, "min_query_length": integer(0, 1000)}),
    "users_select": _select({"initial_user": _ID}),
    "conversations_select": _select(
        {
            "initial_conversation": _ID,
            "default_to_current_conversation": boolean,
            "response_url_enabled": boolean,
            "filter": CONVERSATIONS,
        }
    ),
    "channels_select": _select({"initial_channel": _ID, "response_url_enabled": boolean}),
    "multi_external_select": _multi({"initial_options": array(OPTION, 100), "min_query_length": integer(0, 1000)}),
    "multi_users_select": _multi({"initial_users": array(_ID, 100)}),
    "multi_conversations_select": _multi(
        {
            "initial_conversations": array(_ID, 100),
            "default_to_current_conversation": boolean,
            "filter": CONVERSATIONS,
        }
    ),
    "multi_channels_select": _multi({"initial_channels": array(_ID, 100)}),
    "datepicker": record({}, {**_CHOICE, "initial_date": _DATE}),
    "timepicker": record({}, {**_CHOICE, "initial_time": _TIME, "timezone": string(100)}),
    "datetimepicker": record({}, {**_BOXES, "initial_date_time": integer(0, 9_999_999_999)}),
    "plain_text_input": record(
        {},
        {
            **_TYPED,
            "initial_value": string(3000, 0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        _ordered("min_length", "max_length"),
        _fits,
    ),
    "email_text_input": record({}, {**_TYPED, "initial_value": string(3000)}),
    "url_text_input": record({}, {**_TYPED, "initial_value": string(3000)}),
    "number_input": record(
        {"is_decimal_allowed": boolean},
        {**_TYPED, "initial_value": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
        _ordered("min_value", "max_value"),
    ),
    "rich_text_input": record({}, {**_TYPED, "initial_value": anything}),
    "file_input": record({}, {**_ACTION, "filetypes": array(string(20), 100), "max_files": integer(1, 10)}),
}

_SINGLE = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
_CHOOSERS = (
    *_SINGLE,
    *(f"multi_{name}" for name in _SINGLE),
    "checkboxes",
    "radio_buttons",
    "datepicker",
    "timepicker",
)
_WRITTEN = ("plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input")

IN_ACTIONS = typed(ELEMENTS, (*_CHOOSERS, "button", "workflow_button", "overflow", "datetimepicker", "rich_text_input"))
IN_SECTION = typed(ELEMENTS, (*_CHOOSERS, "button", "workflow_button", "overflow", "image"))
IN_INPUT = typed(ELEMENTS, (*_CHOOSERS, *_WRITTEN, "datetimepicker"))
IN_MODAL_INPUT = typed(ELEMENTS, (*_CHOOSERS, *_WRITTEN, "datetimepicker", "file_input"))
IN_CONTEXT_ACTIONS = typed(ELEMENTS, ("feedback_buttons", "icon_button"))
BUTTON = typed(ELEMENTS, ("button",))
IMAGE = typed(ELEMENTS, ("image",))
