"""Photos come out of Slack only from its hosts, and only pictures do."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bot.domain import UploadedFile
from bot.errors import BadPicture
from handlers.calls import web_client
from handlers.downloads import SlackPhotos
from tests.slack_driving import picture
from tests.stage import PNG, Scene, on_stage
from tests.stranger import visiting


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with on_stage(tmp_path) as scene:
        yield scene


async def test_photos_come_with_the_token(scene: Scene) -> None:
    assert await scene.photos().fetch(await uploaded(scene)) == PNG


async def test_photos_known_only_by_id_are_looked_up(scene: Scene) -> None:
    file = await uploaded(scene)
    assert await scene.photos().fetch(replace(file, url="", size=0)) == PNG


async def test_the_token_goes_to_no_other_host(scene: Scene) -> None:
    file = await uploaded(scene)
    with pytest.raises(BadPicture, match="not kept in Slack"):
        await scene.photos(hosts="files.slack.com").fetch(file)
    for url in (
        "https://files.slack.com.evil.example/x.png",
        "http://files.slack.com/x.png",
        "file:///etc/passwd",
        "x",
    ):
        with pytest.raises(BadPicture):
            await scene.photos(hosts="files.slack.com").fetch(replace(file, url=url))


async def test_a_login_page_is_no_picture(scene: Scene) -> None:
    file = await uploaded(scene)
    client = web_client("xoxb-wrong", scene.sandbox.environment()["SLACK_API_URL"])
    photos = SlackPhotos(client, scene.http, frozenset({scene.sandbox.environment()["SLACK_FILE_HOSTS"]}), 30)
    with pytest.raises(BadPicture, match="did not give me"):
        await photos.fetch(file)


async def test_a_photo_may_be_no_larger_than_the_setting(scene: Scene) -> None:
    file = await uploaded(scene, picture(3000, 3000, "BMP"))
    for said in (file, replace(file, size=10)):
        with pytest.raises(BadPicture, match="larger than 1 MB"):
            await scene.photos(megabytes=1).fetch(said)


async def uploaded(scene: Scene, content: bytes = PNG) -> UploadedFile:
    answer = await scene.outside.http.post(
        "/sandbox/say",
        data={"user": "ana", "channel": "general", "text": "a photo"},
        files={"file": ("photo.png", content, "image/png")},
    )
    (message,) = await scene.outside.messages()
    file = message["files"][0]
    assert answer.status_code == 200
    return UploadedFile(file["id"], file["name"], file["mimetype"], file["size"], file["url_private_download"])


async def test_a_redirect_is_followed_only_to_a_listed_host(scene: Scene) -> None:
    async with visiting() as listed, visiting() as other:
        other.says({})
        listed.answers.append(lambda: web.Response(status=302, headers={"Location": f"{other.url}/stolen"}))
        photos = scene.photos(hosts=listed.url.removeprefix("http://"))
        with pytest.raises(BadPicture, match="not kept in Slack"):
            await photos.fetch(UploadedFile("F1", "x.png", "image/png", 10, f"{listed.url}/x.png"))
        assert other.paths == []


async def test_a_redirect_within_slack_is_followed_and_a_circle_is_left(scene: Scene) -> None:
    async with visiting() as listed:
        photos = scene.photos(hosts=listed.url.removeprefix("http://"))
        listed.answers.append(lambda: web.Response(status=302, headers={"Location": "/moved.png"}))
        listed.answers.append(lambda: web.Response(body=PNG, content_type="image/png"))
        file = UploadedFile("F1", "x.png", "image/png", 10, f"{listed.url}/x.png")
        assert await photos.fetch(file) == PNG
        listed.answers[:] = [lambda: web.Response(status=302, headers={"Location": "/x.png"})]
        with pytest.raises(BadPicture, match="in circles"):
            await photos.fetch(file)


async def test_a_file_that_is_gone_or_that_slack_cannot_give_is_explained(scene: Scene) -> None:
    async with visiting() as listed:
        photos = scene.photos(hosts=listed.url.removeprefix("http://"))
        file = UploadedFile("F1", "x.png", "image/png", 10, f"{listed.url}/x.png")
        listed.answers.append(lambda: web.Response(status=410))
        with pytest.raises(BadPicture, match="no longer in Slack"):
            await photos.fetch(file)
        listed.answers[:] = [lambda: web.Response(status=503)]
        with pytest.raises(BadPicture, match="Try again in a minute"):
            await photos.fetch(file)
        assert len(listed.paths) == 1 + 3
