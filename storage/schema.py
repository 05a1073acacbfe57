"""Alembic without its command line: `migrations/` is applied over a connection that is already open.

There is no way down: an older release goes with the backup from before.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

VERSION_TABLE = "easel_version"  # the engine may share the server and has tables of its own


def upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise RuntimeError(f"The database was migrated by a newer release of Easel; run that one. ({error})") from error
