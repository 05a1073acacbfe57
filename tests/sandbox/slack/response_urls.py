"""response_url: an address that lets the bot answer one interaction, five times within thirty minutes."""

import secrets
import time
from dataclasses import dataclass

from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.people import Person

USES, LIFE_SECONDS = 5, 30 * 60


@dataclass
class ResponseUrl:
    """`message_ts` is the message whose button was used; a slash command has none."""

    person: Person
    channel: str
    message_ts: str | None
    is_ephemeral: bool
    issued: float
    uses: int = 0


class ResponseUrls:
    def __init__(self) -> None:
        self._issued: dict[str, ResponseUrl] = {}

    def issue(self, person: Person, channel: str, message_ts: str | None = None, is_ephemeral: bool = False) -> str:
        """The path of a new address, below the Web API's host."""
        key = secrets.token_urlsafe(18)
        self._issued[key] = ResponseUrl(person, channel, message_ts, is_ephemeral, time.monotonic())
        return f"/respond/{key}"

    def use(self, key: str) -> ResponseUrl:
        found = self._issued.get(key)
        if found is None:
            raise SlackError("no_such_url", status=404)
        if time.monotonic() - found.issued > LIFE_SECONDS:
            raise SlackError("expired_url", status=404)
        if found.uses >= USES:
            raise SlackError("used_url", status=404)
        found.uses += 1
        return found
