"""The OpenAI-compatible server as one aiohttp application, also at Azure's addresses."""

import secrets
from collections.abc import Callable
from datetime import date
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.sandbox.faults import Faults
from tests.sandbox.journal import Journal
from tests.sandbox.knobs import Knobs
from tests.sandbox.models.access import authenticate
from tests.sandbox.models.catalogue import IMAGE_MODELS, TEXT_MODELS, alive
from tests.sandbox.models.errors import ApiError, model_not_found
from tests.sandbox.models.images import Images
from tests.sandbox.models.studio import ProcessStudio, Studio
from tests.sandbox.models.text import SCRIPT, Texts

__all__ = ["SCRIPT", "model_app"]

_BODY_MOST = 1 << 30  # 16 images of 50 MB and their form
_RELEASED = 1_767_225_600


def model_app(
    journal: Journal,
    faults: Faults,
    knobs: Knobs,
    studio: Studio | None = None,
    today: Callable[[], date] = date.today,
) -> web.Application:
    """Tests may bring a studio of their own; `app[SCRIPT]` is the list of the text model's next answers."""
    painters = studio or ProcessStudio()
    images, texts = Images(journal, faults, knobs, painters, today), Texts(journal, faults, knobs, today)
    app = web.Application(client_max_size=_BODY_MOST, middlewares=[_in_their_words])
    app[SCRIPT] = []
    app.on_response_prepare.append(_name_request)
    app.cleanup_ctx.append(_studio_open(painters, images))
    for root in ("/v1", "/openai/v1", "/openai/deployments/{deployment}"):
        app.router.add_post(f"{root}/images/generations", images.generations)
        app.router.add_post(f"{root}/images/edits", images.edits)
        app.router.add_post(f"{root}/chat/completions", texts.chat)
    for root in ("/v1", "/openai/v1"):
        app.router.add_post(f"{root}/responses", texts.responses)
        app.router.add_get(f"{root}/models", _models(today))
        app.router.add_get(f"{root}/models/{{id}}", _models(today))
    return app


def _studio_open(studio: Studio, images: Images) -> Callable[[web.Application], Any]:
    async def context(app: web.Application) -> Any:
        await studio.start()
        yield
        await images.close()
        await studio.close()

    return context


@web.middleware
async def _in_their_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever goes wrong is an error body of this API, never aiohttp's page."""
    try:
        if request.path.startswith("/openai/deployments/") and "api-version" not in request.query:
            raise ApiError(404, "Resource not found: the api-version query parameter is required.", "404")
        return await handler(request)
    except ApiError as error:
        return error.response()
    except web.HTTPException as error:
        return ApiError(error.status, f"Invalid URL ({request.method} {request.path})").response()


async def _name_request(request: web.Request, response: web.StreamResponse) -> None:
    response.headers["x-request-id"] = f"req_{secrets.token_hex(16)}"


def _models(today: Callable[[], date]) -> Callable[[web.Request], Any]:
    async def answer(request: web.Request) -> web.Response:
        authenticate(request)
        days = {name: model.shutdown for name, model in IMAGE_MODELS.items()}
        days.update({name: model.shutdown for name, model in TEXT_MODELS.items()})
        living = {name: _model(name, day) for name, day in days.items() if alive(day, today())}
        wanted = request.match_info.get("id")
        if wanted is None:
            return web.json_response({"object": "list", "data": list(living.values())})
        if wanted not in living:
            raise model_not_found(wanted)
        return web.json_response(living[wanted])

    return answer


def _model(name: str, shutdown: date | None) -> dict[str, Any]:
    known = {"id": name, "object": "model", "created": _RELEASED, "owned_by": "openai"}
    return {**known, "shutdown_date": shutdown.isoformat()} if shutdown else known
