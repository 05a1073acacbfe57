"""What was posted to Slack, so that a repeated step edits it or finds it, and does not post again."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Place
from storage.clock import Clock, utc_now
from storage.database import Database
from storage.dialects import add_if_new
from storage.sessions import add_workspace
from storage.tables import files, posts

_BY_ID = select(posts).where(posts.c.id == bindparam("wanted"))
_COPY = select(files.c.file_id).where(files.c.workspace == bindparam("workspace"), files.c.key == bindparam("key"))


@dataclass(frozen=True)
class Post:
    """A message of ours. `ts` is None if we were stopped before Slack's answer: it may stand there or not."""

    id: str
    place: Place
    ts: str | None


class Posts:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, post_id: str, place: Place) -> Post | None:
        """None: it is new, so post it. A Post: it was begun before."""
        row = {
            "id": post_id,
            "workspace": place.workspace,
            "channel": place.channel,
            "thread_ts": place.thread_ts,
            "begun": self._clock(),
        }
        async with self._database.write() as db:
            await add_workspace(db, place.workspace, self._clock())
            return None if await add_if_new(db, posts, row) else await _find(db, post_id)

    async def done(self, post_id: str, ts: str) -> None:
        async with self._database.write() as db:
            await db.execute(update(posts).where(posts.c.id == post_id).values(ts=ts))

    async def find(self, post_id: str) -> Post | None:
        async with self._database.read() as db:
            return await _find(db, post_id)

    async def find_file(self, workspace: str, key: str) -> str | None:
        """Slack's copy of a blob in this workspace."""
        async with self._database.read() as db:
            return (await db.scalars(_COPY, {"workspace": workspace, "key": key})).first()

    async def save_file(self, workspace: str, key: str, file_id: str) -> None:
        """A later copy replaces the one before, which may have been deleted in Slack."""
        row = {"workspace": workspace, "key": key, "file_id": file_id, "saved": self._clock()}
        async with self._database.write() as db:
            await add_workspace(db, workspace, self._clock())
            if not await add_if_new(db, files, row):
                mine = update(files).where(files.c.workspace == workspace, files.c.key == key)
                await db.execute(mine.values(file_id=file_id, saved=row["saved"]))


async def _find(db: AsyncConnection, post_id: str) -> Post | None:
    row = (await db.execute(_BY_ID, {"wanted": post_id})).first()
    return Post(row.id, Place(row.workspace, row.channel, row.thread_ts), row.ts) if row else None
