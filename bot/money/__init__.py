"""What pictures will cost, what they cost, and what is left: pure integer arithmetic in micro-USD.

`estimates` prices calls before and after, `budgets` compares with ceilings, `amounts` writes money and shares it out.
"""

from bot.money.amounts import exact_usd, split, usd
from bot.money.budgets import left, month_of, next_month
from bot.money.estimates import cost, estimate, input_image_tokens, output_tokens

__all__ = [
    "cost",
    "estimate",
    "exact_usd",
    "input_image_tokens",
    "left",
    "month_of",
    "next_month",
    "output_tokens",
    "split",
    "usd",
]
