"""Slack's side joined together: the state, the ways to the bot, and the addresses that its answers name."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from tests.sandbox.faults import Faults
from tests.sandbox.journal import Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.delivery import Delivery
from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.events import Events
from tests.sandbox.slack.feed import Feed
from tests.sandbox.slack.files import Files
from tests.sandbox.slack.form import Values
from tests.sandbox.slack.manifest import Manifest
from tests.sandbox.slack.rates import Rates
from tests.sandbox.slack.response_urls import ResponseUrls
from tests.sandbox.slack.signed_http import SignedHttp
from tests.sandbox.slack.socket_mode import SocketMode
from tests.sandbox.slack.triggers import Triggers
from tests.sandbox.slack.views import Views
from tests.sandbox.slack.workspace import Workspace


@dataclass
class Addresses:
    """Known once the servers listen: the Web API's host and the file host."""

    slack: str = ""
    files: str = ""


class Platform:
    def __init__(self, manifest: Manifest, journal: Journal, faults: Faults, knobs: Knobs) -> None:
        self.manifest, self.journal, self.faults, self.knobs = manifest, journal, faults, knobs
        self.addresses = Addresses()
        self.feed = Feed()
        self.workspace = Workspace(manifest.bot_name)
        self.files = Files(self.workspace)
        self.views = Views(self.workspace, self.feed)
        self.triggers = Triggers(knobs)
        self.response_urls = ResponseUrls()
        self.rates = Rates()
        self.sockets = SocketMode(knobs, self.feed)
        self.delivery = Delivery(self.sockets, SignedHttp(knobs), journal, faults, knobs)
        self.events = Events(manifest, self.workspace, self.delivery, knobs)
        self.message_states: dict[tuple[str, str, str], Values] = {}  # (channel, ts, person) -> what they chose there
        self._background: set[asyncio.Task[None]] = set()

    def need_scope(self, *any_of: str) -> None:
        """`missing_scope` unless the manifest asks for one of these."""
        if not self.manifest.scopes.intersection(any_of):
            provided = ",".join(sorted(self.manifest.scopes))
            raise SlackError("missing_scope", needed=",".join(any_of), provided=provided)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """What Slack does after it has answered: processing and sharing of files."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def close(self) -> None:
        for task in list(self._background):
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        await self.events.close()
        await self.delivery.close()
        self.files.close()
