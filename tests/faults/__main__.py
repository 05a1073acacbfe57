"""`python -m tests.faults`: the long form. KILLS=100 SEED=1 SECONDS=0.8 by the environment."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.play import play


async def main() -> int:
    kills, seed = int(os.environ.get("KILLS") or 100), int(os.environ.get("SEED") or 1)
    folder = Path(tempfile.mkdtemp(prefix="easel-faults-"))
    print(f"{kills} kills from seed {seed}; the bot's log: {folder / 'bot.log'}", flush=True)
    began = time.monotonic()
    report = await play(folder, kills=kills, seed=seed, tell=_say)
    print(f"{kills} kills in {time.monotonic() - began:.0f} s: {report}")
    for sentence in report.wrong:
        print(f"  WRONG: {sentence}")
    return 1 if report.wrong else 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
