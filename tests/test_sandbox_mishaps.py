"""The sandbox's model API on a bad day: faults, poor servers, impatient clients, and pictures that come in pieces."""

import asyncio
import base64
import io
import time
from collections.abc import AsyncIterator
from typing import Any

import openai
import pytest
from PIL import Image

from tests.sandbox.faults import Fault
from tests.sandbox.models.studio import Drawing, Job, ProcessStudio
from tests.test_sandbox_models import FlatStudio, Server, drawn, mask, picture, png, serving


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


FAULTS: dict[str, tuple[int, str | None, dict[str, Any]]] = {
    "moderation": (400, "moderation_blocked", {}),
    "rate_limit": (429, "rate_limit_exceeded", {"retry_after": 7}),
    "slow_down": (429, "slow_down", {}),
    "quota": (429, "insufficient_quota", {}),
    "unverified": (403, None, {}),
    "model_gone": (404, "model_not_found", {}),
    "billing_limit": (400, "billing_hard_limit_reached", {}),
    "server_error": (500, "server_error", {}),
    "overloaded": (503, "server_is_overloaded", {}),
    "bad_key": (401, "invalid_api_key", {}),
    "bad_request": (400, "invalid_value", {}),
}


@pytest.mark.parametrize(("kind", "expected"), FAULTS.items(), ids=FAULTS.keys())
async def test_a_fault_answers_as_documented_once_and_is_not_billed(
    server: Server, kind: str, expected: tuple[int, str | None, dict[str, Any]]
) -> None:
    status, code, detail = expected
    server.faults.add(Fault("images", kind, "generations", detail=detail))
    error = await server.refuses(server.draws())
    assert (error.status_code, error.code) == (status, code)
    assert error.response.headers.get("Retry-After") == ("7" if kind == "rate_limit" else None)
    assert drawn(await server.draws()).size == (1024, 1024)


@pytest.mark.parametrize(("stage", "seconds"), [("input", 0.0), ("output", 0.3)])
async def test_moderation_names_its_stage_and_blocks_outputs_only_after_drawing(
    server: Server, stage: str, seconds: float
) -> None:
    server.knobs.latency.fixed = 0.3
    server.faults.add(Fault("images", "moderation", detail={"stage": stage, "categories": ["violence"]}))
    started = time.monotonic()
    error = await server.refuses(server.draws())
    assert seconds <= time.monotonic() - started < seconds + 0.25
    assert isinstance(error.body, dict)
    assert error.body["moderation_details"] == {"moderation_stage": stage, "categories": ["violence"]}


@pytest.mark.parametrize(("kind", "billed"), [("drop", True), ("hang", False)])
async def test_a_closed_connection_is_a_connection_error(server: Server, kind: str, billed: bool) -> None:
    server.faults.add(Fault("images", kind, detail={"seconds": 0.05}))
    with pytest.raises(openai.APIConnectionError):
        await server.draws()
    assert (server.last.billed_micro_usd > 0) == billed
    assert server.last.error == "closed without an answer"


async def test_a_truncated_picture_is_billed_and_cannot_be_read(server: Server) -> None:
    server.faults.add(Fault("images", "truncated"))
    half = drawn(await server.draws())
    with pytest.raises(OSError, match="truncated"):
        half.load()
    assert server.last.billed_micro_usd > 0


async def test_an_invalid_body_is_no_answer(server: Server) -> None:
    server.faults.add(Fault("images", "invalid"))
    with pytest.raises(ValueError, match="Expecting value"):
        await server.draws()


async def test_usage_may_be_missing_once_or_always(server: Server) -> None:
    server.faults.add(Fault("images", "no_usage"))
    assert (await server.draws()).usage is None
    assert (await server.draws()).usage is not None
    server.knobs.capabilities.usage = False
    assert (await server.draws()).usage is None
    assert server.last.billed_micro_usd > 0


async def test_the_answer_comes_at_the_latency_of_its_quality(server: Server) -> None:
    server.knobs.latency.fixed = None
    server.knobs.latency.low, server.knobs.latency.jitter = 0.2, 0
    server.faults.add(Fault("images", "late", detail={"seconds": 0.2}))
    taken = []
    for _ in range(2):
        started = time.monotonic()
        await server.draws()
        taken.append(time.monotonic() - started)
    assert 0.4 <= taken[0] < 0.6
    assert 0.2 <= taken[1] < 0.4


