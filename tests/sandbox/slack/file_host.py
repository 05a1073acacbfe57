"""files.slack.com: takes the bytes of uploads, and gives files only to who shows the bot's token."""

import asyncio

from aiohttp import web

from tests.sandbox.slack.files import LARGEST_UPLOAD, StoredFile
from tests.sandbox.slack.people import BOT_TOKEN, TEAM_NAME
from tests.sandbox.slack.picture_files import thumbnail
from tests.sandbox.slack.platform import Platform

LOGIN_PAGE = f"""<!DOCTYPE html><html><head><title>Sign in | {TEAM_NAME}</title></head>
<body><h1>Sign in to {TEAM_NAME}</h1><p>You need to sign in to see this page.</p></body></html>"""


def file_host_app(platform: Platform) -> web.Application:
    async def upload(request: web.Request) -> web.StreamResponse:
        return await _upload(platform, request)

    async def original(request: web.Request) -> web.StreamResponse:
        return await _original(platform, request)

    async def rendition(request: web.Request) -> web.StreamResponse:
        return await _rendition(platform, request)

    app = web.Application(client_max_size=LARGEST_UPLOAD)
    app.router.add_post("/upload/v1/{ticket}", upload)
    app.router.add_get("/files-pri/{key}/download/{name}", original)
    app.router.add_get("/files-pri/{key}/{name}", original)
    app.router.add_get(r"/files-tmb/{key}/{name:.+_(?P<size>\d+)\.png}", rendition)
    return app


async def _upload(platform: Platform, request: web.Request) -> web.Response:
    call = platform.journal.begin("files", "upload", {"length": request.content_length})
    content = await _content(request)
    file = platform.files.receive(request.match_info["ticket"], content)
    if file is None:
        platform.journal.end(call, 400, "no such upload, or a wrong length")
        return web.Response(status=400, text="This upload address is unknown or used, or the length differs.")
    platform.journal.end(call, 200, file=file.id)
    return web.Response(text=f"OK - {len(content)}")


async def _content(request: web.Request) -> bytes:
    """Raw bytes, or the first file of a form: Slack takes both."""
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    for part in (await request.post()).values():
        if isinstance(part, web.FileField):
            return part.file.read()
    return b""


async def _original(platform: Platform, request: web.Request) -> web.Response:
    call = platform.journal.begin("files", "download", {"path": request.path})
    file = _allowed(platform, request)
    if file is None:
        platform.journal.end(call, 200, "login page")
        return web.Response(text=LOGIN_PAGE, content_type="text/html")
    platform.journal.end(call, 200, file=file.id)
    return web.Response(body=file.read(), content_type=file.facts.mimetype if file.facts else None)


async def _rendition(platform: Platform, request: web.Request) -> web.Response:
    call = platform.journal.begin("files", "rendition", {"path": request.path})
    file = _allowed(platform, request)
    size = int(request.match_info["size"])
    if file is None or not file.facts or size not in file.facts.thumbnails():
        platform.journal.end(call, 200, "login page")
        return web.Response(text=LOGIN_PAGE, content_type="text/html")
    platform.journal.end(call, 200, file=file.id)
    return web.Response(body=await asyncio.to_thread(thumbnail, file.path, size), content_type="image/png")


def _allowed(platform: Platform, request: web.Request) -> StoredFile | None:
    if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}" or "files:read" not in platform.manifest.scopes:
        return None
    file = platform.files.find(request.match_info["key"].split("-")[1] if "-" in request.match_info["key"] else "")
    return file if file and file.is_uploaded and platform.files.bot_may_have(file) else None
