"""chat.*: the bot writes, edits, deletes and whispers."""

import json
from typing import Any

from tests.sandbox.slack import posting
from tests.sandbox.slack.blocks import checked_blocks
from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import message_object, permalink
from tests.sandbox.slack.people import BOT_USER
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import channel_seen, channel_to_write, human, own_message, thread_root

LONGEST_POST, LONGEST_UPDATE, LARGEST_METADATA = 40_000, 4_000, 8_000


def post_message(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_to_write(platform, arguments["channel"])
    message = Message(
        channel.id,
        platform.workspace.new_ts(),
        BOT_USER,
        **content(platform, arguments, LONGEST_POST),
        thread_ts=thread_root(channel, arguments),
        metadata=metadata(arguments),
        from_app=True,
    )
    if message.is_reply and arguments.get("reply_broadcast"):
        message.is_broadcast, message.subtype = True, "thread_broadcast"
    posting.post(platform, message)
    body = message_object(message, platform, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": body}


def update(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    """Text without blocks drops the blocks; metadata stays unless it is given."""
    channel = channel_to_write(platform, arguments["channel"])
    message = own_message(channel, arguments["ts"], "cant_update_message")
    changes = content(platform, arguments, LONGEST_UPDATE, may_be_empty=bool(message.files or "file_ids" in arguments))
    if "text" not in arguments and "markdown_text" not in arguments:
        changes["text"] = message.text
    if "metadata" in arguments:
        changes["metadata"] = metadata(arguments)
    if "file_ids" in arguments:
        changes["files"] = _file_ids(platform, arguments["file_ids"])
    posting.change(platform, message, **changes, edited_ts=platform.workspace.new_ts())
    body = message_object(message, platform, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": body}


def delete(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_to_write(platform, arguments["channel"])
    message = own_message(channel, arguments["ts"], "cant_delete_message")
    posting.delete(platform, message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_to_write(platform, arguments["channel"])
    person = human(platform, arguments["user"])
    if person.id not in channel.members:
        raise SlackError("user_not_in_channel")
    message = Message(
        channel.id,
        platform.workspace.new_ts(),
        BOT_USER,
        **content(platform, arguments, LONGEST_POST),
        thread_ts=thread_root(channel, arguments),
        from_app=True,
        only_for=person.id,
    )
    posting.post(platform, message)
    return {"message_ts": message.ts}


def get_permalink(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    channel = channel_seen(platform, arguments["channel"])
    message = channel.log.find(arguments["message_ts"])
    if message is None:
        raise SlackError("message_not_found")
    return {"channel": channel.id, "permalink": permalink(channel.id, message.ts, message.thread_ts)}


def content(
    platform: Platform, arguments: dict[str, Any], longest: int, *, may_be_empty: bool = False
) -> dict[str, Any]:
    """text, blocks and attachments of a message, checked; `no_text` when there is nothing to show."""
    if arguments.get("username") or arguments.get("icon_emoji") or arguments.get("icon_url"):
        platform.need_scope("chat:write.customize")
    text = arguments.get("text") or ""
    if arguments.get("markdown_text"):
        if text or arguments.get("blocks"):
            raise SlackError("markdown_text_conflict")
        text = arguments["markdown_text"]
    if not text and not arguments.get("blocks") and not arguments.get("attachments") and not may_be_empty:
        raise SlackError("no_text")
    if len(text) > longest:
        raise SlackError("msg_too_long")
    blocks = arguments.get("blocks") or []
    checked = checked_blocks(blocks, text or None, platform) if blocks else []
    return {"text": text, "blocks": checked, "attachments": arguments.get("attachments") or []}


def metadata(arguments: dict[str, Any]) -> dict[str, Any] | None:
    given = arguments.get("metadata")
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    if len(json.dumps(given)) > LARGEST_METADATA:
        raise SlackError("metadata_too_large")
    return given


def _file_ids(platform: Platform, given: str) -> list[str]:
    return [platform.files.get(file_id.strip()).id for file_id in given.split(",") if file_id]


METHODS = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
