"""Control calls that look: messages, files, every call so far, and the workspace itself."""

import asyncio

from aiohttp import web

from tests.sandbox.control_request import Ask, ok
from tests.sandbox.sight import seen_messages
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.people import BOT_USER, TEAM_DOMAIN, TEAM_ID, TEAM_NAME, Person
from tests.sandbox.slack.picture_files import thumbnail
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel

HINTS = (
    "/imageset Nia, a barista with curly red hair, opens a robot café: cover | at the espresso machine"
    " | latte art for a robot | thumbs up --style flat",
    "/image a red fox in the snow --variants 4",
    "@easel draw a lighthouse at night",
    "/cast add maya",
    "/imagespend",
)


async def messages(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person_or_none(platform)
    channel = ask.channel(platform, person)
    thread_ts = ask.maybe("thread_ts")
    if thread_ts and channel.log.find(thread_ts) is None:
        raise WrongCall(f"There is no message {thread_ts} in {channel.name}.", 404)
    return ok(channel=channel.id, messages=seen_messages(platform, channel, person, thread_ts))


async def file(platform: Platform, ask: Ask) -> web.StreamResponse:
    """The bytes, or with size=… the rendition that Slack would make."""
    found = platform.files.find(ask.request.match_info["id"])
    if found is None or not found.is_uploaded:
        raise WrongCall(f"There is no file {ask.request.match_info['id']}.", 404)
    size = ask.text("size")
    headers = {"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}
    if size.isdecimal() and found.facts and int(size) in found.facts.thumbnails():
        body = await asyncio.to_thread(thumbnail, found.path, int(size))
        return web.Response(body=body, content_type="image/png", headers=headers)
    mimetype = found.facts.mimetype if found.facts else "application/octet-stream"
    safe = mimetype if mimetype.startswith("image/") and "svg" not in mimetype else "application/octet-stream"
    return web.Response(body=found.read(), content_type=safe, headers=headers)


async def calls(platform: Platform, ask: Ask) -> web.StreamResponse:
    since = ask.text("since", "0")
    if not since.isdecimal():
        raise WrongCall("since must be the id of a call.")
    return ok(calls=platform.journal.as_json(ask.maybe("target"), int(since)))


async def call_image(platform: Platform, ask: Ask) -> web.StreamResponse:
    info = ask.request.match_info
    try:
        content = platform.journal.blob(int(info["id"]), int(info["index"]))
    except (KeyError, IndexError):
        raise WrongCall(f"Call {info['id']} has no input picture {info['index']}.", 404) from None
    return web.Response(body=content, content_type=_image_type(content))


async def workspace(platform: Platform, ask: Ask) -> web.StreamResponse:
    person = ask.person_or_none(platform)
    space, manifest = platform.workspace, platform.manifest
    channels = space.seen_by(person) if person else [c for c in space.channels.values() if c.kind != "im"]
    shown = ("id", "name", "real_name", "is_admin", "color")
    return ok(
        team={"id": TEAM_ID, "name": TEAM_NAME, "domain": TEAM_DOMAIN},
        bot={"user_id": BOT_USER, "name": space.bot.name},
        people=[{key: getattr(p, key) for key in shown} for p in space.humans()],
        channels=[_channel(platform, c, person) for c in channels],
        commands=[{"command": c["command"], **_texts(c, "description", "usage_hint")} for c in manifest.commands],
        shortcuts=[{"name": s["name"], **_texts(s, "callback_id", "type")} for s in manifest.shortcuts],
        connected=platform.delivery.is_connected,
        hints=list(HINTS),
    )


def _channel(platform: Platform, channel: Channel, person: Person | None) -> dict[str, object]:
    is_im = channel.kind == "im"
    return {
        "id": channel.id,
        "name": f"@{platform.workspace.bot.name}" if is_im and person else channel.name,
        "is_private": channel.kind != "channel",
        "is_im": is_im,
        "topic": channel.topic,
        "has_bot": channel.has_bot,
    }


def _texts(source: dict[str, str], *names: str) -> dict[str, str]:
    return {name: str(source.get(name, "")) for name in names}


def _image_type(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    if content.startswith(b"\xff\xd8"):
        return "image/jpeg"
    return "image/webp" if content[8:12] == b"WEBP" else "application/octet-stream"


ROUTES = {
    ("GET", "/sandbox/messages"): messages,
    ("GET", "/sandbox/file/{id}"): file,
    ("GET", "/sandbox/calls"): calls,
    ("GET", r"/sandbox/calls/{id:\d+}/images/{index:\d+}"): call_image,
    ("GET", "/sandbox/workspace"): workspace,
}
