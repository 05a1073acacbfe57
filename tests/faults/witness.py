"""Looks at what is left, from outside: Slack's messages, the ledger, and the bill of the image API."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.domain import Outcome, SetState, ShotSet, ShotState, Version
from storage.database import Database
from storage.ledger_rows import LedgerRow
from storage.store import Store
from tests.faults.people import USER, Ana
from tests.sandbox.journal import Call, Journal
from tests.sandbox.server import Sandbox
from tests.sandbox.slack.people import BOT_USER, TEAM_ID
from tests.slack_driving import Json

HANDOVER_SECONDS = 0.3  # between a byte on one side and its note on the other, with two busy processes on two cores


@dataclass
class Report:
    """`wrong`: sentences on what does not fit; the rest is for people."""

    wrong: list[str] = field(default_factory=list)
    billed: int = 0
    spent: int = 0
    lost: int = 0
    lost_calls: int = 0
    twice: int = 0
    latest_loss: float = 0.0
    sets: int = 0
    pictures: int = 0
    spare_files: int = 0

    def __str__(self) -> str:
        return (
            f"{self.sets} sets, {self.pictures} pictures; billed {self.billed}, ledger {self.spent}, in the air at a "
            f"kill {self.lost} µ$ ({self.lost_calls} calls, the latest {self.latest_loss * 1000:.0f} ms after its end);"
            f" {self.twice} calls paid for nothing; {self.spare_files} files given to Slack in vain"
        )


class Witness:
    """`kills` and `freezes` are the moments that explain why a call was lost, or made again: nothing else does."""

    def __init__(
        self, sandbox: Sandbox, ana: Ana, url: str, kills: Sequence[float], freezes: Sequence[tuple[float, float]] = ()
    ) -> None:
        self._sandbox, self._ana, self._kills, self._freezes = sandbox, ana, kills, freezes
        self._url = url

    async def report(self) -> Report:
        """Once all work is over."""
        database = Database(self._url)
        store, report = Store(database), Report()
        try:
            user = next(person.id for person in self._sandbox.workspace.humans() if person.name == USER)
            sets = await store.sets.sets_of_user(TEAM_ID, user, 10_000)
            versions = [version for each in sets for version in await store.versions.versions_of(each.id)]
            report.sets, report.pictures = len(sets), len(versions)
            await self._look_at_states(store, sets, report)
            await self._look_at_money(store, versions, report)
            await self._look_at_slack(store, sets, report)
        finally:
            await database.close()
        return report

    async def _look_at_states(self, store: Store, sets: list[ShotSet], report: Report) -> None:
        for hold in await store.ledger.open_holds():
            report.wrong.append(f"hold {hold.id} is still open")
        for iteration in await store.iterations.open_iterations():
            report.wrong.append(f"iteration {iteration.id} ({iteration.kind}) is still open")
        for each in sets:
            if not each.state.is_over:
                report.wrong.append(f"{each.title}: stuck in state {each.state}")
            for shot in await store.shots.get_shots(each.id):
                expected = {ShotState.DRAWN} | ({ShotState.CANCELLED} if each.state is SetState.CANCELLED else set())
                if shot.state not in expected:
                    report.wrong.append(f"{each.title}: #{shot.number} is {shot.state} ({shot.problem})")

    async def _look_at_money(self, store: Store, versions: list[Version], report: Report) -> None:
        rows = [row async for row in store.ledger.rows(datetime(2000, 1, 1, tzinfo=UTC))]
        journal = self._sandbox.journal
        kept = {Path(version.blob).stem for version in versions}
        # Of calls with the same words it cannot be told which one was booked late: those of a frozen process first.
        calls = sorted(_billed(journal), key=lambda call: not self._was_frozen(call))
        lost, twice = _not_kept(calls, kept, rows)
        report.billed, report.spent = journal.billed(), await store.ledger.total()
        report.lost, report.lost_calls = sum(call.billed_micro_usd for call in lost), len(lost)
        report.twice = len(twice)
        if report.spent + report.lost != report.billed:
            report.wrong.append(f"bill {report.billed}, ledger {report.spent}, lost in the air {report.lost}: no match")
        drawn = Counter(name for call in _billed(journal) for name in call.answer["images"])
        report.wrong += [f"picture {name} was billed {times} times" for name, times in drawn.items() if times > 1]
        report.wrong += [f"picture {name} comes from no call" for name in kept - set(drawn)]
        report.wrong += [f"call {call.id} was paid for nothing" for call in twice if not self._was_frozen(call)]
        report.wrong += self._unexplained(lost, report) + _not_in_ledger(lost, rows)

    def _unexplained(self, lost: list[Call], report: Report) -> list[str]:
        """A call may only be lost to a kill in it, from our first byte of it to our note of its end."""
        wrong = []
        for call in lost:
            began, ended = call.started - HANDOVER_SECONDS, (call.ended or call.started) + HANDOVER_SECONDS
            if not (fatal := [kill for kill in self._kills if began <= kill <= ended]):
                nearest = min((kill - ended for kill in self._kills if kill > ended), default=0.0)
                wrong.append(
                    f"call {call.id} was finished and is lost; the next kill fell {nearest:.2f} s too late for that"
                )
            report.latest_loss = max(report.latest_loss, *(kill + HANDOVER_SECONDS - ended for kill in fatal), 0.0)
        return wrong

    def _was_frozen(self, call: Call) -> bool:
        """While a process stands still, another takes over: a call of either may then be for nothing."""
        started, ended = call.started - HANDOVER_SECONDS, (call.ended or call.started) + HANDOVER_SECONDS
        return any(started <= thawed and frozen <= ended for frozen, thawed in self._freezes)

    async def _look_at_slack(self, store: Store, sets: list[ShotSet], report: Report) -> None:
        roots = await self._ana.messages()
        seen: Counter[str] = Counter(_id_of(message) for message in roots if _id_of(message))
        for each in sets:
            mine = [message for message in roots if _id_of(message) == f"root:{each.id}"]
            if len(mine) != 1:
                report.wrong.append(f"{each.title}: {len(mine)} root messages")
                continue
            thread = await self._ana.thread(mine[0]["ts"])
            seen.update(_id_of(message) for message in thread if _id_of(message))
            versions = await store.versions.versions_of(each.id)
            report.wrong += _wrong_in_thread(each, mine[0], thread, versions)
        report.wrong += [f"message {name} appears {times} times" for name, times in seen.items() if times > 1]
        report.spare_files = self._spare_files()

    def _spare_files(self) -> int:
        """Pictures that Slack was given twice: nobody sees the second, but it fills the workspace's storage."""
        files = [file for file in self._sandbox.slack.files.all() if file.is_complete and file.user == BOT_USER]
        return len(files) - len({(file.name, file.read()) for file in files})


