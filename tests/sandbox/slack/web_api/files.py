"""files.*: an upload in three steps, processed and shared a moment after the answer, as Slack does it."""

import asyncio
from typing import Any

from tests.sandbox.slack import posting
from tests.sandbox.slack.blocks import checked_blocks
from tests.sandbox.slack.errors import InvalidArguments, SlackError
from tests.sandbox.slack.feed import Change
from tests.sandbox.slack.files import LARGEST_UPLOAD, StoredFile
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.objects import file_object
from tests.sandbox.slack.people import BOT_USER
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.web_api.lookup import channel_to_write, thread_root

LONGEST_ALT_TEXT = 1000

MOST_FILES = 10


def get_upload_url(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    if arguments["length"] <= 0:
        raise InvalidArguments("must be greater than 0: length")
    if arguments["length"] > LARGEST_UPLOAD:
        raise SlackError("file_upload_size_restricted")
    alt_text = arguments.get("alt_txt", "")
    if len(alt_text) > LONGEST_ALT_TEXT:
        raise SlackError("alt_txt_too_large")
    file, ticket = platform.files.expect(arguments["filename"], arguments["length"], BOT_USER, alt_text)
    return {"upload_url": f"{platform.addresses.files}/upload/v1/{ticket}", "file_id": file.id}


def complete_upload(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    """Answers with ids and titles only; the files are processed and their one message appears afterwards."""
    files = _uploaded(platform, arguments["files"])
    message = _message(platform, arguments) if _channel(arguments) else None
    for file in files:
        file.is_complete = True
    if message:
        message.files = [file.id for file in files]
    platform.later(_process(platform, files, message))
    return {"files": [{"id": file.id, "title": file.title} for file in files]}


def info(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    file = platform.files.get(arguments["file"])
    return {"file": file_object(file, platform), "comments": [], "response_metadata": {"next_cursor": ""}}


def list_(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    seen = [f for f in platform.files.all() if f.is_complete and platform.files.bot_may_have(f)]
    wanted = [f for f in seen if arguments.get("channel") in (None, *f.shares)]
    found = [file_object(f, platform) for f in wanted if arguments.get("user") in (None, f.user)]
    return {"files": found, "paging": {"count": len(found), "total": len(found), "page": 1, "pages": 1}}


def delete(platform: Platform, arguments: dict[str, Any]) -> dict[str, Any]:
    file = platform.files.get(arguments["file"])
    if file.user != BOT_USER:
        raise SlackError("cant_delete_file")
    file.is_deleted = True
    return {}


def _uploaded(platform: Platform, given: Any) -> list[StoredFile]:
    if not isinstance(given, list) or not given or not all(isinstance(one, dict) and "id" in one for one in given):
        raise InvalidArguments("must be an array of objects with an id: files")
    if len(given) > MOST_FILES:
        raise SlackError("max_file_sharing_exceeded")
    files = []
    for one in given:
        file = platform.files.find(str(one["id"]))
        if file is None or file.user != BOT_USER or file.is_complete:
            raise SlackError("file_not_found")
        if not file.is_uploaded:
            raise SlackError("missing_file_data")
        file.title = one.get("title") or file.name
        files.append(file)
    return files


def _channel(arguments: dict[str, Any]) -> str:
    return str(arguments.get("channel_id") or arguments.get("channels") or "")


def _message(platform: Platform, arguments: dict[str, Any]) -> Message:
    channels = _channel(arguments).split(",")
    if len(channels) > 1:
        raise InvalidArguments("the sandbox shares to one channel at a time: channels")
    if not channels[0].startswith(("C", "D", "G")):
        raise SlackError("channel_not_found")
    channel = channel_to_write(platform, channels[0])
    text = arguments.get("initial_comment") or ""
    blocks = [] if text else checked_blocks(arguments.get("blocks") or [], " ", platform)
    root = thread_root(channel, arguments)
    return Message(channel.id, "", BOT_USER, text, root, blocks, subtype="file_share", from_app=True)


async def _process(platform: Platform, files: list[StoredFile], message: Message | None) -> None:
    await asyncio.sleep(platform.knobs.slack.file_processing)
    for file in files:
        await asyncio.to_thread(file.process)
    if message:
        message.ts = platform.workspace.new_ts()
        posting.post(platform, message)
    for file in files:
        platform.feed.tell(Change("file", body={"file": file}))


METHODS = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
    "files.info": info,
    "files.list": list_,
    "files.delete": delete,
}
