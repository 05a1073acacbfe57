"""Bolt's app as both ways in use it: every request is named in the logs, timed, and waited for when the bot stops."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from slack_bolt.listener.async_listener_start_handler import AsyncListenerStartHandler
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from structlog.contextvars import bound_contextvars

from bot.metrics import Metrics

PATIENCE_SECONDS = 5.0
CLAIMED = "claimed"  # in bolt's context: a feature is at work on this request
KINDS = {
    "event_callback": "event",
    "block_actions": "action",
    "view_submission": "form",
    "view_closed": "form",
    "shortcut": "shortcut",
    "message_action": "shortcut",
    "block_suggestion": "options",
}

log = structlog.get_logger()


class Front(AsyncApp):
    """`urgent()` surrounds each request: somebody waits for it."""

    def __init__(
        self,
        client: AsyncWebClient,
        metrics: Metrics,
        urgent: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        super().__init__(client=client, authorize=_knowing_itself(client))
        self._metrics, self._urgent = metrics, urgent
        self._at_work = _AtWork()
        self.listener_runner.listener_start_handler = _Starts(self._at_work)
        self.listener_runner.listener_completion_handler = _Ends(self._at_work)

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """One request, whichever way it came."""
        began = time.monotonic()
        kind = kind_of(req.body)
        self._at_work.begin()
        try:
            with self._urgent(), bound_contextvars(**named(req, kind)):
                answer = await super().async_dispatch(req)
                seconds = time.monotonic() - began
                self._metrics.acknowledged(kind, seconds)
                log.debug("answered", status=answer.status, seconds=round(seconds, 3))
                return answer
        finally:
            self._at_work.end()

    async def idle(self) -> None:
        """Wait for requests and listeners that have begun; none should take as long as that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._at_work.none.wait(), PATIENCE_SECONDS)


def _knowing_itself(client: AsyncWebClient) -> Callable[..., Awaitable[AuthorizeResult]]:
    """Who we are, asked once. Bolt's own way takes a refusal for an answer and acknowledges what it then drops; an
    error is acknowledged by nobody, and Slack delivers again."""
    known: list[AuthorizeResult] = []

    async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
        if not known:
            try:
                answer = await client.auth_test()
            except SlackApiError as error:
                raise ConnectionError(f"Slack does not say who we are: {error.response.get('error')}") from error
            known.append(AuthorizeResult.from_auth_test_response(auth_test_response=answer, bot_token=client.token))
        return known[0]

    return authorize


class _AtWork:
    def __init__(self) -> None:
        self._count = 0
        self.none = asyncio.Event()
        self.none.set()

    def begin(self) -> None:
        self._count += 1
        self.none.clear()

    def end(self) -> None:
        self._count -= 1
        if not self._count:
            self.none.set()


class _Starts(AsyncListenerStartHandler):
    def __init__(self, at_work: _AtWork) -> None:
        self._at_work = at_work

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        self._at_work.begin()
        request.context[CLAIMED] = True


class _Ends(AsyncListenerCompletionHandler):
    def __init__(self, at_work: _AtWork) -> None:
        self._at_work = at_work

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        self._at_work.end()
        # An error soon after ack() makes bolt forget the acknowledgement, and Slack would wait for it in vain.
        if request.context.ack.response is None:
            request.context.ack.response = BoltResponse(status=200, body="")


def kind_of(body: dict[str, Any]) -> str:
    """A word of a closed list: it labels metrics."""
    return "command" if "command" in body else KINDS.get(str(body.get("type")), "other")


def named(req: AsyncBoltRequest, kind: str) -> dict[str, str]:
    """Who, where and what, for the lines of the log."""
    body, context = req.body, req.context
    event, actions = body.get("event"), body.get("actions")
    what = body.get("command") or body.get("callback_id") or body.get("action_id")
    if isinstance(event, dict):
        what = event.get("type")
    elif isinstance(actions, list) and actions and isinstance(actions[0], dict):
        what = actions[0].get("action_id")
    elif isinstance(body.get("view"), dict):
        what = body["view"].get("callback_id")
    found = {"workspace": context.team_id, "user": context.user_id, "channel": context.channel_id, "what": what}
    return {"kind": kind} | {name: value[:80] for name, value in found.items() if isinstance(value, str)}
