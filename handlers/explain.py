"""Errors into words, in one place: ours as they are, all others as a code that stands in the log as well."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncApp, AsyncRespond
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BadRequest, BotError, Malformed, NotHere, Unavailable
from bot.metrics import Metrics
from handlers.blocks.text import sentence as safe
from handlers.calls import about
from handlers.faults import STUMBLED, UNREACHABLE, SlackRefusal, refusal
from handlers.front import kind_of

Payload = dict[str, Any]

LAST_ATTEMPT = "3"  # docs.slack.dev/apis/events-api: at once, after a minute, after five
TOLD_WITHIN = 2.0  # seconds; it goes on afterwards

log = structlog.get_logger()

OURS = (
    "Something broke on our side (ref {ref}). Nothing was spent by this. "
    "Try again, and tell an admin the code if it stays."
)


def register(app: AsyncApp, metrics: Metrics | None = None) -> None:
    telling: set[asyncio.Task[None]] = set()

    @app.error
    async def explain(
        error: Exception,
        body: Payload,
        client: AsyncWebClient,
        respond: AsyncRespond,
        request: AsyncBoltRequest,
        response: BoltResponse | None,
    ) -> BoltResponse | None:
        if metrics and not is_expected(error):
            metrics.listener_error(kind_of(body))
        if response and (refused := _refusal_of(error, request)):
            return refused
        sentence = safe(sentence_of(error, body))
        answer = _as_answer(error, body, sentence) if response else None
        if answer is None:
            task = asyncio.create_task(_tell(body, sentence, client, respond))
            telling.add(task)
            task.add_done_callback(telling.discard)
            await asyncio.wait({task}, timeout=TOLD_WITHIN)  # Slack waits for the acknowledgement
        return (answer or BoltResponse(status=200, body="")) if response else None


def is_expected(error: Exception) -> bool:
    return isinstance(error, BotError | SlackApiError)


def _refusal_of(error: Exception, request: AsyncBoltRequest) -> BoltResponse | None:
    """What Slack should not take for done: nonsense, and an event that we could not record, which it sends again.

    Nobody is told before its last attempt: the next may succeed.
    """
    if isinstance(error, Malformed):
        log.warning("malformed", where=error.where)
        return BoltResponse(status=400, body="", headers={"x-slack-no-retry": "1"})
    if is_expected(error) and not isinstance(error, Unavailable):
        return None
    attempt = request.headers.get("x-slack-retry-num", ["0"])[0]
    if request.body.get("type") != "event_callback" or attempt == LAST_ATTEMPT:
        return None
    log.error("an event could not be recorded", attempt=attempt, exc_info=error)
    return BoltResponse(status=500, body="")


def sentence_of(error: Exception, body: Payload) -> str:
    """Our own errors say what happened; Slack's refusals have a table; everything else gets a code and is logged."""
    if isinstance(error, SlackApiError):
        data = getattr(error.response, "data", None)
        error = refusal(str(data["error"])) if isinstance(data, dict) and "error" in data else BotError(STUMBLED)
        log.warning("Slack refused a call", **(about(error) if isinstance(error, NotHere | SlackRefusal) else {}))
    if isinstance(error, aiohttp.ClientError | TimeoutError):  # only Slack is called by listeners
        log.warning("Slack gave no answer that counts", error=str(error)[:200])
        error = BotError(UNREACHABLE)
    if isinstance(error, BotError):
        return error.sentence
    ref = secrets.token_hex(3)
    log.error("broke", ref=ref, payload=body.get("type") or body.get("command"), exc_info=error)
    return OURS.format(ref=ref)


def _as_answer(error: Exception, body: Payload, sentence: str) -> BoltResponse | None:
    """What is not acknowledged yet is answered by the acknowledgement itself."""
    if body.get("command"):
        return _json({"response_type": "ephemeral", "text": sentence})
    if body.get("type") == "view_submission":
        field = error.field if isinstance(error, BadRequest) else None
        if block := _input_to_blame(body["view"], field):
            return _json({"response_action": "errors", "errors": {block: sentence}})
    return None


def _input_to_blame(view: Payload, field: str | None) -> str | None:
    inputs = [block.get("block_id", "") for block in view.get("blocks") or () if block.get("type") == "input"]
    return field if field in inputs else next(iter(inputs), None)


async def _tell(body: Payload, sentence: str, client: AsyncWebClient, respond: AsyncRespond) -> None:
    """To this one person: by response_url, else in the channel, else directly. If all of that fails, it is logged."""
    event = body.get("event") or {}
    user = event.get("user") or (body.get("user") or {}).get("id") or body.get("user_id")
    channel = event.get("channel") or (body.get("channel") or {}).get("id") or body.get("channel_id") or ""
    if not isinstance(user, str):
        return
    ways: list[Callable[[], Awaitable[object]]] = []
    if respond.response_url:
        ways.append(partial(_by_response_url, respond, sentence))
    if channel and not channel.startswith("D"):
        where: Payload = {"channel": channel, "user": user, "thread_ts": event.get("thread_ts")}
        ways.append(partial(client.chat_postEphemeral, text=sentence, **where))
    ways.append(partial(client.chat_postMessage, channel=user, text=sentence, unfurl_links=False, unfurl_media=False))
    for way in ways:
        try:
            await way()
            return
        except (SlackClientError, aiohttp.ClientError, OSError, TimeoutError) as failed:
            log.info("one way to tell somebody failed", error=str(failed))
    log.warning("nobody could be told", sentence=sentence)


async def _by_response_url(respond: AsyncRespond, sentence: str) -> None:
    answer = await respond(sentence, response_type="ephemeral", replace_original=False)
    if answer.status_code != 200:
        raise SlackClientError(f"response_url: {answer.status_code}")


def _json(content: Payload) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(content), headers={"content-type": "application/json"})
