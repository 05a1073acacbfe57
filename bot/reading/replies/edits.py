"""The changes and the keep-list of a reply, in English or Chinese or both."""

import re
from dataclasses import replace

from bot.domain.replies import Change, Drawing, Edit, Structural
from bot.reading.replies import chinese, chinese_clauses, english
from bot.reading.replies.phrases import put_aside, put_back
from bot.reading.replies.splitting import split

# Longer than any wish: what follows such a clause is read, the clause itself is not.
MOST_IN_A_CLAUSE = 320
MOST_CLAUSES = 12

_HAN = re.compile(r"[\u3400-\u9fff]")


def drawing_in(text: str) -> Drawing | None:
    """The edit or structural change that the words ask for; None when no clause asks for one."""
    marked, wordings = put_aside(text)
    read = chinese if _HAN.search(marked) else english
    clauses = chinese_clauses.split(marked) if read is chinese else split(marked)
    asks = [clause for clause in clauses.asks[:MOST_CLAUSES] if len(clause) <= MOST_IN_A_CLAUSE]
    parts = [part for part in map(read.read_clause, asks) if part]
    if not parts:
        return None
    changes = tuple(_restored(part, wordings) for part in parts if isinstance(part, Change))
    keeps = tuple(put_back(kept, wordings) for kept in clauses.keeps)
    shaped = next((part for part in parts if isinstance(part, Structural)), None)
    if shaped is None:
        return Edit(changes, keeps)
    return replace(shaped, words=put_back(shaped.words, wordings), changes=changes, keeps=keeps)


def asks_in(text: str) -> tuple[str, ...]:
    """The clauses that may ask for something, politeness taken off."""
    marked, wordings = put_aside(text)
    clauses = chinese_clauses.split(marked) if _HAN.search(marked) else split(marked)
    return tuple(put_back(clause, wordings) for clause in clauses.asks)


def _restored(change: Change, wordings: tuple[str, ...]) -> Change:
    """The change with its wordings back; the value of a text is the wording itself, without quotes."""
    value = change.value and put_back(change.value, wordings)
    if change.value and re.fullmatch("\ue200\\d+\ue201", change.value):
        value = (value or "")[1:-1]
    target = change.target and put_back(change.target, wordings)
    return replace(change, words=put_back(change.words, wordings), target=target, value=value)
