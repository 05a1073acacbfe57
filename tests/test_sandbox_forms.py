"""Modals and App Home as slack-bolt meets them: opened, filled in, refused, updated, closed."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.sandbox.server import Sandbox
from tests.slack_driving import Bot, Json, Outside, connected, picture, running_sandbox, someone_outside

FORM: Json = {
    "type": "modal",
    "callback_id": "composer",
    "title": {"type": "plain_text", "text": "New set"},
    "submit": {"type": "plain_text", "text": "Draw"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "brief",
            "label": {"type": "plain_text", "text": "Brief"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        },
        {
            "type": "input",
            "block_id": "photos",
            "optional": True,
            "label": {"type": "plain_text", "text": "Photos"},
            "element": {"type": "file_input", "action_id": "files", "filetypes": ["png", "jpg"], "max_files": 2},
        },
        {
            "type": "input",
            "block_id": "size",
            "dispatch_action": True,
            "label": {"type": "plain_text", "text": "Size"},
            "element": {
                "type": "static_select",
                "action_id": "size",
                "options": [
                    {"text": {"type": "plain_text", "text": "Square"}, "value": "1024x1024"},
                    {"text": {"type": "plain_text", "text": "Banner"}, "value": "1536x512"},
                ],
                "initial_option": {"text": {"type": "plain_text", "text": "Square"}, "value": "1024x1024"},
            },
        },
    ],
}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def outside(sandbox: Sandbox) -> AsyncIterator[Outside]:
    async with someone_outside(sandbox) as someone:
        yield someone


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot(sandbox)
    async with connected(bot.app, sandbox):
        yield bot


def opens_the_form(bot: Bot) -> None:
    @bot.app.command("/imageset")
    async def on_imageset(ack: AsyncAck, client: AsyncWebClient, command: Json) -> None:
        await ack()
        await client.views_open(trigger_id=command["trigger_id"], view=FORM)


async def test_a_form_is_filled_in_with_photos_and_submitted(bot: Bot, outside: Outside) -> None:
    submitted: list[Json] = []
    opens_the_form(bot)

    @bot.app.view("composer")
    async def on_composer(ack: AsyncAck, view: Json) -> None:
        submitted.append(view)
        await ack()

    await outside.post("command", user="ana", channel="general", command="/imageset")
    assert (await outside.get("view", user="ana"))["view"]["state"]["values"]["size"]["size"]["selected_option"]
    missing = await outside.post("submit", user="ana", values={})
    assert missing["errors"] == {"brief": "Please complete this required field."}
    form = {"user": "ana", "values": '{"Brief": "a robot café", "size": "Banner"}'}
    done = await outside.http.post("/sandbox/submit", data=form, files={"photos": ("maya.png", picture())})
    assert done.json() == {"ok": True, "closed": True}
    values = submitted[0]["state"]["values"]
    assert values["brief"]["words"]["value"] == "a robot café"
    assert values["size"]["size"]["selected_option"]["value"] == "1536x512"
    assert values["photos"]["files"]["files"][0]["original_w"] == 640
    assert (await outside.get("view", user="ana"))["view"] is None


async def test_a_file_of_the_wrong_type_is_refused_by_the_form(bot: Bot, outside: Outside) -> None:
    opens_the_form(bot)
    await outside.post("command", user="ana", channel="general", command="/imageset")
    form = {"user": "ana", "values": '{"brief": "x"}'}
    answer = await outside.http.post("/sandbox/submit", data=form, files={"photos": ("notes.txt", b"hello")})
    assert "notes.txt is not of a type" in answer.json()["errors"]["photos"]


async def test_the_bot_answers_a_form_with_errors_then_updates_it(bot: Bot, outside: Outside) -> None:
    opens_the_form(bot)

    @bot.app.view("composer")
    async def on_composer(ack: AsyncAck, view: Json) -> None:
        if view["state"]["values"]["brief"]["words"]["value"] == "bad":
            await ack(response_action="errors", errors={"brief": "Say more."})
        else:
            await ack(response_action="update", view=FORM | {"title": {"type": "plain_text", "text": "Thanks"}})

    await outside.post("command", user="ana", channel="general", command="/imageset")
    refused = await outside.post("submit", user="ana", values={"words": "bad"})
    assert refused["errors"] == {"brief": "Say more."}
    assert (await outside.get("view", user="ana"))["errors"] == {"brief": "Say more."}
    accepted = await outside.post("submit", user="ana", values={"words": "good"})
    assert (accepted["ok"], accepted["closed"]) == (True, False)
    assert (await outside.get("view", user="ana"))["view"]["title"]["text"] == "Thanks"


async def test_an_input_that_dispatches_is_heard_and_the_view_updated(bot: Bot, outside: Outside) -> None:
    opens_the_form(bot)

    @bot.app.action("size")
    async def on_size(ack: AsyncAck, body: Json, client: AsyncWebClient, action: Json) -> None:
        await ack()
        title = {"type": "plain_text", "text": action["selected_option"]["value"]}
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=FORM | {"title": title})

    await outside.post("command", user="ana", channel="general", command="/imageset")
    view_id = (await outside.get("view", user="ana"))["view"]["id"]
    await outside.post("input", user="ana", view_id=view_id, action_id="words", value="kept")
    await outside.post("input", user="ana", view_id=view_id, action_id="size", value="1536x512")
    await asyncio.sleep(0.1)
    view = (await outside.get("view", user="ana"))["view"]
    assert view["title"]["text"] == "1536x512"
    assert view["state"]["values"]["brief"]["words"]["value"] == "kept"


async def test_a_closed_form_is_told(bot: Bot, outside: Outside) -> None:
    closed: list[Json] = []
    opens_the_form(bot)

    @bot.app.view_closed("composer")
    async def on_closed(ack: AsyncAck, body: Json) -> None:
        closed.append(body)
        await ack()

    await outside.post("command", user="ana", channel="general", command="/imageset")
    view_id = (await outside.get("view", user="ana"))["view"]["id"]
    await outside.post("close", user="ana", view_id=view_id)
    assert closed[0]["is_cleared"] is False


async def test_a_message_shortcut_carries_the_message_and_a_trigger(bot: Bot, outside: Outside) -> None:
    opened: list[Any] = []

    @bot.app.shortcut("use_as_reference")
    async def on_shortcut(ack: AsyncAck, shortcut: Json, client: AsyncWebClient) -> None:
        await ack()
        opened.append(shortcut["message"]["text"])
        await client.views_open(trigger_id=shortcut["trigger_id"], view=FORM)

    ts = await outside.say("ana", "my photo")
    answer = await outside.post("shortcut", user="cho", channel="general", ts=ts, callback_id="use_as_reference")
    assert answer["acked"]
    await asyncio.sleep(0.1)
    assert opened == ["my photo"]
    assert (await outside.get("view", user="cho"))["view"]["callback_id"] == "composer"


async def test_app_home_is_published_when_it_is_opened(bot: Bot, outside: Outside) -> None:
    @bot.app.event("app_home_opened")
    async def on_home(event: Json, client: AsyncWebClient) -> None:
        section = {"type": "section", "text": {"type": "mrkdwn", "text": f"Hello <@{event['user']}>"}}
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section]})

    home = await outside.get("home", user="cho")
    assert home["view"]["blocks"][0]["text"]["text"] == "Hello <@U0CHO0001>"


async def test_a_menu_asks_the_bot_for_its_options_and_people_are_picked_by_name(bot: Bot, outside: Outside) -> None:
    chosen: list[Json] = []
    placeholder = {"type": "plain_text", "text": "Choose"}
    menus = [
        {"type": "external_select", "action_id": "cast", "placeholder": placeholder, "min_query_length": 0},
        {"type": "users_select", "action_id": "owner", "placeholder": placeholder},
    ]

    @bot.app.options("cast")
    async def on_options(ack: AsyncAck, payload: Json) -> None:
        text = {"type": "plain_text", "text": f"{payload['value']}ya"}
        await ack(options=[{"text": text, "value": "c1"}])

    @bot.app.action("owner")
    async def on_owner(ack: AsyncAck, action: Json) -> None:
        chosen.append(action)
        await ack()

    blocks = [{"type": "actions", "elements": menus}]
    posted = await bot.app.client.chat_postMessage(channel="C0GENERAL1", text="who?", blocks=blocks)
    where = {"user": "ana", "channel": "general", "ts": posted["ts"]}
    offered = await outside.post("options", **where, action_id="cast", text="ma")
    await outside.post("select", **where, action_id="owner", value="ben")
    assert offered["options"][0]["text"]["text"] == "maya"
    assert chosen[0]["selected_user"] == "U0BEN0001"
