"""A small scripted bot on the real slack-bolt, with one of everything that the page has to show."""

import asyncio
from typing import Any

import httpx
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from tests.sandbox.server import Sandbox
from tests.slack_driving import Json, bolt_app, picture


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def words(text: str, block_id: str = "words") -> Json:
    return {"type": "section", "block_id": block_id, "text": {"type": "mrkdwn", "text": text}}


def button(text: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def field(block_id: str, label: str, element: Json, **more: Any) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element | {"action_id": "it"},
        **more,
    }


def options(*names: str) -> list[Json]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


def form(price: str = "$0.00") -> Json:
    """A modal with a live price, and inputs of most kinds."""
    typed = {"type": "plain_text_input", "dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A new set"),
        "submit": plain("Plan"),
        "blocks": [
            words(f"*{price}*", "price"),
            field("brief", "What shall be drawn?", typed, dispatch_action=True),
            field("kind", "Kind", {"type": "static_select", "options": options("Scenes", "Variants")}),
            field(
                "who", "Characters", {"type": "multi_static_select", "options": options("Maya", "Kit")}, optional=True
            ),
            field("quality", "Quality", {"type": "radio_buttons", "options": options("Draft", "High")}, optional=True),
            field("wishes", "Wishes", {"type": "checkboxes", "options": options("Chain", "Ask")}, optional=True),
            field("count", "Shots", {"type": "number_input", "is_decimal_allowed": False}, optional=True),
            field("photos", "Photos", {"type": "file_input", "max_files": 2}, optional=True),
            {"type": "actions", "elements": [button("Style", "style")]},
        ],
    }


STYLE = {"type": "modal", "title": plain("Style"), "blocks": [words("Flat shapes")]}
SURE = {"title": plain("Sure?"), "text": plain("It is paid."), "confirm": plain("Yes, redo"), "deny": plain("No")}


class PageBot:
    """Keeps what it was sent; `let_go` ends the slow button."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.app: AsyncApp = bolt_app(sandbox)
        self.submitted: list[Json] = []
        self.pressed: list[str] = []
        self.let_go = asyncio.Event()
        for command in ("/imageset", "/cast", "/image"):
            self.app.command(command)(getattr(self, f"on_{command[1:]}"))
        self.app.view("form")(self.on_form)
        self.app.action({"block_id": "brief", "action_id": "it"})(self.on_typing)
        for action_id in ("style", "slow", "redo"):
            self.app.action(action_id)(getattr(self, f"on_{action_id}"))
        self.app.shortcut("use_as_reference")(self.on_reference)
        self.app.event("app_home_opened")(self.on_home)
        self.app.event("message")(self.on_message)
        self.app.event("app_mention")(self.on_message)

    async def on_imageset(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    async def on_cast(self, ack: AsyncAck, body: Json) -> None:
        await ack(response_type="ephemeral", text=f"Nobody is called *{body['text']}*.")

    async def on_image(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        """A root with buttons, and two pictures in its thread."""
        await ack()
        rows = [button("Slow", "slow"), button("Redo", "redo", style="danger", confirm=SURE)]
        blocks = [words("Drawing 0 %"), {"type": "actions", "block_id": "buttons", "elements": rows}]
        root = await client.chat_postMessage(channel=body["channel_id"], text="Drawing", blocks=blocks)
        for number in (1, 2):
            shown = {"type": "image", "slack_file": {"id": await _upload(client)}, "alt_text": f"Shot {number} of 2"}
            await client.chat_postMessage(channel=body["channel_id"], thread_ts=root["ts"], text="Shot", blocks=[shown])
        blocks[0] = words("Drawn 100 %")
        await client.chat_update(channel=body["channel_id"], ts=root["ts"], text="Drawn", blocks=blocks)

    async def on_typing(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        typed = body["view"]["state"]["values"]["brief"]["it"]["value"] or ""
        await client.views_update(view_id=body["view"]["id"], view=form(f"${len(typed) / 100:.2f}"))

    async def on_style(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=STYLE)

    async def on_form(self, ack: AsyncAck, view: Json) -> None:
        values = view["state"]["values"]
        if values["brief"]["it"]["value"] == "bad":
            await ack(response_action="errors", errors={"brief": "Say a little more."})
            return
        self.submitted.append(values)
        await ack()

    async def on_slow(self, ack: AsyncAck) -> None:
        await asyncio.wait_for(self.let_go.wait(), 2.5)
        await ack()

    async def on_redo(self, ack: AsyncAck, respond: AsyncRespond) -> None:
        self.pressed.append("redo")
        await ack()
        await respond("Drawing it again.", replace_original=False)

    async def on_reference(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = {"type": "modal", "title": plain("Who is this?"), "blocks": [words(body["message"]["text"])]}
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    async def on_home(self, event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(
            user_id=event["user"], view={"type": "home", "blocks": [words("Three sets this month")]}
        )

    async def on_message(self, event: Json) -> None:
        """Heard, so that nothing is delivered again."""


async def _upload(client: AsyncWebClient) -> str:
    content = picture()
    place = await client.files_getUploadURLExternal(filename="shot.png", length=len(content))
    async with httpx.AsyncClient(trust_env=False) as http:
        await http.post(place["upload_url"], content=content)
    await client.files_completeUploadExternal(files=[{"id": place["file_id"], "title": "shot.png"}])
    for _ in range(100):
        if (await client.files_info(file=place["file_id"]))["file"].get("mimetype"):
            break
        await asyncio.sleep(0.02)
    return str(place["file_id"])
