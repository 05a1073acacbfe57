"""Slack says no, stumbles or is away: people read a sentence or notice nothing, and each picture is there once.

Here one code of each group on the running bot, and all codes for forms; tests/faults has every code of every method.
"""

import asyncio
import os
from collections.abc import AsyncIterator

import pytest

from handlers.faults import MESSAGE_GONE, STUMBLED, UNREACHABLE, refusal
from tests.conversation import Bot, Person, World, eventually
from tests.seen import Seen, SeenSet
from tests.slack_errors import DOCUMENTED

pytestmark = pytest.mark.slow
ALWAYS = 10_000


@pytest.fixture(autouse=True)
async def mended(quiet: None, world: World) -> AsyncIterator[None]:
    """What always fails here fails until the test ends."""
    yield
    world.sandbox.faults.clear()


async def fails(world: World, method: str, code: str, match: str, times: int = 1, skip: int = 0) -> None:
    await world.fails("error", target="slack", method=method, code=code, match=match, times=times, skip=skip)


async def directly(ana: Person, words: str) -> Seen:
    return await ana.reads(words, channel="@easel")


def pictures_of(shown: SeenSet) -> int:
    files = [file for message in shown.thread for file in message.body.get("files", [])]
    return len(files) + sum(len(message.pictures) for message in (shown.root, *shown.thread))


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    ("method", "code", "times"),
    [
        ("chat.postMessage", "internal_error", 1),
        ("chat.postMessage", "invalid_blocks_format", 1),
        ("chat.update", "fatal_error", 2),
        ("chat.update", "edit_window_closed", 1),
        ("files.getUploadURLExternal", "service_unavailable", 1),
        ("files.completeUploadExternal", "file_update_failed", 1),
        pytest.param("files.completeUploadExternal", "file_not_found", 1, marks=SLOW),
    ],
)
async def test_what_passes_by_itself_is_not_noticed(
    ana: Person, bot: Bot, world: World, method: str, code: str, times: int
) -> None:
    title = f"a bell rings {times} {method[6:10]} {code}".replace("_", " ")
    await fails(world, method, code, title.replace(" ", "-") if "files" in method else title, times)
    await ana.types(f"/image {title} --quality low")
    done = await bot.finishes(title)
    assert world.sandbox.faults.is_empty
    assert pictures_of(done) == 1
    assert len(await bot.roots(title)) in (1, 1 + (code in MESSAGE_GONE))


@pytest.mark.parametrize("code", ["restricted_action", "not_in_channel", "messages_tab_disabled", "missing_scope"])
async def test_where_no_message_may_be_posted_who_asked_is_told_and_nothing_is_spent(
    ana: Person, world: World, code: str
) -> None:
    await fails(world, "chat.postMessage", code, "a closed door", ALWAYS)
    await ana.types("/imageset a closed door: knock | wait --quality low")
    await ana.hears(refusal(code).sentence)
    assert not await world.calls()


@pytest.mark.parametrize("code", ["is_inactive", "channel_not_found", "account_inactive", "markdown_text_conflict"])
async def test_where_messages_cannot_be_edited_any_more_who_asked_is_told_directly(
    ana: Person, bot: Bot, world: World, code: str
) -> None:
    title = f"a frozen lake {code}".replace("_", " ")
    await fails(world, "chat.update", code, title, ALWAYS)
    await ana.types(f"/imageset {title}: ice | thaw --quality low")
    told = await directly(ana, f"*{title.capitalize()}* cannot be shown in its channel.")
    assert refusal(code).sentence in told.words or "did not take what I wrote (ref " in told.words
    assert "What was drawn is kept." in told.words
    assert code not in told.words
    [root] = await bot.roots(title)
    thread = SeenSet(root, tuple((await world.messages("general", "ana", root.ts))[1:]))
    assert len(thread.cards) == 2, "the cards stand in the thread all the same"


async def test_a_full_store_of_files_is_said_on_the_card_and_the_picture_comes_when_there_is_room(
    ana: Person, bot: Bot, world: World
) -> None:
    await fails(world, "files.getUploadURLExternal", "storage_limit_reached", "a-full-barn", ALWAYS)
    await ana.types("/imageset a full barn: hay | cows --quality low")
    done = await bot.finishes("a full barn")
    for card in done.cards:
        assert "Slack does not show the picture. This workspace's file storage is full." in card.words
        assert not card.pictures
    await ana.chooses("Original", done.cards[0])
    await ana.reads("could not be shared here. This workspace's file storage is full.", under=done.root)
    world.sandbox.faults.clear()
    await ana.chooses("Original", done.cards[1])
    shared = await ana.reads("The original of a-full-barn-", under=done.root)
    assert shared.body["files"]


