"""The image API through the real openai library: what is sent, what is read back, and what each refusal becomes."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.domain import Size, Usage
from bot.errors import Busy, Misconfigured, Moderated, OutOfFunds, ProviderError
from bot.money import cost
from bot.providers import Catalogue, ImageOrder, ImageProvider, TooManyReferences, Unusable, build
from tests.sandbox.faults import Fault, Faults
from tests.sandbox.journal import Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.models.app import model_app
from tests.sandbox.models.studio import Drawing, Job
from tests.stranger import png, serving

MODEL = Catalogue.load().get("gpt-image-2")
SIZE = Size(1024, 1024)


ORDER = ImageOrder(MODEL, "A fox.", SIZE, "low", user="U1")
MAYA, CAFE = ("maya.png", png()), ("cafe.png", png(1536, 1024))


class PlainStudio:
    """Draws one colour at once: what is tried here is the wire."""

    async def draw(self, job: Job) -> Drawing:
        return Drawing(png(job.width, job.height))

    async def start(self) -> None: ...
    async def close(self) -> None: ...


@dataclass
class Server:
    url: str
    journal: Journal
    faults: Faults
    knobs: Knobs

    def sent(self) -> list[dict[str, object]]:
        return [call.arguments for call in self.journal.calls("images")]


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    journal, faults, knobs = Journal(), Faults(), Knobs()
    knobs.latency.fixed = 0
    async with serving(model_app(journal, faults, knobs, PlainStudio())) as url:
        yield Server(url, journal, faults, knobs)


@pytest.fixture
async def images(server: Server) -> AsyncIterator[ImageProvider]:
    provider = build(api_key="sk-test", base_url=f"{server.url}/v1", timeout_seconds=5)
    yield provider
    await provider.close()


async def test_a_picture_is_drawn_and_its_usage_is_the_bill(server: Server, images: ImageProvider) -> None:
    drawn = await images.draw(ORDER)
    assert drawn.size == SIZE
    assert len(drawn.pictures) == 1 and drawn.pictures[0].startswith(b"\x89PNG")
    assert drawn.request_id is not None and drawn.request_id.startswith("req_")
    assert drawn.usage is not None and cost(MODEL, drawn.usage) == server.journal.billed() > 0


async def test_only_what_the_api_knows_is_sent_and_nobody_is_named(server: Server, images: ImageProvider) -> None:
    await images.draw(ORDER)
    [sent] = server.sent()
    assert sent == {
        "model": "gpt-image-2",
        "prompt": "A fox.",
        "size": "1024x1024",
        "quality": "low",
        "safety_identifier": hashlib.sha256(b"easel:U1").hexdigest(),
    }


async def test_several_takes_are_one_call(server: Server, images: ImageProvider) -> None:
    drawn = await images.draw(replace(ORDER, n=4))
    assert len(drawn.pictures) == 4
    assert [sent["n"] for sent in server.sent()] == [4]


@pytest.mark.parametrize("references", [(MAYA,), (MAYA, CAFE)])
async def test_references_arrive_in_order_with_names_and_type(
    server: Server, images: ImageProvider, references: tuple[tuple[str, bytes], ...]
) -> None:
    drawn = await images.draw(replace(ORDER, images=references))
    [call] = server.journal.calls("images")
    assert call.method == "images.edits"
    assert [(image["name"], image["mime"]) for image in call.arguments["image"]] == [
        (name, "image/png") for name, _ in references
    ]
    assert [server.journal.blob(call.id, place) for place in range(len(references))] == [png for _, png in references]
    assert drawn.usage is not None and drawn.usage.image_in > 0


REFUSALS = [
    ("moderation", {"stage": "input"}, Moderated, "words or references for their content (violence)"),
    ("moderation", {"stage": "output"}, Moderated, "held it back for its content (violence)"),
    ("rate_limit", {"retry_after": 7}, Busy, "so many pictures a minute"),
    ("slow_down", {}, Busy, "more to do"),
    ("overloaded", {}, Busy, "more to do"),
    ("server_error", {}, Busy, "a fault of its own"),
    ("server_error", {"status": 504}, Busy, "gave up"),
    ("quota", {}, OutOfFunds, "run out of money"),
    ("billing_limit", {}, OutOfFunds, "run out of money"),
    ("unverified", {}, Misconfigured, "verified before it draws with gpt-image-2"),
    ("bad_key", {}, Misconfigured, "does not accept the key"),
    ("model_gone", {}, Misconfigured, "no model gpt-image-2"),
    ("bad_request", {}, ProviderError, "Shorten the request"),
]


@pytest.mark.parametrize("references", [(), (MAYA,)], ids=["new", "edit"])
@pytest.mark.parametrize(("kind", "detail", "error", "says"), REFUSALS, ids=[f"{r[0]}-{r[1]}" for r in REFUSALS])
async def test_a_refusal_becomes_a_sentence_and_is_not_tried_again(
    server: Server,
    images: ImageProvider,
    kind: str,
    detail: dict[str, object],
    error: type[ProviderError],
    says: str,
    references: tuple[tuple[str, bytes], ...],
) -> None:
    server.faults.add(Fault("images", kind, detail=detail))
    with pytest.raises(ProviderError) as refused:
        await images.draw(replace(ORDER, images=references))
    assert type(refused.value) is error
    assert says in refused.value.sentence and refused.value.sentence.endswith(".")
    assert refused.value.request_id is not None and refused.value.request_id.startswith("req_")
    assert len(server.sent()) == 1
    assert images.abilities(MODEL) == MODEL.abilities


async def test_moderation_names_its_stage_and_busy_its_wait(server: Server, images: ImageProvider) -> None:
    server.faults.add(Fault("images", "moderation", detail={"stage": "output"}))
    with pytest.raises(Moderated) as moderated:
        await images.draw(ORDER)
    assert moderated.value.stage == "output"
    server.faults.add(Fault("images", "rate_limit", detail={"retry_after": 7}))
    with pytest.raises(Busy) as busy:
        await images.draw(ORDER)
    assert (busy.value.retry_after, busy.value.may_be_billed) == (7, False)


async def test_a_call_beyond_a_whole_minutes_allowance_is_not_worth_waiting_for(
    server: Server, images: ImageProvider
) -> None:
    server.knobs.capabilities.images_per_minute = 3
    with pytest.raises(ProviderError) as refused:
        await images.draw(replace(ORDER, n=4))
    assert not isinstance(refused.value, Busy)
    assert "allows 3 a minute here, and this asks for 4" in refused.value.sentence


@pytest.mark.parametrize("kind", ["drop", "hang", "late"])
async def test_silence_may_have_been_billed(server: Server, kind: str) -> None:
    provider = build(api_key="sk-test", base_url=f"{server.url}/v1", timeout_seconds=0.5)
    server.faults.add(Fault("images", kind, detail={"seconds": 2}))
    with pytest.raises(Busy) as silent:
        await provider.draw(ORDER)
    await provider.close()
    assert silent.value.may_be_billed
    assert silent.value.sentence.endswith(".")


async def test_a_server_that_is_not_there_bills_nothing() -> None:
    provider = build(api_key="sk-test", base_url="http://127.0.0.1:9/v1", timeout_seconds=5)
    with pytest.raises(Busy, match="cannot be reached") as unreachable:
        await provider.draw(ORDER)
    assert not unreachable.value.may_be_billed
    assert await provider.check(MODEL) == unreachable.value.sentence
    await provider.close()


@pytest.mark.parametrize(("kind", "is_counted"), [("truncated", True), ("invalid", False)])
async def test_an_answer_without_a_picture_still_tells_its_price(
    server: Server, images: ImageProvider, kind: str, is_counted: bool
) -> None:
    server.faults.add(Fault("images", kind))
    with pytest.raises(Unusable) as unusable:
        await images.draw(ORDER)
    assert (unusable.value.usage is not None) == is_counted
    assert unusable.value.may_be_billed == (not is_counted)


async def test_usage_that_is_not_told_is_none(server: Server, images: ImageProvider) -> None:
    server.faults.add(Fault("images", "no_usage"))
    assert (await images.draw(ORDER)).usage is None


async def test_a_server_without_n_is_noticed_once(server: Server, images: ImageProvider) -> None:
    server.knobs.capabilities.n = False
    for _ in range(2):
        assert len((await images.draw(replace(ORDER, n=3))).pictures) == 1
    assert ["n" in sent for sent in server.sent()] == [True, False, False]
    assert not images.abilities(MODEL).n


async def test_calls_that_learn_at_the_same_time_are_all_drawn(server: Server, images: ImageProvider) -> None:
    server.knobs.capabilities.n = False
    drawn = await asyncio.gather(*(images.draw(replace(ORDER, n=2)) for _ in range(5)))
    assert [len(each.pictures) for each in drawn] == [1] * 5


async def test_a_server_without_qualities_is_noticed_once(server: Server, images: ImageProvider) -> None:
    server.knobs.capabilities.quality = False
    await images.draw(ORDER)
    await images.draw(ORDER)
    assert ["quality" in sent for sent in server.sent()] == [True, False, False]


async def test_a_quality_that_does_not_exist_is_refused_and_not_left_out(server: Server, images: ImageProvider) -> None:
    with pytest.raises(ProviderError, match="does not know the quality max"):
        await images.draw(replace(ORDER, quality="max"))
    assert len(server.sent()) == 1


@pytest.mark.parametrize("limit", [1, 2])
async def test_fewer_references_are_noticed_and_said(server: Server, images: ImageProvider, limit: int) -> None:
    server.knobs.capabilities.references = limit
    crowd = replace(ORDER, images=(MAYA, CAFE, MAYA))
    for _ in range(2):
        with pytest.raises(TooManyReferences) as refused:
            await images.draw(crowd)
        assert refused.value.limit == limit
    assert len(server.sent()) == 1, "the second time it is known beforehand"
    assert images.abilities(MODEL).references == limit
    assert (await images.draw(replace(crowd, images=crowd.images[:limit]))).size == SIZE


async def test_a_server_without_edits_is_noticed(server: Server, images: ImageProvider) -> None:
    server.knobs.capabilities.edits = False
    with pytest.raises(TooManyReferences) as refused:
        await images.draw(replace(ORDER, images=(MAYA,)))
    assert refused.value.limit == 0
    assert not images.abilities(MODEL).edits
    assert (await images.draw(ORDER)).size == SIZE


async def test_azure_is_asked_by_its_deployment(server: Server) -> None:
    azure = build(api_key="", azure_endpoint=server.url, azure_api_key="key", timeout_seconds=5)
    drawn = await azure.draw(replace(ORDER, images=(MAYA, CAFE)))
    assert drawn.usage == Usage(text_in=8, image_in=2560, out=196)
    [sent] = server.sent()
    assert "safety_identifier" not in sent and sent["user"] == hashlib.sha256(b"easel:U1").hexdigest()
    await azure.close()


async def test_check_finds_what_is_wrong_without_drawing(server: Server, images: ImageProvider) -> None:
    assert await images.check(MODEL) is None
    assert "has no model gpt-image-9" in str(await images.check(replace(MODEL, name="gpt-image-9")))
    assert "1 December 2026" in str(await images.check(replace(MODEL, name="gpt-image-1.5")))
    stranger = build(api_key="wrong", base_url=f"{server.url}/v1", timeout_seconds=5)
    assert "does not accept the key" in str(await stranger.check(MODEL))
    await stranger.close()
    assert server.sent() == []
