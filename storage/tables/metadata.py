"""What all tables share: how constraints are named (migrations need names), and that every row has a workspace."""

from sqlalchemy import Column, ForeignKey, MetaData, String, Table

from storage.columns import Moment

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def workspace_column() -> Column[str]:
    return Column("workspace", String, ForeignKey("workspaces.id"), nullable=False)


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String, primary_key=True),
    Column("created", Moment, nullable=False),
)
