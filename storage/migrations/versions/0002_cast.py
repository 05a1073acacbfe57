"""Characters, references, and what Slack holds of ours."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_characters()
    create_character_references()
    create_set_references()
    create_posts()
    create_files()


def create_characters() -> None:
    op.create_table(
        "characters",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("match", sa.JSON(), nullable=False),
        sa.Column("may_vary", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_characters_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_characters"),
    )
    op.create_index("ix_characters_name", "characters", ["workspace", "folded_name"])
    op.create_index("ix_characters_state", "characters", ["state"])
    op.create_index(
        "uq_characters_name",
        "characters",
        ["workspace", "folded_name"],
        unique=True,
        sqlite_where=sa.text("state IN ('fetching', 'ready')"),
        postgresql_where=sa.text("state IN ('fetching', 'ready')"),
    )


def create_character_references() -> None:
    op.create_table(
        "character_references",
        sa.Column("character_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["character_id"], ["characters.id"], name="fk_character_references_character_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_character_references_workspace"),
        sa.PrimaryKeyConstraint("character_id", "id", name="pk_character_references"),
    )


def create_set_references() -> None:
    op.create_table(
        "set_references",
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["set_id"], ["shot_sets.id"], name="fk_set_references_set_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_set_references_workspace"),
        sa.PrimaryKeyConstraint("set_id", "id", name="pk_set_references"),
    )


def create_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_posts_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
    )


def create_files() -> None:
    op.create_table(
        "files",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_files_workspace"),
        sa.PrimaryKeyConstraint("workspace", "key", name="pk_files"),
    )
