"""The sandbox's text model, asked by the real OpenAI client: scripted answers, invented ones, and what both cost."""

import base64
from collections.abc import AsyncIterator
from typing import Any, Literal

import openai
import pytest
from pydantic import BaseModel, Field

from tests.sandbox.faults import Fault
from tests.sandbox.models.app import SCRIPT
from tests.sandbox.models.invention import fit, schema_problem
from tests.test_sandbox_models import Server, picture, serving


class Shot(BaseModel):
    brief: str
    weight: int = Field(ge=1)


class Plan(BaseModel):
    title: str = Field(max_length=20)
    kind: Literal["scenes", "storyboard"]
    shots: list[Shot] = Field(min_length=1)
    style: str | None


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


async def asks(server: Server, text: Any = "Maya opens a café, and a robot makes the coffee", **more: Any) -> Any:
    return await server.client.responses.parse(**{"model": "gpt-6-luna", "input": text, "text_format": Plan, **more})


async def test_an_invented_answer_fits_the_schema_and_is_billed(server: Server) -> None:
    answer = await asks(server)
    plan = answer.output_parsed
    assert (plan.title, plan.kind) == ("Maya opens a café, a", "scenes")
    assert 1 <= len(plan.shots) <= 3
    usage = answer.usage
    assert server.last.usage is not None
    assert server.last.billed_micro_usd == (usage.input_tokens * 100 + usage.output_tokens * 500 + 500) // 1000


async def test_a_scripted_answer_comes_first_and_only_once(server: Server) -> None:
    plan = {"title": "Café", "kind": "storyboard", "shots": [{"brief": "door", "weight": 2}], "style": None}
    server.app[SCRIPT].extend([{"match": "robot", "answer": plan}, "free words"])
    assert (await server.client.responses.create(model="gpt-6-luna", input="hi")).output_text == "free words"
    assert (await asks(server)).output_parsed == Plan.model_validate(plan)
    assert server.app[SCRIPT] == []


async def test_chat_completions_answer_the_same(server: Server) -> None:
    answer = await server.client.chat.completions.parse(
        model="gpt-6-luna", messages=[{"role": "user", "content": "a fox"}], response_format=Plan
    )
    parsed = answer.choices[0].message.parsed
    assert parsed is not None
    assert parsed.title == "a fox"
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


async def test_pictures_are_counted_by_patch_and_kept_apart_from_the_journal(server: Server) -> None:
    data = picture(1024, 1024)
    address = "data:image/png;base64," + base64.b64encode(data).decode()
    content = [{"type": "input_text", "text": "what?"}, {"type": "input_image", "image_url": address}]
    answer = await server.client.responses.create(
        model="gpt-6-luna",
        input=[{"role": "user", "content": content}],  # type: ignore[list-item, misc]
    )
    assert answer.usage is not None
    assert answer.usage.input_tokens == 1229 + 6 + 2
    assert server.journal.blob(server.last.id, 0) == data
    assert len(str(server.last.arguments)) < 400


REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "an unknown parameter": ({"extra_body": {"seed": 1}}, 400, "Unknown parameter: 'seed'."),
    "an unknown model": ({"model": "gpt-7"}, 404, "does not exist"),
    "tools": ({"extra_body": {"tools": [{"type": "image_generation"}]}}, 400, "does not play 'tools'"),
    "an empty input": ({"input": []}, 400, "Invalid 'input'"),
    "an unknown part": ({"input": [{"role": "user", "content": [{"type": "song"}]}]}, 400, "Invalid content part"),
    "a picture elsewhere": (
        {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "https://x.org/a.png"}]}]},
        400,
        "data: addresses",
    ),
    "an open schema": (
        {"text": {"format": {"type": "json_schema", "name": "x", "strict": True, "schema": {"type": "object"}}}},
        400,
        "'additionalProperties' is required",
    ),
}


@pytest.mark.parametrize(("given", "status", "words"), REFUSED.values(), ids=REFUSED.keys())
async def test_a_wrong_text_call_is_refused(server: Server, given: dict[str, Any], status: int, words: str) -> None:
    asked = {"model": "gpt-6-luna", "input": "hi", **given}
    error = await server.refuses(server.client.responses.create(**asked))
    assert error.status_code == status
    assert words in error.message


async def test_faults_reach_the_text_model_too(server: Server) -> None:
    server.faults.add(Fault("text", "overloaded", "responses"))
    assert (await server.refuses(asks(server))).status_code == 503
    server.faults.add(Fault("text", "drop"))
    with pytest.raises(openai.APIConnectionError):
        await asks(server)
    assert server.last.billed_micro_usd > 0
    server.faults.add(Fault("text", "no_usage"))
    assert (await server.client.responses.create(model="gpt-6-luna", input="hi")).usage is None


SCHEMAS: dict[str, tuple[dict[str, Any], Any]] = {
    "a union takes what is not null": ({"anyOf": [{"type": "null"}, {"type": "string"}]}, "a fox"),
    "several types": ({"type": ["null", "number"], "minimum": 4}, 4),
    "a constant": ({"const": 7}, 7),
    "a bounded list": ({"type": "array", "items": {"enum": ["x"]}, "minItems": 2, "maxItems": 2}, ["x", "x"]),
    "a short text": ({"type": "string", "maxLength": 3}, "a f"),
    "a long text": ({"type": "string", "minLength": 7}, "a fox.."),
}


@pytest.mark.parametrize(("schema", "value"), SCHEMAS.values(), ids=SCHEMAS.keys())
def test_an_invented_value_obeys_its_schema(schema: dict[str, Any], value: Any) -> None:
    assert fit(schema, "a fox") == value


def test_a_schema_that_contains_itself_ends() -> None:
    node = {"type": "object", "properties": {"children": {"type": "array", "items": {"$ref": "#"}}}}
    assert isinstance(fit(node, "a fox"), dict)


def test_strict_schemas_are_closed_all_the_way_down() -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
    assert "Missing 'a'" in (schema_problem({"type": "array", "items": inner}, True) or "")
    assert schema_problem({"type": "array", "items": {**inner, "required": ["a"]}}, True) is None
    assert "not a valid JSON schema" in (schema_problem({"$ref": "#/nowhere"}, False) or "")
