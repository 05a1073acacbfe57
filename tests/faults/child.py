"""The bot as a child process that may be killed at any moment and is started again on the same data."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from tests.sandbox.server import Sandbox

ROOT = Path(__file__).parents[2]
KEPT = ("PATH", "HOME", "LANG", "PYTHONDONTWRITEBYTECODE", "TMPDIR")
START_SECONDS = 30.0


class Child:
    """`kills` are the moments (Unix seconds) at which it was killed. Its log goes on over all its lives."""

    def __init__(self, sandbox: Sandbox, folder: Path, **settings: str) -> None:
        self._sandbox = sandbox
        self.folder = folder
        self.log = folder / "bot.log"
        self.kills: list[float] = []
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        self._environment = kept | sandbox.environment() | settings
        self._environment |= {"DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT)}
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        await self.spawn()
        await self.is_ready()

    async def spawn(self) -> None:
        """It takes up its unfinished work before it connects, so a kill may come long before `is_ready`."""
        await self._is_gone()
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                env=self._environment,
                cwd=self.folder,  # a developer's own .env is not for this bot
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    async def is_ready(self) -> None:
        """Returns when it is connected to Slack."""
        until = time.monotonic() + START_SECONDS
        while not self._is_connected():
            if self._process is None or self._process.returncode is not None or time.monotonic() > until:
                raise AssertionError(f"the bot did not start; its last words:\n{self.last_words()}")
            await asyncio.sleep(0.01)

    async def _is_gone(self) -> None:
        while self._is_connected():  # noqa: ASYNC110 - the socket of its life before, for a moment
            await asyncio.sleep(0.005)

    def most_memory(self) -> int:
        """Bytes of this life, at its height (Linux: VmHWM in /proc)."""
        if self._process is None:
            raise AssertionError("the bot does not run")
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

    def _is_connected(self) -> bool:
        return self._sandbox.slack.sockets.is_connected

    async def kill(self) -> None:
        """-9, as a power loss would: nothing is tidied up."""
        if self._process and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            self.kills.append(time.time())
            await self._process.wait()

    async def stop(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def last_words(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-30:])
