"""Sums over the ledger: what a month has cost, and whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import MonthSpend, SpendLine
from bot.money import next_month
from storage.tables import holds, sessions, spend

_LINES = 20  # a report shows no more; the CSV has everything


async def person_month(db: AsyncConnection, workspace: str, user: str, month: datetime) -> tuple[int, int]:
    """Spent since the month began, and held now.

    One statement on purpose: between two, a call could be settled, and its money would be in neither sum.
    """
    spent = select(_sum(spend.c.cost)).where(_spent_in(workspace, user, month)).scalar_subquery()
    held = select(_sum(holds.c.amount)).where(_held_by(workspace, user)).scalar_subquery()
    row = (await db.execute(select(spent, held))).one()
    return int(row[0]), int(row[1])


async def month_spend(
    db: AsyncConnection, workspace: str, user: str | None, month: datetime, budget: int | None
) -> MonthSpend:
    within = _spent_in(workspace, user, month)
    sums = select(_sum(spend.c.cost), _sum(spend.c.unsettled), _sum(spend.c.pictures)).where(within)
    total, unsettled, pictures = (await db.execute(sums)).one()
    held = (await db.execute(select(_sum(holds.c.amount)).where(_held_by(workspace, user)))).scalar_one()
    title = func.coalesce(func.nullif(sessions.c.title, ""), spend.c.session_id)
    return MonthSpend(
        month=month,
        total=int(total),
        held=int(held),
        unsettled=int(unsettled),
        budget=budget,
        pictures=int(pictures),
        by_model=await _lines(db, spend.c.model, spend.c.model, within),
        by_session=await _lines(db, title, spend.c.session_id, within),
    )


async def _lines(
    db: AsyncConnection, label: ColumnElement[Any], group: ColumnElement[Any], within: ColumnElement[bool]
) -> tuple[SpendLine, ...]:
    cost = _sum(spend.c.cost)
    query = (
        select(func.max(label), _sum(spend.c.pictures), cost)
        .select_from(spend.outerjoin(sessions, sessions.c.id == spend.c.session_id))
        .where(within)
        .group_by(group)
        .order_by(cost.desc(), group)
        .limit(_LINES)
    )
    return tuple(SpendLine(str(name), int(pictures), int(sum_)) for name, pictures, sum_ in await db.execute(query))


def _spent_in(workspace: str, user: str | None, month: datetime) -> ColumnElement[bool]:
    within = and_(spend.c.workspace == workspace, spend.c.created >= month, spend.c.created < next_month(month))
    return within if user is None else and_(within, spend.c.user == user)


def _held_by(workspace: str, user: str | None) -> ColumnElement[bool]:
    held = and_(holds.c.workspace == workspace, holds.c.state == "open")
    return held if user is None else and_(held, holds.c.user == user)


def _sum(column: ColumnElement[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)
