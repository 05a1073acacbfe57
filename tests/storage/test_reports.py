"""What was spent, by whom, on what; and all of it as CSV."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from bot.domain import MonthSpend, SpendLine
from storage import Database, LedgerRow, Store
from storage.export import export_csv
from storage.ledger_rows import row_of_spend
from storage.tables import spend
from tests.storage.examples import NOVEMBER, NOW, a_spend, ask, ask_and_plan, hold


async def test_a_month_names_its_parts(store: Store) -> None:
    await ask_and_plan(store, "S1", "A1")
    await ask(store, "S2", "A2")
    await hold(store, "one", "two", "three", amount=10)
    await hold(store, "ben's", amount=1, user="ben")
    await store.ledger.record(a_spend("one", cost=100))
    await store.ledger.record(a_spend("two", cost=200, model="gpt-image-2.5", pictures=2))
    await store.ledger.record(a_spend("three", cost=50, session_id="A2", iteration_id="S2"))
    await store.ledger.record(a_spend("ben's", cost=7, user="ben"))
    await store.ledger.release(["two"])
    assert await store.ledger.month("T1", "ana", NOVEMBER, 1_000) == MonthSpend(
        month=NOVEMBER,
        total=350,
        held=20,
        unsettled=0,
        budget=1_000,
        pictures=4,
        by_model=(SpendLine("gpt-image-2.5", 2, 200), SpendLine("gpt-image-2", 2, 150)),
        by_session=(SpendLine("The robot café", 3, 300), SpendLine("A2", 1, 50)),
    )
    assert (await store.ledger.month("T1", None, NOVEMBER, None)).total == 357
    assert (await store.ledger.month("T2", "ana", NOVEMBER, None)).total == 0


async def test_totals_are_of_a_session_a_set_or_a_workspace(store: Store) -> None:
    await ask_and_plan(store)
    await store.iterations.begin_iteration(None, "I1", "A1", "redo", "ana", NOW, set_id="S1")
    await hold(store, "S1:1", "I1:1", "other")
    await store.ledger.record(a_spend("S1:1", cost=1))
    await store.ledger.record(a_spend("I1:1", cost=20, iteration_id="I1"))
    await store.ledger.record(a_spend("other", cost=300, session_id="A2", iteration_id="S2"))
    assert await store.ledger.set_total("S1") == 21
    assert await store.ledger.session_total("A1") == 21
    assert await store.ledger.total() == await store.ledger.total("T1") == 321
    assert await store.ledger.total("T2") == 0


async def test_the_ledger_is_read_in_order_however_long_it_is(store: Store, database: Database) -> None:
    await ask(store)
    await hold(store, "call")
    # Seven at each moment, so that pages begin and end between rows of one moment.
    rows = [row_of_spend(a_spend("call", n), NOW + timedelta(seconds=n // 7)) for n in range(1_203)]
    async with database.write() as db:
        await db.execute(insert(spend), rows)
    read = [row async for row in store.ledger.rows(NOW + timedelta(seconds=1))]
    assert [(row.created, row.spend.id) for row in read] == sorted((row["created"], row["id"]) for row in rows[7:])
    assert [row async for row in store.ledger.rows(NOW, "T2")] == []


async def test_a_spend_is_read_back_as_it_was(store: Store) -> None:
    await ask(store)
    await hold(store, "one")
    made = [a_spend("one", 1, request_id="req_1"), a_spend("one", 2, usage=None, cost=0, unsettled=9)]
    for each in made:
        await store.ledger.record(each)
    when = datetime(2026, 11, 20, tzinfo=UTC)
    assert [row async for row in store.ledger.rows(NOVEMBER)] == [LedgerRow(when, each) for each in made]


async def test_no_cell_of_the_csv_is_a_formula(store: Store) -> None:
    await ask(store)
    await hold(store, "one")
    evil = replace(a_spend("one", cost=1_152_340), model='=HYPERLINK("http://x")', quality="@low", size="-1")
    await store.ledger.record(evil)
    out = io.StringIO(newline="")
    assert await export_csv(store.ledger, NOVEMBER, out) == 1
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert (row["model"], row["quality"], row["size"]) == ('\'=HYPERLINK("http://x")', "'@low", "'-1")
    assert (row["cost_usd"], row["unsettled_usd"], row["image_out"]) == ("1.152340", "0.000000", "1372")
    assert (row["created"], row["outcome"], row["hold_id"]) == ("2026-11-20T00:00:00+00:00", "drawn", "one")


async def test_an_empty_ledger_is_a_csv_with_a_heading(store: Store) -> None:
    out = io.StringIO(newline="")
    assert await export_csv(store.ledger, NOVEMBER, out) == 0
    assert out.getvalue().startswith("created,id,hold_id,workspace,")
