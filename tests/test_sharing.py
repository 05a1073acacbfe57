"""Pictures reach Slack once, and are shown one way or the other; what concerns one person is told to that one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain import Failure, Kind, Place, SetState, ShotState
from bot.workflows.show import Private
from tests.stage import Scene, on_stage
from tests.views import a_card, a_character, a_request, a_shot_view, a_version


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with on_stage(tmp_path) as scene:
        yield scene


async def test_an_upload_is_made_once_and_ready_for_a_block(scene: Scene) -> None:
    show = scene.show()
    file_id = await show.upload(scene.workspace, "version-1", "blob", "cover.png", "Shot 1 of 3: cover")
    assert await scene.show().upload(scene.workspace, "version-1", "blob", "cover.png", "…") == file_id
    assert len(scene.calls("files.completeUploadExternal")) == 1
    view = await scene.opened(show)
    await show.card(a_card(shot_set=view.shot_set, version=a_version(2, file_id=file_id)))
    _, card = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert card["blocks"][1]["slack_file"]["id"] == file_id


async def test_an_upload_whose_last_answer_is_lost_is_complete(scene: Scene) -> None:
    scene.fails("drop", "files.completeUploadExternal", after=True)
    assert await scene.show().upload(scene.workspace, "version-1", "blob", "cover.png", "cover")


async def test_bytes_that_got_lost_are_sent_again(scene: Scene) -> None:
    scene.fails("server_error", "files.getUploadURLExternal", status=500)
    assert await scene.show().upload(scene.workspace, "version-1", "blob", "cover.png", "cover")


async def test_a_card_whose_file_slack_will_not_show_is_followed_by_the_picture_itself(scene: Scene) -> None:
    show = scene.show(patience=0.1)
    view = await scene.opened(show)
    await show.card(a_card(shot_set=view.shot_set, version=a_version(2, file_id="F0UNKNOWN99")))
    await asyncio.sleep(0.2)
    _, card, shared = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert "slack_file" not in str(card["blocks"])
    assert shared["files"]


async def test_a_file_that_slack_is_still_processing_is_waited_for(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    file_id = await show.upload(scene.workspace, "version-1", "blob", "cover.png", "cover")
    scene.fails("error", "chat.postMessage", code="invalid_blocks")
    await show.card(a_card(shot_set=view.shot_set, version=a_version(2, file_id=file_id)))
    _, card = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert "slack_file" in str(card["blocks"])


async def test_a_gallery_shares_pictures_as_files_and_shows_cards_without_them(scene: Scene) -> None:
    show = scene.show("gallery")
    view = await scene.opened(show)
    card = a_card(shot_set=view.shot_set)
    await show.card(card)
    await scene.show("gallery").card(card)
    await asyncio.sleep(0.3)
    _, *thread = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert len([message for message in thread if message.get("files")]) == 1
    assert len([message for message in thread if message.get("blocks")]) == 1
    assert "slack_file" not in str(thread)


async def test_a_gallery_shares_a_single_picture_under_its_root(scene: Scene) -> None:
    show = scene.show("gallery")
    view = await scene.opened(show, SetState.DONE, shots=(a_shot_view(1, ShotState.DRAWN),))
    await show.root(replace(view, shot_set=replace(view.shot_set, request=a_request(kind=Kind.SINGLE))))
    await asyncio.sleep(0.3)
    _, shared = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert shared["files"]


async def test_sharing_is_done_once_also_when_its_answer_is_lost(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    place = view.shot_set.place
    scene.fails("drop", "files.completeUploadExternal", after=True)
    await show.share("original-1", place, "blob", "cover.png", "cover", "Original of <!channel> #1")
    await scene.show().share("original-1", place, "blob", "cover.png", "cover", "Original of #1")
    await asyncio.sleep(0.3)
    _, shared = await scene.outside.messages(thread_ts=place.thread_ts)
    assert shared["text"] == "Original of &lt;!channel&gt; #1"


async def test_without_a_root_the_person_alone_is_told(scene: Scene) -> None:
    private = Private("set-1", Place(scene.workspace, scene.general), scene.ana)
    for _ in range(2):
        await scene.show().set_failed(scene.view(SetState.FAILED), Failure("Invite me first."), private)
    assert await scene.outside.messages() == []
    (told,) = await scene.outside.messages(user="ana")
    assert "Invite me first." in str(told["blocks"])


async def test_where_no_ephemeral_message_can_be_the_person_is_told_directly(scene: Scene) -> None:
    scene.fails("error", "chat.postEphemeral", code="not_in_channel")
    private = Private("char-1", Place(scene.workspace, scene.general), scene.ana, f"{scene.outside.http.base_url}/gone")
    await scene.show().character_failed(a_character(), Failure("Not a picture."), private)
    (told,) = await scene.outside.messages("@easel", user="ana")
    assert "Not a picture." in str(told["blocks"])


async def test_a_character_is_announced_without_its_photo_where_slack_will_not_show_it(scene: Scene) -> None:
    private = Private("char-1", Place(scene.workspace, scene.general), scene.ana)
    await scene.show().character_ready(a_character(), ("A little soft.",), private)
    (told,) = await scene.outside.messages(user="ana")
    assert "joined the cast" in told["text"]
    assert "A little soft." in str(told["blocks"])
