"""The pixel lock, measured: `python -m tests.bench.lock [chains|decisions|speed]`; all three by default.

chains     ten local edits in a row on every kind of made picture, by drift, with and without the lock
decisions  single edits of both kinds: locked or not, rightly or wrongly
speed      milliseconds of processor time, one core

BENCH_SIDE (1024), BENCH_KINDS (all, by commas), BENCH_DRIFTS (medium,high), BENCH_SEED (1).
"""

import os

for _pool in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_pool, "1")  # before NumPy: one core is what is promised

import sys  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from statistics import mean, median  # noqa: E402

import numpy as np  # noqa: E402

from bot.pictures.lock import Scope, lock  # noqa: E402
from tests.made.cases import Case, cases, guessed  # noqa: E402
from tests.made.chain import Chain, locked_rounds, opened, survived, unlocked  # noqa: E402
from tests.made.drift import drifted  # noqa: E402
from tests.made.edits import edited  # noqa: E402
from tests.made.seeing import pixels_of, png_of  # noqa: E402
from tests.made.subjects import KINDS, subject  # noqa: E402

SIDE = int(os.environ.get("BENCH_SIDE") or 1024)
CASE_SIDE = 512
CHOSEN = tuple((os.environ.get("BENCH_KINDS") or ",".join(KINDS)).split(","))
DRIFTS = tuple((os.environ.get("BENCH_DRIFTS") or "medium,high").split(","))
SEED = int(os.environ.get("BENCH_SEED") or 1)
SHOWN = (1, 3, 5, 10)


def chains() -> None:
    print(f"Ten local edits in a row on {len(CHOSEN)} kinds at {SIDE}x{SIDE}: PSNR in dB outside the true regions")
    print(f"  {'drift':8}{'picture':13}{'none':>6}{'lock':>6}  rounds 1/3/5/10        region  survived  not locked")
    for strength in DRIFTS:
        none, rounds, opens, survives = [], [], [], []
        for kind in CHOSEN:
            chain = Chain(subject(kind, SIDE, SIDE, SEED))
            chain.rounds.extend(locked_rounds(kind, strength, SIDE, SEED))
            _check(chain)
            none.append(unlocked(kind, strength, SIDE, SEED)[10])
            rounds.append([chain.likeness(number) for number in SHOWN])
            opens.append(mean(opened(step) for step in chain.rounds))
            survives.append(mean(survived(step) for step in chain.rounds))
            reasons = ", ".join(str(step.locked.why) for step in chain.rounds if not step.locked.is_locked)
            print(_row(strength, kind, none[-1], rounds[-1], opens[-1], survives[-1]), reasons, flush=True)
        worst = min(zip((row[-1] for row in rounds), CHOSEN, strict=True))
        middle = [mean(column) for column in zip(*rounds, strict=True)]
        print(
            _row(strength, "mean", mean(none), middle, mean(opens), mean(survives)), f"worst: {worst[1]} {worst[0]:.1f}"
        )


def _row(strength: str, kind: str, none: float, rounds: list[float], opens: float, survives: float) -> str:
    steps = " / ".join(f"{value:.1f}" for value in rounds)
    return (
        f"  {strength:8}{kind:13}{none:6.1f}{rounds[-1]:6.1f}  {steps:25}{100 * opens:6.1f} %{100 * survives:7.1f} % "
    )


def _check(chain: Chain) -> None:
    """Every version is its parent's, bit by bit, outside the region that its receipt names."""
    for step in chain.rounds:
        if step.locked.is_locked:
            outside = pixels_of(step.locked.receipt.mask_png) == 0
            assert np.array_equal(step.before[outside], step.after[outside])


def decisions() -> None:
    print(f"Single edits at {CASE_SIDE}x{CASE_SIDE}: wrong decisions, the scope known, and when nobody knows it (auto)")
    for strength in ("low", "medium", "high"):
        known, auto = list(cases(strength, CASE_SIDE, SEED)), list(guessed(strength, CASE_SIDE, SEED))
        wrong = [case for case in known if not case.is_right]
        parts = "  ".join(f"{group} {_wrong(known, group)}" for group in ("local", "moved", "global"))
        print(f"  {strength:7} {len(wrong)} of {len(known)} wrong = {100 * len(wrong) / len(known):.1f} %   {parts}")
        what = Counter(f"{case.edit}: {case.locked.why or 'locked'}" for case in wrong)
        print("          " + ", ".join(f"{count} {name}" for name, count in what.most_common(8)))
        print(
            "          auto: " + "  ".join(f"{group} {_wrong(auto, group)}" for group in ("local", "moved", "global"))
        )


def _wrong(found: list[Case], group: str) -> str:
    there = [case for case in found if case.group == group]
    return f"{sum(not case.is_right for case in there)}/{len(there)}"


def speed() -> None:
    for side in (1024, 2048):
        taken, by_clock = [], []
        for kind in ("still life", "text", "night"):
            before, dice = subject(kind, side, side, SEED), np.random.default_rng(SEED)
            after = drifted(edited(before, "replace", dice).pixels, "medium", dice)
            parent, answer = png_of(before), png_of(after)
            for _ in range(4):
                began, clock = time.process_time(), time.perf_counter()
                lock(parent, answer, Scope.LOCAL)
                taken.append(1000 * (time.process_time() - began))
                by_clock.append(1000 * (time.perf_counter() - clock))
        print(f"{side}x{side}: {median(taken):.0f} ms of processor time, {median(by_clock):.0f} ms by the clock")


PARTS = {"chains": chains, "decisions": decisions, "speed": speed}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
