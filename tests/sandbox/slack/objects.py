"""The JSON that Slack's reference calls objects: user, conversation, file and message."""

from typing import Any

from tests.sandbox.slack.files import StoredFile, private_path, thumbnail_path
from tests.sandbox.slack.messages import Message
from tests.sandbox.slack.people import APP_ID, BOT_ID, BOT_USER, TEAM_DOMAIN, TEAM_ID, Person
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.workspace import Channel

ARCHIVE = f"https://{TEAM_DOMAIN}.slack.com/archives"


def user_object(person: Person) -> dict[str, Any]:
    profile = {"real_name": person.real_name, "display_name": person.name, "team": TEAM_ID}
    if person.is_bot:
        profile |= {"bot_id": BOT_ID, "api_app_id": APP_ID}
    return {
        "id": person.id,
        "team_id": TEAM_ID,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": False,
        "color": person.color,
        "tz": "Europe/Madrid",
        "tz_label": "Central European Time",
        "tz_offset": 3600,
        "profile": profile,
        "is_admin": person.is_admin,
        "is_owner": person.is_admin,
        "is_primary_owner": person.is_admin,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 1760000000,
    }


def conversation_object(channel: Channel) -> dict[str, Any]:
    shared = {
        "id": channel.id,
        "created": channel.created,
        "is_im": channel.kind == "im",
        "is_archived": channel.is_archived,
    }
    if channel.kind == "im":
        return shared | {"user": next(m for m in sorted(channel.members) if m != BOT_USER), "is_open": True}
    return shared | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_private": channel.kind == "group",
        "is_general": channel.name == "general",
        "is_mpim": False,
        "is_member": channel.has_bot,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def permalink(channel: str, ts: str, thread_ts: str | None = None) -> str:
    address = f"{ARCHIVE}/{channel}/p{ts.replace('.', '')}"
    return f"{address}?thread_ts={thread_ts}&cid={channel}" if thread_ts and thread_ts != ts else address


def file_object(file: StoredFile, platform: Platform) -> dict[str, Any]:
    """Type and size of a picture appear only once Slack has processed the upload."""
    host = platform.addresses.files
    facts = file.facts
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": facts.mimetype if facts else "",
        "filetype": facts.filetype if facts else "",
        "pretty_type": facts.pretty_type if facts else "",
        "user": file.user,
        "user_team": TEAM_ID,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": host + private_path(file),
        "url_private_download": host + private_path(file, download=True),
        "media_display_type": "unknown",
        "permalink": f"https://{TEAM_DOMAIN}.slack.com/files/{file.user}/{file.id}/{file.name}",
        **({"alt_txt": file.alt_text} if file.alt_text else {}),
        **_renditions(file, host),
        **_shares(file, platform),
        "has_rich_preview": False,
        "file_access": "visible",
    }


def _renditions(file: StoredFile, host: str) -> dict[str, Any]:
    if not file.facts or not file.facts.is_image:
        return {}
    found: dict[str, Any] = {"original_w": file.facts.width, "original_h": file.facts.height}
    for size, (width, height) in file.facts.thumbnails().items():
        found[f"thumb_{size}"] = host + thumbnail_path(file, size)
        if size >= 360:
            found |= {f"thumb_{size}_w": width, f"thumb_{size}_h": height}
    return found


def _shares(file: StoredFile, platform: Platform) -> dict[str, Any]:
    found: dict[str, Any] = {"channels": [], "groups": [], "ims": [], "shares": {}, "is_public": False}
    for channel_id, shares in file.shares.items():
        kind = platform.workspace.channels[channel_id].kind
        found[{"channel": "channels", "group": "groups", "im": "ims"}[kind]].append(channel_id)
        found["is_public"] = found["is_public"] or kind == "channel"
        found["shares"].setdefault("public" if kind == "channel" else "private", {})[channel_id] = shares
    return found


def message_object(message: Message, platform: Platform, *, with_metadata: bool = False) -> dict[str, Any]:
    """A message as events and conversations.* carry it; metadata only for those who ask."""
    body: dict[str, Any] = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    if message.subtype:
        body["subtype"] = message.subtype
    if message.from_app:
        body |= {"bot_id": BOT_ID, "app_id": APP_ID, "bot_profile": _bot_profile(platform)}
    body["team"] = TEAM_ID
    for key in ("blocks", "attachments"):
        if value := getattr(message, key):
            body[key] = value
    if message.files:
        body |= {"files": _files(message, platform), "upload": False, "display_as_bot": False}
    if message.thread_ts:
        body["thread_ts"] = message.thread_ts
    if message.edited_ts:
        body["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.reactions:
        names = message.reactions.items()
        body["reactions"] = [{"name": name, "users": users, "count": len(users)} for name, users in names]
    if with_metadata and message.metadata:
        body["metadata"] = message.metadata
    return body | _thread_facts(message, platform)


def _files(message: Message, platform: Platform) -> list[dict[str, Any]]:
    found = ((file_id, platform.files.find(file_id)) for file_id in message.files)
    return [file_object(f, platform) if f else {"id": file_id, "mode": "tombstone"} for file_id, f in found]


def _bot_profile(platform: Platform) -> dict[str, Any]:
    bot = platform.workspace.bot
    return {
        "id": BOT_ID,
        "app_id": APP_ID,
        "name": bot.name,
        "team_id": TEAM_ID,
        "deleted": False,
        "updated": 1760000000,
    }


def _thread_facts(message: Message, platform: Platform) -> dict[str, Any]:
    log = platform.workspace.channels[message.channel].log
    if message.is_reply:
        root = log.find(message.thread_ts or "")
        return {"parent_user_id": root.user} if root else {}
    replies = log.replies(message.ts)
    if not replies or message.only_for:
        return {}
    people = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "reply_users": people[:5],
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }
