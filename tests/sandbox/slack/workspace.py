"""The state of the workspace that people see: who is there, which channels, and what was written in them."""

import itertools
import random
import string
import time
from dataclasses import dataclass, field
from typing import Literal

from tests.sandbox.slack.errors import WrongCall
from tests.sandbox.slack.messages import Log
from tests.sandbox.slack.people import ANA, BEN, BOT_USER, CHO, HUMANS, Person, bot_person

ChannelKind = Literal["channel", "group", "im"]
ID_LETTERS = string.ascii_uppercase + string.digits


@dataclass
class Channel:
    """`kind` is Slack's channel_type: a public channel, a private one (group) or a direct message (im)."""

    id: str
    name: str
    kind: ChannelKind
    members: set[str]
    topic: str = ""
    is_archived: bool = False
    created: int = field(default_factory=lambda: int(time.time()))
    log: Log = field(default_factory=Log)

    @property
    def payload_name(self) -> str:
        """The name in commands and interactions, where Slack hides the names of private places."""
        return {"channel": self.name, "group": "privategroup", "im": "directmessage"}[self.kind]

    @property
    def has_bot(self) -> bool:
        return BOT_USER in self.members


class Workspace:
    def __init__(self, bot_name: str = "easel") -> None:
        self.bot = bot_person(bot_name)
        self.people: dict[str, Person] = {p.id: p for p in (*HUMANS, self.bot)}
        self.channels: dict[str, Channel] = {c.id: c for c in [*_rooms(), *map(_direct, HUMANS)]}
        self._last_micro = 0
        self._counter = itertools.count(1)

    def new_ts(self) -> str:
        """Unique in the workspace and always later than the one before, as Slack promises per channel."""
        self._last_micro = max(self._last_micro + 1, time.time_ns() // 1000)
        return f"{self._last_micro // 1_000_000}.{self._last_micro % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        number, digits = next(self._counter), ""
        while number:
            number, rest = divmod(number, 36)
            digits = ID_LETTERS[rest] + digits
        noise = "".join(random.choices(ID_LETTERS, k=10 - len(digits)))
        return prefix + noise + digits

    def humans(self) -> list[Person]:
        return [p for p in self.people.values() if not p.is_bot]

    def person(self, who: str) -> Person:
        """A person by id or name, for control calls; `WrongCall` names those that exist."""
        wanted = who.strip().removeprefix("@")
        for person in self.humans():
            if wanted in (person.id, person.name):
                return person
        names = ", ".join(p.name for p in self.humans())
        raise WrongCall(f"There is no person '{who}'. People: {names}.", 404)

    def channel(self, which: str, person: Person | None = None) -> Channel:
        """A channel by id or name, for control calls; `@easel` is the person's direct message with the bot."""
        wanted = which.strip().removeprefix("#")
        if wanted.removeprefix("@") in (self.bot.name, BOT_USER):
            if person is None:
                raise WrongCall(f"'{which}' is a direct message: say whose, with user=ana (or ben, cho).")
            return self.direct(person.id)
        for channel in self.channels.values():
            if wanted in (channel.id, channel.name):
                return channel
        names = ", ".join([c.name for c in self.channels.values() if c.kind != "im"] + [f"@{self.bot.name}"])
        raise WrongCall(f"There is no channel '{which}'. Channels: {names}.", 404)

    def direct(self, person: str) -> Channel:
        return next(c for c in self.channels.values() if c.kind == "im" and person in c.members)

    def seen_by(self, person: Person) -> list[Channel]:
        return [c for c in self.channels.values() if person.id in c.members]


def _rooms() -> list[Channel]:
    everybody = {p.id for p in HUMANS}
    return [
        Channel("C0GENERAL1", "general", "channel", everybody | {BOT_USER}, "Everything, and everybody"),
        Channel("C0DESIGN01", "design", "group", {ANA.id, BEN.id, BOT_USER}, "Work in progress"),
        Channel("C0RANDOM01", "random", "channel", {ANA.id, BEN.id, CHO.id}, "The bot is not in here"),
    ]


def _direct(person: Person) -> Channel:
    return Channel(f"D{person.id[1:]}", f"dm-{person.name}", "im", {person.id, BOT_USER})
