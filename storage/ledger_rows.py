"""Holds and spend as rows of the ledger, and back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain import Hold, Outcome, Spend, Usage


@dataclass(frozen=True)
class LedgerRow:
    """A spend and when it was written."""

    created: datetime
    spend: Spend


def hold_from(row: Row[Any]) -> Hold:
    return Hold(row.id, row.workspace, row.user, row.channel, row.session_id, row.iteration_id, row.amount)


def row_of_spend(made: Spend, now: datetime) -> dict[str, Any]:
    row = {name: value for name, value in vars(made).items() if name != "usage"}
    usage = made.usage
    return row | {
        "text_in": usage.text_in if usage else None,
        "image_in": usage.image_in if usage else None,
        "image_out": usage.out if usage else None,
        "created": now,
    }


def ledger_row_from(row: Row[Any]) -> LedgerRow:
    values = dict(row._mapping)
    created, tokens = values.pop("created"), [values.pop(name) for name in ("text_in", "image_in", "image_out")]
    usage = None if tokens[0] is None else Usage(*tokens)
    return LedgerRow(created, Spend(**(values | {"usage": usage, "outcome": Outcome(values["outcome"])})))
