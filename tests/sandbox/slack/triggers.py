"""trigger_id: proof that a person just did something; each opens one view, and only for three seconds."""

import secrets
import time
from dataclasses import dataclass

from tests.sandbox.knobs import Knobs
from tests.sandbox.slack.errors import SlackError
from tests.sandbox.slack.people import Person


@dataclass
class Trigger:
    person: Person
    issued: float
    view_id: str | None
    is_used: bool = False


class Triggers:
    def __init__(self, knobs: Knobs) -> None:
        self._knobs = knobs
        self._issued: dict[str, Trigger] = {}

    def issue(self, person: Person, view_id: str | None = None) -> str:
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**9)}.{secrets.token_hex(16)}"
        self._issued[trigger_id] = Trigger(person, time.monotonic(), view_id)
        return trigger_id

    def redeem(self, trigger_id: str) -> Trigger:
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.is_used:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() - trigger.issued > self._knobs.slack.trigger_life:
            raise SlackError("expired_trigger_id")
        trigger.is_used = True
        return trigger
