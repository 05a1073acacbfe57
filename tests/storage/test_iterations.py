"""Work on a session that exists: begun once, and found again until it has ended."""

from datetime import timedelta

import pytest

from storage import IterationState, NotFound, Store
from tests.storage.examples import NOW, PHOTO, a_message, ask


async def test_a_reply_is_begun_once(store: Store) -> None:
    await ask(store)
    reply = a_message(id="C1:2.2", text="redo #2")
    begun = [await store.iterations.begin_iteration(reply, "I1", "A1", "redo", "ben", NOW) for _ in range(2)]
    assert begun == [True, False]


async def test_a_press_without_a_message_is_begun_once(store: Store) -> None:
    await ask(store)
    begun = [await store.iterations.begin_iteration(None, "I1", "A1", "redo", "ben", NOW) for _ in range(2)]
    assert begun == [True, False]


async def test_the_message_that_is_answered_is_read_back_as_it_was(store: Store) -> None:
    await ask(store)
    reply = a_message(id="C1:2.2", ts="2.2", thread_ts="1.1", files=(PHOTO,), answer_url="https://hooks.slack.com/x")
    await store.iterations.begin_iteration(reply, "I1", "A1", "redo", "ben", NOW)
    await store.iterations.begin_iteration(None, "I2", "A1", "redo", "ben", NOW)
    assert await store.sessions.find_message("I1") == reply
    assert await store.sessions.find_message("I2") is None


async def test_open_work_is_found_with_its_details_until_it_ends(store: Store) -> None:
    await ask(store)
    await store.iterations.begin_iteration(None, "I1", "A1", "redo", "ben", NOW, set_id="S1", details={"shot": 2})
    (found,) = await store.iterations.open_iterations()
    assert (found.id, found.workspace, found.set_id, found.details, found.user) == (
        "I1",
        "T1",
        "S1",
        {"shot": 2},
        "ben",
    )
    await store.iterations.end_iteration("I1", IterationState.FAILED, "It broke.")
    assert await store.iterations.open_iterations() == []
    ended = await store.iterations.get_iteration("I1")
    assert (ended.state, ended.problem) == (IterationState.FAILED, "It broke.")


async def test_a_session_that_does_not_exist_has_no_iterations(store: Store) -> None:
    with pytest.raises(NotFound, match="session 'A9'"):
        await store.iterations.begin_iteration(None, "I1", "A9", "redo", "ben", NOW)
    with pytest.raises(NotFound, match="iteration 'I1'"):
        await store.iterations.get_iteration("I1")


async def test_of_what_was_asked_in_a_session_the_oldest_that_is_open_is_next(store: Store) -> None:
    await ask(store)
    for number, second in (("I2", 2), ("I1", 1), ("I3", 3)):
        await store.iterations.begin_iteration(None, number, "A1", "reply", "ana", NOW + timedelta(seconds=second))
    assert [await store.iterations.is_next(each) for each in ("I1", "I2", "I3")] == [True, False, False]
    await store.iterations.end_iteration("I1", IterationState.DONE)
    assert [await store.iterations.is_next(each) for each in ("I2", "I3")] == [True, False]


async def test_other_kinds_of_work_keep_no_reply_waiting(store: Store) -> None:
    await ask(store)
    await store.iterations.begin_iteration(None, "I1", "A1", "redo", "ana", NOW)
    await store.iterations.begin_iteration(None, "I2", "A1", "reply", "ana", NOW + timedelta(seconds=1))
    assert await store.iterations.is_next("I2")


async def test_open_work_is_found_by_its_kind_and_its_set(store: Store) -> None:
    await ask(store)
    for iteration_id, kind, set_id in (("I1", "redo", "S1"), ("I2", "reply", "S1"), ("I3", "reply", None)):
        await store.iterations.begin_iteration(None, iteration_id, "A1", kind, "ana", NOW, set_id=set_id)
    assert {found.id for found in await store.iterations.open_iterations("reply")} == {"I2", "I3"}
    assert {found.id for found in await store.iterations.open_iterations("redo", "reply", set_id="S1")} == {"I1", "I2"}
