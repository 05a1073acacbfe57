"""The composer: the form behind /imageset without words, its live price, its complaints, its files."""

import pytest

from bot.money import usd
from tests.conversation import Bot, Person, World
from tests.seen import micro, photo

FIELDS = [
    *("What is it about?", "What to draw", "How many", "Shots", "Style", "Style in your own words", "Size"),
    *("Quality", "Model", "Pictures to go by", "What those pictures are for", "Who sees it"),
]


async def test_it_opens_with_all_fields_and_asks_what_it_is_about(ana: Person, world: World) -> None:
    assert not (await ana.types("/imageset")).words
    form = await ana.form("New set")
    assert [label for label in form.fields if label != "Characters"] == FIELDS
    assert "$" not in form.words
    await ana.closes_form()
    assert not await world.calls()


async def test_the_price_changes_with_every_field(ana: Person) -> None:
    await ana.types("/imageset")
    await ana.changes(brief="a goat on a roof")
    four = await ana.form("*4 pictures* · about $")
    await ana.changes(count="8")
    eight = await ana.form("*8 pictures* · about $")
    assert micro(eight.words) > 1.9 * micro(four.words)
    await ana.changes(quality="high")
    high = await ana.form("*8 pictures* · about $1.")
    assert "as a draft $0.1" in high.words
    await ana.changes(count="abc")
    await ana.form("--count needs a whole number, and “abc” is none")
    await ana.changes(kind="single")
    await ana.form("*1 picture* · about $0.2")
    await ana.closes_form()


async def test_what_was_filled_in_is_drawn_at_that_price(ana: Person, bot: Bot, world: World) -> None:
    await ana.casts("greta")
    await ana.types("/imageset")
    await ana.changes(
        brief="greta keeps goats", shots="morning\n- milking\n2. evening", cast=["greta"], quality="low", style="ink"
    )
    await ana.changes(size="portrait")
    form = await ana.form("*3 pictures* · about $")
    assert (await ana.fills()).is_closed
    goats = await bot.finishes("greta keeps goats")
    assert [card.words.splitlines()[1] for card in goats.cards[:1]] == ["Morning"]
    calls = await world.calls()
    assert [call.arguments["size"] for call in calls] == ["1024x1536"] * 3
    assert [len(call.references) for call in calls] == [1, 2, 2]
    assert all(call.section("Style").startswith("Ink: ") for call in calls)
    assert micro(usd(sum(call.billed for call in calls))) == micro(form.words)


async def test_its_files_are_references_in_the_role_that_was_chosen(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset")
    sent = await ana.fills(
        photo("barn"), brief="a barn dance", shots="fiddle\nboots", quality="low", files_role="place"
    )
    assert sent.is_closed, sent.errors
    await bot.finishes("a barn dance")
    anchor, second = await world.calls()
    assert anchor.section("References").startswith("Image 1: barn.png. Set the scene in this place")
    assert second.references == [*anchor.drawn, *anchor.references]


async def test_takes_and_only_me_work_from_the_form(ana: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset", channel="design")
    sent = await ana.fills(brief="a weathercock", kind="variants", count="2", quality="low", private=["yes"])
    assert sent.is_closed, sent.errors
    cock = await bot.finishes("a weathercock", channel="@easel")
    assert len(cock.cards) == 2
    assert "only you see it" in cock.root.words
    assert not await bot.roots("a weathercock", channel="design")
    [call] = await world.calls()
    assert call.arguments["n"] == 2


@pytest.mark.parametrize(
    ("field", "value", "blamed", "sentence"),
    [
        ("count", "99", "count", "99 pictures are more than one set holds here, which is 20."),
        ("count", "abc", "count", "--count needs a whole number, and “abc” is none: `--count 4`."),
        ("count", "0", "count", "A set holds at least 1 picture: `--count 5`."),
        ("brief", "a goat --sise square", "brief", "There is no option --sise; --size is meant, perhaps"),
        ("brief", "--style ink", "brief", "The words say how, but not what to draw."),
        ("brief", "a goat --size 9000x10", "size", "9000x10 is longer than 3:1"),
        ("brief", "a goat --quality superb", "quality", "has no quality “superb”"),
        ("brief", "@nobody-here waves", "cast", "@nobody-here is not in the cast."),
    ],
)
async def test_a_complaint_stands_under_the_field_to_blame(
    ana: Person, world: World, field: str, value: str, blamed: str, sentence: str
) -> None:
    await ana.types("/imageset")
    sent = await ana.fills(**({"brief": "a goat"} | {field: value}))
    assert not sent.is_closed
    assert list(sent.errors) == [blamed]
    assert sentence in sent.errors[blamed]
    await ana.closes_form()
    assert not await world.calls()


async def test_an_empty_brief_is_not_sent(ana: Person, world: World) -> None:
    await ana.types("/imageset")
    sent = await ana.fills(shots="a\nb")
    assert list(sent.errors) == ["brief"]
    await ana.closes_form()
