"""A bot on the real slack-bolt must not be able to tell the sandbox from Slack: it is spoken to, and it answers."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncAck, AsyncRespond

from tests.sandbox.server import Sandbox
from tests.slack_driving import Bot, Json, Outside, connected, picture, running_sandbox, someone_outside, soon

BUTTON: Json = {
    "type": "actions",
    "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Redo"}, "action_id": "redo", "value": "7"}],
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


async def test_a_mention_arrives_as_two_events_with_one_ts(bot: Bot, outside: Outside) -> None:
    ts = await outside.say("ana", "@easel draw a fox & a hen")
    await soon(lambda: len(bot.heard) == 2)
    [mention], [message] = bot.events("app_mention"), bot.events("message")
    assert mention["ts"] == message["ts"] == ts
    assert message["text"] == "<@U0EASELBOT> draw a fox &amp; a hen"
    assert message["channel_type"] == "channel"
    assert len({body["event_id"] for body in bot.heard}) == 2


async def test_a_direct_message_is_one_event(bot: Bot, outside: Outside) -> None:
    await outside.say("ben", "@easel hello", channel="@easel")
    [message] = await soon(lambda: bot.events("message"))
    assert message["channel_type"] == "im"
    assert not bot.events("app_mention")


async def test_the_bot_hears_nothing_where_it_is_no_member(bot: Bot, outside: Outside) -> None:
    await outside.say("ana", "@easel hello", channel="random")
    await outside.say("ana", "and here?", channel="design")
    [message] = await soon(lambda: bot.events("message"))
    assert message["channel_type"] == "group"
    assert len(bot.heard) == 1


async def test_a_photo_in_a_thread_comes_with_its_file(bot: Bot, outside: Outside, sandbox: Sandbox) -> None:
    root = await outside.say("ana", "look at this")
    form = {"user": "ana", "channel": "general", "text": "this is her", "thread_ts": root}
    await outside.http.post("/sandbox/say", data=form, files={"file": ("Maya 1.JPG", picture(kind="JPEG"))})
    [shared] = await soon(lambda: bot.events("message", "file_share"))
    [file] = shared["files"]
    assert shared["thread_ts"] == root
    assert (file["mimetype"], file["original_w"], file["name"]) == ("image/jpeg", 640, "Maya 1.JPG")
    token = {"Authorization": f"Bearer {sandbox.environment()['SLACK_BOT_TOKEN']}"}
    without = await outside.http.get(file["url_private"])
    with_token = await outside.http.get(file["url_private"], headers=token)
    thumb = await outside.http.get(file["thumb_480"], headers=token)
    assert without.headers["content-type"].startswith("text/html")
    assert with_token.content == picture(kind="JPEG")
    assert thumb.headers["content-type"] == "image/png"


async def test_edited_and_deleted_messages_are_told(bot: Bot, outside: Outside) -> None:
    ts = await outside.say("ana", "one")
    await outside.post("edit", user="ana", channel="general", ts=ts, text="two")
    await outside.post("delete", user="ana", channel="general", ts=ts)
    [deleted] = await soon(lambda: bot.events("message", "message_deleted"))
    [changed] = await soon(lambda: bot.events("message", "message_changed"))
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("one", "two")
    assert deleted["deleted_ts"] == ts


async def test_a_command_shows_its_acknowledgement_and_its_response_url(bot: Bot, outside: Outside) -> None:
    commands: list[Json] = []

    @bot.app.command("/image")
    async def on_image(ack: AsyncAck, command: Json, respond: AsyncRespond) -> None:
        commands.append(command)
        await ack("on it")
        await respond("ready", response_type="in_channel")

    answer = await outside.post("command", user="cho", channel="general", command="/image", text="@ana in #general <3")
    assert answer["ok"]
    assert answer["response"] == {"text": "on it"}
    assert commands[0]["text"] == "<@U0ANA0001> in <#C0GENERAL1|general> &lt;3"
    await asyncio.sleep(0.1)
    assert [m["text"] for m in await outside.messages()] == ["ready"]
    assert {m["text"] for m in await outside.messages(user="cho")} == {"on it", "ready"}


async def test_a_button_is_found_by_its_text_and_its_message_replaced(bot: Bot, outside: Outside) -> None:
    bodies: list[Json] = []

    @bot.app.action("redo")
    async def on_redo(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        await ack()
        bodies.append(body)
        await respond("done", replace_original=True)

    posted = await bot.app.client.chat_postMessage(channel="C0GENERAL1", text="card", blocks=[BUTTON])
    answer = await outside.post("click", user="ben", channel="general", ts=posted["ts"], action_id="Redo")
    assert answer == {"ok": True, "acked": True}
    [body] = bodies
    assert (body["actions"][0]["value"], body["user"]["id"]) == ("7", "U0BEN0001")
    assert body["message"]["ts"] == body["container"]["message_ts"] == posted["ts"]
    await asyncio.sleep(0.1)
    [message] = await outside.messages()
    assert (message["text"], message.get("blocks")) == ("done", None)
