"""What a reader must know about the thread besides the words, and the interface that all readers share."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.replies import Reply


@dataclass(frozen=True)
class ReplyContext:
    """`versions` are the numbers that exist, the current one last. `shots`: 0 for a single picture, n for a set of n.

    `is_mention`: the bot was named; `is_direct`: nobody else reads the thread. Then words that ask nothing known are
    asked about rather than taken for talk.
    """

    has_images: bool = False
    versions: tuple[int, ...] = ()
    shots: int = 0
    is_mention: bool = False
    is_direct: bool = False

    @property
    def is_addressed(self) -> bool:
        return self.is_mention or self.is_direct


class Reader(Protocol):
    """Words of a reply, as Slack sends them, to a request."""

    async def read(self, text: str, context: ReplyContext) -> Reply: ...
