"""What a server may answer with instead of one whole PNG and its usage."""

import base64
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from PIL import Image

from bot.domain import Size, Usage
from bot.errors import BadAnswer
from bot.providers import Catalogue, ImageOrder, ImageProvider, build
from tests.stranger import Stranger, png, visiting

MODEL = Catalogue.load().get("gpt-image-2")
ORDER = ImageOrder(MODEL, "A fox.", Size(1024, 1024), "low", user="U1")
MAYA = ("maya.png", png())
PICTURE = png(64, 48)
INLINE = {"b64_json": base64.b64encode(PICTURE).decode()}


async def serve_picture(request: web.Request) -> web.Response:
    return web.Response(body=PICTURE, content_type="image/png")


async def redirect(request: web.Request) -> web.Response:
    raise web.HTTPFound("/files/fox.png")


@pytest.fixture
async def stranger() -> AsyncIterator[Stranger]:
    async with visiting(web.get("/files/fox.png", serve_picture), web.get("/files/moved.png", redirect)) as stranger:
        yield stranger


@pytest.fixture
async def images(stranger: Stranger) -> AsyncIterator[ImageProvider]:
    provider = build(api_key="", base_url=f"{stranger.url}/v1", timeout_seconds=5)
    yield provider
    await provider.close()


@pytest.mark.parametrize("address", ["{own}/files/fox.png", "/files/fox.png", "https://127.0.0.1/files/fox.png"])
async def test_a_picture_by_address_is_fetched_from_the_servers_own_origin(
    stranger: Stranger, images: ImageProvider, address: str
) -> None:
    stranger.says({"data": [{"url": address.format(own=stranger.url)}]})
    drawn = await images.draw(ORDER)
    assert (drawn.pictures, drawn.size) == ((PICTURE,), Size(64, 48))


@pytest.mark.parametrize(
    "address",
    ["http://localhost/files/fox.png", "http://169.254.169.254/", "file:///etc/passwd", "/files/moved.png", "http://["],
)
async def test_a_picture_at_any_other_address_is_left_alone(
    stranger: Stranger, images: ImageProvider, address: str
) -> None:
    stranger.says({"data": [{"url": address}]})
    with pytest.raises(BadAnswer, match="b64_json"):
        await images.draw(ORDER)


async def test_other_formats_become_png_and_broken_ones_are_left_out(stranger: Stranger, images: ImageProvider) -> None:
    jpeg = BytesIO()
    Image.new("RGB", (32, 16), "red").save(jpeg, "JPEG")
    entries = [
        {"url": "data:image/jpeg;base64," + base64.b64encode(jpeg.getvalue()).decode()},
        {"b64_json": "%%%"},
        {"b64_json": base64.b64encode(png(900, 900)[:1500]).decode()},
        {"b64_json": base64.b64encode(b"<html>").decode()},
        "nonsense",
        INLINE,
    ]
    stranger.says({"data": entries})
    drawn = await images.draw(replace(ORDER, n=6))
    assert drawn.size == Size(32, 16)
    assert [Image.open(BytesIO(data)).format for data in drawn.pictures] == ["PNG", "PNG"]


async def test_hostile_nesting_is_no_picture(stranger: Stranger, images: ImageProvider) -> None:
    stranger.shows("[" * 100_000, 200)
    with pytest.raises(BadAnswer):
        await images.draw(ORDER)


@pytest.mark.parametrize("body", [{}, [], {"data": []}, {"data": None}, {"data": {"b64_json": "x"}}, "text", None])
async def test_an_answer_of_any_other_form_is_no_picture(stranger: Stranger, images: ImageProvider, body: Any) -> None:
    stranger.says(body)
    with pytest.raises(BadAnswer) as unusable:
        await images.draw(ORDER)
    assert unusable.value.may_be_billed


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        (None, None),
        ({"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}, None),
        ({"image_count": 1}, None),
        ({"input_tokens": "9", "output_tokens": True}, None),
        ({"input_tokens": 9, "output_tokens": 10**30}, None),
        ({"input_tokens": 9, "output_tokens": 196}, Usage(9, 0, 196)),
        (
            {"input_tokens": 9, "output_tokens": 196, "input_tokens_details": {"text_tokens": 9, "image_tokens": 0}},
            Usage(9, 0, 196),
        ),
    ],
)
async def test_usage_is_read_where_the_server_counts(
    stranger: Stranger, images: ImageProvider, usage: Any, expected: Usage | None
) -> None:
    stranger.says({"data": [INLINE], "usage": usage})
    assert (await images.draw(ORDER)).usage == expected


async def test_input_that_is_not_told_apart_counts_as_pictures(stranger: Stranger, images: ImageProvider) -> None:
    stranger.says({"data": [INLINE], "usage": {"input_tokens": 1030, "output_tokens": 196}})
    assert (await images.draw(replace(ORDER, images=(MAYA,)))).usage == Usage(0, 1030, 196)
