"""Money: what people are told, what is written down and what the image API bills is one and the same."""

import pytest

from bot.domain import Size
from bot.money import exact_usd, output_tokens, usd
from bot.providers import Catalogue
from storage.ledger import Ledger
from tests.conversation import Bot, Person, World
from tests.seen import micro


async def test_ledger_and_bill_agree_with_failed_refused_redone_and_cancelled_shots(
    ana: Person, ben: Person, bot: Bot, world: World, ledger: Ledger
) -> None:
    billed, booked = world.sandbox.journal.billed(), await ledger.total()
    of_ana, of_ben = [micro((await who.types("/imagespend")).text) for who in (ana, ben)]
    await world.fails("moderation", match="Draw only this one: Two.", stage="output")
    await world.fails("truncated", match="Draw only this one: Three.")
    await world.fails("server_error", match="Draw only this one: Four.")
    await world.fails("no_usage", match="Draw only this one: Five.")
    await ana.types("/imageset sums: one | two | three | four | five --quality low --size portrait")
    sums = await bot.finishes("sums")
    await ben.presses("Variations", sums.card("#1 · v1"))
    await bot.finishes("sums", saying="*#1 · v4*")
    await world.sets(latency={"fixed": 0.6})
    await ana.types("/imageset half: one | two | three --quality medium --model 2.5")
    await ana.presses("Cancel", (await bot.draws("half")).root)
    await bot.finishes("half")

    spent = world.sandbox.journal.billed() - billed
    assert await ledger.total() - booked == spent == sum(call.billed for call in await world.calls())
    now_ana, now_ben = [micro((await who.types("/imagespend")).text) for who in (ana, ben)]
    assert (now_ana - of_ana) + (now_ben - of_ben) == spent
    [variations] = [call for call in await world.calls() if call.arguments.get("n")]
    assert now_ben - of_ben == variations.billed


@pytest.mark.parametrize(
    ("model", "quality", "size"),
    [
        ("gpt-image-2", "low", "1024x1024"),
        ("gpt-image-2", "high", "864x1536"),
        ("gpt-image-2.5-sunburst", "low", "1536x512"),
    ],
)
async def test_the_output_tokens_of_the_bill_are_those_of_the_estimate(
    ana: Person, bot: Bot, world: World, model: str, quality: str, size: str
) -> None:
    title = f"A coin of {quality} {size}"
    await ana.types(f"/image {title} --model {model} --quality {quality} --size {size}")
    coin = await bot.finishes(title)
    [call] = await world.calls()
    width, height = map(int, size.split("x"))
    assert call.output_tokens == output_tokens(Catalogue.load().get(model), quality, Size(width, height))
    assert f" · {usd(call.billed)} · " in coin.root.words


async def test_both_prices_stand_in_a_finished_set(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset two coins: heads | tails --quality medium --model 2.5")
    coins = await bot.finishes("two coins")
    billed = sum(call.billed for call in await world.calls())
    assert f"2 pictures · {exact_usd(billed).rstrip('0')} (about " in coins.root.words
    assert micro(coins.root.words.partition("(about ")[2]) == pytest.approx(billed, rel=0.02)


async def test_imagespend_has_month_model_and_session(cho: Person, bot: Bot, world: World) -> None:
    before = await cho.types("/imagespend")
    assert micro(before.text) == 0
    await cho.types("/imageset a purse: open | shut --quality low")
    await bot.finishes("a purse")
    billed = sum(call.billed for call in await world.calls())
    spend = await cho.types("/imagespend")
    assert spend.text == f"{exact_usd(billed)} spent in November"
    assert f"*{exact_usd(billed)} spent in November* · 2 pictures" in spend.words
    assert "no budget is set · nothing held" in spend.words
    assert "*By model*\n`████████████` $0.0" in spend.words
    assert "gpt-image-2 · 2 pictures" in spend.words
    assert "A purse · 2 pictures" in spend.words
    assert f"Your last session here: A purse · {exact_usd(billed)} · 2 pictures" in spend.words
    assert spend.body["response_type"] == "ephemeral"


async def test_what_is_being_drawn_stands_there_as_held(ben: Person, bot: Bot, world: World) -> None:
    await world.sets(latency={"fixed": 0.4})
    await ben.types("/imageset a safe: open | shut --quality medium")
    await bot.draws("a safe")
    assert " held right now" in (await ben.types("/imagespend")).words
    await bot.finishes("a safe")
    assert "nothing held" in (await ben.types("/imagespend")).words
