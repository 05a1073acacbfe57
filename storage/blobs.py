"""Bytes under their content hash, in a folder or a bucket: a picture that is stored twice is one blob."""

import asyncio
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from storage.missing import NotFound
from storage.outages import OnOutage, nobody, of_pictures


class Blobs:
    """`url` is file:///…, s3://…, gs://… or az://…; credentials come from the cloud's own variables."""

    def __init__(self, url: str, on_outage: OnOutage = nobody) -> None:
        self._on_outage = on_outage
        self._folder = Path(unquote(urlsplit(url).path)) if url.startswith("file:") else None
        self._store: ObjectStore = LocalStore(self._folder, mkdir=True) if self._folder else from_url(url)

    async def put(self, data: bytes) -> str:
        """Store the bytes and give their key. Overwriting is harmless, and heals a file that a power loss cut short."""
        key = key_of(data)
        if await self._length(key) != len(data):
            with of_pictures(self._on_outage, is_writing=True):
                if self._folder:
                    await obstore.put_async(self._store, key, data)
                    await asyncio.to_thread(_flush, self._folder / key)
                else:  # folders keep no attributes, and refuse them
                    await obstore.put_async(self._store, key, data, attributes={"Content-Type": "image/png"})
        return key

    async def get(self, key: str) -> bytes:
        try:
            with of_pictures(self._on_outage):
                answer = await obstore.get_async(self._store, key)
                return bytes(await answer.bytes_async())
        except FileNotFoundError as error:
            raise NotFound("blob", key) from error

    async def set_aside(self, name: str, data: bytes) -> None:
        """Keep bytes under a name for the moment, until `drop`; quick, and there after a crash of this process."""
        with of_pictures(self._on_outage, is_writing=True):
            await obstore.put_async(self._store, _aside(name), data)

    async def find_aside(self, name: str) -> bytes | None:
        try:
            return await self.get(_aside(name))
        except NotFound:
            return None

    async def drop(self, name: str) -> None:
        with suppress(FileNotFoundError), of_pictures(self._on_outage):
            await obstore.delete_async(self._store, _aside(name))

    async def length(self, key: str) -> int:
        """In bytes."""
        length = await self._length(key)
        if length is None:
            raise NotFound("blob", key)
        return length

    async def exists(self, key: str) -> bool:
        return await self._length(key) is not None

    async def _length(self, key: str) -> int | None:
        try:
            with of_pictures(self._on_outage):
                return (await obstore.head_async(self._store, key))["size"]
        except FileNotFoundError:
            return None


def key_of(data: bytes) -> str:
    """Two characters of the hash make the folder: 256 folders stay quick to list."""
    digest = sha256(data).hexdigest()
    return f"{digest[:2]}/{digest}.png"


def _aside(name: str) -> str:
    return f"aside/{sha256(name.encode()).hexdigest()}"


def _flush(path: Path) -> None:
    """The store does not fsync; a picture that is paid for must be on the disk before the ledger says so."""
    for target in (path, path.parent, path.parent.parent):
        descriptor = os.open(target, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
