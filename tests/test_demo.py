"""`make demo` as a newcomer meets it: the page in a real browser, the real bot, the example that the page suggests."""

import asyncio
import os
import re
import socket
import sys
import time
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.browser import open_tab, running_browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHOTS = 4
DRAWN_WITHIN = 60_000  # milliseconds, with the demo's own latencies


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """The demo, started by its command on a free port; the address is the first line that it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "SLACK_"))}
    demo = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.sandbox"),
        env=quiet | {"SANDBOX_PORT": str(port)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert demo.stdout
    first = (await demo.stdout.readline()).decode().strip()
    assert first == f"http://127.0.0.1:{port}"
    yield first
    demo.terminate()
    await asyncio.wait_for(demo.wait(), 20)


async def finish(page: Page, title: str) -> None:
    root = page.locator(".channel .message", has_text=title).last
    await expect(root).to_contain_text(re.compile(rf"{SHOTS} pictures · \$\d"), timeout=DRAWN_WITHIN)


async def test_the_suggested_example_becomes_a_finished_set_before_ones_eyes(address: str) -> None:
    async with running_browser() as browser, open_tab(browser, f"{address}/?user=ana") as ana:
        await expect(ana.page.get_by_text("Easel is connected")).to_be_visible(timeout=30_000)
        await ana.page.click(".step >> nth=0")
        await ana.page.press(".channel .composer-text", "Enter")
        root = ana.page.locator(".channel .message", has_text="opens a robot café").last
        await expect(root).to_contain_text(re.compile(r"about \$0\.\d\d"), timeout=10_000)
        progress: set[str] = set()
        until = time.monotonic() + DRAWN_WITHIN / 1000
        while time.monotonic() < until and not re.search(rf"{SHOTS} pictures · \$\d", words := await root.inner_text()):
            progress.update(re.findall(rf"\d of {SHOTS}", words))
            await asyncio.sleep(0.2)
        assert len(progress) >= 2, progress
        await finish(ana.page, "opens a robot café")
        await expect(root.locator("img").first).to_be_visible()
        await root.locator("button", has_text="repl").click()
        cards = ana.page.locator(".thread .message", has_text=re.compile(r"#\d · v1"))
        await expect(cards.filter(has=ana.page.locator("button", has_text="Redo"))).to_have_count(SHOTS)
