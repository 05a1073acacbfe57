"""What the bot shows, on the sandbox: `Show` and `Photos` as a process has them that has just started."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp
import httpx

from bot.domain import Place, SetState, SetView
from handlers.calls import FIRST_PAUSE, web_client
from handlers.downloads import SlackPhotos
from handlers.outgoing import SlackShow
from handlers.pace import Pace
from storage import Database
from storage.posts import Posts
from tests.sandbox.faults import Fault
from tests.sandbox.server import Sandbox
from tests.slack_driving import Outside, picture, running_sandbox, someone_outside
from tests.views import a_view

PNG = picture()
HURRY = 100  # times faster than Slack allows
Json = dict[str, Any]


class OnePicture:
    """Every blob is the same picture."""

    async def get(self, blob: str, /) -> bytes:
        return PNG

    async def length(self, blob: str, /) -> int:
        return len(PNG)


@dataclass
class Scene:
    sandbox: Sandbox
    outside: Outside
    posts: Posts
    http: httpx.AsyncClient
    workspace: str
    general: str
    ana: str

    def show(
        self,
        delivery: Any = "cards",
        patience: float = 10.0,
        *,
        first_pause: float = FIRST_PAUSE,
        session: aiohttp.ClientSession | None = None,
    ) -> SlackShow:
        """As a process that has just started: nothing is remembered but what is stored."""
        client = web_client(self.token, self.sandbox.environment()["SLACK_API_URL"], session)
        pace = Pace(lambda: time.monotonic() * HURRY)
        return SlackShow(client, self.posts, OnePicture(), self.http, delivery, patience, pace, first_pause=first_pause)

    @property
    def token(self) -> str:
        return self.sandbox.environment()["SLACK_BOT_TOKEN"]

    def photos(self, hosts: str = "", megabytes: int = 30) -> SlackPhotos:
        environment = self.sandbox.environment()
        client = web_client(self.token, environment["SLACK_API_URL"])
        return SlackPhotos(client, self.http, frozenset({hosts or environment["SLACK_FILE_HOSTS"]}), megabytes)

    def fails(self, kind: str, method: str, times: int = 1, skip: int = 0, **detail: Any) -> None:
        self.sandbox.faults.add(Fault("slack", kind, method, times=times, skip=skip, detail=detail))

    def view(self, state: SetState = SetState.WAITING, **more: Any) -> SetView:
        place = Place(self.workspace, self.general)
        view = a_view(state, **more)
        return replace(view, shot_set=replace(view.shot_set, place=place, asked_by=self.ana, root_ts=None))

    async def opened(self, show: SlackShow, state: SetState = SetState.DRAWING, **more: Any) -> SetView:
        view = self.view(state, **more)
        place = await show.open_root(view)
        return replace(view, shot_set=replace(view.shot_set, place=place, root_ts=place.thread_ts))

    def calls(self, method: str) -> list[Json]:
        return [call for call in self.sandbox.journal.as_json() if call["method"] == method]


@asynccontextmanager
async def on_stage(tmp_path: Path) -> AsyncIterator[Scene]:
    database = Database(f"sqlite:///{tmp_path / 'app.db'}")
    await database.migrate()
    async with running_sandbox() as sandbox, someone_outside(sandbox) as outside:
        seen = await outside.get("workspace", user="ana")
        general = next(channel["id"] for channel in seen["channels"] if channel["name"] == "general")
        ana = next(person["id"] for person in seen["people"] if person["name"] == "ana")
        async with httpx.AsyncClient(trust_env=False) as http:
            yield Scene(sandbox, outside, Posts(database), http, seen["team"]["id"], general, ana)
    await database.close()
