"""The only writer of money: holds, attempts at paid calls, and the append-only spend.

A hold is taken for every paid call before it is made (also without a budget, also for a free model), and closed by
`settle` in the transaction that keeps the pictures, or by `release`.
"""

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Hold, MonthSpend, Outcome, Spend
from bot.errors import OverBudget
from bot.money import left, next_month, usd
from storage.clock import Clock, utc_now
from storage.database import Database
from storage.dialects import add_if_new, lock
from storage.ledger_rows import LedgerRow, hold_from, ledger_row_from, row_of_spend
from storage.reports import month_spend, person_month
from storage.tables import attempts, holds, iterations, spend

_PAGE = 500


_ITERATIONS_OF_SET = select(iterations.c.id).where(
    (iterations.c.id == bindparam("wanted")) | (iterations.c.set_id == bindparam("wanted"))
)
_OF_SET = select(func.coalesce(func.sum(spend.c.cost), 0)).where(spend.c.iteration_id.in_(_ITERATIONS_OF_SET))


class HoldState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"  # the call was made and its price is in the ledger
    RELEASED = "released"


@dataclass(frozen=True)
class Attempt:
    """One try at a paid call; `id` is the id of the Spend that closes it."""

    id: str
    call_id: str
    attempt: int
    estimate: int
    begun: datetime
    is_over: bool


class Ledger:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def hold(self, wanted: Sequence[Hold], *, budget: int | None, month: datetime, now: datetime) -> None:
        """Set the money of these calls aside, all or nothing; what is held or settled already is not counted again.

        All belong to one person. Raises OverBudget if what is gone since `month` and all open holds leave too little.
        """
        if not wanted:
            return
        workspace, user = _person(wanted)
        async with self._database.write() as db:
            await lock(db, f"budget:{workspace}:{user}")
            new = await _not_taken(db, wanted)
            if new and budget is not None:
                await _check(db, new, budget=budget, month=month)
            for hold in new:
                await _take(db, hold, now)

    async def release(self, hold_ids: Collection[str]) -> None:
        await self._release(holds.c.id.in_(hold_ids))

    async def release_open(self, iteration_id: str) -> None:
        """Whatever way an iteration ends, nothing of it stays held."""
        await self._release(holds.c.iteration_id == iteration_id)

    async def _release(self, which: ColumnElement[bool]) -> None:
        async with self._database.write() as db:
            is_open = and_(which, holds.c.state == HoldState.OPEN)
            # The rows are locked in one order, or two that release the same rows could wait for each other.
            ids = (await db.scalars(select(holds.c.id).where(is_open).order_by(holds.c.id).with_for_update())).all()
            if ids:
                await db.execute(
                    update(holds).where(holds.c.id.in_(ids)).values(state=HoldState.RELEASED, closed=self._clock())
                )

    async def open_holds(self) -> list[Hold]:
        async with self._database.read() as db:
            rows = await db.execute(select(holds).where(holds.c.state == HoldState.OPEN).order_by(holds.c.taken))
            return [hold_from(row) for row in rows]

    async def begin_attempt(self, call_id: str, attempt: int, estimate: int) -> str:
        """Note that a call is about to be made: if we die in it, the note remains. Gives the id for its Spend."""
        async with self._database.write() as db:
            await note_attempt(db, call_id, attempt, estimate, self._clock())
        return attempt_id_of(call_id, attempt)

    async def attempts_of(self, call_id: str) -> list[Attempt]:
        """All so far. One that is not over may have been billed: it was begun, and there is no Spend since."""
        async with self._database.read() as db:
            rows = await db.execute(select(attempts).where(attempts.c.call_id == call_id).order_by(attempts.c.attempt))
            return [
                Attempt(row.id, row.call_id, row.attempt, row.estimate, row.begun, row.ended is not None)
                for row in rows
            ]

    async def record(self, made: Spend) -> None:
        """Append an attempt that gave no picture; the hold stays for the next try. Twice is once."""
        async with self._database.write() as db:
            await append(db, made, self._clock())

    async def month(self, workspace: str, user: str | None, month: datetime, budget: int | None) -> MonthSpend:
        """A person's month; of the whole workspace if `user` is None."""
        async with self._database.read() as db:
            return await month_spend(db, workspace, user, month, budget)

    async def person(self, workspace: str, user: str, month: datetime) -> tuple[int, int]:
        """What a person has spent since the month began, and what is held now."""
        async with self._database.read() as db:
            return await person_month(db, workspace, user, month)

    async def session_total(self, session_id: str) -> int:
        return await self._sum(spend.c.session_id == session_id)

    async def set_total(self, set_id: str) -> int:
        """What the set has cost with everything done to it since (redo and the like are iterations of their own)."""
        async with self._database.read() as db:
            return int((await db.execute(_OF_SET, {"wanted": set_id})).scalar_one())

    async def total(self, workspace: str | None = None) -> int:
        return await self._sum(*([spend.c.workspace == workspace] if workspace else []))

    async def rows(self, since: datetime, workspace: str | None = None) -> AsyncIterator[LedgerRow]:
        """The ledger from `since` on, oldest first, in pages: no transaction stays open while somebody reads."""
        after: ColumnElement[bool] = spend.c.created >= since
        while True:
            page = select(spend).where(after, *([spend.c.workspace == workspace] if workspace else []))
            async with self._database.read() as db:
                found = (await db.execute(page.order_by(spend.c.created, spend.c.id).limit(_PAGE))).all()
            for row in found:
                yield ledger_row_from(row)
            if len(found) < _PAGE:
                return
            after = tuple_(spend.c.created, spend.c.id) > (found[-1].created, found[-1].id)

    async def _sum(self, *where: ColumnElement[bool]) -> int:
        async with self._database.read() as db:
            return await _number(db, select(func.coalesce(func.sum(spend.c.cost), 0)).where(*where))


