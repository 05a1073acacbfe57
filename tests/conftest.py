"""The world that conversations happen in: one sandbox and one real bot, started when the first test asks for them."""

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.app import Easel
from bot.settings import Settings
from bot.workflows.retries import Retries
from handlers.manifest import EVENTS_PATH
from handlers.pace import Pace
from storage.database import Database
from storage.ledger import Ledger
from tests.conversation import Bot, Person, World
from tests.quick_studio import QuickStudio
from tests.sandbox.server import Sandbox
from tests.services import postgres, s3

__all__ = ["postgres", "s3"]  # fixtures

# EASEL_TEST_SLACK=http: the same conversations with Slack calling the bot by signed HTTP.
BY_HTTP: dict[str, Any] = {"slack_mode": "http", "http_port": 0} if os.environ.get("EASEL_TEST_SLACK") == "http" else {}
IMPATIENT = Retries(first=0.1, longest=0.4, give_up_after=30.0, told_after=0.3)  # ten minutes in ten seconds
HURRY = 100  # times faster than Slack's limits: a suite says in a minute what a team says in a day


def settings_for(sandbox: Sandbox, folder: Path, **more: Any) -> Settings:
    """Nothing of the developer's own: no .env, and no variable has this prefix."""
    values: dict[str, Any] = {name.lower(): value for name, value in sandbox.environment().items()}
    values |= {"data_dir": folder, "drain_seconds": 5, **BY_HTTP, **more}
    return Settings(_env_file=None, _env_prefix="easel_tests_", **values)


@pytest.fixture(scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(studio=QuickStudio())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture(scope="session")
def kept_where(request: pytest.FixtureRequest) -> dict[str, str]:
    """SQLite and a folder, unless the environment asks for PostgreSQL or S3."""
    where = {}
    if os.environ.get("EASEL_TEST_DATABASE") == "postgres":
        where["database_url"] = request.getfixturevalue("postgres").new_database()
    if os.environ.get("EASEL_TEST_BLOBS") == "s3":
        where["blobs_url"] = request.getfixturevalue("s3").new_bucket()
    return where


@pytest.fixture(scope="session")
async def settings(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory, kept_where: dict[str, str]) -> Settings:
    return settings_for(sandbox, tmp_path_factory.mktemp("easel"), **kept_where)


@pytest.fixture(scope="session")
async def easel(settings: Settings) -> AsyncIterator[Easel]:
    pace = Pace(lambda: time.monotonic() * HURRY)
    async with Easel(settings, pace, IMPATIENT) as easel:
        yield easel


@pytest.fixture(scope="session")
async def world(sandbox: Sandbox, easel: Easel) -> AsyncIterator[World]:
    world = World(sandbox, f"{easel.address}{EVENTS_PATH}" if BY_HTTP else None)
    await world.calm()
    yield world
    await world.close()


@pytest.fixture(scope="session")
async def ledger(settings: Settings, easel: Easel) -> AsyncIterator[Ledger]:
    """The bot's own record of money, read beside it."""
    database = Database(settings.app_database)
    yield Ledger(database)
    await database.close()


@pytest.fixture(scope="session")
def bot(world: World) -> Bot:
    return Bot(world)


@pytest.fixture
def ana(world: World) -> Person:
    return Person(world, "ana")


@pytest.fixture
def ben(world: World) -> Person:
    return Person(world, "ben")


@pytest.fixture
def cho(world: World) -> Person:
    return Person(world, "cho")
