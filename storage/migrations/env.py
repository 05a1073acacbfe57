"""Run by Alembic through `storage/schema.py`, which passes the connection; there is no alembic.ini."""

from alembic import context

from storage.schema import VERSION_TABLE
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite cannot ALTER most things: the table is copied
)
with context.begin_transaction():
    context.run_migrations()
