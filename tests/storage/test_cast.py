"""One name for one character, and nobody uses a character where it must not go."""

import asyncio

import pytest

from bot.domain import CharacterState, Visibility
from bot.errors import BadRequest
from storage import NotFound, Store
from tests.storage.examples import PHOTO, a_character, a_reference


async def test_a_character_becomes_ready_with_its_references(store: Store) -> None:
    assert await store.cast.add_character(a_character(), [PHOTO])
    assert await store.cast.open_fetches() == ["maya"]
    assert await store.cast.uploaded_files("maya") == (PHOTO,)
    for references in ([a_reference()], [a_reference(id="R2"), a_reference(id="R1", note="small")]):
        assert await store.cast.ready("maya", references)
    expected = a_character(state=CharacterState.READY, references=tuple(references))
    assert await store.cast.get_character("maya") == expected
    assert await store.cast.open_fetches() == []


async def test_adding_the_same_character_again_is_harmless(store: Store) -> None:
    assert [await store.cast.add_character(a_character(), [PHOTO]) for _ in range(2)] == [True, False]


@pytest.mark.parametrize("name", ["Maya", "mAYA", "Ｍａｙａ"])
async def test_a_name_in_use_is_refused_in_any_spelling(store: Store, name: str) -> None:
    await store.cast.add_character(a_character(), [])
    with pytest.raises(BadRequest, match="taken in this workspace") as refused:
        await store.cast.add_character(a_character(id="other", name=name), [])
    assert refused.value.field == "name"
    assert await store.cast.add_character(a_character(id="elsewhere", name=name, workspace="T2"), [])


async def test_of_two_with_one_name_at_once_one_is_refused(store: Store) -> None:
    added = (store.cast.add_character(a_character(id=f"maya {n}"), []) for n in range(4))
    outcomes = await asyncio.gather(*added, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["BadRequest"] * 3 + ["bool"]


async def test_a_retired_or_failed_character_frees_its_name(store: Store) -> None:
    await store.cast.add_character(a_character(id="first"), [])
    assert await store.cast.retire("first")
    await store.cast.add_character(a_character(id="second"), [])
    assert await store.cast.failed("second", "No photo could be read.")
    await store.cast.add_character(a_character(id="third"), [])
    found = await store.cast.find_character("T1", "maya", user="ana", channel="C1")
    assert found and found.id == "third"
    everybody = await store.cast.list_characters("T1", "ana", "C1", include_retired=True)
    assert {character.id for character in everybody} == {"first", "second", "third"}


async def test_a_failed_character_says_why(store: Store) -> None:
    await store.cast.add_character(a_character(), [])
    await store.cast.failed("maya", "No photo could be read.")
    found = await store.cast.find_character("T1", "MAYA", user="ana", channel="C1")
    assert found and (found.state, found.problem) == (CharacterState.FAILED, "No photo could be read.")


async def test_a_retired_character_does_not_come_back_when_its_photos_arrive(store: Store) -> None:
    await store.cast.add_character(a_character(), [])
    await store.cast.retire("maya")
    assert not await store.cast.ready("maya", [a_reference()])
    assert not await store.cast.failed("maya", "late")
    assert not await store.cast.retire("maya")
    assert await store.cast.list_characters("T1", "ana", "C1") == []
    assert [character.id for character in await store.cast.get_characters(["maya"])] == ["maya"]


@pytest.mark.parametrize(
    ("visibility", "user", "channel", "is_usable"),
    [
        (Visibility.EVERYONE, "ben", "C2", True),
        (Visibility.CHANNEL, "ben", "C1", True),
        (Visibility.CHANNEL, "ben", "C2", False),
        (Visibility.CHANNEL, "ana", "C2", False),  # the owner shares it, or it stays
        (Visibility.OWNER, "ana", "C2", True),
        (Visibility.OWNER, "ben", "C1", False),
    ],
)
async def test_a_character_is_seen_only_where_it_may_be_used(
    store: Store, visibility: Visibility, user: str, channel: str, is_usable: bool
) -> None:
    await store.cast.add_character(a_character(visibility=visibility), [])
    assert bool(await store.cast.find_character("T1", "Maya", user=user, channel=channel)) is is_usable
    assert bool(await store.cast.list_characters("T1", user, channel)) is is_usable
    assert await store.cast.find_character("T2", "Maya", user=user, channel=channel) is None


async def test_a_renamed_character_is_found_by_its_new_name_only(store: Store) -> None:
    await store.cast.add_character(a_character(), [])
    await store.cast.add_character(a_character(id="ben", name="Ben"), [])
    await store.cast.rename("maya", "Mia")
    assert await store.cast.find_character("T1", "maya", user="ana", channel="C1") is None
    with pytest.raises(BadRequest, match="The name BEN is taken"):
        await store.cast.rename("maya", "BEN")
    assert [character.name for character in await store.cast.list_characters("T1", "ana", "C1")] == ["Ben", "Mia"]


async def test_characters_come_in_the_order_asked_for(store: Store) -> None:
    for name in ("a", "b", "c"):
        await store.cast.add_character(a_character(id=name, name=name), [])
    assert [character.id for character in await store.cast.get_characters(["c", "a"])] == ["c", "a"]
    with pytest.raises(NotFound, match="character 'z'"):
        await store.cast.get_characters(["c", "z"])
