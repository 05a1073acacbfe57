"""The text model: scripted answers first, else one made by rule to fit the JSON schema; billed like the real one.

Tests queue answers in `app[SCRIPT]`: a text, a JSON value, or {"match": "words of the input", "answer": either}.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiohttp import web

from tests.sandbox.faults import Fault, Faults
from tests.sandbox.journal import Call, Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.models import mishaps
from tests.sandbox.models.access import authenticate, hang_up, is_gone
from tests.sandbox.models.billing import micro_usd, text_tokens
from tests.sandbox.models.conversation import Conversation, read_messages, shortened
from tests.sandbox.models.errors import ApiError
from tests.sandbox.models.invention import fit
from tests.sandbox.models.text_wire import TextRequest, answer_body, read, usage_body

SCRIPT = web.AppKey("script", list[Any])


@dataclass(frozen=True)
class _Turn:
    request: web.Request
    call: Call
    asked: TextRequest
    fault: Fault | None
    text: str


class Texts:
    def __init__(self, journal: Journal, faults: Faults, knobs: Knobs, today: Callable[[], date]) -> None:
        self._journal, self._faults, self._knobs, self._today = journal, faults, knobs, today

    async def responses(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, "responses")

    async def chat(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, "chat.completions")

    async def _answer(self, request: web.Request, method: str) -> web.StreamResponse:
        started = asyncio.get_running_loop().time()
        body, said, refusal = await _read_body(request, method)
        call = self._journal.begin("text", method, shortened(body), said.images)
        try:
            authenticate(request)
            if refusal:
                raise refusal
            asked = read(method, body, said, request.match_info.get("deployment"), self._today())
            fault = self._faults.take("text", method.partition(".")[0], said.text)
            await mishaps.strike(fault, asked.model_name)
            turn = _Turn(request, call, asked, fault, self._words(request, asked))
            await self._until(started, fault)
            return self._deliver(turn)
        except ApiError as error:
            self._journal.end(call, error.status, error.code or str(error))
            return error.response()
        except mishaps.HangUp:
            self._journal.end(call, 0, "closed without an answer")
            return hang_up(request)

    def _words(self, request: web.Request, asked: TextRequest) -> str:
        answer = _scripted(request.app[SCRIPT], asked.said.text)
        if answer is None:
            answer = fit(asked.schema, asked.said.last) if asked.schema else f"You said: {asked.said.last[:200]}"
        return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)

    async def _until(self, started: float, fault: Fault | None) -> None:
        knob = self._knobs.latency
        due = started + (knob.text if knob.fixed is None else knob.fixed) + mishaps.delay(fault)
        await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        if fault and mishaps.blocks_output(fault):
            raise mishaps.moderation(fault.detail)

    def _deliver(self, turn: _Turn) -> web.StreamResponse:
        asked, fault, call = turn.asked, turn.fault, turn.call
        tokens_in, tokens_out = asked.said.tokens(), text_tokens(turn.text)
        call.usage = usage_body(asked.method, tokens_in, tokens_out)
        call.billed_micro_usd = micro_usd(tokens_in * asked.model.nano_in + tokens_out * asked.model.nano_out)
        gone = {"client_gone": True} if is_gone(turn.request) else {}
        is_dropped = mishaps.spoils(fault, "drop")
        self._journal.end(call, 200, "closed without an answer" if is_dropped else None, text=turn.text, **gone)
        if is_dropped:
            return hang_up(turn.request)
        if mishaps.spoils(fault, "invalid"):
            return web.Response(text="<html>Bad gateway</html>", content_type="application/json")
        text = turn.text[: len(turn.text) // 2] if mishaps.spoils(fault, "truncated") else turn.text
        usage = None if mishaps.spoils(fault, "no_usage") else call.usage
        return web.json_response(answer_body(asked, text, usage))


async def _read_body(request: web.Request, method: str) -> tuple[dict[str, Any], Conversation, ApiError | None]:
    try:
        body = json.loads(await request.read())
    except ValueError:
        body = None
    if not isinstance(body, dict):
        return {}, Conversation(), ApiError(400, "We could not parse the JSON body of your request.", "invalid_json")
    param = "input" if method == "responses" else "messages"
    try:
        return body, read_messages(body.get(param), param), None
    except ApiError as error:
        return body, Conversation(), error


def _scripted(script: list[Any], text: str) -> Any:
    """The first queued answer that is for this input, taken off the queue."""
    for index, entry in enumerate(script):
        is_matched = isinstance(entry, dict) and entry.keys() == {"match", "answer"}
        if not is_matched or entry["match"].lower() in text.lower():
            script.pop(index)
            return entry["answer"] if is_matched else entry
    return None
