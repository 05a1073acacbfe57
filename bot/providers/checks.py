"""Whether the image API would draw, found out without drawing: for `bot check` and the start."""

from datetime import UTC, date, datetime, timedelta

import openai
from openai import AsyncOpenAI
from openai.types import Model as ListedModel

from bot.domain import Model, Size
from bot.providers.faults import fault_of, fault_of_silence
from bot.providers.orders import ImageOrder
from bot.providers.refusals import read_refusal

SECONDS = 20.0
NO_API = "What answers at the image service's address is no image API. OPENAI_BASE_URL usually ends in /v1."
WARN_BEFORE = timedelta(days=90)


async def problem_with(client: AsyncOpenAI, model: Model, *, lists_deployments: bool) -> str | None:
    """A sentence, or None. Azure lists its models but not our deployments, so that only key and address are tried."""
    try:
        return await (_problem_with_name if lists_deployments else _problem_with_azure)(client, model)
    except openai.APIStatusError as error:
        order = ImageOrder(model, "", Size(0, 0), "")
        return fault_of(read_refusal(error), order).sentence
    except openai.APIConnectionError as error:
        return fault_of_silence(error, SECONDS).sentence
    except (ValueError, AttributeError):  # the library trusts that a 200 is JSON of the right form
        return NO_API


async def _problem_with_azure(client: AsyncOpenAI, model: Model) -> str | None:
    try:
        await client.models.list(timeout=SECONDS)
    except openai.NotFoundError:
        return (
            f"Azure knows nothing at the address for {model.name}: AZURE_OPENAI_ENDPOINT or AZURE_OPENAI_API_VERSION "
            "is not right."
        )
    return None


async def _problem_with_name(client: AsyncOpenAI, model: Model) -> str | None:
    try:
        found = await client.models.retrieve(model.name, timeout=SECONDS)
        return _judged(found)
    except openai.NotFoundError as missing:
        try:  # self-hosted servers often list their models without a page for each
            names = [each.id for each in (await client.models.list(timeout=SECONDS)).data or []]
        except openai.NotFoundError:
            raise missing from None
        if model.name in names:
            return None
        return f"The image service has no model {model.name}. It has: {', '.join(names[:20]) or 'none'}."


def _judged(found: object) -> str | None:
    if not isinstance(found, ListedModel):
        return NO_API
    try:
        last = date.fromisoformat(str(found.shutdown_date)[:10])
    except ValueError:
        return None
    if last > datetime.now(UTC).date() + WARN_BEFORE:
        return None
    return f"The image service shuts {found.id} down on {last:%-d %B %Y}. Choose another IMAGE_MODEL before."
