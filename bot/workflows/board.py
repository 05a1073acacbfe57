"""The progress of a set in its root message while it is drawn. Nothing durable: after a restart it simply goes on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import structlog

from bot.domain import SetState
from bot.workflows.show import Show
from bot.workflows.views import Views
from bot.workflows.waits import Waits

EVERY_SECONDS = 3.0  # DESIGN: a message is edited at most this often
FIRST_SECONDS = 0.3  # the first calls go out before anybody is told of them

log = structlog.get_logger()


class Board:
    def __init__(self, views: Views, show: Show, waits: Waits, every: float = EVERY_SECONDS) -> None:
        self._views, self._show, self._waits, self._every = views, show, waits, every

    @asynccontextmanager
    async def watching(self, set_id: str) -> AsyncIterator[None]:
        """Keep the root message moving for the body; the last edit has reached Slack when it ends."""
        over = asyncio.Event()
        task = asyncio.create_task(self._paint(set_id, over))
        try:
            yield
        finally:
            over.set()
            await task

    async def _paint(self, set_id: str, over: asyncio.Event) -> None:
        pause = FIRST_SECONDS
        while not await _within(over, pause):
            try:
                await self._paint_once(set_id)
            except Exception:
                log.exception("progress could not be shown", set=set_id)
            pause = self._every

    async def _paint_once(self, set_id: str) -> None:
        if not self._show.has_room():
            return
        view = await self._views.of_set(set_id)
        if view.shot_set.state is SetState.DRAWING:
            view = replace(view, waiting=self._waits.of(view.shot_set.request.model))
        await self._show.progress(view)
        # Another process may have ended the set while this edit was on its way: then the end must be shown again.
        if not view.shot_set.state.is_over and (await self._views.state_of(set_id)).is_over:
            await self._show.root(await self._views.of_set(set_id))


async def _within(over: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(over.wait(), seconds)
    except TimeoutError:
        return False
    return True
