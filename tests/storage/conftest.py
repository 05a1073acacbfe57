"""Each test gets a database of its own: a SQLite file, and PostgreSQL where a server can be had."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from storage import Database, Store
from tests.services import HAS_POSTGRES, Postgres
from tests.storage.examples import NOVEMBER

DATABASES = ["sqlite", "postgresql"] if HAS_POSTGRES else ["sqlite"]


class Watch:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = NOVEMBER + timedelta(days=19)

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=DATABASES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    """An empty one."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'app.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "app.db"
    await _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
async def migrated_database(postgres: Postgres) -> str:
    url = postgres.new_database()
    await _migrate(url)
    return make_url(url).database or ""


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()


@pytest.fixture
def migrated_url(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    """A copy of one that was migrated before: migrating takes longer than most tests."""
    if kind == "sqlite":
        copy = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "app.db")
        return f"sqlite:///{copy}"
    like = request.getfixturevalue("migrated_database")
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database(like)


@pytest.fixture
async def database(migrated_url: str) -> AsyncIterator[Database]:
    database = Database(migrated_url)
    yield database
    await database.close()


@pytest.fixture
async def store(database: Database, watch: Watch) -> Store:
    return Store(database, watch)
