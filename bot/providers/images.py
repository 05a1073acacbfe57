"""The image API: one order, one call, pictures or an error that says why. Trying again is left to the workflows."""

import asyncio
import hashlib
import logging
from typing import Any

import openai
from openai import AsyncOpenAI

from bot.domain import Abilities, Model
from bot.providers.answers import as_pngs, read_answer
from bot.providers.checks import problem_with
from bot.providers.downloads import Downloads
from bot.providers.faults import fault_of, fault_of_silence
from bot.providers.learned import Learned
from bot.providers.orders import Answered, Drawn, ImageOrder, TooManyReferences, Unusable
from bot.providers.refusals import Refusal, read_refusal

__all__ = ["Answered", "Drawn", "ImageOrder", "ImageProvider", "TooManyReferences", "Unusable"]

log = logging.getLogger(__name__)


class ImageProvider:
    """Draws over `client`; `timeout_seconds` bounds a whole call, uploads included."""

    def __init__(self, client: AsyncOpenAI, downloads: Downloads, *, is_azure: bool, timeout_seconds: float) -> None:
        self._client = client
        self._downloads = downloads
        self._is_azure = is_azure
        self._timeout = timeout_seconds
        self._learned = Learned()

    async def close(self) -> None:
        await self._client.close()
        await self._downloads.close()

    def abilities(self, model: Model) -> Abilities:
        """What the server does with this model: as declared, less what it has refused since the start."""
        return self._learned.abilities(model)

    async def check(self, model: Model) -> str | None:
        """A sentence when key, model or network are not right; free of charge."""
        return await problem_with(self._client, model, lists_deployments=not self._is_azure)

    async def draw(self, order: ImageOrder) -> Drawn:
        """Ask and read."""
        return await self.read(await self.ask(order), had_images=bool(order.images), model=order.model.name)

    async def ask(self, order: ImageOrder) -> Answered:
        """One paid answer, asked for without a field that the server turns out not to know."""
        while True:
            abilities = self.abilities(order.model)
            if len(order.images) > abilities.references:
                raise TooManyReferences(abilities.references)
            fields = self._fields(order, abilities)
            try:
                return await self._call(fields, order.images)
            except openai.APIStatusError as error:
                refusal = read_refusal(error)
                _log(order, refusal)
                if not self._learned.learn(order.model, refusal, fields, len(order.images)):
                    raise fault_of(refusal, order) from error

    def _fields(self, order: ImageOrder, abilities: Abilities) -> dict[str, Any]:
        fields: dict[str, Any] = {"model": order.model.name, "prompt": order.prompt, "size": str(order.size)}
        if abilities.quality:
            fields["quality"] = order.quality
        if order.n > 1 and abilities.n:
            fields["n"] = order.n
        person = "user" if self._is_azure else "safety_identifier"  # Azure's document has only the older name
        if order.user and not self._learned.refuses(order.model, person):
            fields[person] = hashlib.sha256(f"easel:{order.user}".encode()).hexdigest()
        return fields

    async def _call(self, fields: dict[str, Any], images: tuple[tuple[str, bytes], ...]) -> Answered:
        # A picture without a name and a type is refused. One alone goes out as `image`, which every server knows;
        # several as `image[]`.
        files = [(name, data, "image/png") for name, data in images]
        api = self._client.images.with_raw_response
        try:
            async with asyncio.timeout(self._timeout):
                if files:
                    raw = await api.edit(image=files[0] if len(files) == 1 else files, **fields)
                else:
                    raw = await api.generate(**fields)
        except (TimeoutError, openai.APIConnectionError) as error:
            raise fault_of_silence(error, self._timeout) from error
        headers = raw.http_response.headers
        return Answered(raw.http_response.content, headers.get("x-request-id") or headers.get("apim-request-id"))

    async def read(self, answered: Answered, *, had_images: bool, model: str) -> Drawn:
        """The pictures of an answer, to a call with or without references. Fewer than `n` are no error, none is
        Unusable."""
        content, request_id = answered.content, answered.request_id
        answer = await asyncio.to_thread(read_answer, content, had_images=had_images)
        fetched = [each if isinstance(each, bytes) else await self._downloads.fetch(each) for each in answer.pictures]
        pictures = await asyncio.to_thread(as_pngs, [each for each in fetched if each])
        if not pictures:
            log.warning("no usable picture: model=%s request=%s bytes=%d", model, request_id, len(content))
            sentence = "The image service answered without a picture that can be used. Try again."
            if None in fetched:
                sentence = (
                    "The image service answered with an address that gives no picture. An administrator should set it "
                    "to answer with the picture itself (b64_json)."
                )
            raise Unusable(sentence, usage=answer.usage, request_id=request_id)
        return Drawn(tuple(png for png, _ in pictures), answer.usage, request_id, pictures[0][1])


def _log(order: ImageOrder, refusal: Refusal) -> None:
    log.warning(
        "refused: model=%s status=%d codes=%s param=%s request=%s: %.300s",
        order.model.name,
        refusal.status,
        ",".join(refusal.codes),
        refusal.param,
        refusal.request_id,
        refusal.message,
    )
