"""`python -m tests.faults`: the long form. KILLS=100 SEED=1 DATABASE=postgres by the environment."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.play import play
from tests.services import Postgres


async def main() -> int:
    kills, seed = int(os.environ.get("KILLS") or 100), int(os.environ.get("SEED") or 1)
    folder = Path(tempfile.mkdtemp(prefix="easel-faults-"))
    print(f"{kills} kills from seed {seed}; the bot's log: {folder / 'bot.log'}", flush=True)
    began = time.monotonic()
    server = Postgres() if os.environ.get("DATABASE") == "postgres" else None
    try:
        database = server.new_database() if server else ""
        report = await play(folder, kills=kills, seed=seed, database=database, tell=_say)
    finally:
        if server:
            server.close()
    print(f"{kills} kills in {time.monotonic() - began:.0f} s: {report}")
    for sentence in report.wrong:
        print(f"  WRONG: {sentence}")
    return 1 if report.wrong else 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
