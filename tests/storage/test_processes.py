"""Processes that share a database: who was seen when, and whose turn it is."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update

from storage import Database
from storage.executors import KEPT, Executors
from storage.tables import executors
from storage.turns import Turn, TurnTable


async def age(database: Database, executor: str, seconds: float) -> None:
    """As if it had been seen so much earlier."""
    mine = executors.c.id == executor
    async with database.write() as db:
        seen = (await db.scalars(select(executors.c.seen).where(mine))).one()
        await db.execute(update(executors).where(mine).values(seen=seen - timedelta(seconds=seconds)))


async def test_a_process_hears_how_long_it_was_silent(database: Database) -> None:
    table = Executors(database)
    assert await table.beat("one") == 0
    await age(database, "one", 40)
    assert 40 <= await table.beat("one") < 45
    assert await table.beat("one") < 5


async def test_who_left_is_not_seen_and_who_is_silent_for_a_day_is_forgotten(database: Database) -> None:
    table = Executors(database)
    for name in ("one", "two", "three"):
        await table.beat(name)
    await table.leave("two")
    await age(database, "three", KEPT.total_seconds() + 1)
    assert set(await table.seen()) == {"one"}


def first_come(turns: Sequence[Turn], now: float) -> list[str]:
    """One call in the air."""
    if any(turn.begun and not turn.ended for turn in turns):
        return []
    return [turn.id for turn in turns if not turn.begun][:1]


def a_turn(turn_id: str) -> Turn:
    return Turn(turn_id, "T1", "U1", 1, 0.0)


async def test_a_turn_of_one_process_keeps_the_others_waiting_until_it_is_over(database: Database) -> None:
    for name in ("one", "two"):
        await Executors(database).beat(name)
    one, two = (TurnTable(database, name, ttl=30) for name in ("one", "two"))
    assert await one.exchange([a_turn("a")], [], first_come) == {"a"}
    assert await two.exchange([a_turn("b")], [], first_come) == set()
    assert await one.exchange([], ["a"], first_come) == set(), "the turn of another is not its own"
    assert await two.exchange([a_turn("b")], [], first_come) == {"b"}, "handed out by the other process"


async def test_the_turns_of_a_dead_process_count_no_more(database: Database) -> None:
    for name in ("one", "two"):
        await Executors(database).beat(name)
    one, two = (TurnTable(database, name, ttl=30) for name in ("one", "two"))
    await one.exchange([a_turn("a"), a_turn("b")], [], first_come)
    await age(database, "one", 31)
    assert await two.exchange([a_turn("c")], [], first_come) == {"c"}


async def test_a_process_that_was_taken_for_dead_queues_again(database: Database) -> None:
    table = TurnTable(database, "one", ttl=30)
    await Executors(database).beat("two")
    await table.exchange([a_turn("a"), a_turn("b")], [], first_come)
    await TurnTable(database, "two", ttl=30).exchange([], [], first_come)
    assert await table.exchange([a_turn("b")], [], first_come) == {"b"}


async def test_processes_that_ask_at_once_never_pass_the_limit(database: Database) -> None:
    names = [f"process {number}" for number in range(8)]
    for name in names:
        await Executors(database).beat(name)
    tables = [TurnTable(database, name, ttl=30) for name in names]
    begun = await asyncio.gather(
        *(table.exchange([a_turn(name)], [], first_come) for table, name in zip(tables, names, strict=True))
    )
    again = await asyncio.gather(*(table.exchange([], [], first_come) for table in tables))
    assert sum(map(len, begun)) <= 1
    assert len(set().union(*begun, *again)) == 1
