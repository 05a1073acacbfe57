"""Pictures given to Slack: once per key, and ready for use in a message before anybody is told of them."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, repeat
from typing import Protocol

import httpx

from bot.domain import Place
from bot.errors import BotError, NotHere, Unavailable
from handlers.blocks.text import cut
from handlers.calls import TRIES, Calls, Json
from handlers.faults import SlackRefusal
from storage.posts import Posts

POLL_PAUSES = (0.2, 0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0, 3.0)  # then the last one again
BUSY_PAUSES = (2.0,)
POLL_SECONDS = 30.0
DOUBT_SECONDS = 5.0  # how long a file may take to show that an earlier try had succeeded
ALT_MOST = 1000
_OCTETS = {"Content-Type": "application/octet-stream"}
NOT_TAKEN = "Slack did not take the picture. It is kept: ask again in a minute to see it."


class Pictures(Protocol):
    """Where the bytes are; fetched when Slack takes them, for many may be waiting for Slack's pace."""

    async def get(self, blob: str, /) -> bytes: ...

    async def length(self, blob: str, /) -> int: ...


class Uploads:
    def __init__(
        self,
        calls: Calls,
        posts: Posts,
        http: httpx.AsyncClient,
        pictures: Pictures,
        doubt: float = DOUBT_SECONDS,
    ) -> None:
        self._calls, self._posts, self._http, self._pictures = calls, posts, http, pictures
        self._doubt = doubt

    async def upload(self, workspace: str, key: str, blob: str, name: str, alt: str) -> str:
        """Slack's file id. The file is shared nowhere: only blocks of ours show it."""
        if known := await self._posts.find_file(workspace, key):
            return known
        file_id = await self._give(workspace, f"sent:{key}", blob, name, alt, {})
        with suppress(NotHere, SlackRefusal):  # perhaps it can be shown though Slack tells nothing about it
            await self._processed(file_id)
        await self._posts.save_file(workspace, key, file_id)
        return file_id

    async def share(self, key: str, place: Place, blob: str, name: str, alt: str, comment: str) -> None:
        """Share a picture as a file of its own in a thread, once per key."""
        post_id = f"share:{key}"
        post = await self._posts.begin(post_id, place)
        if post and post.ts:
            return
        arguments = {"channel_id": place.channel, "thread_ts": place.thread_ts, "initial_comment": comment or None}
        file_id = await self._give(place.workspace, post_id, blob, name, alt, arguments)
        await self._posts.done(post_id, file_id)

    async def _give(self, workspace: str, key: str, blob: str, name: str, alt: str, arguments: Json) -> str:
        """Send and complete. The file is remembered between the two: a repeat completes the same one, which Slack does
        only once. One that Slack no longer has, because a long time has passed, is sent anew."""
        if remembered := await self._posts.find_file(workspace, key):
            with suppress(NotHere, SlackRefusal):
                await self._complete(remembered, name, arguments)
                return remembered
        try:
            return await self._give_anew(workspace, key, blob, name, alt, arguments)
        except SlackRefusal as refused:
            if not _is_about_this_file(refused):
                raise
        return await self._give_anew(workspace, key, blob, name, alt, arguments)

    async def _give_anew(self, workspace: str, key: str, blob: str, name: str, alt: str, arguments: Json) -> str:
        file_id = await self._send(blob, name, alt)
        await self._posts.save_file(workspace, key, file_id)
        await self._complete(file_id, name, arguments)
        return file_id

    async def _complete(self, file_id: str, name: str, arguments: Json) -> None:
        """Slack takes this once per file. A refusal after a lost answer, or after a crash, means that it was done."""
        try:
            files = {"files": [{"id": file_id, "title": name}]}
            await self._calls.call("files.completeUploadExternal", arguments | files)
        except SlackRefusal as refused:
            if not _is_about_this_file(refused) or not await self._was_done(file_id):
                raise

    async def _was_done(self, file_id: str) -> bool:
        with suppress(NotHere, SlackRefusal):
            return await self._processed(file_id, self._doubt)
        return False

    async def _send(self, blob: str, name: str, alt: str) -> str:
        """An address for the bytes works once: after a lost answer the whole begins anew."""
        ends: BotError = Unavailable(NOT_TAKEN)
        for attempt in range(TRIES):
            wanted = {
                "filename": name,
                "length": await self._pictures.length(blob),
                "alt_txt": cut(alt, ALT_MOST) or None,
            }
            answer = await self._calls.call("files.getUploadURLExternal", wanted)
            try:
                png = await self._pictures.get(blob)
                response = await self._http.post(answer["upload_url"], content=png, headers=_OCTETS)
                if response.is_success:
                    return str(answer["file_id"])
                is_away = response.status_code >= 500 or response.status_code == 429
            except httpx.TransportError:
                is_away = True
            ends = Unavailable(NOT_TAKEN) if is_away else SlackRefusal(NOT_TAKEN, "upload")
            await asyncio.sleep(self._calls.first_pause * 2**attempt)
        raise ends

    async def _processed(self, file_id: str, patience: float = POLL_SECONDS) -> bool:
        """Wait until Slack knows the picture's type and size: before, it refuses the file in a block."""
        waited = 0.0
        for pause in self._pauses():
            await asyncio.sleep(pause)
            file = (await self._calls.call("files.info", {"file": file_id})).get("file") or {}
            if file.get("mimetype") and file.get("original_w"):
                return True
            waited += pause
            if waited >= patience:
                break
        return False

    def _pauses(self) -> Iterator[float]:
        """Looked at often while Slack's rate allows it; with many files on their way, late and then mostly once."""
        is_quiet = self._calls.pace.is_plenty("files.info")
        return chain(POLL_PAUSES if is_quiet else BUSY_PAUSES, repeat(POLL_PAUSES[-1]))


def _is_about_this_file(refused: SlackRefusal) -> bool:
    """Not about what we may do, which would be the same with another."""
    return refused.names_a_file or refused.is_of_payload
