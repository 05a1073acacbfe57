"""Valid objects for the tests; a test names only what it is about."""

from datetime import UTC, datetime
from typing import Any

from bot.domain import (
    Character,
    CharacterState,
    Hold,
    Kind,
    Message,
    Outcome,
    Plan,
    PlannedShot,
    Reference,
    Role,
    SetRequest,
    Size,
    Spend,
    Surface,
    UploadedFile,
    Usage,
    Version,
    Visibility,
)
from storage import Store, shot_id_of

NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PHOTO = UploadedFile("F1", "maya.heic", "image/heic", 2_000_000, "https://files.slack.com/F1")


def a_message(**given: Any) -> Message:
    facts = {"id": "C1:1.1", "workspace": "T1", "channel": "C1", "user": "ana", "text": "a café: cover | menu"}
    return Message(**(facts | {"surface": Surface.COMMAND} | given))


def a_request(**given: Any) -> SetRequest:
    facts: dict[str, Any] = {
        "brief": "a café",
        "kind": Kind.SCENES,
        "count": 2,
        "shots": ("cover", "menu"),
        "cast": ("maya",),
        "style": "flat",
        "size": Size(1024, 1024),
        "quality": "medium",
        "model": "gpt-image-2",
    }
    return SetRequest(**(facts | given))


def a_plan(shots: int = 2, title: str = "The robot café") -> Plan:
    return Plan(title, "Flat: …", tuple(PlannedShot(n, f"Shot {n}", f"Scene {n}") for n in range(1, shots + 1)))


def a_reference(**given: Any) -> Reference:
    facts: dict[str, Any] = {"id": "R1", "blob": "ab/abc.png", "role": Role.CHARACTER, "label": "MAYA"}
    return Reference(**(facts | {"width": 800, "height": 900} | given))


def a_character(**given: Any) -> Character:
    facts: dict[str, Any] = {
        "id": "maya",
        "workspace": "T1",
        "name": "Maya",
        "description": "a barista",
        "match": ("face", "red coat"),
        "may_vary": ("pose",),
        "owner": "ana",
        "visibility": Visibility.EVERYONE,
        "channel": "C1",
        "state": CharacterState.FETCHING,
    }
    return Character(**(facts | given))


def a_hold(call_id: str = "S1:1", **given: Any) -> Hold:
    facts: dict[str, Any] = {"id": call_id, "workspace": "T1", "user": "ana", "channel": "C1", "session_id": "A1"}
    return Hold(**(facts | {"iteration_id": "S1", "amount": 50_000} | given))


def a_spend(call_id: str = "S1:1", attempt: int = 1, **given: Any) -> Spend:
    facts: dict[str, Any] = {
        "id": f"{call_id}/{attempt}",
        "hold_id": call_id,
        "workspace": "T1",
        "user": "ana",
        "channel": "C1",
        "session_id": "A1",
        "iteration_id": "S1",
        "model": "gpt-image-2",
        "size": "1024x1024",
        "quality": "medium",
        "pictures": 1,
        "prompt_hash": "5e1f",
        "usage": Usage(100, 1536, 1372),
        "price_list": "2026-11",
        "cost": 41_000,
        "unsettled": 0,
        "seconds": 14.2,
        "outcome": Outcome.DRAWN,
    }
    return Spend(**(facts | given))


def a_version(version_id: str = "V1", shot: int = 1, set_id: str = "S1", **given: Any) -> Version:
    facts: dict[str, Any] = {
        "id": version_id,
        "session_id": "A1",
        "set_id": set_id,
        "shot_id": shot_id_of(set_id, shot),
        "number": 0,
        "parent_id": None,
        "iteration_id": set_id,
        "blob": f"ab/{version_id}.png",
        "width": 1024,
        "height": 1024,
        "model": "gpt-image-2",
        "quality": "medium",
        "prompt": "A café.",
        "cost": 41_000,
        "seconds": 14.2,
        "created": NOW,
    }
    return Version(**(facts | given))


async def ask(store: Store, set_id: str = "S1", session_id: str = "A1", **given: Any) -> None:
    """A set that has been asked for; in a thread of its own unless told otherwise."""
    message = a_message(**({"id": f"message of {set_id}"} | given))
    assert await store.sets.open_set(message, a_request(), set_id, session_id, NOW)


async def ask_and_plan(store: Store, set_id: str = "S1", session_id: str = "A1", shots: int = 2) -> None:
    await ask(store, set_id, session_id)
    assert await store.sets.save_plan(set_id, a_plan(shots), ())


async def hold(store: Store, *call_ids: str, budget: int | None = None, **given: Any) -> None:
    holds = [a_hold(call_id, **given) for call_id in call_ids]
    await store.ledger.hold(holds, budget=budget, month=NOVEMBER, now=NOW)
