"""What people can do in a thread: reply in plain words, and see what it cost."""

from bot.domain import Message, SpendReport
from bot.domain.ids import id_from
from bot.domain.replies import Approval, Talk
from bot.money.budgets import month_of
from bot.reading.replies import Reader
from bot.workflows.engine import Engine
from bot.workflows.replies import REPLY
from bot.workflows.threads import look
from storage.clock import Clock, utc_now
from storage.store import Store


class Sessions:
    """`budget`: a person's month in micro-USD, None without one."""

    def __init__(
        self, engine: Engine, store: Store, reader: Reader, budget: int | None, clock: Clock = utc_now
    ) -> None:
        self._engine, self._store, self._reader = engine, store, reader
        self._budget, self._clock = budget, clock

    async def reply(self, message: Message, *, is_mention: bool = False) -> bool:
        """Words in a thread that Easel drew in; False elsewhere. Talk is remembered and left alone."""
        thread = await look(self._store, message.workspace, message.channel, message.thread_ts or "")
        if thread is None:
            return False
        asked = await thread.read(self._reader, message, is_mention=is_mention)
        session_id, now = thread.shot_set.session_id, self._clock()
        if isinstance(asked, Talk | Approval):
            await self._store.sessions.record(message, session_id, now)
            return True
        iteration_id = id_from("it", message.id)
        begun = await self._store.iterations.begin_iteration(
            message,
            iteration_id,
            session_id,
            REPLY,
            message.user,
            now,
            set_id=thread.shot_set.id,
            details={"is_mention": is_mention},
        )
        if begun:
            self._engine.start_soon(REPLY, f"{REPLY}:{iteration_id}", iteration_id)
        return True

    async def press(self, press: Message, iteration_id: str, how: str) -> None:
        """Start again ("again") or Edit anyway ("anyway") for the wish of an earlier reply."""
        asked = await self._store.iterations.get_iteration(iteration_id)
        new_id = id_from("it", press.id, how)
        details = {"of": iteration_id, "how": how}
        begun = await self._store.iterations.begin_iteration(
            press,
            new_id,
            asked.session_id,
            REPLY,
            press.user,
            self._clock(),
            set_id=asked.set_id,
            details=details,
        )
        if begun:
            self._engine.start_soon(REPLY, f"{REPLY}:{new_id}", new_id)

    async def resume(self) -> None:
        """Replies that were recorded and never begun."""
        found = await self._store.iterations.open_iterations(REPLY)
        wanted = {f"{REPLY}:{each.id}": each.id for each in found}
        for workflow_id in await self._engine.unknown(wanted):
            self._engine.start_soon(REPLY, workflow_id, wanted[workflow_id])

    async def spend(self, message: Message) -> SpendReport:
        """My month, and my newest session in this channel."""
        month = await self._store.ledger.month(message.workspace, message.user, month_of(self._clock()), self._budget)
        newest = await self._store.sets.newest_in(message.workspace, message.user, message.channel)
        if newest is None:
            return SpendReport(month, None, 0, 0)
        cost = await self._store.ledger.session_total(newest.session_id)
        pictures = len(await self._store.versions.versions_of(newest.id))
        return SpendReport(month, newest.title, cost, pictures)
