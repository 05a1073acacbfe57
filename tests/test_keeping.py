"""What an edit keeps: the reply's own list first, then earlier rounds, then an inventory or a general list."""

from bot.domain.replies import Change, ChangeKind, Edit
from bot.prompts.keeping import IN_LOCAL_EDITS, keep_list, keeps_after
from tests.edits import GREEN, MARBLE


def test_the_keep_list_comes_from_reply_earlier_rounds_and_inventory() -> None:
    inventory = ("a white mug, right of the middle", "twelve coffee beans", "a wooden table", "everything else")
    found = keep_list(MARBLE, ("the steam", "the wooden table's edge"), inventory)
    assert found == (
        "the position and number of the coffee beans",
        "the steam",
        "a white mug, right of the middle",
        "twelve coffee beans",
        "everything else",
    )
    assert keep_list(Edit(GREEN.changes)) == (*IN_LOCAL_EDITS, "everything else")


def test_what_a_later_change_names_is_no_longer_kept() -> None:
    assert keeps_after(MARBLE) == ("the position and number of the coffee beans",)
    beans = Edit((Change(ChangeKind.REMOVE, "remove the beans", "the coffee beans"),), ("the mug",))
    assert keeps_after(beans, keeps_after(MARBLE)) == ("the mug",)
