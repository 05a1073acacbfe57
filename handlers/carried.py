"""What a form carries from where it was opened to where it is sent: Slack's private_metadata, in our words."""

import json
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic takes no other before Python 3.12

from bot.domain import UploadedFile
from bot.errors import Malformed

MOST = 3000  # Slack's limit
NAME_MOST = 40


class Kept(TypedDict, total=False):
    c: str
    u: str | None
    a: str
    p: list[tuple[str, str, str, int]]


KEPT = TypeAdapter(Kept)


@dataclass(frozen=True)
class Carried:
    """`about` is the id of what the form is for; photos come without their address, which is asked for later."""

    channel: str = ""
    answer_url: str | None = None
    about: str = ""
    photos: tuple[UploadedFile, ...] = ()

    @classmethod
    def read(cls, view: dict[str, Any]) -> "Carried":
        try:
            kept = KEPT.validate_json(view.get("private_metadata") or "{}")
        except ValidationError:
            raise Malformed("view.private_metadata") from None
        photos = tuple(UploadedFile(*photo, "") for photo in kept.get("p", ()))
        return cls(kept.get("c", ""), kept.get("u"), kept.get("a", ""), photos)

    def __str__(self) -> str:
        kept: dict[str, Any] = {"c": self.channel, "u": self.answer_url, "a": self.about}
        if self.photos:
            kept["p"] = [[p.id, p.name[:NAME_MOST], p.mimetype[:NAME_MOST], p.size] for p in self.photos]
        text = json.dumps(kept, separators=(",", ":"), ensure_ascii=False)
        is_short = len(text) <= MOST or not self.answer_url
        return text if is_short else str(replace(self, answer_url=None))
