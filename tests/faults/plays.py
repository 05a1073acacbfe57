"""A set of one picture, shown to Slack step by step as the workflows do, and what people then see of it."""

import html
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import aiohttp

from bot.domain import Failure, Place, SetState, SetView, ShotState
from bot.errors import NotHere
from bot.workflows.show import Private
from handlers.faults import SlackRefusal
from handlers.outgoing import SlackShow
from tests.stage import Scene
from tests.views import a_card, a_request, a_shot_view, a_version

numbers = count(1)


@dataclass
class Play:
    """One set of one picture, shown step by step as the workflows do; a refused step does not stop those after it."""

    scene: Scene
    show: SlackShow
    view: SetView
    place: Place | None = None

    @classmethod
    def of(cls, scene: Scene, *, private: bool = False, session: aiohttp.ClientSession | None = None) -> "Play":
        number = next(numbers)
        view = scene.view(SetState.DRAWING, shots=(a_shot_view(1, ShotState.DRAWN),))
        shot_set = replace(
            view.shot_set, id=f"set-{number}", title=f"Play {number} of all", request=a_request(private=private)
        )
        show = scene.show(patience=0.3, first_pause=0.01, session=session)
        return cls(scene, show, replace(view, shot_set=shot_set))

    async def runs(self) -> None:
        try:
            self.place = await self.show.open_root(self.view)
        except (NotHere, SlackRefusal) as refused:
            asked = Private(f"of {self.view.shot_set.id}", self.view.shot_set.place, self.scene.ana)
            await self.show.set_failed(self.view, Failure(refused.sentence), asked)
            return
        shot_set = replace(self.view.shot_set, place=self.place, root_ts=self.place.thread_ts)
        self.view = replace(self.view, shot_set=shot_set)
        await self._unless_refused(self._shows_the_card)
        self.view = replace(self.view, shot_set=replace(shot_set, state=SetState.DONE))
        await self._unless_refused(lambda: self.show.root(self.view))

    async def _shows_the_card(self) -> None:
        key, shot_set = f"version:{self.view.shot_set.id}", self.view.shot_set
        file_id = await self.show.upload(self.scene.workspace, key, "blob", "play.png", "A play")
        version = a_version(2, id=shot_set.id, file_id=file_id or None)
        await self.show.card(replace(a_card(shot_set=shot_set, version=version), post_id=f"card:{shot_set.id}"))

    async def _unless_refused(self, step: Callable[[], Awaitable[Any]]) -> None:
        with suppress(NotHere, SlackRefusal):
            await step()

    async def pictures(self) -> int:
        """How often the picture is to be seen in the set's thread."""
        return sum(is_picture for message in await self._thread() for is_picture in _pictures(message))

    async def words(self) -> str:
        """All that ana can read anywhere."""
        seen = [*await self._thread()]
        for channel in ("general", "@easel"):
            seen += await self.scene.outside.messages(channel, user="ana")
        return html.unescape(str(seen))

    async def _thread(self) -> list[dict[str, Any]]:
        roots = [
            (channel, message["ts"])
            for channel in ("general", "@easel")
            for message in await self.scene.outside.messages(channel, user="ana")
            if self.view.shot_set.title in str(message) and not message.get("is_ephemeral")
        ]
        return [m for where, ts in roots for m in await self.scene.outside.messages(where, thread_ts=ts, user="ana")]


def _pictures(message: dict[str, Any]) -> list[bool]:
    return [block["type"] == "image" for block in message.get("blocks") or ()] + [
        True for _ in message.get("files", [])
    ]
