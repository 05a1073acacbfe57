"""A real Chromium for tests that see the sandbox's page as a person does; the browser comes from the system."""

import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Route, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PATIENCE = 8_000  # milliseconds that a test waits for anything on the page


def chromium() -> str:
    """Its path; without one the tests are skipped, visibly, but never where CI should have it."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    missing = f"no Chromium: none of {', '.join(NAMES)} is installed, and CHROMIUM is not set"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


@dataclass
class Tab:
    """A page that one person has open, and everything that went wrong in it."""

    page: Page
    faults: list[str] = field(default_factory=list)

    async def write(self, text: str, where: str = ".channel") -> None:
        """Type into a message box and press Enter."""
        await self.page.fill(f"{where} .composer-text", text)
        await self.page.press(f"{where} .composer-text", "Enter")

    def note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.text} ({message.location.get('url', '')})")


@asynccontextmanager
async def open_tab(browser: Browser, address: str, photos: Sequence[bytes] = ()) -> AsyncIterator[Tab]:
    """A tab of its own, as a second person would have it; a fault in its console fails the test.

    The sample photos are given here, so that no test waits for the painter.
    """
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    await _give_samples(context, photos)
    tab = Tab(await context.new_page())
    tab.page.on("console", tab.note)
    tab.page.on("pageerror", lambda error: tab.faults.append(str(error)))
    await tab.page.goto(address)
    await tab.page.wait_for_selector(".side-row")
    yield tab
    await context.close()
    assert tab.faults == []


async def _give_samples(context: BrowserContext, photos: Sequence[bytes]) -> None:
    listed = [
        {"name": f"maya_{i}.png", "title": f"Maya {i}", "url": f"/sandbox/samples/{i}"} for i in range(len(photos))
    ]

    async def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[-1]
        if name == "samples":
            await route.fulfill(json={"ok": True, "samples": listed})
        else:
            await route.fulfill(body=photos[int(name)], content_type="image/png")

    await context.route("**/sandbox/samples", answer)
    await context.route("**/sandbox/samples/*", answer)
