"""/image: one picture, or several takes of one."""

import hashlib

from bot.money import usd
from tests.conversation import Bot, Person, World


async def test_one_picture_stands_in_the_root_with_its_caption_and_buttons(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/image a red fox in the snow --style watercolour --quality high")
    fox = await bot.finishes("a red fox in the snow")
    [call] = await world.calls()
    assert f"*v1* · gpt-image-2 high · {usd(call.billed)} · 0 s" in fox.root.words
    assert fox.root.alt == "A red fox in the snow, watercolour style"
    assert (list(fox.root.buttons), list(fox.root.menus)) == (["Redo", "Variations"], ["Original", "Prompt"])
    shown = await world.picture(fox.root.pictures[0]["sandbox_url"])
    assert [hashlib.sha256(shown).hexdigest()] == call.drawn
    assert not fox.thread
    assert "Purpose:\nOne finished picture: A red fox in the snow." in call.prompt
    assert call.section("Style").startswith("Watercolour: transparent watercolour")


async def test_without_a_style_the_words_alone_decide(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/image a grey heron --quality low")
    await bot.finishes("a grey heron")
    [call] = await world.calls()
    assert "Style:" not in call.prompt
    assert call.body["method"] == "images.generations"


async def test_redo_of_one_picture_answers_in_its_thread_and_the_root_shows_the_newest(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.types("/image a blue owl --quality low")
    owl = await bot.finishes("a blue owl")
    before = owl.root.pictures[0]["sandbox_url"]
    await ana.presses("Redo", owl.root)
    second = await bot.shows("v2", owl)
    after = await bot.finishes("a blue owl", saying="*v2*")
    assert after.root.pictures[0]["sandbox_url"] == second.pictures[0]["sandbox_url"] != before


async def test_a_character_in_one_picture_brings_its_photo(ana: Person, bot: Bot, world: World) -> None:
    await ana.casts("ilse")
    await ana.types("/image @ilse reading on a train --quality low")
    await bot.finishes("ilse reading on a train")
    [call] = await world.calls()
    assert len(call.references) == 1
    assert call.section("Characters").startswith("ilse. Always match: ")


async def test_without_words_or_for_help_it_explains_itself_and_draws_nothing(ana: Person, world: World) -> None:
    for line in ("/image", "/image help"):
        assert "/image a red fox in the snow" in (await ana.types(line)).words
    assert not await world.calls()
