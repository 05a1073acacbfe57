"""Every message and form that Easel shows is one that Slack takes, whatever people, files and models put into it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain import (
    CastView,
    CharacterState,
    Estimate,
    Failure,
    Kind,
    Quoted,
    SetState,
    ShotState,
    UploadedFile,
)
from handlers.blocks import help as usage
from handlers.blocks.card import card_body, prompt_view, shot_failed_body, working_body
from handlers.blocks.cast import cast_body, cast_form, character_body, character_failed_body, character_ready_body
from handlers.blocks.composer import Choices, composer_view
from handlers.blocks.elements import Body
from handlers.blocks.home import home_view
from handlers.blocks.plan import plan_form
from handlers.blocks.root import failed_root_body, root_body
from handlers.blocks.spend import spend_body
from handlers.carried import Carried
from tests.sandbox.slack.block_kit import message_problems, view_problems
from tests.views import (
    a_card,
    a_character,
    a_report,
    a_request,
    a_set,
    a_shot,
    a_shot_view,
    a_version,
    a_view,
)

NASTY = {
    "plain": "At the espresso machine",
    "empty": "",
    "blank": " \n\t ",
    "long": "very " * 2000,
    "one long word": "x" * 5000,
    "markup": "<!channel> <@U1EVIL> <http://evil|click> *bold* _it_ ~no~ `code` & < > ```",
    "escapes at the edge": "&" * 4000,
    "emoji": "👩🏽‍🚀🦊" * 400 + " :tada:",
    "right to left": "مقهى الروبوت " * 50,
    "newlines": "a\nb\r\nc\n\n" * 300,
    "controls": "a\x00b\x07c\u202e\u2028d",
}
FAILURE = Failure("The provider refused it. Nothing was spent. Change the words, then try again.", "7f3a9c", True)
PHOTO = UploadedFile("F0123456789", "maya.png", "image/png", 1000, "")
QUOTED = Quoted(5, Estimate(240_000, 250_000, 9), Estimate(50_000, 60_000, 3), ("1920x1080 becomes 1920x1088.",))


def roots(word: str) -> list[Body]:
    """The root message in every state, with the word wherever people's or models' words stand."""
    request = a_request(brief=word, style=word or None, model=word, quality=word, notes=(word, word))
    found = []
    for state in SetState:
        for kind in Kind:
            shots = tuple(
                a_shot_view(number, shot_state, title=word, scene=word, problem=word)
                for number, shot_state in enumerate(
                    [*ShotState, *ShotState, *ShotState, ShotState.DRAWN, ShotState.DRAWN]
                )
            )
            shot_set = a_set(state, replace(request, kind=kind), title=word, problem=word, asked_by=word or "U1ANA")
            cast = tuple(a_character(word) for _ in range(20))
            view = a_view(state, shots, shot_set=shot_set, characters=cast, sheet_file_id="F0123456789", sheet_alt=word)
            found += [
                root_body(view),
                root_body(replace(view, left=None, estimate=None, draft_estimate=None, shots=())),
            ]
            found += [failed_root_body(view, Failure(word)), failed_root_body(view, FAILURE)]
    return found


def cards(word: str) -> list[Body]:
    request = a_request(style=word or None)
    card = a_card(
        shot_set=a_set(SetState.DRAWING, request, title=word),
        shot=a_shot(2, word),
        version=a_version(2, model=word, quality=word),
        characters=(a_character(word),),
    )
    odd = replace(card, version=replace(card.version, file_id=None, cost=None), shots_in_set=1)
    view = a_view(shots=(a_shot_view(2, ShotState.FAILED, title=word),))
    failures = [shot_failed_body(view, number, failure) for number in (2, 9) for failure in (FAILURE, Failure(word))]
    return [card_body(card), card_body(odd), working_body(word), *failures]


def casts(word: str) -> list[Body]:
    who = [
        a_character(word, description=word, match=(word,) * 30, may_vary=(word,), owner=word, problem=word, state=state)
        for state in CharacterState
    ]
    ready = [character_ready_body(who[0], (word,) * 20), character_failed_body(who[0], Failure(word))]
    return [cast_body(CastView(tuple(who * 30))), cast_body(CastView(())), character_body(who[0]), *ready]


def spends(word: str) -> list[Body]:
    lines = a_report().month.by_model
    named = tuple(replace(line, label=word) for line in lines) * 20
    reports = [a_report(by_model=named, by_session=named), a_report(budget=None, total=0, by_model=(), by_session=())]
    reports += [a_report(budget=0, held=10**9, unsettled=5), replace(a_report(), session_title=word)]
    reports += [replace(a_report(), session_title=None)]
    return [spend_body(report) for report in reports]


MESSAGES: dict[str, Callable[[str], list[Body]]] = {"root": roots, "card": cards, "cast": casts, "spend": spends}


@pytest.mark.parametrize("word", NASTY.values(), ids=NASTY.keys())
@pytest.mark.parametrize("build", MESSAGES.values(), ids=MESSAGES.keys())
def test_slack_takes_every_message(build: Callable[[str], list[Body]], word: str) -> None:
    for shown in build(word):
        assert message_problems(shown.blocks, shown.text) == []
        assert shown.text.strip()
        assert len(shown.text) <= 4000


@pytest.mark.parametrize("build", MESSAGES.values(), ids=MESSAGES.keys())
def test_nobodys_words_can_call_a_channel_or_hide_a_link(build: Callable[[str], list[Body]]) -> None:
    for shown in build(NASTY["markup"]):
        for text in mrkdwn_in(shown.blocks):
            assert "<!" not in text
            assert "<@U1EVIL>" not in text
            assert "|click>" not in text
        assert "<!" not in shown.text


@pytest.mark.parametrize("word", NASTY.values(), ids=NASTY.keys())
def test_slack_takes_every_form(word: str) -> None:
    who = [a_character(f"{word[:50]}{n}") for n in range(120)]
    carried = str(Carried("C1", "https://hooks.slack.com/" + "x" * 200, word[:100], (replace(PHOTO, name=word),) * 5))
    choices = Choices(models=(word or "m", "gpt-image-2"), styles=("flat", word or "s"))
    quoted = [QUOTED, Quoted(0, None, None, problem=word or "Say what to draw."), Quoted(3, None, None, (word,) * 9)]
    views = [composer_view(choices, cast, q, carried) for q in quoted for cast in (who, [])]
    views += [composer_view(choices, who, QUOTED, carried, where="C1GENERAL")]
    views += [cast_form(word, metadata=carried), cast_form(photos=(replace(PHOTO, name=word),) * 5, is_private=True)]
    views += [plan_form([word] * 20, carried), plan_form([], carried), prompt_view(word), prompt_view("x" * 32_000)]
    views += [home_view([], [], a_report())]
    views += [home_view([a_view(state) for state in SetState], who, a_report(by_model=()))]
    for view in views:
        assert view_problems(view) == []


def test_slack_takes_all_usage() -> None:
    shown = [
        usage.imageset_help(),
        usage.image_help(),
        usage.cast_help(),
        usage.talk_help("@easel"),
        usage.thread_help(),
    ]
    for each in shown:
        assert message_problems(each["blocks"], each["text"]) == []
        assert each["response_type"] == "ephemeral"


def mrkdwn_in(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in mrkdwn_in(item)]
    if isinstance(node, dict):
        own = [node["text"]] if node.get("type") == "mrkdwn" else []
        return own + [text for value in node.values() for text in mrkdwn_in(value)]
    return []
