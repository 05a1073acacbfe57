"""What the image API can do wrong, one row each: what people read, what is charged, and that the thread goes on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.money import usd
from storage.ledger import Ledger
from tests.conversation import Bot, Person, World, eventually

pytestmark = pytest.mark.slow

CLOSED = "closed without an answer"
FREE = "Nothing was charged for it."
PERHAPS = "The provider may still charge for it."
PAID = "It was charged: {billed}."


@dataclass(frozen=True)
class Row:
    """The service fails `times` times as `kind` says. Without a sentence nobody notices, and the picture comes late."""

    kind: str
    sentence: str = ""
    charge: str = ""
    statuses: tuple[int, ...] = ()
    times: int = 1
    detail: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return "a harbour after " + named(self).replace("_", " ").replace("-", " ").replace(".", " ")


TABLE = (
    Row("rate_limit", statuses=(429, 200), detail={"retry_after": 0.2}),
    Row("slow_down", statuses=(429, 429, 200), times=2),
    Row("server_error", statuses=(500, 500, 200), times=2),
    Row("server_error", statuses=(502, 200), detail={"status": 502}),
    Row("overloaded", statuses=(503, 503, 503, 200), times=3),
    Row("drop", statuses=(0, 200)),
    Row("hang", statuses=(0, 200), detail={"seconds": 0.2}),
    Row("late", statuses=(200,), detail={"seconds": 0.3}),
    Row("no_usage", statuses=(200,)),
    Row("drop", "The connection to the image service broke before the picture was here. Try", PERHAPS, (0, 0), 2),
    Row("hang", "The connection to the image service broke before", PERHAPS, (0, 0), 2, {"seconds": 0.1}),
    Row(
        "moderation",
        "refused the words or references for their content (violence). Say it in other words, or use other references.",
        FREE,
        (400,),
        detail={"stage": "input"},
    ),
    Row(
        "moderation",
        "drew the picture and held it back for its content (violence). Say it in other words, or try once more",
        FREE,
        (400,),
        detail={"stage": "output"},
    ),
    Row("quota", "The account with the image service has run out of money or has reached its", FREE, (429,)),
    Row("billing_limit", "The account with the image service has run out of money or has reached", FREE, (400,)),
    Row("unverified", "The image service wants the organisation behind its key to be verified", FREE, (403,)),
    Row("model_gone", "The image service has no model gpt-image-2 for this key. Choose another", FREE, (404,)),
    Row("bad_key", "The image service does not accept the key it was given. An administrator must", FREE, (401,)),
    Row("bad_request", "The image service cannot take these words, perhaps because they are too many.", FREE, (400,)),
    Row("truncated", "The image service answered without a picture that can be used. Try again.", PAID, (200,)),
    Row("invalid", "The image service answered without a picture that can be used. Try again.", PERHAPS, (200,)),
)
NOT_NOTICED = [row for row in TABLE if not row.sentence]
SAID = [row for row in TABLE if row.sentence]


def named(row: Row) -> str:
    return "-".join([row.kind, *map(str, row.detail.values())])


@pytest.fixture(autouse=True)
async def quiet(world: World, ledger: Ledger) -> AsyncIterator[None]:
    await world.calm()
    yield

    async def is_quiet() -> bool:
        return not await ledger.open_holds()

    await eventually(is_quiet, lambda: "the end of the work: money is still held")
    assert world.sandbox.faults.is_empty


async def booked(ledger: Ledger, since: datetime) -> tuple[int, int]:
    """Charged, and perhaps charged, since then."""
    spends = [row.spend async for row in ledger.rows(since)]
    return sum(spend.cost for spend in spends), sum(spend.unsettled for spend in spends)


@pytest.mark.parametrize("row", NOT_NOTICED, ids=named)
async def test_what_passes_by_itself_is_tried_again_and_the_picture_comes(
    ana: Person, bot: Bot, world: World, ledger: Ledger, row: Row
) -> None:
    since = datetime.now(UTC)
    await world.fails(row.kind, times=row.times, **row.detail)
    await ana.types(f"/image {row.title} --quality low")
    done = await bot.finishes(row.title)
    assert len(done.root.pictures) == 1
    calls = await world.calls()
    assert tuple(0 if call.body["error"] == CLOSED else call.body["status"] for call in calls) == row.statuses
    cost, perhaps = await booked(ledger, since)
    answered = [call for call in calls if call.body["error"] is None]
    assert cost == sum(call.billed for call in answered)
    assert perhaps >= sum(call.billed for call in calls) - cost
    assert f" · {usd(answered[-1].billed)} · " in done.root.words


@pytest.mark.parametrize("row", SAID, ids=named)
async def test_what_stays_is_said_with_its_charge_and_try_again_draws_the_picture(
    ana: Person, bot: Bot, world: World, ledger: Ledger, row: Row
) -> None:
    since = datetime.now(UTC)
    await world.fails(row.kind, times=row.times, **row.detail)
    title = f"{row.title} again"
    await ana.types(f"/image {title} --quality low")
    over = await bot.finishes(title)
    calls = await world.calls()
    assert len(calls) == len(row.statuses)
    failed = next(message for message in over.thread if "Try again" in message.buttons)
    assert row.sentence in failed.words
    assert row.charge.format(billed=usd(calls[-1].billed)) in failed.words
    cost, perhaps = await booked(ledger, since)
    billed = sum(call.billed for call in calls)
    assert (cost == billed) if row.charge != PERHAPS else (cost == 0 and perhaps >= billed)
    await ana.presses("Try again", failed)
    shown = await bot.shows("v1", over)
    assert len(shown.pictures) == 1
    assert (await booked(ledger, since))[0] - cost == (await world.calls())[-1].billed
