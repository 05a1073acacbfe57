"""The workspace's characters: who may see which, and one name for one character."""

import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain import Character, CharacterState, Reference, UploadedFile, Visibility
from bot.errors import BadRequest
from storage.clock import Clock, utc_now
from storage.codec import list_to_json, tuple_from_json
from storage.database import Database
from storage.dialects import add_if_new
from storage.missing import NotFound
from storage.references import references_of, replace_references
from storage.sessions import add_workspace
from storage.tables import character_references, characters

_FETCHING, _READY, _FAILED, _RETIRED = CharacterState


class Cast:
    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock

    async def add_character(self, character: Character, files: Sequence[UploadedFile]) -> bool:
        """Record a character whose photos are still to be fetched; False if its id is there already.

        Raises BadRequest if another one, ready or being fetched, has the name.
        """
        row = _row_of(character) | {"files": list_to_json(files), "created": self._clock()}
        async with self._database.write() as db:
            await add_workspace(db, character.workspace, self._clock())
            if await add_if_new(db, characters, row):
                await replace_references(
                    db, character_references, character.workspace, character.id, character.references
                )
                return True
            if (await db.execute(select(characters.c.id).where(characters.c.id == character.id))).first():
                return False
        raise _taken(character.name)

    async def uploaded_files(self, character_id: str) -> tuple[UploadedFile, ...]:
        """The files that the character was added with, for the workflow that fetches them."""
        async with self._database.read() as db:
            row = (await db.execute(select(characters.c.files).where(characters.c.id == character_id))).first()
        if row is None:
            raise NotFound("character", character_id)
        return tuple_from_json(UploadedFile, row.files)

    async def open_fetches(self) -> list[str]:
        """Ids of the characters whose workflow must run."""
        fetching = select(characters.c.id).where(characters.c.state == _FETCHING).order_by(characters.c.created)
        async with self._database.read() as db:
            return list((await db.scalars(fetching)).all())

    async def ready(self, character_id: str, references: Sequence[Reference]) -> bool:
        """The photos are here. False if the character has been retired meanwhile, or failed."""
        move = _move(character_id, _READY, (_FETCHING, _READY)).values(problem=None).returning(characters.c.workspace)
        async with self._database.write() as db:
            row = (await db.execute(move)).first()
            if row is not None:
                await replace_references(db, character_references, row.workspace, character_id, references)
            return row is not None

    async def failed(self, character_id: str, problem: str) -> bool:
        """The name is free again."""
        move = _move(character_id, _FAILED, (_FETCHING,)).values(problem=problem).returning(characters.c.id)
        async with self._database.write() as db:
            return (await db.execute(move)).first() is not None

    async def retire(self, character_id: str) -> bool:
        move = _move(character_id, _RETIRED, (_FETCHING, _READY, _FAILED)).returning(characters.c.id)
        async with self._database.write() as db:
            return (await db.execute(move)).first() is not None

    async def rename(self, character_id: str, name: str) -> None:
        change = update(characters).where(characters.c.id == character_id).returning(characters.c.id)
        try:
            async with self._database.write() as db:
                if (await db.execute(change.values(name=name, folded_name=_folded(name)))).first() is None:
                    raise NotFound("character", character_id)
        except IntegrityError as error:
            raise _taken(name) from error

    async def find_character(self, workspace: str, name: str, *, user: str, channel: str) -> Character | None:
        """By name, in any case, if this person may use it here; one that works before one that failed."""
        named = and_(characters.c.folded_name == _folded(name), characters.c.state != _RETIRED)
        found = await self._select(_usable(workspace, user, channel), named)
        return min(found, key=lambda character: character.state is _FAILED, default=None)

    async def list_characters(
        self, workspace: str, user: str, channel: str, include_retired: bool = False
    ) -> list[Character]:
        """Everybody this person may use here, in any state, by name."""
        usable = _usable(workspace, user, channel)
        return await self._select(usable if include_retired else and_(usable, characters.c.state != _RETIRED))

    async def get_character(self, character_id: str) -> Character:
        found = await self._select(characters.c.id == character_id)
        if not found:
            raise NotFound("character", character_id)
        return found[0]

    async def get_characters(self, character_ids: Collection[str]) -> list[Character]:
        """In the order of the ids, also retired ones: they stay on old sets."""
        if not character_ids:
            return []
        found = {character.id: character for character in await self._select(characters.c.id.in_(character_ids))}
        if missing := [character_id for character_id in character_ids if character_id not in found]:
            raise NotFound("character", missing[0])
        return [found[character_id] for character_id in character_ids]

    async def _select(self, *where: ColumnElement[bool]) -> list[Character]:
        query = select(characters).where(*where).order_by(characters.c.folded_name, characters.c.created.desc())
        async with self._database.read() as db:
            rows = (await db.execute(query)).all()
            references = await references_of(db, character_references, [row.id for row in rows])
        return [_character_from(row, references[row.id]) for row in rows]


def _usable(workspace: str, user: str, channel: str) -> ColumnElement[bool]:
    """A channel's character stays in its channel, whoever asks; an owner's goes with the owner."""
    return and_(
        characters.c.workspace == workspace,
        or_(
            characters.c.visibility == Visibility.EVERYONE,
            and_(characters.c.visibility == Visibility.CHANNEL, characters.c.channel == channel),
            and_(characters.c.visibility == Visibility.OWNER, characters.c.owner == user),
        ),
    )


def _move(character_id: str, state: CharacterState, from_: Collection[CharacterState]) -> Any:
    return update(characters).where(characters.c.id == character_id, characters.c.state.in_(from_)).values(state=state)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _taken(name: str) -> BadRequest:
    # Not whose it is: it may be one that this person cannot see.
    return BadRequest(f"The name {name} is taken in this workspace. Choose another name.", field="name")


def _row_of(character: Character) -> dict[str, Any]:
    row = {name: value for name, value in vars(character).items() if name != "references"}
    lists = {"match": list(character.match), "may_vary": list(character.may_vary)}
    return row | lists | {"folded_name": _folded(character.name)}


def _character_from(row: Row[Any], references: tuple[Reference, ...]) -> Character:
    return Character(
        id=row.id,
        workspace=row.workspace,
        name=row.name,
        description=row.description,
        match=tuple(row.match),
        may_vary=tuple(row.may_vary),
        owner=row.owner,
        visibility=Visibility(row.visibility),
        channel=row.channel,
        state=CharacterState(row.state),
        references=references,
        problem=row.problem,
    )
