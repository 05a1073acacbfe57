"""Pictures given to Slack: once per key, and ready for use in a message before anybody is told of them."""

import asyncio
from contextlib import suppress
from itertools import chain, repeat

import httpx

from bot.domain import Place
from bot.errors import BotError
from handlers.blocks.text import cut
from handlers.calls import FIRST_PAUSE, TRIES, Calls, Json
from handlers.faults import SlackRefusal
from storage.posts import Posts

POLL_PAUSES = (0.2, 0.1, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0, 3.0)  # then the last one again
POLL_SECONDS = 30.0
DOUBT_SECONDS = 5.0  # how long a file may take to show that an earlier try had succeeded
ALT_MOST = 1000
NOT_TAKEN = "Slack did not take the picture. It is kept: ask again in a minute to see it."


class Uploads:
    def __init__(self, calls: Calls, posts: Posts, http: httpx.AsyncClient) -> None:
        self._calls = calls
        self._posts = posts
        self._http = http

    async def upload(self, workspace: str, key: str, png: bytes, name: str, alt: str) -> str:
        """Slack's file id. The file is shared nowhere: only blocks of ours show it."""
        if known := await self._posts.find_file(workspace, key):
            return known
        file_id = await self._give(workspace, f"sent:{key}", png, name, alt, {})
        await self._processed(file_id)
        await self._posts.save_file(workspace, key, file_id)
        return file_id

    async def share(self, key: str, place: Place, png: bytes, name: str, alt: str, comment: str) -> None:
        """Share a picture as a file of its own in a thread, once per key."""
        post_id = f"share:{key}"
        post = await self._posts.begin(post_id, place)
        if post and post.ts:
            return
        arguments = {"channel_id": place.channel, "thread_ts": place.thread_ts, "initial_comment": comment or None}
        file_id = await self._give(place.workspace, post_id, png, name, alt, arguments)
        await self._posts.done(post_id, file_id)

    async def _give(self, workspace: str, key: str, png: bytes, name: str, alt: str, arguments: Json) -> str:
        """Send and complete. The file is remembered between the two: a repeat completes the same one, which Slack does
        only once. One that Slack no longer has, because a long time has passed, is sent anew."""
        if remembered := await self._posts.find_file(workspace, key):
            with suppress(SlackRefusal):
                await self._complete(remembered, name, arguments)
                return remembered
        file_id = await self._send(png, name, alt)
        await self._posts.save_file(workspace, key, file_id)
        await self._complete(file_id, name, arguments)
        return file_id

    async def _complete(self, file_id: str, name: str, arguments: Json) -> None:
        """Slack takes this once per file. A refusal after a lost answer, or after a crash, means that it was done."""
        try:
            files = {"files": [{"id": file_id, "title": name}]}
            await self._calls.call("files.completeUploadExternal", arguments | files)
        except SlackRefusal:
            if not await self._processed(file_id, DOUBT_SECONDS):
                raise

    async def _send(self, png: bytes, name: str, alt: str) -> str:
        """An address for the bytes works once: after a lost answer the whole begins anew."""
        for attempt in range(TRIES):
            wanted = {"filename": name, "length": len(png), "alt_txt": cut(alt, ALT_MOST) or None}
            answer = await self._calls.call("files.getUploadURLExternal", wanted)
            try:
                response = await self._http.post(
                    answer["upload_url"], content=png, headers={"Content-Type": "application/octet-stream"}
                )
                if response.is_success:
                    return str(answer["file_id"])
            except httpx.TransportError:
                pass  # the same as an answer that says no
            await asyncio.sleep(FIRST_PAUSE * 2**attempt)
        raise BotError(NOT_TAKEN)

    async def _processed(self, file_id: str, patience: float = POLL_SECONDS) -> bool:
        """Wait until Slack knows the picture's type and size: before, it refuses the file in a block."""
        waited = 0.0
        for pause in chain(POLL_PAUSES, repeat(POLL_PAUSES[-1])):
            await asyncio.sleep(pause)
            file = (await self._calls.call("files.info", {"file": file_id})).get("file") or {}
            if file.get("mimetype") and file.get("original_w"):
                return True
            waited += pause
            if waited >= patience:
                break
        return False
