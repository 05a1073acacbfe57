"""Three bots on one PostgreSQL: two are killed and one is frozen and thawed while sets are drawn; the others go on.

`python -m tests.faults.machines` (make machines) is the long form, test_machines.py the short one.
"""

import asyncio
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from storage.database import Database
from storage.store import Store
from tests.faults.child import Child
from tests.faults.people import Ana, somebody, until_true
from tests.faults.studio import QuickStudio
from tests.faults.witness import Report, Witness
from tests.sandbox.server import Sandbox
from tests.services import Postgres

LATENCY = 0.6
TAKEOVER = 3.0  # seconds, thirty in production; a busy machine of two cores needs its time
SHOTS = "cover | at the window | in the rain | on a bicycle"
OVER = (", done:", ", cancelled:", "could not be drawn")
Tell = Callable[[str], None]


class Machine(Child):
    """One of several bots; `freezes` are the times (Unix seconds) between which it stood still."""

    def __init__(self, sandbox: Sandbox, folder: Path, **settings: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(sandbox, folder, **settings)
        self.freezes: list[tuple[float, float]] = []
        self._lives = 0

    async def spawn(self) -> None:
        self._lives += 1
        await super().spawn()

    async def _is_gone(self) -> None:
        """Nobody waits for the sockets of the others."""

    def _is_connected(self) -> bool:
        return self.log.read_text(encoding="utf-8", errors="replace").count("running ") >= self._lives

    async def freeze(self, seconds: float) -> None:
        """As a paused virtual machine: it knows nothing of it until it goes on."""
        assert self._process
        began = time.time()
        self._process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(seconds)
        self._process.send_signal(signal.SIGCONT)
        self.freezes.append((began, time.time()))

    async def leaves(self) -> None:
        """SIGTERM, as a supervisor says it."""
        assert self._process
        self._process.terminate()
        self.kills.append(time.time())  # calls that outlast DRAIN_SECONDS are cut off
        assert await asyncio.wait_for(self._process.wait(), 30) == 0

    def has_room(self, is_so: bool) -> None:
        """Without room no file of it can be written to any more, as on a full disk; also not its log."""
        assert self._process
        _, most = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (most if is_so else 0, most))


class Fleet:
    """The bots and what befalls them."""

    def __init__(self, sandbox: Sandbox, folder: Path, url: str, seed: int, tell: Tell) -> None:
        self._chance, self._tell = random.Random(seed), tell
        settings = {
            "DATABASE_URL": url,
            "BLOBS_URL": (folder / "blobs").as_uri(),
            "TAKEOVER_SECONDS": str(TAKEOVER),
            "DRAIN_SECONDS": "5",
        }
        self.machines = [Machine(sandbox, folder / f"machine-{number}", **settings) for number in range(3)]

    @property
    def kills(self) -> list[float]:
        return [moment for machine in self.machines for moment in machine.kills]

    @property
    def freezes(self) -> list[tuple[float, float]]:
        return [span for machine in self.machines for span in machine.freezes]

    async def start(self) -> None:
        await asyncio.gather(*(machine.start() for machine in self.machines))

    async def suffers(self, is_revived: bool) -> None:
        """One is killed, then one stands still until it is given up, then one more is killed: never all at once."""
        killed, frozen, last = self._chance.sample(self.machines, 3)
        await self._some_time()
        await killed.kill()
        self._tell(f"killed {killed.folder.name}")
        await self._some_time()
        self._tell(f"frozen {frozen.folder.name}")
        await frozen.freeze(2 * TAKEOVER)
        self._tell(f"thawed {frozen.folder.name}")
        if is_revived:
            await killed.start()
        await self._some_time()
        await last.kill()
        self._tell(f"killed {last.folder.name}")
        if is_revived:
            await last.start()

    async def stop(self) -> None:
        for machine in self.machines:
            await machine.stop()

    def last_words(self) -> str:
        return "\n\n".join(machine.last_words() for machine in self.machines)

    async def _some_time(self) -> None:
        await asyncio.sleep(self._chance.uniform(0.5, 2.0))


async def play(
    folder: Path, url: str, *, sets: int, rounds: int, seed: int, is_revived: bool, tell: Tell = lambda line: None
) -> Report:
    """Ask for sets all the while that the fleet suffers, wait for the end of all, and look at what is left."""
    sandbox = Sandbox(studio=QuickStudio())
    sandbox.knobs.latency.fixed = LATENCY
    sandbox.knobs.slack.rate_limits = False
    sandbox.knobs.slack.file_processing = 0.1
    await sandbox.start()
    fleet = Fleet(sandbox, folder, url, seed, tell)
    try:
        async with somebody(sandbox) as ana:
            await fleet.start()
            asking = asyncio.create_task(_ask(ana, sets, tell))
            for _ in range(rounds):
                await fleet.suffers(is_revived)
            await asking
            if not await until_true(lambda: _is_over(ana, url), 90, every=0.5):
                raise AssertionError(f"not all sets are over; the last words:\n{fleet.last_words()}")
            return await Witness(sandbox, ana, url, fleet.kills, fleet.freezes).report()
    finally:
        await fleet.stop()
        await sandbox.stop()


async def _ask(ana: Ana, sets: int, tell: Tell) -> None:
    """What a dying process has not acknowledged, Slack calls failed: then she asks again."""
    tries = 0
    for number in range(sets):
        while not (await ana.command("/imageset", f"café {number} try {tries}: {SHOTS} --quality low"))["ok"]:
            tries += 1
            tell(f"café {number} was not taken; asking again")
            await asyncio.sleep(0.2)
        await asyncio.sleep(0.3)


async def _is_over(ana: Ana, url: str) -> bool:
    database = Database(url)
    store = Store(database)
    try:
        if await store.sets.open_work() or await store.iterations.open_iterations():
            return False
    finally:
        await database.close()
    roots = [m for m in await ana.messages() if m.get("bot_id") and m["text"].startswith("Café")]
    return bool(roots) and all(any(sign in root["text"] for sign in OVER) for root in roots)


async def main() -> int:
    sets, seed = int(os.environ.get("SETS") or 30), int(os.environ.get("SEED") or 1)
    rounds = int(os.environ.get("ROUNDS") or 1)
    folder = Path(tempfile.mkdtemp(prefix="easel-machines-"))
    postgres = Postgres()
    print(f"{sets} sets, seed {seed}; the bots' logs are under {folder}", flush=True)
    try:
        url = postgres.new_database()
        tell = lambda line: print(line, flush=True)  # noqa: E731
        report = await play(folder, url, sets=sets, rounds=rounds, seed=seed, is_revived=True, tell=tell)
    finally:
        postgres.close()
    print(report)
    for sentence in report.wrong:
        print(f"  WRONG: {sentence}")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
