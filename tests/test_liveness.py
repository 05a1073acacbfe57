"""Who takes over whose work, and when a process had better not judge."""

from collections.abc import Collection
from pathlib import Path
from typing import cast

import pytest

from bot.workflows.engine import Engine
from bot.workflows.liveness import Liveness
from storage import Database
from storage.executors import Executors

TTL = 30.0


class Work:
    """Takes the engine's place: whose work is in hand, and whose was taken over."""

    def __init__(self, *owners: str) -> None:
        self._owners = set(owners)
        self.recovered: list[list[str]] = []
        self.resumed = 0

    async def owners(self) -> set[str]:
        return self._owners

    async def recover(self, executors: Collection[str]) -> None:
        self.recovered.append(sorted(executors))

    async def resume(self) -> None:
        self.resumed += 1


class Silences(Executors):
    """Says of each process how long it has been silent."""

    def __init__(self, database: Database, mine: float, **others: float) -> None:
        super().__init__(database)
        self.mine, self.others = mine, others

    async def beat(self, executor: str) -> float:
        return self.mine

    async def seen(self) -> dict[str, float]:
        return {"me": 0.0} | self.others


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'app.db'}")


async def taken_over(table: Executors, work: Work, *, on_time_for: float) -> list[list[str]]:
    now = [1000.0]
    liveness = Liveness(table, cast(Engine, work), "me", TTL, work.resume, clock=lambda: now[0])
    now[0] += on_time_for
    await liveness.round()
    return work.recovered


async def test_the_work_of_a_process_that_is_silent_too_long_is_taken_over(database: Database) -> None:
    table = Silences(database, 5.0, alive=5.0, dead=TTL + 1)
    assert await taken_over(table, Work("me", "alive", "dead"), on_time_for=TTL) == [["dead"]]


async def test_the_work_of_a_process_that_left_is_taken_over_at_once(database: Database) -> None:
    assert await taken_over(Silences(database, 5.0), Work("me", "gone"), on_time_for=0.0) == [["gone"]]


async def test_a_process_that_has_just_started_waits_before_it_takes_another_for_dead(database: Database) -> None:
    table = Silences(database, 5.0, silent=TTL + 1)
    assert await taken_over(table, Work("silent"), on_time_for=TTL - 1) == []


async def test_a_process_that_was_late_itself_judges_nobody(database: Database) -> None:
    table = Silences(database, TTL + 10, silent=TTL + 10)
    assert await taken_over(table, Work("silent"), on_time_for=10 * TTL) == []


async def test_a_dead_process_without_work_is_left_in_peace(database: Database) -> None:
    table = Silences(database, 5.0, dead=TTL + 1)
    assert await taken_over(table, Work("me"), on_time_for=TTL) == []


async def test_what_nobody_has_begun_is_looked_for_now_and_then(database: Database) -> None:
    work = Work("me")
    await taken_over(Silences(database, 5.0), work, on_time_for=TTL - 1)
    assert work.resumed == 0
    await taken_over(Silences(database, 5.0), work, on_time_for=TTL + 1)
    assert work.resumed == 1
