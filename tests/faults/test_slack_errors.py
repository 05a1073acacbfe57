"""Every error that Slack documents, for each method that Easel calls: the picture is there once, or a sentence is.

The table is in tests/slack_errors.py. What passes by itself fails once here; what does not pass fails every time.
Forms and App Home (views.*) are in tests/conversations/test_slack_refusals.py.
"""

from collections.abc import AsyncIterator, Container
from typing import Any

import aiohttp
import pytest

from bot.domain import Failure
from bot.errors import BotError, Unavailable
from bot.metrics import Metrics
from bot.workflows.outages import waiting_out
from bot.workflows.show import Private
from handlers.calls import web_client
from handlers.faults import AWAY, NOT_HERE, PAYLOAD, PICTURES, SENTENCES, STUMBLES, refusal
from handlers.front import Front
from handlers.socket import Socket
from tests.faults.plays import Play
from tests.slack_errors import DOCUMENTED
from tests.stage import Scene, on_stage

pytestmark = pytest.mark.slow

ALWAYS = 10_000
PASSES = {*AWAY, *STUMBLES, *PICTURES, *PAYLOAD}
STAYS = {*NOT_HERE, *PICTURES, *SENTENCES}
SHOWING = (
    "chat.postMessage",
    "chat.update",
    "files.getUploadURLExternal",
    "files.completeUploadExternal",
    "files.info",
)
LOOKING = ("conversations.history", "conversations.replies")
MISHAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "429": ("rate_limit", {"retry_after": 1}),
    "500": ("server_error", {"status": 500}),
    "503": ("server_error", {"status": 503}),
    "timeout": ("hang", {"seconds": 0.6}),
    "cut off before": ("drop", {}),
    "cut off after": ("drop", {"after": True}),
}


def cases(methods: tuple[str, ...], among: Container[str]) -> list[tuple[str, str]]:
    return [(method, code) for method in methods for code in DOCUMENTED[method] if code in among]


