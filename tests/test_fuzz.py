"""Whatever comes over HTTP, signed or not, is answered soon and never with a 5xx, and the bot goes on.

600 requests here; `FUZZ=10000 pytest tests/test_fuzz.py` sends more, `SEED` other ones.
"""

import asyncio
import io
import os
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.conversation import Person, World, eventually
from tests.http_bot import HttpBot, http_bot
from tests.mutations import PRETEND_SECRET, Sent, requests
from tests.sandbox.server import Sandbox

pytestmark = pytest.mark.slow
NUMBER = int(os.environ.get("FUZZ") or 600)
SEED = int(os.environ.get("SEED") or 1)
AT_ONCE = 8
SLACK_WAITS = 3.0
PATIENCE = 60.0 + NUMBER / 40  # who cannot be answered is told, no faster than Slack allows


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Sandbox, HttpBot]]:
    async with http_bot(tmp_path_factory.mktemp("fuzz"), ASK_ABOVE_USD="0") as running:
        yield running


async def send_all(bot: HttpBot, waiting: Iterator[Sent]) -> list[tuple[Sent, int, float]]:
    answered: list[tuple[Sent, int, float]] = []

    async def some(http: aiohttp.ClientSession) -> None:
        for sent in waiting:
            began = time.monotonic()
            async with http.post(bot.request_url, data=io.BytesIO(sent.body), headers=sent.headers) as response:
                await response.read()
                answered.append((sent, response.status, time.monotonic() - began))

    async with aiohttp.ClientSession(skip_auto_headers=["Content-Type"]) as http:
        await asyncio.gather(*(some(http) for _ in range(AT_ONCE)))
    return answered


async def test_nothing_that_is_sent_breaks_the_bot(running: tuple[Sandbox, HttpBot]) -> None:
    sandbox, bot = running
    world = World(sandbox, bot.request_url)
    await world.calm()
    answered = await send_all(bot, requests(NUMBER, SEED))
    assert len(answered) == NUMBER

    broken = [(sent.body[:2000], sent.headers, status) for sent, status, _ in answered if not 200 <= status < 500]
    assert not broken[:3], Counter(status for _, status, _ in answered)
    assert not [(sent.body[:2000], seconds) for sent, _, seconds in answered if seconds >= SLACK_WAITS]
    assert not [(sent.body[:2000], status) for sent, status, _ in answered if sent.is_whole and status != 200]
    assert any(status == 401 for _, status, _ in answered) and any(status == 413 for _, status, _ in answered)

    answer = await Person(world, "ana").types("/cast")
    assert answer.words
    await work_ends(bot)
    assert await bot.status("/readyz") == 200
    await world.close()
    _check_log(sandbox, bot)


async def work_ends(bot: HttpBot) -> None:
    """Every set that was asked for is planned, or told why not."""
    going_on: dict[str, float] = {}

    async def look() -> bool:
        nonlocal going_on
        _, text = await bot.get("/metrics")
        counts = {
            name: float(value)
            for name, _, value in (line.rpartition(" ") for line in text.splitlines())
            if name.startswith(("easel_workflows_in_work{", "easel_sets{"))
        }
        assert counts.pop('easel_sets{state="waiting"}') > 0
        going_on = {name: value for name, value in counts.items() if value}
        return not going_on

    await eventually(look, lambda: f"an end of {going_on}", within=PATIENCE)


def _check_log(sandbox: Sandbox, bot: HttpBot) -> None:
    lines = bot.lines()
    faults = [line for line in lines if line["level"] in ("error", "critical")]
    assert not faults[:2], Counter(line["event"][:200] for line in faults)
    written = Path(bot.log).read_text(encoding="utf-8")
    names = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "OPENAI_API_KEY")
    for secret in (PRETEND_SECRET, *(sandbox.environment()[name] for name in names)):
        assert secret not in written
