"""The sandbox's model API, asked by the real OpenAI client over HTTP: what it draws, bills, journals and streams."""

import base64
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import openai
import pytest
from aiohttp import web
from openai import AsyncAzureOpenAI, AsyncOpenAI
from PIL import Image

from tests.sandbox.faults import Faults
from tests.sandbox.journal import Call, Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.models.app import model_app
from tests.sandbox.models.studio import Drawing, Job, Studio, finish

TODAY = date(2026, 11, 20)


class FlatStudio:
    """Draws one colour at once, in this process; remembers what it was asked to draw."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    async def start(self) -> None: ...

    async def close(self) -> None: ...

    async def draw(self, job: Job) -> Drawing:
        self.jobs.append(job)
        return finish(picture(job.width, job.height, color=(job.seed % 256, 40, 90)), job)


def picture(width: int = 64, height: int = 64, form: str = "PNG", mode: str = "RGB", color: Any = "red") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), color).save(out, form, **({"compress_level": 1} if form == "PNG" else {}))
    return out.getvalue()


def png(width: int = 64, height: int = 64, name: str = "ref.png") -> tuple[str, bytes, str]:
    return name, picture(width, height), "image/png"


def mask(width: int = 64, height: int = 64) -> tuple[str, bytes, str]:
    return "mask.png", picture(width, height, mode="RGBA", color=(0, 0, 0, 0)), "image/png"


@dataclass
class Server:
    url: str
    app: web.Application
    client: AsyncOpenAI
    studio: Studio
    journal: Journal
    faults: Faults
    knobs: Knobs

    @property
    def last(self) -> Call:
        return self.journal.calls()[-1]

    async def draws(self, prompt: str = "a red fox", **more: Any) -> Any:
        return await self.client.images.generate(**{"model": "gpt-image-2", "quality": "low", "prompt": prompt, **more})

    async def edits(self, prompt: str = "a red fox", image: Any = None, **more: Any) -> Any:
        given = {"model": "gpt-image-2", "quality": "low", "prompt": prompt, "image": image or [png()], **more}
        return await self.client.images.edit(**given)

    async def refuses(self, call: Any) -> openai.APIStatusError:
        with pytest.raises(openai.APIStatusError) as caught:
            await call
        assert (self.last.status, self.last.billed_micro_usd) == (caught.value.status_code, 0)
        return caught.value


@asynccontextmanager
async def serving(studio: Studio | None = None) -> AsyncIterator[Server]:
    journal, faults, knobs, painters = Journal(), Faults(), Knobs.model_validate({}), studio or FlatStudio()
    knobs.latency.fixed = 0
    app = model_app(journal, faults, knobs, painters, lambda: TODAY)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    url = f"http://{host}:{port}"
    async with AsyncOpenAI(api_key="sk-test", base_url=f"{url}/v1", max_retries=0) as client:
        yield Server(url, app, client, painters, journal, faults, knobs)
    await runner.cleanup()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


def drawn(answer: Any, index: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(answer.data[index].b64_json)))


async def test_a_drawing_has_the_size_asked_and_its_bill(server: Server) -> None:
    answer = await server.draws(size="1536x1024", quality="medium", n=2)
    assert [drawn(answer, i).size for i in (0, 1)] == [(1536, 1024)] * 2
    assert (answer.size, answer.quality, answer.output_format) == ("1536x1024", "medium", "png")
    text = 2 * (6 + 3)  # nine bytes of prompt, twice
    assert (answer.usage.output_tokens, answer.usage.input_tokens) == (2 * 1372, text)
    assert server.last.billed_micro_usd == 2 * 1372 * 30 + text * 5
    assert answer._request_id.startswith("req_")


async def test_the_same_prompt_is_drawn_differently_each_time(server: Server) -> None:
    first, second = await server.draws(n=2), await server.draws()
    assert len({data.b64_json for data in (*first.data, *second.data)}) == 3


@pytest.mark.parametrize("form", ["jpeg", "webp", "png"])
async def test_the_picture_comes_in_the_format_asked(server: Server, form: str) -> None:
    answer = await server.draws(output_format=form)
    assert drawn(answer).format == form.upper()


async def test_references_are_billed_and_journaled_in_their_order(server: Server) -> None:
    images = [png(1024, 1024, "maya.png"), ("bo.jpg", picture(1536, 1024, "JPEG"), "image/jpeg")]
    answer = await server.edits("Maya and Bo in a café", image=images)
    details = answer.usage.input_tokens_details
    assert details.image_tokens == 1024 + 1536
    assert server.last.billed_micro_usd == 196 * 30 + 2560 * 8 + details.text_tokens * 5
    sent = server.last.arguments["image"]
    assert [(one["name"], one["mime"], one["width"], one["height"]) for one in sent] == [
        ("maya.png", "image/png", 1024, 1024),
        ("bo.jpg", "image/jpeg", 1536, 1024),
    ]
    assert server.journal.blob(server.last.id, 1) == images[1][1]


async def test_a_prompt_that_names_an_edit_repaints_the_first_image(server: Server) -> None:
    studio = server.studio
    assert isinstance(studio, FlatStudio)
    first, second = png(), png(80, 80)
    await server.edits("Change only the mug: matte green", image=[first, second])
    await server.edits("Image 1 is Maya", image=[first, second])
    await server.edits("make it green", image=first, mask=mask())
    edit, guided, masked = studio.jobs
    assert (edit.base, edit.references) == (first[1], (second[1],))
    assert (guided.base, guided.references) == (None, (first[1], second[1]))
    assert (masked.base, masked.mask) == (first[1], mask()[1])


async def test_auto_size_follows_the_shape_of_the_first_image(server: Server) -> None:
    sizes = [(await server.edits(image=[png(*size)])).size for size in ((64, 64), (128, 64), (64, 128))]
    assert sizes == ["1024x1024", "1536x1024", "1024x1536"]


REFUSED: dict[str, tuple[dict[str, Any], int, str | None, str]] = {
    "an unknown parameter": ({"extra_body": {"seed": 4}}, 400, "seed", "Unknown parameter: 'seed'."),
    "response_format": ({"response_format": "url"}, 400, "response_format", "Unknown parameter"),
    "style": ({"style": "vivid"}, 400, "style", "Unknown parameter"),
    "an unknown model": ({"model": "gpt-image-3"}, 404, "model", "does not exist"),
    "gpt-image-1, shut down in October": ({"model": "gpt-image-1"}, 404, "model", "does not exist"),
    "dall-e-3": ({"model": "dall-e-3"}, 404, "model", "does not exist"),
    "an empty prompt": ({"prompt": ""}, 400, "prompt", "Missing required parameter"),
    "a long prompt": ({"prompt": "x" * 32_001}, 400, "prompt", "maximum length 32000"),
    "n of 11": ({"n": 11}, 400, "n", "Expected a value <= 10, but got 11"),
    "n of 0": ({"n": 0}, 400, "n", "Expected a value >= 1"),
    "n in words": ({"n": "two"}, 400, "n", "Invalid type"),
    "hd quality": ({"quality": "hd"}, 400, "quality", "'low', 'medium', 'high', 'auto'"),
    "xhigh on gpt-image-2": ({"quality": "xhigh"}, 400, "quality", "Invalid value: 'xhigh'"),
    "1920x1080": ({"size": "1920x1080"}, 400, "size", "divisible by 16"),
    "512x512": ({"size": "512x512"}, 400, "size", "at least 655360 pixels"),
    "4000 wide": ({"size": "4000x1600"}, 400, "size", "3840"),
    "four to one": ({"size": "2048x512"}, 400, "size", "1:3 and 3:1"),
    "too many pixels": ({"size": "3840x2176"}, 400, "size", "at most 8294400"),
    "a size in words": ({"size": "square"}, 400, "size", "WIDTHxHEIGHT"),
    "a free size on 1.5": ({"model": "gpt-image-1.5", "size": "1536x864"}, 400, "size", "'1024x1024', '1536x1024'"),
    "a background": ({"background": "blue"}, 400, "background", "Invalid value"),
    "transparent jpeg": ({"background": "transparent", "output_format": "jpeg"}, 400, "background", "png or webp"),
    "gif": ({"output_format": "gif"}, 400, "output_format", "preview access"),
    "compressed png": ({"output_compression": 50}, 400, "output_compression", "not supported for PNG"),
    "compression of 101": ({"output_compression": 101, "output_format": "webp"}, 400, "output_compression", "<= 100"),
    "frames without gif": ({"frame_count": 4}, 400, "frame_count", "gif"),
    "moderation off": ({"moderation": "off"}, 400, "moderation", "Invalid value"),
    "fidelity without images": ({"extra_body": {"input_fidelity": "high"}}, 400, "input_fidelity", "Unknown"),
    "complexity on 1.5": ({"model": "gpt-image-1.5", "complexity": "low"}, 400, "complexity", "no 'complexity'"),
    "partial images without a stream": ({"partial_images": 2}, 400, "partial_images", "stream=true"),
    "four partial images": ({"partial_images": 4, "stream": True}, 400, "partial_images", "<= 3"),
    "a stream of two": ({"stream": True, "n": 2}, 400, "n", "n=1"),
    "a long identifier": ({"safety_identifier": "x" * 129}, 400, "safety_identifier", "128"),
}


@pytest.mark.parametrize(("given", "status", "param", "words"), REFUSED.values(), ids=REFUSED.keys())
async def test_a_wrong_parameter_is_refused_by_name(
    server: Server, given: dict[str, Any], status: int, param: str | None, words: str
) -> None:
    error = await server.refuses(server.draws(**given))
    assert (error.status_code, error.param) == (status, param)
    assert words in error.message


TAKEN: dict[str, dict[str, Any]] = {
    "everything": {
        "n": 1,
        "size": "816x816",
        "quality": "max",
        "model": "gpt-image-2.5-flare-2026-09-08",
        "background": "transparent",
        "output_format": "webp",
        "output_compression": 80,
        "moderation": "low",
        "complexity": "high",
        "safety_identifier": "hash",
    },
    "a dated gpt-image-2": {"model": "gpt-image-2-2026-04-21", "size": "1088x1360"},
    "1.5 before its last day": {"model": "gpt-image-1.5", "size": "1024x1536"},
    "no size, quality auto": {"quality": "auto"},
}


@pytest.mark.parametrize("given", TAKEN.values(), ids=TAKEN.keys())
async def test_a_right_request_is_drawn(server: Server, given: dict[str, Any]) -> None:
    assert drawn(await server.draws(**given)).size


OVERLAY = {"mask": mask(32, 64)}
WRONG_FILES: dict[str, tuple[dict[str, Any], str, str]] = {
    "bytes without a name": ({"image": picture()}, "image", "unsupported mimetype ('application/octet-stream')"),
    "a gif": ({"image": ("a.gif", picture(form="GIF"), "image/gif")}, "image", "unsupported mimetype"),
    "a gif that claims to be a png": ({"image": ("a.png", picture(form="GIF"), "image/png")}, "image", "Invalid image"),
    "no picture at all": ({"image": ("a.png", b"hello", "image/png")}, "image", "Invalid image file"),
    "seventeen": ({"image": [png()] * 17}, "image", "at most 16 images"),
    "a mask of another size": ({"mask": mask(32, 64)}, "mask", "size does not match"),
    "a mask without alpha": ({"mask": png()}, "mask", "alpha channel"),
    "a heavy mask": ({"mask": ("m.png", picture() + bytes(4 << 20), "image/png")}, "mask", "less than 4 MB"),
    "markup on gpt-image-2": ({"markup": mask()}, "markup", "does not support 'markup'"),
    "mask and markup": (
        {"mask": mask(), "markup": mask(), "model": "gpt-image-2.5-flare"},
        "markup",
        "cannot be combined",
    ),
    "fidelity on gpt-image-2": ({"input_fidelity": "high"}, "input_fidelity", "does not support 'input_fidelity'"),
    "n of 11 in a form": ({"n": 11}, "n", "but got 11"),
}


@pytest.mark.parametrize(("given", "param", "words"), WRONG_FILES.values(), ids=WRONG_FILES.keys())
async def test_a_wrong_file_is_refused_by_name(server: Server, given: dict[str, Any], param: str, words: str) -> None:
    error = await server.refuses(server.edits(**given))
    assert (error.status_code, error.param) == (400, param)
    assert words in error.message


async def test_moderation_is_taken_as_a_form_field_of_an_edit(server: Server) -> None:
    await server.edits(image=png(), extra_body={"moderation": "low"}, n=2, output_format="jpeg")
    kept = server.last.arguments
    assert (kept["moderation"], kept["n"], kept["image"][0]["name"]) == ("low", 2, "ref.png")


async def test_a_wrong_key_is_refused(server: Server) -> None:
    server.client.api_key = "nonsense"
    error = await server.refuses(server.draws())
    assert (error.status_code, error.code) == (401, "invalid_api_key")


async def test_azure_paths_take_the_deployment_as_the_model(server: Server) -> None:
    async with AsyncAzureOpenAI(
        azure_endpoint=server.url, api_key="azure", api_version="2025-04-01-preview", max_retries=0
    ) as azure:
        answer = await azure.images.generate(model="gpt-image-2", prompt="a fox", quality="low")
        edited = await azure.images.edit(model="gpt-image-2", prompt="a fox", quality="low", image=[png()])
        said = await azure.chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": "hi"}])
    assert (drawn(answer).size, drawn(edited).size) == ((1024, 1024), (1024, 1024))
    assert said.choices[0].message.content == "You said: hi"


async def test_models_are_listed_with_their_last_day(server: Server) -> None:
    listed = {model.id: model.shutdown_date async for model in server.client.models.list()}
    assert (listed["gpt-image-2"], listed["gpt-image-1.5"]) == (None, "2026-12-01")
    assert "gpt-image-1" not in listed
    assert (await server.client.models.retrieve("gpt-6-luna")).id == "gpt-6-luna"
    with pytest.raises(openai.NotFoundError):
        await server.client.models.retrieve("dall-e-3")
