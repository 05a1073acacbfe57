"""Several takes of one prompt: one call where the server has `n`, one call each where it lacks it."""

from bot.money import usd
from tests.conversation import Bot, Person, World


async def test_takes_are_one_call_and_a_card_each(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset logo for a bird app --variants 4 --quality low")
    logo = await bot.finishes("logo for a bird app")
    [call] = await world.calls()
    assert call.arguments["n"] == 4
    for version in (1, 2, 3, 4):
        assert logo.card(f"v{version}").alt == "Logo for a bird app"
    assert len(logo.cards) == 4
    assert len(set(call.drawn)) == 4


async def test_the_price_of_one_call_is_shared_by_its_takes(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/image a lamp --variants 3 --quality low")
    lamp = await bot.finishes("a lamp")
    [call] = await world.calls()
    assert f"3 pictures · {f'${call.billed / 1_000_000:.6f}'.rstrip('0')}" in lamp.root.words
    for version in (1, 2, 3):
        assert f" · {usd(round(call.billed / 3))} · " in lamp.card(f"v{version}").words
    assert lamp.root.pictures, "takes have a contact sheet to choose from"


async def test_a_server_without_n_is_asked_once_for_each_take(ana: Person, bot: Bot, world: World) -> None:
    await world.sets(capabilities={"n": False})
    await ana.types("/image a chair --variants 3 --quality low --model gpt-image-2.5-flare")
    chair = await bot.finishes("a chair", saying="3 pictures")
    assert len(chair.cards) == 3
    paid = [call for call in await world.calls() if call.billed]
    assert [call.arguments.get("n") for call in paid] == [None] * 3
    assert f"3 pictures · {f'${sum(call.billed for call in paid) / 1_000_000:.6f}'.rstrip('0')}" in chair.root.words
    assert sorted(card.words.splitlines()[0][:4] for card in chair.cards) == ["*v1*", "*v2*", "*v3*"]


async def test_what_was_learned_about_a_server_saves_the_refused_call(ana: Person, bot: Bot, world: World) -> None:
    await world.sets(capabilities={"n": False})
    for thing in ("stool", "bench"):
        await ana.types(f"/image a {thing} --variants 2 --quality low --model gpt-image-2.5-flare")
        await bot.finishes(f"a {thing}", saying="2 pictures")
    assert [call.body["status"] for call in await world.calls("bench")] == [200, 200]
