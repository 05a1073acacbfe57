"""`python -m tests.bench.crowd` (make crowd): many sets at once: how late the last one is, and how much memory.

What the limits allow is arithmetic: all calls, each as long as the model takes, as many at once as Easel may make.
The sets come from five places, as Slack takes a message a second in each; its limits decide when the last card stands.
"""

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.faults.child import Child
from tests.faults.people import until_true
from tests.faults.studio import QuickStudio
from tests.sandbox.journal import Call
from tests.sandbox.server import Sandbox
from tests.slack_driving import Json, Outside, someone_outside

SETS = int(os.environ.get("SETS") or 100)
SHOTS = ("cover", "espresso", "thumbs up")
LATENCY = 2.0
AT_ONCE = 8
PATIENCE = 1800.0
PLACES = (
    ("ana", "general", ""),
    ("ben", "design", ""),
    ("cho", "general", "--private"),
    ("ana", "general", "--private"),
    ("ben", "general", "--private"),
)


@dataclass(frozen=True)
class Crowd:
    """Seconds since the first command, and megabytes."""

    acknowledged: int
    kept: float
    finished: float
    memory: float


async def crowd(sandbox: Sandbox, outside: Outside, child: Child) -> Crowd:
    began, since = time.time(), len(sandbox.journal.calls())
    answers = await asyncio.gather(*[_ask(outside, number) for number in range(SETS)])

    def edits() -> list[Call]:
        calls = sandbox.journal.calls("slack", since=since)
        return [call for call in calls if ", done:" in str(call.arguments.get("text")) and not call.error]

    async def all_done() -> bool:
        return len({call.arguments["ts"] for call in edits()}) >= SETS

    if not await until_true(all_done, PATIENCE, every=1.0):
        raise AssertionError("not all sets were finished")
    calls = [call.ended or 0.0 for call in sandbox.journal.calls("images", since=since) if call.billed_micro_usd]
    if len(calls) != SETS * len(SHOTS):
        raise AssertionError(f"{len(calls)} pictures were paid for {SETS * len(SHOTS)} shots")
    acknowledged = sum(bool(answer["ok"]) for answer in answers)
    finished = max(call.ended or 0.0 for call in edits())
    return Crowd(acknowledged, max(calls) - began, finished - began, child.most_memory() / 1e6)


async def _ask(outside: Outside, number: int) -> Json:
    user, channel, private = PLACES[number % len(PLACES)]
    text = f"café {number}: {' | '.join(SHOTS)} --quality low {private}"
    return await outside.post("command", user=user, channel=channel, command="/imageset", text=text)


async def main() -> int:
    sandbox = Sandbox(studio=QuickStudio())
    sandbox.knobs.latency.fixed = LATENCY
    await sandbox.start()
    with tempfile.TemporaryDirectory(prefix="easel-crowd-") as folder:
        child = Child(sandbox, Path(folder), LOG_LEVEL="WARNING", CALLS_AT_ONCE_WORKSPACE=str(AT_ONCE))
        try:
            async with someone_outside(sandbox) as outside:
                await child.start()
                _print(await crowd(sandbox, outside, child))
        finally:
            await child.stop()
            await sandbox.stop()
    return 0


def _print(seen: Crowd) -> None:
    allowed = SETS * len(SHOTS) * LATENCY / AT_ONCE
    messages = SETS * (1 + len(SHOTS)) // len(PLACES)
    print(f"{SETS} sets of {len(SHOTS)} at once, {LATENCY:.1f} s a call, {AT_ONCE} calls at once:")
    print(f"  acknowledged        {seen.acknowledged}")
    print(f"  last picture drawn {seen.kept:7.1f} s   {seen.kept / allowed:.2f} x the {allowed:.1f} s that these allow")
    print(f"  last set finished  {seen.finished:7.1f} s   at Slack's rates: {messages} messages in each of five places")
    print(f"  memory at most     {seen.memory:7.0f} MB")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
