"""Sessions and their messages: a message is recorded once, however often Slack delivers it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Message, Surface, UploadedFile
from storage.codec import list_to_json, tuple_from_json
from storage.database import Database
from storage.dialects import add_if_new
from storage.missing import NotFound
from storage.tables import iterations, messages, sessions, workspaces


class Sessions:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, message: Message, session_id: str, now: datetime) -> bool:
        """Words that ask nothing; False if they are recorded already."""
        async with self._database.write() as db:
            return await record_message(db, message, session_id, now)

    async def find_message(self, iteration_id: str) -> Message | None:
        """What the iteration answers; None if it began with a press that was not recorded."""
        same = and_(messages.c.workspace == iterations.c.workspace, messages.c.id == iterations.c.message_id)
        query = select(messages).join(iterations, same).where(iterations.c.id == iteration_id)
        async with self._database.read() as db:
            row = (await db.execute(query)).first()
        return _message_from(row) if row else None


async def add_workspace(db: AsyncConnection, workspace: str, now: datetime) -> None:
    await add_if_new(db, workspaces, {"id": workspace, "created": now})


async def record_message(db: AsyncConnection, message: Message, session_id: str, now: datetime) -> bool:
    """False if it is there already."""
    row = {
        "workspace": message.workspace,
        "id": message.id,
        "session_id": session_id,
        "channel": message.channel,
        "user": message.user,
        "surface": message.surface,
        "text": message.text,
        "ts": message.ts,
        "thread_ts": message.thread_ts,
        "files": list_to_json(message.files),
        "answer_url": message.answer_url,
        "received": now,
    }
    return await add_if_new(db, messages, row)


async def add_session(db: AsyncConnection, session_id: str, message: Message, now: datetime) -> None:
    row = {
        "id": session_id,
        "workspace": message.workspace,
        "channel": message.channel,
        "thread_ts": message.thread_ts,
        "user": message.user,
        "title": "",
        "created": now,
    }
    await add_if_new(db, sessions, row)


async def workspace_of(db: AsyncConnection, session_id: str) -> str:
    workspace = (await db.scalars(select(sessions.c.workspace).where(sessions.c.id == session_id))).first()
    if workspace is None:
        raise NotFound("session", session_id)
    return str(workspace)


def _message_from(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        workspace=row.workspace,
        channel=row.channel,
        user=row.user,
        text=row.text,
        surface=Surface(row.surface),
        ts=row.ts,
        thread_ts=row.thread_ts,
        files=tuple_from_json(UploadedFile, row.files),
        answer_url=row.answer_url,
    )
