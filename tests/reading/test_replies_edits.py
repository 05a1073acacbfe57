"""Edits taken apart: several changes in one reply, keep-lists, regions, scopes, exact wordings; and how fast."""

import time

import pytest

from bot.domain.replies import Change, ChangeKind, Edit, Scope, Structural
from bot.reading.replies import ReplyContext, read_reply
from tests.reading.table import THREAD


def edit(text: str) -> Edit:
    reply = read_reply(text, THREAD)
    assert isinstance(reply, Edit), reply
    return reply


def parts(change: Change) -> tuple[ChangeKind, str | None, str | None]:
    return change.kind, change.target, change.value


@pytest.mark.parametrize(
    ("text", "change", "keeps"),
    [
        (
            "把杯子颜色改成磨砂墨绿色，其他元素保持不变",
            (ChangeKind.ATTRIBUTE, "杯子", "磨砂墨绿色"),
            ("其他元素",),
        ),
        (
            "木桌换成白色大理石桌面，咖啡豆位置和数量保持原样",
            (ChangeKind.REPLACE, "木桌", "白色大理石桌面"),
            ("咖啡豆位置和数量",),
        ),
        (
            "make the mug matte dark green, keep everything else",
            (ChangeKind.ATTRIBUTE, "the mug", "matte dark green"),
            ("everything else",),
        ),
        (
            "replace the wooden table with a white marble top; the coffee beans keep their place and number",
            (ChangeKind.REPLACE, "the wooden table", "a white marble top"),
            ("the coffee beans: place and number",),
        ),
    ],
)
def test_the_seed_conversation(text: str, change: tuple[ChangeKind, str, str], keeps: tuple[str, ...]) -> None:
    found = edit(text)
    assert [parts(one) for one in found.changes] == [change]
    assert found.keeps == keeps
    assert found.scope is Scope.LOCAL


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("remove the cat and keep the dog, the sofa and the light as they are", ("the dog", "the sofa", "the light")),
        ("make it night without changing the building", ("the building",)),
        ("same composition, as a watercolour", ("composition",)),
        ("don't change the face, just make the hair red", ("the face",)),
        ("change the car to red. The rest stays the same.", ("everything else",)),
        ("Add a hat with everything else unchanged", ("everything else",)),
        ("Change the background to forest, remain the dog unchanged", ("the dog",)),
        ("把天空变成粉色，人物和建筑保持不变", ("人物和建筑",)),
        ("保留主体不变，把背景换成海边", ("主体",)),
    ],
)
def test_what_must_stay_is_listed(text: str, keeps: tuple[str, ...]) -> None:
    assert edit(text).keeps == keeps


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("add a hat, remove the glasses and make the sky pink", ["add", "remove", "attribute"]),
        ("make the chair red and the table blue", ["attribute", "attribute"]),
        ("Remove the plant, and increase the brightness of the person", ["remove", "attribute"]),
        ("把天空变成粉色，再加一只鸟", ["attribute", "add"]),
        ("add a field and open sky", ["add"]),
    ],
)
def test_several_changes_in_one_reply(text: str, kinds: list[str]) -> None:
    assert [change.kind.value for change in edit(text).changes] == kinds


def test_a_structural_change_takes_the_others_along() -> None:
    reply = read_reply("make it portrait and darker, keep the logo", THREAD)
    assert isinstance(reply, Structural)
    assert [change.kind for change in reply.changes] == [ChangeKind.LIGHT]
    assert reply.keeps == ("the logo",)


@pytest.mark.parametrize(
    ("text", "target", "wording"),
    [
        ('change the title to "Hello, keep the world"', "the title", "Hello, keep the world"),
        ("Replace the text 'STOP' on the sign with 'GO'", "the text 'STOP' on the sign", "GO"),
        ("在左上角加上文字“新品上市”", "左上角", "新品上市"),
        ("remove the caption", "the caption", None),
    ],
)
def test_a_wording_is_taken_exactly(text: str, target: str, wording: str | None) -> None:
    assert [parts(change) for change in edit(text).changes] == [(ChangeKind.TEXT, target, wording)]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("remove the bird in the top left corner", "top left corner"),
        ("remove the bird in B2", "B2"),
        ("make the chair on the left red", "left"),
        ("去掉右下角的水印", "右下角"),
        ("remove the bird", None),
    ],
)
def test_regions_in_words(text: str, region: str | None) -> None:
    assert edit(text).changes[0].region == region


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("make the mug green", Scope.LOCAL),
        ("add a dog", Scope.LOCAL),
        ("as a watercolour", Scope.GLOBAL),
        ("make it winter", Scope.GLOBAL),
        ("darker", Scope.GLOBAL),
        ("change the background to a beach", Scope.GLOBAL),
        ("more contrast", Scope.GLOBAL),
        ("make it green", Scope.UNSURE),
        ("make the man raise his arm", Scope.UNSURE),
        ("add a dog and make it night", Scope.GLOBAL),
        ("亮一点", Scope.GLOBAL),
        ("把车改成红色", Scope.LOCAL),
    ],
)
def test_how_much_of_the_picture_an_edit_touches(text: str, scope: Scope) -> None:
    assert edit(text).scope is scope


HOSTILE = {
    "one word": "a" * 1199,
    "verbs": "make it " * 149,
    "things": "make the " + "the " * 295,
    "commas": "a, " * 399,
    "keeps": "keep the face and " * 66,
    "labels": "#2 " * 399,
    "versions": "v2 " * 399,
    "han": "把" * 1199,
    "han verbs": "换成红色，" * 239,
    "quotes": '"' * 1199,
    "brackets": "(" * 1199,
    "lines": "\n" * 1199 + "x",
    "spaces": "add a" + " " * 1190 + "b",
    "likes": "make it look like " * 66,
    "politeness": "please " * 171,
    "praise": "perfect, " * 130 + "x",
    "praise in a row": "可以" * 100 + "x",
    "comparisons": "compare with previous " * 10 + "\n!",
    "mentions": "<@U123> " * 149,
    "three thousand words": "make it darker and nicer " * 600,
    "megabyte": "change the cat to " * 60_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "context", [THREAD, ReplyContext(has_images=True), ReplyContext(shots=4)], ids=["one", "photo", "set"]
)
def test_no_text_takes_long(text: str, context: ReplyContext) -> None:
    """In CPU time, so that a busy machine fails nothing; the better of two."""
    took = []
    for _ in range(2):
        start = time.process_time()
        read_reply(text, context)
        took.append(time.process_time() - start)
    assert min(took) < 0.02
