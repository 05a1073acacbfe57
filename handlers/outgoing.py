"""How the durable work answers people: `Show` on Slack. Every method may be repeated and then shows nothing twice."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

import httpx
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import CardView, Character, Failure, Kind, Place, SetState, SetView, Version
from bot.errors import BotError
from bot.metrics import Metrics
from bot.workflows.show import Private
from handlers.blocks.card import card_body, picture_alt, shot_failed_body, working_body
from handlers.blocks.cast import character_failed_body, character_ready_body
from handlers.blocks.root import failed_root_body, root_body
from handlers.blocks.text import escape
from handlers.calls import Calls
from handlers.pace import Pace
from handlers.posting import Posting, without_pictures
from handlers.telling import Telling
from handlers.uploads import Uploads
from storage.posts import Posts

EDIT_SECONDS = 3.0  # between two edits that only show progress
ROOTS_KEPT = 1000

Pictures = Callable[[str], Awaitable[bytes]]


@dataclass
class _Root:
    """A root message as this process last showed it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    edited: float = 0.0
    state: SetState | None = None
    is_over: bool = False


class SlackShow:
    """`pictures` gives a blob's bytes; `http` uploads them and answers response_urls; `patience` is how many seconds
    Slack may take to show an uploaded file before it is shared as a file instead."""

    def __init__(
        self,
        client: AsyncWebClient,
        posts: Posts,
        pictures: Pictures,
        http: httpx.AsyncClient,
        delivery: Literal["cards", "gallery"] = "cards",
        patience: float = 10.0,
        pace: Pace | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._pace = pace or Pace()
        calls = Calls(client, self._pace, metrics)
        self._posting = Posting(calls, posts, patience)
        self._uploads = Uploads(calls, posts, http)
        self._telling = Telling(calls, posts, self._posting, http)
        self._pictures = pictures
        self._is_gallery = delivery == "gallery"
        self._roots: OrderedDict[str, _Root] = OrderedDict()

    async def open_root(self, view: SetView) -> Place:
        shot_set = view.shot_set
        place = Place(shot_set.place.workspace, shot_set.place.channel)
        if shot_set.request.private:
            place = await self._telling.direct(place.workspace, shot_set.asked_by)
        posted = await self._posting.post(_root_id(view), place, root_body(view))
        return Place(place.workspace, place.channel, posted.ts)

    async def root(self, view: SetView) -> None:
        root = self._root_of(view)
        async with root.lock:
            root.is_over = view.shot_set.state.is_over
            await self._edit_root(view, root)

    async def progress(self, view: SetView) -> None:
        root = self._root_of(view)
        is_soon = time.monotonic() - root.edited < EDIT_SECONDS and root.state is view.shot_set.state
        if is_soon or root.is_over or root.lock.locked() or not self._pace.is_plenty("chat.update"):
            return
        async with root.lock:
            with suppress(BotError):  # the next edit shows more; work never stops for this one
                await self._edit_root(view, root)

    async def working(self, post_id: str, place: Place, text: str) -> None:
        await self._posting.post(post_id, place, working_body(text))

    async def upload(self, workspace: str, key: str, png: bytes, name: str, alt: str) -> str:
        return await self._uploads.upload(workspace, key, png, name, alt)

    async def card(self, card: CardView) -> str:
        body, place = card_body(card), _thread(card.shot_set.place, card.shot_set.root_ts)
        if self._is_gallery:
            await self._share_version(card.version, card.shot.number, place, picture_alt(card))
            body = without_pictures(body)
        posted = await self._posting.post(card.post_id, place, body)
        if not posted.is_whole:
            await self._share_version(card.version, card.shot.number, place, picture_alt(card))
        return posted.ts

    async def share(self, key: str, place: Place, png: bytes, name: str, alt: str, comment: str) -> None:
        await self._uploads.share(key, place, png, name, alt, escape(comment, 1000))

    async def shot_failed(self, post_id: str, view: SetView, number: int, failure: Failure) -> None:
        place = _thread(view.shot_set.place, view.shot_set.root_ts)
        await self._posting.post(post_id, place, shot_failed_body(view, number, failure))

    async def set_failed(self, view: SetView, failure: Failure, private: Private) -> None:
        if not view.shot_set.root_ts:
            await self._telling.tell(private, failed_root_body(view, failure))
            return
        root = self._root_of(view)
        async with root.lock:
            root.is_over = True
            place = Place(view.shot_set.place.workspace, view.shot_set.place.channel)
            body = failed_root_body(view, failure)
            await self._posting.edit(_root_id(view), place, view.shot_set.root_ts, body)

    async def character_ready(self, character: Character, notes: tuple[str, ...], private: Private) -> None:
        await self._telling.tell(private, character_ready_body(character, notes))

    async def character_failed(self, character: Character, failure: Failure, private: Private) -> None:
        await self._telling.tell(private, character_failed_body(character, failure))

    async def _edit_root(self, view: SetView, root: _Root) -> None:
        shot_set = view.shot_set
        if not shot_set.root_ts:
            return
        body = root_body(view)
        place = Place(shot_set.place.workspace, shot_set.place.channel)
        whole = without_pictures(body) if self._is_gallery else body
        posted = await self._posting.edit(_root_id(view), place, shot_set.root_ts, whole)
        root.edited, root.state = time.monotonic(), shot_set.state
        if posted.is_whole and not (self._is_gallery and whole != body):
            return
        if shot_set.request.kind is Kind.SINGLE and view.shots and view.shots[0].versions:
            newest = view.shots[0].versions[-1]
            await self._share_version(newest, 1, _thread(place, shot_set.root_ts), view.shots[0].shot.title)

    async def _share_version(self, version: Version, shot: int, place: Place, alt: str) -> None:
        """The picture as a file of its own, for a Slack that does not show it in a block."""
        png, name = await self._pictures(version.blob), f"shot-{shot}-v{version.number}.png"
        await self._uploads.share(f"version:{version.id}", place, png, name, alt, "")

    def _root_of(self, view: SetView) -> _Root:
        root = self._roots.setdefault(view.shot_set.id, _Root())
        self._roots.move_to_end(view.shot_set.id)
        while len(self._roots) > ROOTS_KEPT:
            self._roots.popitem(last=False)
        return root


def _root_id(view: SetView) -> str:
    return f"root:{view.shot_set.id}"


def _thread(place: Place, root_ts: str | None) -> Place:
    return Place(place.workspace, place.channel, root_ts or place.thread_ts)
