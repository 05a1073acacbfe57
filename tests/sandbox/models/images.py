"""The two image endpoints: a call is checked, drawn while its latency runs, billed, journaled, and then answered.

Drawing starts at once and the rest of the latency is slept, so the answer comes at start + latency whatever the
machine is worth. A client that leaves is billed all the same, as the real API does.
"""

import asyncio
import base64
import hashlib
import json
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date
from typing import Any

from aiohttp import web

from tests.sandbox.faults import Fault, Faults
from tests.sandbox.journal import Call, Journal
from tests.sandbox.knobs import Knobs, Latency
from tests.sandbox.models import billing, mishaps
from tests.sandbox.models.access import authenticate, hang_up, is_gone
from tests.sandbox.models.errors import ApiError
from tests.sandbox.models.pace import Pace
from tests.sandbox.models.parameters import ImageRequest, read
from tests.sandbox.models.streaming import PictureStream
from tests.sandbox.models.studio import Drawing, Job, Studio
from tests.sandbox.models.uploads import Sent, read_form

_EDIT_WORDS = ("edit image 1", "edit of image 1", "change only")


def digest(*parts: object) -> int:
    """A stable number of 32 bits, unlike `hash`."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode()).digest()[:4])


def latency(asked: ImageRequest, knob: Latency) -> float:
    """Seconds from request to answer: by quality, with a jitter that belongs to the prompt."""
    if knob.fixed is not None:
        return knob.fixed
    share = digest(asked.prompt) / 2**32 * 2 - 1
    return float(getattr(knob, asked.quality)) * (1 + knob.jitter * share)


class Images:
    def __init__(
        self, journal: Journal, faults: Faults, knobs: Knobs, studio: Studio, today: Callable[[], date]
    ) -> None:
        self._journal, self._faults, self._knobs, self._studio, self._today = journal, faults, knobs, studio, today
        self._pace = Pace()
        self._drawn = 0
        self._work: set[asyncio.Task[web.StreamResponse]] = set()

    async def generations(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, "generations")

    async def edits(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, "edits")

    async def close(self) -> None:
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    async def _answer(self, request: web.Request, endpoint: str) -> web.StreamResponse:
        started, arrived = asyncio.get_running_loop().time(), time.time()
        sent, refusal = await _read_body(request, endpoint)
        call = self._journal.begin(
            "images", f"images.{endpoint}", sent.arguments(), [image.data for image in sent.images]
        )
        call.started = arrived  # its pictures take time to come in, and that belongs to the call
        try:
            if refusal:
                raise refusal
            asked, fault = await self._admit(request, endpoint, sent)
            return await self._detached(self._draw(request, call, asked, fault, started))
        except ApiError as error:
            self._journal.end(call, error.status, error.code or str(error))
            return error.response()
        except mishaps.HangUp:
            self._journal.end(call, 0, "closed without an answer")
            return hang_up(request)

    async def _admit(self, request: web.Request, endpoint: str, sent: Sent) -> tuple[ImageRequest, Fault | None]:
        can = self._knobs.capabilities
        if endpoint == "edits" and not can.edits:
            raise ApiError(404, f"Invalid URL (POST {request.path})")
        authenticate(request)
        if deployment := request.match_info.get("deployment"):
            sent.fields["model"] = deployment
        asked = read(endpoint, sent, can, self._today())
        self._pace.take(asked.n, can.images_per_minute, asked.model_name)
        fault = self._faults.take("images", endpoint, asked.prompt)
        await mishaps.strike(fault, asked.model_name)
        return asked, fault

    async def _detached(self, work: Coroutine[Any, Any, web.StreamResponse]) -> web.StreamResponse:
        """Run the work to its end even if the client, and with it this handler, goes away."""
        task = asyncio.ensure_future(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        return await asyncio.shield(task)

    async def _draw(
        self, request: web.Request, call: Call, asked: ImageRequest, fault: Fault | None, started: float
    ) -> web.StreamResponse:
        due = latency(asked, self._knobs.latency) + mishaps.delay(fault)
        drawing = asyncio.gather(*(self._studio.draw(job) for job in self._jobs(asked)))
        stream = PictureStream(request, asked) if asked.stream else None
        try:
            if stream:
                await stream.open()
                for index in range(asked.partial_images):
                    await _until(started + due * (index + 1) / 4)
                    await stream.partial((await _finished(drawing))[0].partials[index], index)
            await _until(started + due)
            drawings = await _finished(drawing)
            if fault and mishaps.blocks_output(fault):
                raise mishaps.moderation(fault.detail)
        except ApiError as error:
            if stream is None:
                raise
            self._journal.end(call, error.status, error.code or str(error))
            return await stream.failed(error)
        return await self._deliver(request, call, asked, fault, drawings, stream)

    def _jobs(self, asked: ImageRequest) -> list[Job]:
        self._drawn += 1
        data = tuple(image.data for image in asked.sent.images)
        guided = asked.sent.mask or asked.sent.markup
        is_edit = bool(data) and bool(guided or any(words in asked.prompt.lower() for words in _EDIT_WORDS))
        job = Job(
            asked.prompt,
            *asked.size,
            seed=0,
            references=data[1:] if is_edit else data,
            background=asked.background,
            quality=asked.quality,
            base=data[0] if is_edit else None,
            mask=asked.sent.mask.data if asked.sent.mask else None,
            drift=self._knobs.drift,
            output_format=asked.output_format,
            compression=asked.output_compression,
            partials=asked.partial_images,
        )
        return [replace(job, seed=digest(asked.prompt, index, self._drawn)) for index in range(asked.n)]

    async def _deliver(
        self,
        request: web.Request,
        call: Call,
        asked: ImageRequest,
        fault: Fault | None,
        drawings: list[Drawing],
        stream: PictureStream | None,
    ) -> web.StreamResponse:
        pictures = [drawing.final for drawing in drawings]
        if mishaps.spoils(fault, "truncated"):
            pictures = [picture[: len(picture) // 2] for picture in pictures]
        call.usage = _usage(asked)
        call.billed_micro_usd = billing.image_cost(asked.model.family, call.usage)
        is_dropped = mishaps.spoils(fault, "drop")
        gone = {"client_gone": True} if is_gone(request) else {}
        hashes = [hashlib.sha256(picture).hexdigest() for picture in pictures]
        said = "closed without an answer" if is_dropped else None
        self._journal.end(call, 200, said, images=hashes, size="{}x{}".format(*asked.size), **gone)
        if is_dropped:
            return hang_up(request)
        is_counted = self._knobs.capabilities.usage and not mishaps.spoils(fault, "no_usage")
        usage = call.usage if is_counted else None
        if stream:
            return await stream.completed(pictures[0], usage)
        body = "<html>Bad gateway</html>" if mishaps.spoils(fault, "invalid") else _body(asked, pictures, usage)
        return web.Response(text=body, content_type="application/json")


async def _read_body(request: web.Request, endpoint: str) -> tuple[Sent, ApiError | None]:
    try:
        if endpoint == "edits":
            return await read_form(request), None
        fields = json.loads(await request.read())
        if isinstance(fields, dict):
            return Sent(fields), None
    except ApiError as error:
        return Sent(), error
    except ValueError:
        pass
    return Sent(), ApiError(400, "We could not parse the JSON body of your request.", "invalid_json")


async def _until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - asyncio.get_running_loop().time()))


async def _finished(drawing: asyncio.Future[list[Drawing]]) -> list[Drawing]:
    try:
        return await drawing
    except Exception as error:  # a broken painter must read like a broken model, never hang a test
        raise ApiError(500, f"The painter failed: {error!r}", "server_error", kind="server_error") from error


def _usage(asked: ImageRequest) -> dict[str, Any]:
    family = asked.model.family
    sizes = [image.size for image in asked.sent.images if image.size]
    references = [billing.reference_tokens(family, size, asked.input_fidelity) for size in sizes]
    return billing.image_usage(
        family, asked.quality, asked.size, asked.prompt, references, asked.n, asked.partial_images
    )


def _body(asked: ImageRequest, pictures: list[bytes], usage: dict[str, Any] | None) -> str:
    answer: dict[str, Any] = {
        "created": int(time.time()),
        "background": asked.background,
        "data": [{"b64_json": base64.b64encode(picture).decode()} for picture in pictures],
        "output_format": asked.output_format,
        "quality": asked.quality,
        "size": "{}x{}".format(*asked.size),
    }
    if usage is not None:
        answer["usage"] = usage
    if asked.safety_identifier:
        answer["safety_identifier"] = asked.safety_identifier
    return json.dumps(answer)
