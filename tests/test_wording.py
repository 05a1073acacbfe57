"""What messages and forms say: prices, states, captions, and what comes back from a form."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain import (
    Estimate,
    Kind,
    Quoted,
    SetState,
    ShotState,
    UploadedFile,
    Visibility,
)
from handlers.blocks.card import card_body
from handlers.blocks.cast import cast_form
from handlers.blocks.composer import Choices, composer_view, form_of, with_price
from handlers.blocks.elements import Body
from handlers.blocks.plan import plan_form, plan_lines
from handlers.blocks.prices import total_line
from handlers.blocks.root import root_body
from handlers.blocks.text import bold, cut, escape, progress_bar, seconds
from handlers.carried import Carried
from tests.sandbox.slack.block_kit import view_problems
from tests.views import (
    a_card,
    a_request,
    a_set,
    a_shot_view,
    a_view,
)

PHOTO = UploadedFile("F0123456789", "maya.png", "image/png", 1000, "")
QUOTED = Quoted(5, Estimate(240_000, 250_000, 9), Estimate(50_000, 60_000, 3), ("1920x1080 becomes 1920x1088.",))


def test_a_waiting_set_shows_its_price_and_what_is_left() -> None:
    shown = all_text(root_body(a_view(SetState.WAITING)))
    assert "3 pictures · about $0.13 · you have $7.10 left in November" in shown
    assert "Draw ($0.13)" in shown
    assert "Draft ($0.020)" in shown
    assert "<@U1ANA>" in shown


def test_the_plan_does_not_repeat_what_its_titles_say() -> None:
    shot = a_shot_view(1, title="Cover", scene="Maya opens the robot café: cover. Medium-long shot at eye level")
    assert "1. *Cover*  Medium-long shot at eye level" in all_text(root_body(a_view(SetState.WAITING, (shot,))))


def test_without_a_budget_the_plan_says_what_the_month_has_cost() -> None:
    assert "about $0.13 · $1.20 spent in November" in all_text(root_body(a_view(SetState.WAITING, left=None)))


def test_a_draft_that_saves_nothing_is_not_offered() -> None:
    view = a_view(SetState.WAITING, draft_estimate=Estimate(130_000, 150_000, 1))
    assert "Draft" not in all_text(root_body(view))


def test_progress_says_in_words_what_its_signs_show() -> None:
    states = (ShotState.DRAWN, ShotState.DRAWING, ShotState.QUEUED, ShotState.FAILED)
    shots = tuple(a_shot_view(n, state, problem="refused") for n, state in enumerate(states, start=1))
    shown = all_text(root_body(a_view(SetState.DRAWING, shots, spent=41_000)))
    assert "1 of 4" in shown
    for line in ("✓ *#1*", "· 14 s", "◐ *#2*", "· drawing 14 s", "○ *#3*", "· waiting", "✕ *#4*", "· refused"):
        assert line in shown
    assert "spent so far $0.041" in shown


def test_a_result_has_its_sheet_its_exact_cost_and_the_estimate() -> None:
    shown = root_body(a_view(SetState.DONE, sheet_file_id="F0123456789", sheet_alt="Sheet of three"))
    assert "3 pictures · $0.1231 (about $0.13 was estimated) · 41 s" in all_text(shown)
    picture = next(block for block in shown.blocks if block["type"] == "image")
    assert picture["alt_text"] == "Sheet of three"


def test_a_single_picture_stands_in_the_root_with_its_buttons() -> None:
    shot_set = a_set(SetState.DONE, a_request(kind=Kind.SINGLE, count=1))
    shown = root_body(a_view(SetState.DONE, (a_shot_view(1, ShotState.DRAWN),), shot_set=shot_set))
    assert any(block["type"] == "image" for block in shown.blocks)
    assert "Redo" in all_text(shown)
    assert "*v1* · gpt-image-2 medium · $0.041 · 14 s" in all_text(shown)


def test_a_failed_shot_is_named_with_its_reason_and_where_to_try_again() -> None:
    shots = (a_shot_view(1, ShotState.DRAWN), a_shot_view(2, ShotState.FAILED, problem="Refused for its content."))
    shown = all_text(root_body(a_view(SetState.DONE, shots)))
    assert "✕ *#2* At the espresso machine · Refused for its content. Try again is in the thread." in shown


def test_the_card_names_shot_version_model_price_and_time() -> None:
    shown = card_body(a_card())
    assert "*#2 · v1* · gpt-image-2 medium · $0.041 · 14 s" in all_text(shown)
    picture = next(block for block in shown.blocks if block["type"] == "image")
    assert picture["alt_text"].startswith("Shot 2 of 3: ")


def test_twenty_long_shots_are_all_listed() -> None:
    shots = tuple(a_shot_view(n, title=f"Shot number {n}", scene="a long scene " * 30) for n in range(1, 21))
    shown = all_text(root_body(a_view(SetState.WAITING, shots)))
    assert all(f"Shot number {n}" in shown for n in range(1, 21))


def test_the_price_is_sent_only_when_it_changed() -> None:
    view = composer_view(Choices(), [], QUOTED, "{}")
    assert with_price(view, QUOTED) is None
    changed = with_price(view, replace(QUOTED, pictures=6))
    assert changed
    assert view_problems(changed) == []
    assert "6 pictures" in str(changed)


def test_an_empty_composer_reads_as_an_empty_form() -> None:
    form = form_of({"state": {"values": {}}})
    assert (form.brief, form.kind, form.cast, form.private) == ("", Kind.SCENES, (), False)


def test_long_plans_come_back_as_they_were() -> None:
    lines = [f"Shot {n}: {'a scene ' * 80}".strip() for n in range(20)]
    view = plan_form(lines, "{}")
    typed = {b["block_id"]: {b["block_id"]: {"value": b["element"].get("initial_value")}} for b in view["blocks"]}
    assert plan_lines(view | {"state": {"values": typed}}) == "\n".join(lines)


def test_what_a_form_carries_comes_back() -> None:
    carried = Carried("C1", "https://hooks.slack.com/x", "set-1", (PHOTO,))
    assert Carried.read({"private_metadata": str(carried)}) == carried


def test_a_private_channels_character_stays_there_unless_chosen_otherwise() -> None:
    first = {False: Visibility.EVERYONE, True: Visibility.CHANNEL}
    for is_private, visibility in first.items():
        block = next(b for b in cast_form("maya", is_private=is_private)["blocks"] if b["block_id"] == "visibility")
        assert block["element"]["initial_option"]["value"] == visibility


@pytest.mark.parametrize(
    ("value", "words"), [(None, "0 s"), (14.2, "14 s"), (60, "1 min"), (65, "1 min 5 s"), (7380, "2 h 3 min")]
)
def test_time_is_written_for_people(value: float | None, words: str) -> None:
    assert seconds(value) == words


@pytest.mark.parametrize(
    ("micro", "words"), [(0, "$0.00"), (123_100, "$0.1231"), (7_000_000, "$7.00"), (1, "$0.000001")]
)
def test_sums_are_exact_without_closing_zeros(micro: int, words: str) -> None:
    assert total_line(micro) == words


def test_cutting_never_breaks_an_escape() -> None:
    assert escape("a & b", 6) == "a…"
    assert escape("&&&", 11) == "&amp;&amp;…"
    assert cut("abcdef", 4) == "abc…"
    assert bold("5 * 3") == "*5 ∗ 3*"


def test_the_bar_is_full_only_at_the_end() -> None:
    assert progress_bar(99, 100) == "▰" * 9 + "▱"
    assert progress_bar(3, 3) == "▰▰▰"
    assert progress_bar(0, 0) == "▱"


def all_text(shown: Body) -> str:
    def texts(node: Any) -> list[str]:
        if isinstance(node, list):
            return [text for item in node for text in texts(item)]
        if isinstance(node, dict):
            own = [node["text"]] if isinstance(node.get("text"), str) else []
            return own + [text for key, value in node.items() if key != "text" or own == [] for text in texts(value)]
        return []

    return "\n".join(texts(shown.blocks))
