"""The labelled tables: one reply a line with its label and language. Labels are kinds of change, or kinds of reply."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.replies import Approval, Edit, Question, Reply, Structural, Talk
from bot.reading.replies import ReplyContext, read_reply

HERE = Path(__file__).parent
KINDS = ("add", "remove", "replace", "attribute", "text", "style", "light", "background", "structural")
# A thread of one picture with four versions; nobody has named the bot.
THREAD = ReplyContext(versions=(1, 2, 3, 4))


@dataclass(frozen=True)
class Line:
    text: str
    label: str
    language: str

    @property
    def read(self) -> str:
        return read_label(self.text)


@cache
def read_label(text: str) -> str:
    return label_of(read_reply(text, THREAD))


def lines_of(name: str) -> list[Line]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [Line(*row.split("\t")) for row in rows if row]


def label_of(reply: Reply) -> str:
    """The first change's kind for an edit; "talk" for all that asks nothing; else the reply's own name."""
    if isinstance(reply, Edit):
        return reply.changes[0].kind.value
    if isinstance(reply, Structural):
        return "structural"
    if isinstance(reply, Talk | Approval | Question):
        return "talk"
    return type(reply).__name__.casefold()


def share_right(lines: list[Line]) -> float:
    return sum(line.read == line.label for line in lines) / len(lines)
