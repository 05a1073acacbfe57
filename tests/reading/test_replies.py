"""What single replies ask, in examples: commands, versions, shots, references, talk."""

import pytest

from bot.domain.cast import Role
from bot.domain.replies import (
    AddShot,
    Approval,
    BackTo,
    Branch,
    Cancel,
    Change,
    ChangeKind,
    Compare,
    DropShots,
    Edit,
    ForShots,
    Help,
    Question,
    Redo,
    ReferenceGiven,
    Reply,
    Structural,
    StructuralKind,
    Talk,
    TalkKind,
    Topic,
    Tree,
    Unclear,
    UnclearWhy,
    Undo,
    Variations,
)
from bot.reading.replies import ReplyContext, RulesReader, read_reply
from tests.reading.table import THREAD

SET = ReplyContext(versions=(1, 2, 3), shots=5)
PHOTO = ReplyContext(has_images=True, versions=(1,))
NAMED = ReplyContext(is_mention=True, versions=(1,))


def only_change(reply: object) -> Change:
    assert isinstance(reply, Edit), reply
    assert len(reply.changes) == 1, reply
    return reply.changes[0]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("undo", Undo()),
        ("!undo", Undo()),
        ("Undo that, please.", Undo()),
        ("undo the last two changes", Undo(2)),
        ("撤销", Undo()),
        ("redo", Redo()),
        ("try again", Redo()),
        ("重画", Redo()),
        ("!tree", Tree()),
        ("!cancel", Cancel()),
        ("取消", Cancel()),
        ("!help", Help()),
        ("帮助", Help()),
        ("4 more like this", Variations(4)),
        ("再来4张", Variations(4)),
        ("back to v2", BackTo(2)),
        ("回到第2版", BackTo(2)),
        ("Restore the original image for me", BackTo(1)),
        ("compare v1 and v4", Compare(1, 4)),
        ("对比v1和v3", Compare(1, 3)),
        ("compare with the original", Compare(1, None)),
        ("branch from v2", Branch(2)),
    ],
)
def test_a_command_in_words_or_with_a_mark(text: str, reply: Reply) -> None:
    assert read_reply(text, THREAD) == reply


def test_going_back_takes_the_change_after_it_along() -> None:
    reply = read_reply("back to v2, then make the sky pink", THREAD)
    assert isinstance(reply, BackTo) and reply.version == 2
    change = only_change(reply.then)
    assert (change.kind, change.target, change.value) == (ChangeKind.ATTRIBUTE, "the sky", "pink")


@pytest.mark.parametrize("text", ["undo and turn the cup black", "撤销上一轮编辑，并把杯子变成黑色。"])
def test_undo_takes_the_change_after_it_along(text: str) -> None:
    reply = read_reply(text, THREAD)
    assert isinstance(reply, Undo) and reply.steps == 1
    assert only_change(reply.then).kind is ChangeKind.ATTRIBUTE


def test_a_version_that_is_not_there_is_asked_about() -> None:
    reply = read_reply("back to v9", THREAD)
    assert isinstance(reply, Unclear) and reply.why is UnclearWhy.NO_SUCH_VERSION
    assert [read_reply(suggestion, THREAD) for suggestion in reply.suggestions] == [BackTo(2), BackTo(3), BackTo(4)]


@pytest.mark.parametrize(
    ("text", "numbers", "request_type"),
    [
        ("#3 darker", (3,), Edit),
        ("#2 v3 darker", (2,), BackTo),
        ("redo 2 and 4", (2, 4), Redo),
        ("redo #2 but warmer", (2,), Redo),
        ("drop #2", (2,), DropShots),
        ("delete shot 3", (3,), DropShots),
        ("in shots 2 and 3, remove the hat", (2, 3), Edit),
        ("4 variations of #2", (2,), Variations),
        ("undo #2", (2,), Undo),
        ("第2张暗一点", (2,), Edit),
        ("把第3张的背景换成海边", (3,), Edit),
    ],
)
def test_shots_are_named_by_their_labels(text: str, numbers: tuple[int, ...], request_type: type) -> None:
    reply = read_reply(text, SET)
    assert isinstance(reply, ForShots), reply
    assert (reply.numbers, reply.everywhere) == (numbers, False)
    assert isinstance(reply.request, request_type)


@pytest.mark.parametrize(
    "text", ["make her coat red everywhere", "make her coat red in all shots", "所有图里的外套都改成红色"]
)
def test_a_change_for_all_shots(text: str) -> None:
    reply = read_reply(text, SET)
    assert isinstance(reply, ForShots) and reply.everywhere and not reply.numbers
    assert only_change(reply.request).attribute == "colour"


@pytest.mark.parametrize(("text", "scene"), [("add a shot at night", "at night"), ("再加一张夜景", "夜景")])
def test_a_new_shot(text: str, scene: str) -> None:
    assert read_reply(text, SET) == ForShots((), AddShot(scene))


def test_a_shot_that_is_not_there_is_asked_about_and_praise_of_one_is_not() -> None:
    missing = read_reply("#9 darker", SET)
    assert isinstance(missing, Unclear) and missing.why is UnclearWhy.NO_SUCH_SHOT
    assert isinstance(read_reply("I like #2", SET), Talk)


@pytest.mark.parametrize(
    ("text", "role", "keep"),
    [
        ("", None, False),
        ("what about this one?", None, False),
        ("this is her", Role.CHARACTER, False),
        ("这是她", Role.CHARACTER, False),
        ("use this style", Role.STYLE, False),
        ("use this style from now on", Role.STYLE, True),
        ("用这个风格", Role.STYLE, False),
        ("same pose as in this", Role.COMPOSITION, False),
        ("use this as the background", Role.PLACE, False),
    ],
)
def test_a_picture_with_words_about_its_role(text: str, role: Role | None, keep: bool) -> None:
    reply = read_reply(text, PHOTO)
    assert isinstance(reply, ReferenceGiven), reply
    assert (reply.role, reply.keep, reply.then) == (role, keep, None)


