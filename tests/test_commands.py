"""Slash commands and buttons reach the right use case once, and errors come back as sentences."""

from collections.abc import AsyncIterator

import pytest

from bot.domain import (
    Failure,
    Surface,
)
from bot.errors import BadRequest, NotYours, TooLate
from handlers.blocks.card import card_body, shot_failed_body
from handlers.blocks.root import root_body
from tests.desk import Desk, at_the_desk
from tests.sandbox.faults import Fault
from tests.views import a_card, a_version, a_view


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with at_the_desk() as desk:
        yield desk


async def test_words_after_imageset_ask_for_a_set(desk: Desk) -> None:
    answer = await desk.command("/imageset @maya opens the café: cover | thumbs up")
    assert answer["ok"]
    [(_, message, single)] = desk.asked.calls
    assert message.text == "@maya opens the café: cover | thumbs up"
    assert (message.surface, message.channel, single) == (Surface.COMMAND, "C0GENERAL1", False)
    assert message.answer_url.startswith("http")


async def test_words_after_image_ask_for_one_picture(desk: Desk) -> None:
    assert (await desk.command("/image a red fox"))["ok"]
    assert desk.asked.calls[0][2] is True


@pytest.mark.parametrize("command", ["/imageset help", "/image", "/image help", "/cast help", "/cast nonsense"])
async def test_usage_is_for_who_asked(desk: Desk, command: str) -> None:
    response = (await desk.command(command))["response"]
    assert response["response_type"] == "ephemeral"
    assert command.split()[0] in str(response["blocks"])
    assert desk.asked.calls == []


async def test_an_error_before_the_acknowledgement_is_the_answer(desk: Desk) -> None:
    desk.asked.refuses = BadRequest("I do not know --stile. Did you mean --style?")
    response = (await desk.command("/imageset a | b --stile flat"))["response"]
    assert response == {"response_type": "ephemeral", "text": "I do not know --stile. Did you mean --style?"}


async def test_an_unknown_fault_shows_a_code_and_no_words_of_its_own(desk: Desk) -> None:
    desk.asked.refuses = RuntimeError("secret path /etc")
    response = (await desk.command("/imageset a | b"))["response"]
    assert "Something broke on our side (ref " in response["text"]
    assert "secret" not in response["text"]


async def test_the_buttons_of_a_plan_do_what_they_say(desk: Desk) -> None:
    ts = await desk.posts(root_body(a_view()))
    for button in ("Draw ($0.13)", "Draft ($0.020)", "Cancel"):
        assert (await desk.click(ts, button))["acked"]
    assert [call[0] for call in desk.asked.calls] == ["draw", "draw", "cancel"]
    assert [call[3] for call in desk.asked.calls[:2]] == [False, True]
    assert desk.asked.calls[0][1].ts == ts
    assert len({call[1].id for call in desk.asked.calls}) == 3


async def test_a_button_that_comes_too_late_is_explained_to_who_pressed_it(desk: Desk) -> None:
    ts = await desk.posts(root_body(a_view()))
    desk.asked.refuses = TooLate("This set is being drawn already.")
    assert (await desk.click(ts, "set_draw"))["acked"]
    assert await desk.only_ana_sees() == ["This set is being drawn already."]


async def test_a_sentence_may_name_a_member_but_calls_nobody_else(desk: Desk) -> None:
    ts = await desk.posts(root_body(a_view()))
    desk.asked.refuses = NotYours("This belongs to <@U0BEN0001>, not <!channel>.")
    await desk.click(ts, "set_draw")
    assert await desk.only_ana_sees() == ["This belongs to <@U0BEN0001>, not &lt;!channel&gt;."]


async def test_the_buttons_of_a_card_do_what_they_say(desk: Desk) -> None:
    card = a_card(version=a_version(2, file_id=None))
    ts = await desk.posts(card_body(card))
    for button in ("Redo", "Variations"):
        assert (await desk.click(ts, button))["acked"]
    for value in ("original", "prompt"):
        chosen = {"user": "ana", "channel": "general", "ts": ts, "action_id": "card_more", "value": value}
        assert (await desk.outside.post("select", **chosen))["acked"]
    calls = await desk.soon_asked(3)
    assert [(call[0], *call[2:]) for call in calls] == [
        ("redo", card.version.id, 1),
        ("redo", card.version.id, 3),
        ("original", card.version.id),
    ]
    assert "One finished picture with <!channel>." in str((await desk.view())["blocks"])


async def test_a_failed_shot_is_tried_again(desk: Desk) -> None:
    ts = await desk.posts(shot_failed_body(a_view(), 2, Failure("Refused.", can_retry=True)))
    await desk.click(ts, "Try again")
    assert desk.asked.calls[0][2:] == (a_view().shot_set.id, 2)


async def test_the_cast_is_listed_shown_renamed_and_retired(desk: Desk) -> None:
    assert "*@maya*" in str((await desk.command("/cast"))["response"]["blocks"])
    assert "always matches" in str((await desk.command("/cast show @maya"))["response"]["blocks"])
    assert "@mia" in (await desk.command("/cast rename maya to @mia"))["response"]["text"]
    assert "has left the cast" in (await desk.command("/cast retire maya"))["response"]["text"]
    assert "Write the old and the new name" in (await desk.command("/cast rename maya"))["response"]["text"]
    assert [call[0] for call in desk.asked.calls] == ["show", "rename", "retire"]
    assert desk.asked.calls[1][2:] == ("maya", "mia")


async def test_spending_is_shown_to_who_asked(desk: Desk) -> None:
    response = (await desk.command("/imagespend"))["response"]
    assert response["response_type"] == "ephemeral"
    assert "$0.152340 spent in November" in str(response["blocks"])


async def test_who_cannot_be_told_in_the_channel_is_told_directly(desk: Desk) -> None:
    ts = await desk.posts(root_body(a_view()))
    desk.sandbox.faults.add(Fault("slack", "error", "chat.postEphemeral", detail={"code": "user_not_in_channel"}))
    desk.sandbox.faults.add(Fault("slack", "error", "response_url", detail={"code": "used_url"}))
    desk.asked.refuses = TooLate("This set is being drawn already.")
    assert (await desk.click(ts, "set_draw"))["acked"]
    told = await desk.only_ana_sees() or [m["text"] for m in await desk.outside.messages("@easel", user="ana")]
    assert told == ["This set is being drawn already."]


async def test_slacks_own_refusals_have_a_sentence_as_well(desk: Desk) -> None:
    desk.sandbox.faults.add(Fault("slack", "error", "views.open", detail={"code": "expired_trigger_id"}))
    response = (await desk.command("/imageset"))["response"]
    assert response["text"] == "Slack waited too long for the form. Try once more."
