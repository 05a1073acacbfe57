"""Refusals of Azure, gateways and self-hosted servers, each as such a server sends it."""

import base64
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web

from bot.domain import Size
from bot.errors import Busy, Misconfigured, Moderated, OutOfFunds, ProviderError
from bot.providers import Catalogue, ImageOrder, ImageProvider, TooManyReferences, build
from tests.stranger import Stranger, png, visiting

MODEL = Catalogue.load().get("gpt-image-2")
ORDER = ImageOrder(MODEL, "A fox.", Size(1024, 1024), "low", user="U1")
MAYA = ("maya.png", png())
PICTURE = png(64, 48)
INLINE = {"b64_json": base64.b64encode(PICTURE).decode()}


@pytest.fixture
async def stranger() -> AsyncIterator[Stranger]:
    async with visiting() as stranger:
        yield stranger


@pytest.fixture
async def images(stranger: Stranger) -> AsyncIterator[ImageProvider]:
    provider = build(api_key="", base_url=f"{stranger.url}/v1", timeout_seconds=5)
    yield provider
    await provider.close()


@pytest.mark.parametrize(
    "body",
    [
        {"detail": [{"type": "extra_forbidden", "loc": ["body", "n"], "msg": "Extra inputs are not permitted"}]},
        {
            "detail": [
                {"type": "less_than_equal", "loc": ["body", "n"], "msg": "Input should be less than or equal to 1"}
            ]
        },
        {"detail": "Only n=1 is supported by this model."},
        {"error": {"message": "`n` must be 1 for this model", "type": "invalid_request_error", "param": None}},
        {"error": {"message": "Unknown parameter: 'n'.", "param": "n", "code": "unknown_parameter"}},
    ],
)
async def test_a_server_without_n_is_asked_again_for_one(
    stranger: Stranger, images: ImageProvider, body: dict[str, Any]
) -> None:
    stranger.says(body, 400)
    stranger.says({"data": [INLINE]})
    drawn = await images.draw(replace(ORDER, n=2))
    assert [b'"n"' in sent for sent in stranger.bodies] == [True, False]
    assert (len(drawn.pictures), images.abilities(MODEL).n) == (1, False)


async def test_a_server_that_does_not_know_the_safety_identifier_does_without(
    stranger: Stranger, images: ImageProvider
) -> None:
    stranger.says({"error": {"message": "Unrecognized request argument: `safety_identifier`"}}, 400)
    stranger.says({"data": [INLINE]})
    await images.draw(ORDER)
    await images.draw(ORDER)
    assert [b"safety_identifier" in sent for sent in stranger.bodies] == [True, False, False]


@pytest.mark.parametrize(
    ("status", "body", "limit"),
    [
        (404, {"error": {"code": 404, "message": "Not Found", "type": ""}}, 0),
        (404, {"detail": "Not Found"}, 0),
        (405, {"detail": "Method Not Allowed"}, 0),
        (400, {"detail": "Only a single image is supported"}, 1),
        (400, {"error": {"message": "Multiple images are not supported by this model", "param": "image"}}, 1),
        (422, {"detail": "Received 3 input images. At most 2 images are supported by this model."}, 2),
    ],
)
async def test_the_number_of_references_is_learned_from_the_refusal(
    stranger: Stranger, images: ImageProvider, status: int, body: dict[str, Any], limit: int
) -> None:
    stranger.says(body, status)
    with pytest.raises(TooManyReferences) as refused:
        await images.draw(replace(ORDER, images=(MAYA, MAYA, MAYA)))
    assert (refused.value.limit, images.abilities(MODEL).references) == (limit, limit)


AZURE_FILTER = {
    "code": "content_policy_violation",
    "message": "This request has been blocked by our content filters.",
    "param": "prompt",
    "type": "invalid_request_error",
    "inner_error": {
        "code": "ResponsibleAIPolicyViolation",
        "content_filter_results": {
            "hate": {"filtered": False, "severity": "safe"},
            "self_harm": {"filtered": True, "severity": "medium"},
        },
    },
}


