"""Block Kit's composition objects: texts, options, confirmations and pictures, with Slack's limits."""

from collections.abc import Iterator
from typing import Any

from tests.sandbox.slack.block_kit_rules import (
    Rule,
    array,
    at_least_one,
    boolean,
    exactly_one,
    one_of,
    problem,
    record,
    string,
    typed,
)

IDENTIFIER = string(255)
URL = string(3000, pattern=r"^(https?|slack|mailto|tel):")
FILE_ID = r"^F[A-Z0-9]{8,}$"


def plain_text(most: int, least: int = 1) -> Rule:
    return typed({"plain_text": record({"text": string(most, least)}, {"emoji": boolean})})


def any_text(most: int, least: int = 1) -> Rule:
    return typed(
        {
            "plain_text": record({"text": string(most, least)}, {"emoji": boolean}),
            "mrkdwn": record({"text": string(most, least)}, {"verbatim": boolean}),
        }
    )


SLACK_FILE = record(
    {},
    {"id": string(255, pattern=FILE_ID), "url": string(3000, pattern=r"^https?://")},
    exactly_one("id", "url"),
)
PICTURE_URL = string(3000, pattern=r"^https?://")

CONFIRM = record(
    {"title": plain_text(100), "text": any_text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": one_of("primary", "danger")},
)

OPTION = record({"text": plain_text(75), "value": string(150)}, {"description": plain_text(75)})
LINK_OPTION = record({"text": plain_text(75), "value": string(150)}, {"description": plain_text(75), "url": URL})
RICH_OPTION = record({"text": any_text(75), "value": string(150)}, {"description": any_text(75)})
OPTION_GROUP = record({"label": plain_text(75), "options": array(OPTION, 100)})

DISPATCH = record({}, {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), 2)})
CONVERSATIONS = record(
    {},
    {
        "include": array(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)


def _meaning(option: Any) -> Any:
    """What makes two options the same; `emoji` and `verbatim` are only how their text is drawn."""
    if not isinstance(option, dict):
        return option
    texts = [(option.get(name) or {}).get("text") for name in ("text", "description")]
    return option.get("value"), *texts


def initial_among_options(value: Any, pointer: str) -> Iterator[str]:
    groups = value.get("option_groups") or []
    options = [*(value.get("options") or []), *(o for group in groups for o in group["options"])]
    known = [_meaning(option) for option in options]
    if (chosen := value.get("initial_option")) is not None and _meaning(chosen) not in known:
        yield problem("must match one of the options", f"{pointer}/initial_option")
    for index, chosen in enumerate(value.get("initial_options") or []):
        if _meaning(chosen) not in known:
            yield problem("must match one of the options", f"{pointer}/initial_options/{index}")
