"""Money: held in one atomic step, spent once, never more than there is."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain import Outcome
from bot.errors import OverBudget
from storage import Store
from tests.storage.conftest import Watch
from tests.storage.examples import NOVEMBER, NOW, a_hold, a_spend, a_version, ask, ask_and_plan, hold

BUDGET = 10_000_000


async def test_64_requests_at_once_never_pass_the_budget(store: Store) -> None:
    await ask(store)
    tries = (hold(store, f"call {n}", budget=BUDGET, amount=333_333) for n in range(64))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes].count(OverBudget) == 34
    assert sum(held.amount for held in await store.ledger.open_holds()) == 30 * 333_333


async def test_holding_and_settling_at_once_never_pass_the_budget(store: Store) -> None:
    await ask_and_plan(store)

    async def draw(call: str) -> None:
        await hold(store, call, budget=1_000, amount=100)
        await store.versions.keep([a_version(f"V {call}")], a_spend(call, cost=100))

    outcomes = await asyncio.gather(*(draw(f"call {n}") for n in range(32)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes].count(OverBudget) == 22
    assert await store.ledger.total() == 1_000


async def test_a_budget_may_be_used_to_the_last_micro_dollar(store: Store) -> None:
    await ask(store)
    await hold(store, "one", "two", budget=100, amount=50)
    with pytest.raises(OverBudget):
        await hold(store, "three", budget=100, amount=1)


async def test_a_set_is_held_whole_or_not_at_all(store: Store) -> None:
    await ask(store)
    with pytest.raises(OverBudget):
        await hold(store, "one", "two", "three", budget=100, amount=40)
    assert await store.ledger.open_holds() == []


async def test_over_the_budget_the_sentence_names_price_rest_and_renewal(store: Store) -> None:
    await ask(store)
    await hold(store, "one", budget=1_000_000, amount=900_000)
    with pytest.raises(OverBudget) as over:
        await hold(store, "two", budget=1_000_000, amount=240_000)
    assert over.value.left == 100_000
    assert over.value.sentence == (
        "This may cost up to $0.24, and you have $0.10 left in November. "
        "Ask for fewer pictures or a lower quality, or wait until 1 December."
    )


async def test_holding_again_counts_once_even_if_the_budget_is_used_up(store: Store) -> None:
    await ask(store)
    for _ in range(3):
        await hold(store, "one", budget=100, amount=100)
    assert [held.amount for held in await store.ledger.open_holds()] == [100]


async def test_a_released_hold_may_be_taken_again_and_a_settled_one_stays(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1", "S1:2")
    await store.ledger.release(["S1:1"])
    await store.versions.keep([a_version(shot=2)], a_spend("S1:2"))
    await hold(store, "S1:1", "S1:2", amount=7)
    assert await store.ledger.open_holds() == [a_hold("S1:1", amount=7)]


async def test_nothing_of_an_ended_iteration_stays_held(store: Store) -> None:
    await ask(store)
    await hold(store, "S1:1", "S1:2")
    await hold(store, "S2:1", iteration_id="S2")
    await store.ledger.release_open("S1")
    await store.ledger.release([])
    assert [held.id for held in await store.ledger.open_holds()] == ["S2:1"]


async def test_everyone_has_a_budget_of_their_own(store: Store) -> None:
    await ask(store)
    await ask(store, "S2", "A2", workspace="T2")
    await hold(store, "one", budget=100, amount=100)
    await hold(store, "two", budget=100, amount=100, user="ben")
    await hold(store, "three", budget=100, amount=100, workspace="T2")
    with pytest.raises(ValueError, match="one person at a time"):
        await store.ledger.hold([a_hold("a"), a_hold("b", user="ben")], budget=None, month=NOVEMBER, now=NOW)


async def test_last_months_money_does_not_count(store: Store, watch: Watch) -> None:
    await ask(store)
    await hold(store, "october", "november", "december")
    for day, call in ((-1, "october"), (0, "november"), (29, "november"), (30, "december")):
        watch.now = NOVEMBER + timedelta(days=day)
        await store.ledger.record(a_spend(call, attempt=day, cost=100))
    await store.ledger.release(["october", "november", "december"])
    assert (await store.ledger.month("T1", "ana", NOVEMBER, None)).total == 200
    with pytest.raises(OverBudget) as over:
        await hold(store, "more", budget=1_000, amount=801)
    assert over.value.left == 800


async def test_an_attempt_without_an_answer_stays_noted_until_its_spend(store: Store) -> None:
    await ask(store)
    await hold(store, "S1:1")
    for _ in range(2):
        await store.ledger.begin_attempt("S1:1", 1, 50_000)
    (attempt,) = await store.ledger.attempts_of("S1:1")
    assert (attempt.call_id, attempt.attempt, attempt.estimate) == ("S1:1", 1, 50_000)
    lost = a_spend(id=attempt.id, cost=0, unsettled=attempt.estimate, outcome=Outcome.IN_THE_AIR, usage=None)
    await store.ledger.record(lost)
    assert all(each.is_over for each in await store.ledger.attempts_of("S1:1"))
    assert len(await store.ledger.attempts_of("S1:1")) == 1
    assert [held.id for held in await store.ledger.open_holds()] == ["S1:1"]
    month = await store.ledger.month("T1", "ana", NOVEMBER, 100_000)
    assert (month.unsettled, month.held, month.left) == (50_000, 50_000, 50_000)


async def test_the_ledger_keeps_what_was_written_first(store: Store) -> None:
    await ask(store)
    await hold(store, "S1:1")
    await store.ledger.record(a_spend(cost=1))
    await store.ledger.record(a_spend(cost=2))
    assert await store.ledger.total() == 1


async def test_nothing_is_spent_that_was_not_held(store: Store) -> None:
    await ask(store)
    with pytest.raises(IntegrityError):
        await store.ledger.record(a_spend())
    with pytest.raises(IntegrityError):
        await store.ledger.begin_attempt("S1:1", 1, 50_000)


async def test_an_answer_that_comes_after_its_call_was_given_up_is_booked_and_no_longer_unsettled(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1", amount=500)
    await store.ledger.record(a_spend(cost=0, unsettled=500, outcome=Outcome.IN_THE_AIR))
    for _ in range(2):
        await store.versions.keep([a_version()], a_spend(cost=420))
    month = await store.ledger.month("T1", None, NOVEMBER, None)
    assert (month.total, month.unsettled) == (420, 0)
    assert [row.spend.id[-4:] for row in [row async for row in store.ledger.rows(NOVEMBER)]][-1] == "late"
