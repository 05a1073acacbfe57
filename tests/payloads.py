"""One payload of every kind that Slack may send us, as its documentation shows them; tests change or break them."""

import json
from typing import Any

Json = dict[str, Any]

TEAM = {"id": "T0EASEL", "domain": "easel-studio"}
ANA = {"id": "U0ANA0001", "username": "ana", "name": "ana", "team_id": "T0EASEL"}
GENERAL = {"id": "C0GENERAL1", "name": "general"}
TRIGGER = "13345224609.738474920.8088930838d88f008e0"
TS = "1700000000.000100"
FILE = {
    "id": "F0PHOTO0001",
    "name": "maya.png",
    "mimetype": "image/png",
    "size": 1200,
    "url_private": "https://files.slack.com/files-pri/T0EASEL-F0PHOTO0001/maya.png",
}
DONE: Json = {"team": TEAM, "user": ANA, "api_app_id": "A0EASEL01", "enterprise": None, "is_enterprise_install": False}
BUTTONS = ("set_draw", "set_draft", "set_cancel", "set_edit_plan", "shot_redo", "shot_variations", "nobody_knows_this")
LIVE = ("brief", "kind", "count", "shots", "cast", "style", "size", "quality", "model")


def command(name: str, text: str) -> Json:
    return {
        "team_id": "T0EASEL",
        "team_domain": "easel-studio",
        "channel_id": "C0GENERAL1",
        "channel_name": "general",
        "user_id": "U0ANA0001",
        "user_name": "ana",
        "command": name,
        "text": text,
        "api_app_id": "A0EASEL01",
        "is_enterprise_install": "false",
        "response_url": "http://127.0.0.1:9/commands/T0EASEL/1/abc",
        "trigger_id": TRIGGER,
    }


def event(kind: str, **more: Any) -> Json:
    inner = {"type": kind, "user": "U0ANA0001", "channel": "C0GENERAL1", "ts": TS, "event_ts": TS} | more
    return {
        "type": "event_callback",
        "team_id": "T0EASEL",
        "api_app_id": "A0EASEL01",
        "event": inner,
        "event_id": "Ev0FUZZ0001",
        "event_time": 1700000000,
        "authorizations": [{"team_id": "T0EASEL", "user_id": "U0EASELBOT", "is_bot": True, "enterprise_id": None}],
        "is_ext_shared_channel": False,
    }


def press(action: Json, **more: Any) -> Json:
    container = {"type": "message", "message_ts": TS, "channel_id": "C0GENERAL1", "is_ephemeral": False}
    message = {"type": "message", "ts": TS, "text": "A set", "bot_id": "B0EASEL01", "thread_ts": TS}
    return {
        **DONE,
        "type": "block_actions",
        "trigger_id": TRIGGER,
        "container": container,
        "channel": GENERAL,
        "message": message,
        "response_url": "http://127.0.0.1:9/actions/T0EASEL/1/abc",
        "actions": [{"type": "button", "block_id": "b1", "action_ts": TS, **action}],
    } | more


def view(callback: str, metadata: str = "{}", **fields: Json) -> Json:
    return {
        "id": "V0FUZZ0001",
        "type": "modal",
        "callback_id": callback,
        "hash": "156772938.1827394",
        "root_view_id": "V0FUZZ0001",
        "private_metadata": metadata,
        "state": {"values": {name: {name: field} for name, field in fields.items()}},
        "blocks": [
            {"type": "input", "block_id": name, "label": {"type": "plain_text", "text": name}} for name in fields
        ],
    }


def written_in(text: str) -> Json:
    return {"type": "plain_text_input", "value": text}


def picked(value: str) -> Json:
    return {"type": "static_select", "selected_option": {"text": {"type": "plain_text", "text": value}, "value": value}}


CARRIED = json.dumps(
    {"c": "C0GENERAL1", "u": None, "a": "set_unknown", "p": [["F0PHOTO0001", "m.png", "image/png", 12]]}
)
COMPOSER = view(
    "composer_form",
    CARRIED,
    brief=written_in("Maya opens the café"),
    kind=picked("scenes"),
    count=written_in("3"),
    shots=written_in("cover\nthumbs up"),
    quality=picked("low"),
    files_role=picked("object"),
    cast={"type": "multi_static_select", "selected_options": []},
    files={"type": "file_input", "files": [FILE]},
)
CHARACTER = view(
    "cast_form",
    CARRIED,
    name=written_in("maya"),
    description=written_in("a barista"),
    visibility=picked("everyone"),
    files={"type": "file_input", "files": [FILE]},
)


def menu(value: str) -> Json:
    return {"type": "overflow", "action_id": "card_more", "block_id": "card:v_unknown", **picked(value)}


def every_kind() -> list[Json]:
    """Nothing in here draws a picture: sets wait for Draw, and what buttons point at is unknown."""
    shortcut = {**DONE, "callback_id": "use_as_reference", "trigger_id": TRIGGER}
    message = {"type": "message", "user": "U0ANA0001", "ts": TS, "text": "look", "files": [FILE]}
    return [
        *(command("/imageset", text) for text in ("", "help", "café: a | b --style flat", "5 launch of our app")),
        *(command("/image", text) for text in ("help", "a fox carrying its payload --variants 4")),
        *(command("/cast", text) for text in ("", "add maya", "show maya", "rename a to b", "retire a")),
        command("/imagespend", ""),
        command("/nobody_knows_this", "x"),
        event("app_mention", text="<@U0EASELBOT> a red fox"),
        event("message", text="a red fox", channel="D0ANA0001", channel_type="im"),
        event(
            "message", text="this is maya", channel="D0ANA0001", channel_type="im", subtype="file_share", files=[FILE]
        ),
        event(
            "message",
            text="!cancel",
            thread_ts="1700000000.000001",
            parent_user_id="U0EASELBOT",
            channel_type="channel",
        ),
        event("message", subtype="message_changed", message=message, previous_message=message, hidden=True),
        event("app_home_opened", tab="home"),
        event("nobody_knows_this"),
        {"type": "url_verification", "challenge": "abc", "token": "x"},
        *(press({"action_id": name, "value": "set_unknown"}) for name in BUTTONS),
        press({"action_id": "shot_retry", "value": "set_unknown 2"}),
        *(press(menu(value)) for value in ("original", "prompt")),
        press({"action_id": "cast_add", "value": "x"}),
        press({"action_id": "home_new_set"}, channel=None, message=None, container={"type": "view", "view_id": "V1"}),
        *(press({"action_id": name, "block_id": name, "value": "x"}, view=COMPOSER, message=None) for name in LIVE),
        *({**DONE, "type": "view_submission", "view": each, "trigger_id": TRIGGER} for each in (COMPOSER, CHARACTER)),
        {**DONE, "type": "view_submission", "view": view("plan_form", CARRIED, lines=written_in("a\nb"))},
        {**DONE, "type": "view_submission", "view": view("nobody_knows_this")},
        {**DONE, "type": "view_closed", "view": COMPOSER, "is_cleared": False},
        {**shortcut, "type": "message_action", "channel": GENERAL, "message": message, "message_ts": TS},
        {**shortcut, "type": "shortcut", "callback_id": "nobody_knows_this"},
        {**DONE, "type": "block_suggestion", "action_id": "style", "block_id": "style", "value": "fl", "container": {}},
    ]
