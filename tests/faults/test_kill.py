"""Killed with -9 in the middle of its work and started again, the bot ends it: nothing lost, nothing twice."""

from pathlib import Path

import pytest

from tests.faults.play import play
from tests.services import Postgres


@pytest.mark.slow
async def test_a_bot_that_is_killed_four_times_loses_nothing_and_pays_and_shows_nothing_twice(tmp_path: Path) -> None:
    report = await play(tmp_path, kills=4, seed=3, programme=("a_set", "a_character", "a_redo"))
    assert report.wrong == []
    assert report.pictures >= 12 and report.spent > 0, report


@pytest.mark.slow
async def test_on_postgresql_a_killed_bots_successor_takes_up_its_work(tmp_path: Path, postgres: Postgres) -> None:
    report = await play(tmp_path, kills=2, seed=5, programme=("a_set", "a_redo"), database=postgres.new_database())
    assert report.wrong == []
    assert report.pictures >= 6 and report.spent > 0, report
