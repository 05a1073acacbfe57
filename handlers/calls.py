"""One call of Slack's Web API: at Slack's pace, tried again where that is harmless, refusals turned into our errors."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError, NotHere, Unavailable
from bot.metrics import Metrics
from handlers.faults import AWAY, UNREACHABLE, SlackRefusal, refusal
from handlers.pace import Pace

Json = dict[str, Any]
Found = Callable[[], Awaitable[Json | None]]

TRIES = 5
FIRST_PAUSE = 0.3
CALL_SECONDS = 30
CONNECTION_ERRORS = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, TimeoutError, OSError)

log = structlog.get_logger()


class Lost(ConnectionError):
    """No answer that counts. `refused` is what is said in the end if every try ends so."""

    def __init__(self, refused: BotError) -> None:
        super().__init__(refused.sentence)
        self.refused = refused


def web_client(token: str, base_url: str, session: aiohttp.ClientSession | None = None) -> AsyncWebClient:
    """The client for the bot and for bolt. slack_sdk's own repeat after a connection error would post twice."""
    return AsyncWebClient(
        token=token,
        base_url=base_url,
        timeout=CALL_SECONDS,
        session=session,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=5)],
    )


def counting(metrics: Metrics) -> aiohttp.TraceConfig:
    """Sees every call that goes through a session, ours and bolt's, again for each try."""

    async def on_end(_: object, __: object, ended: aiohttp.TraceRequestEndParams) -> None:
        metrics.slack_call(_method(ended.url.path), ended.response.status)

    async def on_exception(_: object, __: object, failed: aiohttp.TraceRequestExceptionParams) -> None:
        metrics.slack_call(_method(failed.url.path), "lost")

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(on_end)
    trace.on_request_exception.append(on_exception)
    return trace


def _method(path: str) -> str:
    """A name of Slack's, or "other": it labels metrics."""
    name = path.rpartition("/")[2]
    return name if "." in name and len(name) <= 60 else "other"


class Calls:
    """`first_pause`: seconds before a call is made again, doubled with each try."""

    def __init__(
        self, client: AsyncWebClient, pace: Pace, metrics: Metrics | None = None, first_pause: float = FIRST_PAUSE
    ) -> None:
        self._client = client
        self.first_pause = first_pause
        self._metrics = metrics or Metrics()
        self.pace = pace

    async def call(
        self, method: str, arguments: Json, *, found: Found | None = None, made: Found | None = None
    ) -> Json:
        """The answer, or an error with a sentence; Unavailable while Slack is away.

        When an answer is lost or Slack stumbles, the call is made again. `found` is for calls that must not happen
        twice: it looks whether the lost one arrived, and its answer then counts. `made` looks, after all waiting,
        whether another process has made the call meanwhile.
        """
        ends: BotError = Unavailable(UNREACHABLE)
        for attempt in range(TRIES):
            await self.pace.wait(method, str(arguments.get("channel", "")))
            if made and (answer := await made()):
                return answer
            try:
                return await self._once(method, arguments)
            except CONNECTION_ERRORS as lost:
                ends = lost.refused if isinstance(lost, Lost) else Unavailable(UNREACHABLE)
                level = log.info if attempt < TRIES - 1 else log.warning
                level("Slack gave no answer that counts", method=method, tries=attempt + 1, error=str(lost)[:200])
            if attempt == TRIES - 1:
                break
            await asyncio.sleep(self.first_pause * 2**attempt)
            self._metrics.slack_retry(method)
            if found and (answer := await found()):
                return answer
        raise ends

    async def _once(self, method: str, arguments: Json) -> Json:
        # Forms, not JSON: the file methods and conversations.* take nothing else. Everything is in the body, never in
        # the address, where long texts break limits and end in access logs.
        form = {key: _form_value(value) for key, value in arguments.items() if value is not None}
        try:
            response = await asyncio.wait_for(self._client.api_call(method, data=form), 4 * CALL_SECONDS)
        except SlackApiError as error:
            refused = _translated(error)
            if not isinstance(refused, Lost):
                log.warning("Slack refused a call", method=method, **about(refused))
            raise refused from error
        return dict(response.data) if isinstance(response.data, dict) else {}


def about(refused: NotHere | SlackRefusal) -> dict[str, str]:
    """For the log: what a person is not shown."""
    if isinstance(refused, NotHere):
        return {"code": refused.code}
    return {"code": refused.code, "ref": refused.ref, "details": refused.details[:500]}


def _form_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _translated(error: SlackApiError) -> Lost | NotHere | SlackRefusal:
    """A 5xx has no body worth reading, and counts as a lost answer."""
    response = error.response
    status, data = getattr(response, "status_code", getattr(response, "status", 200)), getattr(response, "data", None)
    if status >= 500 or not isinstance(data, dict) or "error" not in data:
        return Lost(Unavailable(UNREACHABLE))
    messages = (data.get("response_metadata") or {}).get("messages") or []
    refused = refusal(str(data["error"]), " ".join(map(str, [*messages, *(data.get("errors") or [])])))
    if status == 429 or (isinstance(refused, SlackRefusal) and refused.code in AWAY):
        return Lost(Unavailable(refused.sentence))
    return Lost(refused) if isinstance(refused, SlackRefusal) and refused.stumbles else refused
