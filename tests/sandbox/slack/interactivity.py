"""What every command and interaction payload says of who did it, where, and how to answer."""

import copy
from typing import Any

from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import message_object
from tests.sandbox.slack.parcels import Answer, Parcel
from tests.sandbox.slack.people import APP_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN, Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel


def payload(kind: str, person: Person) -> dict[str, Any]:
    return {
        "type": kind,
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": TEAM_ID},
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "team": {"id": TEAM_ID, "domain": TEAM_DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def place(channel: Channel) -> dict[str, str]:
    return {"id": channel.id, "name": channel.payload_name}


def response_url(platform: Platform, person: Person, channel: Channel, message: Message | None = None) -> str:
    ts, is_ephemeral = (message.ts, message.only_for is not None) if message else (None, False)
    return platform.addresses.slack + platform.response_urls.issue(person, channel.id, ts, is_ephemeral)


def message_part(platform: Platform, channel: Channel, message: Message) -> dict[str, Any]:
    """Container and message of an interaction; an ephemeral message itself is never sent along."""
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.only_for is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    body: dict[str, Any] = {"container": container, "channel": place(channel)}
    if not message.only_for:
        body["message"] = message_object(message, platform)
    return body


def view_part(view: dict[str, Any]) -> dict[str, Any]:
    """A copy: what is sent must not change with what the bot does to the view meanwhile."""
    return {"container": {"type": "view", "view_id": view["id"]}, "view": copy.deepcopy(view)}


async def send(platform: Platform, name: str, body: dict[str, Any], *, takes_answer: bool = False) -> Answer:
    return await platform.delivery.send(
        Parcel("interactive", name, body, detail=str(body.get("callback_id", "")), takes_answer=takes_answer)
    )
