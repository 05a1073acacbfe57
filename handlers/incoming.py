"""Slack's payloads end here: each way a person speaks to the bot becomes a `Message`.

Ids are made of what stays the same when Slack delivers something twice, so that it is answered once.
"""

from collections.abc import Iterable
from typing import Any

from bot.domain import Message, Surface, UploadedFile
from bot.errors import Malformed

Payload = dict[str, Any]

SPOKEN_SUBTYPES = (None, "file_share", "thread_broadcast")


def message_of_command(body: Payload) -> Message:
    return Message(
        id=f"cmd:{body['trigger_id']}",
        workspace=workspace_of(body),
        channel=body["channel_id"],
        user=body["user_id"],
        text=body.get("text", "").strip(),
        surface=Surface.COMMAND,
        answer_url=body.get("response_url"),
    )


def message_of_event(body: Payload, bot_user: str | None) -> Message:
    """A mention, a direct message or a reply; the mention of the bot itself is taken out of the words."""
    event = body["event"]
    thread_ts = event.get("thread_ts")
    return Message(
        id=f"{workspace_of(body)}:{event['channel']}:{event['ts']}",
        workspace=workspace_of(body),
        channel=event["channel"],
        user=event["user"],
        text=_without_mention(event.get("text") or "", bot_user),
        surface=_surface_of(event),
        ts=event["ts"],
        thread_ts=thread_ts if thread_ts != event["ts"] else None,
        files=uploaded_files(event.get("files")),
    )


def message_of_press(body: Payload) -> Message:
    """A button or menu; in a modal or App Home there is no channel, and none is made up."""
    container, message = body.get("container") or {}, body.get("message") or {}
    return Message(
        id=f"act:{body['trigger_id']}",
        workspace=workspace_of(body),
        channel=(body.get("channel") or {}).get("id") or container.get("channel_id") or "",
        user=body["user"]["id"],
        text="",
        surface=Surface.BUTTON,
        ts=message.get("ts") or container.get("message_ts"),
        thread_ts=message.get("thread_ts") or container.get("thread_ts"),
        answer_url=body.get("response_url") or None,
    )


def message_of_shortcut(body: Payload) -> Message:
    """The words and files are those of the message that the shortcut was used on."""
    message = body["message"]
    return Message(
        id=f"act:{body['trigger_id']}",
        workspace=workspace_of(body),
        channel=body["channel"]["id"],
        user=body["user"]["id"],
        text=message.get("text") or "",
        surface=Surface.SHORTCUT,
        ts=message.get("ts"),
        thread_ts=message.get("thread_ts"),
        files=uploaded_files(message.get("files")),
        answer_url=body.get("response_url") or None,
    )


def message_of_view(body: Payload, channel: str, answer_url: str | None = None) -> Message:
    """A form that was sent; where it was opened from travels in the form itself."""
    view = body["view"]
    return Message(
        id=f"view:{view['id']}:{view.get('hash') or view.get('root_view_id')}",
        workspace=workspace_of(body),
        channel=channel,
        user=body["user"]["id"],
        text="",
        surface=Surface.COMPOSER,
        answer_url=answer_url,
    )


def value_of(action: Payload) -> str:
    """What a button of ours carries."""
    value = action.get("value")
    if not isinstance(value, str) or not value:
        raise Malformed("action.value")
    return value


def view_of(body: Payload) -> Payload:
    """The form that an input stands in."""
    view = body.get("view")
    if not isinstance(view, dict):
        raise Malformed("view")
    return view


def chosen_of(action: Payload) -> str:
    """The value that was picked in a menu of ours."""
    return value_of(action.get("selected_option") or {})


def uploaded_files(files: Iterable[Payload] | None) -> tuple[UploadedFile, ...]:
    """Files of a message or a file input. In shared channels Slack sends only an id: the rest is asked for later."""
    return tuple(
        UploadedFile(
            id=file["id"],
            name=file.get("name") or file.get("title") or file["id"],
            mimetype=file.get("mimetype") or "",
            size=int(file.get("size") or 0),
            url=file.get("url_private_download") or file.get("url_private") or "",
        )
        for file in files or ()
        if file.get("mode") not in ("tombstone", "hidden_by_limit")
    )


def workspace_of(body: Payload) -> str:
    """The team of the installation; an organisation-wide payload may name none, then the person's own counts."""
    team = body.get("team_id") or (body.get("team") or {}).get("id")
    return str(team or (body.get("user") or {}).get("team_id") or (body.get("enterprise") or {}).get("id") or "")


def is_spoken(event: Payload) -> bool:
    """A person's own words: no bot's, no edit, deletion, join or topic."""
    if event.get("bot_id") or event.get("hidden") or not event.get("user"):
        return False
    return event.get("subtype") in SPOKEN_SUBTYPES


def _surface_of(event: Payload) -> Surface:
    if event.get("thread_ts") not in (None, event["ts"]):
        return Surface.REPLY
    if event.get("channel_type") == "im" or event["channel"].startswith("D"):
        return Surface.DIRECT
    return Surface.MENTION


def _without_mention(text: str, bot_user: str | None) -> str:
    if bot_user:
        text = text.replace(f"<@{bot_user}>", " ", 1)
    return text.strip()
