"""Versions beside each other, and all of them as a map: pictures that explain pictures, and cost nothing."""

import asyncio

from bot.domain import Answer, Shot, Version
from bot.errors import BadRequest
from bot.pictures.branches import Branch, branch_map
from bot.pictures.compare import Shown, comparison
from bot.prompts.captions import edit_caption
from bot.workflows.show import Show
from bot.workflows.threads import Thread
from storage.blobs import Blobs


class Comparing:
    def __init__(self, blobs: Blobs, show: Show) -> None:
        self._blobs, self._show = blobs, show
        self._places = asyncio.Semaphore(2)  # whole pictures are in memory

    async def pair(self, thread: Thread, shot: Shot, first: int | None, second: int | None) -> Answer:
        """Two versions of a shot: those named, or the current one and the one that it was made from."""
        after = thread.version(shot, second) if second else thread.head(shot)
        before = thread.version(shot, first) if first else _parent(thread, shot, after)
        async with self._places:
            one, other = await self._read(before), await self._read(after)
            mask = await self._mask(before, after)
            blob = await self._blobs.put(await asyncio.to_thread(comparison, one, other, mask))
        text = f"v{before.number} and v{after.number}, side by side"
        return await self._shown(thread, f"compare:{before.id}:{after.id}", blob, text)

    async def tree(self, thread: Thread) -> Answer:
        """All versions of the thread."""
        labels = {version.id: thread.label(version) for version in thread.versions}
        async with self._places:
            branches = [
                Branch(
                    labels[version.id],
                    labels.get(version.parent_id or ""),
                    await self._blobs.get(version.blob),
                    edit_caption(version.edited.edit, version.edited.base) if version.edited else "",
                )
                for version in thread.versions
            ]
            if not branches:
                raise BadRequest("There is no picture in this thread yet.")
            shot = thread.current or thread.shots[0]
            head = labels[thread.head(shot).id] if thread.of(shot) else branches[-1].label
            png = await asyncio.to_thread(branch_map, thread.shot_set.title, branches, head)
            blob = await self._blobs.put(png)
        count = len(branches)
        said = f"All {count} versions; the current one is {head}" if count > 1 else "One version so far"
        return await self._shown(thread, f"tree:{blob}", blob, said)

    async def _read(self, version: Version) -> Shown:
        return Shown(f"v{version.number}", await self._blobs.get(version.blob))

    async def _shown(self, thread: Thread, key: str, blob: str, text: str) -> Answer:
        file_id = await self._show.upload(thread.shot_set.place.workspace, key, blob, "versions.png", text)
        return Answer(f"{text}.", file_id=file_id, alt=text)

    async def _mask(self, before: Version, after: Version) -> bytes | None:
        """The lock's own, where it knows what changed between these two."""
        lock = after.edited.lock if after.edited and after.parent_id == before.id else None
        return await self._blobs.get(lock.mask) if lock and lock.is_locked and lock.mask else None


def _parent(thread: Thread, shot: Shot, version: Version) -> Version:
    others = [each for each in thread.of(shot) if each.id != version.id]
    parent = next((each for each in others if each.id == version.parent_id), None)
    if found := parent or (others[-1] if others else None):
        return found
    raise BadRequest("There is only one version, so there is nothing to compare it with.")
