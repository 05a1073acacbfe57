"""Slack calling the bot by signed HTTP, and what those who run it look at: health, readiness, metrics, and its end."""

import asyncio
import io
import json
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import missing_keys
from bot.health import Health
from bot.settings import Settings
from handlers.checks import signing_secret_problem
from tests.conversation import Bot, Person, World, eventually
from tests.http_bot import FORM, JSON, HttpBot, Json, headers_for, http_bot, written
from tests.payloads import command, event
from tests.sandbox.server import Sandbox


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Sandbox, HttpBot]]:
    async with http_bot(tmp_path_factory.mktemp("http")) as running:
        yield running


@pytest.fixture
def process(running: tuple[Sandbox, HttpBot]) -> HttpBot:
    return running[1]


@pytest.fixture
async def world(running: tuple[Sandbox, HttpBot]) -> AsyncIterator[World]:
    sandbox, process = running
    world = World(sandbox, process.request_url)
    await world.calm()
    yield world
    await world.close()


@pytest.fixture
def ana(world: World) -> Person:
    return Person(world, "ana")


@pytest.fixture
def bot(world: World) -> Bot:
    return Bot(world)


async def send(process: HttpBot, body: str | bytes, headers: dict[str, str]) -> tuple[int, str]:
    async with aiohttp.ClientSession(skip_auto_headers=["Content-Type"]) as http:
        data = body.encode() if isinstance(body, str) else body
        async with http.post(process.request_url, data=io.BytesIO(data), headers=headers) as response:
            return response.status, await response.text()


async def send_signed(process: HttpBot, payload: Json) -> tuple[int, str]:
    body, content_type = written(payload)
    return await send(process, body, headers_for(body, content_type))


async def counted(process: HttpBot, name: str) -> float:
    _, text = await process.get("/metrics")
    return sum(float(line.rpartition(" ")[2]) for line in text.splitlines() if line.startswith(name))


async def test_a_command_a_press_and_an_event_come_by_http(ana: Person, bot: Bot) -> None:
    await ana.types("/imageset A café by http: cover | thumbs up")
    shown = await bot.finishes("A café by http")
    await ana.presses("Redo", on=await bot.shows("#1 · v1", shown))
    await bot.shows("#1 · v2", shown)
    await ana.says("@easel a red fox by http")
    await bot.finishes("a red fox by http")


async def test_a_form_opens_changes_its_price_and_is_sent_by_http(ana: Person, bot: Bot) -> None:
    await ana.types("/imageset")
    await ana.changes(brief="A lighthouse by http", count="2")
    await ana.form("2 pictures")
    assert (await ana.fills(brief="A lighthouse by http", count="2")).is_closed
    await bot.finishes("A lighthouse by http")


async def test_a_command_may_speak_of_a_payload(process: HttpBot) -> None:
    """Bolt's own reader of forms takes the word for a field."""
    status, answer = await send_signed(process, command("/cast", "show the payload"))
    assert status == 200 and json.loads(answer)["response_type"] == "ephemeral"


async def test_slacks_greeting_is_answered(process: HttpBot) -> None:
    greeting = {"type": "url_verification", "challenge": "3eZbrw1aBm2", "token": "x"}
    status, answer = await send_signed(process, greeting)
    assert (status, json.loads(answer)) == (200, {"challenge": "3eZbrw1aBm2"})
    assert await send(process, "ssl_check=1&token=x", {"Content-Type": FORM}) == (200, "")


async def test_what_is_not_signed_by_slack_is_refused(process: HttpBot) -> None:
    body, content_type = written(command("/imagespend", ""))
    right = headers_for(body, content_type)
    assert (await send(process, body, right))[0] == 200
    old = headers_for(body, content_type, at=time.time() - 3600)
    for wrong in (
        {"Content-Type": content_type},
        right | {"X-Slack-Signature": "v0=" + "0" * 64},
        right | {"X-Slack-Signature": "v0=é"},
        right | {"X-Slack-Request-Timestamp": "yesterday"},
        right | {"X-Slack-Request-Timestamp": str(int(time.time()) + 1)},
        old,
    ):
        assert (await send(process, body, wrong))[0] == 401, wrong
    assert (await send(process, body + "&text=more", right))[0] == 401


async def test_what_cannot_be_read_is_refused_with_a_reason(process: HttpBot) -> None:
    for body in ("not json", "[]", "null", "[" * 100_000, '{"type": "event_callback", "event": 5}', '{"type": "none"}'):
        status, answer = await send(process, body, headers_for(body))
        assert status == 400 and "cannot be read" in json.loads(answer)["error"], body[:50]
    missing = command("/imageset", "a fox")
    del missing["trigger_id"]
    assert await send_signed(process, missing) == (400, '{"error": "cannot be read: trigger_id"}')
    assert (await send(process, "x", headers_for("x", "text/plain")))[0] == 415
    assert (await send(process, b"\xff\xfe", headers_for("", JSON)))[0] == 400
    assert (await send(process, "x" * 2_000_000, headers_for("x" * 2_000_000)))[0] == 413


