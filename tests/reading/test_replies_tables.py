"""How many replies are read right. `replies.tsv` is what the rules were made with; `held_out.tsv` was written before
them and is only measured, so its figure is the honest one."""

import pytest

from tests.reading.table import KINDS, Line, lines_of, share_right

KNOWN = lines_of("replies.tsv")
HELD_OUT = lines_of("held_out.tsv")


def edits(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.label in KINDS]


def talk(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.label == "talk"]


def mistaken(lines: list[Line]) -> list[str]:
    """Talk that was read as a request or asked about: each is a nuisance, or money."""
    return [line.text for line in talk(lines) if line.read != "talk"]


def test_the_tables_are_large_and_share_no_line() -> None:
    assert len(KNOWN) >= 400
    assert len(HELD_OUT) >= 150
    assert not {line.text for line in KNOWN} & {line.text for line in HELD_OUT}
    assert len({line.text for line in KNOWN}) == len(KNOWN)


def test_almost_every_known_line_is_read_as_labelled() -> None:
    wrong = [f"{line.text}: {line.read}, not {line.label}" for line in KNOWN if line.read != line.label]
    assert len(wrong) <= 0.015 * len(KNOWN), "\n".join(wrong)


def test_held_out_edits_are_read_right_nine_times_in_ten() -> None:
    assert share_right(edits(HELD_OUT)) >= 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_held_out_edit_is_read_badly(kind: str) -> None:
    assert share_right([line for line in HELD_OUT if line.label == kind]) >= 0.8


@pytest.mark.parametrize("language", ["en", "zh"])
def test_both_languages_are_read_well(language: str) -> None:
    assert share_right([line for line in edits(HELD_OUT) if line.language == language]) >= 0.9


def test_talk_is_hardly_ever_taken_for_a_request() -> None:
    everything = [*KNOWN, *HELD_OUT]
    assert len(talk(everything)) >= 800
    assert len(mistaken(everything)) <= 0.005 * len(talk(everything)), mistaken(everything)
    assert len(mistaken(HELD_OUT)) <= 1, mistaken(HELD_OUT)
