"""The cast: how a character joins it, who sees it, how it is renamed and how it leaves."""

import pytest

from tests.conversation import Bot, Person, World
from tests.seen import Photo, photo


async def test_the_form_knows_the_name_that_was_typed_and_what_usually_matches(ana: Person) -> None:
    await ana.types("/cast add @nora")
    form = await ana.form("Add a character")
    values = {label: block["element"].get("initial_value") for label, block in form.fields.items()}
    assert values["Name"] == "nora"
    assert values["Always match"] == "face, hair, age, build, marks, palette"
    assert values["May vary"] == "clothes, pose, light"
    await ana.closes_form()


async def test_a_form_without_a_photo_stays_open(ana: Person) -> None:
    await ana.types("/cast add nobody")
    sent = await ana.fills()
    assert not sent.is_closed
    assert list(sent.errors) == ["files"]
    await ana.closes_form()


@pytest.mark.parametrize("name", ["two words", "7up", "x" * 31])
async def test_a_name_must_be_one_word(ana: Person, name: str) -> None:
    await ana.types("/cast add nobody")
    sent = await ana.fills(photo("nobody"), name=name)
    assert list(sent.errors) == ["name"]
    assert "A name is one word of up to 30 letters" in sent.errors["name"]
    await ana.closes_form()


async def test_a_name_is_taken_once_in_any_case(ana: Person, ben: Person) -> None:
    await ana.casts("petra")
    await ben.types("/cast add Petra")
    sent = await ben.fills(photo("other"))
    assert sent.errors == {"name": "The name Petra is taken in this workspace. Choose another name."}
    await ben.closes_form()


async def test_the_list_has_everybody_of_this_channel_and_who_is_shown_has_a_portrait(ana: Person, ben: Person) -> None:
    await ana.casts("quentin", photo("quentin-front"), photo("quentin-side"), description="A tall baker")
    listed = await ben.types("/cast")
    assert "*@quentin*  A tall baker" in listed.words
    assert list(listed.buttons) == ["Add a character"]
    shown = await ben.types("/cast show @Quentin")
    assert "added by <@U0ANA0001> · used by everyone · 2 photos" in shown.words
    assert shown.alt == "quentin: A tall baker"
    assert shown.body["response_type"] == "ephemeral"


async def test_a_message_shortcut_takes_the_photos_of_a_message(ana: Person, ben: Person, world: World) -> None:
    message = await ana.uploads(photo("rosa"), "look at her!")
    await ben.uses("use_as_reference", message)
    form = await ben.form("Photos: rosa.png")
    assert "Photos" not in form.fields, "they are there already"
    assert (await ben.fills(name="rosa")).is_closed
    await ben.hears("@rosa* joined the cast")
    assert "added by <@U0BEN0001>" in (await ana.types("/cast show rosa")).words


async def test_a_message_without_a_photo_is_no_reference(ana: Person) -> None:
    message = await ana.says("only words")
    await ana.uses("use_as_reference", message)
    await ana.hears("There is no picture in that message.")
    assert not await ana.has_form()


async def test_a_mention_with_a_photo_introduces_somebody_to_the_channel(
    ana: Person, ben: Person, bot: Bot, world: World
) -> None:
    await ana.uploads(photo("sven"), "@easel this is sven, a lighthouse keeper")
    await ana.hears("@sven* joined the cast")
    assert "a lighthouse keeper" in (await ben.types("/cast show sven")).words
    assert "There is no @sven here." in (await ben.types("/cast show sven", channel="design")).words
    await ben.types("/image @sven at sea --quality low")
    await bot.finishes("sven at sea")
    [call] = await world.calls()
    assert len(call.references) == 1


async def test_a_photo_in_a_direct_message_is_for_its_owner_alone(ana: Person, ben: Person) -> None:
    await ana.says("this is tilda", photo("tilda"), channel="@easel")
    await ana.reads("@tilda* joined the cast", channel="@easel")
    assert "used by only its owner" in (await ana.types("/cast show tilda")).words
    assert "There is no @tilda here." in (await ben.types("/cast show tilda")).words
    assert "@tilda is not in the cast" in (await ben.types("/imageset @tilda waves: a | b")).words


