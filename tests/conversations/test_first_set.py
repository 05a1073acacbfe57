"""The first set: a character from a photo, three shots of it in one style, and everything that belongs to them."""

import hashlib
import io
import re
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops

from bot.money import usd
from tests.conversation import Bot, Person, World
from tests.seen import PaidCall, Seen, SeenSet, photo

ASKED = "@maya opens the café: cover | at the espresso machine | thumbs up --style flat --size landscape"
LOCK = (
    "maya: Woman with black curls and a yellow coat. Always match: face; curls; yellow coat. "
    "May vary: pose; light. Do not redesign maya."
)


@dataclass(frozen=True)
class First:
    joined: Seen
    answer: Seen
    set: SeenSet
    calls: list[PaidCall]


@pytest.fixture(scope="module")
async def first(world: World, bot: Bot) -> First:
    ana = Person(world, "ana")
    await ana.types("/cast add maya")
    who = "Woman with black curls and a yellow coat"
    sent = await ana.fills(photo("maya"), description=who, match="face, curls, yellow coat", may_vary="pose, light")
    assert sent.is_closed, sent.errors
    joined = await ana.hears("joined the cast")
    await world.sets(latency={"fixed": 0.4})
    answer = await ana.types(f"/imageset {ASKED}")
    done = await bot.finishes("maya opens the café")
    return First(joined, answer, done, await world.calls("maya opens the café"))


def test_who_added_a_character_reads_its_lock_and_how_to_draw_it(first: First) -> None:
    assert "@maya" in first.joined.words
    assert "always matches: face, curls, yellow coat · may vary: pose, light" in first.joined.words
    assert "used by everyone · 1 photo" in first.joined.words
    assert "`/imageset @maya opens a café: cover | at work | thumbs up`" in first.joined.words


async def test_the_portrait_shows_the_uploaded_photo(first: First, world: World) -> None:
    [portrait] = first.joined.pictures
    assert await world.picture(portrait["sandbox_url"]) == photo("maya").data


def test_the_command_itself_leaves_nothing_behind(first: First) -> None:
    assert first.answer.words == ""


def test_the_thread_ends_with_a_card_for_each_shot(first: First) -> None:
    labels = [card.words.splitlines() for card in first.set.cards]
    assert sorted(title for _, title in labels) == ["At the espresso machine", "Cover", "Thumbs up"]
    assert len(first.set.thread) == 3


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_caption_has_model_quality_price_and_time(first: First, number: int) -> None:
    caption = first.set.card(f"#{number} · v1").words.splitlines()[0]
    assert re.fullmatch(rf"\*#{number} · v1\* · gpt-image-2 medium · \$0\.0\d+ · \d+ s", caption)


def test_the_price_of_a_card_is_what_its_call_was_billed(first: First) -> None:
    for title, number in (("Cover", 1), ("At the espresso machine", 2), ("Thumbs up", 3)):
        billed = call_about(first, title).billed
        assert f" · {usd(billed)} · " in first.set.card(f"#{number} · v1").words


@pytest.mark.parametrize(
    ("number", "alt"),
    [
        (1, "Shot 1 of 3: Cover, Maya opens the café, flat style"),
        (2, "Shot 2 of 3: maya at the espresso machine, flat style"),
        (3, "Shot 3 of 3: Thumbs up, Maya opens the café, flat style"),
    ],
)
def test_every_picture_has_an_alt_text(first: First, number: int, alt: str) -> None:
    assert first.set.card(f"#{number} · v1").alt == alt


def test_every_card_has_its_buttons(first: First) -> None:
    for card in first.set.cards:
        assert list(card.buttons) == ["Redo", "Variations"]
        assert list(card.menus) == ["Original", "Prompt"]


async def test_a_card_shows_the_very_picture_that_the_model_drew(first: First, world: World) -> None:
    [picture] = first.set.card("#2 · v1").pictures
    shown = await world.picture(picture["sandbox_url"])
    assert [hashlib.sha256(shown).hexdigest()] == call_about(first, "At the espresso machine").drawn


async def test_the_root_has_the_contact_sheet_over_the_lines_of_the_shots(first: First, world: World) -> None:
    root = first.set.root
    assert root.alt == "Contact sheet of Maya opens the café: #1 Cover; #2 At the espresso machine; #3 Thumbs up"
    sheet = await world.picture(root.pictures[0]["sandbox_url"])
    with Image.open(io.BytesIO(sheet)) as picture:
        assert picture.width > picture.height > 300
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 3
    for number, title in enumerate(("Cover", "At the espresso machine", "Thumbs up"), start=1):
        assert re.search(rf"\*#{number} · v1\*  {title} · \$0\.0\d+ · \d+ s", root.words)