@pytest.mark.parametrize(
    ("text", "target"), [("put this logo on the mug", "the mug"), ("把这个logo印在杯子上", "杯子")]
)
def test_a_picture_of_a_thing_and_where_it_goes(text: str, target: str) -> None:
    reply = read_reply(text, PHOTO)
    assert isinstance(reply, ReferenceGiven)
    assert (reply.role, reply.target) == (Role.OBJECT, target)
    assert only_change(reply.then).kind is ChangeKind.ADD


def test_a_picture_with_an_edit_may_be_the_version_with_a_red_outline() -> None:
    reply = read_reply("make this part green", PHOTO)
    assert isinstance(reply, ReferenceGiven) and reply.role is None
    assert only_change(reply.then).value == "green"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<@U123> what do you think?", TalkKind.TO_A_PERSON),
        ("<@U123> could you make it darker?", TalkKind.TO_A_PERSON),
        ("@ben could you make it darker?", TalkKind.TO_A_PERSON),
        ("Ben, can you make it darker?", TalkKind.TO_A_PERSON),
        ("<!here> who has the file?", TalkKind.TO_A_PERSON),
        (":heart:", TalkKind.NO_WORDS),
        ("👍", TalkKind.NO_WORDS),
        ("<https://example.com/board|the board>", TalkKind.NO_WORDS),
        ("```\nmake it darker\n```", TalkKind.NO_WORDS),
        ("&gt; make it darker", TalkKind.NO_WORDS),
        ("", TalkKind.NO_WORDS),
        ("thanks!", TalkKind.SMALL),
        ("谢谢", TalkKind.SMALL),
        ("could be darker, what do others think?", TalkKind.TO_A_PERSON),
    ],
)
def test_talk_is_left_alone(text: str, kind: TalkKind) -> None:
    assert read_reply(text, THREAD) in (Talk(kind), Talk(TalkKind.SMALL))
    assert isinstance(read_reply(text, THREAD), Talk)


def test_a_mention_for_information_does_not_turn_a_wish_into_talk() -> None:
    assert only_change(read_reply("make the mug green cc <@U99>", THREAD)).value == "green"


@pytest.mark.parametrize("text", ["love it", "LGTM", "perfect, ship it!", "太棒了！"])
def test_praise_approves_nothing(text: str) -> None:
    assert read_reply(text, THREAD) == Approval(text)


def test_praise_before_a_wish_does_not_hide_it() -> None:
    for text in ("love it! can you make the sky pink?", "thanks, now make the sky pink", "perfect. make the sky pink"):
        assert only_change(read_reply(text, THREAD)).target == "the sky"


@pytest.mark.parametrize(
    ("text", "topic"),
    [("how much did this cost?", Topic.PRICE), ("what can you do?", Topic.ABILITIES), ("这个多少钱？", Topic.PRICE)],
)
def test_questions_about_the_bot_itself(text: str, topic: Topic) -> None:
    assert read_reply(text, THREAD) == Question(topic, text)


@pytest.mark.parametrize("text", ["word " * 3000, "make it darker. " * 1000, "把杯子变成绿色，" * 400])
def test_three_thousand_words_are_asked_about(text: str) -> None:
    reply = read_reply(text, THREAD)
    assert isinstance(reply, Unclear) and reply.why is UnclearWhy.TOO_LONG


def test_only_the_bot_itself_asks_back_when_nothing_is_asked_of_it() -> None:
    assert isinstance(read_reply("the sky looks odd", THREAD), Talk)
    assert isinstance(read_reply("the sky looks odd", NAMED), Unclear)
    assert read_reply("", NAMED) == Help()


@pytest.mark.parametrize("text", ["make it better", "change the colour", "improve this", "把颜色换一下"])
def test_a_wish_without_a_change_is_asked_about_with_at_most_three_ways_out(text: str) -> None:
    reply = read_reply(text, THREAD)
    assert isinstance(reply, Unclear)
    assert 0 < len(reply.suggestions) <= 3
    assert all(isinstance(read_reply(way, THREAD), Edit | Variations) for way in reply.suggestions)


@pytest.mark.parametrize(
    ("text", "what", "size"),
    [
        ("make it portrait", StructuralKind.ORIENTATION, "portrait"),
        ("make it 9:16, keep the logo", StructuralKind.ORIENTATION, "9:16"),
        ("改成横版", StructuralKind.ORIENTATION, "landscape"),
        ("make it two cats", StructuralKind.COUNT, None),
        ("add two more people", StructuralKind.COUNT, None),
        ("from above", StructuralKind.VIEWPOINT, None),
        ("从上面看", StructuralKind.VIEWPOINT, None),
        ("zoom in on her face", StructuralKind.COMPOSITION, None),
        ("move the cup to the left", StructuralKind.COMPOSITION, None),
    ],
)
def test_structural_changes_are_told_apart_from_edits(text: str, what: StructuralKind, size: str | None) -> None:
    reply = read_reply(text, THREAD)
    assert isinstance(reply, Structural), reply
    assert (reply.what, reply.size) == (what, size)


@pytest.mark.parametrize("text", ["add two cats", "make her lift her arm", "add a man seen from behind"])
def test_additions_and_poses_are_edits(text: str) -> None:
    assert isinstance(read_reply(text, THREAD), Edit)


async def test_the_reader_by_rules_answers_as_the_rules_do() -> None:
    assert await RulesReader().read("undo", THREAD) == Undo()
