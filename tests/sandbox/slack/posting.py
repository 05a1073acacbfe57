"""Writing, changing and deleting messages: the log, the live feed and the events follow each other here."""

from typing import Any

from tests.sandbox.slack.escape import rich_text
from tests.sandbox.slack.feed import Change
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import message_object
from tests.sandbox.slack.people import SLACKBOT, TEAM_ID
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel


def post(platform: Platform, message: Message) -> Message:
    """Add it to its channel, tell who watches, and send the events; an ephemeral message has none."""
    channel = platform.workspace.channels[message.channel]
    if message.thread_ts == message.ts:
        message.thread_ts = None
    channel.log.add(message)
    for file_id in message.files:
        _share(platform, channel, message, file_id)
    if message.only_for:
        platform.feed.tell(Change("ephemeral", channel.id, message.only_for, {"message": message}))
        return message
    platform.feed.tell(Change("message", channel.id, body={"message": message}))
    _tell_root(platform, channel, message)
    platform.events.message(_event(platform, message), channel)
    return message


def say(platform: Platform, channel: Channel, user: str, text: str, thread_ts: str | None, files: list[str]) -> Message:
    """A person writes; `text` is already as Slack sends it."""
    message = Message(channel.id, platform.workspace.new_ts(), user, text, thread_ts, files=files)
    message.blocks = [rich_text(text, f"rt{message.ts[-4:]}")] if text else []
    message.subtype = "file_share" if files else None
    return post(platform, message)


def whisper(platform: Platform, channel: Channel, person: str, text: str) -> Message:
    """Slackbot's own ephemeral words, such as on a command that nobody answered."""
    ts = platform.workspace.new_ts()
    return post(platform, Message(channel.id, ts, SLACKBOT, text, only_for=person))


def change(platform: Platform, message: Message, **changes: Any) -> None:
    """Edit in place; `edited` and the message_changed event are Slack's way to tell."""
    channel = platform.workspace.channels[message.channel]
    before = message_object(message, platform)
    for name, value in changes.items():
        setattr(message, name, value)
    if message.only_for:
        platform.feed.tell(Change("message_changed", channel.id, message.only_for, {"message": message}))
        return
    platform.feed.tell(Change("message_changed", channel.id, body={"message": message}))
    after = message_object(message, platform)
    event = _hidden(platform, "message_changed") | {"message": after, "previous_message": before}
    platform.events.message(event, channel)


def refresh(platform: Platform, message: Message) -> None:
    """Show it anew without an event, for what is no edit: reactions."""
    platform.feed.tell(Change("message_changed", message.channel, message.only_for, {"message": message}))


def delete(platform: Platform, message: Message) -> None:
    """A root with replies leaves a tombstone, as in Slack."""
    channel = platform.workspace.channels[message.channel]
    before = message_object(message, platform)
    gone = {"ts": message.ts, "thread_ts": message.thread_ts}
    if channel.log.replies(message.ts):
        tombstone = {"subtype": "tombstone", "user": SLACKBOT, "text": "This message was deleted."}
        change(platform, message, **tombstone, blocks=[], files=[], attachments=[], from_app=False, metadata=None)
        return
    channel.log.remove(message)
    platform.feed.tell(Change("message_deleted", channel.id, message.only_for, gone))
    if not message.only_for:
        _tell_root(platform, channel, message)
        event = _hidden(platform, "message_deleted") | {"deleted_ts": message.ts, "previous_message": before}
        platform.events.message(event, channel)


def _tell_root(platform: Platform, channel: Channel, reply: Message) -> None:
    """A new or deleted reply changes what the root shows: the count and who replied."""
    root = channel.log.find(reply.thread_ts or "") if reply.is_reply else None
    if root:
        platform.feed.tell(Change("message_changed", channel.id, body={"message": root}))


def _share(platform: Platform, channel: Channel, message: Message, file_id: str) -> None:
    file = platform.files.find(file_id)
    if file is None or message.only_for:
        return
    share: dict[str, Any] = {
        "reply_users": [],
        "reply_users_count": 0,
        "reply_count": 0,
        "ts": message.ts,
        "channel_name": channel.name,
        "team_id": TEAM_ID,
        "share_user_id": message.user,
        "source": "UNKNOWN",
    }
    if message.thread_ts:
        share["thread_ts"] = message.thread_ts
    shares = file.shares.setdefault(channel.id, [])
    if all(known["ts"] != message.ts for known in shares):
        shares.append(share)


def _event(platform: Platform, message: Message) -> dict[str, Any]:
    event = message_object(message, platform, with_metadata=True)
    return event | {"event_ts": message.ts, "client_msg_id": message.ts.replace(".", "-")}


def _hidden(platform: Platform, subtype: str) -> dict[str, Any]:
    ts = platform.workspace.new_ts()
    return {"type": "message", "subtype": subtype, "hidden": True, "ts": ts, "event_ts": ts}
