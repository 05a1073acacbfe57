"""The ledger as CSV, for a spreadsheet: which is why a cell must never begin like a formula."""

import csv
from dataclasses import fields
from datetime import UTC, datetime
from typing import TextIO

from bot.domain import USD, Spend
from storage.ledger import Ledger
from storage.ledger_rows import LedgerRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_SPEND = tuple(field.name for field in fields(Spend) if field.name not in ("usage", "cost", "unsettled"))
_COLUMNS = ("created", *_SPEND, "text_in", "image_in", "image_out", "cost_usd", "unsettled_usd")


async def export_csv(ledger: Ledger, since: datetime, out: TextIO, workspace: str | None = None) -> int:
    """Write every spend from `since` on, oldest first; gives how many. Open files with newline=""."""
    writer = csv.DictWriter(out, fieldnames=_COLUMNS)
    writer.writeheader()
    written = 0
    async for row in ledger.rows(since, workspace):
        writer.writerow({name: _safe(cell) for name, cell in _cells(row).items()})
        written += 1
    return written


def _cells(row: LedgerRow) -> dict[str, object]:
    spend, usage = row.spend, row.spend.usage
    return {
        "created": row.created.astimezone(UTC).isoformat(timespec="seconds"),
        **{name: getattr(spend, name) for name in _SPEND},
        "text_in": usage.text_in if usage else None,
        "image_in": usage.image_in if usage else None,
        "image_out": usage.out if usage else None,
        "cost_usd": _dollars(spend.cost),
        "unsettled_usd": _dollars(spend.unsettled),
    }


def _dollars(micro: int) -> str:
    """Exact, and a number to every spreadsheet."""
    return f"{micro // USD}.{micro % USD:06d}"


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
