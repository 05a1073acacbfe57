"""The sandbox reads modals and App Home as strictly as Slack: what passes, what is refused and where."""

from typing import Any

import pytest

from tests.sandbox.slack.block_kit import view_problems
from tests.test_block_kit import TEXT_FIELD, Json, button, field, mrkdwn, plain, section


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("New set"), "submit": plain("Draw"), "blocks": list(blocks), **more}


GOOD_VIEWS: dict[str, Json] = {
    "a composer": modal(
        field(TEXT_FIELD, hint=plain(), optional=True, dispatch_action=True),
        field({"type": "file_input", "filetypes": ["png", "jpg"], "max_files": 10}),
        field({"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "8"}),
        {"type": "alert", "text": plain("$7.10 left"), "level": "info"},
        private_metadata="x" * 3000,
        notify_on_close=True,
    ),
    "a note without a button": {"type": "modal", "title": plain("Help"), "blocks": [section()], "close": plain("OK")},
    "App Home of 100 blocks": {"type": "home", "blocks": [{"type": "divider"}] * 100},
}

BAD_VIEWS: dict[str, tuple[Json, str]] = {
    "no type": ({"blocks": []}, "missing required field: type [json-pointer:/view]"),
    "a message": ({"type": "message", "blocks": []}, "unsupported type: message"),
    "no title": ({"type": "modal", "blocks": []}, "missing required field: title"),
    "a long title": (modal(title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
    "a long submit": (modal(submit=plain("x" * 25)), "[json-pointer:/view/submit/text]"),
    "a long close": (modal(close=plain("x" * 25)), "[json-pointer:/view/close/text]"),
    "mrkdwn in the title": (modal(title=mrkdwn()), "unsupported type: mrkdwn"),
    "much metadata": (modal(private_metadata="x" * 3001), "[json-pointer:/view/private_metadata]"),
    "an unknown field": (modal(colour="red"), "invalid additional property: colour"),
    "a title on App Home": ({"type": "home", "title": plain(), "blocks": []}, "invalid additional property: title"),
    "101 blocks": (modal(*[{"type": "divider"}] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
    "inputs but no submit": (
        {"type": "modal", "title": plain(), "blocks": [field(TEXT_FIELD)]},
        "missing required field: submit",
    ),
    "markdown in a modal": (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
    "a carousel in a modal": (modal({"type": "carousel", "elements": []}), "unsupported type: carousel"),
    "an alert of 201": (modal({"type": "alert", "text": plain("x" * 201)}), "must be less than 201"),
    "a button as input": (modal(field(button())), "unsupported type: button [json-pointer:/view/blocks/0/element/type"),
    "an input without label": (modal({"type": "input", "element": TEXT_FIELD}), "missing required field: label"),
    "eleven files": (modal(field({"type": "file_input", "max_files": 11})), "must be between 1 and 10"),
    "files that dispatch": (modal(field({"type": "file_input"}, dispatch_action=True)), "does not support dispatch"),
    "a placeholder on files": (
        modal(field({"type": "file_input", "placeholder": plain()})),
        "invalid additional property: placeholder",
    ),
    "a first text over max_length": (
        modal(field({**TEXT_FIELD, "max_length": 3, "initial_value": "four"})),
        "must fit min_length and max_length",
    ),
    "min over max": (modal(field({**TEXT_FIELD, "min_length": 9, "max_length": 3})), "must not be greater than"),
    "max_length 3001": (modal(field({**TEXT_FIELD, "max_length": 3001})), "must be between 1 and 3000"),
    "a date that is none": (modal(field({"type": "datepicker", "initial_date": "soon"})), "must match the pattern"),
    "two equal block_ids": (modal(section(block_id="a"), section(block_id="a")), "already exists"),
    "two focused fields": (
        modal(field({**TEXT_FIELD, "focus_on_load": True}), field({**TEXT_FIELD, "focus_on_load": True})),
        "only one element may have focus_on_load",
    ),
    "files on App Home": ({"type": "home", "blocks": [field({"type": "file_input"})]}, "unsupported type: file_input"),
    "250 kB": (modal(*[section(text=mrkdwn("x" * 2900))] * 90), "must be smaller than 250 kB [json-pointer:/view]"),
    "a block that is no object": ({"type": "home", "blocks": ["hi"]}, "must provide an object"),
}


@pytest.mark.parametrize("view", GOOD_VIEWS.values(), ids=GOOD_VIEWS.keys())
def test_a_view_slack_takes_has_no_problems(view: Json) -> None:
    assert view_problems(view) == []


@pytest.mark.parametrize(("view", "sentence"), BAD_VIEWS.values(), ids=BAD_VIEWS.keys())
def test_a_view_slack_refuses_says_what_and_where(view: Json, sentence: str) -> None:
    (found,) = view_problems(view)
    assert sentence in found
