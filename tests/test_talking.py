"""Plain words, in mentions, direct messages and threads, reach the right use case once."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain import (
    Surface,
    Visibility,
)
from bot.errors import BadRequest
from handlers.blocks.root import root_body
from handlers.talk import introduction, read_words
from tests.desk import Desk, at_the_desk, says_with_photo
from tests.sandbox.faults import Fault
from tests.views import a_view


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with at_the_desk() as desk:
        yield desk


async def test_a_mention_asks_once_though_slack_sends_two_events(desk: Desk) -> None:
    ts = await desk.outside.say("ana", "@easel a red fox in the snow")
    [(_, message, single)] = await desk.soon_asked()
    assert (message.text, single, message.surface) == ("a red fox in the snow", True, Surface.MENTION)
    assert message.id == f"T0EASEL:C0GENERAL1:{ts}"


async def test_a_direct_message_asks_for_a_set(desk: Desk) -> None:
    await desk.outside.say("ana", "set: Maya opens the café: cover | thumbs up", channel="@easel")
    [(_, message, single)] = await desk.soon_asked()
    assert (message.text, single, message.surface) == (
        "Maya opens the café: cover | thumbs up",
        False,
        Surface.DIRECT,
    )


async def test_an_event_that_slack_delivers_twice_has_the_same_id(desk: Desk) -> None:
    desk.sandbox.faults.add(Fault("slack", "twice", "app_mention"))
    await desk.outside.say("ana", "@easel a red fox")
    calls = await desk.soon_asked(2)
    assert calls[0][1] == calls[1][1]


async def test_photos_with_an_introduction_make_a_character(desk: Desk) -> None:
    await says_with_photo(desk, "@easel this is Maya, a barista")
    [(verb, message, name, description, *_, visibility, files)] = await desk.soon_asked()
    assert (verb, name, description, visibility) == ("add", "Maya", "a barista", Visibility.CHANNEL)
    assert files == message.files


async def test_words_that_cannot_be_read_are_explained_where_they_were_written(desk: Desk) -> None:
    desk.asked.refuses = BadRequest("I do not know --stile.")
    await desk.outside.say("ana", "@easel a fox --stile flat")
    await desk.soon_asked()
    assert await desk.only_ana_sees() == ["I do not know --stile."]
    desk.asked.refuses = BadRequest("I do not know --stile.")
    await desk.outside.say("ana", "a fox --stile flat", channel="@easel")
    await desk.soon_asked(2)
    assert (await desk.outside.messages("@easel", user="ana"))[-1]["text"] == "I do not know --stile."


async def test_talk_in_threads_and_channels_is_left_alone(desk: Desk) -> None:
    ts = await desk.outside.say("ana", "nothing for the bot")
    await desk.outside.say("ben", "thanks @easel", thread_ts=ts)
    await desk.outside.say("ben", "!cancel that", thread_ts=ts)
    await asyncio.sleep(0.2)
    assert desk.asked.calls == []


async def test_a_thread_is_cancelled_and_helped_with_a_word(desk: Desk) -> None:
    root = await desk.posts(root_body(a_view()))
    await desk.outside.say("ana", "!cancel", thread_ts=root)
    [(verb, message)] = await desk.soon_asked()
    assert (verb, message.thread_ts) == ("cancel_in_thread", root)
    await desk.outside.say("ana", "!help", thread_ts=root)
    await asyncio.sleep(0.2)
    seen = await desk.outside.messages(thread_ts=root, user="ana")
    assert any("!cancel" in str(message.get("blocks")) for message in seen)


@pytest.mark.parametrize(
    ("text", "words", "single"),
    [
        ("a red fox", "a red fox", True),
        ("imageset a fox: day | night", "a fox: day | night", False),
        ("set 5 launch of our app", "5 launch of our app", False),
        ("a fox: day | night", "a fox: day | night", False),
        ("5 launch of our running app", "5 launch of our running app", False),
        ("storyboard a runner, 8 panels", "a runner, 8 panels", False),
        ("image a red fox", "a red fox", True),
        ("image of a fox", "image of a fox", True),
        ("3d render of a robot", "3d render of a robot", True),
        ("1 fox", "1 fox", True),
    ],
)
def test_plain_words_ask_for_one_picture_or_a_set(text: str, words: str, single: bool) -> None:
    assert read_words(text) == (words, single)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("this is maya", ("maya", "")),
        ("This is @Maya: freckles, yellow coat", ("Maya", "freckles, yellow coat")),
        ("add maya", ("maya", "")),
        ("add this as maya", ("maya", "")),
        ("a woman with freckles as @maya", ("maya", "a woman with freckles")),
        ("as maya", ("maya", "")),
        ("save her as maya", ("maya", "")),
        ("this is a red fox in the snow", None),
        ("draw this as a watercolour", None),
        ("draw this as watercolour", None),
        ("use it as background", None),
        ("make it brighter", None),
    ],
)
def test_words_with_photos_introduce_somebody_or_not(text: str, found: tuple[str, str] | None) -> None:
    assert introduction(text) == found
