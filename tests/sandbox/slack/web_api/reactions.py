"""reactions.*: an emoji on a message."""

import re
from typing import Any

from tests.sandbox.slack import posting
from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.people import BOT_USER
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import channel_joined

NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def add(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    message, name = _target(platform, arguments), arguments["name"]
    if not NAME.fullmatch(name):
        raise SlackError("invalid_name")
    if BOT_USER in message.reactions.get(name, []):
        raise SlackError("already_reacted")
    message.reactions.setdefault(name, []).append(BOT_USER)
    posting.refresh(platform, message)
    return {}


def remove(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    message, name = _target(platform, arguments), arguments["name"]
    users = message.reactions.get(name, [])
    if BOT_USER not in users:
        raise SlackError("no_reaction")
    users.remove(BOT_USER)
    if not users:
        del message.reactions[name]
    posting.refresh(platform, message)
    return {}


def _target(platform: Platform, arguments: dict[str, Any]) -> Message:
    if not arguments.get("channel") or not arguments.get("timestamp"):
        raise SlackError("no_item_specified")
    channel = channel_joined(platform, arguments["channel"])
    message = channel.log.find(arguments["timestamp"])
    if message is None:
        raise SlackError("message_not_found")
    return message


METHODS = {"reactions.add": add, "reactions.remove": remove}
