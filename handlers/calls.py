"""One call of Slack's Web API: at Slack's pace, tried again where that is harmless, refusals turned into our errors."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BotError
from bot.metrics import Metrics
from handlers.faults import refusal
from handlers.pace import Pace

Json = dict[str, Any]
Found = Callable[[], Awaitable[Json | None]]

TRIES = 5
FIRST_PAUSE = 0.3  # seconds, doubled with each try
CALL_SECONDS = 30
CONNECTION_ERRORS = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, TimeoutError, OSError)
UNREACHABLE = "I cannot reach Slack right now. Try again in a minute."


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
    def __init__(self, client: AsyncWebClient, pace: Pace, metrics: Metrics | None = None) -> None:
        self._client = client
        self._metrics = metrics or Metrics()
        self.pace = pace

    async def call(
        self, method: str, arguments: Json, *, found: Found | None = None, made: Found | None = None
    ) -> Json:
        """The answer, or an error with a sentence.

        When an answer is lost or Slack stumbles, the call is made again. `found` is for calls that must not happen
        twice: it looks whether the lost one arrived, and its answer then counts. `made` looks, after all waiting,
        whether another process has made the call meanwhile.
        """
        for attempt in range(TRIES):
            await self.pace.wait(method, str(arguments.get("channel", "")))
            if made and (answer := await made()):
                return answer
            try:
                return await self._once(method, arguments)
            except CONNECTION_ERRORS:
                if attempt == TRIES - 1:
                    break
            await asyncio.sleep(FIRST_PAUSE * 2**attempt)
            self._metrics.slack_retry(method)
            if found and (answer := await found()):
                return answer
        raise BotError(UNREACHABLE)

    async def _once(self, method: str, arguments: Json) -> Json:
        # Forms, not JSON: the file methods and conversations.* take nothing else. Everything is in the body, never in
        # the address, where long texts break limits and end in access logs.
        form = {key: _form_value(value) for key, value in arguments.items() if value is not None}
        try:
            response = await asyncio.wait_for(self._client.api_call(method, data=form), 4 * CALL_SECONDS)
        except SlackApiError as error:
            raise _translated(error) from error
        return dict(response.data) if isinstance(response.data, dict) else {}


def _form_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _translated(error: SlackApiError) -> Exception:
    """A 5xx has no body worth reading, and counts as a lost answer."""
    response = error.response
    if getattr(response, "status_code", getattr(response, "status", 200)) >= 500:
        return ConnectionError("Slack stumbled")
    data = getattr(response, "data", None)
    if not isinstance(data, dict) or "error" not in data:
        return ConnectionError("Slack answered with something else")
    messages = (data.get("response_metadata") or {}).get("messages") or []
    return refusal(str(data["error"]), " ".join(map(str, [*messages, *(data.get("errors") or [])])))