async def test_a_client_that_leaves_is_billed_all_the_same(server: Server) -> None:
    server.knobs.latency.fixed = 0.3
    with pytest.raises(openai.APITimeoutError):
        await server.client.with_options(timeout=0.1).images.generate(
            model="gpt-image-2", prompt="a fox", quality="low"
        )
    assert server.last.ended is None
    await asyncio.sleep(0.35)
    assert server.last.answer["client_gone"] is True
    assert server.last.billed_micro_usd == 196 * 30 + 8 * 5


CAPABILITIES: dict[str, tuple[str, Any, str, dict[str, Any], str, str]] = {
    "no n": ("n", False, "draws", {"n": 2}, "n", "Unknown parameter: 'n'."),
    "one reference": ("references", 1, "edits", {"image": [png(), png()]}, "image", "at most 1 image."),
    "no mask": ("mask", False, "edits", {"mask": mask()}, "mask", "Unknown parameter: 'mask'."),
    "no quality": ("quality", False, "draws", {}, "quality", "Unknown parameter: 'quality'."),
    "no stream": ("stream", False, "draws", {"stream": True}, "stream", "Unknown parameter: 'stream'."),
}


@pytest.mark.parametrize("case", CAPABILITIES.values(), ids=CAPABILITIES.keys())
async def test_a_poor_server_refuses_what_it_lacks(server: Server, case: Any) -> None:
    capability, value, call, given, param, words = case
    setattr(server.knobs.capabilities, capability, value)
    error = await server.refuses(getattr(server, call)(**given))
    assert (error.status_code, error.param) == (400, param)
    assert words in error.message


async def test_a_server_without_edits_has_no_such_address(server: Server) -> None:
    server.knobs.capabilities.edits = False
    assert (await server.refuses(server.edits())).status_code == 404


async def test_images_per_minute_are_counted_by_picture(server: Server) -> None:
    server.knobs.capabilities.images_per_minute = 3
    await server.draws(n=2)
    error = await server.refuses(server.draws(n=2))
    assert (error.status_code, error.code) == (429, "rate_limit_exceeded")
    assert "on images per min: Limit 3, Used 2, Requested 2" in error.message
    assert 0 < int(error.response.headers["Retry-After"]) <= 60
    await server.draws()


async def test_a_stream_brings_early_pictures_then_the_bill(server: Server) -> None:
    server.knobs.latency.fixed = 0.2
    events = [event async for event in await server.draws(stream=True, partial_images=2)]
    assert [event.type for event in events] == [*["image_generation.partial_image"] * 2, "image_generation.completed"]
    assert [event.partial_image_index for event in events[:2]] == [0, 1]
    for event in events:
        assert Image.open(io.BytesIO(base64.b64decode(event.b64_json))).size == (1024, 1024)
    assert events[-1].usage.output_tokens == 196 + 200
    assert events[-1].usage.model_dump().get("output_tokens_details") is None
    assert server.last.usage is not None


async def test_a_streamed_edit_has_its_own_names_and_its_errors_arrive_as_events(server: Server) -> None:
    events = [event async for event in await server.edits(stream=True)]
    assert [event.type for event in events] == ["image_edit.completed"]
    server.faults.add(Fault("images", "moderation", detail={"stage": "output"}))
    with pytest.raises(openai.APIError) as caught:
        [event async for event in await server.edits(stream=True)]
    assert caught.value.code == "moderation_blocked"
    assert server.last.billed_micro_usd == 0


class BrokenStudio(FlatStudio):
    async def draw(self, job: Job) -> Drawing:
        raise RuntimeError("no paint")


async def test_a_painter_that_fails_reads_like_a_model_that_fails() -> None:
    async with serving(BrokenStudio()) as server:
        error = await server.refuses(server.draws())
    assert error.status_code == 500
    assert "no paint" in error.message


async def test_the_real_painter_draws_in_worker_processes() -> None:
    async with serving(ProcessStudio()) as server:
        fresh, edited = await asyncio.gather(
            server.draws("a red fox in the snow"),
            server.edits(
                "Edit Image 1. Change only the sky: night", image=[("v1.png", picture(1024, 1024), "image/png")]
            ),
        )
    assert (drawn(fresh).size, drawn(edited).size) == ((1024, 1024), (1024, 1024))