@pytest.mark.parametrize(
    ("status", "body", "error", "says"),
    [
        (400, {"error": AZURE_FILTER}, Moderated, "words or references for their content (self harm)"),
        (400, {"error": {"code": "contentFilter", "message": "Your task failed."}}, Moderated, "for its content."),
        (400, {"detail": "Rejected by the safety system"}, Moderated, "for its content."),
        (
            404,
            {"error": {"code": "DeploymentNotFound", "message": "No such deployment"}},
            Misconfigured,
            "no model",
        ),
        (404, {"detail": "Model 'gpt-image-2' does not exist"}, Misconfigured, "no model gpt-image-2"),
        (402, {"error": {"message": "Payment required"}}, OutOfFunds, "out of money"),
        (429, {"error": {"code": "credit_balance_exhausted", "message": "x"}}, OutOfFunds, "out of money"),
        (413, {"detail": "Payload too large"}, ProviderError, "too large"),
        (400, {"error": {"message": "bad size", "param": "size"}}, ProviderError, "pictures of 1024x1024"),
        (400, {"error": {"message": "Invalid file 'image': unsupported mimetype"}}, ProviderError, "PNG or JPEG"),
        (400, {"detail": "steps out of range"}, ProviderError, "for an administrator"),
        (529, {"error": {"message": "busy"}}, Busy, "more to do"),
    ],
)
async def test_each_refusal_becomes_a_sentence(
    stranger: Stranger, images: ImageProvider, status: int, body: Any, error: type[ProviderError], says: str
) -> None:
    stranger.says(body, status)
    with pytest.raises(ProviderError) as refused:
        await images.draw(ORDER)
    assert type(refused.value) is error
    assert says in refused.value.sentence and refused.value.sentence.endswith(".")


async def test_a_proxys_page_of_html_is_worth_another_try(stranger: Stranger, images: ImageProvider) -> None:
    stranger.shows("<html>504 Gateway Time-out</html>", 504)
    with pytest.raises(Busy) as late:
        await images.draw(ORDER)
    assert late.value.may_be_billed and "html" not in late.value.sentence


@pytest.mark.parametrize(
    ("headers", "message", "seconds"),
    [
        ({"Retry_After": "12"}, "", 12),
        ({"retry_after_ms": "1500", "Retry_After": "9"}, "", 1.5),
        ({}, "Rate limit reached: Limit 5, Used 5. Please try again in 12s.", 12),
        ({}, "Please try again in 1m30s.", 90),
        ({}, "Please try again in 250ms.", 0.25),
        ({}, "Please retry after 7 seconds.", 7),
        ({}, "Slow down.", None),
        ({"Retry_After": "soon"}, "", None),
    ],
)
async def test_the_wait_is_read_from_headers_or_words(
    stranger: Stranger, images: ImageProvider, headers: dict[str, str], message: str, seconds: float | None
) -> None:
    stranger.says({"error": {"message": message, "code": "rate_limit_exceeded"}}, 429, **headers)
    with pytest.raises(Busy) as busy:
        await images.draw(ORDER)
    assert busy.value.retry_after == seconds


async def test_the_wait_may_be_a_date(stranger: Stranger, images: ImageProvider) -> None:
    stranger.says({}, 429, Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True))
    with pytest.raises(Busy) as busy:
        await images.draw(ORDER)
    assert busy.value.retry_after is not None and 25 < busy.value.retry_after <= 30


async def test_a_list_of_models_is_enough_for_a_check(stranger: Stranger, images: ImageProvider) -> None:
    stranger.says({"detail": "Not Found"}, 404)
    stranger.says({"object": "list", "data": [{"id": "sd-cpp-local", "object": "model"}]})
    assert await images.check(MODEL) == "The image service has no model gpt-image-2. It has: sd-cpp-local."
    assert await images.check(replace(MODEL, name="sd-cpp-local")) is None


@pytest.mark.parametrize("kind", ["text/html", "application/json"])
async def test_a_page_where_the_api_should_be_is_noticed(kind: str) -> None:
    async def page(request: web.Request) -> web.Response:
        return web.Response(text="<html>Welcome</html>", content_type=kind)

    async with visiting(web.get("/models/{id}", page), web.get("/models", page)) as stranger:
        provider = build(api_key="", base_url=stranger.url)
        assert "OPENAI_BASE_URL" in str(await provider.check(MODEL))
        await provider.close()


async def test_azure_is_checked_by_its_list(stranger: Stranger) -> None:
    azure = build(api_key="", azure_endpoint=stranger.url, azure_api_key="key")
    stranger.says({"object": "list", "data": []})
    assert await azure.check(replace(MODEL, name="team")) is None
    assert stranger.paths == ["/openai/models?api-version=2025-04-01-preview"]
    stranger.answers.clear()
    stranger.says({"error": {"code": "404", "message": "Resource not found"}}, 404)
    assert "AZURE_OPENAI_API_VERSION" in str(await azure.check(MODEL))
    await azure.close()


async def test_azures_newer_address_is_spoken_to_as_openai(stranger: Stranger) -> None:
    azure = build(api_key="", azure_endpoint=f"{stranger.url}/openai/v1/", azure_api_key="key")
    stranger.says({"data": [INLINE]})
    await azure.draw(ORDER)
    assert stranger.paths == ["/openai/v1/images/generations?api-version=preview"]
    await azure.close()


def test_azure_without_a_key_is_an_administrators_mistake() -> None:
    with pytest.raises(Misconfigured, match="AZURE_OPENAI_API_KEY"):
        build(api_key="", azure_endpoint="https://example.openai.azure.com")
