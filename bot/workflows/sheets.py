"""The contact sheet of a set: made once for the same pictures, kept by Slack, shown at the top of the thread."""

import asyncio

from bot.domain import SetView, Version
from bot.pictures.sheet import SheetCell, contact_sheet
from bot.prompts.labels import label, slug
from bot.workflows.show import Show
from bot.workflows.views import Views, newest_sheet_key, on_sheet, sheet_key
from storage.blobs import Blobs
from storage.posts import Posts

AT_ONCE = 2  # sheets in the making: all pictures of one are in memory


class Sheets:
    def __init__(self, blobs: Blobs, posts: Posts, views: Views, show: Show) -> None:
        self._blobs, self._posts, self._views, self._show = blobs, posts, views, show
        self._places = asyncio.Semaphore(AT_ONCE)

    async def make(self, set_id: str) -> None:
        """Nothing to do for one picture, nor when Slack has the sheet of these pictures already."""
        view = await self._views.of_set(set_id)
        shown = on_sheet(view.shot_set, [version for each in view.shots for version in each.versions])
        if len(shown) < 2 or view.is_sheet_current:
            return
        blob = await self._made(view, shown)
        workspace, name = view.shot_set.place.workspace, f"{slug(view.shot_set.title)}-sheet.png"
        file_id = await self._show.upload(workspace, sheet_key(view.shot_set, shown), blob, name, view.sheet_alt)
        await self._posts.save_file(workspace, newest_sheet_key(view.shot_set), file_id)

    async def _made(self, view: SetView, shown: list[Version]) -> str:
        async with self._places:
            png = await asyncio.to_thread(contact_sheet, view.shot_set.title, await self._cells(view, shown))
            return await self._blobs.put(png)

    async def _cells(self, view: SetView, shown: list[Version]) -> list[SheetCell]:
        cells = []
        for each in view.shots:
            mine = [version for version in shown if version.shot_id == each.shot.id]
            for version in mine:
                words = f"{label(view.shot_set, each.shot, version)} {each.shot.title}"
                cells.append(SheetCell(words, await self._blobs.get(version.blob)))
            if not mine:
                cells.append(SheetCell(f"#{each.shot.number} {each.shot.title}", None, each.shot.state))
        return cells
