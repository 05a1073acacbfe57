"""views.* and blocks.validate: the bot opens, stacks, changes and publishes views."""

import re
from typing import Any

from tests.sandbox.slack.block_kit import message_problems, view_problems
from tests.sandbox.slack.blocks import checked_view
from tests.sandbox.slack.errors import InvalidArguments, SlackError
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import human

POINTER = re.compile(r"\[json-pointer:(?P<pointer>[^\]]*)\]")


def open_(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    view = checked_view(arguments["view"], platform)
    trigger = platform.triggers.redeem(_trigger_id(arguments))
    return {"view": platform.views.open(trigger.person.id, view)}


def push(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    """Only from an interaction inside an open modal."""
    view = checked_view(arguments["view"], platform)
    trigger = platform.triggers.redeem(_trigger_id(arguments))
    if trigger.view_id is None or not platform.views.stack(trigger.person.id):
        raise SlackError("not_found")
    return {"view": platform.views.push(trigger.person.id, view)}


def update(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    view_id, external_id = arguments.get("view_id"), arguments.get("external_id")
    if not view_id and not external_id:
        raise InvalidArguments("missing required field: view_id or external_id")
    view = checked_view(arguments["view"], platform)
    hash_ = arguments.get("hash")
    return {"view": platform.views.update(view, view_id=view_id, external_id=external_id, hash_=hash_)}


def publish(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    if not platform.manifest.has_home_tab:
        raise SlackError("not_enabled")
    person = human(platform, arguments["user_id"])
    view = checked_view(arguments["view"], platform)
    return {"view": platform.views.publish(person.id, view, arguments.get("hash"))}


def validate(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    kind = next(iter(arguments), "")
    if len(arguments) != 1 or not isinstance(arguments[kind], (list if kind == "blocks" else dict)):
        raise InvalidArguments("provide exactly one of blocks, message or view, as JSON")
    if kind == "view":
        problems = view_problems(arguments["view"])
    else:
        message = arguments["message"] if kind == "message" else {"blocks": arguments["blocks"]}
        problems = message_problems(message.get("blocks") or [], message.get("text"))
    if problems:
        raise SlackError(f"invalid_{kind}", errors=[_as_error(problem) for problem in problems])
    return {}


def _trigger_id(arguments: dict[str, Any]) -> str:
    trigger_id = arguments.get("trigger_id") or arguments.get("interactivity_pointer")
    if not trigger_id:
        raise InvalidArguments("missing required field: trigger_id")
    return str(trigger_id)


def _as_error(problem: str) -> dict[str, str]:
    pointer = POINTER.search(problem)
    return {"pointer": pointer["pointer"] if pointer else "", "message": problem, "code": "failed_constraint"}


METHODS = {
    "views.open": open_,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
    "blocks.validate": validate,
}
