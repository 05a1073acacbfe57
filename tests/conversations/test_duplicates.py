"""What Slack delivers twice is drawn once; people who ask at the same time do not get in each other's way."""

import asyncio

from bot.money import exact_usd
from tests.conversation import Bot, Person, World
from tests.seen import micro


async def test_a_command_delivered_twice_is_drawn_once(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("twice", target="slack", method="command")
    await ana.types("/imageset an echo: hello | hello again --quality low")
    await bot.finishes("an echo")
    assert len(await bot.roots("an echo")) == 1
    assert len(await world.calls()) == 2


async def test_a_mention_delivered_twice_is_drawn_once(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("twice", target="slack", method="app_mention")
    await ana.says("@easel an echo in the hills --quality low")
    await bot.finishes("an echo in the hills")
    assert len(await bot.roots("an echo in the hills")) == 1
    assert len(await world.calls()) == 1


async def test_a_mention_whose_acknowledgement_is_lost_is_delivered_again_and_drawn_once(
    ana: Person, bot: Bot, world: World
) -> None:
    await world.fails("lost", target="slack", method="app_mention")
    await ana.says("@easel a lost echo --quality low")
    await bot.finishes("a lost echo")
    assert len(await world.calls()) == 1


async def test_a_direct_message_delivered_twice_is_drawn_once(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("twice", target="slack", method="event")
    await ana.says("an echo at home --quality low", channel="@easel")
    await bot.finishes("an echo at home", channel="@easel")
    assert len(await world.calls()) == 1


async def test_a_press_delivered_twice_redraws_once(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a double echo: one | two --quality low")
    echo = await bot.finishes("a double echo")
    await world.fails("twice", target="slack", method="action")
    await ana.presses("Redo", echo.card("#2 · v1"))
    after = await bot.finishes("a double echo", saying="*#2 · v2*")
    assert len(after.cards) == len(await world.calls()) == 3


async def test_a_form_delivered_twice_is_drawn_once(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset")
    await world.fails("twice", target="slack", method="view_submission")
    sent = await ana.fills(brief="a written echo", shots="one\ntwo", quality="low")
    assert sent.is_closed, sent.errors
    await bot.finishes("a written echo")
    assert len(await bot.roots("a written echo")) == 1
    assert len(await world.calls()) == 2


async def test_two_people_at_once_each_get_their_own_set_and_pay_for_it(
    ana: Person, ben: Person, bot: Bot, world: World
) -> None:
    before = [micro((await who.types("/imagespend")).text) for who in (ana, ben)]
    await world.sets(latency={"fixed": 0.3})
    await asyncio.gather(
        ana.types("/imageset left bank: mill | bridge | inn --quality low"),
        ben.types("/imageset right bank: port | crane --quality medium", channel="design"),
    )
    left, right = await asyncio.gather(
        bot.finishes("left bank"), bot.finishes("right bank", channel="design", to="ben")
    )
    assert ("asked by <@U0ANA0001>" in left.root.words, "asked by <@U0BEN0001>" in right.root.words) == (True, True)
    assert (len(left.cards), len(right.cards)) == (3, 2)
    paid = [sum(call.billed for call in await world.calls(about)) for about in ("left bank", "right bank")]
    after = [micro((await who.types("/imagespend")).text) for who in (ana, ben)]
    assert [now - then for now, then in zip(after, before, strict=True)] == paid
    assert exact_usd(paid[0]).rstrip("0") in left.root.words
    anchors = [(await world.calls(about))[0].drawn for about in ("left bank", "right bank")]
    assert [(await world.calls(about))[1].references for about in ("left bank", "right bank")] == anchors


async def test_two_who_redo_the_same_shot_get_a_version_each(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a shared wall: red | blue --quality low")
    wall = await bot.finishes("a shared wall")
    card = wall.card("#1 · v1")
    await asyncio.gather(ana.presses("Redo", card), ben.presses("Redo", card))
    after = await bot.finishes("a shared wall", saying="*#1 · v3*")
    labels = sorted(card.words.splitlines()[0][:9] for card in after.cards)
    assert labels == ["*#1 · v1*", "*#1 · v2*", "*#1 · v3*", "*#2 · v1*"]
    assert len(await world.calls()) == 4
