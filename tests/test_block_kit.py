"""The sandbox reads Block Kit as strictly as Slack: what passes in a message, what is refused and where."""

from typing import Any

import pytest

from tests.sandbox.slack.block_kit import message_problems

Json = dict[str, Any]


def plain(text: str = "Draw") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "*Maya*") -> Json:
    return {"type": "mrkdwn", "text": text}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def option(value: str = "a", text: str = "A", **more: Any) -> Json:
    return {"text": plain(text), "value": value, **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(), **more}


def select(**more: Any) -> Json:
    return {"type": "static_select", "options": [option("a"), option("b", "B")], **more}


def picture(**more: Any) -> Json:
    return {"type": "image", "alt_text": "Shot 1: a fox", **more}


def field(element: Json, **more: Any) -> Json:
    return {"type": "input", "label": plain("Brief"), "element": element, **more}


CONFIRM = {"title": plain(), "text": mrkdwn(), "confirm": plain("Yes"), "deny": plain("No")}
TEXT_FIELD = {"type": "plain_text_input", "action_id": "brief"}

GOOD_BLOCKS: dict[str, Json] = {
    "a section with an overflow menu of one link": section(
        accessory={"type": "overflow", "options": [option(url="https://example.com")], "action_id": "more"}
    ),
    "a section of fields alone": {"type": "section", "fields": [mrkdwn("2000".ljust(2000))]},
    "a header at its limit": {"type": "header", "text": plain("x" * 150)},
    "context of texts and a picture": {
        "type": "context",
        "elements": [mrkdwn(), plain(), picture(slack_file={"id": "F0123ABCDEF"})],
    },
    "a picture from an uploaded file": picture(slack_file={"id": "F0123ABCDEF"}, title=plain("Cover")),
    "a picture from an address": picture(image_url="https://example.com/a.png"),
    "buttons with everything": actions(
        button(action_id="draw", value="v" * 2000, style="primary", confirm={**CONFIRM, "style": "danger"}),
        button(action_id="cancel", accessibility_label="Cancel the set", url="https://example.com"),
    ),
    "a menu with groups": actions(
        {"type": "static_select", "option_groups": [{"label": plain("Sizes"), "options": [option()]}]}
    ),
    "a menu whose first choice differs only in emoji": actions(
        select(initial_option={"text": {**plain("A"), "emoji": True}, "value": "a"}, placeholder=plain("Size"))
    ),
    "checkboxes in mrkdwn": actions({"type": "checkboxes", "options": [{"text": mrkdwn(), "value": "1"}]}),
    "a divider": {"type": "divider", "block_id": "line"},
    "rich text": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "hi"}]}],
    },
    "a card": {"type": "card", "title": mrkdwn(), "hero_image": picture(image_url="https://x.org/a.png")},
    "a carousel": {"type": "carousel", "elements": [{"type": "card", "body": mrkdwn()}]},
    "a container": {"type": "container", "title": plain(), "child_blocks": [section()]},
    "feedback": {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "positive_button": {"text": plain("Good"), "value": "1"},
                "negative_button": {"text": plain("Bad"), "value": "0"},
            }
        ],
    },
    "a plan with a pending task": {
        "type": "plan",
        "title": "Set",
        "tasks": [{"type": "task_card", "task_id": "1", "title": "Shot 1", "status": "pending"}],
    },
    "a table": {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]},
    "a data table": {
        "type": "data_table",
        "caption": "Spend",
        "rows": [[{"type": "raw_text", "text": "who"}], [{"type": "raw_number", "value": 3, "text": "3"}]],
    },
    "an input in a message": field(TEXT_FIELD),
}