@pytest.fixture(scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    async with on_stage(tmp_path_factory.mktemp("stage")) as scene:
        scene.sandbox.knobs.slack.rate_limits = False
        yield scene


@pytest.fixture(autouse=True)
async def cleared(scene: Scene) -> AsyncIterator[None]:
    yield
    scene.sandbox.faults.clear()
    for channel in scene.sandbox.workspace.channels.values():
        for message in [*channel.log.roots(), *channel.log.ephemeral_for(scene.ana)]:
            channel.log.remove(message)


async def is_shown_once(play: Play, code: str) -> None:
    assert await play.pictures() == 1
    words = await play.words()
    assert code not in words
    assert "✕" not in words


async def is_said(play: Play, code: str) -> None:
    """Unless there was a way around it."""
    words = await play.words()
    assert await play.pictures() == 1 or refusal(code).sentence in words
    assert await play.pictures() <= 1
    assert code not in words


@pytest.mark.parametrize(("method", "code"), cases(SHOWING, PASSES))
async def test_what_passes_is_not_noticed(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, code=code)
    play = Play.of(scene)
    await play.runs()
    assert scene.sandbox.faults.is_empty
    await is_shown_once(play, code)


@pytest.mark.parametrize(("method", "code"), cases(SHOWING, STAYS))
async def test_what_stays_is_said_or_gone_around(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, times=ALWAYS, code=code)
    play = Play.of(scene)
    await play.runs()
    await is_said(play, code)


@pytest.mark.parametrize(("method", "code"), cases(SHOWING[:4], AWAY))
async def test_while_slack_is_away_the_work_waits(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, times=ALWAYS, code=code)
    play = Play.of(scene)
    with pytest.raises(Unavailable):
        await play.runs()
    scene.sandbox.faults.clear()
    await waiting_out("a play", play.runs)
    await is_shown_once(play, code)


@pytest.mark.parametrize(("method", "code"), cases(("conversations.open",), {*AWAY, *STUMBLES}))
async def test_a_private_set_finds_its_way_when_slack_stumbles(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, code=code)
    play = Play.of(scene, private=True)
    await play.runs()
    await is_shown_once(play, code)


@pytest.mark.parametrize(("method", "code"), cases(("conversations.open",), {*STAYS, *PAYLOAD}))
async def test_where_there_are_no_direct_messages_a_private_set_says_so(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, times=ALWAYS, code=code)
    play = Play.of(scene, private=True)
    await play.runs()
    await is_said(play, code)
    assert await play.pictures() == 0


@pytest.mark.parametrize("times", [1, ALWAYS])
@pytest.mark.parametrize(("method", "code"), cases(("chat.postEphemeral",), {*PASSES, *STAYS}))
async def test_what_one_person_should_read_is_read_once(scene: Scene, method: str, code: str, times: int) -> None:
    scene.fails("error", method, times=times, code=code)
    play = Play.of(scene)
    asked = Private(f"of {play.view.shot_set.id}", play.view.shot_set.place, scene.ana)
    for _ in range(2):
        await play.show.set_failed(play.view, Failure("There is no more paint."), asked)
    said = [*await scene.outside.messages(user="ana"), *await scene.outside.messages("@easel", user="ana")]
    assert sum("There is no more paint." in str(message["text"]) for message in said) == 1
    assert code not in await play.words()


@pytest.mark.parametrize(("method", "code"), cases(LOOKING, {*PASSES, *STAYS}))
async def test_a_message_whose_answer_was_lost_is_there_though_slack_cannot_be_asked_for_it(
    scene: Scene, method: str, code: str
) -> None:
    """Where Slack refuses to be asked it may stand there twice: that is better than not at all."""
    is_root = method == "conversations.history"
    scene.fails("drop", "chat.postMessage", skip=0 if is_root else 1, after=True)
    scene.fails("error", method, code=code)
    play = Play.of(scene)
    await play.runs()
    assert scene.sandbox.faults.is_empty
    if code in AWAY or code in STUMBLES:
        await is_shown_once(play, code)
    else:
        assert await play.pictures() in (1, 2)


@pytest.mark.parametrize("mishap", MISHAPS)
@pytest.mark.parametrize("method", [*SHOWING, *LOOKING, "conversations.open"])
async def test_mishaps_on_the_line_are_not_noticed(scene: Scene, method: str, mishap: str) -> None:
    kind, detail = MISHAPS[mishap]
    if method in LOOKING:
        scene.fails("drop", "chat.postMessage", skip=0 if method == "conversations.history" else 1, after=True)
    scene.fails(kind, method, **detail)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.3 if kind == "hang" else 5)) as session:
        play = Play.of(scene, private=method == "conversations.open", session=session)
        await play.runs()
    assert scene.sandbox.faults.is_empty
    await is_shown_once(play, kind)


def a_socket(scene: Scene) -> Socket:
    environment = scene.sandbox.environment()
    front = Front(web_client(scene.token, environment["SLACK_API_URL"]), Metrics())
    return Socket(front, environment["SLACK_APP_TOKEN"])


@pytest.mark.parametrize(("method", "code"), cases(("apps.connections.open",), SENTENCES))
async def test_a_socket_that_slack_will_never_open_ends_the_start_with_a_sentence(
    scene: Scene, method: str, code: str
) -> None:
    scene.fails("error", method, times=ALWAYS, code=code)
    with pytest.raises(BotError, match="Slack refuses SLACK_APP_TOKEN") as refused:
        await a_socket(scene).open()
    assert refused.value.sentence.endswith(SENTENCES[code])


@pytest.mark.parametrize(("method", "code"), cases(("apps.connections.open",), {*AWAY, *STUMBLES, *PAYLOAD}))
async def test_a_socket_that_slack_does_not_open_at_once_is_opened_later(scene: Scene, method: str, code: str) -> None:
    scene.fails("error", method, code=code)
    socket = a_socket(scene)
    await socket.open()
    assert await socket.problem() is None
    await socket.close()
