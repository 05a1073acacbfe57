"""The control calls: how tests, the page and anyone outside drive the sandbox and look at what it holds."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from tests.sandbox import control_people, control_samples, control_sight, control_tuning, control_views
from tests.sandbox.control_request import Ask
from tests.sandbox.live import Live
from tests.sandbox.slack.errors import SlackError, WrongCall
from tests.sandbox.slack.platform import Platform

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 1_100_000_000
Handler = Callable[[Platform, Ask], Awaitable[web.StreamResponse]]


def control_app(platform: Platform, live: Live) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_in_sentences])
    for module in (control_people, control_views, control_sight, control_samples, control_tuning):
        for (verb, path), handler in module.ROUTES.items():
            app.router.add_route(verb, path, _bound(platform, handler))
    app.router.add_get("/sandbox/live", live.serve)
    app.router.add_get("/", _page)
    app.router.add_get("/favicon.ico", _no_icon)
    if PAGE.is_dir():
        app.router.add_static("/page/", PAGE)
    return app


def _bound(platform: Platform, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        return await handler(platform, await Ask.read(request))

    return handle


@web.middleware
async def _in_sentences(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every wrong call ends in {"ok": false, "error": sentence}."""
    try:
        _only_own_pages(request)
        return await handler(request)
    except WrongCall as wrong:
        return web.json_response({"ok": False, "error": wrong.sentence}, status=wrong.status)
    except SlackError as refusal:
        return web.json_response({"ok": False, "error": f"Slack would answer {refusal.code}."}, status=400)
    except web.HTTPNotFound:
        sentence = f"There is no {request.method} {request.path}. See DESIGN.md, section 5, for the control calls."
        return web.json_response({"ok": False, "error": sentence}, status=404)
    except web.HTTPMethodNotAllowed as wrong:
        allowed = ", ".join(sorted(wrong.allowed_methods))
        sentence = f"{request.path} is not called by {request.method}, but by {allowed}."
        return web.json_response({"ok": False, "error": sentence}, status=405)


def _only_own_pages(request: web.Request) -> None:
    """Other sites in the same browser must not drive it: with a real key, that would spend money."""
    origin = request.headers.get("Origin")
    if origin and origin.split("://")[-1] != request.host:
        raise WrongCall(f"Calls from pages of {origin} are not allowed.", 403)


async def _page(request: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if not index.is_file():
        return web.Response(text="The page is not there; the control calls under /sandbox/ work without it.")
    return web.FileResponse(index, headers={"Cache-Control": "no-store"})


async def _no_icon(request: web.Request) -> web.StreamResponse:
    return web.Response(status=204)
