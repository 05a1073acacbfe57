"""The sandbox's page, as a person at a browser finds it: what is typed, dropped and pressed shows what it should."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, FilePayload, expect

from tests.browser import Tab, open_tab, running_browser
from tests.page_bot import PageBot
from tests.sandbox.control_sight import HINTS
from tests.sandbox.server import Sandbox
from tests.slack_driving import Outside, connected, picture, running_sandbox, someone_outside

pytestmark = pytest.mark.browser
PHOTO = FilePayload(name="maya.png", mimeType="image/png", buffer=picture())
SIDE = FilePayload(name="side.png", mimeType="image/png", buffer=picture())
DROP = """name => {
    const files = new DataTransfer();
    files.items.add(new File(["not really a picture"], name, { type: "text/plain" }));
    return files;
}"""


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with running_browser() as running:
        yield running


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as running:
        running.knobs.slack.rate_limits = False
        yield running


@pytest.fixture
async def outside(sandbox: Sandbox) -> AsyncIterator[Outside]:
    async with someone_outside(sandbox) as someone:
        yield someone


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[PageBot]:
    bot = PageBot(sandbox)
    async with connected(bot.app, sandbox):
        yield bot


@pytest.fixture
async def ana(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Tab]:
    async with open_tab(browser, f"{sandbox.url}/?user=ana", photos=[picture(300, 300)]) as tab:
        yield tab


@pytest.fixture
async def ben(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Tab]:
    async with open_tab(browser, f"{sandbox.url}/?user=ben") as tab:
        yield tab


async def test_a_slash_offers_the_commands_and_tab_completes_one(ana: Tab) -> None:
    await ana.page.fill(".channel .composer-text", "/")
    offers = ana.page.locator(".channel .offer")
    await expect(offers.first).to_contain_text("/imageset")
    await expect(offers.nth(2)).to_contain_text("add maya")
    await ana.page.keyboard.press("ArrowDown")
    await ana.page.keyboard.press("Tab")
    await expect(ana.page.locator(".channel .composer-text")).to_have_value("/image ")
    await expect(ana.page.locator(".usage-strip")).to_contain_text("a red fox in the snow")


async def test_two_people_in_two_tabs_read_each_other_without_reloading(ana: Tab, ben: Tab) -> None:
    await ana.write("Hello *team*, see <https://example.com|this> & that")
    await expect(ben.page.locator(".message .text")).to_have_text("Hello team, see this & that")
    await expect(ben.page.locator(".message strong", has_text="team")).to_be_visible()
    await ben.write("Morning!")
    await expect(ana.page.locator(".message .author").nth(1)).to_have_text("Ben Okafor")


async def test_messages_of_one_author_stand_together(ana: Tab) -> None:
    await ana.write("One")
    await ana.write("Two")
    await expect(ana.page.locator(".message.grouped .text")).to_have_text("Two")
    await expect(ana.page.locator(".message .author")).to_have_count(1)


async def test_shift_enter_makes_a_line_and_enter_sends(ana: Tab) -> None:
    box = ana.page.locator(".channel .composer-text")
    await box.fill("one")
    await box.press("Shift+Enter")
    await box.press_sequentially("two")
    await box.press("Enter")
    await expect(ana.page.locator(".message .text br")).to_have_count(1)
    await expect(box).to_have_value("")


async def test_markup_of_strangers_stays_text(ana: Tab, outside: Outside) -> None:
    await outside.say("ben", "<img src=x onerror=alert(1)> <javascript:alert(1)|press> snake_case_name 2*3*4")
    text = ana.page.locator(".message .text")
    await expect(text).to_have_text("<img src=x onerror=alert(1)> <javascript:alert(1)|press> snake_case_name 2*3*4")
    await expect(text.locator("img, a, em, strong")).to_have_count(0)


async def test_a_chosen_picture_is_previewed_sent_and_opens_large(ana: Tab) -> None:
    await ana.page.set_input_files(".channel .composer input[type=file]", [PHOTO, SIDE])
    await expect(ana.page.locator(".channel .preview img")).to_have_count(2)
    await ana.write("this is her")
    await ana.page.click("button[aria-label='Enlarge: maya.png']")
    await expect(ana.page.locator(".lightbox-count")).to_have_text("1 of 2")
    await ana.page.keyboard.press("ArrowRight")
    await expect(ana.page.locator(".lightbox-title")).to_have_text("side.png")
    await ana.page.keyboard.press("Escape")
    await expect(ana.page.locator(".lightbox")).to_have_count(0)


async def test_a_dropped_file_waits_in_the_box_and_can_be_removed(ana: Tab) -> None:
    files = await ana.page.evaluate_handle(DROP, "brief.txt")
    await ana.page.dispatch_event(".channel .conversation", "dragenter", {"dataTransfer": files})
    await expect(ana.page.locator(".channel .drop-veil")).to_contain_text("Upload to #general")
    await ana.page.dispatch_event(".channel .conversation", "drop", {"dataTransfer": files})
    await expect(ana.page.locator(".channel .preview")).to_contain_text("brief.txt")
    await ana.page.click("button[aria-label='Remove brief.txt']")
    await expect(ana.page.locator(".channel .preview")).to_have_count(0)


async def test_an_ephemeral_answer_is_only_for_the_one_who_asked(ana: Tab, ben: Tab, bot: PageBot) -> None:
    await ana.write("/cast show zoe")
    whispered = ana.page.locator(".message.ephemeral")
    await expect(whispered).to_contain_text("Only visible to you")
    await expect(whispered).to_contain_text("Nobody is called show zoe.")
    await ana.write("done")
    await expect(ben.page.locator(".message")).to_have_count(1)


async def test_commands_that_slack_does_not_know_or_allow_are_explained(ana: Tab) -> None:
    await ana.write("/nosuch thing")
    await expect(ana.page.locator(".ephemeral .text")).to_contain_text("/nosuch is not a valid command.")
    await ana.write("root")
    await ana.page.hover(".message:has-text('root')")
    await ana.page.click("button[aria-label='Reply in thread']")
    await ana.write("/imageset x", where=".thread")
    await expect(ana.page.locator(".thread .ephemeral .text")).to_have_text(
        "/imageset is not supported in threads. Sorry!"
    )
    await ana.page.keyboard.press("Escape")
    await expect(ana.page.locator(".thread")).to_be_hidden()


async def test_a_message_changes_in_place_and_its_thread_fills(ana: Tab, bot: PageBot) -> None:
    await ana.write("/image a fox")
    await expect(ana.page.locator(".message", has_text="Drawn 100 %")).to_be_visible()
    await ana.page.locator(".replies", has_text="2 replies").click()
    await expect(ana.page.locator(".thread .picture")).to_have_count(2)
    await expect(ana.page.locator(".reply-line")).to_have_text("2 replies")
    await expect(ana.page.locator(".thread .picture").nth(1)).to_have_attribute("alt", "Shot 2 of 2")


async def test_a_button_spins_until_it_is_acknowledged(ana: Tab, bot: PageBot) -> None:
    await ana.write("/image a fox")
    slow = ana.page.locator(".channel [data-action-id=slow]")
    await slow.click()
    await expect(slow).to_have_attribute("aria-busy", "true")
    bot.let_go.set()
    await expect(slow).not_to_have_attribute("aria-busy", "true")


async def test_a_button_with_a_confirm_asks_first(ana: Tab, bot: PageBot) -> None:
    await ana.write("/image a fox")
    redo = ana.page.locator(".channel [data-action-id=redo]")
    await redo.click()
    await ana.page.click("dialog >> text=No")
    await redo.click()
    assert bot.pressed == []
    await ana.page.click("dialog >> text=Yes, redo")
    await expect(ana.page.locator(".ephemeral .text")).to_have_text("Drawing it again.")
    assert bot.pressed == ["redo"]


async def test_the_live_price_ticks_without_touching_what_is_typed(ana: Tab, bot: PageBot) -> None:
    await ana.write("/imageset")
    brief = ana.page.get_by_label("What shall be drawn?")
    await expect(brief).to_be_focused()
    await ana.page.keyboard.type("Maya", delay=20)
    await expect(ana.page.locator(".modal-body .section")).to_have_text("$0.04")
    await ana.page.keyboard.type(" runs", delay=20)
    await expect(ana.page.locator(".modal-body .section")).to_have_text("$0.09")
    await expect(brief).to_have_value("Maya runs")
    await expect(brief).to_be_focused()


async def test_a_form_of_every_kind_of_input_reaches_the_bot(ana: Tab, bot: PageBot) -> None:
    page = ana.page
    await ana.write("/imageset")
    await page.fill("dialog textarea, dialog input[type=text]", "bad")
    await page.click("button[aria-label=Kind]")
    await page.click(".option >> text=Variants")
    await page.click("button[aria-label=Characters]")
    await page.click(".option >> text=Maya")
    await page.click(".option >> text=Kit")
    await page.keyboard.press("Escape")
    await page.check("dialog >> text=High")
    await page.check("dialog >> text=Chain")
    await page.get_by_label("Shots").fill("4")
    await page.click("text=Use a sample photo")
    await page.click("text=Maya 0")
    await page.set_input_files("dialog input[type=file]", PHOTO)
    await expect(page.locator("dialog .preview")).to_have_count(2)
    await page.click("dialog >> text=Plan")
    await expect(page.locator(".field-error:visible")).to_have_text("Say a little more.")
    await page.get_by_label("What shall be drawn?").fill("Maya runs")
    await page.click("dialog >> text=Plan")
    await expect(page.locator("dialog[open]")).to_have_count(0)
    [values] = bot.submitted
    assert values["brief"]["it"]["value"] == "Maya runs"
    assert values["kind"]["it"]["selected_option"]["value"] == "variants"
    assert [option["value"] for option in values["who"]["it"]["selected_options"]] == ["maya", "kit"]
    assert values["quality"]["it"]["selected_option"]["value"] == "high"
    assert [option["value"] for option in values["wishes"]["it"]["selected_options"]] == ["chain"]
    assert values["count"]["it"]["value"] == "4"
    assert {file["name"] for file in values["photos"]["it"]["files"]} == {"maya_0.png", "maya.png"}


async def test_a_required_input_left_empty_is_named(ana: Tab, bot: PageBot) -> None:
    await ana.write("/imageset")
    await ana.page.click("dialog >> text=Plan")
    await expect(ana.page.locator(".field-error:visible")).to_have_count(2)
    assert bot.submitted == []


async def test_a_view_on_top_goes_back_to_what_was_typed(ana: Tab, bot: PageBot) -> None:
    await ana.write("/imageset")
    await ana.page.get_by_label("What shall be drawn?").fill("Maya")
    await ana.page.click("dialog >> text=Style")
    await expect(ana.page.locator(".modal-title")).to_have_text("Style")
    await ana.page.click("button[aria-label=Back]")
    await expect(ana.page.get_by_label("What shall be drawn?")).to_have_value("Maya")
    await ana.page.keyboard.press("Escape")
    await expect(ana.page.locator("dialog[open]")).to_have_count(0)


async def test_a_message_shortcut_opens_its_form(ana: Tab, bot: PageBot) -> None:
    await ana.write("look at her")
    await ana.page.hover(".message")
    await ana.page.click("button[aria-label='More actions']")
    await ana.page.click("text=Use as reference")
    await expect(ana.page.locator(".modal-body")).to_have_text("look at her")


async def test_app_home_is_a_tab_of_the_bot(ana: Tab, bot: PageBot) -> None:
    await ana.page.click(".rail-place >> text=Easel")
    await expect(ana.page.locator(".home-blocks")).to_have_text("Three sets this month")
    await ana.page.click("role=tab[name=Messages]")
    await expect(ana.page.locator(".channel .composer-text")).to_be_visible()


async def test_an_empty_channel_says_what_to_try_first(ana: Tab) -> None:
    await ana.page.click(".step >> nth=0")
    await expect(ana.page.locator(".channel .composer-text")).to_have_value(HINTS[0])
    await ana.page.click("button[aria-label='Attach the sample photo Maya 0']")
    await expect(ana.page.locator(".channel .preview img")).to_be_visible()


async def test_the_page_says_when_no_bot_is_connected(ana: Tab, sandbox: Sandbox) -> None:
    await expect(ana.page.locator(".banner")).to_contain_text("No bot is connected")
    async with connected(PageBot(sandbox).app, sandbox):
        await expect(ana.page.locator(".banner")).to_be_hidden()


async def test_a_message_elsewhere_makes_its_channel_bold(ana: Tab, outside: Outside) -> None:
    await outside.say("ben", "over here", channel="design")
    await expect(ana.page.locator(".side-row.unread")).to_have_text("design1")
    await ana.page.click("text=design")
    await expect(ana.page.locator(".side-row.unread")).to_have_count(0)


async def test_a_reader_further_up_is_not_moved_by_news(ana: Tab, outside: Outside) -> None:
    for number in range(30):
        await outside.say("ben", f"line {number}\nand more")
    await expect(ana.page.locator(".message")).to_have_count(30)
    await expect(ana.page.locator(".message", has_text="line 29")).to_be_in_viewport()
    await ana.page.hover(".channel .scroller")
    await ana.page.mouse.wheel(0, -600)
    await expect(ana.page.locator(".message", has_text="line 29")).not_to_be_in_viewport()
    await outside.say("ben", "news")
    await expect(ana.page.locator(".channel .jump")).to_be_visible()
    await ana.page.click(".channel .jump")
    await expect(ana.page.locator(".message", has_text="news")).to_be_in_viewport()


async def test_a_private_channel_is_not_shown_to_others(browser: Browser, sandbox: Sandbox) -> None:
    async with open_tab(browser, f"{sandbox.url}/?user=cho") as cho:
        await expect(cho.page.locator(".side-row")).to_have_text(["general", "random", "Easel"])


async def test_what_was_open_is_found_again_by_its_address(ana: Tab, outside: Outside, browser: Browser) -> None:
    root = await outside.say("ana", "root", channel="design")
    await outside.say("ben", "a reply", channel="design", thread_ts=root)
    async with open_tab(browser, f"{ana.page.url.split('#')[0]}#/design/{root}") as again:
        await expect(again.page.locator(".thread .message")).to_have_count(2)
