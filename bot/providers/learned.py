"""What refusals teach about a server: fields it does not know, several pictures at once, how many references.

Compatible servers differ more than their documents say. A refused call costs nothing, so it is drawn again with what
the server takes, and the lesson is kept until the program ends.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from bot.domain import Abilities, Model
from bot.providers.refusals import Refusal

UNKNOWN_FIELD = r"unknown|unsupported|not support|unexpected|unrecogni[sz]ed|extra|not (?:permitted|allowed)"
ONE_PICTURE = r"\bn[`'\"]? ?(?:={1,2}|must be|should be|has to be|can only be|> ?1|is not)|equal to 1\b"
NUMBERS = {"one": 1, "single": 1, "a single": 1, "two": 2, "three": 3, "four": 4}
AT_MOST = re.compile(
    r"(?:at most|max(?:imum)?(?: of)?|up to|no more than|only|limit(?: is| of)?:?|<=)\s+"
    r"(\d+|one|a single|single|two|three|four)\s+(?:\w+\s+)?(?:images?|pictures?|files?)\b"
)
ONE_ONLY = re.compile(r"(?:multiple|several) (?:input |reference )?images|too many (?:input |reference )?images")


# `quality` only as an unknown field, never for its value: without it a server draws at a price of its own choice.
MAY_GO = ("n", "safety_identifier", "user", "quality")


class Learned:
    """Lessons by the model's name."""

    def __init__(self) -> None:
        self._refused: defaultdict[str, set[str]] = defaultdict(set)
        self._references: dict[str, int] = {}

    def abilities(self, model: Model) -> Abilities:
        """What the catalogue declares, less what was refused."""
        declared, refused = model.abilities, self._refused[model.name]
        references = min(declared.references, self._references.get(model.name, declared.references))
        return replace(
            declared,
            n=declared.n and "n" not in refused,
            quality=declared.quality and "quality" not in refused,
            edits=declared.edits and references > 0,
            references=references if declared.edits else 0,
        )

    def refuses(self, model: Model, field: str) -> bool:
        return field in self._refused[model.name]

    def learn(self, model: Model, refusal: Refusal, sent: Collection[str], references: int) -> bool:
        """Whether the refusal of a call with these fields and so many references says what to do without."""
        if field := next((each for each in MAY_GO if each in sent and _blames(refusal, each)), None):
            self._refused[model.name].add(field)
            return True
        limit = _references_limit(refusal, references)
        if limit is not None:
            self._references[model.name] = min(limit, self._references.get(model.name, limit))
        return limit is not None


def _blames(refusal: Refusal, field: str) -> bool:
    if refusal.status not in (400, 422, 501):
        return False
    is_named = refusal.param == field or refusal.says(rf"['\"`]{field}['\"`]")
    if field == "n" and refusal.says(ONE_PICTURE) and not refusal.says("maximum|between"):
        return True
    return is_named and refusal.says(UNKNOWN_FIELD)


def _references_limit(refusal: Refusal, sent: int) -> int | None:
    """The number of references that the refusal allows, where it is fewer than were sent."""
    if not sent:
        return None
    if refusal.status in (404, 405, 501) and not refusal.says(r"\bmodel\b|the (?:api )?deployment"):
        return 0  # no such route: the server draws, but takes no pictures
    if refusal.status not in (400, 413, 422):
        return None
    message = refusal.message.lower()
    if found := AT_MOST.search(message):
        limit = NUMBERS.get(found[1]) or int(found[1])
        return limit if limit < sent else None
    return 1 if sent > 1 and ONE_ONLY.search(message) else None
