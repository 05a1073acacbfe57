"""Typed words become complete requests and plans, or a sentence that helps; nothing else ever comes out."""

import random
from typing import Any

import pytest

from bot.domain import Character, CharacterState, Kind, Model, Plan, Prices, SetRequest, Size, Visibility
from bot.errors import BadRequest, BotError
from bot.reading import Defaults, parse, parse_single, plan

MODEL = Model("gpt-image-2", "gpt-image-2", "gpt-image-2", ("low", "medium", "high"), Prices(), "2026-11")
DEFAULTS = Defaults(MODEL, "medium", max_shots=20)


def member(name: str, state: CharacterState = CharacterState.READY) -> Character:
    return Character(name.casefold(), "T1", name, "", (), (), "U1", Visibility.EVERYONE, "C1", state)


CAST = (
    member("Maya"),
    member("Robo Barista"),
    member("玛雅"),
    member("Ben", CharacterState.FAILED),
    member("Cho", CharacterState.FAILED),
    member("Old", CharacterState.RETIRED),
)


def find_model(name: str) -> Model:
    if name != MODEL.name:
        raise BadRequest(f"There is no model {name}.", "model")
    return MODEL


def ask(words: str) -> SetRequest:
    return parse(words, cast=CAST, defaults=DEFAULTS, find_model=find_model)


def ask_one(words: str) -> SetRequest:
    return parse_single(words, cast=CAST, defaults=DEFAULTS, find_model=find_model)


def planned(words: str) -> Plan:
    request = ask(words)
    return plan(request, [character for character in CAST if character.id in request.cast])


def test_title_shots_style_and_a_character_are_read() -> None:
    request = ask("@maya opens the robot café: cover | at the espresso machine | thumbs up --style flat")
    assert request == SetRequest(
        brief="Maya opens the robot café",
        kind=Kind.SCENES,
        count=3,
        shots=("cover", "at the espresso machine", "thumbs up"),
        cast=("maya",),
        style="flat",
        size=Size(1024, 1024),
        quality="medium",
        model="gpt-image-2",
    )


READ: dict[str, tuple[str, dict[str, Any]]] = {
    "a leading number is the count": ("5 launch of our app", {"brief": "launch of our app", "count": 5}),
    "a number with a word for pictures": ("3 pictures of a fox", {"brief": "a fox", "count": 3}),
    "a number in words": ("five pictures of a fox", {"brief": "a fox", "count": 5}),
    "a number of panels at the end": (
        "storyboard a runner at dawn, 8 panels",
        {"brief": "a runner at dawn", "count": 8},
    ),
    "a number inside the brief stays": ("a room with 3 pictures", {"brief": "a room with 3 pictures", "count": 4}),
    "hours are no count": ("24 hours in Lisbon", {"brief": "24 hours in Lisbon", "count": 4}),
    "--count leaves a leading number alone": ("--count 3 24 foxes", {"brief": "24 foxes", "count": 3}),
    "one picture is no set": ("1 fox", {"kind": Kind.SINGLE, "count": 1}),
    "takes are variants": ("4 variants of a logo", {"kind": Kind.VARIANTS, "count": 4, "brief": "a logo"}),
    "--variants": ("logo for a bird app --variants 4", {"kind": Kind.VARIANTS, "count": 4}),
    "shots without a title": ("a fox | a hen", {"shots": ("a fox", "a hen"), "count": 2}),
    "empty shots are dropped": ("farm: a fox || a hen |", {"shots": ("a fox", "a hen"), "brief": "farm"}),
    "a ratio is no title": ("16:9 robots | two", {"shots": ("16:9 robots", "two")}),
    "list items on lines": ("farm:\n- a fox\n- a hen", {"shots": ("a fox", "a hen"), "brief": "farm"}),
    "full-width signs": ("玛雅在咖啡馆：封面｜特写", {"shots": ("封面", "特写"), "cast": ("玛雅",)}),
    "an option in the middle": ("a fox --style flat in the snow", {"style": "flat", "brief": "a fox in the snow"}),
    "an option before the shots": ("farm --style ink: fox | hen", {"style": "ink", "brief": "farm", "count": 2}),
    "an option with an equals sign": ("a fox --style=flat", {"style": "flat"}),
    "a dash that a phone made": ("a fox —style flat –size story", {"style": "flat", "size": Size(864, 1536)}),
    "quotes that a phone made": ("a fox --style “soft gouache”", {"style": "soft gouache"}),
    "several words of style at the end": ("a fox --style soft gouache", {"style": "soft gouache", "brief": "a fox"}),
    "a style that is lengthened": ("a fox --style flat vector art", {"style": "flat vector art", "brief": "a fox"}),
    "dashes that are punctuation": ("a fox —alone", {"brief": "a fox —alone"}),
    "options in quotes are lettering": (
        'a "--style ink | x" sign',
        {"style": None, "brief": 'a "--style ink | x" sign'},
    ),
    "flags": ("a fox --chain --private", {"chain": True, "private": True}),
    "a size with spaces": ("a fox --size 1536 × 1024", {"size": Size(1536, 1024), "brief": "a fox"}),
    "another word for a quality": ("a fox --quality hd", {"quality": "high"}),
    "a model": ("a fox --model gpt-image-2", {"model": "gpt-image-2"}),
    "an option said twice alike": ("a fox --style flat --style flat", {"style": "flat"}),
    "a bare name, in any case": ("launch with MAYA", {"cast": ("maya",)}),
    "part of a word is no name": ("mayans in the old town", {"cast": ()}),
    "a name in quotes is lettering": ('a mug with "Maya" on it', {"cast": ()}),
    "a name of two words": ("@robo-barista and @Robo Barista", {"cast": ("robo barista",)}),
    "names in the order of naming": ("robo barista meets maya", {"cast": ("robo barista", "maya")}),
    "a name that Slack took for a person": ("<@U123|maya> waves", {"cast": ("maya",), "brief": "Maya waves"}),
    "an address is no name": ("write to ana@maya.com", {"brief": "write to ana@maya.com"}),
    "what Slack escapes": ("salt &amp; pepper in <#C1|general>", {"brief": "salt & pepper in #general"}),
    "a link with a label": ("<https://a.example|our page>", {"brief": "our page"}),
}


