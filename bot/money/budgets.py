"""The rules of a budget: what is left of it, and when it renews."""

from datetime import UTC, datetime


def left(budget: int | None, spent: int, held: int) -> int | None:
    """What may still be asked for; None where there is no budget, and never below zero."""
    return None if budget is None else max(0, budget - spent - held)


def month_of(moment: datetime) -> datetime:
    """The start of the calendar month (UTC) that `moment` lies in."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone has no month")
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def next_month(moment: datetime) -> datetime:
    """When a monthly budget renews."""
    month = month_of(moment)
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
