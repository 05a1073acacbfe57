"""What the calls of a set have in common: looked up once, and held once in memory, for those that begin together."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain import Character, Shot, ShotSet, Version
from bot.workflows.jobs import Job
from bot.workflows.orders import Guide, guides_for
from storage.blobs import Blobs
from storage.store import Store

KEPT_SECONDS = 30.0
PICTURES_KEPT_SECONDS = 2.0  # for calls that begin together


@dataclass(frozen=True)
class Material:
    shot_set: ShotSet
    shots: tuple[Shot, ...]
    characters: tuple[Character, ...]
    guides: tuple[Guide, ...]
    parent: Version | None = None
    first: Version | None = None


@dataclass
class _Entry:
    looked: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    material: Material | None = None
    pictures: dict[str, bytes] = field(default_factory=dict)
    fetched: float = 0.0


class Materials:
    """A set's plan and references stand still while it is drawn; whether it was cancelled is asked elsewhere."""

    def __init__(self, store: Store, blobs: Blobs) -> None:
        self._store, self._blobs = store, blobs
        self._entries: dict[tuple[str | None, ...], _Entry] = {}

    async def of(self, job: Job) -> Material:
        return await self._material(job, self._entry(job))

    async def pictures(self, job: Job, guides: Sequence[Guide]) -> Mapping[str, bytes]:
        """Their bytes, by blob. Ask for them when the call's turn has come: they may be many megabytes."""
        entry = self._entry(job)
        async with entry.lock:
            for blob in {guide.blob for guide in guides} - entry.pictures.keys():
                entry.pictures[blob] = await self._blobs.get(blob)
                entry.fetched = time.monotonic()
            return dict(entry.pictures)

    def _entry(self, job: Job) -> _Entry:
        now = time.monotonic()
        for entry in self._entries.values():
            if now - entry.fetched > PICTURES_KEPT_SECONDS:
                entry.pictures.clear()
        self._entries = {key: entry for key, entry in self._entries.items() if now - entry.looked < KEPT_SECONDS}
        return self._entries.setdefault((job.set_id, job.anchor_id, job.previous_id, job.parent_id), _Entry(now))

    async def _material(self, job: Job, entry: _Entry) -> Material:
        async with entry.lock:
            if entry.material is None:
                entry.material = await self._look(job)
        return entry.material

    async def _look(self, job: Job) -> Material:
        store = self._store
        async with store.moment():
            shot_set = await store.sets.get_set(job.set_id)
            shots = await store.shots.get_shots(job.set_id)
            characters = await store.cast.get_characters(shot_set.request.cast)
            anchor = await store.versions.get_version(job.anchor_id) if job.anchor_id else None
            previous = await store.versions.get_version(job.previous_id) if job.previous_id else None
            parent = await store.versions.get_version(job.parent_id) if job.parent_id else None
            first = await store.versions.get_version(parent.edited.first_id) if parent and parent.edited else parent
        guides = guides_for(characters, shot_set.references, anchor, previous)
        return Material(shot_set, tuple(shots), tuple(characters), guides, parent, first)
