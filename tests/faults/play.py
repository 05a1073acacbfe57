"""One run: a sandbox, the bot, acts in turn until enough kills have fallen; then the witness speaks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults.acts import Troupe
from tests.faults.child import Child
from tests.faults.people import somebody
from tests.faults.studio import QuickStudio
from tests.faults.witness import Report, Witness
from tests.sandbox.server import Sandbox

LATENCY = 0.6
TAKEOVER = "3"  # seconds until the work of a killed process is another's: on PostgreSQL each start is somebody new
PROGRAMME = ("a_set", "a_plan", "a_set", "a_character", "a_redo", "a_set", "a_cancel", "a_press")


async def play(
    folder: Path,
    *,
    kills: int,
    seed: int,
    programme: Sequence[str] = PROGRAMME,
    database: str = "",
    tell: Callable[[str], None] = lambda line: None,
) -> Report:
    """At least `kills` kills, up to three in an act. `database`: the address of an empty one on PostgreSQL."""
    sandbox = Sandbox(studio=QuickStudio())
    sandbox.knobs.latency.fixed = LATENCY
    sandbox.knobs.slack.rate_limits = False  # sets by the dozen in one channel: the pace is tested elsewhere
    sandbox.knobs.slack.file_processing = 0.1
    await sandbox.start()
    shared = {"DATABASE_URL": database, "TAKEOVER_SECONDS": TAKEOVER} if database else {}
    child = Child(sandbox, folder, **shared)
    try:
        async with somebody(sandbox) as ana:
            await child.start()
            await ana.adds_character("maya")
            troupe = Troupe(sandbox, child, ana, seed, tell)
            turn = 0
            while troupe.killed < kills:
                act = programme[turn % len(programme)]
                tell(f"{act} ({troupe.killed} of {kills})")
                await getattr(troupe, act)(min(1 + turn % 3, kills - troupe.killed))
                turn += 1
            kept = database or f"sqlite:///{folder / 'data' / 'app.db'}"
            return await Witness(sandbox, ana, kept, child.kills).report()
    finally:
        await child.stop()
        await sandbox.stop()
