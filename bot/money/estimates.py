"""What a call will cost and what it did cost, by the provider's own token formulas and the catalogue's prices.

Output tokens follow OpenAI's published calculator, input image tokens the 32-pixel patches that its users measured.
Nothing here knows a model by name: bases, factors and prices are data of the `Model`.
"""

from collections.abc import Sequence
from math import ceil, floor, sqrt

from bot.domain import Estimate, Model, Prices, Size, Usage

PATCH = 32
IMAGE_TOKENS_LIMIT = 1536  # per reference, whatever its size
NANO_PER_MICRO = 1000
INEXACT_MARGIN = 125  # per cent of the output tokens that are held where no exact formula is published


def output_tokens(model: Model, quality: str, size: Size) -> int:
    """Tokens of one picture; for a quality without a row (`auto`) the dearest one; 0 where nothing is known."""
    if model.token_base:
        bases = [quality] if quality in model.token_base else list(model.token_base)
        return max(_formula(model, each, size) for each in bases)
    rows = model.fixed_tokens
    same_quality = {row: tokens for row, tokens in rows.items() if row.split()[0] == quality} or rows
    return same_quality.get(f"{quality} {size}", max(same_quality.values(), default=0))


def input_image_tokens(size: Size) -> int:
    """Tokens of one reference: patches of 32 pixels after small ones are enlarged and large ones shrunk."""
    width, height = size.width, size.height
    if max(width, height) < 1024:
        grow = 1024 / max(width, height)
        width, height = round(width * grow), round(height * grow)
    tokens = ceil(width / PATCH) * ceil(height / PATCH)
    if tokens <= IMAGE_TOKENS_LIMIT:
        return tokens
    scale = sqrt(PATCH * PATCH * IMAGE_TOKENS_LIMIT / (width * height))
    scale *= min(floor(side * scale / PATCH) / (side * scale / PATCH) for side in (width, height))
    shrunk = ceil(floor(width * scale) / PATCH) * ceil(floor(height * scale) / PATCH)
    return shrunk or IMAGE_TOKENS_LIMIT  # a strip thinner than a patch has no number of its own


def estimate(model: Model, quality: str, size: Size, n: int, prompt: str, references: Sequence[Size]) -> Estimate:
    """The forecast for one call of `n` pictures; input is counted for each of them, as separate calls would be."""
    out = output_tokens(model, quality, size)
    if not model.abilities.usage or model.prices == Prices():
        return Estimate(0, 0, out * n)
    letters = len(prompt.encode())
    expected = Usage(ceil(letters / 4) + 6, sum(map(input_image_tokens, references)), out)
    # No tokenizer makes more than one token of a byte, and no reference has more tokens than the limit.
    out_at_most = out if model.exact_estimate else ceil(out * INEXACT_MARGIN / 100)
    at_most = Usage(letters + 16, len(references) * IMAGE_TOKENS_LIMIT, out_at_most)
    return Estimate(_half_up(_nano(model, expected) * n), -(-_nano(model, at_most) * n // NANO_PER_MICRO), out * n)


def cost(model: Model, usage: Usage) -> int:
    """The price of an answer in micro-USD: summed exactly in nano-USD, rounded once."""
    return _half_up(_nano(model, usage))


def _formula(model: Model, quality: str, size: Size) -> int:
    # The order of the divisions and Python's half-even round() are the calculator's: others differ at ties.
    base = model.token_base[quality]
    long, short = max(size.width, size.height), min(size.width, size.height)
    rows = round(base / (long / short))
    tokens = ceil(base * rows * (2_000_000 + size.pixels) / 4_000_000)
    return ceil(tokens * model.token_factor.get(quality, 100) / 100)


def _nano(model: Model, usage: Usage) -> int:
    prices = model.prices
    return usage.text_in * prices.text_in + usage.image_in * prices.image_in + usage.out * prices.image_out


def _half_up(nano: int) -> int:
    return (nano + NANO_PER_MICRO // 2) // NANO_PER_MICRO
