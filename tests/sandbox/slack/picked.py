"""People and channels picked in a menu: by name for who drives the sandbox, by id for the bot."""

from typing import Any

from tests.sandbox.slack import form, interactivity
from tests.sandbox.slack.blocks import Element, elements
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.views import View

CHANNEL_MENUS = ("conversations_select", "channels_select")


def by_name(platform: Platform, element: Element, given: Any) -> Any:
    """`ana` -> U…, `general` -> C… in the menus that list people or channels; anything else as it is."""
    if isinstance(given, list):
        return [by_name(platform, element, one) for one in given]
    if not isinstance(given, str) or not given:
        return given
    if element.type.endswith("users_select"):
        return platform.workspace.person(given).id
    if element.type.endswith(CHANNEL_MENUS):
        return platform.workspace.channel(given).id
    return given


def response_urls(platform: Platform, person: Person, view: View) -> list[dict[str, str]]:
    """For each channel menu with response_url_enabled: an address to answer in the channel that was picked."""
    found = []
    for element in elements(view["blocks"]):
        if element.type not in CHANNEL_MENUS or not element.body.get("response_url_enabled"):
            continue
        entry = view["state"]["values"].get(element.block_id, {}).get(element.action_id, {})
        channel = platform.workspace.channels.get(form.value_in(entry)) if entry else None
        if channel:
            known = {"block_id": element.block_id, "action_id": element.action_id, "channel_id": channel.id}
            found.append(known | {"response_url": interactivity.response_url(platform, person, channel)})
    return found
