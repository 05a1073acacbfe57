"""Replies in a thread: the last picture changes, and only what was asked for."""

import asyncio
import hashlib

import pytest

from tests.conversation import Bot, Person, World
from tests.seen import Seen, SeenSet, photo

ENGLISH = (
    "a white mug on a dark wooden table with coffee beans",
    "make the mug matte dark green, keep everything else unchanged",
    "replace the wooden table with a white marble top; the coffee beans keep their place and number",
)
CHINESE = (
    "a white mug on a dark wooden table with coffee beans, seen from above",
    "把杯子颜色改成磨砂墨绿色，其他元素保持不变",
    "木桌换成白色大理石桌面，咖啡豆位置和数量保持原样",
)


async def begun(ana: Person, bot: Bot, words: str) -> SeenSet:
    await ana.types(f"/image {words} --quality low")
    return await bot.finishes(words)


async def sha_of(world: World, seen: Seen) -> str:
    return hashlib.sha256(await world.picture(seen.pictures[0]["sandbox_url"])).hexdigest()


@pytest.mark.parametrize("said", [ENGLISH, pytest.param(CHINESE, marks=pytest.mark.slow)], ids=["english", "chinese"])
async def test_the_seed_conversation(ana: Person, bot: Bot, world: World, said: tuple[str, str, str]) -> None:
    drawn = await begun(ana, bot, said[0])
    first = await sha_of(world, drawn.root)
    await ana.says(said[1], under=drawn.root)
    v2 = await ana.reads("*v2*", under=drawn.root)
    await ana.says(said[2], under=drawn.root)
    v3 = await ana.reads("*v3*", under=drawn.root)
    assert "Edit of v1" in v2.words and "Edit of v2" in v3.words
    *_, second_call, third_call = await world.calls()
    assert second_call.references == [first]
    assert third_call.references == [await sha_of(world, v2), first], "the last picture, then the clean original"
    assert third_call.section("Change") and said[2].split("；")[0].split(";")[0] in third_call.prompt
    assert "Do not" in third_call.section("Key constraint")
    assert "beans" in third_call.section("Keep") or "咖啡豆" in third_call.section("Keep")
    assert "kept" in v3.words


