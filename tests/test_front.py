"""Every request is answered in time and waited for, whatever its listener does."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.metrics import Metrics
from handlers.front import Front, kind_of
from tests.payloads import command, every_kind, press
from tests.sandbox.server import Sandbox
from tests.slack_driving import running_sandbox, someone_outside, web_client

PRESS = press({"action_id": "any", "value": "x"})


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def front(sandbox: Sandbox) -> Front:
    return Front(web_client(sandbox), Metrics())


async def answered(front: Front) -> tuple[int, float]:
    began = time.monotonic()
    answer = await front.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=PRESS))
    return answer.status, time.monotonic() - began


async def test_an_error_right_after_the_acknowledgement_does_not_take_it_back(front: Front) -> None:
    async def on_press(ack: AsyncAck) -> None:
        await ack()
        raise RuntimeError("too late for the person to see")

    front.action("any")(on_press)
    status, seconds = await answered(front)
    assert status == 200 and seconds < 1.0


async def test_a_listener_that_ends_without_a_word_counts_as_acknowledged(front: Front) -> None:
    async def on_press() -> None:
        return None

    front.action("any")(on_press)
    status, seconds = await answered(front)
    assert status == 200 and seconds < 1.0


async def test_who_stops_waits_for_listeners_that_work_on_after_their_acknowledgement(front: Front) -> None:
    done = asyncio.Event()

    async def on_press(ack: AsyncAck) -> None:
        await ack()
        await asyncio.sleep(0.3)
        done.set()

    front.action("any")(on_press)
    await answered(front)
    assert not done.is_set()
    await front.idle()
    assert done.is_set()


def test_every_kind_of_request_has_a_name_for_its_metrics() -> None:
    kinds = {kind_of(payload) for payload in every_kind()}
    assert kinds == {"command", "event", "action", "form", "shortcut", "options", "other"}
    assert kind_of(command("/image", "x")) == "command"


async def test_two_bots_in_one_process_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.acknowledged("command", 0.1)
    assert b'easel_acknowledgement_seconds_count{kind="command"} 1.0' in one.text()
    assert b'easel_acknowledgement_seconds_count{kind="command"}' not in other.text()


async def test_a_request_that_comes_before_slack_says_who_we_are_is_not_acknowledged_and_not_lost(
    front: Front, sandbox: Sandbox
) -> None:
    heard: list[str] = []

    async def on_press(ack: AsyncAck) -> None:
        heard.append("press")
        await ack()

    front.action("any")(on_press)
    async with someone_outside(sandbox) as outside:
        fault = {"target": "slack", "method": "auth.test", "kind": "error", "code": "internal_error", "times": 1}
        await outside.post("faults", **fault)
        assert (await answered(front))[0] == 500
        assert heard == []
        assert (await answered(front))[0] == 200
    assert heard == ["press"]
