"""Views to show, made of plain domain objects: each function gives a valid one, and takes what should differ."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain import (
    CardView,
    Character,
    CharacterState,
    Estimate,
    Kind,
    MonthSpend,
    Place,
    Reference,
    Role,
    SetRequest,
    SetState,
    SetView,
    Shot,
    ShotSet,
    ShotState,
    ShotView,
    Size,
    SpendLine,
    SpendReport,
    Version,
    Visibility,
)

NOVEMBER = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FILE = "F0123456789"


def a_character(name: str = "maya", **more: Any) -> Character:
    photo = Reference("ref1", "ab" * 32, Role.CHARACTER, "photo.png", 1024, 1024, FILE)
    character = Character(
        id=f"char-{name[:20]}",
        workspace="T1",
        name=name,
        description="Woman of about 30, freckles, yellow raincoat",
        match=("face", "hair"),
        may_vary=("clothes",),
        owner="U1ANA",
        visibility=Visibility.EVERYONE,
        channel="C1GENERAL",
        state=CharacterState.READY,
        references=(photo,),
    )
    return replace(character, **more)


def a_request(**more: Any) -> SetRequest:
    request = SetRequest(
        brief="Maya opens the robot café",
        kind=Kind.SCENES,
        count=3,
        shots=(),
        cast=("char-maya",),
        style="flat",
        size=Size(1024, 1024),
        quality="medium",
        model="gpt-image-2",
    )
    return replace(request, **more)


def a_set(state: SetState = SetState.WAITING, request: SetRequest | None = None, **more: Any) -> ShotSet:
    shot_set = ShotSet(
        id="T1:C1GENERAL:1763629200.000100",
        session_id="session-1",
        place=Place("T1", "C1GENERAL"),
        asked_by="U1ANA",
        request=request or a_request(),
        title="Maya opens the robot café",
        style="Flat: …",
        quality="medium",
        state=state,
        created=NOVEMBER,
        root_ts="1763629201.000200",
    )
    return replace(shot_set, **more)


def a_version(shot: int = 1, number: int = 1, **more: Any) -> Version:
    version = Version(
        id=f"T1:C1GENERAL:1763629200.000100:{shot}:{number}",
        session_id="session-1",
        set_id="T1:C1GENERAL:1763629200.000100",
        shot_id=f"shot-{shot}",
        number=number,
        parent_id=None,
        iteration_id="T1:C1GENERAL:1763629200.000100",
        blob="ab" * 32,
        width=1024,
        height=1024,
        model="gpt-image-2",
        quality="medium",
        prompt="Purpose:\nOne finished picture.",
        cost=41_036,
        seconds=14.2,
        created=NOVEMBER,
        file_id=FILE,
    )
    return replace(version, **more)


def a_shot(number: int = 1, title: str = "At the espresso machine", **more: Any) -> Shot:
    shot = Shot(f"shot-{number}", "set-1", number, title, f"{title}, steam everywhere", ShotState.PLANNED)
    return replace(shot, **more)


def a_shot_view(number: int = 1, state: ShotState = ShotState.PLANNED, **more: Any) -> ShotView:
    versions = (a_version(number),) if state is ShotState.DRAWN else ()
    return ShotView(a_shot(number, state=state, **more), versions, 14.2 if state is not ShotState.PLANNED else None)


def a_view(state: SetState = SetState.WAITING, shots: tuple[ShotView, ...] | None = None, **more: Any) -> SetView:
    drawn = ShotState.DRAWN if state.is_over else ShotState.PLANNED
    view = SetView(
        shot_set=a_set(state),
        characters=(a_character(),),
        shots=tuple(a_shot_view(number, drawn) for number in (1, 2, 3)) if shots is None else shots,
        estimate=Estimate(130_000, 150_000, 4_000),
        draft_estimate=Estimate(20_000, 25_000, 600),
        spent=123_100 if state.is_over else 0,
        month_spent=1_200_000,
        left=7_100_000,
        seconds=41.0,
    )
    return replace(view, **more)


def a_card(**more: Any) -> CardView:
    card = CardView("card-2-1", a_set(SetState.DRAWING), a_shot(2), a_version(2), 1, 3, (a_character(),))
    return replace(card, **more)


def a_report(**more: Any) -> SpendReport:
    lines = tuple(SpendLine(f"gpt-image-{n}", n + 1, 10_000 * (n + 1)) for n in range(3))
    month = MonthSpend(NOVEMBER, 152_340, 41_000, 0, 5_000_000, 6, lines, lines)
    return SpendReport(replace(month, **more), "Maya opens the robot café", 123_100, 3)
