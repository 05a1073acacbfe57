"""Pictures in a bucket: the same calls as in a folder."""

import asyncio

import pytest

from bot.errors import Unavailable
from storage import Blobs, NotFound
from tests.services import S3


@pytest.fixture
def blobs(s3: S3) -> Blobs:
    return Blobs(f"{s3.new_bucket()}/pictures")


async def test_a_picture_is_stored_once_and_found_again(blobs: Blobs) -> None:
    key = await blobs.put(b"a picture")
    assert await blobs.put(b"a picture") == key
    assert await blobs.exists(key)
    assert await blobs.get(key) == b"a picture"


async def test_what_is_not_there_is_not_found(blobs: Blobs) -> None:
    assert not await blobs.exists("ab/abc.png")
    with pytest.raises(NotFound, match=r"blob 'ab/abc\.png'"):
        await blobs.get("ab/abc.png")


async def test_a_4k_picture_goes_in_parts_and_comes_back_whole(blobs: Blobs) -> None:
    picture = bytes(range(256)) * 100_000  # 25 MB
    keys = await asyncio.gather(*(blobs.put(picture + bytes([number])) for number in range(2)))
    assert [(await blobs.get(key))[-1] for key in keys] == [0, 1]


async def test_what_is_set_aside_is_there_until_it_is_dropped(blobs: Blobs) -> None:
    await blobs.set_aside("call/0", b"an answer")
    assert await blobs.find_aside("call/0") == b"an answer"
    await blobs.drop("call/0")
    await blobs.drop("call/0")
    assert await blobs.find_aside("call/0") is None


async def test_a_bucket_that_is_gone_is_an_outage_and_no_lost_picture(s3: S3) -> None:
    assert s3.endpoint
    with pytest.raises(Unavailable, match="place where I keep pictures"):
        await Blobs("s3://nobody-made-this-bucket").put(b"a picture")
