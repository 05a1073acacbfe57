"""After the set: Redo, Variations, the original and the prompt of a picture. What was there before stays."""

import hashlib

import pytest

from tests.conversation import Bot, Person, World
from tests.seen import PaidCall, SeenSet, micro


@pytest.fixture(scope="module")
async def clock(world: World, bot: Bot) -> SeenSet:
    ana = Person(world, "ana")
    await ana.casts("otto")
    await ana.types("/imageset @otto mends a clock: cover | at the bench | done --quality low --style ink")
    return await bot.finishes("otto mends a clock")


async def first_call(world: World, title: str) -> PaidCall:
    calls = await world.calls("set about “Otto mends a clock”", ever=True)
    return next(call for call in calls if f"Draw only this one: {title}." in call.prompt)


async def test_redo_makes_a_second_version_and_keeps_the_first(
    ana: Person, bot: Bot, world: World, clock: SeenSet
) -> None:
    before = clock.card("#2 · v1")
    await ana.presses("Redo", before)
    second = await bot.shows("#2 · v2", clock)
    after = await bot.finishes("otto mends a clock", saying="*#2 · v2*")
    assert after.card("#2 · v1").body == before.body
    assert second.alt == before.alt
    assert (list(second.buttons), list(second.menus)) == (list(before.buttons), list(before.menus))
    [call] = await world.calls()
    picture = await world.picture(second.pictures[0]["sandbox_url"])
    assert [hashlib.sha256(picture).hexdigest()] == call.drawn


async def test_redo_sends_the_same_words_and_references_again(
    ana: Person, bot: Bot, world: World, clock: SeenSet
) -> None:
    await ana.presses("Redo", clock.card("#3 · v1"))
    await bot.finishes("otto mends a clock", saying="*#3 · v2*")
    [again], first = await world.calls(), await first_call(world, "Done")
    assert again.references == first.references
    assert len(again.references) == 2
    assert again.prompt == first.prompt


async def test_redo_of_the_anchor_is_drawn_from_the_character_alone_and_the_sheet_shows_it(
    ana: Person, bot: Bot, world: World, clock: SeenSet
) -> None:
    before = (await bot.finishes("otto mends a clock")).root.pictures[0]["sandbox_url"]
    await ana.presses("Redo", clock.card("#1 · v1"))
    after = await bot.finishes("otto mends a clock", saying="*#1 · v2*")
    assert after.root.pictures[0]["sandbox_url"] != before
    [again] = await world.calls()
    assert again.references == (await first_call(world, "Cover")).references
    assert len(again.references) == 1


async def test_while_it_is_drawn_again_the_thread_says_so(ana: Person, bot: Bot, world: World, clock: SeenSet) -> None:
    await world.sets(latency={"fixed": 0.5})
    await ana.presses("Redo", clock.card("#2 · v1"))
    await ana.reads("Drawing #2 again", under=clock.root)
    await bot.shows("#2 · v3", clock)
    thread = (await bot.finishes("otto mends a clock", saying="*#2 · v3*")).thread
    assert not [message for message in thread if "Drawing #2 again" in message.words], "the card takes its place"


async def test_variations_are_three_more_takes_of_one_shot_in_one_call(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a kite in the wind: up | down --quality low")
    kite = await bot.finishes("a kite in the wind")
    await ana.presses("Variations", kite.card("#1 · v1"))
    for version in (2, 3, 4):
        await bot.shows(f"#1 · v{version}", kite)
    after = await bot.finishes("a kite in the wind", saying="*#1 · v4*")
    assert len(after.cards) == 5
    assert after.root.words.count("5 pictures · $") == 1
    assert [call.arguments.get("n") for call in await world.calls()] == [None, None, 3]


async def test_who_presses_redo_pays_for_it(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a drum: near | far --quality low")
    drum = await bot.finishes("a drum")
    of_ana, of_ben = [micro((await who.types("/imagespend")).text) for who in (ana, ben)]
    await ben.presses("Redo", drum.card("#1 · v1"))
    await bot.finishes("a drum", saying="*#1 · v2*")
    assert micro((await ben.types("/imagespend")).text) == of_ben + (await world.calls())[-1].billed
    assert micro((await ana.types("/imagespend")).text) == of_ana


async def test_the_original_is_shared_as_a_file_of_its_own(ana: Person, world: World, clock: SeenSet) -> None:
    card = clock.card("#2 · v1")
    await ana.chooses("Original", card)
    shared = await ana.reads("The original of otto-mends-a-clock-2-v1.png", under=clock.root)
    [file] = shared.body["files"]
    assert await world.picture(file["sandbox_url"]) == await world.picture(card.pictures[0]["sandbox_url"])


async def test_the_prompt_is_shown_word_for_word_in_a_form(ana: Person, world: World, clock: SeenSet) -> None:
    await ana.chooses("Prompt", clock.card("#2 · v1"))
    shown = await ana.form("Prompt")
    assert shown.words == (await first_call(world, "At the bench")).prompt
    await ana.closes_form()