async def test_talk_costs_nothing_and_is_not_answered(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a quiet harbour at dawn")
    for words in ("thanks!", "love it", "<@U0BEN0001> what do you think?", ":heart:", "https://example.com/a.png"):
        await ben.says(words, under=drawn.root)
    await ben.says("make the sky pink", under=drawn.root)
    await ana.reads("*v2*", under=drawn.root)
    assert len(await world.calls()) == 2
    thread = await world.messages("general", "ana", thread_ts=drawn.root.ts)
    assert len([seen for seen in thread if seen.body.get("bot_id")]) == 2, "the root and one card"


@pytest.mark.slow
async def test_undo_and_back_cost_nothing_and_the_next_change_begins_there(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "an old tower on a cliff")
    first = await sha_of(world, drawn.root)
    await ana.says("make the tower red", under=drawn.root)
    await ana.reads("*v2*", under=drawn.root)
    await ana.says("undo", under=drawn.root)
    await ana.reads("Back to v1.", under=drawn.root)
    paid = len(await world.calls())
    await ana.says("add a small boat on the left", under=drawn.root)
    v3 = await ana.reads("*v3*", under=drawn.root)
    assert "Edit of v1" in v3.words
    calls = await world.calls()
    assert len(calls) == paid + 1 and calls[-1].references == [first]
    await ana.says("undo", under=drawn.root)
    await ana.says("undo", under=drawn.root)
    await ana.reads("v1 is the first version, so there is nothing to undo.", under=drawn.root)


@pytest.mark.slow
async def test_replies_that_come_together_are_done_one_after_the_other(
    ana: Person, ben: Person, cho: Person, bot: Bot, world: World
) -> None:
    drawn = await begun(ana, bot, "a bowl of lemons on a blue table")
    wishes = ["make the bowl red", "add a spoon on the left", "make the table white", "make it night"]
    people = [ana, ben, cho, ana]
    await asyncio.gather(*[who.says(wish, under=drawn.root) for who, wish in zip(people, wishes, strict=True)])
    for version in range(2, 6):
        card = await bot.shows(f"v{version}", drawn)
        assert f"Edit of v{version - 1}" in card.words, "a line, not a bush"


@pytest.mark.slow
async def test_versions_are_compared_and_mapped(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a teapot on a shelf")
    await ana.says("make the teapot blue", under=drawn.root)
    await ana.reads("*v2*", under=drawn.root)
    await ana.says("compare v1 and v2", under=drawn.root)
    side_by_side = await ana.reads("v1 and v2, side by side.", under=drawn.root)
    await ana.says("!tree", under=drawn.root)
    tree = await ana.reads("All 2 versions; the current one is v2.", under=drawn.root)
    assert side_by_side.pictures and tree.pictures
    assert len(await world.calls()) == 2


@pytest.mark.slow
async def test_in_a_set_a_reply_names_the_picture_it_means(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a fox: asleep | awake --quality low")
    drawn = await bot.finishes("a fox")
    await ana.says("make it darker", under=drawn.root)
    await ana.reads("Which picture? Begin with its number, like `#2 darker`.", under=drawn.root)
    await ana.says("#2 darker", under=drawn.root)
    card = await ana.reads("*#2 · v2*", under=drawn.root)
    assert "Edit of v1" in card.words
    await ana.says("#7 darker", under=drawn.root)
    await ana.reads("There is no", under=drawn.root)


async def test_what_an_edit_does_badly_is_said_and_costs_nothing(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a market in the rain")
    for words, why in (("make it portrait", "shape"), ("add two more people", "number"), ("from above", "viewpoint")):
        await ana.says(words, under=drawn.root)
        assert why in (await ana.reads(why, under=drawn.root)).words
    assert len(await world.calls()) == 1


@pytest.mark.slow
async def test_the_fifth_redraw_of_a_chain_is_drawn_from_its_first_version(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a desk by a window")
    first = await sha_of(world, drawn.root)
    wishes = ("make the desk red", "add a lamp on the left", "make the desk blue", "add a cat", "remove the lamp")
    for number, wish in enumerate(wishes, start=2):
        await ana.says(wish, under=drawn.root)
        card = await bot.shows(f"v{number}", drawn)
    assert "redrawn from v1 with all 2 changes, to stay sharp" in card.words, "blue, and a cat; the lamp came and went"
    fifth = (await world.calls())[-1]
    assert fifth.references[0] == first
    assert "red" not in fifth.section("Change") and "blue" in fifth.section("Change")
    await ana.says("undo", under=drawn.root)
    await ana.reads("Back to v5.", under=drawn.root)


async def test_what_is_not_clear_is_asked_and_an_answer_may_be_pressed(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a bridge in the fog")
    await ana.says("make it better", under=drawn.root)
    asked = await ana.reads("What should change?", under=drawn.root)
    assert len(await world.calls()) == 1
    await ana.presses("make it brighter", asked)
    assert "Edit of v1" in (await bot.shows("v2", drawn)).words


@pytest.mark.slow
async def test_start_again_draws_a_new_picture_with_all_changes_in_the_new_shape(
    ana: Person, bot: Bot, world: World
) -> None:
    drawn = await begun(ana, bot, "a kite over the dunes")
    await ana.says("make the kite red", under=drawn.root)
    await bot.shows("v2", drawn)
    await ana.says("make it portrait", under=drawn.root)
    asked = await ana.reads("Another shape needs another picture", under=drawn.root)
    assert {"Start again", "Edit anyway"} <= set(asked.buttons)
    await ana.presses("Start again", asked)
    await bot.shows("v3", drawn)
    again = (await world.calls())[-1]
    assert again.body["method"] == "images.generations" and again.arguments["size"] == "1024x1536"
    assert "red" in again.section("Scene") and "kite over the dunes" in again.section("Scene")


@pytest.mark.slow
async def test_edit_anyway_edits_the_whole_picture(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a parade in the street")
    await ana.says("from above", under=drawn.root)
    await ana.presses("Edit anyway", await ana.reads("Another viewpoint", under=drawn.root))
    card = await bot.shows("v2", drawn)
    assert "Edit of v1" in card.words
    call = (await world.calls())[-1]
    assert call.references == [await sha_of(world, drawn.root)] and "from above" in call.prompt


async def test_a_picture_in_a_reply_is_never_left_out_silently(ana: Person, bot: Bot, world: World) -> None:
    drawn = await begun(ana, bot, "a shop window")
    await ana.says("put this logo on the door", photo("logo.png"), under=drawn.root)
    await ana.reads("I do not use pictures from replies yet.", under=drawn.root)
    assert len(await world.calls()) == 1


async def test_a_reply_before_there_is_a_picture_costs_nothing(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset 12 views of a canyon --quality high")
    planned = await bot.plans("views of a canyon")
    await ana.says("make it darker", under=planned.root)
    await ana.reads("There is no picture here yet.", under=planned.root)
    assert not await world.calls()
    await ana.presses("Cancel", planned.root)