@pytest.mark.parametrize(("words", "expected"), READ.values(), ids=READ.keys())
def test_a_request_is_read(words: str, expected: dict[str, Any]) -> None:
    request = ask(words)
    assert {name: getattr(request, name) for name in expected} == expected


REFUSED: dict[str, tuple[str, str]] = {
    "no words": ("  ", "/imageset"),
    "only options": ("--style flat", "what to draw"),
    "only bars": ("||", "what to draw"),
    "an unknown option with a near one": ("a fox --stile flat", "--style flat"),
    "an unknown option": ("a fox --foo", "--private"),
    "a mistyped option after a phone's dash": ("a fox —stlye flat", "--style flat"),
    "an option without its value": ("a fox --size", "--size landscape"),
    "an option before another's name": ("a fox --size --chain", "--size landscape"),
    "two values for one option": ("a fox --style flat --style ink", "twice"),
    "a flag with a value": ("a fox --private=yes", "takes no value"),
    "variants and a count": ("a fox --variants 3 --count 3", "Keep one"),
    "variants and a chain": ("a fox --variants 3 --chain", "Keep one"),
    "variants of listed shots": ("a | b --variants 2", "2 shots are listed"),
    "a count that is not that of the shots": ("a | b --count 3", "2 shots are listed"),
    "too many variants": ("a fox --variants 11", "1 to 10"),
    "no variants": ("a fox --variants 0", "1 to 10"),
    "a count that is no number": ("a fox --count many", "whole number"),
    "no pictures": ("0 foxes", "at least 1"),
    "too many pictures": ("24 foxes", "which is 20"),
    "too many shots": (" | ".join("abcdefghijklmnopqrstu"), "21 pictures"),
    "a stranger": ("@zed waves", "/cast add zed"),
    "a stranger without a name": ("a portrait of <@U999>", "Maya, Robo Barista"),
    "a retired character": ("@old waves", "not in the cast"),
    "a character without usable photos": ("@ben waves", "no photos that can be used"),
    "a character whose photos failed": ("@cho waves", "/cast add cho"),
    "an unknown quality": ("a fox --quality ultra", "low, medium, high"),
    "an unknown model": ("a fox --model foo", "no model"),
    "an unknown size": ("a fox --size huge", "landscape"),
    "a size that is too long": ("a fox --size 4000x1000", "3840x1280"),
    "too many characters": ("fox " * 3000, "8,000"),
}


