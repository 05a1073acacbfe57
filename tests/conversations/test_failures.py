"""The image service says no: a sentence with cause, cost and next step; the other shots are finished and kept."""

import pytest

from bot.money import exact_usd, usd
from tests.conversation import Bot, Person, World


async def test_one_moderated_shot_does_not_sink_the_others_and_costs_nothing(
    ana: Person, bot: Bot, world: World
) -> None:
    await world.fails("moderation", match="Draw only this one: Fire.", stage="input")
    await ana.types("/imageset a dragon bakes: flour | fire | bread --quality low")
    done = await bot.finishes("a dragon bakes")
    assert sorted(card.words.splitlines()[1] for card in done.cards) == ["Bread", "Flour"]
    refused = done.note("could not be drawn")
    assert refused.words.splitlines()[0] == "✕ *#2* *Fire* could not be drawn."
    assert "The image service refused the words or references for their content (violence)." in refused.words
    assert "Nothing was charged for it." in refused.words
    assert list(refused.buttons) == ["Try again"]
    assert "✕ *#2* Fire · The image service refused the words" in done.root.words
    assert "Try again is in the thread." in done.root.words
    calls = await world.calls()
    assert sorted(call.body["status"] for call in calls) == [200, 200, 400], "refused content is not tried again"
    paid = exact_usd(sum(call.billed for call in calls)).rstrip("0")
    assert f"2 pictures · {paid}" in done.root.words


async def test_try_again_draws_the_failed_shot_in_its_place(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("moderation", match="Draw only this one: Fire.", stage="output")
    await ana.types("/imageset a dragon cooks: water | fire | soup --quality low")
    done = await bot.finishes("a dragon cooks")
    refused = done.note("drew the picture and held it back for its content")
    await ana.presses("Try again", refused)
    card = await bot.shows("#2 · v1", done)
    assert card.words.splitlines()[1] == "Fire"
    after = await bot.finishes("a dragon cooks", saying="*#2 · v1*")
    assert "✕" not in after.root.words
    anchor, again = (await world.calls())[0], (await world.calls())[-1]
    assert again.references == anchor.drawn
    assert after.root.pictures


async def test_a_failed_anchor_leaves_the_anchor_to_the_next_shot(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("moderation", match="Draw only this one: Eggs.")
    await ana.types("/imageset a dragon sells: eggs | coal | gold --quality low")
    done = await bot.finishes("a dragon sells")
    assert [card.words.splitlines()[1] for card in done.cards] == ["Coal", "Gold"]
    _, coal, gold = await world.calls()
    assert (coal.references, gold.references) == ([], coal.drawn)


async def test_a_set_of_which_nothing_could_be_drawn_says_so(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("moderation", times=2)
    await ana.types("/imageset a dragon rests: day | night --quality low")
    over = await bot.finishes("a dragon rests")
    assert " could not be drawn: " in over.root.text
    assert "$0.00" in over.root.words or "Nothing was spent." in over.root.words
    assert len([message for message in over.thread if "Try again" in message.buttons]) == 2


async def test_a_rate_limit_is_waited_out(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("rate_limit", retry_after=0.3)
    await ana.types("/image a patient dragon --quality low")
    await bot.finishes("a patient dragon")
    refused, drawn = await world.calls()
    assert (refused.body["status"], drawn.body["status"]) == (429, 200)
    assert 0.3 <= drawn.body["started"] - refused.body["ended"] < 1.5


async def test_a_fault_of_the_service_is_tried_again(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("server_error")
    await ana.types("/image a stumbling dragon --quality low")
    await bot.finishes("a stumbling dragon")
    assert [call.body["status"] for call in await world.calls()] == [500, 200]


async def test_an_answer_without_usage_is_booked_at_its_estimate(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("no_usage")
    await ana.types("/image an uncounted dragon --quality low")
    done = await bot.finishes("an uncounted dragon")
    [call] = await world.calls()
    assert f"*v1* · gpt-image-2 low · {usd(call.billed)} · " in done.root.words


async def test_a_truncated_picture_fails_with_what_it_was_charged(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("truncated", match="Draw only this one: Fire.")
    await ana.types("/imageset a dragon paints: chalk | fire --quality low")
    done = await bot.finishes("a dragon paints")
    broken = (await world.calls())[-1]
    assert broken.billed > 0
    sentence = "The image service answered without a picture that can be used. Try again."
    assert f"{sentence} It was charged: {usd(broken.billed)}." in done.note("could not be drawn").words
    both = exact_usd(sum(call.billed for call in await world.calls())).rstrip("0")
    assert f"1 picture · {both}" in done.root.words


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("quota", "The account with the image service has run out of money"),
        ("bad_key", "The image service does not accept the key it was given."),
        ("unverified", "wants the organisation behind its key to be verified"),
        ("bad_request", "The image service cannot take these words"),
    ],
)
async def test_what_only_people_can_mend_is_said_and_not_tried_again(
    ana: Person, bot: Bot, world: World, kind: str, sentence: str
) -> None:
    await world.fails(kind)
    await ana.types(f"/image a dragon with {kind} --quality low")
    over = await bot.finishes(f"a dragon with {kind}")
    said = over.root.words + "".join(message.words for message in over.thread)
    assert sentence in said
    assert "Nothing was charged for it." in said
    assert len(await world.calls()) == 1
