"""What a person sees: messages, views and files as the control calls and the live feed show them."""

import copy
from typing import Any

from tests.sandbox.slack.files import StoredFile
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import file_object, message_object
from tests.sandbox.slack.people import Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.views import View
from tests.sandbox.slack.workspace import Channel


def seen_message(message: Message, platform: Platform) -> dict[str, Any]:
    """Slack's message object, with an address for each picture; a person's own rich text is left to `text`."""
    body = message_object(message, platform, with_metadata=True)
    if message.only_for:
        body["is_ephemeral"] = True
    if not message.from_app:
        body.pop("blocks", None)
    return with_addresses(body, platform)


def with_addresses(node: dict[str, Any], platform: Platform) -> dict[str, Any]:
    """A copy in which every file object and slack_file block also has its `sandbox_url`."""
    seen = copy.deepcopy(node)
    _add_addresses(seen, platform)
    return seen


def _add_addresses(node: Any, platform: Platform) -> None:
    if isinstance(node, list):
        for item in node:
            _add_addresses(item, platform)
    elif isinstance(node, dict):
        slack_file = node.get("slack_file")
        if isinstance(slack_file, dict):
            named = platform.files.named_by(str(slack_file.get("url")))
            file_id = slack_file.get("id") or (named.id if named else "")
            node["sandbox_url"] = slack_file["sandbox_url"] = f"/sandbox/file/{file_id}"
        elif "url_private" in node:
            node["sandbox_url"] = f"/sandbox/file/{node['id']}"
        for value in node.values():
            _add_addresses(value, platform)


def seen_file(file: StoredFile, platform: Platform) -> dict[str, Any]:
    return with_addresses(file_object(file, platform), platform)


def seen_view(view: View | None, platform: Platform) -> View | None:
    return with_addresses(view, platform) if view else None


def seen_messages(
    platform: Platform, channel: Channel, person: Person | None, thread_ts: str | None
) -> list[dict[str, Any]]:
    """Oldest first: the channel's roots, or one thread; with the person's own ephemeral messages between them."""
    log = channel.log
    if thread_ts:
        root = log.find(thread_ts)
        found = [root, *log.replies(thread_ts)] if root else []
    else:
        found = log.roots()
    if person:
        found += [m for m in log.ephemeral_for(person.id) if m.thread_ts == thread_ts]
    return [seen_message(message, platform) for message in sorted(found, key=lambda m: m.ts)]
