"""Of three bots two are killed and one stands still for a while: the sets are drawn to their end, once."""

from pathlib import Path

import pytest

from tests.faults.machines import Machine, play
from tests.faults.people import somebody, until_true
from tests.faults.studio import QuickStudio
from tests.faults.witness import Witness
from tests.sandbox.server import Sandbox
from tests.services import Postgres


@pytest.mark.slow
async def test_two_of_three_bots_die_and_one_freezes_and_nothing_is_lost_or_doubled(
    tmp_path: Path, postgres: Postgres
) -> None:
    report = await play(tmp_path, postgres.new_database(), sets=4, rounds=1, seed=5, is_revived=False)
    assert report.wrong == []
    assert report.sets >= 4 and report.pictures >= 16, report


@pytest.mark.slow
async def test_a_bot_that_is_stopped_leaves_its_work_to_the_others_at_once(tmp_path: Path, postgres: Postgres) -> None:
    sandbox, url = Sandbox(studio=QuickStudio()), postgres.new_database()
    sandbox.knobs.latency.fixed = 1.5
    await sandbox.start()
    shared = {"DATABASE_URL": url, "BLOBS_URL": (tmp_path / "blobs").as_uri(), "DRAIN_SECONDS": "0"}
    first, second = (Machine(sandbox, tmp_path / name, **shared, TAKEOVER_SECONDS="600") for name in ("1", "2"))
    try:
        async with somebody(sandbox) as ana:
            await first.start()
            assert (await ana.command("/imageset", "a change of guard: dusk | dawn --quality low"))["ok"]
            await second.start()
            await first.leaves()

            async def is_done() -> bool:
                root = await ana.root("change of guard")
                return bool(root and ", done:" in root["text"])

            assert await until_true(is_done, 25), second.last_words()
            report = await Witness(sandbox, ana, url, first.kills).report()
            assert report.wrong == []
    finally:
        await first.stop()
        await second.stop()
        await sandbox.stop()
