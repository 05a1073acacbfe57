"""A paid call that a crash has cut off is found again at each of its stages; nothing here can reach an image API."""

import base64
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from bot.domain import Outcome, SetState
from bot.errors import Cancelled, ProviderError
from bot.providers import Answered, Catalogue, build
from bot.workflows.answers import Answers
from bot.workflows.jobs import Job
from bot.workflows.paid import PaidCalls
from bot.workflows.show import Show
from bot.workflows.turns import Limits, OwnTurns
from bot.workflows.waits import Waits
from storage import Blobs, Database, Store, shot_id_of
from storage.ledger_rows import LedgerRow
from tests.slack_driving import picture
from tests.storage.examples import a_character, ask_and_plan, hold

JOB = Job("S1", "S1", shot_id_of("S1", 1), 1, "ana")
USAGE = {"input_tokens": 50, "output_tokens": 1056, "input_tokens_details": {"text_tokens": 50, "image_tokens": 0}}
NOWHERE = "http://127.0.0.1:9/v1"


class Bench(NamedTuple):
    store: Store
    answers: Answers
    paid: PaidCalls

    async def begins(self) -> str:
        return await self.store.ledger.begin_attempt(JOB.call_id, 0, 50_000)

    async def rows(self) -> list[LedgerRow]:
        return [row async for row in self.store.ledger.rows(datetime(2000, 1, 1, tzinfo=UTC))]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    """A planned set of two shots whose money is held."""
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()
    store, blobs = Store(database), Blobs((tmp_path / "blobs").as_uri())
    images = build(api_key="sk-none", base_url=NOWHERE)
    await store.cast.add_character(a_character(), ())
    await ask_and_plan(store)
    await hold(store, JOB.call_id)
    waits = Waits(store, cast(Show, None))  # nobody is told of anything here
    turns = OwnTurns(Limits(1, 1))
    yield Bench(store, Answers(blobs), PaidCalls(store, blobs, Catalogue.load(), images, turns, waits, None))
    await images.close()
    await database.close()


def an_answer(png: bytes) -> Answered:
    body = {"data": [{"b64_json": base64.b64encode(png).decode()}], "usage": USAGE}
    return Answered(json.dumps(body).encode(), "req_1")


async def test_an_answer_that_came_before_the_crash_is_kept_and_paid_without_another_call(bench: Bench) -> None:
    attempt = await bench.begins()
    await bench.answers.set_aside(attempt, an_answer(picture(1024, 1024)), 14.2)

    (version,) = await bench.paid.make(JOB)

    assert (version.width, version.height, version.seconds) == (1024, 1024, 14.2)
    (row,) = await bench.rows()
    assert (row.spend.id, row.spend.outcome, row.spend.request_id) == (attempt, Outcome.DRAWN, "req_1")
    assert row.spend.cost == version.cost and version.cost
    assert await bench.store.ledger.open_holds() == []
    assert await bench.answers.find(attempt) is None
    assert await bench.paid.make(JOB) == (version,)


async def test_an_answer_that_came_before_the_crash_is_kept_although_the_set_was_cancelled(bench: Bench) -> None:
    attempt = await bench.begins()
    await bench.answers.set_aside(attempt, an_answer(picture()), 2.0)
    await bench.store.sets.set_state("S1", SetState.CANCELLING)
    assert len(await bench.paid.make(JOB)) == 1


async def test_a_call_in_the_air_at_the_crash_is_in_the_ledger_also_when_the_set_was_cancelled(bench: Bench) -> None:
    attempt = await bench.begins()
    await bench.store.sets.set_state("S1", SetState.CANCELLING)

    with pytest.raises(Cancelled):
        await bench.paid.make(JOB)

    (row,) = await bench.rows()
    assert (row.spend.id, row.spend.outcome, row.spend.cost) == (attempt, Outcome.IN_THE_AIR, 0)
    assert row.spend.unsettled == 50_000
    assert await bench.store.ledger.open_holds() == []


async def test_an_answer_without_a_picture_is_recorded_once_and_not_read_again(bench: Bench) -> None:
    attempt = await bench.begins()
    await bench.answers.set_aside(attempt, replace(an_answer(b""), content=b"<html>Bad gateway</html>"), 2.0)

    with pytest.raises(ProviderError, match="without a picture"):
        await bench.paid.make(JOB)

    (row,) = await bench.rows()
    assert (row.spend.id, row.spend.outcome) == (attempt, Outcome.FAILED)
    assert await bench.answers.find(attempt) is None


async def test_a_set_that_is_being_cancelled_begins_no_new_call(bench: Bench) -> None:
    await bench.store.sets.set_state("S1", SetState.CANCELLING)
    with pytest.raises(Cancelled):
        await bench.paid.make(JOB)
    assert await bench.store.ledger.attempts_of(JOB.call_id) == []
