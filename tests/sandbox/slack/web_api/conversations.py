"""conversations.*: what the bot may read, with the scope that each kind of channel asks for."""

import base64
from typing import Any

from tests.sandbox.slack.errors import InvalidArguments, SlackError
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import conversation_object, message_object
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import channel_joined, channel_seen, human
from tests.sandbox.slack.workspace import Channel

PREFIX = {"channel": "channels", "group": "groups", "im": "im"}
TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im"}


def info(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_seen(platform, arguments["channel"])
    platform.need_scope(f"{PREFIX[channel.kind]}:read")
    members = {"num_members": len(channel.members)} if arguments.get("include_num_members") else {}
    return {"channel": conversation_object(channel) | members}


def history(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = _readable(platform, arguments)
    found = [m for m in reversed(channel.log.roots()) if _is_between(m, arguments)]
    page = _page(found, arguments, 100)
    return page | {"messages": _objects(platform, page["messages"], arguments), "pin_count": 0}


def replies(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = _readable(platform, arguments)
    message = channel.log.find(arguments["ts"])
    root = channel.log.find(message.thread_ts) if message and message.is_reply and message.thread_ts else message
    if root is None:
        raise SlackError("thread_not_found")
    found = [m for m in channel.log.replies(root.ts) if _is_between(m, arguments)]
    page = _page([root, *found], arguments, 1000)
    return page | {"messages": _objects(platform, page["messages"], arguments)}


def open_(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    users = [user for user in str(arguments.get("users", "")).split(",") if user]
    if not users and not arguments.get("channel"):
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        platform.need_scope("mpim:write")
        raise SlackError("method_not_supported_for_channel_type")
    platform.need_scope("im:write")
    if users:
        channel = platform.workspace.direct(human(platform, users[0]).id)
    else:
        channel = channel_joined(platform, arguments["channel"])
    body = conversation_object(channel) if arguments.get("return_im") else {"id": channel.id}
    return {"channel": body, "no_op": True, "already_open": True}


def list_(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    wanted = str(arguments.get("types") or "public_channel").replace(" ", "").split(",")
    if not set(wanted) <= {*TYPES, "mpim"}:
        raise SlackError("invalid_types")
    kinds = {TYPES[one] for one in wanted if one in TYPES}
    for kind in kinds:
        platform.need_scope(f"{PREFIX[kind]}:read")
    seen = [c for c in platform.workspace.channels.values() if c.kind in kinds]
    shown = [conversation_object(c) for c in seen if c.kind == "channel" or c.has_bot]
    return {"channels": shown, "response_metadata": {"next_cursor": ""}}


def members(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_seen(platform, arguments["channel"])
    platform.need_scope(f"{PREFIX[channel.kind]}:read")
    return {"members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


def _readable(platform: Platform, arguments: dict[str, Any]) -> Channel:
    channel = channel_seen(platform, arguments["channel"])
    platform.need_scope(f"{PREFIX[channel.kind]}:history")
    return channel_joined(platform, channel.id)


def _objects(platform: Platform, messages: list[Message], arguments: dict[str, Any]) -> list[dict[str, Any]]:
    with_metadata = bool(arguments.get("include_all_metadata"))
    return [message_object(message, platform, with_metadata=with_metadata) for message in messages]


def _is_between(message: Message, arguments: dict[str, Any]) -> bool:
    try:
        ts = float(message.ts)
        oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
    except ValueError:
        raise SlackError("invalid_ts_oldest") from None
    return oldest <= ts <= latest if arguments.get("inclusive") else oldest < ts < latest


def _page(found: list[Message], arguments: dict[str, Any], default: int) -> dict[str, Any]:
    limit = arguments.get("limit", default)
    if not 1 <= limit <= 1000:
        raise InvalidArguments("must be between 1 and 1000: limit")
    start = _from_cursor(arguments.get("cursor"))
    end = start + limit
    if end >= len(found):
        return {"messages": found[start:], "has_more": False}
    cursor = base64.b64encode(f"next:{end}".encode()).decode()
    return {"messages": found[start:end], "has_more": True, "response_metadata": {"next_cursor": cursor}}


def _from_cursor(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("next:"))
    except ValueError:
        raise SlackError("invalid_cursor") from None


METHODS = {
    "conversations.info": info,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.open": open_,
    "conversations.list": list_,
    "conversations.members": members,
}
