"""Messages that appear once: each carries its id in Slack and in the store, so that a repeat finds it and edits it."""

import asyncio
import time
from contextlib import suppress
from typing import Any, NamedTuple

from bot.domain import Place
from bot.errors import NotHere
from handlers.blocks.elements import Body
from handlers.calls import Calls, Found, Json
from handlers.faults import MESSAGE_GONE, METADATA, THREAD_GONE, SlackRefusal
from storage.posts import Posts

EVENT = "easel_message"
CLOCKS_APART = 120  # seconds between our clock and Slack's, at most
PAGES = 5
FILE_PAUSE = 1.0
ANEW = ":anew"


class Posted(NamedTuple):
    """Where a message stands; `is_whole` is False when Slack would not show its pictures."""

    ts: str
    is_whole: bool


class Posting:
    """`patience`: how long Slack may take to show an uploaded file in a block."""

    def __init__(self, calls: Calls, posts: Posts, patience: float = 10.0) -> None:
        self._calls = calls
        self._posts = posts
        self._patience = patience

    async def post(self, post_id: str, place: Place, body: Body) -> Posted:
        """Post `body` under its id. Known already: edited instead. Begun, end unknown: looked for in Slack first."""
        known = await self._posts.begin(post_id, place)
        ts = known.ts if known else None
        if known and not ts and (found := await self._find(post_id, place)):
            ts = str(found["ts"])
            await self._posts.done(post_id, ts)
        return await self.edit(post_id, place, ts, body) if ts else await self._send(post_id, place, body)

    async def edit(self, post_id: str, place: Place, ts: str, body: Body) -> Posted:
        """Replace a message; one that people have removed is posted anew, once."""
        try:
            return await self._update(post_id, place, ts, body)
        except NotHere as refused:
            if refused.code not in MESSAGE_GONE:
                raise
            if post_id.endswith(ANEW):  # removed a second time: people do not want to see it
                return Posted(ts, True)
            return await self.post(post_id + ANEW, place, body)

    async def _update(self, post_id: str, place: Place, ts: str, body: Body) -> Posted:
        arguments = {"channel": place.channel, "ts": ts, **_content(post_id, body)}
        _, is_whole = await self._show("chat.update", arguments)
        return Posted(ts, is_whole)

    async def _send(self, post_id: str, place: Place, body: Body) -> Posted:
        oldest = time.time() - CLOCKS_APART

        async def found() -> Json | None:
            return await self._find(post_id, place, oldest)

        async def made() -> Json | None:
            """By another process, while this one was frozen and its work was taken over."""
            known = await self._posts.find(post_id)
            return {"ts": known.ts} if known and known.ts else None

        arguments = {"channel": place.channel, "thread_ts": place.thread_ts, **_content(post_id, body)}
        arguments |= {"unfurl_links": False, "unfurl_media": False}
        try:
            answer, is_whole = await self._show("chat.postMessage", arguments, found, made)
        except NotHere as refused:
            if not place.thread_ts or refused.code not in THREAD_GONE:
                raise
            answer, is_whole = await self._show("chat.postMessage", arguments | {"thread_ts": None}, made=made)
        await self._posts.done(post_id, answer["ts"])
        return Posted(str(answer["ts"]), is_whole)

    async def _show(
        self, method: str, arguments: Json, found: Found | None = None, made: Found | None = None
    ) -> tuple[Json, bool]:
        """Slack may need seconds before it shows an uploaded file in a block; some workspaces never do."""
        until, is_whole = time.monotonic() + self._patience, True
        while True:
            has_picture = any("slack_file" in block for block in arguments["blocks"])
            try:
                return await self._calls.call(method, arguments, found=found, made=made), is_whole
            except SlackRefusal as refused:
                simpler = _simpler(arguments, refused)
                if not simpler:
                    raise
                may_pass = refused.names_a_file and refused.may_pass and has_picture
            if may_pass and time.monotonic() < until:
                await asyncio.sleep(FILE_PAUSE)
                continue
            arguments, is_whole = simpler, is_whole and not has_picture

    async def _find(self, post_id: str, place: Place, oldest: float = 0.0) -> Json | None:
        """The message with this id in its metadata: among the newest of the channel, or in the thread."""
        with suppress(NotHere, SlackRefusal):  # then it cannot be known, and posting says why
            return await self._look_for(post_id, place, oldest)
        return None

    async def _look_for(self, post_id: str, place: Place, oldest: float) -> Json | None:
        method = "conversations.replies" if place.thread_ts else "conversations.history"
        arguments = {
            "channel": place.channel,
            "ts": place.thread_ts,
            "oldest": f"{oldest:.6f}" if oldest else None,
            "limit": 200,
            "include_all_metadata": True,
        }
        for _ in range(PAGES):
            answer = await self._calls.call(method, arguments)
            for message in answer.get("messages", []):
                if _id_of(message) == post_id:
                    return dict(message)
            arguments["cursor"] = (answer.get("response_metadata") or {}).get("next_cursor") or None
            if not arguments["cursor"]:
                break
        return None


def _content(post_id: str, body: Body) -> Json:
    return {
        "text": body.text,
        "blocks": body.blocks,
        "metadata": {"event_type": EVENT, "event_payload": {"id": post_id}},
    }


def _simpler(arguments: Json, refused: SlackRefusal) -> Json | None:
    """What Slack may take instead: the message without its pictures, or its text alone; None when nothing is left."""
    kept = [block for block in arguments["blocks"] if "slack_file" not in block]
    if refused.names_a_file and len(kept) < len(arguments["blocks"]):
        return arguments | {"blocks": kept}
    plain = arguments | {"blocks": []} | ({"metadata": None} if METADATA in refused.code else {})
    return plain if (refused.is_of_payload or refused.names_a_file) and plain != arguments else None


def _id_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT:
        return None
    return (metadata.get("event_payload") or {}).get("id")


def without_pictures(body: Body) -> Body:
    """The same message for a Slack that will not show an uploaded file in a block."""
    return Body(body.text, [block for block in body.blocks if "slack_file" not in block])
