"""How the durable work answers people: `Show` on Slack. Every method may be repeated and then shows nothing twice."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

import httpx
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import Answer, CardView, Character, Failure, Kind, Place, SetState, SetView, ShotSet, Version, Waiting
from bot.errors import BotError, NotHere
from bot.metrics import Metrics
from bot.workflows.show import Private
from handlers.blocks.answer import answer_body
from handlers.blocks.card import card_body, picture_alt, shot_failed_body, working_body
from handlers.blocks.cast import character_failed_body, character_ready_body
from handlers.blocks.elements import MESSAGE_BLOCKS, Body
from handlers.blocks.root import failed_root_body, root_body
from handlers.blocks.text import escape
from handlers.blocks.unshown import unshared_body, unshown_blocks, unshown_body
from handlers.calls import FIRST_PAUSE, Calls
from handlers.faults import SlackRefusal
from handlers.pace import Pace
from handlers.posting import Posting, without_pictures
from handlers.telling import Telling
from handlers.uploads import DOUBT_SECONDS, NOT_TAKEN, Pictures, Uploads
from storage.posts import Posts

EDIT_SECONDS = 3.0  # between two edits that only show progress
ROOTS_KEPT = 1000


@dataclass
class _Root:
    """A root message as this process last showed it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    edited: float = 0.0
    state: SetState | None = None
    is_over: bool = False


class SlackShow:
    """`pictures` has the blobs; `http` uploads them and answers response_urls; `patience` is how many seconds
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
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._pace = pace or Pace()
        calls = Calls(client, self._pace, metrics, first_pause)
        self._posting = Posting(calls, posts, patience)
        self._uploads = Uploads(calls, posts, http, pictures, min(DOUBT_SECONDS, patience))
        self._telling = Telling(calls, posts, self._posting, http)
        self._is_gallery = delivery == "gallery"
        self._roots: OrderedDict[str, _Root] = OrderedDict()
        self._refused = OrderedDict[str, str]()

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
            async with self._or_directly(view.shot_set):
                await self._edit_root(view, root)

    async def progress(self, view: SetView) -> None:
        root = self._root_of(view)
        is_soon = time.monotonic() - root.edited < EDIT_SECONDS and root.state is view.shot_set.state
        if is_soon or root.is_over or root.lock.locked() or not self.has_room():
            return
        async with root.lock:
            with suppress(BotError):  # the next edit shows more; work never stops for this one
                await self._edit_root(view, root)

    def has_room(self) -> bool:
        return self._pace.is_plenty("chat.update")

    async def working(self, post_id: str, place: Place, text: str, waiting: Waiting | None = None) -> None:
        await self._posting.post(post_id, place, working_body(text, waiting))

    async def upload(self, workspace: str, key: str, blob: str, name: str, alt: str) -> str:
        try:
            return await self._uploads.upload(workspace, key, blob, name, alt)
        except (NotHere, SlackRefusal) as refused:
            self._refused[key] = refused.sentence
            while len(self._refused) > ROOTS_KEPT:
                self._refused.popitem(last=False)
            return ""

    async def card(self, card: CardView) -> str:
        body, place = card_body(card), _thread(card.shot_set.place, card.shot_set.root_ts)
        async with self._or_directly(card.shot_set):
            if self._is_gallery:
                await self._share_version(card.version, card.shot.number, place, picture_alt(card))
                body = without_pictures(body)
            elif not card.version.file_id:
                body = self._with_reason(body, card.version)
            posted = await self._posting.post(card.post_id, place, body)
            if not posted.is_whole:
                await self._share_version(card.version, card.shot.number, place, picture_alt(card))
            return posted.ts

    async def share(self, key: str, place: Place, blob: str, name: str, alt: str, comment: str) -> None:
        try:
            await self._uploads.share(key, place, blob, name, alt, escape(comment, 1000))
        except (NotHere, SlackRefusal) as refused:
            await self._posting.post(f"unshared:{key}", place, unshared_body(name, refused.sentence))

    async def answer(self, post_id: str, place: Place, answer: Answer) -> None:
        await self._posting.post(post_id, place, answer_body(answer))

    async def shot_failed(self, post_id: str, view: SetView, number: int, failure: Failure) -> None:
        place = _thread(view.shot_set.place, view.shot_set.root_ts)
        async with self._or_directly(view.shot_set):
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
            async with self._or_directly(view.shot_set):
                await self._posting.edit(_root_id(view), place, view.shot_set.root_ts, body)

    async def character_ready(self, character: Character, notes: tuple[str, ...], private: Private) -> None:
        await self._telling.tell(private, character_ready_body(character, notes))

    async def character_failed(self, character: Character, failure: Failure, private: Private) -> None:
        await self._telling.tell(private, character_failed_body(character, failure))

    async def _edit_root(self, view: SetView, root: _Root) -> None:
        shot_set = view.shot_set
        if not shot_set.root_ts:
            return
        body, single = root_body(view), _single_of(view)
        if single and not single.file_id and not self._is_gallery and shot_set.state.is_over:
            body = self._with_reason(body, single)
        place = Place(shot_set.place.workspace, shot_set.place.channel)
        whole = without_pictures(body) if self._is_gallery else body
        posted = await self._posting.edit(_root_id(view), place, shot_set.root_ts, whole)
        root.edited, root.state = time.monotonic(), shot_set.state
        if posted.is_whole and not (self._is_gallery and whole != body):
            return
        if single:
            await self._share_version(single, 1, _thread(place, shot_set.root_ts), view.shots[0].shot.title)

    async def _share_version(self, version: Version, shot: int, place: Place, alt: str) -> None:
        """The picture as a file of its own, for a Slack that does not show it in a block."""
        name = f"shot-{shot}-v{version.number}.png"
        await self.share(f"version:{version.id}", place, version.blob, name, alt, "")

    def _with_reason(self, body: Body, version: Version) -> Body:
        """Slack has refused the picture: why, and how to see it when that is mended."""
        reason = self._refused.get(f"version:{version.id}", NOT_TAKEN)
        return Body(body.text, [*body.blocks, *unshown_blocks(reason)][:MESSAGE_BLOCKS])

    @asynccontextmanager
    async def _or_directly(self, shot_set: ShotSet) -> AsyncIterator[None]:
        """Where a message is not taken any more, who asked for the set is told so directly, once."""
        try:
            yield
        except (NotHere, SlackRefusal) as refused:
            private = Private(f"unshown:{shot_set.id}", Place(shot_set.place.workspace, ""), shot_set.asked_by)
            with suppress(NotHere, SlackRefusal):  # in the log
                await self._telling.tell(private, unshown_body(shot_set.title, refused.sentence))
            raise

    def _root_of(self, view: SetView) -> _Root:
        root = self._roots.setdefault(view.shot_set.id, _Root())
        self._roots.move_to_end(view.shot_set.id)
        while len(self._roots) > ROOTS_KEPT:
            self._roots.popitem(last=False)
        return root


def _root_id(view: SetView) -> str:
    return f"root:{view.shot_set.id}"


def _single_of(view: SetView) -> Version | None:
    """The picture that the root itself shows."""
    if view.shot_set.request.kind is not Kind.SINGLE or not view.shots or not view.shots[0].versions:
        return None
    return view.shots[0].shown


def _thread(place: Place, root_ts: str | None) -> Place:
    return Place(place.workspace, place.channel, root_ts or place.thread_ts)
