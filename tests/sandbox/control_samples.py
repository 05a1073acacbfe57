"""Ready sample photos, so that nobody has to look for a picture of their own to try a character with."""

import asyncio
from functools import cache

from aiohttp import web

from tests.sandbox.control_request import Ask, ok
from tests.sandbox.painter.samples import sample_photo
from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.platform import Platform

TITLES = {"maya": "Maya", "bo": "Bo", "mug": "A mug", "logo": "A logo"}


async def samples(platform: Platform, ask: Ask) -> web.StreamResponse:
    listed = [{"name": f"{name}.jpg", "title": title, "url": _url(name)} for name, title in TITLES.items()]
    return ok(samples=listed)


async def sample(platform: Platform, ask: Ask) -> web.StreamResponse:
    name = ask.request.match_info["name"]
    if name not in TITLES:
        raise WrongCall(f"There is no sample '{name}'. Samples: {', '.join(TITLES)}.", 404)
    return web.Response(body=await asyncio.to_thread(_photo, name), content_type="image/jpeg")


@cache
def _photo(name: str) -> bytes:
    return sample_photo(name)


def _url(name: str) -> str:
    return f"/sandbox/samples/{name}.jpg"


ROUTES = {
    ("GET", "/sandbox/samples"): samples,
    ("GET", "/sandbox/samples/{name}.jpg"): sample,
}
