"""Photos become characters and references: fetched from Slack, checked, cleaned, kept under their hash."""

import asyncio
from collections.abc import Collection, Sequence

from bot.domain import Character, CharacterState, Failure, Place, Reference, Role, ShotSet, UploadedFile
from bot.domain.ids import id_from
from bot.errors import BadPicture
from bot.pictures.intake import clean_picture
from bot.workflows.engine import Engine, Json
from bot.workflows.faults import failure_in, guarded
from bot.workflows.show import Photos, Private, Show
from storage.blobs import Blobs
from storage.store import Store

WAIT_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.1


class CastWork:
    def __init__(
        self, engine: Engine, store: Store, blobs: Blobs, show: Show, photos: Photos, max_upload_bytes: int
    ) -> None:
        self._engine, self._store, self._blobs = engine, store, blobs
        self._show, self._photos, self._max_bytes = show, photos, max_upload_bytes
        engine.workflow("character", self.character)

    async def character(self, character_id: str, answer_url: str | None = None) -> None:
        """From uploaded photos to a character that is ready, and a word to who asked."""
        result = await guarded(self._engine, "fetch", self._fetch, character_id)
        failure = failure_in(result)
        if failure:
            await guarded(self._engine, "fail", self._fail, character_id, failure.sentence, failure.ref, answer_url)
            return
        await guarded(self._engine, "tell", self._tell, character_id, result["value"], answer_url)

    async def wait_for(self, character_ids: Collection[str]) -> list[Character]:
        """The characters, once none of them is being fetched any more (a set may be asked for right after)."""
        waited = 0.0
        while True:
            characters = await self._store.cast.get_characters(character_ids)
            fetching = any(each.state is CharacterState.FETCHING for each in characters)
            if not fetching or waited >= WAIT_SECONDS:
                return characters
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            waited += LOOK_EVERY_SECONDS

    async def fetch_references(self, shot_set: ShotSet) -> tuple[Reference, ...]:
        """The files that came with a request, as references of its set."""
        request = shot_set.request
        references, _ = await self._references(shot_set.id, request.files, request.files_role)
        return references

    async def _fetch(self, character_id: str) -> Json:
        files = await self._store.cast.uploaded_files(character_id)
        references, notes = await self._references(character_id, files, Role.CHARACTER)
        await self._store.cast.ready(character_id, references)
        return notes

    async def _references(
        self, owner_id: str, files: Sequence[UploadedFile], role: Role
    ) -> tuple[tuple[Reference, ...], list[str]]:
        references, notes = [], []
        for number, file in enumerate(files, start=1):
            try:
                data = await self._photos.fetch(file)
                clean = await asyncio.to_thread(clean_picture, data, max_bytes=self._max_bytes)
            except BadPicture as error:
                which = f"Photo {number}: " if len(files) > 1 else ""
                raise BadPicture(f"{which}{error.sentence}") from error
            size = clean.size
            blob = await self._blobs.put(clean.png)
            label = file.name or f"reference {number}"
            note = " ".join(clean.notes) or None
            reference_id = id_from("ref", owner_id, number)
            references.append(Reference(reference_id, blob, role, label, size.width, size.height, file.id, note))
            notes += [f"Photo {number}: {each}" if len(files) > 1 else each for each in clean.notes]
        return tuple(references), notes

    async def _tell(self, character_id: str, notes: list[str], answer_url: str | None) -> Json:
        character = await self._store.cast.get_character(character_id)
        await self._show.character_ready(character, tuple(notes), _private(character, answer_url))
        return None

    async def _fail(self, character_id: str, sentence: str, ref: str | None, answer_url: str | None) -> Json:
        await self._store.cast.failed(character_id, sentence)
        character = await self._store.cast.get_character(character_id)
        await self._show.character_failed(character, Failure(sentence, ref), _private(character, answer_url))
        return None


def _private(character: Character, answer_url: str | None) -> Private:
    place = Place(character.workspace, character.channel)
    return Private(f"private:{character.id}", place, character.owner, answer_url)
