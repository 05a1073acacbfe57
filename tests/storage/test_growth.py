"""What people wait for must not get slower with the years: no query reads a whole table."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from storage import Database, Store
from tests.storage.examples import NOVEMBER, a_reference, a_spend, a_version, ask_and_plan, hold

Statement = tuple[str, Any]


@contextmanager
def statements(file: Path) -> Iterator[list[Statement]]:
    """Everything that this database is asked meanwhile; a bot of the same test run may be asking another one."""
    asked: list[Statement] = []

    def listen(connection: Connection, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        if connection.engine.url.database == str(file):
            asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", listen)
    yield asked
    event.remove(Engine, "before_cursor_execute", listen)


async def use_everything(store: Store) -> None:
    await ask_and_plan(store)
    await store.sets.set_root("S1", "C1", "1.1")
    await store.sets.sets_in_thread("T1", "C1", "1.1")
    await store.sets.sets_of_user("T1", "ana", 10)
    await store.sets.newest_in("T1", "ana", "C1")
    await store.sets.open_work()
    await store.shots.get_shots("S1")
    await store.iterations.is_next("S1")
    await store.sessions.find_message("S1")
    await hold(store, "S1:1", budget=1_000_000)
    await store.ledger.begin_attempt("S1:1", 1, 50_000)
    await store.ledger.attempts_of("S1:1")
    await store.versions.keep([a_version()], a_spend())
    await store.versions.find_drawing("S1:1")
    await store.versions.versions_of("S1")
    await store.ledger.release_open("S1")
    await store.ledger.open_holds()
    await store.ledger.month("T1", "ana", NOVEMBER, 1_000_000)
    await store.ledger.session_total("A1")
    await store.ledger.set_total("S1")
    assert [row async for row in store.ledger.rows(NOVEMBER)]
    await store.cast.find_character("T1", "maya", user="ana", channel="C1")
    await store.cast.ready("maya", [a_reference()])
    await store.cast.open_fetches()


async def test_no_question_reads_a_whole_table(tmp_path: Path) -> None:
    # On SQLite alone: PostgreSQL chooses by the size of the tables, which are small here.
    file = tmp_path / "app.db"
    database = Database(f"sqlite:///{file}")
    await database.migrate()
    with statements(file) as asked:
        await use_everything(Store(database))
    questions = [(query, given) for query, given in asked if query.startswith(("SELECT", "UPDATE", "DELETE"))]
    async with database.read() as db:
        plans = {query: await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", given) for query, given in questions}
        scans = {query: [row.detail for row in plan if is_scan(row.detail)] for query, plan in plans.items()}
    await database.close()
    assert len(scans) > 20
    assert {query: found for query, found in scans.items() if found} == {}


def is_scan(step: str) -> bool:
    return step.startswith("SCAN") and step != "SCAN CONSTANT ROW"
