"""What things cost, in words: before (about), while drawing (so far), and after (to the micro-dollar)."""

from bot.domain import Estimate, SetView
from bot.money import exact_usd, usd
from handlers.blocks.text import facts, month_name

UNKNOWN = "no price is known for this model"


def price_of(estimate: Estimate | None, about: str = "about ") -> str | None:
    return f"{about}{usd(estimate.expected)}" if estimate and estimate.expected else None


def total_line(micro: int) -> str:
    """Every digit that is not a closing zero, and always cents: `$0.1231`, `$0.04`."""
    exact = exact_usd(micro).rstrip("0")
    whole, _, decimals = exact.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"


def estimate_line(view: SetView, pictures: str) -> str:
    """`5 pictures · about $0.24 · you have $7.10 left in November`."""
    return facts([pictures, price_of(view.estimate) or UNKNOWN, month_line(view)])


def month_line(view: SetView) -> str:
    month = month_name(view.shot_set.created)
    if view.left is None:
        return f"{usd(view.month_spent)} spent in {month}"
    if view.estimate and view.estimate.expected > view.left:
        return f"you have only {usd(view.left)} left in {month}"
    return f"you have {usd(view.left)} left in {month}"


def spent_line(view: SetView) -> str:
    """`$0.1231 (about $0.13 was estimated)`."""
    if not view.spent:
        return "Nothing was spent." if view.shot_set.problem else "$0.00"
    estimated = price_of(view.estimate)
    return total_line(view.spent) + (f" ({estimated} was estimated)" if estimated else "")
