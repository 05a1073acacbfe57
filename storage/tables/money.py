"""The ledger's tables, written by storage/ledger.py alone. They outlive sessions, so no foreign key points there."""

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.columns import Moment
from storage.tables.metadata import metadata, workspace_column

holds = Table(
    "holds",
    metadata,
    Column("id", String, primary_key=True),
    workspace_column(),
    Column("user", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("session_id", String, nullable=False),
    Column("iteration_id", String, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("state", String, nullable=False),
    Column("taken", Moment, nullable=False),
    Column("closed", Moment),
    # Open ones are few: this index answers what a person holds, and what everybody does.
    Index("ix_holds_open", "state", "workspace", "user", "amount"),
    Index("ix_holds_iteration", "iteration_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    Column("call_id", String, ForeignKey("holds.id"), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("estimate", BigInteger, nullable=False),
    Column("begun", Moment, nullable=False),
    Column("ended", Moment),
    UniqueConstraint("call_id", "attempt"),
)

spend = Table(
    "spend",
    metadata,
    Column("id", String, primary_key=True),
    Column("hold_id", String, ForeignKey("holds.id"), nullable=False),
    workspace_column(),
    Column("user", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("session_id", String, nullable=False),
    Column("iteration_id", String, nullable=False),
    Column("model", String, nullable=False),
    Column("size", String, nullable=False),
    Column("quality", String, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("prompt_hash", String, nullable=False),
    Column("text_in", BigInteger),
    Column("image_in", BigInteger),
    Column("image_out", BigInteger),
    Column("price_list", String, nullable=False),
    Column("cost", BigInteger, nullable=False),
    Column("unsettled", BigInteger, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("outcome", String, nullable=False),
    Column("request_id", String),
    Column("created", Moment, nullable=False),
    # The sum that every hold needs is answered by this index alone.
    Index("ix_spend_person", "workspace", "user", "created", "cost"),
    Index("ix_spend_created", "created", "id"),
    Index("ix_spend_session", "session_id", "cost"),
    Index("ix_spend_iteration", "iteration_id", "cost"),
    Index("ix_spend_hold", "hold_id"),
)
