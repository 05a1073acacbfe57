"""Pictures under their hash, in a folder."""

from hashlib import sha256
from pathlib import Path

import pytest

from storage import Blobs, NotFound


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "größe 100% #1"


@pytest.fixture
def blobs(folder: Path) -> Blobs:
    return Blobs(folder.as_uri())


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


async def test_a_picture_stored_twice_is_one_blob_under_its_hash(blobs: Blobs, folder: Path) -> None:
    keys = {await blobs.put(b"a picture") for _ in range(2)}
    digest = sha256(b"a picture").hexdigest()
    assert keys == {f"{digest[:2]}/{digest}.png"}
    assert everything_in(folder) == {f"{digest[:2]}/{digest}.png": b"a picture"}
    assert await blobs.get(keys.pop()) == b"a picture"


async def test_a_picture_cut_short_is_healed_by_storing_it_again(blobs: Blobs, folder: Path) -> None:
    key = await blobs.put(b"a picture")
    (folder / key).write_bytes(b"a pic")
    await blobs.put(b"a picture")
    assert await blobs.get(key) == b"a picture"


async def test_what_is_not_there_is_not_found(blobs: Blobs) -> None:
    assert not await blobs.exists("ab/abc.png")
    with pytest.raises(NotFound, match=r"blob 'ab/abc\.png'"):
        await blobs.get("ab/abc.png")
    assert await blobs.exists(await blobs.put(b"a picture"))


async def test_keys_stay_inside_the_folder(blobs: Blobs, folder: Path) -> None:
    (folder.parent / "secret").write_text("secret")
    with pytest.raises(Exception, match=r"(?i)segment|path|found"):
        await blobs.get("../secret")


async def test_a_store_that_is_no_folder_works_alike() -> None:
    blobs = Blobs("memory:///")
    key = await blobs.put(b"a picture")
    assert await blobs.put(b"a picture") == key
    assert await blobs.get(key) == b"a picture"
    assert not await blobs.exists("ab/abc.png")