@pytest.mark.slow
async def test_slack_away_delays_a_picture_and_does_not_double_it(ana: Person, bot: Bot, world: World) -> None:
    await fails(world, "chat.postMessage", "service_unavailable", "a late ferry", ALWAYS)
    await ana.types("/image a late ferry --quality low")

    async def is_tried_again_and_again() -> bool:
        calls = [call for call in world.sandbox.journal.calls("slack") if "a late ferry" in str(call.arguments).lower()]
        return len(calls) > 6

    await eventually(is_tried_again_and_again, lambda: "another try, after the first five", within=20)
    world.sandbox.faults.clear()
    done = await bot.finishes("a late ferry")
    assert len(await bot.roots("a late ferry")) == 1
    assert pictures_of(done) == 1
    assert len(await world.calls()) == 1


async def test_a_revoked_token_ends_the_work_and_a_new_one_begins_as_usual(ana: Person, bot: Bot, world: World) -> None:
    await world.fails("error", target="slack", code="token_revoked", times=ALWAYS)
    before = len(world.sandbox.journal.calls("slack"))
    await ana.types("/imageset a lost key: door | window --quality low")

    async def has_given_up() -> bool:
        return len(world.sandbox.journal.calls("slack")) > before

    await eventually(has_given_up, lambda: "a first try")
    await asyncio.sleep(1.5)
    assert len(world.sandbox.journal.calls("slack")) - before < 10, "it is not tried again and again"
    assert not await world.calls()
    world.sandbox.faults.clear()
    await ana.types("/image a found key --quality low")
    await bot.finishes("a found key")


@pytest.mark.parametrize("code", DOCUMENTED["views.open"])
async def test_a_form_that_slack_does_not_open_is_explained_at_once(ana: Person, world: World, code: str) -> None:
    await world.fails("error", target="slack", method="views.open", code=code)
    answer = await ana.types("/cast add zoe")
    assert answer.words == refusal(code).sentence
    assert code not in answer.words


@pytest.mark.parametrize("kind", ["server_error", "drop", "rate_limit"])
async def test_a_form_when_slack_stumbles_is_opened_late_or_explained(ana: Person, world: World, kind: str) -> None:
    await world.fails(kind, target="slack", method="views.open")
    answer = await ana.types("/cast add zoe")
    if kind == "rate_limit":
        await ana.closes_form()
    else:
        assert answer.words in (STUMBLED, UNREACHABLE)


async def test_no_error_of_slack_disturbs_who_types_in_the_composer(ana: Person, world: World) -> None:
    await ana.types("/imageset")
    await ana.form()
    before = world.sandbox.workspace.new_ts()
    for number, code in enumerate(DOCUMENTED["views.update"]):
        await world.fails("error", target="slack", method="views.update", code=code)
        shots = number % 2 + 2
        await ana.changes(brief="a ball", shots="\n".join(f"shot {n}" for n in range(shots)))
        world.sandbox.faults.clear()
    await ana.changes(shots="one\ntwo\nthree\nfour")
    await ana.form("4 pictures")
    await ana.closes_form()
    seen = [*await world.messages("@easel", "ana"), *await world.messages("general", "ana")]
    assert not [message.words for message in seen if message.ts > before]


def some_now(codes: list[str], *now: str) -> list[object]:
    return [code if code in now else pytest.param(code, marks=SLOW) for code in codes]


@pytest.mark.parametrize("code", some_now(DOCUMENTED["views.publish"], "not_enabled", "internal_error"))
async def test_a_home_that_slack_does_not_take_is_explained_directly(ana: Person, world: World, code: str) -> None:
    before = world.sandbox.workspace.new_ts()
    await world.fails("error", target="slack", method="views.publish", code=code)
    await world.get("home", user="ana")

    async def is_told() -> bool:
        told = [message.words for message in await world.messages("@easel", "ana") if message.ts > before]
        return told == [refusal(code).sentence]

    await eventually(is_told, lambda: refusal(code).sentence)


@pytest.mark.skipif(os.environ.get("EASEL_TEST_SLACK") == "http", reason="there is no socket")
@pytest.mark.parametrize(
    "reason", ["warning", "refresh_requested", "link_disabled", pytest.param("dropped", marks=SLOW)]
)
async def test_a_socket_that_slack_closes_is_opened_anew_and_nothing_is_lost(
    ana: Person, bot: Bot, world: World, reason: str
) -> None:
    await world.sets(slack={"retry_after": [0.5, 1.0, 5.5]})
    await world.fails("disconnect", target="slack", method="app_mention", reason=reason)
    await ana.says(f"@easel a parcel {reason.replace('_', ' ')} --quality low")
    await bot.finishes(f"a parcel {reason.replace('_', ' ')}")
    assert len(await world.calls()) == 1
