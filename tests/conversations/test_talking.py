"""In plain words: mentions, direct messages, threads, and channels that the bot is not in."""

import pytest

from tests.conversation import Bot, Person, World

INVITE = "I am not in this channel. Invite me first with `/invite @easel`, then ask again."


async def test_a_mention_asks_for_one_picture(cho: Person, bot: Bot, world: World) -> None:
    await cho.says("@easel a green parrot on a bicycle --quality low")
    parrot = await bot.finishes("a green parrot on a bicycle")
    assert "asked by <@U0CHO0001>" in parrot.root.words
    assert len(await world.calls()) == 1


@pytest.mark.parametrize("words", ["set: {} | plum --quality low", "2 pictures of {} --quality low"])
async def test_a_mention_asks_for_a_set(cho: Person, bot: Bot, world: World, words: str) -> None:
    fruit = "pear: fig" if "|" in words else "one quince"
    await cho.says("@easel " + words.format(fruit))
    fruits = await bot.finishes(fruit.partition(":")[0])
    assert len(fruits.cards) == len(await world.calls()) == 2


async def test_a_direct_message_needs_no_mention(cho: Person, bot: Bot) -> None:
    await cho.says("a tiny lighthouse --quality low", channel="@easel")
    await bot.finishes("a tiny lighthouse", channel="@easel", to="cho")
    assert not await bot.roots("a tiny lighthouse", to="cho")


async def test_a_mention_without_words_is_answered_with_help(cho: Person, world: World) -> None:
    await cho.says("@easel")
    await cho.hears("@easel a red fox in the snow")
    await cho.says("help", channel="@easel")
    await cho.reads("*Say what to draw.*", channel="@easel")
    assert not await world.calls()


async def test_what_cannot_be_understood_in_a_mention_is_told_to_that_person_alone(cho: Person, world: World) -> None:
    await cho.says("@easel a parrot --sparkle")
    told = await cho.hears("There is no option --sparkle")
    assert told.body["is_ephemeral"]
    assert not await world.calls()


async def test_words_that_are_not_for_the_bot_are_left_alone(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a parrot talks: hello | again --quality low")
    parrot = await bot.finishes("a parrot talks")
    await ben.says("draw me a fox, 4 pictures")
    await ben.says("love it, thanks!", under=parrot.root)
    await ben.says("!help", under=parrot.root)
    await ben.hears("*In this thread*", under=parrot.root)
    assert len(await world.calls()) == 2
    assert len((await bot.finishes("a parrot talks")).cards) == 2


@pytest.mark.parametrize("line", ["/imageset a kite over: hill | sea --quality low", "/image a kite over town"])
async def test_in_a_channel_without_the_bot_the_person_is_told_to_invite_it(
    cho: Person, bot: Bot, world: World, line: str
) -> None:
    await cho.types(line, channel="random")
    told = await cho.hears("Invite me first", channel="random")
    assert INVITE in told.words
    assert not await world.calls()
    assert not await bot.roots("a kite over", channel="random", to="cho")


async def test_once_invited_the_same_words_work(cho: Person, bot: Bot, world: World) -> None:
    await world.post("channel", {"channel": "random", "has_bot": True})
    try:
        await cho.types("/image a kite at last --quality low", channel="random")
        await bot.finishes("a kite at last", channel="random", to="cho")
    finally:
        await world.post("channel", {"channel": "random", "has_bot": False})
