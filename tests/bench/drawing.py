"""A set of 8 in scenes, taken apart: what the image API needed, and what Easel added to it."""

import time
from dataclasses import dataclass
from pathlib import Path

from storage.database import Database
from storage.store import Store
from tests.faults.people import Ana, until_true
from tests.sandbox.journal import Call
from tests.sandbox.server import Sandbox
from tests.sandbox.slack.people import TEAM_ID

SHOTS = ("cover", "espresso", "latte art", "rain", "sunset", "bicycle", "umbrella", "thumbs up")


@dataclass(frozen=True)
class Timed:
    """Seconds. The critical path has no plan in it: the rules plan in a millisecond, so all else is overhead."""

    anchor: float
    slowest: float
    planned: float
    kept: float
    carded: float
    finished: float

    @property
    def critical(self) -> float:
        return self.anchor + self.slowest

    def ratio(self, wall: float) -> float:
        return wall / self.critical


class Bench:
    def __init__(self, sandbox: Sandbox, ana: Ana, folder: Path) -> None:
        self._sandbox, self._ana = sandbox, ana
        self._url = f"sqlite:///{folder / 'data' / 'app.db'}"
        self.calls: list[Call] = []

    async def run(self, number: int) -> Timed:
        """One set from its command to its finished root; `calls` are then its image calls."""
        words = f"opens café {number}"
        since = len(self._sandbox.journal.calls())
        answer = await self._ana.command("/imageset", f"@maya {words}: {' | '.join(SHOTS)} --style flat")
        if not answer["ok"]:
            raise AssertionError(f"the command was not acknowledged: {answer}")
        acknowledged = time.time()

        async def is_done() -> bool:
            root = await self._ana.root(words)
            return bool(root and ", done:" in root["text"])

        if not await until_true(is_done, 120, every=0.25):
            raise AssertionError("the set was not finished within two minutes")
        return await self._timed(since, acknowledged)

    async def _timed(self, since: int, acknowledged: float) -> Timed:
        journal = self._sandbox.journal
        self.calls = [call for call in journal.calls("images", since=since) if call.billed_micro_usd]
        anchor, *others = [(call.ended or 0.0) - call.started for call in self.calls]
        return Timed(
            anchor=anchor,
            slowest=max(others),
            planned=self.calls[0].started - acknowledged,
            kept=await self._kept() - acknowledged,
            carded=_last(journal.calls("slack", since=since), "chat.postMessage") - acknowledged,
            finished=_last(journal.calls("slack", since=since), "chat.update") - acknowledged,
        )

    async def _kept(self) -> float:
        """When the last picture was drawn and kept: the store's own word, on the same machine's clock."""
        database = Database(self._url)
        try:
            store = Store(database)
            [newest] = await store.sets.sets_of_user(*self._sandbox_user(), limit=1)
            shots = await store.shots.get_shots(newest.id)
        finally:
            await database.close()
        return max(shot.ended.timestamp() for shot in shots if shot.ended)

    def _sandbox_user(self) -> tuple[str, str]:
        workspace = self._sandbox.workspace
        return TEAM_ID, next(person.id for person in workspace.humans() if person.name == "ana")


def _last(calls: list[Call], method: str) -> float:
    return max(call.ended or 0.0 for call in calls if call.method == method)
