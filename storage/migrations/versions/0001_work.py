"""Sessions and the work in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_workspaces()
    create_sessions()
    create_messages()
    create_iterations()
    create_shot_sets()
    create_shots()
    create_versions()


def create_workspaces() -> None:
    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
    )


def create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_sessions_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_thread", "sessions", ["workspace", "channel", "thread_ts"])


def create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("surface", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("answer_url", sa.String(), nullable=True),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_messages_workspace"),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_messages"),
    )
    op.create_index("ix_messages_session", "messages", ["session_id", "received"])


def create_iterations() -> None:
    op.create_table(
        "iterations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("set_id", sa.String(), nullable=True),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_iterations_session_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_iterations_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_iterations"),
    )
    op.create_index("ix_iterations_session", "iterations", ["session_id", "created"])
    op.create_index("ix_iterations_set", "iterations", ["set_id"])
    op.create_index("ix_iterations_state", "iterations", ["state"])


def create_shot_sets() -> None:
    op.create_table(
        "shot_sets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("root_ts", sa.String(), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["iterations.id"], name="fk_shot_sets_id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_shot_sets_session_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_shot_sets_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_shot_sets"),
    )
    op.create_index("ix_shot_sets_person", "shot_sets", ["workspace", "asked_by", "created"])
    op.create_index("ix_shot_sets_root", "shot_sets", ["workspace", "channel", "root_ts"])
    op.create_index("ix_shot_sets_session", "shot_sets", ["session_id"])
    op.create_index("ix_shot_sets_state", "shot_sets", ["state"])
    op.create_index("ix_shot_sets_thread", "shot_sets", ["workspace", "channel", "thread_ts"])


def create_shots() -> None:
    op.create_table(
        "shots",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("scene", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("started", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["set_id"], ["shot_sets.id"], name="fk_shots_set_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_shots_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_shots"),
        sa.UniqueConstraint("set_id", "number", name="uq_shots_set_id_number"),
    )


def create_versions() -> None:
    op.create_table(
        "versions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("set_id", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("iteration_id", sa.String(), nullable=False),
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["iteration_id"], ["iterations.id"], name="fk_versions_iteration_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["versions.id"], name="fk_versions_parent_id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_versions_session_id"),
        sa.ForeignKeyConstraint(["set_id"], ["shot_sets.id"], name="fk_versions_set_id"),
        sa.ForeignKeyConstraint(["shot_id"], ["shots.id"], name="fk_versions_shot_id"),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name="fk_versions_workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
        sa.UniqueConstraint("call_id", "place", name="uq_versions_call_id_place"),
        sa.UniqueConstraint("shot_id", "number", name="uq_versions_shot_id_number"),
    )
    op.create_index("ix_versions_session", "versions", ["session_id", "created"])
    op.create_index("ix_versions_set", "versions", ["set_id"])