BAD_BLOCKS: dict[str, tuple[Any, str, str]] = {
    "a block that is no object": ("hi", "must provide an object", ""),
    "a block without type": ({}, "missing required field: type", ""),
    "an unknown block": ({"type": "fancy"}, "unsupported type: fancy", "/type"),
    "an alert outside a modal": ({"type": "alert", "text": plain()}, "unsupported type: alert", "/type"),
    "an unknown field": (section(colour="red"), "invalid additional property: colour", ""),
    "a null field": (section(accessory=None), "must provide an object", "/accessory"),
    "a section without words": ({"type": "section"}, "must define at least one of: text, fields", ""),
    "empty text": (section(text=mrkdwn("")), "must be more than 0 characters", "/text/text"),
    "long text": (section(text=mrkdwn("x" * 3001)), "must be less than 3001 characters", "/text/text"),
    "emoji on mrkdwn": (section(text={**mrkdwn(), "emoji": True}), "invalid additional property: emoji", "/text"),
    "eleven fields": ({"type": "section", "fields": [mrkdwn()] * 11}, "no more than 10 items allowed", "/fields"),
    "mrkdwn in a header": ({"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn", "/text/type"),
    "a long header": ({"type": "header", "text": plain("x" * 151)}, "must be less than 151", "/text/text"),
    "a long button": (actions(button(), button(text=plain("x" * 76))), "less than 76", "/elements/1/text/text"),
    "mrkdwn on a button": (actions(button(text=mrkdwn())), "unsupported type: mrkdwn", "/elements/0/text/type"),
    "a button's style": (actions(button(style="default")), "must be one of: primary", "/elements/0/style"),
    "a button's value": (actions(button(value="v" * 2001)), "must be less than 2001", "/elements/0/value"),
    "an empty value": (actions(button(value="")), "must be more than 0", "/elements/0/value"),
    "no buttons": (actions(), "no less than 1 items allowed", "/elements"),
    "26 buttons": (actions(*[button()] * 26), "no more than 25 items allowed", "/elements"),
    "a text field among buttons": (actions(TEXT_FIELD), "unsupported type: plain_text_input", "/elements/0/type"),
    "two equal action_ids": (actions(button(action_id="a"), button(action_id="a")), "already exists", "/elements/1"),
    "a long action_id": (actions(button(action_id="a" * 256)), "must be less than 256", "/elements/0/action_id"),
    "a confirm without deny": (
        actions(button(confirm={k: v for k, v in CONFIRM.items() if k != "deny"})),
        "missing required field: deny",
        "/elements/0/confirm",
    ),
    "a long confirm": (
        actions(button(confirm={**CONFIRM, "text": plain("x" * 301)})),
        "must be less than 301",
        "/elements/0/confirm/text/text",
    ),
    "a menu of 101": (actions(select(options=[option()] * 101)), "no more than 100 items", "/elements/0/options"),
    "options and groups": (
        actions(select(option_groups=[{"label": plain(), "options": [option()]}])),
        "must define exactly one of: options, option_groups",
        "/elements/0",
    ),
    "a first choice not on the menu": (
        actions(select(initial_option=option("c"))),
        "must match one of the options",
        "/elements/0/initial_option",
    ),
    "first ticks not among the boxes": (
        actions({"type": "checkboxes", "options": [option()], "initial_options": [option("z")]}),
        "must match one of the options",
        "/elements/0/initial_options/0",
    ),
    "an option's text": (
        actions(select(options=[option(text="x" * 76)])),
        "must be less than 76",
        "/elements/0/options/0/text/text",
    ),
    "an option's value": (
        actions(select(options=[option("v" * 151)])),
        "must be less than 151",
        "/elements/0/options/0/value",
    ),
    "an option's description": (
        actions(select(options=[option(description=plain("x" * 76))])),
        "must be less than 76",
        "/elements/0/options/0/description/text",
    ),
    "a link in a menu that has none": (
        actions(select(options=[option(url="https://x.org")])),
        "invalid additional property: url",
        "/elements/0/options/0",
    ),
    "overflow of six": (
        section(accessory={"type": "overflow", "options": [option()] * 6}),
        "no more than 5 items",
        "/accessory/options",
    ),
    "eleven radio buttons": (
        actions({"type": "radio_buttons", "options": [option()] * 11}),
        "no more than 10 items",
        "/elements/0/options",
    ),
    "a long placeholder": (
        actions(select(placeholder=plain("x" * 151))),
        "must be less than 151",
        "/elements/0/placeholder/text",
    ),
    "a picture without source": (picture(), "must define exactly one of: image_url, slack_file", ""),
    "a picture with two sources": (
        picture(image_url="https://x.org/a.png", slack_file={"id": "F0123ABCDEF"}),
        "must define exactly one of: image_url, slack_file",
        "",
    ),
    "a file named twice": (
        picture(slack_file={"id": "F0123ABCDEF", "url": "https://files.slack.com/a"}),
        "must define exactly one of: id, url",
        "/slack_file",
    ),
    "a malformed file id": (picture(slack_file={"id": "F12"}), "must match the pattern", "/slack_file/id"),
    "a picture without alt text": (
        {"type": "image", "image_url": "https://x.org/a.png"},
        "missing required field: alt_text",
        "",
    ),
    "mrkdwn as a picture's title": (
        picture(slack_file={"id": "F0123ABCDEF"}, title=mrkdwn()),
        "unsupported type: mrkdwn",
        "/title/type",
    ),
    "a button in context": (
        {"type": "context", "elements": [button()]},
        "unsupported type: button",
        "/elements/0/type",
    ),
    "eleven things in context": ({"type": "context", "elements": [plain()] * 11}, "no more than 10", "/elements"),
    "a card with four buttons": ({"type": "card", "actions": [button()] * 4}, "no more than 3 items", "/actions"),
    "an empty card": ({"type": "card"}, "must define at least one of: hero_image", ""),
    "a carousel of eleven": (
        {"type": "carousel", "elements": [{"type": "card", "body": plain()}] * 11},
        "no more than 10 items",
        "/elements",
    ),
    "a card in a container": (
        {"type": "container", "title": plain(), "child_blocks": [{"type": "card", "body": plain()}]},
        "unsupported type: card",
        "/child_blocks/0/type",
    ),
    "a lone pending task": (
        {"type": "task_card", "task_id": "1", "title": "Shot 1", "status": "pending"},
        "must not be pending",
        "/status",
    ),
    "a ragged data table": (
        {"type": "data_table", "caption": "x", "rows": [[{"type": "raw_text", "text": "a"}], []]},
        "no less than 1 items",
        "/rows/1",
    ),
    "files chosen in a message": (field({"type": "file_input"}), "unsupported type: file_input", "/element/type"),
}


@pytest.mark.parametrize("block", GOOD_BLOCKS.values(), ids=GOOD_BLOCKS.keys())
def test_a_message_slack_takes_has_no_problems(block: Json) -> None:
    assert message_problems([block], "words for screen readers") == []


@pytest.mark.parametrize(("block", "sentence", "pointer"), BAD_BLOCKS.values(), ids=BAD_BLOCKS.keys())
def test_a_message_slack_refuses_says_what_and_where(block: Any, sentence: str, pointer: str) -> None:
    (found,) = message_problems([block], "words")
    assert sentence in found
    assert f"[json-pointer:/blocks/0{pointer}" in found


WHOLE_MESSAGES: dict[str, tuple[list[Any], str | None, str]] = {
    "nothing to say": ([], None, "must have text or blocks"),
    "51 blocks": ([{"type": "divider"}] * 51, "x", "no more than 50 items allowed [json-pointer:/blocks]"),
    "too much text": ([], "x" * 40_001, "must be less than 40001 characters [json-pointer:/text]"),
    "two equal block_ids": ([section(block_id="a")] * 2, "x", "already exists [json-pointer:/blocks/1/block_id]"),
    "markdown in sum": ([{"type": "markdown", "text": "x" * 6001}] * 2, "x", "12001 characters in all markdown"),
}


@pytest.mark.parametrize(("blocks", "text", "sentence"), WHOLE_MESSAGES.values(), ids=WHOLE_MESSAGES.keys())
def test_limits_of_a_whole_message_hold(blocks: list[Any], text: str | None, sentence: str) -> None:
    (found,) = message_problems(blocks, text)
    assert sentence in found
