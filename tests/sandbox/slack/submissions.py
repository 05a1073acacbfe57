"""Filling in, submitting and closing a modal, with what Slack's own client checks before the bot hears of it."""

import copy
from dataclasses import dataclass, field
from typing import Any

from tests.sandbox.slack import form, interactivity
from tests.sandbox.slack.blocks import Element, checked_view, elements
from tests.sandbox.slack.errors import SlackError, WrongCall
from tests.sandbox.slack.objects import file_object
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.picked import by_name, response_urls
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.required import complaint
from tests.sandbox.slack.views import View

TROUBLE = "We had some trouble connecting. Try again?"
CANNOT = "The bot's answer to this form could not be used"


@dataclass(frozen=True)
class Submission:
    """`errors` by block_id, as they stand in the modal; "" is the modal as a whole."""

    closed: bool
    errors: dict[str, str] = field(default_factory=dict)


def fill(platform: Platform, view: View, given: dict[str, Any]) -> None:
    """Slack's own state.values, or short: block_id, action_id or label -> plain value."""
    inputs = [e for e in elements(view["blocks"]) if e.type in form.STATE]
    for key, value in given.items():
        if isinstance(value, dict) and _is_state(key, value, inputs):
            for action_id, entry in value.items():
                fill_one(platform, view, _input(inputs, action_id, key), entry)
        else:
            fill_one(platform, view, _input(inputs, key), value)


def fill_one(platform: Platform, view: View, element: Element, value: Any) -> None:
    try:
        value = _given_files(platform, value) if element.type == "file_input" else by_name(platform, element, value)
        entry = form.entry_for(element, value)
    except ValueError as error:
        raise WrongCall(str(error)) from None
    view["state"]["values"].setdefault(element.block_id, {})[element.action_id] = entry


async def submit(platform: Platform, person: Person, view: View) -> Submission:
    complaints = {e.block_id: why for e in elements(view["blocks"]) if e.is_input and (why := complaint(e, view))}
    if complaints:
        platform.views.show_errors(person.id, view, complaints)
        return Submission(False, complaints)
    body = interactivity.payload("view_submission", person)
    body |= {"trigger_id": platform.triggers.issue(person, view["id"]), "view": copy.deepcopy(view)}
    body["response_urls"] = response_urls(platform, person, view)
    result = await interactivity.send(
        platform, "view_submission", body | {"callback_id": view["callback_id"]}, takes_answer=True
    )
    if not result.acked:
        return _with_errors(platform, person, view, {"": TROUBLE})
    try:
        return await _apply(platform, person, view, result.payload or {})
    except SlackError as refusal:
        reasons = "; ".join(refusal.extra.get("response_metadata", {}).get("messages", []))
        return _with_errors(platform, person, view, {"": f"{CANNOT}: {refusal.code} {reasons}".strip()})


async def close(platform: Platform, person: Person, view: View) -> None:
    for closed in platform.views.close(person.id, view):
        await _tell_closed(platform, person, closed, is_cleared=False)


async def _apply(platform: Platform, person: Person, view: View, answer: dict[str, Any]) -> Submission:
    match answer.get("response_action"):
        case "errors":
            return _with_errors(platform, person, view, _known_errors(view, answer.get("errors")))
        case "update":
            platform.views.replace(person.id, view, checked_view(answer.get("view"), platform))
            return Submission(False)
        case "push":
            platform.views.push(person.id, checked_view(answer.get("view"), platform))
            return Submission(False)
        case "clear":
            for closed in platform.views.close(person.id, view, everything=True):
                if closed is not view:
                    await _tell_closed(platform, person, closed, is_cleared=True)
            return Submission(True)
        case None:
            if view in platform.views.stack(person.id):
                platform.views.close(person.id, view, everything=bool(view["clear_on_close"]))
            return Submission(True)
    raise SlackError("invalid_response_action")


def _known_errors(view: View, errors: Any) -> dict[str, str]:
    """Errors must name input blocks of the view; Slack shows nothing but "trouble" otherwise."""
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not errors.keys() <= inputs:
        raise SlackError("invalid_errors", response_metadata={"messages": ["errors must name input blocks"]})
    return {str(block_id): str(words) for block_id, words in errors.items()}


def _with_errors(platform: Platform, person: Person, view: View, errors: dict[str, str]) -> Submission:
    platform.views.show_errors(person.id, view, errors)
    return Submission(False, errors)


async def _tell_closed(platform: Platform, person: Person, view: View, *, is_cleared: bool) -> None:
    if not view["notify_on_close"]:
        return
    body = interactivity.payload("view_closed", person) | {"view": copy.deepcopy(view), "is_cleared": is_cleared}
    await interactivity.send(platform, "view_closed", body | {"callback_id": view["callback_id"]})


def _is_state(key: str, value: dict[str, Any], inputs: list[Element]) -> bool:
    """{block_id: {action_id: entry}}: one block of Slack's state.values, not a plain value that is an object."""
    known = {e.action_id for e in inputs if e.block_id == key}
    return bool(value) and value.keys() <= known


def _input(inputs: list[Element], key: str, block_id: str | None = None) -> Element:
    there = [e for e in inputs if block_id in (None, e.block_id)]
    for matches in (
        [e for e in there if e.block_id == key],
        [e for e in there if e.action_id == key],
        [e for e in there if e.label.casefold() == key.strip().casefold()],
    ):
        if matches:
            return matches[0]
    known = ", ".join(f"{e.block_id} / {e.action_id} ({e.label})" for e in inputs) or "none"
    raise WrongCall(f"The modal has no field '{key}'. Fields (block_id / action_id (label)): {known}.", 404)


def _given_files(platform: Platform, value: Any) -> list[dict[str, Any]]:
    """File ids become file objects, and the bot may have them from now on."""
    if isinstance(value, dict):
        value = value.get("files", [])
    objects = []
    for one in value if isinstance(value, list) else [value] if value else []:
        file_id = one["id"] if isinstance(one, dict) else str(one)
        file = platform.files.find(file_id)
        if file is None:
            raise WrongCall(f"There is no file '{file_id}'. Upload it with the form, as a file part.", 404)
        file.is_given_to_bot = True
        objects.append(file_object(file, platform))
    return objects
