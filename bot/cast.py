"""What people can do with the cast: add, see, rename and retire characters."""

import re

from bot.domain import Character, CharacterState, Message, UploadedFile, Visibility
from bot.domain.ids import id_from
from bot.errors import BadRequest, NotYours
from bot.workflows.engine import Engine
from storage.store import Store

MOST_PHOTOS = 5
NAME = re.compile(r"[^\W\d_][\w.-]{0,29}")
DEFAULT_MATCH = "face, hair, age, build, marks, palette"
DEFAULT_MAY_VARY = "clothes, pose, light"


class Cast:
    def __init__(self, engine: Engine, store: Store) -> None:
        self._engine, self._store = engine, store

    async def add(
        self,
        message: Message,
        name: str,
        description: str,
        match: str,
        may_vary: str,
        visibility: Visibility,
        files: tuple[UploadedFile, ...],
    ) -> None:
        """A character from one to five photos; they are fetched and checked after this returns."""
        name = _checked_name(name)
        if not files:
            raise BadRequest("Add at least one photo: the character is drawn from it.", "files")
        if len(files) > MOST_PHOTOS:
            raise BadRequest(f"{len(files)} photos are too many; choose the best {MOST_PHOTOS}.", "files")
        character = Character(
            id=id_from("chr", message.id, name.casefold()),
            workspace=message.workspace,
            name=name,
            description=description.strip()[:1000],
            match=_listed(match or DEFAULT_MATCH),
            may_vary=_listed(may_vary or DEFAULT_MAY_VARY),
            owner=message.user,
            visibility=visibility,
            channel=message.channel,
            state=CharacterState.FETCHING,
        )
        await self._store.cast.add_character(character, files)
        self._engine.start_soon("character", f"character:{character.id}", character.id, message.answer_url)

    async def seen_by(self, workspace: str, user: str, channel: str) -> tuple[Character, ...]:
        """The characters this person may use here."""
        return tuple(await self._store.cast.list_characters(workspace, user, channel))

    async def show(self, message: Message, name: str) -> Character:
        """One character; BadRequest names the others when there is none of that name."""
        wanted = name.strip().removeprefix("@")
        found = await self._store.cast.find_character(
            message.workspace, wanted, user=message.user, channel=message.channel
        )
        if found:
            return found
        names = [f"@{each.name}" for each in await self.seen_by(message.workspace, message.user, message.channel)]
        known = f"The cast has {', '.join(names)}." if names else "The cast is empty."
        raise BadRequest(f"There is no @{wanted[:40]} here. {known} Add one with `/cast add {wanted[:40]}`.", "name")

    async def retire(self, message: Message, name_or_id: str) -> Character:
        """Leaves new sets, stays on old ones."""
        character = await self._mine(message, name_or_id)
        await self._store.cast.retire(character.id)
        return character

    async def rename(self, message: Message, name: str, new: str) -> Character:
        character = await self._mine(message, name)
        await self._store.cast.rename(character.id, _checked_name(new))
        return await self._store.cast.get_character(character.id)

    async def resume(self) -> None:
        """Characters whose photos were still to be fetched, and whose workflow was never begun."""
        wanted = {f"character:{each}": each for each in await self._store.cast.open_fetches()}
        for workflow_id in await self._engine.unknown(wanted):
            self._engine.start_soon("character", workflow_id, wanted[workflow_id])

    async def _mine(self, message: Message, name_or_id: str) -> Character:
        seen = await self.seen_by(message.workspace, message.user, message.channel)
        character = next((each for each in seen if each.id == name_or_id), None)
        character = character or await self.show(message, name_or_id)
        if character.owner != message.user:
            raise NotYours(f"@{character.name} belongs to <@{character.owner}>, who can do that.")
        return character


def _checked_name(name: str) -> str:
    wanted = name.strip().removeprefix("@")
    if not NAME.fullmatch(wanted):
        raise BadRequest(
            "A name is one word of up to 30 letters, digits, dots or dashes that begins with a letter, like maya.",
            "name",
        )
    return wanted


def _listed(text: str) -> tuple[str, ...]:
    """ "face, hair" as its parts; at most twelve of at most 80 characters."""
    return tuple(part.strip()[:80] for part in re.split(r"[,;\n]", text) if part.strip())[:12]
