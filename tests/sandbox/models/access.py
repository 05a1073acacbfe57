"""Who may call: OpenAI's bearer key, or Azure's api-key header on Azure's paths."""

from aiohttp import web

from tests.sandbox.models.errors import invalid_api_key


def authenticate(request: web.Request) -> None:
    if request.path.startswith("/openai/") and request.headers.get("api-key"):
        return
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not key.startswith("sk-"):
        raise invalid_api_key()


def is_gone(request: web.Request) -> bool:
    """The client hung up; the work it asked for is done and billed all the same."""
    return request.transport is None or request.transport.is_closing()


def hang_up(request: web.Request) -> web.Response:
    """Close the connection in the middle of an answer; what is returned never leaves."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
