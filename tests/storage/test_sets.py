"""A set is recorded once, planned until it is drawn, and found again."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain import Kind, Place, Role, SetState, ShotState, Size, Surface
from storage import IterationState, NotFound, Store
from tests.storage.examples import NOW, PHOTO, a_message, a_plan, a_reference, a_request, ask, ask_and_plan


async def test_what_was_asked_is_read_back_as_it_was(store: Store) -> None:
    request = a_request(
        kind=Kind.VARIANTS,
        style=None,
        size=Size(1536, 864),
        files=(PHOTO,),
        files_role=Role.STYLE,
        notes=("“größer” 🦊",),
    )
    assert await store.sets.open_set(a_message(), request, "S1", "A1", NOW)
    shot_set = await store.sets.get_set("S1")
    assert shot_set.request == request
    assert (shot_set.state, shot_set.created, shot_set.quality) == (SetState.ASKED, NOW, "medium")
    assert shot_set.place == Place("T1", "C1", None)


async def test_the_same_message_again_is_not_a_second_set(store: Store) -> None:
    opened = [await store.sets.open_set(a_message(), a_request(), set_id, "A1", NOW) for set_id in ("S1", "S2")]
    assert opened == [True, False]
    assert await store.sets.open_work() == ["S1"]


async def test_a_message_delivered_twice_at_once_is_one_set(store: Store) -> None:
    opened = await asyncio.gather(*(store.sets.open_set(a_message(), a_request(), "S1", "A1", NOW) for _ in range(8)))
    assert sorted(opened) == [False] * 7 + [True]


async def test_a_message_of_another_workspace_may_have_the_same_id(store: Store) -> None:
    await ask(store, "S1", "A1", id="1.1")
    await ask(store, "S2", "A2", id="1.1", workspace="T2")
    assert (await store.sets.get_set("S2")).place.workspace == "T2"


async def test_a_set_that_fails_to_be_recorded_leaves_nothing_behind(store: Store) -> None:
    broken = replace(a_request(), quality=None)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        await store.sets.open_set(a_message(), broken, "S1", "A1", NOW)
    assert await store.sets.open_set(a_message(), a_request(), "S1", "A1", NOW)


async def test_text_that_databases_refuse_is_mended(store: Store) -> None:
    await store.sets.open_set(a_message(text="a\0b\ud83d"), a_request(brief="c\0d\ud83d"), "S1", "A1", NOW)
    await store.sets.save_plan("S1", a_plan(title="e\0f\ud83d"), ())
    assert (await store.sets.get_set("S1")).title == "e\ufffdf?"


async def test_moments_come_back_in_utc_from_any_zone(store: Store) -> None:
    tokyo = datetime(2026, 11, 20, 18, 30, tzinfo=timezone(timedelta(hours=9)))
    await store.sets.open_set(a_message(), a_request(), "S1", "A1", tokyo)
    created = (await store.sets.get_set("S1")).created
    assert (created, created.utcoffset()) == (NOW, timedelta(0))


async def test_an_unknown_set_or_shot_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="no set 'S9'"):
        await store.sets.get_set("S9")
    with pytest.raises(NotFound, match="no shot"):
        await store.shots.get_shot("S9:1")


async def test_a_plan_may_be_saved_again_until_a_shot_is_queued(store: Store) -> None:
    await ask(store)
    assert await store.sets.save_plan("S1", a_plan(3), (a_reference(), a_reference(id="R2")))
    assert await store.sets.save_plan("S1", a_plan(2), (a_reference(id="R2"), a_reference(id="R3")))
    assert [reference.id for reference in (await store.sets.get_set("S1")).references] == ["R2", "R3"]
    await store.shots.shot_state("S1:1", ShotState.QUEUED)
    assert not await store.sets.save_plan("S1", a_plan(5, "Another"), ())
    assert [shot.state for shot in await store.shots.get_shots("S1")] == [ShotState.QUEUED, ShotState.PLANNED]
    assert (await store.sets.get_set("S1")).title == "The robot café"


async def test_an_edited_plan_keeps_the_references(store: Store) -> None:
    await ask(store)
    await store.sets.save_plan("S1", a_plan(2), (a_reference(),))
    assert await store.sets.replace_plan("S1", a_plan(3, "The tea house"))
    shot_set = await store.sets.get_set("S1")
    assert (shot_set.title, shot_set.references) == ("The tea house", (a_reference(),))
    assert [shot.number for shot in await store.shots.get_shots("S1")] == [1, 2, 3]


async def test_of_many_presses_at_once_one_counts(store: Store) -> None:
    await ask(store)
    presses = (store.sets.set_state("S1", SetState.DRAWING, from_={SetState.ASKED}, started=NOW) for _ in range(8))
    assert sorted(await asyncio.gather(*presses)) == [False] * 7 + [True]
    assert (await store.sets.get_set("S1")).started == NOW


async def test_what_a_move_does_not_name_stays_except_the_problem(store: Store) -> None:
    await ask(store)
    await store.sets.set_state("S1", SetState.FAILED, quality="low", problem="It broke.", ended=NOW)
    await store.sets.set_state("S1", SetState.DRAWING)
    shot_set = await store.sets.get_set("S1")
    assert (shot_set.quality, shot_set.ended, shot_set.problem) == ("low", NOW, None)


@pytest.mark.parametrize("state", [SetState.DONE, SetState.CANCELLED, SetState.FAILED])
async def test_the_iteration_ends_with_its_set(store: Store, state: SetState) -> None:
    await ask(store)
    await store.sets.set_state("S1", state, problem="why")
    iteration = await store.iterations.get_iteration("S1")
    assert (iteration.state, iteration.problem) == (IterationState(state), "why")
    assert iteration.ended is not None


async def test_unfinished_sets_are_found_after_a_crash_but_not_those_that_wait_for_a_person(store: Store) -> None:
    for state in SetState:
        await ask(store, f"S {state}")
        await store.sets.set_state(f"S {state}", state)
    assert sorted(await store.sets.open_work()) == ["S asked", "S cancelling", "S drawing"]


async def test_a_command_gets_its_thread_from_its_root_message(store: Store) -> None:
    await ask(store)
    await store.sets.set_root("S1", "C2", "5.5")
    shot_set = await store.sets.get_set("S1")
    assert (shot_set.root_ts, shot_set.place) == ("5.5", Place("T1", "C2", "5.5"))
    assert [found.id for found in await store.sets.sets_in_thread("T1", "C2", "5.5")] == ["S1"]


async def test_a_mention_in_a_thread_stays_in_it(store: Store) -> None:
    await ask(store, thread_ts="1.0", surface=Surface.MENTION)
    await store.sets.set_root("S1", "C1", "5.5")
    found = await store.sets.get_set("S1")
    assert found.place.thread_ts == "1.0"
    assert [shot_set.id for shot_set in await store.sets.sets_in_thread("T1", "C1", "1.0")] == ["S1"]
    assert await store.sets.sets_in_thread("T2", "C1", "1.0") == []


async def test_history_is_the_newest_sets_of_one_person(store: Store) -> None:
    for day in range(1, 5):
        message = a_message(id=f"{day}", user="ben" if day == 3 else "ana")
        await store.sets.open_set(message, a_request(), f"S{day}", f"A{day}", NOW + timedelta(days=day))
    assert [shot_set.id for shot_set in await store.sets.sets_of_user("T1", "ana", 2)] == ["S4", "S2"]
    assert await store.sets.sets_of_user("T2", "ana", 2) == []


async def test_the_newest_set_here_is_not_somebody_elses_and_not_another_channels(store: Store) -> None:
    for day, given in enumerate(({}, {}, {"user": "ben"}, {"channel": "C2"})):
        message = a_message(**({"id": f"{day}"} | given))
        await store.sets.open_set(message, a_request(), f"S{day}", f"A{day}", NOW + timedelta(days=day))
    newest = await store.sets.newest_in("T1", "ana", "C1")
    assert newest and newest.id == "S1"
    assert await store.sets.newest_in("T1", "cho", "C1") is None


async def test_a_shot_that_starts_again_forgets_how_it_ended(store: Store) -> None:
    await ask_and_plan(store)
    await store.shots.shot_state("S1:2", ShotState.DRAWING, started=NOW)
    await store.shots.shot_state("S1:2", ShotState.FAILED, problem="Refused.", ended=NOW)
    failed = await store.shots.get_shot("S1:2")
    assert (failed.problem, failed.started, failed.ended) == ("Refused.", NOW, NOW)
    later = NOW + timedelta(minutes=1)
    await store.shots.shot_state("S1:2", ShotState.DRAWING, started=later)
    again = await store.shots.get_shot("S1:2")
    assert (again.problem, again.started, again.ended) == (None, later, None)


async def test_a_shot_moves_only_from_the_states_named(store: Store) -> None:
    await ask_and_plan(store)
    assert not await store.shots.shot_state("S1:1", ShotState.DRAWN, from_={ShotState.DRAWING})
    assert await store.shots.shot_state("S1:1", ShotState.QUEUED, from_={ShotState.PLANNED})
