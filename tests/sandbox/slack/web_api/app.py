"""The Web API's front: finds the method, checks token, scope, arguments and rate, applies faults, keeps the journal."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.sandbox.faults import Fault
from tests.sandbox.journal import Call
from tests.sandbox.slack.arguments import METHODS, Method, checked
from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.people import APP_TOKEN, BOT_TOKEN
from tests.sandbox.slack.platform import Platform
from tests.sandbox.slack.rates import ratelimited
from tests.sandbox.slack.web_api import chat, conversations, files, people, reactions, views
from tests.sandbox.slack.web_api.respond import respond

Run = Callable[[Platform, dict[str, Any]], dict[str, Any]]
RUN: dict[str, Run] = {
    **people.METHODS,
    **conversations.METHODS,
    **chat.METHODS,
    **files.METHODS,
    **views.METHODS,
    **reactions.METHODS,
}
FAULT_KINDS = frozenset({"error", "rate_limit", "server_error", "hang", "drop"})
NOT_JSON = "(the body is not a JSON object)"
LARGEST_BODY = 16 * 1024 * 1024


def slack_app(platform: Platform) -> web.Application:
    """Serves /api/{method}, the Socket Mode address and the response_urls."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await _call(platform, request)

    async def answer_interaction(request: web.Request) -> web.StreamResponse:
        return await respond(platform, request)

    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_route("*", "/api/{method}", call)
    app.router.add_post("/respond/{key}", answer_interaction)
    app.router.add_get("/link/", platform.sockets.accept)
    return app


async def _call(platform: Platform, request: web.Request) -> web.StreamResponse:
    name = request.match_info["method"]
    given = await _read(request)
    token = _token(request, given)
    call = platform.journal.begin("slack", name, given)
    await asyncio.sleep(platform.knobs.slack.web_api)
    text = "" if platform.faults.is_empty else json.dumps(given, ensure_ascii=False)
    fault = platform.faults.take("slack", name, text, kinds=FAULT_KINDS)
    try:
        if fault and not fault.detail.get("after"):
            await _fail(request, call, platform, fault)
        body = _answer(platform, name, given, token)
        if fault and fault.detail.get("after"):
            await _fail(request, call, platform, fault)
    except SlackError as refusal:
        platform.journal.end(call, refusal.status, refusal.code, **refusal.extra)
        return web.json_response(refusal.as_json(), status=refusal.status, headers=refusal.headers)
    platform.journal.end(call, 200, **_kept(body))
    headers = {"X-OAuth-Scopes": ",".join(sorted(platform.manifest.scopes))} if token == BOT_TOKEN else {}
    return web.json_response({"ok": True, **body}, headers=headers)


def _answer(platform: Platform, name: str, given: dict[str, Any], token: str) -> dict[str, Any]:
    method = METHODS.get(name)
    if method is None:
        raise SlackError("unknown_method", req_method=name)
    _check_token(method, token)
    if NOT_JSON in given:
        raise SlackError("invalid_json")
    if method.scope:
        platform.need_scope(method.scope)
    arguments = checked(name, given)
    if platform.knobs.slack.rate_limits:
        platform.rates.spend(name, method.tier, str(arguments.get("channel", "")))
    return RUN[name](platform, arguments)


def _check_token(method: Method, token: str) -> None:
    if not method.token:
        return
    if not token:
        raise SlackError("not_authed")
    if token not in (BOT_TOKEN, APP_TOKEN):
        raise SlackError("invalid_auth")
    if not token.startswith(method.token):
        raise SlackError("not_allowed_token_type")


async def _fail(request: web.Request, call: Call, platform: Platform, fault: Fault) -> None:
    match fault.kind:
        case "error":
            raise SlackError(str(fault.detail.get("code", "internal_error")))
        case "rate_limit":
            raise ratelimited(float(fault.detail.get("retry_after", 1)))
        case "server_error":
            raise SlackError("internal_error", status=int(fault.detail.get("status", 500)))
        case "hang":
            await asyncio.sleep(float(fault.detail.get("seconds", 30)))
        case "drop":
            platform.journal.end(call, 0, "dropped")
            if request.transport:
                request.transport.abort()
            raise ConnectionResetError


async def _read(request: web.Request) -> dict[str, Any]:
    """Query string and body together, as Slack takes them: JSON, a form, or multipart."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            return given | {NOT_JSON: True}
        return given | (body if isinstance(body, dict) else {NOT_JSON: True})
    if request.can_read_body:
        given |= {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
    return given


def _token(request: web.Request, given: dict[str, Any]) -> str:
    header = request.headers.get("Authorization", "")
    argument = str(given.pop("token", ""))
    return header.removeprefix("Bearer ").strip() or argument


def _kept(body: dict[str, Any]) -> dict[str, Any]:
    """What the journal keeps of an answer: enough to follow it, without repeating whole messages and views."""
    kept = {key: value for key, value in body.items() if isinstance(value, (str, int, float, bool))}
    if isinstance(body.get("view"), dict):
        kept["view_id"] = body["view"]["id"]
    return kept