async def note_attempt(db: AsyncConnection, call_id: str, attempt: int, estimate: int, now: datetime) -> bool:
    """In the caller's transaction; False if it was noted before."""
    row = {"id": attempt_id_of(call_id, attempt), "call_id": call_id, "attempt": attempt, "estimate": estimate}
    return await add_if_new(db, attempts, row | {"begun": now})


def attempt_id_of(call_id: str, attempt: int) -> str:
    return f"{call_id}/{attempt}"


async def append(db: AsyncConnection, made: Spend, now: datetime) -> None:
    """One row of the ledger; closes its attempt.

    An answer may come after the call was given up for lost (its process was frozen, another took over): a second row
    then says what it cost, and takes back what was unsettled.
    """
    if not await add_if_new(db, spend, row_of_spend(made, now)) and made.outcome is not Outcome.IN_THE_AIR:
        given_up = and_(spend.c.id == made.id, spend.c.outcome == Outcome.IN_THE_AIR)
        if before := (await db.execute(select(spend.c.unsettled).where(given_up))).first():
            late = replace(made, id=f"{made.id}/late", unsettled=made.unsettled - before.unsettled)
            await add_if_new(db, spend, row_of_spend(late, now))
    await db.execute(update(attempts).where(attempts.c.id == made.id, attempts.c.ended.is_(None)).values(ended=now))


async def settle(db: AsyncConnection, made: Spend, now: datetime) -> None:
    """Held becomes spent, in the caller's transaction; also after a release, as the call was in the air."""
    await append(db, made, now)
    unsettled = and_(holds.c.id == made.hold_id, holds.c.state != HoldState.SETTLED)
    await db.execute(update(holds).where(unsettled).values(state=HoldState.SETTLED, closed=now))


def _person(wanted: Sequence[Hold]) -> tuple[str, str]:
    people = {(hold.workspace, hold.user) for hold in wanted}
    if len(people) != 1 or any(hold.amount < 0 for hold in wanted):
        raise ValueError("holds are taken for one person at a time, and none is negative")
    return people.pop()


async def _not_taken(db: AsyncConnection, wanted: Sequence[Hold]) -> list[Hold]:
    ids = [hold.id for hold in wanted]
    taken = select(holds.c.id).where(holds.c.id.in_(ids), holds.c.state != HoldState.RELEASED)
    already = set((await db.scalars(taken)).all())
    return [hold for hold in wanted if hold.id not in already]


async def _check(db: AsyncConnection, new: Sequence[Hold], *, budget: int, month: datetime) -> None:
    workspace, user = _person(new)
    spent, held = await person_month(db, workspace, user, month)
    remaining, needed = left(budget, spent, held) or 0, sum(hold.amount for hold in new)
    # Not `needed > remaining`: past the budget by somebody's dearer answer, even free calls would seem to fit.
    if spent + held + needed > budget:
        raise OverBudget(_over_budget(needed, remaining, month), remaining)


def _over_budget(needed: int, remaining: int, month: datetime) -> str:
    renewal = next_month(month)
    return (
        f"This may cost up to {usd(needed)}, and you have {usd(remaining)} left in {month:%B}. "
        f"Ask for fewer pictures or a lower quality, or wait until {renewal.day} {renewal:%B}."
    )


async def _take(db: AsyncConnection, hold: Hold, now: datetime) -> None:
    row = {
        "id": hold.id,
        "workspace": hold.workspace,
        "user": hold.user,
        "channel": hold.channel,
        "session_id": hold.session_id,
        "iteration_id": hold.iteration_id,
        "amount": hold.amount,
        "state": HoldState.OPEN,
        "taken": now,
        "closed": None,
    }
    if not await add_if_new(db, holds, row):
        again = and_(holds.c.id == hold.id, holds.c.state == HoldState.RELEASED)
        await db.execute(update(holds).where(again).values(row))


async def _number(db: AsyncConnection, query: Select[int]) -> int:
    return int((await db.execute(query)).scalar_one())
