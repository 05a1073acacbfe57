"""Characters, and the pictures that guide."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, text

from storage.columns import Moment, Words
from storage.tables.metadata import metadata, workspace_column

_TAKEN = text("state IN ('fetching', 'ready')")

characters = Table(
    "characters",
    metadata,
    Column("id", String, primary_key=True),
    workspace_column(),
    Column("name", Words, nullable=False),
    Column("folded_name", Words, nullable=False),
    Column("description", Words, nullable=False),
    Column("match", JSON, nullable=False),
    Column("may_vary", JSON, nullable=False),
    Column("owner", String, nullable=False),
    Column("visibility", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("state", String, nullable=False),
    Column("problem", Words),
    Column("files", JSON, nullable=False),
    Column("created", Moment, nullable=False),
    Index("ix_characters_name", "workspace", "folded_name"),
    Index("uq_characters_name", "workspace", "folded_name", unique=True, sqlite_where=_TAKEN, postgresql_where=_TAKEN),
    Index("ix_characters_state", "state"),
)


def _reference_pictures(name: str, owner: str, belongs_to: str) -> Table:
    return Table(
        name,
        metadata,
        Column(owner, String, ForeignKey(belongs_to), primary_key=True),
        Column("id", String, primary_key=True),
        workspace_column(),
        Column("position", Integer, nullable=False),
        Column("blob", String, nullable=False),
        Column("role", String, nullable=False),
        Column("label", Words, nullable=False),
        Column("width", Integer, nullable=False),
        Column("height", Integer, nullable=False),
        Column("file_id", String),
        Column("note", Words),
    )


set_references = _reference_pictures("set_references", "set_id", "shot_sets.id")

character_references = _reference_pictures("character_references", "character_id", "characters.id")
