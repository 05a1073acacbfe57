"""Cancel while a set is drawn: nothing new is begun; what is in the air is finished, kept, shown and paid."""

from bot.money import exact_usd
from tests.conversation import Bot, Person, World, eventually


async def test_what_is_in_the_air_is_kept_and_paid_and_the_rest_is_not_drawn(
    ana: Person, bot: Bot, world: World
) -> None:
    await world.sets(latency={"fixed": 0.8})
    await ana.types("/imageset a train leaves: whistle | platform | tunnel | sea --quality low")
    drawing = await bot.draws("a train leaves")
    await ana.presses("Cancel", drawing.root)
    cancelling = await bot.draws("a train leaves", saying="Cancelling: what is being drawn now is finished and kept.")
    assert not cancelling.root.buttons
    over = await bot.finishes("a train leaves")
    [call] = await world.calls()
    assert ", cancelled: 1 picture · " in over.root.text
    assert "Cancelled. What was drawn is kept." in over.root.words
    assert exact_usd(call.billed).rstrip("0") in over.root.words
    assert "*#1 · v1*  Whistle" in over.root.words
    assert [card.words.splitlines()[1] for card in over.thread] == ["Whistle"]
    for line in ("✕ *#2* Platform · cancelled", "✕ *#3* Tunnel · cancelled", "✕ *#4* Sea · cancelled"):
        assert line in over.root.words


async def test_shots_that_run_beside_each_other_are_all_kept(ana: Person, bot: Bot, world: World) -> None:
    await world.sets(latency={"fixed": 0.6})
    await ana.types("/imageset a bus waits: bell | rain | night --quality low")
    drawing = await bot.draws("a bus waits")
    await bot.shows("#1 · v1", drawing)
    await in_the_air(world, 3)
    await ana.presses("Cancel", drawing.root)
    over = await bot.finishes("a bus waits")
    assert ", cancelled: 3 pictures · " in over.root.text
    assert len(over.cards) == 3


async def test_cancel_works_by_a_word_in_the_thread(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await world.sets(latency={"fixed": 0.6})
    await ana.types("/imageset a tram turns: left | right | round --quality low")
    drawing = await bot.draws("a tram turns")
    await ben.says("!cancel", under=drawing.root)
    over = await bot.finishes("a tram turns")
    assert ", cancelled: 1 picture · " in over.root.text
    assert len(await world.calls()) == 1


async def test_a_cancelled_shot_can_not_be_cancelled_again(ana: Person, bot: Bot, world: World) -> None:
    await world.sets(latency={"fixed": 0.6})
    await ana.types("/imageset a plane lands: near | far --quality low")
    drawing = await bot.draws("a plane lands")
    await ana.presses("Cancel", drawing.root)
    await ana.says("!cancel", under=drawing.root)
    await ana.hears("This set is being cancelled", under=drawing.root)
    await bot.finishes("a plane lands")


async def in_the_air(world: World, begun: int) -> None:
    async def are_begun() -> bool:
        return len(await world.calls()) >= begun

    await eventually(are_begun, lambda: f"{begun} calls begun")
