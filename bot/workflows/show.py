"""What the durable work needs of Slack, in our words; `handlers/outgoing.py` has it, so that `bot` never imports Slack.

Every call may be repeated after a crash and then shows nothing twice: messages carry their id, edits replace. While
Slack cannot be reached they raise Unavailable: the work waits.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.domain import Answer, CardView, Character, Failure, Place, SetView, UploadedFile, Waiting


@dataclass(frozen=True)
class Private:
    """An answer for one person: by `answer_url` while Slack accepts it, else where they can see it."""

    id: str
    place: Place
    user: str
    answer_url: str | None = None


class Show(Protocol):
    """How work answers people."""

    async def open_root(self, view: SetView) -> Place:
        """Post the set's root message (in a direct message when the set is private); the place it stands at.

        Raises NotHere when Slack does not let us post there.
        """

    async def root(self, view: SetView) -> None:
        """Edit the root in place: the plan with its price, the progress, or the result, as the set's state says."""

    async def progress(self, view: SetView) -> None:
        """The same while it is drawn; left out when Slack's rate for edits is nearly used up."""

    def has_room(self) -> bool:
        """Whether Slack's rate leaves room for edits that may be left out."""

    async def working(self, post_id: str, place: Place, text: str, waiting: Waiting | None = None) -> None:
        """Post a working message that `card` or `shot_failed` with the same id will become; again: edit it."""

    async def upload(self, workspace: str, key: str, blob: str, name: str, alt: str) -> str:
        """Give Slack a picture once per `key`, ready for use in a message; Slack's file id.

        Empty when Slack does not take it: the card then says why.
        """

    async def card(self, card: CardView) -> str:
        """Post a version's card in the thread, or turn its working message into it; the message's ts."""

    async def share(self, key: str, place: Place, blob: str, name: str, alt: str, comment: str) -> None:
        """Share a picture natively in a thread, once per `key`: lossless, easy to download."""

    async def answer(self, post_id: str, place: Place, answer: Answer) -> None:
        """Say something in a thread, with replies to press."""

    async def shot_failed(self, post_id: str, view: SetView, number: int, failure: Failure) -> None:
        """Say in the thread that a shot could not be drawn, why, what it cost, with Try again."""

    async def set_failed(self, view: SetView, failure: Failure, private: Private) -> None:
        """The root becomes the failure; without a root the person alone is told."""

    async def character_ready(self, character: Character, notes: tuple[str, ...], private: Private) -> None:
        """Tell who asked that a character joined the cast, with its photo and lock."""

    async def character_failed(self, character: Character, failure: Failure, private: Private) -> None:
        """Tell who asked why a character could not be made."""


class Photos(Protocol):
    """Where the bytes of people's uploads come from."""

    async def fetch(self, file: UploadedFile) -> bytes:
        """The file's bytes; raises BadPicture with a sentence when they cannot be had."""