async def test_health_readiness_and_metrics_have_their_own_addresses(process: HttpBot, ana: Person, bot: Bot) -> None:
    drawn = await counted(process, 'easel_image_calls_total{model="gpt-image-2",outcome="drawn"}')
    await ana.types("/image a counted fox")
    await bot.finishes("a counted fox")
    assert await process.get("/healthz") == (200, "alive\n")
    assert await process.get("/readyz") == (200, "ready\n")
    assert (await process.get("/nothing"))[0] == 404
    await asyncio.sleep(2.1)  # metrics look into the database no more often than every two seconds
    assert await counted(process, 'easel_image_calls_total{model="gpt-image-2",outcome="drawn"}') == drawn + 1
    for name in (
        'easel_acknowledgement_seconds_count{kind="command"}',
        "easel_pictures_total",
        "easel_spent_micro_usd_total",
        'easel_slack_calls_total{method="chat.postMessage",status="200"}',
        "easel_image_call_seconds_sum",
        "easel_ready",
        "process_resident_memory_bytes",
    ):
        assert await counted(process, name) > 0, name
    for name in ("easel_held_micro_usd", "easel_waiting_turns", 'easel_sets{state="drawing"}'):
        assert await counted(process, name) == 0, name


async def test_each_line_of_work_names_its_session_and_iteration(process: HttpBot, ana: Person, bot: Bot) -> None:
    await ana.types("/imageset A fox in the log: day | night")
    await bot.finishes("A fox in the log")
    drawn = [line for line in process.lines() if line["event"] == "drawn"][-2:]
    assert {line["shot"] for line in drawn} == {"#1", "#2"}
    for line in drawn:
        assert line["session"].startswith("ses_") and line["iteration"].startswith("set_")
        assert (line["workflow"], line["step"], line["level"]) == ("shot", "draw", "info")
    heard = [line for line in process.lines() if line["event"] == "answered" and line["kind"] == "command"][-1]
    assert (heard["what"], heard["workspace"], heard["user"]) == ("/imageset", "T0EASEL", "U0ANA0001")


async def test_in_socket_mode_the_same_port_tells_of_health(tmp_path: Path) -> None:
    async with http_bot(tmp_path, SLACK_MODE="socket") as (_, process):
        assert await process.get("/readyz") == (200, "ready\n")
        assert await process.status("/metrics") == 200
        assert (await send_signed(process, command("/imagespend", "")))[0] == 404


def test_http_mode_needs_a_signing_secret_and_no_app_token() -> None:
    def wanted(**given: str) -> list[str]:
        keys = {"slack_bot_token": "xoxb-1", "openai_api_key": "sk-1", **given}
        return missing_keys(Settings(_env_file=None, _env_prefix="easel_tests_", **keys))  # type: ignore[arg-type]

    assert wanted() == ["SLACK_APP_TOKEN"]
    assert wanted(slack_mode="http") == ["SLACK_SIGNING_SECRET"]
    assert wanted(slack_mode="http", slack_signing_secret="8f74") == []
    assert "is not set" in (signing_secret_problem("") or "")
    assert "is a token" in (signing_secret_problem("xoxb-1") or "")
    assert signing_secret_problem("8f742231b10e8888") is None


async def test_a_part_that_fails_is_named_and_its_words_are_kept_back() -> None:
    async def broken() -> None:
        raise ConnectionError("postgresql://easel:secret@db")

    health = Health()
    health.needs("database", broken)
    assert await health.problem() == "It is starting."
    health.open()
    assert await health.problem() == "The database cannot be reached (ConnectionError)."


async def test_an_event_that_could_not_be_recorded_is_delivered_again(tmp_path: Path) -> None:
    async with http_bot(tmp_path) as (_, process):
        with sqlite3.connect(tmp_path / "data" / "app.db") as database:
            database.execute("ALTER TABLE messages RENAME TO hidden")
            database.commit()
            assert await _mention(process) == 500
            assert await _mention(process, attempt="3") == 200, "the last attempt ends, and the person is told"
            database.execute("ALTER TABLE hidden RENAME TO messages")
        assert await _mention(process, attempt="1") == 200
        assert await counted(process, 'easel_listener_errors_total{kind="event"}') == 2


async def _mention(process: HttpBot, attempt: str = "") -> int:
    body, content_type = written(event("app_mention", text="<@U0EASELBOT> a fox"))
    retried = {"X-Slack-Retry-Num": attempt} if attempt else {}
    return (await send(process, body, headers_for(body, content_type) | retried))[0]


async def test_it_stops_when_asked_and_finishes_what_is_in_the_air(tmp_path: Path) -> None:
    async with http_bot(tmp_path, DRAIN_SECONDS="20") as (sandbox, process):
        world = World(sandbox, process.request_url)
        await world.calm()
        await world.sets(latency={"fixed": 2.0})
        await Person(world, "ana").types("/image a fox in the air")

        async def in_the_air() -> bool:
            return len(await world.calls("a fox in the air")) == 1

        await eventually(in_the_air, lambda: "a call")
        os.kill(process.pid, signal.SIGTERM)

        async def says_so() -> bool:
            return await process.get("/readyz") == (
                503,
                "It is stopping: work in the air is finished, new work goes to others.\n",
            )

        await eventually(says_so, lambda: "503 while it stops")
        assert await process.status("/healthz") == 200
        assert (await send_signed(process, command("/imagespend", "")))[0] == 503
        assert await process.ends() == 0
        assert [line for line in process.lines() if line["event"] == "drawn"]
        await world.close()
