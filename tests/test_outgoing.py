"""Messages appear in Slack once, whatever goes wrong on the way."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain import Failure, SetState
from bot.errors import BotError, NotHere
from tests.stage import Scene, on_stage
from tests.views import a_card, a_request, a_version


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with on_stage(tmp_path) as scene:
        yield scene


async def test_a_root_that_is_opened_twice_stands_there_once(scene: Scene) -> None:
    first = await scene.show().open_root(scene.view(SetState.ASKED))
    again = await scene.show().open_root(scene.view(SetState.WAITING))
    assert first == again
    (root,) = await scene.outside.messages()
    assert "Draw ($0.13)" in str(root["blocks"])


async def test_a_post_whose_answer_is_lost_is_found_and_not_posted_again(scene: Scene) -> None:
    scene.fails("drop", "chat.postMessage", after=True)
    place = await scene.show().open_root(scene.view())
    (root,) = await scene.outside.messages()
    assert root["ts"] == place.thread_ts


async def test_a_post_that_never_arrived_is_posted_again(scene: Scene) -> None:
    scene.fails("drop", "chat.postMessage")
    await scene.show().open_root(scene.view())
    assert len(await scene.outside.messages()) == 1


async def test_after_a_stop_between_post_and_note_the_message_is_found_in_slack(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    card = a_card(shot_set=view.shot_set, version=a_version(2, file_id=None))
    ts = await show.card(card)
    await scene.posts.done(card.post_id, None)  # type: ignore[arg-type]  # as if stopped before the answer was noted
    assert await scene.show().card(card) == ts
    assert len(await scene.outside.messages(thread_ts=view.shot_set.root_ts)) == 2


async def test_slack_stumbling_with_500_is_asked_again(scene: Scene) -> None:
    scene.fails("server_error", "chat.postMessage", status=503)
    await scene.show().open_root(scene.view())
    assert len(await scene.outside.messages()) == 1


async def test_a_rate_limit_is_waited_for(scene: Scene) -> None:
    scene.fails("rate_limit", "chat.postMessage", retry_after=1)
    await scene.show().open_root(scene.view())
    assert len(await scene.outside.messages()) == 1


async def test_where_the_bot_is_no_member_the_sentence_says_how_to_invite_it(scene: Scene) -> None:
    scene.fails("error", "chat.postMessage", code="not_in_channel")
    with pytest.raises(NotHere, match="/invite @easel"):
        await scene.show().open_root(scene.view())


async def test_what_slack_will_not_take_is_posted_as_plain_text(scene: Scene) -> None:
    scene.fails("error", "chat.postMessage", code="invalid_blocks_format")
    await scene.show().open_root(scene.view())
    (root,) = await scene.outside.messages()
    assert root["text"].startswith("Maya opens the robot café, planned: ")


async def test_an_unknown_refusal_has_a_reference_for_the_log_and_no_raw_code(scene: Scene) -> None:
    scene.fails("error", "chat.postMessage", times=2, code="surprising_error")
    with pytest.raises(BotError, match=r"did not take what I wrote \(ref [0-9a-f]{6}\)") as refused:
        await scene.show().open_root(scene.view())
    assert "surprising" not in refused.value.sentence


async def test_a_private_set_stands_in_the_direct_messages(scene: Scene) -> None:
    view = scene.view()
    view = replace(view, shot_set=replace(view.shot_set, request=a_request(private=True)))
    place = await scene.show().open_root(view)
    assert place.channel.startswith("D")
    assert await scene.outside.messages() == []


async def test_progress_is_shown_at_most_every_three_seconds_and_the_result_at_once(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    for _ in range(10):
        await show.progress(view)
    await show.root(replace(view, shot_set=replace(view.shot_set, state=SetState.DONE)))
    assert len(scene.calls("chat.update")) == 2


async def test_a_set_that_begins_to_be_drawn_shows_it_at_once(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show, SetState.WAITING)
    await show.root(view)
    await show.progress(replace(view, shot_set=replace(view.shot_set, state=SetState.DRAWING)))
    (root,) = await scene.outside.messages()
    assert "0 of 3" in str(root["blocks"])


async def test_progress_that_comes_late_does_not_undo_the_result(scene: Scene) -> None:
    scene.sandbox.knobs.slack.web_api = 0.1
    show = scene.show()
    view = await scene.opened(show)
    done = replace(view, shot_set=replace(view.shot_set, state=SetState.DONE))
    await asyncio.gather(show.progress(view), show.root(done), show.progress(view))
    await show.progress(view)
    (root,) = await scene.outside.messages()
    assert "was estimated" in str(root["blocks"]) or "$0.00" in str(root["blocks"])
    assert "Cancel" not in str(root["blocks"])


async def test_progress_that_slack_refuses_stops_nothing(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    scene.fails("error", "chat.update", code="token_revoked")
    await show.progress(view)
    await show.root(view)


async def test_a_root_that_people_removed_is_posted_anew_and_then_left_alone(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    channel = scene.sandbox.workspace.channels[scene.general]
    for _ in range(2):
        for message in list(channel.log.roots()):
            channel.log.remove(message)
        await show.root(view)
    assert len(await scene.outside.messages()) == 0
    assert len(scene.calls("chat.postMessage")) == 2


async def test_a_working_message_becomes_the_card(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    card = a_card(shot_set=view.shot_set, version=a_version(2, file_id=None))
    await show.working(card.post_id, view.shot_set.place, "Drawing #2 once more…")
    await show.card(card)
    assert len(await scene.outside.messages(thread_ts=view.shot_set.root_ts)) == 2


async def test_a_failed_shot_offers_to_try_again(scene: Scene) -> None:
    show = scene.show()
    view = await scene.opened(show)
    for _ in range(2):
        await show.shot_failed("failed-2", view, 2, Failure("Refused for its content.", can_retry=True))
    _, failed = await scene.outside.messages(thread_ts=view.shot_set.root_ts)
    assert "Try again" in str(failed["blocks"])
