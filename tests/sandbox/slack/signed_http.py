"""Delivery by HTTP: the same parcels as signed POST requests, as Slack sends them to a public address."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.parcels import NOBODY, TIMEOUT, Answer, Parcel
from tests.sandbox.slack.people import SIGNING_SECRET


def signature(body: str, timestamp: str) -> str:
    signed = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(SIGNING_SECRET.encode(), signed, hashlib.sha256).hexdigest()


class SignedHttp:
    def __init__(self, knobs: Knobs) -> None:
        self._knobs = knobs
        self._http: aiohttp.ClientSession | None = None

    async def send(self, parcel: Parcel, address: str) -> Answer:
        body, content_type = _body(parcel)
        timestamp = str(int(time.time()))
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(body, timestamp),
        }
        if parcel.attempt:
            headers |= {"X-Slack-Retry-Num": str(parcel.attempt), "X-Slack-Retry-Reason": parcel.reason}
        try:
            async with asyncio.timeout(self._knobs.slack.acknowledge_within):
                return await self._post(address, body, headers)
        except TimeoutError:
            return TIMEOUT
        except aiohttp.ClientError:
            return NOBODY

    async def _post(self, address: str, body: str, headers: dict[str, str]) -> Answer:
        self._http = self._http or aiohttp.ClientSession()
        async with self._http.post(address, data=body.encode(), headers=headers, allow_redirects=False) as response:
            text = await response.text()
            if not 200 <= response.status < 300:
                may_retry = response.headers.get("X-Slack-No-Retry") != "1"
                return Answer(False, error="dispatch_failed", reason="http_error", may_retry=may_retry)
            return Answer(True, _answer_payload(text))

    async def close(self) -> None:
        if self._http:
            await self._http.close()


def _body(parcel: Parcel) -> tuple[str, str]:
    form = "application/x-www-form-urlencoded"
    match parcel.kind:
        case "events_api":
            return json.dumps(parcel.payload), "application/json"
        case "slash_commands":
            return urlencode(parcel.payload), form
    return urlencode({"payload": json.dumps(parcel.payload)}), form


def _answer_payload(text: str) -> dict[str, Any] | None:
    if not text.strip():
        return None
    try:
        payload = json.loads(text)
    except ValueError:
        return {"text": text}
    return payload if isinstance(payload, dict) else {"text": text}
