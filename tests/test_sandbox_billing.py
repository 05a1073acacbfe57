"""The sandbox bills by the published tables: these are their numbers, not ours."""

import pytest

from tests.sandbox.models.billing import image_cost, image_usage, micro_usd, output_tokens, reference_tokens
from tests.sandbox.models.catalogue import Family

# gpt-image-2 low, medium, high; then 2.5 low, medium, high, xhigh, max.
OUTPUT = {
    (1024, 1024): (196, 1756, 7024, 196, 439, 1756, 3122, 7024),
    (1536, 1024): (158, 1372, 5488, 158, 343, 1372, 2459, 5488),
    (1024, 1536): (158, 1372, 5488, 158, 343, 1372, 2459, 5488),
    (1536, 864): (120, 1078, 4312, 120, 280, 1078, 1917, 4312),
    (2048, 1152): (157, 1413, 5650, 157, 367, 1413, 2511, 5650),
    (2048, 2048): (397, 3568, 14272, 397, 892, 3568, 6343, 14272),
    (2560, 1440): (205, 1843, 7370, 205, 478, 1843, 3276, 7370),
    (3840, 2160): (371, 3336, 13342, 371, 865, 3336, 5930, 13342),
}
KINDS: list[tuple[Family, str]] = [("gpt-image-2", quality) for quality in ("low", "medium", "high")]
KINDS += [("gpt-image-2.5", quality) for quality in ("low", "medium", "high", "xhigh", "max")]


@pytest.mark.parametrize(("size", "tokens"), OUTPUT.items(), ids=str)
def test_output_tokens_are_those_of_the_calculator(size: tuple[int, int], tokens: tuple[int, ...]) -> None:
    assert tuple(output_tokens(family, quality, *size) for family, quality in KINDS) == tokens


def test_26_costs_four_times_25_at_low_and_the_same_at_high() -> None:
    assert output_tokens("gpt-image-2.6", "low", 1536, 1024) == 664
    assert output_tokens("gpt-image-2.6", "high", 1536, 1024) == 1372
    assert output_tokens("gpt-image-2.6", "max", 1024, 1024) == 7024


def test_models_before_gpt_image_2_have_a_fixed_table() -> None:
    sizes = ((1024, 1024), (1024, 1536), (1536, 1024))
    assert [output_tokens("gpt-image-1.5", "medium", *size) for size in sizes] == [1056, 1584, 1568]


INPUT = {
    (1024, 1024): 1024,
    (1536, 1024): 1536,
    (341, 512): 704,
    (1179, 2556): 1482,
    (512, 512): 1024,
    (2048, 2048): 1521,
    (4032, 3024): 1452,
    (3840, 2160): 1508,
}


@pytest.mark.parametrize(("size", "tokens"), INPUT.items(), ids=str)
def test_reference_tokens_are_those_measured(size: tuple[int, int], tokens: int) -> None:
    assert reference_tokens("gpt-image-2", size) == tokens


def test_old_models_count_tiles_and_fidelity() -> None:
    assert reference_tokens("gpt-image-1.5", (1024, 1024)) == 65 + 129
    assert reference_tokens("gpt-image-1.5", (1024, 1536), "high") == 65 + 2 * 129 + 6240


# OpenAI's price table, in micro-USD, rounded there to three places.
PRICES: list[tuple[Family, str, tuple[int, int], int]] = [
    ("gpt-image-2", "low", (1024, 1024), 6),
    ("gpt-image-2", "medium", (1024, 1024), 53),
    ("gpt-image-2", "high", (1024, 1024), 211),
    ("gpt-image-2", "high", (1536, 1024), 165),
    ("gpt-image-1.5", "medium", (1024, 1024), 34),
    ("gpt-image-1.5", "high", (1024, 1536), 200),
    ("gpt-image-1.5", "low", (1024, 1536), 13),
]


@pytest.mark.parametrize(("family", "quality", "size", "milli_usd"), PRICES)
def test_a_picture_costs_what_the_price_table_says(
    family: Family, quality: str, size: tuple[int, int], milli_usd: int
) -> None:
    usage = image_usage(family, quality, size, "", (), 1, 0)
    usage["input_tokens_details"]["text_tokens"] = 0
    assert round(image_cost(family, usage) / 1000) == milli_usd


def test_usage_adds_up_and_partial_images_cost_100_tokens_each() -> None:
    usage = image_usage("gpt-image-2", "low", (1024, 1024), "abcd", [1024, 1536], 2, 3)
    assert usage["input_tokens_details"] == {"text_tokens": 14, "image_tokens": 5120}
    assert (usage["input_tokens"], usage["output_tokens"], usage["total_tokens"]) == (5134, 692, 5826)
    assert image_cost("gpt-image-2", usage) == 14 * 5 + 5120 * 8 + 692 * 30


def test_money_is_rounded_once_and_half_up() -> None:
    assert [micro_usd(nano) for nano in (499, 500, 1499, 1500)] == [0, 1, 1, 2]
