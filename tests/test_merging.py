"""A chain's changes as one list, its captions, and a new start from the brief."""

import pytest

from bot.domain.replies import Change, ChangeKind, Edit, Scope, Structural, StructuralKind
from bot.prompts.again import start_again_brief
from bot.prompts.captions import edit_caption, merged_lines, rebase_caption
from bot.prompts.merging import merge, merge_edits


def colour(thing: str, value: str, region: str | None = None) -> Change:
    return Change(ChangeKind.ATTRIBUTE, f"{thing} {value}", thing, value, "colour", region)


def made(thing: str, value: str) -> Change:
    return Change(ChangeKind.ATTRIBUTE, f"{thing} {value}", thing, value)


def add(value: str, place: str | None = None) -> Change:
    return Change(ChangeKind.ADD, f"add {value}", place, value)


def remove(thing: str) -> Change:
    return Change(ChangeKind.REMOVE, f"remove {thing}", thing)


def swap(thing: str, value: str) -> Change:
    return Change(ChangeKind.REPLACE, f"{thing} -> {value}", thing, value)


def text(thing: str | None, value: str | None) -> Change:
    return Change(ChangeKind.TEXT, f"text {value}", thing, value)


def light(value: str) -> Change:
    return Change(ChangeKind.LIGHT, f"make it {value}", None, value, scope=Scope.GLOBAL)


def style(value: str) -> Change:
    return Change(ChangeKind.STYLE, f"as {value}", None, value, scope=Scope.GLOBAL)


def behind(value: str) -> Change:
    return Change(ChangeKind.BACKGROUND, f"{value} behind", "the background", value, scope=Scope.GLOBAL)


MERGED: dict[str, tuple[list[Change], list[Change]]] = {
    "nothing contradicts": (
        [colour("the mug", "green"), remove("the spoon"), add("a cat")],
        [colour("the mug", "green"), remove("the spoon"), add("a cat")],
    ),
    "a second colour": (
        [colour("the mug", "green"), remove("the spoon"), colour("the mug", "red")],
        [remove("the spoon"), colour("the mug", "red")],
    ),
    "another name for it": ([colour("the white mug", "green"), colour("mug", "red")], [colour("mug", "red")]),
    "another property": (
        [colour("the mug", "green"), made("the mug", "shiny")],
        [colour("the mug", "green"), made("the mug", "shiny")],
    ),
    "one of several": (
        [colour("the mug", "green"), colour("the left mug", "red")],
        [colour("the mug", "green"), colour("the left mug", "red")],
    ),
    "two places": (
        [colour("the mug", "green", "left"), colour("the mug", "red", "right")],
        [colour("the mug", "green", "left"), colour("the mug", "red", "right")],
    ),
    "added, changed and removed": ([add("a lamp"), colour("the lamp", "red"), remove("the lamp")], []),
    "changed and removed": ([colour("the mug", "red"), remove("the mug")], [remove("the mug")]),
    "removed twice": ([remove("the spoon"), remove("the spoon")], [remove("the spoon")]),
    "removed and back": ([remove("the lamp"), add("the lamp back")], []),
    "removed, and another one": ([remove("the lamp"), add("a red lamp")], [remove("the lamp"), add("a red lamp")]),
    "replaced twice": (
        [swap("the table", "an oak table"), swap("the table", "a glass table")],
        [swap("the table", "a glass table")],
    ),
    "what was put is removed": (
        [swap("the table", "an oak desk"), remove("the oak desk")],
        [Change(ChangeKind.REMOVE, "remove the oak desk", "the table")],
    ),
    "what was added is replaced": (
        [add("a cat", "the sofa"), swap("the cat", "a dog")],
        [Change(ChangeKind.ADD, "the cat -> a dog", "the sofa", "a dog")],
    ),
    "what was put is replaced": (
        [swap("the table", "an oak desk"), made("the oak desk", "darker"), swap("the desk", "a bench")],
        [Change(ChangeKind.REPLACE, "the desk -> a bench", "the table", "a bench")],
    ),
    "another wording": ([text("the sign", "OPEN"), text("the sign", "CLOSED")], [text("the sign", "CLOSED")]),
    "no text at all": ([text("the sign", "OPEN"), text("the text", None)], [text("the text", None)]),
    "another style": ([style("ink"), light("dusk"), style("a watercolour")], [light("dusk"), style("a watercolour")]),
    "hour and season": ([light("dusk"), light("noon"), light("autumn")], [light("noon"), light("autumn")]),
    "twice as dark": ([light("darker"), light("darker")], [light("darker"), light("darker")]),
    "another background": ([behind("blur"), behind("a beach"), behind("a wood")], [behind("blur"), behind("a wood")]),
    "Chinese": (
        [colour("杯子", "绿色"), add("一只猫"), colour("那个杯子", "红色"), remove("猫")],
        [colour("那个杯子", "红色")],
    ),
}


