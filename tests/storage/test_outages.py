"""What passes by itself is told apart from what does not, and counted."""

from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.errors import Unavailable
from storage import Database
from storage.engine_file import WAITS_FOR, OutOfReach, engine_file
from storage.tables import workspaces
from tests.storage.examples import NOW


@pytest.fixture
def counted() -> list[str]:
    return []


async def test_a_full_disk_is_an_outage_and_the_next_write_works_when_there_is_room(
    tmp_path: Path, counted: list[str]
) -> None:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}", counted.append)
    await database.migrate()
    async with database.write() as db:
        await db.execute(text("PRAGMA max_page_count = 1"))  # less than there is: it cannot grow
    big = insert(workspaces).values(id="T" * 100_000, created=NOW)
    with pytest.raises(Unavailable, match=r"cannot reach my records"):
        async with database.write() as db:
            await db.execute(big)
    async with database.write() as db:
        await db.execute(text("PRAGMA max_page_count = 1000000"))
        await db.execute(big)
    assert counted == ["database"]
    await database.close()


async def test_a_fault_of_ours_is_no_outage(database: Database) -> None:
    for statement, error in (
        ("SELECT nothing FROM nowhere", DBAPIError),
        ("INSERT INTO shots (id) VALUES ('1')", IntegrityError),
    ):
        with pytest.raises(error):
            async with database.write() as db:
                await db.execute(text(statement))


async def test_a_server_that_is_not_there_is_an_outage(tmp_path: Path, counted: list[str]) -> None:
    database = Database(f"postgresql://nobody@/nothing?host={tmp_path}", counted.append)
    with pytest.raises(Unavailable):
        async with database.read():
            pass
    assert counted == ["database"]
    await database.close()


def test_the_engine_hears_of_a_full_disk_as_of_a_lock_and_so_waits(tmp_path: Path) -> None:
    engine = engine_file(f"sqlite:///{tmp_path / 'engine.db'}")
    with engine.begin() as db:
        db.execute(text("CREATE TABLE notes (words)"))
    with engine.connect() as db:
        db.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(OutOfReach, match=f"^{WAITS_FOR}, or worse: database or disk is full"):
            db.execute(text("INSERT INTO notes VALUES (zeroblob(100000))"))
    engine.dispose()
