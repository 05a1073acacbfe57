"""The two shapes of a text call, Responses and Chat Completions: what may be asked, and how the answer looks."""

import secrets
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from openai.types.chat.completion_create_params import CompletionCreateParamsBase
from openai.types.responses.response_create_params import ResponseCreateParamsBase

from tests.sandbox.models.catalogue import TEXT_MODELS, TextModel, alive
from tests.sandbox.models.conversation import Conversation
from tests.sandbox.models.errors import ApiError, invalid_value, missing, model_not_found, unknown_parameter
from tests.sandbox.models.invention import schema_problem

# The SDK's own lists of names: what a newer release adds is then known here as well.
_ACCEPTED = {
    "responses": {*ResponseCreateParamsBase.__annotations__, "stream"},
    "chat.completions": {*CompletionCreateParamsBase.__annotations__, "stream"},
}
_NOT_PLAYED = ("stream", "tools", "functions", "background", "conversation", "previous_response_id")


@dataclass(frozen=True)
class TextRequest:
    method: str
    model_name: str
    model: TextModel
    said: Conversation
    schema: dict[str, Any] | None


def read(method: str, body: dict[str, Any], said: Conversation, deployment: str | None, today: date) -> TextRequest:
    given = {name: value for name, value in body.items() if value is not None}
    for param in given:
        if param not in _ACCEPTED[method]:
            raise unknown_parameter(param)
        if param in _NOT_PLAYED and given[param]:
            raise ApiError(400, f"This server does not play '{param}'.", "unsupported_parameter", param=param)
    name = deployment or given.get("model")
    if name is None:
        raise missing("model")
    model = TEXT_MODELS.get(name) if isinstance(name, str) else None
    if model is None or not alive(model.shutdown, today):
        raise model_not_found(str(name))
    if isinstance(given.get("instructions"), str):
        said.words.insert(0, given["instructions"])
    return TextRequest(method, str(name), model, said, _schema(given, method))


def _schema(given: dict[str, Any], method: str) -> dict[str, Any] | None:
    """The JSON schema that the answer must fit; None for free text."""
    outer = given.get("text") if method == "responses" else {"format": given.get("response_format")}
    form = (outer.get("format") if isinstance(outer, dict) else outer) or {"type": "text"}
    param = "text.format" if method == "responses" else "response_format"
    if not isinstance(form, dict):
        raise ApiError(400, f"Invalid type for '{param}': expected an object.", "invalid_type", param=param)
    if form.get("type") not in ("text", "json_object", "json_schema"):
        raise invalid_value(f"{param}.type", form.get("type"), ["text", "json_object", "json_schema"])
    if form["type"] != "json_schema":
        return {"type": "object"} if form["type"] == "json_object" else None
    inner = form if method == "responses" else form.get("json_schema")
    if not isinstance(inner, dict):
        raise missing(f"{param}.json_schema")
    if not isinstance(inner.get("schema"), dict) or not inner.get("name"):
        raise missing(f"{param}.schema" if inner.get("name") else f"{param}.name")
    if said := schema_problem(inner["schema"], bool(inner.get("strict"))):
        message = f"Invalid schema for response_format '{inner['name']}': {said}"
        raise ApiError(400, message, "invalid_json_schema", param=param)
    return dict(inner["schema"])


def usage_body(method: str, tokens_in: int, tokens_out: int) -> dict[str, Any]:
    total = {"total_tokens": tokens_in + tokens_out}
    if method == "responses":
        read_tokens = {"input_tokens": tokens_in, "input_tokens_details": {"cached_tokens": 0}}
        written = {"output_tokens": tokens_out, "output_tokens_details": {"reasoning_tokens": 0}}
        return {**read_tokens, **written, **total}
    return {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, **total}


def answer_body(asked: TextRequest, text: str, usage: dict[str, Any] | None) -> dict[str, Any]:
    counted = {"usage": usage} if usage is not None else {}
    if asked.method == "responses":
        return {**_response(asked, text), **counted}
    choice = {"index": 0, "finish_reason": "stop", "logprobs": None, "message": {"role": "assistant", "content": text}}
    named = {"id": f"chatcmpl-{secrets.token_hex(12)}", "object": "chat.completion", "created": int(time.time())}
    return {**named, "model": asked.model_name, "choices": [choice], **counted}


def _response(asked: TextRequest, text: str) -> dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    message = {"type": "message", "status": "completed", "role": "assistant", "content": [part]}
    return {
        "id": f"resp_{secrets.token_hex(12)}",
        "object": "response",
        "created_at": int(time.time()),
        "status": "completed",
        "error": None,
        "incomplete_details": None,
        "instructions": None,
        "metadata": {},
        "model": asked.model_name,
        "output": [{"id": f"msg_{secrets.token_hex(12)}", **message}],
        "parallel_tool_calls": True,
        "temperature": 1.0,
        "tool_choice": "auto",
        "tools": [],
        "top_p": 1.0,
    }