@pytest.mark.parametrize(("words", "part"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_drawn_is_refused_in_a_sentence(words: str, part: str) -> None:
    with pytest.raises(BadRequest) as refused:
        ask(words)
    assert part in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_the_cast_is_listed_to_whoever_names_a_stranger() -> None:
    with pytest.raises(BadRequest) as refused:
        ask("@zed waves")
    assert "Maya, Robo Barista, 玛雅" in refused.value.sentence
    assert "Ben" not in refused.value.sentence
    assert refused.value.field == "cast"


def test_a_request_says_what_it_changed_or_filled_in() -> None:
    assert ask("3 foxes --size 1920x1080").notes == (
        "1920x1080 becomes 1920x1088, the nearest size that gpt-image-2 draws.",
    )
    assert "4 pictures" in ask("a fox").notes[0]
    assert "the 5 stays in the title" in ask("5 foxes: red | blue").notes[0]
    assert "Ben" in ask("3 walks with ben").notes[0]


def test_a_server_without_qualities_keeps_the_usual_one_and_refuses_a_chosen_one() -> None:
    plain = Model("local", "local", "local", (), Prices(), "")
    defaults = Defaults(plain, "medium", 20)
    assert parse("2 foxes", cast=(), defaults=defaults, find_model=find_model).quality == "medium"
    with pytest.raises(BadRequest, match="no qualities"):
        parse("2 foxes --quality high", cast=(), defaults=defaults, find_model=find_model)


def test_one_picture_keeps_its_number_in_the_words() -> None:
    request = ask_one("3 foxes")
    assert (request.kind, request.count, request.brief) == (Kind.SINGLE, 1, "3 foxes")
    request = ask_one("a fox --variants 4 --size portrait")
    assert (request.kind, request.count, request.size) == (Kind.VARIANTS, 4, Size(1024, 1536))


@pytest.mark.parametrize("words", ["a | b", "a fox --count 3", "a fox --chain", ""])
def test_one_picture_refuses_what_belongs_to_a_set(words: str) -> None:
    with pytest.raises(BadRequest, match="/image"):
        ask_one(words)


def test_listed_shots_keep_their_words_and_get_a_camera_each() -> None:
    made = planned("@maya opens the robot café: cover | at the espresso machine | thumbs up --style flat")
    assert made.title == "Maya opens the robot café"
    assert made.style.startswith("Flat: ")
    assert [shot.title for shot in made.shots] == ["Cover", "At the espresso machine", "Thumbs up"]
    assert all("Maya opens the robot café: " in shot.scene for shot in made.shots)
    cameras = {shot.scene.partition(". ")[2] for shot in made.shots}
    assert len(cameras) == 3
    assert all("shot" in camera or "close-up" in camera for camera in cameras)


def test_a_shot_that_names_its_camera_is_left_alone() -> None:
    made = planned("café: from above, empty tables | the barista")
    assert made.shots[0].scene == "Café: from above, empty tables."
    assert made.shots[1].scene != "Café: the barista."


def test_a_pinned_character_is_named_in_every_scene() -> None:
    assert all("Maya" in shot.scene for shot in planned("5 launch of our running app, with @maya").shots)
    assert all("Maya" in shot.scene for shot in planned("@maya waves | a beach | a storm").shots)


@pytest.mark.parametrize("count", [1, 2, 5, 12, 20])
def test_found_shots_are_all_different_and_begin_with_a_cover(count: int) -> None:
    request = ask(f"{count} launch of our running app")
    shots = plan(request, ()).shots
    assert len({shot.scene for shot in shots}) == len({shot.title for shot in shots}) == len(shots) == count
    assert [shot.number for shot in shots] == list(range(1, count + 1))
    assert count == 1 or shots[0].title == "Cover"


def test_even_a_hundred_found_shots_are_all_different() -> None:
    request = parse("100 foxes", cast=(), defaults=Defaults(MODEL, "medium", 100), find_model=find_model)
    assert len({shot.scene for shot in plan(request, ()).shots}) == 100


def test_variants_and_single_pictures_are_one_shot_in_the_persons_own_words() -> None:
    for words in ("a red fox --variants 4", "1 red fox"):
        (shot,) = planned(words).shots
        assert shot.scene.casefold().endswith("red fox.")


def test_titles_are_short_and_end_at_a_word() -> None:
    made = planned("3 " + "very " * 40 + "long brief")
    assert len(made.title) <= 60
    assert made.title.endswith("very…")
    assert planned("a fox | a hen | a dog").title == "A fox and 2 more"


TYPED = (
    "--style --size —size --quality= --variants --count --chain –model flat 16:9 1920x1080 4 five 99 @maya @ @zed "
    "<@U1|maya> <@U9> &amp; | ： ｜ : \" “ ” ' - 1. fox 日本 玛雅 panels variants of -- = \x00 \ud800 é 🙂 :wave: "
    "< ² ٣ ½ 3x"
)


def test_any_text_gives_a_request_or_a_sentence() -> None:
    dice, pieces = random.Random(11), TYPED.split(" ")
    for _ in range(2000):
        words = "".join(dice.choice(pieces) + dice.choice(("", " ", "\n")) for _ in range(dice.randint(0, 12)))
        for read in (ask, ask_one):
            try:
                request = read(words)
            except BotError as error:
                assert error.sentence.endswith("."), words
            else:
                made = plan(request, CAST)
                assert len(made.shots) == (request.count if request.kind is Kind.SCENES else 1), words
                assert made == plan(request, CAST), words
