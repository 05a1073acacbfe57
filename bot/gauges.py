"""What /metrics shows of this moment, read when somebody asks for it."""

import asyncio
import time
from contextlib import suppress

from bot.errors import BotError
from bot.health import Health
from bot.metrics import Metrics
from bot.workflows.engine import Engine
from bot.workflows.turns import Turns
from storage.database import Database
from storage.present import present

FRESH_SECONDS = 2.0  # asked more often than that, the database is left in peace
PATIENCE_SECONDS = 3.0


class Gauges:
    def __init__(self, database: Database, turns: Turns, engine: Engine, health: Health, metrics: Metrics) -> None:
        self._database, self._turns, self._engine = database, turns, engine
        self._health, self._metrics = health, metrics
        self._read = 0.0

    async def refresh(self) -> None:
        """What cannot be read stays as it was; `easel_ready` says so."""
        if time.monotonic() - self._read < FRESH_SECONDS:
            return
        self._read = time.monotonic()
        self._metrics.at_work(turns=self._turns.waiting, workflows=self._engine.in_work)
        self._metrics.ready(await self._health.problem() is None)
        with suppress(BotError, TimeoutError):
            now = await asyncio.wait_for(present(self._database), PATIENCE_SECONDS)
            self._metrics.present(held=now.held, sets=now.sets)
