"""A thread as a reply finds it: its set, its pictures, and which of them the reply is about."""

from dataclasses import dataclass

from bot.domain import Message, Shot, ShotSet, Version
from bot.domain.replies import Reply
from bot.errors import BadRequest
from bot.reading.replies import Reader, ReplyContext
from storage.store import Store


@dataclass(frozen=True)
class Thread:
    shot_set: ShotSet
    shots: tuple[Shot, ...]
    versions: tuple[Version, ...]

    async def read(self, reader: Reader, message: Message, *, is_mention: bool) -> Reply:
        """What the message asks here."""
        shot = self.current
        numbers = tuple(version.number for version in self.of(shot)) if shot else ()
        many = len(self.shots) if len(self.shots) > 1 else 0
        is_direct = message.channel.startswith("D")
        context = ReplyContext(bool(message.files), numbers, many, is_mention, is_direct)
        return await reader.read(message.text, context)

    def label(self, version: Version) -> str:
        """ "v3", or in a set "#2 v3"."""
        number = next(shot.number for shot in self.shots if shot.id == version.shot_id)
        return f"#{number} v{version.number}" if len(self.shots) > 1 else f"v{version.number}"

    @property
    def current(self) -> Shot | None:
        """The shot that words without a number mean: the only one, or the one that was edited last."""
        if len(self.shots) == 1:
            return self.shots[0]
        edited = [version for version in self.versions if version.edited]
        newest = max(edited, key=lambda version: (version.created, version.number), default=None)
        return next((shot for shot in self.shots if newest and shot.id == newest.shot_id), None)

    def shot(self, number: int) -> Shot:
        found = next((shot for shot in self.shots if shot.number == number), None)
        if found is None:
            numbers = ", ".join(f"#{shot.number}" for shot in self.shots)
            raise BadRequest(f"There is no #{number} in this set. It has {numbers}.")
        return found

    def of(self, shot: Shot) -> list[Version]:
        """Oldest first."""
        return [version for version in self.versions if version.shot_id == shot.id]

    def head(self, shot: Shot) -> Version:
        """The version that the next change begins from."""
        mine = self.of(shot)
        if not mine:
            raise BadRequest(f"#{shot.number} has no picture yet. Try again under its card, or ask for a new one.")
        return next((version for version in mine if version.id == shot.head_id), mine[-1])

    def version(self, shot: Shot, number: int) -> Version:
        found = next((version for version in self.of(shot) if version.number == number), None)
        if found is None:
            numbers = ", ".join(f"v{version.number}" for version in self.of(shot)[-10:])
            raise BadRequest(f"There is no v{number} here. There is {numbers or 'no version yet'}.")
        return found

    def back(self, shot: Shot, steps: int) -> Version:
        """The version that the head was made from, and so on."""
        version = self.head(shot)
        for _ in range(steps):
            parent = next((each for each in self.of(shot) if each.id == version.parent_id), None)
            if parent is None:
                raise BadRequest(f"v{version.number} is the first version, so there is nothing to undo.")
            version = parent
        return version


async def look(store: Store, workspace: str, channel: str, thread_ts: str) -> Thread | None:
    """The newest set of the thread, as it is now."""
    async with store.moment():
        sets = await store.sets.sets_in_thread(workspace, channel, thread_ts)
        if not sets:
            return None
        shots = await store.shots.get_shots(sets[0].id)
        versions = await store.versions.versions_of(sets[0].id)
    return Thread(sets[0], tuple(shots), tuple(versions))
