"""Words for Slack: people's own made harmless and cut to Slack's limits, money, time and lists written in one way."""

import re
from collections.abc import Sequence
from datetime import datetime

ELLIPSIS = "…"
MARKS = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def cut(text: str, most: int) -> str:
    """At most so many characters; the end shows that something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS


def one_line(text: str) -> str:
    return " ".join(text.split())


def escape(text: str, most: int | None = None) -> str:
    """People's words inside mrkdwn: no mention, no link, no command of Slack's; cut before a character breaks apart.

    `most` counts what Slack counts: the escaped text.
    """
    safe = "".join(ESCAPES.get(letter, letter) for letter in text)
    if most is None or len(safe) <= most:
        return safe
    kept, length = [], 0
    for letter in text:
        piece = ESCAPES.get(letter, letter)
        if length + len(piece) > most - 1:
            break
        kept.append(piece)
        length += len(piece)
    return "".join(kept).rstrip() + ELLIPSIS


def bold(text: str, most: int = 200) -> str:
    """One bold line. A marker inside would end it early, so it becomes a look-alike."""
    line = escape(one_line(text).translate(MARKS), most)
    return f"*{line}*" if line else ""


def words(text: str, most: int = 300) -> str:
    """People's words on one line, shown as they are."""
    return escape(one_line(text), most)


def reason(problem: str) -> str:
    """Why something failed, on a line among others: the first sentence; the whole stands where it failed."""
    first, stop, _ = one_line(problem).partition(". ")
    return words(first + stop.strip(), 200)


def sentence(text: str, most: int = 1500) -> str:
    """Our own sentence for one person alone: it may name a member, whom that does not call."""
    return re.sub(r"&lt;(@[UW][A-Z0-9]+)&gt;", r"<\1>", words(text, most))


def mention(user: str) -> str:
    return f"<@{user}>" if re.fullmatch(r"[UW][A-Z0-9]+", user) else words(user, 80)


def seconds(value: float | None) -> str:
    """`14 s`, `1 min 5 s`, `2 h 3 min`."""
    total = max(0, round(value or 0))
    if total < 60:
        return f"{total} s"
    minutes, rest = divmod(total, 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def month_name(moment: datetime) -> str:
    return f"{moment:%B}"


def clock_time(moment: datetime) -> str:
    """`14:02`, by the clock of whoever reads it (docs.slack.dev/messaging/formatting-message-text, dates)."""
    return f"<!date^{moment.timestamp():.0f}^{{time}}|{moment:%H:%M} UTC>"


def facts(parts: Sequence[str | None]) -> str:
    """Short facts on one line; what there is none of is left out."""
    return " · ".join(part for part in parts if part)


def progress_bar(done: int, total: int, cells: int = 10) -> str:
    """Filled as far as the work is; its last cell only when everything is."""
    cells = min(cells, max(total, 1))
    filled = done * cells // total if total else 0
    return "▰" * filled + "▱" * (cells - filled)
