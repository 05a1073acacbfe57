"""Which failed call is made again and when, and how a wait ends early; times are scaled down by their constructors."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.domain import SetState, Waiting
from bot.errors import BadAnswer, Busy, Cancelled, Moderated
from bot.workflows.jobs import Job
from bot.workflows.retries import Patience, Retries
from bot.workflows.show import Show
from bot.workflows.turns import Limits, OwnTurns
from bot.workflows.waits import Waits
from storage import Database, Store, shot_id_of
from tests.storage.examples import a_character, ask_and_plan, hold

JOB = Job("S1", "S1", shot_id_of("S1", 1), 1, "ana")
AWAY = Busy("The image service has a fault of its own.")
CUT_OFF = Busy("The connection broke.", may_be_billed=True)
MODEL = "gpt-image-2"
QUICK = Retries(first=0.01, longest=0.02, give_up_after=0.2, told_after=0.015)
LONG = Retries(first=60.0, longest=60.0, told_after=0.0)


def test_waits_double_to_half_a_minute_and_end_after_a_quarter_of_an_hour() -> None:
    patience, waits = Patience(Retries()), list[float]()
    while (wait := patience.wait_after(AWAY)) is not None:
        waits.append(wait)
    assert waits[:7] == [1, 2, 4, 8, 16, 30, 30]
    assert 10 * 60 < sum(waits) <= 15 * 60


def test_the_service_says_itself_how_long_to_wait() -> None:
    patience = Patience(Retries())
    assert patience.wait_after(Busy("At its limit.", retry_after=42.0)) == 42.0
    assert patience.wait_after(Busy("At its limit.", retry_after=1000.0)) is None


def test_what_may_have_been_paid_is_tried_again_once_however_often_the_service_was_away_before() -> None:
    patience = Patience(Retries())
    assert [patience.wait_after(error) for error in (AWAY, AWAY, CUT_OFF, AWAY, CUT_OFF)] == [1, 2, 4, 8, None]


def test_refusals_are_never_tried_again() -> None:
    assert Patience(Retries()).wait_after(Moderated("Refused.")) is None
    assert Patience(Retries()).wait_after(BadAnswer("No picture.")) is None


def test_nobody_is_told_of_a_short_wait() -> None:
    patience, told = Patience(Retries()), list[bool]()
    for _ in range(4):
        patience.wait_after(AWAY)
        told.append(patience.is_long)
    assert told == [False, False, True, True]


class Moments:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()
    store = Store(database)
    await store.cast.add_character(a_character(), ())
    await ask_and_plan(store)
    await store.sets.set_state("S1", SetState.DRAWING)
    yield store
    await database.close()


def waits_of(store: Store, retries: Retries, clock: Moments | None = None) -> Waits:
    return Waits(store, cast(Show, None), retries, 0.05, clock or Moments())


async def test_while_calls_wait_it_is_known_since_when_and_when_one_is_drawn_no_longer(store: Store) -> None:
    clock = Moments()
    waits = waits_of(store, QUICK, clock)
    with waits.between(JOB, MODEL) as wait:
        assert await wait.out(AWAY)
        assert waits.of(MODEL) is None
        first, clock.now = clock.now, clock.now + timedelta(minutes=5)
        assert await wait.out(AWAY)
        assert waits.of(MODEL) == Waiting(first)
        assert waits.of("another-model") is None
        other = replace(JOB, iteration_id="S2")
        with waits.between(other, MODEL):
            """Drawn at once."""
        assert waits.of(MODEL) is None
        assert await wait.out(AWAY)
        assert waits.of(MODEL) == Waiting(clock.now), "not since before the other picture was drawn"
    assert waits.of(MODEL) is None


async def test_when_the_last_call_gives_up_nothing_waits_any_more(store: Store) -> None:
    waits = waits_of(store, QUICK)
    with suppress(Busy), waits.between(JOB, MODEL) as wait:
        while await wait.out(AWAY):
            """The service stays away."""
        assert waits.of(MODEL)
        raise AWAY
    assert waits.of(MODEL) is None


async def test_cancel_ends_a_wait_at_once(store: Store) -> None:
    waits = waits_of(store, LONG)

    async def wait() -> None:
        with waits.between(JOB, MODEL) as wait:
            await wait.out(AWAY)

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await store.sets.set_state("S1", SetState.CANCELLING)
    began = time.monotonic()
    with pytest.raises(Cancelled, match="nothing was charged"):
        await waiting
    assert time.monotonic() - began < 5
    assert waits.of(MODEL) is None


async def test_cancel_ends_the_wait_for_a_turn_and_the_turn_is_left_to_others(store: Store) -> None:
    waits, turns = waits_of(store, QUICK), OwnTurns(Limits(1, 1))
    async with turns.turn("T1", "ben"):
        await store.sets.set_state("S1", SetState.CANCELLING)
        with pytest.raises(Cancelled):
            async with waits.turn(JOB, turns.turn("T1", "ana")):
                raise AssertionError("there is only one turn")
        assert turns.waiting == 0
    async with waits.turn(JOB, turns.turn("T1", "ana")):
        """Free again; a turn that is there at once is not asked whether it is wanted."""


async def test_a_call_that_was_begun_before_a_crash_gets_its_turn_although_it_was_cancelled(store: Store) -> None:
    waits, turns = waits_of(store, QUICK), OwnTurns(Limits(1, 1))
    await hold(store, JOB.call_id)
    await store.ledger.begin_attempt(JOB.call_id, 0, 50_000)
    await store.sets.set_state("S1", SetState.CANCELLING)
    held = turns.turn("T1", "ben")
    await held.__aenter__()
    asyncio.get_running_loop().call_later(0.3, lambda: asyncio.ensure_future(held.__aexit__(None, None, None)))
    async with waits.turn(JOB, turns.turn("T1", "ana")):
        """Its answer may have been set aside, and is kept."""
