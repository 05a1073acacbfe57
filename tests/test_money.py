"""What pictures cost: OpenAI's published tables and calculator, reproduced to the token."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.domain import Abilities, Estimate, Model, Prices, Size, Usage
from bot.money import (
    cost,
    estimate,
    exact_usd,
    input_image_tokens,
    left,
    month_of,
    next_month,
    output_tokens,
    split,
    usd,
)
from bot.providers import Catalogue

CATALOGUE = Catalogue.load()
TODAY = date(2026, 11, 20)
SQUARE = Size(1024, 1024)


def model(name: str) -> Model:
    return CATALOGUE.get(name, TODAY)


CALCULATOR = """
1024x1024 196 1756 7024  196 439 1756 3122 7024
1536x1024 158 1372 5488  158 343 1372 2459 5488
1024x1536 158 1372 5488  158 343 1372 2459 5488
1536x864  120 1078 4312  120 280 1078 1917 4312
2048x1152 157 1413 5650  157 367 1413 2511 5650
2048x2048 397 3568 14272 397 892 3568 6343 14272
2560x1440 205 1843 7370  205 478 1843 3276 7370
3840x2160 371 3336 13342 371 865 3336 5930 13342
"""
ROWS = [line.split() for line in CALCULATOR.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_output_tokens_are_those_of_the_official_calculator(row: list[str]) -> None:
    size = Size(*map(int, row[0].split("x")))
    two = [output_tokens(model("gpt-image-2"), quality, size) for quality in ("low", "medium", "high")]
    flare = model("gpt-image-2.5-flare")
    assert two + [output_tokens(flare, quality, size) for quality in flare.qualities] == list(map(int, row[1:]))


def test_a_tie_is_rounded_as_the_calculator_rounds_it() -> None:
    assert round(64 * 784 / 2048) != round(64 / (2048 / 784)), "the order of the divisions matters here"
    assert output_tokens(model("2.5"), "xhigh", Size(784, 2048)) == 1443


@pytest.mark.parametrize(
    ("name", "size", "prices"),
    [
        ("gpt-image-2", SQUARE, (0.006, 0.053, 0.211)),
        ("gpt-image-2", Size(1024, 1536), (0.005, 0.041, 0.165)),
        ("gpt-image-1.5", SQUARE, (0.009, 0.034, 0.133)),
        ("gpt-image-1.5", Size(1536, 1024), (0.013, 0.05, 0.2)),
        ("gpt-image-1-mini", SQUARE, (0.005, 0.011, 0.036)),
        ("gpt-image-1-mini", Size(1024, 1536), (0.006, 0.015, 0.052)),
    ],
)
def test_the_published_price_per_picture_comes_out(name: str, size: Size, prices: tuple[float, ...]) -> None:
    drawn = model(name)
    for quality, price in zip(("low", "medium", "high"), prices, strict=True):
        micro = cost(drawn, Usage(0, 0, output_tokens(drawn, quality, size)))
        assert abs(micro / 1e6 - price) <= 0.0015, quality


def test_a_2_6_draft_is_estimated_above_what_was_measured() -> None:
    flare = model("gpt-image-2.6-flare")
    assert 664 <= output_tokens(flare, "low", Size(1536, 1024)) <= 700
    assert 1353 <= output_tokens(flare, "high", Size(1536, 1024)) <= 1400
    assert not flare.exact_estimate


def test_auto_quality_is_estimated_at_the_dearest() -> None:
    assert output_tokens(model("2.5"), "auto", SQUARE) == 7024
    assert output_tokens(model("1.5"), "auto", SQUARE) == 6240


@pytest.mark.parametrize(
    ("size", "tokens"),
    [
        ((1024, 1024), 1024),
        ((1536, 1024), 1536),
        ((341, 512), 704),
        ((1179, 2556), 1482),
        ((512, 512), 1024),
        ((2048, 2048), 1521),
        ((4032, 3024), 1452),
        ((3840, 2160), 1508),
        ((90_000, 20), 1536),
    ],
)
def test_input_tokens_of_a_reference_match_the_measured_ones(size: tuple[int, int], tokens: int) -> None:
    assert input_image_tokens(Size(*size)) == tokens


def test_cost_is_exact_to_the_micro_dollar() -> None:
    assert cost(model("gpt-image-2"), Usage(412, 2048, 1756)) == 2060 + 16_384 + 52_680


def test_half_a_micro_dollar_is_rounded_up_and_only_once() -> None:
    odd = Model("m", "m", "m", ("low",), Prices(text_in=250, image_in=250, image_out=0), "p")
    assert cost(odd, Usage(1, 1, 0)) == 1
    assert cost(odd, Usage(1, 0, 0)) == 0


def test_an_estimate_counts_text_references_and_every_picture() -> None:
    one = estimate(model("2"), "low", SQUARE, 1, "a fox", [SQUARE])
    assert one == Estimate(
        expected=(8 * 5) + (1024 * 8) + (196 * 30), ceiling=(21 * 5) + (1536 * 8) + 5880, output_tokens=196
    )
    four = estimate(model("2"), "low", SQUARE, 4, "a fox", [SQUARE])
    assert four == one + one + one + one


@pytest.mark.parametrize("prompt", ["", "a fox", "狐狸在雪地里", "🦊" * 300, "x" * 32_000])
@pytest.mark.parametrize("name", CATALOGUE.names(TODAY))
def test_a_hold_covers_the_worst_bill(name: str, prompt: str) -> None:
    drawn = model(name)
    sizes = [Size(341, 512), Size(2048, 2048), Size(1536, 1024)]
    for quality in drawn.qualities:
        forecast = estimate(drawn, quality, SQUARE, 2, prompt, sizes)
        dearest = Usage(2 * (len(prompt.encode()) + 6), 2 * 3 * 1536, 2 * output_tokens(drawn, quality, SQUARE))
        assert forecast.expected <= cost(drawn, dearest) <= forecast.ceiling


def test_a_server_of_your_own_costs_nothing() -> None:
    free = Model("sd", "sd", "sd", ("low",), Prices(), "own")
    assert estimate(free, "low", SQUARE, 4, "a fox", [SQUARE]) == Estimate(0, 0, 0)
    blind = Model("x", "x", "x", ("low",), Prices(5000, 8000, 30_000), "own", abilities=Abilities(usage=False))
    assert estimate(blind, "low", SQUARE, 1, "a fox", []).ceiling == 0


@pytest.mark.parametrize(
    ("micro", "written"),
    [
        (0, "$0.00"),
        (12, "$0.000012"),
        (4_740, "$0.0047"),
        (9_949, "$0.0099"),
        (9_950, "$0.010"),
        (41_160, "$0.041"),
        (99_499, "$0.099"),
        (99_500, "$0.10"),
        (240_000, "$0.24"),
        (7_104_999, "$7.10"),
        (1_234_567_890, "$1,234.57"),
        (-41_160, "-$0.041"),
    ],
)
def test_money_is_written_with_the_digits_that_matter(micro: int, written: str) -> None:
    assert usd(micro) == written


def test_money_is_written_exactly_when_asked() -> None:
    assert [exact_usd(152_340), exact_usd(-1), exact_usd(12_000_000)] == ["$0.152340", "-$0.000001", "$12.000000"]


@pytest.mark.parametrize(("total", "parts"), [(0, 3), (10, 3), (11, 4), (1_000_001, 7), (2, 5)])
def test_a_shared_price_loses_nothing(total: int, parts: int) -> None:
    shares = split(total, parts)
    assert (len(shares), sum(shares)) == (parts, total)
    assert max(shares) - min(shares) <= 1


def test_what_is_left_is_never_negative_and_none_without_a_budget() -> None:
    assert [left(None, 5, 5), left(100, 60, 30), left(100, 90, 30)] == [None, 10, 0]


def test_a_month_is_a_utc_month() -> None:
    new_york = timezone(timedelta(hours=-5))
    assert month_of(datetime(2026, 10, 31, 21, tzinfo=new_york)) == datetime(2026, 11, 1, tzinfo=UTC)
    assert next_month(datetime(2026, 12, 5, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)
    assert next_month(datetime(2026, 11, 30, tzinfo=UTC)) == datetime(2026, 12, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        month_of(datetime(2026, 11, 20))
