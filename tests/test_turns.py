"""Whose turn it is to call the provider: fair to people, and within its limits."""

import asyncio
from contextlib import suppress

import pytest

from bot.workflows.turns import Limits, OwnTurns, next_turns
from storage.turns import Turn


def waiting(number: int, person: str, *, workspace: str = "T1", pictures: int = 1) -> Turn:
    return Turn(f"{person}{number}", workspace, person, pictures, asked=float(number))


def in_air(person: str, begun: float, *, workspace: str = "T1", pictures: int = 1) -> Turn:
    return Turn(f"{person} at {begun}", workspace, person, pictures, 0.0, begun)


def test_people_take_turns_however_much_one_of_them_asks() -> None:
    turns = [waiting(number, "ana") for number in range(40)] + [waiting(50, "ben"), waiting(51, "cho")]
    assert next_turns(Limits(5, 5), turns, now=100.0) == ["ana0", "ben50", "cho51", "ana1", "ana2"]


def test_who_had_no_turn_lately_comes_before_who_had_one() -> None:
    turns = [in_air("ana", 90.0), waiting(1, "ana"), waiting(2, "ben")]
    assert next_turns(Limits(2, 2), turns, now=100.0) == ["ben2"]


def test_a_workspace_at_its_limit_does_not_keep_another_waiting() -> None:
    turns = [in_air("ana", 90.0), waiting(1, "ana"), waiting(2, "dan", workspace="T2")]
    assert next_turns(Limits(8, 1), turns, now=100.0) == ["dan2"]


@pytest.mark.parametrize(("now", "begin"), [(149.0, []), (150.0, ["ben1"])])
def test_the_pictures_of_a_minute_are_counted(now: float, begin: list[str]) -> None:
    turns = [in_air("ana", 90.0, pictures=3), waiting(1, "ben", pictures=2)]
    assert next_turns(Limits(8, 8, per_minute=4), turns, now) == begin


def test_a_call_for_more_pictures_than_a_minute_allows_goes_alone() -> None:
    turns = [waiting(1, "ana", pictures=9), waiting(2, "ben")]
    assert next_turns(Limits(8, 8, per_minute=4), turns, now=100.0) == ["ana1"]


class Calls:
    """Counts how many are in the air at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def make(self, turns: OwnTurns, person: str) -> None:
        async with turns.turn("T1", person):
            self.now += 1
            self.most = max(self.most, self.now)
            await asyncio.sleep(0.001)
            self.now -= 1


async def test_in_one_process_all_get_their_turn_and_never_too_many_at_once() -> None:
    turns, calls = OwnTurns(Limits(3, 3)), Calls()
    await asyncio.gather(*(calls.make(turns, f"person {number % 4}") for number in range(40)))
    assert (calls.most, calls.now, turns.waiting) == (3, 0, 0)


async def test_who_stops_waiting_leaves_the_turn_to_the_next() -> None:
    turns, calls = OwnTurns(Limits(1, 1)), Calls()
    async with turns.turn("T1", "ana"):
        gone = asyncio.create_task(calls.make(turns, "ben"))
        next_one = asyncio.create_task(calls.make(turns, "cho"))
        await asyncio.sleep(0)
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone
    await asyncio.wait_for(next_one, 1)
    assert calls.most == 1


async def test_when_the_minute_is_over_the_next_pictures_begin_by_themselves() -> None:
    passed = 0.0
    turns, calls = OwnTurns(Limits(8, 8, per_minute=1), lambda: asyncio.get_running_loop().time() + passed), Calls()
    await calls.make(turns, "ana")
    passed = 59.8
    began = asyncio.get_running_loop().time()
    await asyncio.wait_for(calls.make(turns, "ana"), 5)
    assert asyncio.get_running_loop().time() - began > 0.1
