"""Each conversation begins in a quiet workspace and leaves a quiet one; together they pay what they owe."""

from collections.abc import AsyncIterator

import pytest

from storage.ledger import Ledger
from tests.conversation import World, eventually


@pytest.fixture(autouse=True)
async def quiet(world: World, ledger: Ledger) -> AsyncIterator[None]:
    await world.calm()
    yield
    never_happened = world.sandbox.faults.as_json()
    world.sandbox.faults.clear()

    async def is_quiet() -> bool:
        return not await ledger.open_holds()

    await eventually(is_quiet, lambda: "the end of the work: money is still held")
    assert not never_happened, "so the test shows nothing about these faults"


@pytest.fixture(scope="package", autouse=True)
async def books(world: World, ledger: Ledger) -> AsyncIterator[None]:
    """Over all conversations, the ledger holds to the micro-dollar what the image API has billed."""
    billed, booked = world.sandbox.journal.billed(), await ledger.total()
    yield
    assert await ledger.total() - booked == world.sandbox.journal.billed() - billed
