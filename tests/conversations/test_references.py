"""Several characters in one set, and servers that take fewer pictures than there are references."""

import io

from PIL import Image

from tests.conversation import Bot, Person, World
from tests.seen import Photo, photo


async def test_several_characters_come_in_the_order_of_their_naming_before_the_anchor(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.casts("adele", photo("adele-1"), photo("adele-2"))
    await ana.casts("bruno")
    await ana.types("/imageset Bruno and adele sail: at the pier | at sea | home --quality low")
    sail = await bot.finishes("bruno and adele sail")
    anchor, second, third = await world.calls()
    assert len(anchor.references) == 3
    assert second.references == third.references == [*anchor.references, *anchor.drawn]
    labels = [line.split(".")[0] for line in second.section("References").splitlines()]
    assert labels[:3] == ["Image 1: BRUNO", "Image 2: ADELE", "Image 3: ADELE"]
    assert labels[3:] == ["Image 4: the anchor, drawn first for this set"]
    who = [line.split(".")[0] for line in second.section("Characters").splitlines()]
    assert who == ["bruno", "adele"]
    assert "with @bruno, @adele" in sail.root.words
    assert sail.card("#2 · v1").alt == "Shot 2 of 3: At sea, Bruno and adele sail"


async def test_a_server_that_takes_one_picture_gets_a_sheet_with_named_places(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.casts("clara", photo("clara-1"), photo("clara-2"))
    await ana.casts("dario")
    await world.sets(capabilities={"references": 1})
    await ana.types("/imageset clara meets dario: hello | goodbye --quality low --model gpt-image-2.6-flare")
    await bot.finishes("clara meets dario")
    anchor, second = [call for call in await world.calls() if call.body["status"] == 200]
    assert (len(anchor.references), len(second.references)) == (1, 1)
    lines = anchor.section("References").splitlines()
    assert lines[0].startswith("Image 1 is one sheet of 3 numbered references.")
    assert lines[1].startswith("Image 1, [1] top left: CLARA. ")
    assert lines[2].startswith("Image 1, [2] top right: CLARA. ")
    assert lines[3].startswith("Image 1, [3] bottom left: DARIO. ")
    assert "Image 1, [4] bottom right: the anchor, drawn first for this set. " in second.section("References")
    with Image.open(io.BytesIO(await world.picture(f"/sandbox/calls/{second.id}/images/0"))) as sheet:
        assert min(sheet.size) >= 1024


async def test_a_server_without_references_draws_from_the_lock_alone(ana: Person, bot: Bot, world: World) -> None:
    await ana.casts("erik", description="A sailor with a red beard")
    await world.sets(capabilities={"edits": False})
    await ana.types("/imageset erik at home: door | bed --quality low --model gpt-image-2.6-sunburst")
    home = await bot.finishes("erik at home")
    assert len(home.cards) == 2
    drawn = [call for call in await world.calls() if call.body["status"] == 200]
    assert [call.body["method"] for call in drawn] == ["images.generations"] * 2
    for call in drawn:
        assert "erik: A sailor with a red beard. Always match: " in call.section("Characters")
        assert "References:" not in call.prompt


async def test_pictures_that_come_with_a_mention_are_references_of_its_set(ana: Person, bot: Bot, world: World) -> None:
    await ana.says("@easel set: a mug on tour: beach | peak --quality low", photo("mug"))
    await bot.finishes("a mug on tour")
    anchor, second = await world.calls()
    assert len(anchor.references) == 1
    assert second.references == [*anchor.drawn, *anchor.references]
    assert "Image 1: mug.png. Show this very thing" in anchor.section("References")


async def test_a_file_that_is_no_picture_stops_the_set_before_anything_is_paid(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.says("@easel set: a broken mug: beach | peak", Photo("mug.png", b"not a picture " * 50))
    over = await bot.finishes("a broken mug")
    assert " could not be drawn: " in over.root.text
    assert not await world.calls()
