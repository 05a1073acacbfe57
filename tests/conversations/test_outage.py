"""The image service is away for a while: who waits is told, may cancel at once, or gets the pictures later."""

from collections.abc import AsyncIterator

import pytest

from tests.conversation import Bot, Person, World, eventually
from tests.seen import Seen, SeenSet

AWAY = "The image service has not answered since <!date^"


class Outage:
    """All calls of the image service fail until it is over."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def begins(self, kind: str = "overloaded", retry_after: float = 0.0) -> None:
        await self._world.fails(kind, times=10_000, retry_after=retry_after)

    def ends(self) -> None:
        self._world.sandbox.faults.clear()


@pytest.fixture
async def outage(world: World) -> AsyncIterator[Outage]:
    outage = Outage(world)
    yield outage
    outage.ends()


async def test_a_set_waits_says_so_and_is_drawn_when_the_service_is_back(
    ana: Person, bot: Bot, world: World, outage: Outage
) -> None:
    await outage.begins()
    await ana.types("/imageset a stranded ship: storm | raft | shark | sail | home --quality low")
    waiting = await bot.draws("a stranded ship", saying=AWAY)
    assert "; 5 pictures wait and are drawn when it is back." in waiting.root.words
    assert ", waiting for the image service" in waiting.root.text
    assert not waiting.thread
    outage.ends()
    done = await bot.finishes("a stranded ship")
    assert AWAY not in done.root.words
    assert len(done.cards) == 5
    statuses = [call.body["status"] for call in await world.calls()]
    assert statuses.count(200) == 5
    assert set(statuses) == {503, 200}


async def test_one_picture_waits_and_says_so(ana: Person, bot: Bot, outage: Outage) -> None:
    await outage.begins("server_error")
    await ana.types("/image a stranded sailor --quality low")
    waiting = await bot.draws("a stranded sailor", saying=AWAY)
    assert "; 1 picture waits and is drawn when it is back." in waiting.root.words
    outage.ends()
    done = await bot.finishes("a stranded sailor")
    assert AWAY not in done.root.words
    assert done.root.pictures


async def test_a_limit_of_the_service_is_named_as_what_it_is(ana: Person, bot: Bot, outage: Outage) -> None:
    await outage.begins("rate_limit", retry_after=0.3)
    await ana.types("/image a busy port --quality low")
    waiting = await bot.draws("a busy port", saying="The image service has been at its limit since <!date^")
    assert "; 1 picture waits and is drawn as soon as it takes more." in waiting.root.words
    outage.ends()
    await bot.finishes("a busy port")


async def test_a_set_that_waits_is_cancelled_at_once_and_costs_nothing(
    ana: Person, bot: Bot, world: World, outage: Outage
) -> None:
    await outage.begins("rate_limit", retry_after=25)
    await ana.types("/imageset a patient whale: up | down | away --quality low")
    waiting = await bot.draws("a patient whale", saying="3 pictures wait")
    await ana.presses("Cancel", waiting.root)
    over = await bot.finishes("a patient whale")
    assert ", cancelled: 0 pictures · $0.00" in over.root.text
    assert [call.body["status"] for call in await world.calls()] == [429]


@pytest.fixture(scope="module")
async def lighthouse(world: World, bot: Bot) -> SeenSet:
    await Person(world, "ana").types("/imageset a lighthouse: lamp | stairs --quality low")
    return await bot.finishes("a lighthouse")


async def test_a_picture_that_is_drawn_again_waits_where_it_will_stand(
    ana: Person, bot: Bot, outage: Outage, lighthouse: SeenSet
) -> None:
    await outage.begins()
    await ana.presses("Redo", lighthouse.card("#2 · v1"))
    waiting = await ana.reads(AWAY, under=lighthouse.root)
    assert "Drawing #2 again" in waiting.words
    assert "1 picture waits and is drawn when it is back. Say `!cancel` here to stop waiting." in waiting.words
    outage.ends()
    card = await bot.shows("#2 · v2", lighthouse)
    assert card.ts == waiting.ts
    assert AWAY not in card.words


async def test_a_picture_that_is_drawn_again_is_cancelled_by_a_word_and_costs_nothing(
    ana: Person, bot: Bot, world: World, outage: Outage, lighthouse: SeenSet
) -> None:
    await outage.begins("rate_limit", retry_after=25)
    await ana.presses("Redo", lighthouse.card("#1 · v1"))
    before = await ana.reads("at its limit since", under=lighthouse.root)
    await ana.says("!cancel", under=lighthouse.root)

    async def is_over() -> Seen | None:
        thread = (await bot.finishes("a lighthouse")).thread
        return next((m for m in thread if m.ts == before.ts and "Cancelled before it was drawn" in m.words), None)

    over = await eventually(is_over, lambda: "the end of the wait")
    assert "nothing was charged for it." in over.words
    assert [call.body["status"] for call in await world.calls()] == [429]
