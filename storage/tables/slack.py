"""What Slack holds of ours: messages and copies of blobs."""

from sqlalchemy import Column, ForeignKey, String, Table

from storage.columns import Moment
from storage.tables.metadata import metadata, workspace_column

posts = Table(
    "posts",
    metadata,
    Column("id", String, primary_key=True),
    workspace_column(),
    Column("channel", String, nullable=False),
    Column("thread_ts", String),
    Column("ts", String),
    Column("begun", Moment, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("workspace", String, ForeignKey("workspaces.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("file_id", String, nullable=False),
    Column("saved", Moment, nullable=False),
)