async def test_a_character_of_a_private_channel_stays_in_it(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await ana.casts("ulla", channel="design")
    assert "*@ulla*" in (await ben.types("/cast", channel="design")).words
    assert "ulla" not in (await ana.types("/cast")).words
    refused = await ana.types("/imageset @ulla waves: near | far --quality low")
    assert "@ulla is not in the cast." in refused.words
    assert not await bot.roots("ulla waves")
    await ben.types("/imageset @ulla waves: near | far --quality low", channel="design")
    await bot.finishes("ulla waves", channel="design")
    assert all(call.references for call in await world.calls())


async def test_rename_keeps_the_photo_and_frees_the_name(ana: Person, bot: Bot, world: World) -> None:
    await ana.casts("viktor")
    assert (await ana.types("/cast rename viktor to Vito")).words == "viktor is now @Vito."
    assert "There is no @viktor here." in (await ana.types("/cast show viktor")).words
    await ana.types("/image @vito sings --quality low")
    await bot.finishes("vito sings")
    [call] = await world.calls()
    assert len(call.references) == 1
    assert call.section("References").startswith("Image 1: VITO.")


async def test_who_is_retired_leaves_new_sets_and_stays_on_old_ones(ana: Person, bot: Bot, world: World) -> None:
    await ana.casts("wanda")
    await ana.types("/imageset @wanda dances: slow | fast --quality low")
    dance = await bot.finishes("wanda dances")
    assert "@wanda has left the cast." in (await ana.types("/cast retire wanda")).words
    assert "wanda" not in (await ana.types("/cast")).words
    assert "@wanda is not in the cast" in (await ana.types("/imageset @wanda sleeps: a | b")).words
    await ana.presses("Redo", dance.card("#2 · v1"))
    await bot.finishes("wanda dances", saying="*#2 · v2*")
    assert (await world.calls())[-1].references == (await world.calls())[-2].references
    await ana.casts("wanda")


async def test_only_the_owner_renames_and_retires(ana: Person, ben: Person) -> None:
    await ana.casts("xenia")
    for line in ("/cast retire xenia", "/cast rename xenia to yara"):
        assert (await ben.types(line)).words == "@xenia belongs to <@U0ANA0001>, who can do that."
    assert "*@xenia*" in (await ben.types("/cast")).words


async def test_an_unknown_name_is_answered_with_those_that_are_there(ana: Person, world: World) -> None:
    await ana.casts("zoe")
    shown = await ana.types("/cast show zoo")
    assert "There is no @zoo here. The cast has " in shown.words
    assert "@zoe" in shown.words
    asked = await ana.types("/imageset @zoo waves: a | b")
    assert "@zoo is not in the cast. In it are " in asked.words
    assert "`/cast add zoo`" in asked.words
    assert not await world.calls()


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (Photo("notes.png", b"Dear diary,\nthis is no picture at all.\n" * 20), "text"),
        (photo("speck", 16, 16), "This picture is 16x16 pixels, too small to guide anything."),
        (Photo("cut.png", photo("cut").data[:2000]), "This picture is damaged or was cut off on the way."),
        (Photo("empty.png", b""), "empty"),
    ],
    ids=["text", "tiny", "cut", "empty"],
)
async def test_a_bad_photo_is_refused_in_a_sentence_and_the_name_stays_free(ana: Person, file: Photo, why: str) -> None:
    await ana.types("/cast add broken")
    assert (await ana.fills(file)).is_closed
    told = await ana.hears("@broken could not join the cast")
    assert why in told.words
    assert list(told.buttons) == ["Try again"]
    asked = await ana.types("/imageset @broken waves: a | b")
    assert "broken has no photos that can be used" in asked.words
    await ana.casts("broken")
    assert (await ana.types("/cast retire broken")).words.startswith("@broken has left the cast.")


async def test_small_photos_are_taken_with_advice(ana: Person) -> None:
    await ana.types("/cast add little")
    assert (await ana.fills(photo("little", 400, 300))).is_closed
    told = await ana.hears("@little* joined the cast")
    assert "This picture is small (400x300)" in told.words


async def test_words_that_are_no_verb_of_the_cast_are_answered_with_help(ana: Person) -> None:
    assert "`/cast rename maya to mia`" in (await ana.types("/cast frobnicate")).words
