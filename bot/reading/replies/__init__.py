"""Words of a reply -> a request, by rules alone: English and Chinese.

`reading` is the entry and the order of questions; `hearing` cleans; `commands`, `versions`, `shots`, `references` and
`smalltalk` each know one family; `edits` joins what `splitting`, `english` and `chinese` find in each clause.
"""

from bot.reading.replies.context import Reader, ReplyContext
from bot.reading.replies.reading import RulesReader, read_reply

__all__ = ["Reader", "ReplyContext", "RulesReader", "read_reply"]
