"""Versions that were made from others, and the version that people went back to."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shots", sa.Column("head_id", sa.String(), nullable=True))
    op.add_column("versions", sa.Column("edited", sa.JSON(none_as_null=True), nullable=True))