def test_the_root_says_who_asked_how_it_was_drawn_and_what_it_cost(first: First) -> None:
    words, spent = first.set.root.words, sum(call.billed for call in first.calls)
    assert "*Maya opens the café* · asked by <@U0ANA0001>" in words
    assert "with @maya · flat style · 1536x1024 · gpt-image-2 medium" in words
    exact = f"${spent / 1_000_000:.6f}".rstrip("0")
    assert f"3 pictures · {exact} (about ${spent / 1_000_000:.2f} was estimated)" in words
    assert first.set.root.text.startswith(f"Maya opens the café, done: 3 pictures · {exact}")


def test_every_call_carries_the_characters_reference_and_then_the_anchor(first: First) -> None:
    anchor = first.calls[0]
    assert call_about(first, "Cover").id == anchor.id
    [maya] = anchor.references
    assert [call.references for call in first.calls[1:]] == [[maya, *anchor.drawn]] * 2


async def test_the_reference_is_the_uploaded_photo_pixel_for_pixel(first: First, world: World) -> None:
    sent = await world.picture(f"/sandbox/calls/{first.calls[0].id}/images/0")
    with Image.open(io.BytesIO(sent)) as reference, Image.open(io.BytesIO(photo("maya").data)) as uploaded:
        assert reference.size == uploaded.size
        assert ImageChops.difference(reference.convert("RGB"), uploaded.convert("RGB")).getbbox() is None


def test_the_other_shots_begin_when_the_anchor_is_there_and_run_beside_each_other(first: First) -> None:
    anchor, *rest = (call.body for call in first.calls)
    assert all(call["started"] >= anchor["ended"] for call in rest)
    assert max(call["started"] for call in rest) < min(call["ended"] for call in rest)


def test_style_and_identity_lock_stand_word_for_word_in_every_shot(first: First) -> None:
    assert [call.section("Characters") for call in first.calls] == [LOCK] * 3
    styles = {call.section("Style") for call in first.calls}
    assert len(styles) == 1
    assert styles.pop().startswith("Flat: clean vector shapes with crisp edges")


def test_the_prompt_numbers_the_references_in_the_order_in_which_they_are_sent(first: First) -> None:
    assert [line[:14] for line in first.calls[0].section("References").splitlines()] == ["Image 1: MAYA."]
    for call in first.calls[1:]:
        lines = call.section("References").splitlines()
        assert lines[0].startswith("Image 1: MAYA. Take the identity")
        assert lines[1].startswith("Image 2: the anchor, drawn first for this set. ")
        assert len(lines) == len(call.references)


def test_each_shot_draws_its_own_scene_at_the_size_that_was_asked_for(first: First) -> None:
    scenes = [call.section("Scene") for call in first.calls]
    assert len(set(scenes)) == 3
    assert all(scene.startswith("Maya opens the café: ") for scene in scenes)
    asked = [(call.arguments["size"], call.arguments["quality"], call.arguments["model"]) for call in first.calls]
    assert asked == [("1536x1024", "medium", "gpt-image-2")] * 3


async def test_the_root_moves_while_the_set_is_drawn(ana: Person, bot: Bot, world: World) -> None:
    await world.sets(latency={"fixed": 1.8})
    await ana.types("/imageset a ferry crosses: leaving | at sea | arriving --quality low")
    begun = await bot.draws("a ferry crosses", saying="▱▱▱  0 of 3")
    assert "*#1* Leaving · " in begun.root.words
    assert "○ *#2* At sea · waiting" in begun.root.words
    assert "spent so far $0.00" in begun.root.words
    assert list(begun.root.buttons) == ["Cancel"]
    moved = await bot.draws("a ferry crosses", saying="▰▱▱  1 of 3")
    assert "✓ *#1* Leaving · 2 s" in moved.root.words
    assert "◐ *#3* Arriving · drawing" in moved.root.words
    assert [card.words.splitlines()[1] for card in moved.cards] == ["Leaving"], "a shot is shown as soon as it is done"
    await bot.finishes("a ferry crosses")


async def test_a_count_and_a_brief_are_planned_into_different_shots(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset 5 launch of our running app --quality low")
    done = await bot.finishes("launch of our running app")
    titles = [card.words.splitlines()[1] for card in done.cards]
    assert len(set(titles)) == 5
    calls = await world.calls()
    assert len({call.section("Scene") for call in calls}) == 5
    assert all("Launch of our running app" in call.section("Scene") for call in calls)


def call_about(first: First, title: str) -> PaidCall:
    [call] = [call for call in first.calls if f"Draw only this one: {title}." in call.prompt]
    return call
