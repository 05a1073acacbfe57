"""Slack over HTTP: events, commands and interactivity at one address.

What is not signed by Slack, or cannot be read, is refused here with a 4xx and never reaches bolt. Bolt then gets the
payload as it gets one from Socket Mode: its own reader of forms loses commands whose text has the word "payload" in it.
"""

import json
from typing import Any
from urllib.parse import parse_qsl

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.errors import Malformed
from bot.metrics import Metrics
from handlers.front import Front
from handlers.shapes import check

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
MOST_BYTES = 1024 * 1024  # a view has at most 250 kB; the web server refuses what is larger
MOST_FIELDS = 100
RETRIES = ("X-Slack-Retry-Num", "X-Slack-Retry-Reason")

log = structlog.get_logger()


class Refused(Exception):
    """An answer in place of bolt's."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


class Endpoint:
    """`answer` is the handler of POST /slack/events; work is taken from `open` to `close`."""

    def __init__(self, app: Front, signing_secret: str, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics
        self._verifier = SignatureVerifier(signing_secret)
        self._is_open = False

    async def open(self) -> None:
        self._is_open = True

    async def close(self) -> None:
        """What has begun is answered and recorded."""
        self._is_open = False
        await self._app.idle()

    async def problem(self) -> str | None:
        """Nothing is known of Slack before it calls."""
        return None

    async def answer(self, request: web.Request) -> web.Response:
        try:
            return await self._dispatch(request)
        except Refused as refused:
            self._metrics.refused(refused.status)
            log.info("refused", status=refused.status, why=refused.why, remote=request.remote)
            response = web.json_response({"error": refused.why}, status=refused.status)
            if refused.status >= 500:
                response.force_close()  # the next request finds another process, or this one again
            else:
                response.headers["X-Slack-No-Retry"] = "1"
            return response

    async def _dispatch(self, request: web.Request) -> web.Response:
        if not self._is_open:
            raise Refused(503, "not taking requests: starting or stopping")
        text = await _text_of(request)
        if _is_ssl_check(request, text):
            return web.Response()
        self._verify(request, text)
        payload = _payload_of(request, text)
        if payload.get("type") == "app_rate_limited":
            log.warning("Slack holds back events: more than it delivers in an hour")
            return web.Response()
        return await to_aiohttp_response(await self._app.async_dispatch(_for_bolt(payload, request)))

    def _verify(self, request: web.Request, text: str) -> None:
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        is_plain = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12 and signature.isascii()
        if not is_plain or not self._verifier.is_valid(text, timestamp, signature):
            raise Refused(401, "not signed by Slack, or too long ago")


async def _text_of(request: web.Request) -> str:
    if request.content_type not in (FORM, JSON):
        raise Refused(415, f"send {JSON} or {FORM}")
    try:
        return (await request.read()).decode()
    except UnicodeDecodeError:
        raise Refused(400, "not UTF-8") from None


def _is_ssl_check(request: web.Request, text: str) -> bool:
    """Slack looks at the certificate, now and then, without a signature."""
    return request.content_type == FORM and len(text) < 1000 and "ssl_check=1" in text.split("&")


def _payload_of(request: web.Request, text: str) -> dict[str, Any]:
    try:
        if request.content_type == JSON:
            payload = json.loads(text)
        else:
            fields = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
            payload = json.loads(fields["payload"]) if "payload" in fields else fields
        if isinstance(payload, dict) and payload.get("type") == "app_rate_limited":
            return payload
        return check(payload)
    except Malformed as malformed:
        raise Refused(400, f"cannot be read: {malformed.where}") from None
    except (ValueError, RecursionError):
        raise Refused(400, "cannot be read") from None


def _for_bolt(payload: dict[str, Any], request: web.Request) -> AsyncBoltRequest:
    """Bolt looks for teams and people in places that we never read, and trips over what it finds there."""
    headers: dict[str, Any] = {name: request.headers[name] for name in RETRIES if name in request.headers}
    try:
        return AsyncBoltRequest(mode="socket_mode", body=payload, headers=headers)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
        raise Refused(400, "cannot be read: origin") from None
