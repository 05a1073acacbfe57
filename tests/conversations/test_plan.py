"""A dear set waits: its plan, its price, and the buttons Draw, Draft, Edit plan and Cancel."""

from bot.money import usd
from tests.conversation import Bot, Person, World
from tests.seen import micro

SHOTS = "cover | at the wheel | the storm | the whale | land | home"


async def test_a_dear_set_shows_its_plan_with_price_and_buttons_and_draws_nothing(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.types(f"/imageset a captain sails: {SHOTS} --quality high")
    plan = await bot.plans("a captain sails")
    words = plan.root.words
    for line in ("1. *Cover*  ", "2. *At the wheel*  ", "3. *The storm*  ", "6. *Home*  "):
        assert f"\n{line}" in words
    assert "1024x1024 · gpt-image-2 high" in words
    assert "6 pictures · about $1." in words
    assert " spent in " in words
    draw, draft, edit, cancel = plan.root.buttons
    assert (edit, cancel) == ("Edit plan", "Cancel")
    assert micro(draw) > 1_000_000 > 10 * micro(draft) > 0
    assert (draw.partition(" (")[0], draft.partition(" (")[0]) == ("Draw", "Draft")
    assert not await world.calls()
    await ana.presses("Cancel", plan.root)
    await bot.finishes("a captain sails")


async def test_draw_draws_it_as_planned_and_the_bill_is_the_price_on_the_button(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.types(f"/imageset a dear voyage: {SHOTS} --quality high")
    plan = await bot.plans("a dear voyage")
    [price] = [micro(label) for label in plan.root.buttons if label.startswith("Draw (")]
    await ana.presses("Draw", plan.root)
    done = await bot.finishes("a dear voyage")
    assert done.root.ts == plan.root.ts
    assert len(done.cards) == 6
    billed = sum(call.billed for call in await world.calls())
    assert micro(usd(billed)) == price


async def test_draft_draws_it_in_the_lowest_quality(ana: Person, bot: Bot, world: World) -> None:
    await ana.types(f"/imageset a cheap voyage: {SHOTS} --quality high")
    plan = await bot.plans("a cheap voyage")
    [price] = [micro(label) for label in plan.root.buttons if label.startswith("Draft (")]
    await ana.presses("Draft", plan.root)
    done = await bot.finishes("a cheap voyage")
    calls = await world.calls()
    assert {call.arguments["quality"] for call in calls} == {"low"}
    assert micro(usd(sum(call.billed for call in calls))) == price
    assert "gpt-image-2 low" in done.card("#6 · v1").words


async def test_edit_plan_changes_shots_and_price(ana: Person, bot: Bot, world: World) -> None:
    await ana.types(f"/imageset an edited voyage: {SHOTS} --quality high")
    plan = await bot.plans("an edited voyage")
    await ana.presses("Edit plan", plan.root)
    form = await ana.form("Edit plan")
    lines = form.fields["Shots"]["element"]["initial_value"].splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "Cover", "At the wheel", "The storm", "The whale", "Land", "Home",
    ]  # fmt: skip
    assert (
        await ana.fills(lines="\n".join([*lines[:2], "The kraken: arms around the mast, seen from below"]))
    ).is_closed
    changed = await bot.plans("an edited voyage", saying="3 pictures")
    assert "3. *The kraken*  arms around the mast, seen from below" in changed.root.words
    assert micro(changed.root.words.partition("about ")[2]) < 1_000_000
    await ana.presses("Draw", changed.root)
    done = await bot.finishes("an edited voyage")
    assert len(done.cards) == 3
    [kraken] = await world.calls("Draw only this one: The kraken.")
    assert kraken.section("Scene") == "arms around the mast, seen from below"
    [wheel] = await world.calls("Draw only this one: At the wheel.")
    assert f"At the wheel: {wheel.section('Scene')}" == lines[1]


async def test_an_empty_or_overlong_plan_is_refused_under_its_field(ana: Person, bot: Bot) -> None:
    await ana.types(f"/imageset a stubborn voyage: {SHOTS} --quality high")
    plan = await bot.plans("a stubborn voyage")
    await ana.presses("Edit plan", plan.root)
    await ana.form("Edit plan")
    sent = await ana.fills(lines="\n".join(f"shot {number}" for number in range(21)))
    assert sent.errors == {"lines": "21 shots are more than one set holds here, which is 20."}
    assert (await ana.fills(lines="only one")).is_closed
    await ana.presses("Cancel", (await bot.plans("a stubborn voyage", saying="1 picture ·")).root)


async def test_cancel_of_a_waiting_set_costs_nothing_and_its_buttons_go(ana: Person, bot: Bot, world: World) -> None:
    await ana.types(f"/imageset a voyage given up: {SHOTS} --quality high")
    plan = await bot.plans("a voyage given up")
    await ana.presses("Cancel", plan.root)
    over = await bot.finishes("a voyage given up")
    assert "Cancelled." in over.root.words
    assert not over.root.buttons
    assert not await world.calls()


async def test_a_second_press_on_draw_is_told_that_it_is_drawn_already(
    ana: Person, ben: Person, bot: Bot, world: World
) -> None:
    await world.sets(latency={"fixed": 0.3})
    await ana.types(f"/imageset a voyage for two: {SHOTS} --quality high")
    plan = await bot.plans("a voyage for two")
    await ana.presses("Draw", plan.root)
    await ben.presses("Draw", plan.root)
    await ben.hears("This set is being drawn already.")
    done = await bot.finishes("a voyage for two")
    assert len(done.cards) == len(await world.calls()) == 6


async def test_a_cheap_set_is_drawn_without_asking(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a penny voyage: out | back --quality low")
    done = await bot.finishes("a penny voyage")
    assert len(done.cards) == 2
