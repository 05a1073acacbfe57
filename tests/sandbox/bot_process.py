"""The real bot as a child process: its environment, its log file, its end."""

import asyncio
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).parents[2]
GRACE_SECONDS = 10.0


@dataclass
class BotProcess:
    process: asyncio.subprocess.Process
    folder: Path
    log: Path
    has_real_models: bool

    @classmethod
    async def start(cls, environment: dict[str, str]) -> "BotProcess":
        """`environment` points it at the sandbox; the caller's own OPENAI_API_KEY stays, and then pictures are real."""
        folder = Path(tempfile.mkdtemp(prefix="easel-sandbox-"))
        log = folder / "bot.log"
        joined, is_real = joined_environment(environment, dict(os.environ))
        joined["DATA_DIR"] = str(folder / "data")
        command = (sys.executable, "-m", "bot", "run")
        with _opened(log) as output:
            process = await asyncio.create_subprocess_exec(
                *command, env=joined, stdout=output, stderr=output, start_new_session=True, cwd=ROOT
            )
        return cls(process, folder, log, is_real)

    @property
    def about(self) -> str:
        lines = [f"The bot runs as process {self.process.pid} and writes its log to {self.log}"]
        if self.has_real_models:
            lines.append("OPENAI_API_KEY is set: the pictures are REAL and cost money.")
        else:
            lines.append("The pictures are drawn by the sandbox and cost nothing. Set OPENAI_API_KEY for real ones.")
        return "\n".join([*lines, "Ctrl-C stops both."])

    async def wait(self) -> int:
        return await self.process.wait()

    def last_words(self) -> str:
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return "Its last lines:\n" + "\n".join(lines[-8:]) if lines else "It has written nothing."

    async def stop(self) -> None:
        """Politely first; its data goes with it."""
        if self.process.returncode is None:
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), GRACE_SECONDS)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        shutil.rmtree(self.folder / "data", ignore_errors=True)


def joined_environment(sandbox: dict[str, str], caller: dict[str, str]) -> tuple[dict[str, str], bool]:
    """The caller's environment with the sandbox's over it, but for a model key of the caller's own."""
    if not caller.get("OPENAI_API_KEY"):
        return {**caller, **sandbox}, False
    kept = {name: value for name, value in sandbox.items() if not name.startswith("OPENAI_")}
    return {**caller, **kept}, True


def _opened(path: Path) -> BinaryIO:
    return path.open("ab")
