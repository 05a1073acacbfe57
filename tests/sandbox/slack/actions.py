"""Buttons and menus: in a message, in a modal, or in App Home."""

from dataclasses import dataclass
from typing import Any

from tests.sandbox.slack import form, interactivity
from tests.sandbox.slack.blocks import Element, elements
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.parcels import Answer
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.picked import by_name
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel

NO_EVENT = Answer(True, reason="an input without dispatch_action sends nothing")


@dataclass(frozen=True)
class Place:
    """Where the element stands: a message of a channel, or a view."""

    channel: Channel | None = None
    message: Message | None = None
    view: dict[str, Any] | None = None

    @property
    def blocks(self) -> list[Any]:
        if self.view is not None:
            return list(self.view["blocks"])
        return self.message.blocks if self.message else []


def find_element(place: Place, action_id: str, block_id: str | None = None, value: str | None = None) -> Element:
    """By action_id, by what is written on it, or by its block_id; `value` tells equal buttons apart."""
    there = [e for e in elements(place.blocks) if block_id in (None, e.block_id)]
    found = [e for e in there if e.action_id == action_id] or [e for e in there if _says(e, action_id)]
    found = found or [e for e in there if action_id == e.block_id]
    if value is not None and len(found) > 1:
        found = [e for e in found if e.body.get("value") == value] or found
    if found:
        return found[0]
    known = ", ".join(f"{e.action_id} ({e.label})" if e.label else e.action_id for e in there) or "none"
    raise WrongCall(f"There is nothing '{action_id}' to use there. There is: {known}.", 404)


def _says(element: Element, words: str) -> bool:
    return bool(element.label) and element.label.strip().casefold() == words.strip().casefold()


async def click(platform: Platform, person: Person, place: Place, element: Element) -> Answer:
    if element.type in form.STATE:
        raise WrongCall(f"'{element.action_id}' is a {element.type}, not a button: use /sandbox/select.")
    if element.type == "overflow":
        raise WrongCall(f"'{element.action_id}' is an overflow menu: use /sandbox/select with the option's value.")
    kept: dict[str, Any] = {k: element.body[k] for k in ("text", "value", "style", "url") if k in element.body}
    return await _send(platform, person, place, element, kept)


async def select(platform: Platform, person: Person, place: Place, element: Element, given: Any) -> Answer:
    """A menu, a date, a tick: the state changes, and the bot hears of it unless it is a silent input."""
    if element.type == "button":
        return await click(platform, person, place, element)
    try:
        given = by_name(platform, element, given)
        if element.type == "overflow":
            return await _send(platform, person, place, element, {"selected_option": form.option_of(element, given)})
        entry = form.entry_for(element, given)
    except ValueError as error:
        raise WrongCall(str(error)) from None
    _state(platform, person, place).setdefault(element.block_id, {})[element.action_id] = entry
    if place.view is not None:
        platform.views.tell_of(person.id, place.view)
    if element.is_input and not element.block.get("dispatch_action"):
        return NO_EVENT
    return await _send(platform, person, place, element, form.select_action(element, entry))


async def suggest(platform: Platform, person: Person, place: Place, element: Element, typed: str) -> Answer:
    """The options of an external menu; the acknowledgement carries them."""
    body = interactivity.payload("block_suggestion", person)
    body |= {"action_id": element.action_id, "block_id": element.block_id, "value": typed}
    if place.view is not None:
        body |= interactivity.view_part(place.view)
    elif place.channel and place.message:
        body |= interactivity.message_part(platform, place.channel, place.message)
    return await interactivity.send(platform, "suggestion", body, takes_answer=True)


def _state(platform: Platform, person: Person, place: Place) -> form.Values:
    """Of a view, or what this person has chosen in a message so far."""
    if place.view is not None:
        values: form.Values = place.view["state"]["values"]
        return values
    message = place.message
    key = (message.channel, message.ts, person.id) if message else ("", "", "")
    kept = platform.message_states.get(key, {})
    platform.message_states[key] = form.kept_state(place.blocks, kept)
    return platform.message_states[key]


async def _send(platform: Platform, person: Person, place: Place, element: Element, action: dict[str, Any]) -> Answer:
    body = interactivity.payload("block_actions", person)
    state = {"values": _state(platform, person, place)}
    if place.view is not None:
        body |= interactivity.view_part(place.view)
        body["trigger_id"] = platform.triggers.issue(person, place.view["id"])
    elif place.channel and place.message:
        body |= interactivity.message_part(platform, place.channel, place.message)
        body["state"] = state
        body["trigger_id"] = platform.triggers.issue(person)
        body["response_url"] = interactivity.response_url(platform, person, place.channel, place.message)
    known = {"action_id": element.action_id, "block_id": element.block_id, "type": element.type}
    body["actions"] = [known | action | {"action_ts": platform.workspace.new_ts()}]
    return await interactivity.send(platform, "action", body | {"callback_id": element.action_id})
