"""How events and commands reach the bot: once, twice, late, again, by socket or by signed HTTP, or not at all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from tests.sandbox.server import Sandbox
from tests.slack_driving import Bot, Json, Outside, bolt_app, connected, running_sandbox, someone_outside, soon


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def outside(sandbox: Sandbox) -> AsyncIterator[Outside]:
    async with someone_outside(sandbox) as someone:
        yield someone


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot(sandbox)
    async with connected(bot.app, sandbox):
        yield bot


async def test_a_command_that_is_not_acknowledged_times_out(bot: Bot, outside: Outside, sandbox: Sandbox) -> None:
    sandbox.knobs.slack.acknowledge_within = 0.2

    @bot.app.command("/image")
    async def on_image(ack: AsyncAck) -> None:
        await asyncio.sleep(0.4)
        await ack()

    answer = await outside.post("command", user="cho", channel="general", command="/image", text="")
    assert answer["error"] == "operation_timeout"
    [told] = await outside.messages(user="cho")
    assert "operation_timeout" in told["text"]


async def test_a_command_without_a_bot_is_not_dispatched(outside: Outside) -> None:
    answer = await outside.post("command", user="cho", channel="general", command="/image", text="")
    assert (answer["ok"], answer["error"]) == (False, "dispatch_failed")


async def test_an_event_is_delivered_twice_when_asked(bot: Bot, outside: Outside) -> None:
    await outside.post("faults", target="slack", kind="twice", method="event")
    await outside.say("ana", "hello")
    await soon(lambda: len(bot.heard) == 2)
    assert len({body["event_id"] for body in bot.heard}) == 1


async def test_an_event_is_delivered_again_until_it_is_acknowledged(bot: Bot, outside: Outside) -> None:
    await outside.post("faults", target="slack", kind="lost", method="message", times=2)
    await outside.say("ana", "hello")
    await soon(lambda: bot.heard)
    calls = (await outside.get("calls", target="deliveries"))["calls"]
    assert [call["arguments"]["attempt"] for call in calls] == [2]


async def test_each_envelope_goes_to_one_connection(sandbox: Sandbox, outside: Outside) -> None:
    first, second = Bot(sandbox), Bot(sandbox)
    async with connected(first.app, sandbox), connected(second.app, sandbox):
        for number in range(6):
            await outside.say("ana", f"message {number}")
        await soon(lambda: len(first.heard) + len(second.heard) == 6)
        assert len(first.heard) == len(second.heard) == 3


async def test_the_bot_reconnects_when_slack_asks_it_to(bot: Bot, outside: Outside, sandbox: Sandbox) -> None:
    answer = await outside.post("faults", target="slack", kind="disconnect")
    assert answer["disconnected"] == 1
    await soon(lambda: sandbox.slack.sockets.is_connected)
    await outside.say("ana", "still there?")
    await soon(lambda: bot.heard)


async def test_an_envelope_without_acknowledgement_comes_again(sandbox: Sandbox, outside: Outside) -> None:
    """Nobody listens to this event, so bolt answers 404, which a socket never acknowledges."""
    sandbox.knobs.slack.acknowledge_within = 0.05
    app, attempts = bolt_app(sandbox), list[str]()

    @app.middleware
    async def note(req: AsyncBoltRequest, next: Any) -> None:
        attempts.append(req.headers.get("x-slack-retry-num", ["0"])[0])
        await next()

    async with connected(app, sandbox):
        await outside.say("ana", "anybody?")
        await soon(lambda: len(attempts) == 4)
    assert attempts == ["0", "1", "2", "3"]


async def test_signed_http_carries_events_commands_and_actions(sandbox: Sandbox, outside: Outside) -> None:
    bot = Bot(sandbox)

    @bot.app.command("/image")
    async def on_image(ack: AsyncAck, command: Json) -> None:
        await ack(f"drawing {command['text']}")

    async with served(bot.app) as address:
        await outside.post("settings", slack={"request_url": address})
        ts = await outside.say("ana", "@easel hello")
        answer = await outside.post("command", user="ana", channel="general", command="/image", text="a fox")
        await soon(lambda: len(bot.heard) == 2)
    assert answer["response"] == {"text": "drawing a fox"}
    assert {event["ts"] for event in bot.events("message")} == {ts}


async def test_http_that_refuses_is_asked_again_with_the_reason(sandbox: Sandbox, outside: Outside) -> None:
    seen: list[tuple[str | None, str | None]] = []

    async def refuse(request: web.Request) -> web.Response:
        seen.append((request.headers.get("x-slack-retry-num"), request.headers.get("x-slack-retry-reason")))
        return web.Response(status=500, headers={"x-slack-no-retry": "1"} if len(seen) == 2 else {})

    app = web.Application()
    app.router.add_post("/slack/events", refuse)
    async with on_free_port(app) as address:
        await outside.post("settings", slack={"request_url": address})
        await outside.say("ana", "hello")
        await soon(lambda: len(seen) == 2)
        await asyncio.sleep(0.2)
    assert seen == [(None, None), ("1", "http_error")]


@asynccontextmanager
async def on_free_port(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def served(app: AsyncApp) -> AsyncIterator[str]:
    async with on_free_port(app.web_app("/slack/events")) as address:
        yield address
