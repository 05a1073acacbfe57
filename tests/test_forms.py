"""Forms open where they should, are sent with all their fields, and show errors at the field to blame."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain import (
    Form,
    Kind,
    Role,
    Surface,
    Visibility,
)
from bot.errors import BadRequest
from handlers.blocks.root import root_body
from tests.desk import PNG, Desk, at_the_desk, says_with_photo
from tests.views import a_view


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with at_the_desk() as desk:
        yield desk


async def test_without_words_imageset_opens_the_composer_and_its_price_follows_the_form(desk: Desk) -> None:
    assert (await desk.command("/imageset"))["ok"]
    view = await desk.view()
    assert "Say what to draw." in str(view["blocks"])
    for name, value in (("brief", "Maya opens the café"), ("shots", "cover\nthumbs up")):
        await desk.outside.post("input", user="ana", view_id=view["id"], action_id=name, value=value)
        await asyncio.sleep(0.1)
    assert "*2 pictures* · about $0.082" in str((await desk.view())["blocks"])


async def test_the_composer_is_sent_with_all_its_fields(desk: Desk) -> None:
    await desk.command("/imageset")
    values = {
        "brief": "Maya opens the café",
        "kind": "scenes",
        "shots": "cover\nthumbs up",
        "cast": ["maya"],
        "style": "flat",
        "size": "landscape",
        "private": ["yes"],
    }
    answer = await desk.outside.post("submit", user="ana", values=values)
    assert answer["closed"]
    [(_, message, form)] = desk.asked.calls
    assert form == Form(
        "Maya opens the café",
        Kind.SCENES,
        "",
        "cover\nthumbs up",
        ("maya",),
        "flat",
        "landscape",
        "medium",
        "gpt-image-2",
        (),
        Role.OBJECT,
        True,
    )
    assert (message.channel, message.surface) == ("C0GENERAL1", Surface.COMPOSER)


async def test_a_field_that_is_to_blame_shows_its_sentence(desk: Desk) -> None:
    await desk.command("/imageset")
    desk.asked.refuses = BadRequest("“few” is no number.", "count")
    answer = await desk.outside.post("submit", user="ana", values={"brief": "a fox", "count": "few"})
    assert answer["errors"] == {"count": "“few” is no number."}
    desk.asked.refuses = BadRequest("Nobody knows why.", "no such field")
    answer = await desk.outside.post("submit", user="ana", values={"brief": "a fox"})
    assert answer["errors"] == {"brief": "Nobody knows why."}


async def test_the_plan_is_edited_in_a_form(desk: Desk) -> None:
    ts = await desk.posts(root_body(a_view()))
    await desk.click(ts, "Edit plan")
    assert "cover: Maya at the door\\nthumbs up: a robot" in str((await desk.view())["blocks"])
    answer = await desk.outside.post("submit", user="ana", values={"lines": "cover\nnight"})
    assert answer["closed"]
    [(_, message, set_id, lines)] = desk.asked.calls
    assert (set_id, lines, message.channel) == (a_view().shot_set.id, "cover\nnight", "C0GENERAL1")


async def test_a_character_is_added_with_photos_in_a_form(desk: Desk) -> None:
    await desk.command("/cast add maya")
    response = await desk.outside.http.post(
        "/sandbox/submit",
        data={"user": "ana", "values": '{"description": "Freckles"}'},
        files={"files": ("maya.png", PNG, "image/png")},
    )
    assert response.json()["closed"]
    [(_, _, name, description, match, may_vary, visibility, files)] = desk.asked.calls
    assert (name, description, visibility) == ("maya", "Freckles", Visibility.EVERYONE)
    assert (match, may_vary) == ("face, hair, age, build, marks, palette", "clothes, pose, light")
    assert [file.name for file in files] == ["maya.png"]
    assert files[0].url


async def test_a_messages_photos_become_a_reference(desk: Desk) -> None:
    await says_with_photo(desk, "look at her")
    ts = (await desk.outside.messages())[0]["ts"]
    await desk.outside.post("shortcut", user="ana", channel="general", ts=ts, callback_id="use_as_reference")
    assert "photo.png" in str((await desk.view())["blocks"])
    await desk.outside.post("submit", user="ana", values={"name": "@maya"})
    [(_, _, name, *_, files)] = desk.asked.calls
    assert name == "@maya"
    assert [file.name for file in files] == ["photo.png"]


async def test_a_message_without_a_photo_is_no_reference(desk: Desk) -> None:
    ts = await desk.outside.say("ana", "just words")
    await desk.outside.post("shortcut", user="ana", channel="general", ts=ts, callback_id="use_as_reference")
    assert "There is no picture in that message" in (await desk.only_ana_sees())[0]


async def test_in_a_private_channel_a_character_stays_there_at_first(desk: Desk) -> None:
    await desk.command("/cast add maya", channel="design")
    chosen = next(block for block in (await desk.view())["blocks"] if block.get("block_id") == "visibility")
    assert chosen["element"]["initial_option"]["value"] == "channel"


async def test_home_shows_sets_cast_and_month_and_opens_both_forms(desk: Desk) -> None:
    view = (await desk.outside.get("home", user="ana"))["view"]
    for words in ("Maya opens the robot café", "@maya", "$0.15 · 6 pictures", "New set"):
        assert words in str(view["blocks"])
    await desk.outside.post("click", user="ana", view_id=view["id"], action_id="home_new_set")
    answer = await desk.outside.post("submit", user="ana", values={"brief": "a fox"})
    assert answer["closed"], answer
    assert desk.asked.calls[0][1].channel.startswith("D")
    await desk.outside.post("click", user="ana", view_id=view["id"], action_id="cast_add")
    assert (await desk.view())["callback_id"] == "cast_form"
