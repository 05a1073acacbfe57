"""Options and their limits: --private, --chain, sizes that are snapped, and words that cannot be drawn as they are."""

from itertools import pairwise

import pytest

from tests.conversation import Bot, Person, World


async def test_a_private_set_is_drawn_in_direct_messages(ana: Person, ben: Person, bot: Bot, world: World) -> None:
    await ana.types("/imageset a surprise party: cake | candles --private --quality low")
    party = await bot.finishes("a surprise party", channel="@easel")
    assert "only you see it" in party.root.words
    assert len(party.cards) == 2
    for who, channel in (("ben", "general"), ("ana", "general"), ("ben", "@easel")):
        assert not await bot.roots("a surprise party", channel, to=who)


async def test_in_a_chain_each_shot_follows_the_one_before_and_guides_the_next(
    ana: Person, bot: Bot, world: World
) -> None:
    await ana.casts("fritz")
    await ana.types("/imageset fritz climbs: camp | wall | ledge | peak --chain --quality low")
    climb = await bot.finishes("fritz climbs")
    assert "each shot guided by the one before" in climb.root.words
    camp, wall, ledge, peak = calls = await world.calls()
    [fritz] = camp.references
    assert wall.references == [fritz, *camp.drawn]
    assert ledge.references == [fritz, *camp.drawn, *wall.drawn]
    assert peak.references == [fritz, *camp.drawn, *ledge.drawn]
    assert "Image 3: the shot before this one. Continue from it" in peak.section("References")
    assert all(later.body["started"] >= sooner.body["ended"] for sooner, later in pairwise(calls))
    for title, call in zip(("Camp", "Wall", "Ledge", "Peak"), calls, strict=True):
        assert f"Draw only this one: {title}." in call.prompt


@pytest.mark.parametrize(
    ("asked", "drawn", "note"),
    [
        ("1920x1080", "1920x1088", "1920x1080 becomes 1920x1088, the nearest size that gpt-image-2 draws."),
        ("100x100", "816x816", "100x100 becomes 816x816, the nearest size that gpt-image-2 draws."),
        ("16:9", "1536x864", None),
        ("story", "864x1536", None),
    ],
)
async def test_a_size_is_snapped_to_what_the_model_takes_and_the_answer_says_so(
    ana: Person, bot: Bot, world: World, asked: str, drawn: str, note: str | None
) -> None:
    title = f"A poster of {asked.replace(':', ' to ')}"
    await ana.types(f"/image {title} --size {asked} --quality low")
    poster = await bot.finishes(title)
    [call] = await world.calls()
    assert call.arguments["size"] == drawn
    said = [line for line in poster.root.words.splitlines() if "becomes" in line]
    assert said == ([note] if note else [])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("a goat --sparkle yes", "There is no option --sparkle. There are --style, --size, --quality"),
        ("a goat --stile ink", "There is no option --stile; --style is meant, perhaps: `--style flat`."),
        ("21 goats on parade", "21 pictures are more than one set holds here, which is 20."),
        ("goats: " + " | ".join(f"goat {n}" for n in range(21)), "21 pictures are more than one set holds here"),
        ("--style ink", "The words say how, but not what to draw."),
        ("a goat --size enormous", "I do not know the size “enormous”. Take square, landscape, portrait"),
        ("a goat --size 4000x1000", "4000x1000 is longer than 3:1"),
        ("a goat --quality superb", "has no quality “superb”. It takes low, medium, high"),
        ("a goat --quality max", "has no quality “max”. It takes low, medium, high"),
        ("a goat --model dall-e-3", "dall-e-3"),
        ("a goat --model gpt-image-9", "gpt-image-9"),
        ("a goat --variants 11", "11 takes of one picture are not possible: 1 to 10"),
        ("a | b --variants 4", "--variants draws several takes of one picture, but 2 shots are listed."),
        ("a goat --count", "--count needs a value, for example `--count 5`."),
        ("@nobody-here waves: a | b", "@nobody-here is not in the cast."),
        ("a goat --size square --size story", "--size stands there twice, as “square” and as “story”."),
    ],
)
async def test_what_cannot_be_drawn_is_answered_at_once_and_nothing_begins(
    ana: Person, bot: Bot, world: World, line: str, sentence: str
) -> None:
    answer = await ana.types(f"/imageset {line}")
    assert answer.body["response_type"] == "ephemeral"
    assert sentence in answer.words
    assert "$" not in answer.words
    assert not await world.calls()


async def test_help_has_examples_that_can_be_drawn_as_they_stand(ana: Person, world: World) -> None:
    shown = (await ana.types("/imageset help")).words
    assert "/imageset a lighthouse through the year: spring | summer | autumn | winter --size landscape" in shown
    for option in ("--style", "--size", "--quality", "--model", "--variants", "--chain", "--private"):
        assert option in shown
    assert not await world.calls()


async def test_words_are_shown_as_they_were_typed_and_call_nobody(ana: Person, bot: Bot) -> None:
    await ana.types("/imageset <b>fish & chips</b> *for* @here: a_b | `c` --quality low")
    fish = await bot.finishes("<b>fish & chips</b> *for*")
    assert "&lt;b&gt;fish &amp; chips&lt;/b&gt;" in fish.root.body["text"]
    assert "<!here" not in str(fish.root.body)
    assert {card.words.splitlines()[1] for card in fish.cards} == {"A_b", "`c`"}
