"""Who goes first at the database, and that nobody waits for nothing."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.precedence import Precedence


async def takes_a_slot(precedence: Precedence, name: str, taken: list[str], hold: float = 0.0) -> None:
    with precedence.work():
        async with precedence.slot():
            taken.append(name)
            await asyncio.sleep(hold)


async def test_what_is_urgent_takes_no_slot() -> None:
    precedence, taken = Precedence(slots=1), list[str]()
    holder = asyncio.create_task(takes_a_slot(precedence, "work", taken, hold=10))
    await asyncio.sleep(0)
    with precedence.urgent():
        async with precedence.slot():
            taken.append("urgent")
    holder.cancel()
    assert taken == ["work", "urgent"]


async def test_work_begins_when_nobody_waits_any_more() -> None:
    precedence, taken = Precedence(), list[str]()
    with precedence.urgent():
        work = asyncio.create_task(takes_a_slot(precedence, "work", taken))
        await asyncio.sleep(0.01)
        assert taken == []
    await work
    assert taken == ["work"]


async def test_work_goes_on_slowly_while_somebody_waits_for_long() -> None:
    precedence, taken = Precedence(), list[str]()
    with precedence.urgent():
        await asyncio.wait_for(takes_a_slot(precedence, "work", taken), 5)
    assert taken == ["work"]


async def test_older_work_goes_first_whenever_it_comes() -> None:
    precedence, taken = Precedence(slots=1), list[str]()
    begun = [asyncio.Event(), asyncio.Event()]

    async def second_lookup(name: str, may: asyncio.Event) -> None:
        with precedence.work():
            await may.wait()
            async with precedence.slot():
                taken.append(name)

    older = asyncio.create_task(second_lookup("older", begun[0]))
    newer = asyncio.create_task(second_lookup("newer", begun[1]))
    await asyncio.sleep(0)
    holder = asyncio.create_task(takes_a_slot(precedence, "holder", taken, hold=0.02))
    await asyncio.sleep(0)
    begun[1].set()
    await asyncio.sleep(0)
    begun[0].set()
    await asyncio.gather(older, newer, holder)
    assert taken == ["holder", "older", "newer"]


async def test_one_slot_is_enough_for_a_transaction_within_another() -> None:
    precedence = Precedence(slots=1)
    async with precedence.slot(), asyncio.timeout(5), precedence.slot():
        pass
    await asyncio.wait_for(takes_a_slot(precedence, "after", []), 5)


async def test_who_gives_up_waiting_leaves_the_slot_to_others() -> None:
    precedence, taken = Precedence(slots=1), list[str]()
    holder = asyncio.create_task(takes_a_slot(precedence, "holder", taken, hold=0.02))
    await asyncio.sleep(0)
    impatient = asyncio.create_task(takes_a_slot(precedence, "impatient", taken))
    await asyncio.sleep(0)
    impatient.cancel()
    await holder
    await asyncio.wait_for(takes_a_slot(precedence, "next", taken), 5)
    assert taken == ["holder", "next"]


async def test_lookups_within_a_moment_see_that_moment(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()

    async def names() -> list[str]:
        async with database.read() as db:
            return [row[0] for row in await db.exec_driver_sql("SELECT id FROM workspaces")]

    async with database.read():
        assert await names() == []
        async with database.write() as db:
            await db.exec_driver_sql("INSERT INTO workspaces (id, created) VALUES ('T1', '2026-11-20')")
        assert await names() == []
        assert await asyncio.create_task(names()) == ["T1"], "another task has a moment of its own"
    assert await names() == ["T1"]
    await database.close()


async def test_a_writer_that_waits_for_another_program_keeps_nothing_else_waiting(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()

    async def write() -> None:
        async with database.write() as db:
            await db.exec_driver_sql("INSERT INTO workspaces (id, created) VALUES ('T1', '2026-11-20')")

    with closing(sqlite3.connect(tmp_path / "app.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(write())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.shield(writing), 0.05)
        await database.ping()
        other.execute("ROLLBACK")
    await asyncio.wait_for(writing, 30)
    await database.close()


async def test_who_has_had_much_lets_others_go_first() -> None:
    precedence, taken = Precedence(slots=1), list[str]()

    async def busy() -> None:
        with precedence.work():
            for number in range(100):
                async with precedence.slot():
                    taken.append(f"busy {number}")
                    await asyncio.sleep(0)

    working = [asyncio.create_task(busy()) for _ in range(3)]
    for _ in range(300):
        await asyncio.sleep(0)
    late = asyncio.create_task(takes_a_slot(precedence, "late and small", taken))
    await asyncio.gather(late, *working)
    before = taken.index("late and small")
    assert 60 < before < 200, "it came when the others had had their first portions, and did not wait for their end"
