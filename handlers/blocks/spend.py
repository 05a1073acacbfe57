"""A person's month: exact sums, what is held, what is left, and where it went."""

from bot.domain import MonthSpend, SpendLine, SpendReport
from bot.money import exact_usd, usd
from handlers.blocks.elements import Block, Body, body, context, section
from handlers.blocks.text import count, facts, month_name, words

BAR = 12
LINES = 8


def spend_body(report: SpendReport) -> Body:
    month = report.month
    summary = f"{exact_usd(month.total)} spent in {month_name(month.month)}"
    blocks = [
        section(f"*{summary}* · {count(month.pictures, 'picture')}\n{budget_line(month)}"),
        *_chart("By model", month.by_model, month.total),
        *_chart("By session", month.by_session, month.total),
        context(_session(report)),
        context("Months are counted in UTC. Held: set aside for pictures that are being drawn right now."),
    ]
    return body(summary, blocks)


def budget_line(month: MonthSpend) -> str:
    held = f"{usd(month.held)} held right now" if month.held else "nothing held"
    unsettled = f"up to {usd(month.unsettled)} more may be billed for calls whose answer was lost"
    budget = "no budget is set"
    bar = ""
    if month.budget is not None:
        bar = f"{_bar(month.total + month.held, month.budget)} "
        budget = f"{usd(month.left or 0)} left of {usd(month.budget)}"
    return bar + facts([budget, held, unsettled if month.unsettled else None])


def _chart(title: str, lines: tuple[SpendLine, ...], total: int) -> list[Block | None]:
    """A bar, the sum and the label: readable without the bars as well."""
    if not lines:
        return []
    shown = lines[:LINES]
    rows = [
        f"`{_bar(line.cost, total)}` {usd(line.cost)}  {words(line.label, 70)} · {count(line.pictures, 'picture')}"
        for line in shown
    ]
    rest = sum(line.cost for line in lines[LINES:])
    more = [f"and {usd(rest)} in {len(lines) - LINES} more"] if rest else []
    return [section("\n".join([f"*{title}*", *rows, *more]))]


def _session(report: SpendReport) -> str:
    if report.session_title is None:
        return "No session of yours in this channel yet."
    pictures = count(report.session_pictures, "picture")
    return f"Your last session here: {words(report.session_title, 100)} · {exact_usd(report.session_cost)} · {pictures}"


def _bar(part: int, whole: int) -> str:
    filled = min(BAR, round(BAR * part / whole)) if whole > 0 else (BAR if part else 0)
    return "█" * filled + "░" * (BAR - filled)
