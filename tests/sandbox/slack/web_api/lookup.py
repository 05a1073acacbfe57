"""The channel, message or person that a Web API call names, or the error Slack has for it."""

from typing import Any

from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.people import BOT_USER, Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel


def channel_seen(platform: Platform, channel_id: str) -> Channel:
    """One that the bot may know of: public ones, and those it is in."""
    channel = platform.workspace.channels.get(channel_id)
    if channel is None or (channel.kind != "channel" and not channel.has_bot):
        raise SlackError("channel_not_found")
    return channel


def channel_joined(platform: Platform, channel_id: str) -> Channel:
    channel = channel_seen(platform, channel_id)
    if not channel.has_bot:
        raise SlackError("not_in_channel")
    return channel


def channel_to_write(platform: Platform, which: str) -> Channel:
    """By id, by #name, or a person's id for their direct message."""
    if which in platform.workspace.people and which != BOT_USER:
        return platform.workspace.direct(which)
    named = (c.id for c in platform.workspace.channels.values() if c.kind != "im" and c.name == which.removeprefix("#"))
    channel = channel_joined(platform, next(named, which))
    if channel.is_archived:
        raise SlackError("is_archived")
    return channel


def own_message(channel: Channel, ts: str, refusal: str) -> Message:
    message = channel.log.find(ts)
    if message is None or message.subtype == "tombstone":
        raise SlackError("message_not_found")
    if not message.from_app:
        raise SlackError(refusal)
    return message


def thread_root(channel: Channel, arguments: dict[str, Any]) -> str | None:
    """thread_ts, checked: it must be a root's, never a reply's."""
    thread_ts = arguments.get("thread_ts")
    if not thread_ts:
        return None
    root = channel.log.find(str(thread_ts))
    if root is None:
        raise SlackError("thread_not_found")
    if root.is_reply:
        raise SlackError("cannot_reply_to_message")
    return root.ts


def human(platform: Platform, user: str) -> Person:
    person = platform.workspace.people.get(user)
    if person is None:
        raise SlackError("user_not_found")
    return person