def _wrong_in_thread(shot_set: ShotSet, root: Json, thread: list[Json], versions: list[Version]) -> list[str]:
    wrong = []
    shown = Counter(_pictured(message) for message in thread if "slack_file" in str(message))
    for version in versions:
        if (times := shown[version.file_id or ""]) != 1:
            wrong.append(f"{shot_set.title}: {version.shot_id} v{version.number} is shown {times} times")
    if extra := sum(shown.values()) - len(versions):
        wrong.append(f"{shot_set.title}: {extra} cards more than versions")
    numbers = Counter(version.shot_id for version in versions)
    for version in versions:
        if version.number > numbers[version.shot_id]:
            wrong.append(f"{shot_set.title}: {version.shot_id} has a gap before v{version.number}")
    if len(versions) > 1 and not any("slack_file" in block for block in root["blocks"]):
        wrong.append(f"{shot_set.title}: the root has no contact sheet")
    wrong += [f"{shot_set.title}: still says {m['text']!r}" for m in thread if m["text"].startswith("Drawing")]
    return wrong


def _not_kept(calls: list[Call], kept: set[str], rows: list[LedgerRow]) -> tuple[list[Call], list[Call]]:
    """Billed calls whose pictures nobody has: lost, and those that the ledger shows with their price all the same."""
    booked = Counter(row.spend.prompt_hash for row in rows if row.spend.cost)
    booked.subtract(_prompt_hash(call) for call in calls if kept.intersection(call.answer["images"]))
    lost: list[Call] = []
    twice: list[Call] = []
    for call in calls:
        if kept.intersection(call.answer["images"]):
            continue
        is_booked = booked[_prompt_hash(call)] > 0
        booked[_prompt_hash(call)] -= is_booked
        (twice if is_booked else lost).append(call)
    return lost, twice


def _prompt_hash(call: Call) -> str:
    return hashlib.sha256(str(call.arguments["prompt"]).encode()).hexdigest()


def _not_in_ledger(lost: list[Call], rows: list[LedgerRow]) -> list[str]:
    """Each lost call must be shown as in the air, under its prompt."""
    shown = Counter(row.spend.prompt_hash for row in rows if row.spend.outcome is Outcome.IN_THE_AIR)
    gone = Counter(_prompt_hash(call) for call in lost)
    return [
        f"{times} calls of one prompt were lost, the ledger shows {shown[prompt]} in the air"
        for prompt, times in gone.items()
        if shown[prompt] < times
    ]


def _billed(journal: Journal) -> list[Call]:
    return [call for call in journal.calls("images") if call.billed_micro_usd]


def _id_of(message: Json) -> str:
    return str(((message.get("metadata") or {}).get("event_payload") or {}).get("id") or "")


def _pictured(message: Json) -> str:
    files: list[Any] = [block["slack_file"]["id"] for block in message["blocks"] if "slack_file" in block]
    return str(files[0]) if files else ""