@pytest.mark.parametrize(("asked", "left"), MERGED.values(), ids=MERGED.keys())
def test_the_later_of_two_contradictions_holds(asked: list[Change], left: list[Change]) -> None:
    assert list(merge(asked)) == left


def test_merging_what_is_merged_changes_nothing() -> None:
    for asked, _ in MERGED.values():
        assert merge(merge(asked)) == merge(asked)


def test_edits_are_merged_with_what_they_keep() -> None:
    edits = [
        Edit((colour("the mug", "green"),), ("everything else", "the coffee beans")),
        Edit((swap("the table", "marble"),), ("the steam",)),
        Edit((remove("the coffee beans"),)),
    ]
    merged = merge_edits(edits)
    assert [change.target for change in merged.changes] == ["the mug", "the table", "the coffee beans"]
    assert merged.keeps == ("the steam",)


CAPTIONS = [
    (Edit((colour("the mug", "matte green"),), ("everything else",)), "mug → matte green · everything else kept"),
    (
        Edit((swap("木桌", "白色大理石桌面"),), ("咖啡豆位置和数量",)),
        "木桌 → 白色大理石桌面 · 咖啡豆位置和数量 and everything else kept",
    ),
    (
        Edit((add("a potted plant", "the left"), remove("the spoon"))),
        "+ potted plant · spoon removed · everything else kept",
    ),
    (Edit((text("the sign", "OPEN"),)), "sign → “OPEN” · everything else kept"),
    (Edit((text("the text", None),)), "text removed · everything else kept"),
    (Edit((light("dusk"),)), "light → dusk · composition and subjects kept"),
    (Edit((style("a watercolour"),), ("the composition",)), "style → watercolour · composition and subjects kept"),
    (Edit((behind("a beach"),)), "background → beach · everything in front of it kept"),
    (
        Edit(tuple(made(f"the {n}", "red") for n in "abcde")),
        "a → red · b → red · c → red · and 2 more · everything else kept",
    ),
    (Edit((Change(ChangeKind.ATTRIBUTE, "improve the light"),)), "improve the light · everything else kept"),
]


@pytest.mark.parametrize(("edit", "said"), CAPTIONS)
def test_the_caption_says_what_was_understood(edit: Edit, said: str) -> None:
    assert edit_caption(edit, 3) == f"Edit of v3 · {said}"


def test_the_caption_of_a_rebase_says_so_and_its_list_is_numbered() -> None:
    edit = Edit((light("dusk"),))
    merged = Edit((colour("the mug", "green"), remove("the spoon"), *edit.changes))
    assert rebase_caption(edit, merged, 5, 1) == (
        "Edit of v5 · light → dusk · redrawn from v1 with all 3 changes, to stay sharp · composition and subjects kept"
    )
    assert merged_lines(merged) == ("1. mug → green", "2. spoon removed", "3. light → dusk")


def test_a_caption_stays_short_whatever_is_asked() -> None:
    edit = Edit(tuple(swap("t" * 900, "v\n" * 900) for _ in range(40)), ("k" * 900,) * 40)
    assert len(edit_caption(edit, 3)) < 500 and "\n" not in edit_caption(edit, 3)


def test_a_new_start_tells_the_brief_with_all_changes_and_the_wish() -> None:
    wish = Structural(
        StructuralKind.ORIENTATION, "make it portrait", "portrait", (add("a cat"),), ("everything else", "the beans")
    )
    changes = [colour("the mug", "green"), text("the sign", "OPEN"), remove("the spoon"), colour("the mug", "red")]
    assert start_again_brief('A white mug by a sign "CAFÉ"', changes, wish) == (
        'A white mug by a sign "CAFÉ". Changed since, and going before the words above: the sign reads "OPEN"; no '
        "spoon; the colour of the mug: red; also a cat. Orientation, going before all of it: make it portrait. As it "
        "was: the beans."
    )


def test_a_new_start_without_changes_is_the_brief_and_the_wish() -> None:
    above = Structural(StructuralKind.VIEWPOINT, "from above")
    assert start_again_brief("A mug.", (), above) == "A mug. Camera, going before all of it: from above."
    assert start_again_brief("A\nmug", ()) == "A mug."


def test_a_new_start_fits_into_a_scene() -> None:
    huge = [swap("t" * 900 + str(n), "v " * 900) for n in range(60)]
    wish = Structural(StructuralKind.COUNT, "w" * 9_000, None, tuple(huge), ("k" * 900,) * 60)
    made_of = start_again_brief("b " * 9_000, huge, wish)
    assert len(made_of) <= 12_000 and "\n" not in made_of
