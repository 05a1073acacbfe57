"""A picture and its price are kept together, once."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain import Edited, LockReceipt
from bot.domain.replies import Change, ChangeKind, Edit
from storage import NotFound, Store, shot_id_of
from tests.storage.examples import a_spend, a_version, ask_and_plan, hold


async def test_kept_versions_get_the_next_numbers_of_their_shot(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1", "redo:1", "S1:2")
    first = await store.versions.keep([a_version("V1"), a_version("V2")], a_spend("S1:1"))
    again = await store.versions.keep([a_version("V3", parent_id="V1")], a_spend("redo:1"))
    other = await store.versions.keep([a_version("V4", shot=2)], a_spend("S1:2"))
    assert [version.number for version in (*first, *again, *other)] == [1, 2, 3, 1]
    assert await store.versions.versions_of("S1") == [*first, *again, *other]


async def test_what_is_kept_is_read_back_as_it_was(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    version = a_version(cost=None, file_id="F1", card_ts="2.2")
    assert await store.versions.find_drawing("S1:1") is None
    await store.versions.keep([version], a_spend())
    assert await store.versions.find_drawing("S1:1") == (replace(version, number=1),)
    assert await store.versions.get_version("V1") == replace(version, number=1)


async def test_keeping_closes_the_attempt_and_the_hold(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    attempt = await store.ledger.begin_attempt("S1:1", 1, 50_000)
    assert attempt == a_spend().id
    await store.versions.keep([a_version()], a_spend())
    assert await store.ledger.open_holds() == []
    assert all(each.is_over for each in await store.ledger.attempts_of("S1:1"))
    assert await store.ledger.total() == 41_000


async def test_keeping_twice_is_keeping_once(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    kept = [await store.versions.keep([a_version()], a_spend()) for _ in range(2)]
    assert kept[0] == kept[1] == tuple(await store.versions.versions_of("S1"))
    assert await store.ledger.total() == 41_000


async def test_keeping_the_same_call_many_times_at_once_is_keeping_once(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    kept = await asyncio.gather(*(store.versions.keep([a_version()], a_spend()) for _ in range(8)))
    assert len(set(kept)) == 1
    assert await store.ledger.total() == 41_000


async def test_calls_for_one_shot_at_once_get_numbers_of_their_own(store: Store) -> None:
    await ask_and_plan(store)
    calls = [f"redo {n}:1" for n in range(8)]
    await hold(store, *calls)
    await asyncio.gather(*(store.versions.keep([a_version(f"V of {call}")], a_spend(call)) for call in calls))
    assert [version.number for version in await store.versions.versions_of("S1")] == list(range(1, 9))


async def test_a_crash_while_keeping_spends_nothing_and_keeps_nothing(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    await store.ledger.begin_attempt("S1:1", 1, 50_000)
    with pytest.raises(IntegrityError):
        await store.versions.keep([a_version("V1"), a_version("V2", shot=9)], a_spend())
    assert await store.ledger.total() == 0
    assert [held.id for held in await store.ledger.open_holds()] == ["S1:1"]
    assert sum(not each.is_over for each in await store.ledger.attempts_of("S1:1")) == 1
    assert await store.versions.find_drawing("S1:1") is None


async def test_a_call_that_was_paid_twice_is_in_the_ledger_twice_and_drawn_once(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    await store.versions.keep([a_version("V1")], a_spend(attempt=1))
    kept = await store.versions.keep([a_version("V2")], a_spend(attempt=2))
    assert [version.id for version in kept] == ["V1"]
    assert await store.ledger.total() == 82_000


async def test_a_call_released_in_the_air_is_still_settled(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    await store.ledger.release(["S1:1"])
    await store.versions.keep([a_version()], a_spend())
    await hold(store, "S1:1", budget=41_000)
    assert await store.ledger.open_holds() == []


async def test_nothing_drawn_is_not_kept(store: Store) -> None:
    with pytest.raises(ValueError, match="nothing was drawn"):
        await store.versions.keep([], a_spend())


async def test_where_a_version_is_shown_is_added_bit_by_bit(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1")
    await store.versions.keep([a_version()], a_spend())
    await store.versions.version_card("V1", file_id="F1")
    await store.versions.version_card("V1", ts="2.2")
    version = await store.versions.get_version("V1")
    assert (version.file_id, version.card_ts) == ("F1", "2.2")


async def test_an_unknown_version_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="version 'V9'"):
        await store.versions.get_version("V9")


async def test_how_a_version_was_made_from_another_is_read_back_as_it_was(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1", "edit:1")
    await store.versions.keep([a_version("V1")], a_spend("S1:1"))
    edit = Edit((Change(ChangeKind.ATTRIBUTE, "杯子改成绿色", "杯子", "绿色", "颜色"),), ("everything else",))
    edited = Edited(edit, 1, edit, "V1", 1, lock=LockReceipt(True, None, 3.5, "aa/mask.png"), reply="杯子改成绿色")
    await store.versions.keep([a_version("V2", parent_id="V1", edited=edited)], a_spend("edit:1"))
    assert (await store.versions.get_version("V2")).edited == edited


async def test_a_shot_goes_back_to_a_version_until_it_has_a_new_one(store: Store) -> None:
    await ask_and_plan(store)
    await hold(store, "S1:1", "edit:1")
    await store.versions.keep([a_version("V1")], a_spend("S1:1"))
    shot_id = shot_id_of("S1", 1)
    await store.shots.set_head(shot_id, "V1")
    assert (await store.shots.get_shot(shot_id)).head_id == "V1"
    await store.versions.keep([a_version("V2", parent_id="V1")], a_spend("edit:1"))
    assert (await store.shots.get_shot(shot_id)).head_id is None
