"""Answers to an interaction: what the bot posts to a response_url, or sends with the acknowledgement of a command."""

from typing import Any

from aiohttp import web

from tests.sandbox.slack import posting
from tests.sandbox.slack.arguments import typed
from tests.sandbox.slack.errors import InvalidArguments, SlackError
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.people import BOT_USER
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.response_urls import ResponseUrl
from tests.sandbox.slack.web_api.chat import LONGEST_POST, content, metadata
from tests.sandbox.slack.web_api.lookup import thread_root

_KNOWN = """text blocks attachments response_type replace_original delete_original thread_ts unfurl_links unfurl_media
    metadata mrkdwn markdown_text"""
KNOWN = frozenset(_KNOWN.split())


async def respond(platform: Platform, request: web.Request) -> web.Response:
    try:
        given = await request.json()
    except ValueError:
        given = None
    call = platform.journal.begin("slack", "response_url", given if isinstance(given, dict) else {})
    try:
        if not isinstance(given, dict):
            raise SlackError("invalid_payload")
        url = platform.response_urls.use(request.match_info["key"])
        answer(platform, url, typed(given))
    except SlackError as refusal:
        status = refusal.status if refusal.status != 200 else 400
        platform.journal.end(call, status, refusal.code, **refusal.extra)
        return web.json_response(refusal.as_json(), status=status)
    platform.journal.end(call, 200)
    return web.json_response({"ok": True})


def answer(platform: Platform, url: ResponseUrl, given: dict[str, Any]) -> None:
    """Post it, or replace or delete the message whose button was used."""
    unknown = sorted(given.keys() - KNOWN)
    if unknown:
        raise InvalidArguments(*(f"no such argument: {argument}" for argument in unknown))
    if given.get("delete_original") or given.get("replace_original"):
        original = _original(platform, url)
        if given.get("delete_original"):
            posting.delete(platform, original)
        else:
            changes = content(platform, given, LONGEST_POST)
            posting.change(platform, original, **changes, edited_ts=platform.workspace.new_ts())
        return
    channel = platform.workspace.channels[url.channel]
    is_public = given.get("response_type") == "in_channel"
    message = Message(
        channel.id,
        platform.workspace.new_ts(),
        BOT_USER,
        **content(platform, given, LONGEST_POST),
        thread_ts=thread_root(channel, given),
        metadata=metadata(given),
        from_app=True,
        only_for=None if is_public else url.person.id,
    )
    posting.post(platform, message)


def _original(platform: Platform, url: ResponseUrl) -> Message:
    log = platform.workspace.channels[url.channel].log
    ts = url.message_ts or ""
    message = log.find_ephemeral(ts, url.person.id) if url.is_ephemeral else log.find(ts)
    if message is None or not message.from_app:
        raise SlackError("message_not_found")
    return message
