"""The running processes, and the calls of the image API that they make or wait for."""

from sqlalchemy import Column, Index, Integer, String, Table

from storage.columns import Moment
from storage.tables.metadata import metadata

executors = Table(
    "executors",
    metadata,
    Column("id", String, primary_key=True),
    Column("seen", Moment, nullable=False),
)

# A row stands while its call waits or is in the air, and a minute longer, for the pictures of the last minute.
turns = Table(
    "turns",
    metadata,
    Column("id", String, primary_key=True),
    Column("executor", String, nullable=False),
    Column("workspace", String, nullable=False),
    Column("person", String, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("asked", Moment, nullable=False),
    Column("begun", Moment),
    Column("ended", Moment),
    Index("ix_turns_executor", "executor"),
)
