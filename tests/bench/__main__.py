"""`python -m tests.bench`: see the package's own words. Everything it prints comes from this one run."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench.acknowledgement import acknowledgement
from tests.bench.drawing import SHOTS, Bench, Timed
from tests.bench.plain import plain_loop
from tests.bench.studio import GalleryStudio
from tests.faults.child import Child
from tests.faults.people import Ana, somebody
from tests.sandbox.models.studio import ProcessStudio
from tests.sandbox.server import Sandbox

RUNS = int(os.environ.get("BENCH_RUNS") or 3)
LATENCY = float(os.environ.get("BENCH_LATENCY") or 2.0)
LIVE = os.environ.get("BENCH_PAINT") == "live"
SIZE = (1024, 1024)
BETWEEN = 10.0  # Slack takes a message a second in a channel, and short bursts: each run shall begin with a full one


async def main() -> int:
    gallery = GalleryStudio()
    if not LIVE:
        await gallery.paint(*SIZE)
    sandbox = Sandbox(studio=ProcessStudio() if LIVE else gallery)
    sandbox.knobs.latency.fixed = LATENCY
    await sandbox.start()
    with tempfile.TemporaryDirectory(prefix="easel-bench-") as folder:
        child = Child(sandbox, Path(folder), LOG_LEVEL="WARNING")
        try:
            async with somebody(sandbox) as ana:
                await child.start()
                await _draw(sandbox, ana, Path(folder))
                await _acknowledge(sandbox, ana)
        finally:
            await child.stop()
            await sandbox.stop()
    return 0


async def _draw(sandbox: Sandbox, ana: Ana, folder: Path) -> None:
    await ana.adds_character("maya")
    await asyncio.sleep(2)
    painted = "while they are drawn" if LIVE else "beforehand"
    print(f"A set of {len(SHOTS)} with one character, {LATENCY:.1f} s a call, painted {painted}; {RUNS} runs, median:")
    bench = Bench(sandbox, ana, folder)
    runs = []
    for number in range(1, RUNS + 1):
        runs.append(await bench.run(number))
        await asyncio.sleep(BETWEEN)
    critical = _middle(runs, lambda run: run.critical)
    print(
        f"  critical path       {critical:6.2f} s   = anchor {_middle(runs, lambda run: run.anchor):.2f}"
        f" + slowest shot {_middle(runs, lambda run: run.slowest):.2f} (the plan is made by rules: 0)"
    )
    print(f"  anchor's call begins{_middle(runs, lambda run: run.planned):6.2f} s   after the acknowledgement")
    _print_wall("last picture kept", runs, lambda run: run.kept)
    _print_wall("last card posted", runs, lambda run: run.carded)
    _print_wall("finished root", runs, lambda run: run.finished)
    plain = await plain_loop(f"{sandbox.models_url}/v1", sandbox.journal, bench.calls)
    kept = _middle(runs, lambda run: run.kept)
    print(f"  plain loop          {plain:6.2f} s   one call after the other: Easel takes {kept / plain:.2f} of it")


async def _acknowledge(sandbox: Sandbox, ana: Ana) -> None:
    per_second, seconds = 50, float(os.environ.get("BENCH_ACK_SECONDS") or 20)
    said = await acknowledgement(sandbox, ana, per_second, seconds)
    print(
        f"{said.asked} commands at {per_second} a second: acknowledged after p50 {said.p50:.0f} ms, "
        f"p99 {said.p99:.0f} ms, at most {said.slowest:.0f} ms; {said.lost} lost"
    )


def _print_wall(name: str, runs: list[Timed], wall: Callable[[Timed], float]) -> None:
    ratios = sorted(run.ratio(wall(run)) for run in runs)
    print(
        f"  {name:20}{_middle(runs, wall):6.2f} s   {median(ratios):.3f} x critical path"
        f" ({ratios[0]:.3f} to {ratios[-1]:.3f})"
    )


def _middle(runs: list[Timed], value: Callable[[Timed], float]) -> float:
    return median(value(run) for run in runs)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
