"""Error answers of OpenAI, Azure, gateways and self-hosted servers, brought into one form.

OpenAI: {"error": {message, type, param, code}}; Azure adds inner_error with its filter's findings; FastAPI servers send
{"detail": text or list}; proxies send a page of HTML. Nothing in them is trusted or shown as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import openai

WAIT_HEADERS = (("retry-after-ms", 1000.0), ("retry-after", 1.0), ("x-ms-retry-after-ms", 1000.0))
WAIT_WORDS = re.compile(r"try again in (?:(\d+)m(?!s))? ?(?:([\d.]+) ?(ms|s))?|retry after (\d+) seconds", re.I)


@dataclass(frozen=True)
class Refusal:
    """`codes` are code, type and inner code in lower case; `stage` and `categories` tell of refused content."""

    status: int
    codes: tuple[str, ...]
    param: str
    message: str
    retry_after: float | None = None
    request_id: str | None = None
    stage: str = "unknown"
    categories: tuple[str, ...] = ()

    def says(self, pattern: str) -> bool:
        return re.search(pattern, self.message, re.I) is not None


def read_refusal(error: openai.APIStatusError) -> Refusal:
    body = error.body if isinstance(error.body, dict) else {}
    inner = _mapping(body.get("inner_error")) or _mapping(body.get("innererror"))
    message = str(body.get("message") or body.get("detail") or error.body or error.message)
    headers = error.response.headers
    return Refusal(
        status=error.status_code,
        codes=tuple(str(code).lower() for code in (body.get("code"), body.get("type"), inner.get("code")) if code),
        param=str(body.get("param") or "").lower(),
        message=message[:2000],
        retry_after=_wait(headers, message),
        request_id=headers.get("x-request-id") or headers.get("apim-request-id"),
        stage=_stage(body),
        categories=_categories(body, inner),
    )


def _stage(body: Mapping[str, Any]) -> str:
    stage = str(_mapping(body.get("moderation_details")).get("moderation_stage") or "").lower()
    if stage in ("input", "output"):
        return stage
    return "input" if body.get("param") == "prompt" else "unknown"  # Azure's filter names the prompt, or nothing


def _categories(body: Mapping[str, Any], inner: Mapping[str, Any]) -> tuple[str, ...]:
    named = _mapping(body.get("moderation_details")).get("categories")
    if not isinstance(named, list):
        results = _mapping(inner.get("content_filter_results")) or _mapping(body.get("content_filter_results"))
        named = [name for name, found in results.items() if _mapping(found).get("filtered") is True]
    words = (re.sub(r"[^a-z0-9 ]+", " ", str(name).lower()).strip()[:40] for name in named[:5])
    return tuple(word for word in words if word)


def _wait(headers: Mapping[str, str], message: str) -> float | None:
    """Seconds to wait: the headers', else those that OpenAI's message names ("Please try again in 12s")."""
    for name, per_second in WAIT_HEADERS:
        if (seconds := _seconds(headers.get(name, ""))) is not None:
            return seconds / per_second
    found = WAIT_WORDS.search(message)
    if found is None or not any(found.groups()):
        return None
    minutes, amount, unit, plain = found.groups()
    if plain:
        return float(plain)
    seconds = _seconds(amount or "0") or 0.0
    return int(minutes or 0) * 60 + (seconds / 1000 if unit == "ms" else seconds)


def _seconds(value: str) -> float | None:
    """A number, or an HTTP date."""
    try:
        number = float(value)
        return number if 0 <= number < float("inf") else None
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
