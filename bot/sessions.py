"""What people can do in a thread; for now: see what it cost."""

from bot.domain import Message, SpendReport
from bot.money.budgets import month_of
from storage.clock import Clock, utc_now
from storage.store import Store


class Sessions:
    """`budget`: a person's month in micro-USD, None without one."""

    def __init__(self, store: Store, budget: int | None, clock: Clock = utc_now) -> None:
        self._store, self._budget, self._clock = store, budget, clock

    async def spend(self, message: Message) -> SpendReport:
        """My month, and my newest session in this channel."""
        month = await self._store.ledger.month(message.workspace, message.user, month_of(self._clock()), self._budget)
        newest = await self._store.sets.newest_in(message.workspace, message.user, message.channel)
        if newest is None:
            return SpendReport(month, None, 0, 0)
        cost = await self._store.ledger.session_total(newest.session_id)
        pictures = len(await self._store.versions.versions_of(newest.id))
        return SpendReport(month, newest.title, cost, pictures)
