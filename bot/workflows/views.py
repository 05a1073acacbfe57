"""Puts together what people see of a set, from what is stored right now."""

import hashlib
from collections.abc import Sequence

from bot.domain import (
    CardView,
    Character,
    Estimate,
    Kind,
    Place,
    Plan,
    Reference,
    SetRequest,
    SetState,
    SetView,
    Shot,
    ShotSet,
    ShotState,
    ShotView,
    Version,
)
from bot.money.budgets import left, month_of
from bot.providers import Catalogue, ImageProvider
from bot.workflows.orders import SHEET_SIZE, prices_of_set, total_of
from storage.clock import Clock, utc_now
from storage.store import Store


class Views:
    """`budget` is a person's month in micro-USD, None without one; `draft_quality` prices the Draft button."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        images: ImageProvider,
        budget: int | None,
        draft_quality: str,
        clock: Clock = utc_now,
    ) -> None:
        self._store, self._catalogue, self._images = store, catalogue, images
        self._budget, self._draft_quality, self._clock = budget, draft_quality, clock

    async def state_of(self, set_id: str) -> SetState:
        return await self._store.sets.state_of(set_id)

    async def of_set(self, set_id: str) -> SetView:
        """The set as it is now. Before there is a plan nothing else is looked up: many may be asking at once."""
        store = self._store
        async with store.moment():
            shot_set = await store.sets.get_set(set_id)
            if shot_set.state is SetState.ASKED:
                return SetView(shot_set)
            shots = await store.shots.get_shots(set_id)
            versions = await store.versions.versions_of(set_id)
            characters = tuple(await store.cast.get_characters(shot_set.request.cast))
            spent = await store.ledger.set_total(set_id)
            month_spent, left_in_month = await self._month(shot_set)
            current, newest = await self._sheets(shot_set, versions)
        return SetView(
            shot_set=shot_set,
            characters=characters,
            shots=tuple(self._shot_view(shot, versions) for shot in shots),
            estimate=self.price(shot_set, shots, characters, shot_set.quality),
            draft_estimate=self._draft_price(shot_set, shots, characters),
            spent=spent,
            month_spent=month_spent,
            left=left_in_month,
            seconds=self._seconds(shot_set),
            sheet_file_id=current or newest,
            is_sheet_current=current is not None,
            sheet_alt=sheet_alt(shot_set, shots),
        )

    async def _month(self, shot_set: ShotSet) -> tuple[int, int | None]:
        """The asker's month, spent and left; told beside a price that waits for their word."""
        if shot_set.state is not SetState.WAITING:
            return 0, None
        month = month_of(self._clock())
        spent, held = await self._store.ledger.person(shot_set.place.workspace, shot_set.asked_by, month)
        return spent, left(self._budget, spent, held)

    async def _sheets(self, shot_set: ShotSet, versions: list[Version]) -> tuple[str | None, str | None]:
        """Slack's copies of the contact sheet of these pictures, and of the newest there is."""
        if not versions:
            return None, None
        workspace, posts = shot_set.place.workspace, self._store.posts
        current = await posts.find_file(workspace, sheet_key(shot_set, on_sheet(shot_set, versions)))
        return current, current or await posts.find_file(workspace, newest_sheet_key(shot_set))

    async def of_card(self, version_id: str, post_id: str) -> CardView:
        """A version as its card shows it."""
        async with self._store.moment():
            version = await self._store.versions.get_version(version_id)
            shot_set = await self._store.sets.get_set(version.set_id)
            shots = await self._store.shots.get_shots(version.set_id)
            versions = await self._store.versions.versions_of(version.set_id)
            characters = tuple(await self._store.cast.get_characters(shot_set.request.cast))
        return CardView(
            post_id=post_id,
            shot_set=shot_set,
            shot=next(shot for shot in shots if shot.id == version.shot_id),
            version=version,
            versions_in_shot=sum(1 for other in versions if other.shot_id == version.shot_id),
            shots_in_set=len(shots),
            characters=characters,
        )

    async def estimate_of(self, set_id: str) -> Estimate | None:
        """What the set will cost, as `of_set` says it."""
        async with self._store.moment():
            shot_set = await self._store.sets.get_set(set_id)
            shots = await self._store.shots.get_shots(set_id)
            characters = tuple(await self._store.cast.get_characters(shot_set.request.cast))
        return self.price(shot_set, shots, characters, shot_set.quality)

    def price(
        self, shot_set: ShotSet, shots: list[Shot], characters: tuple[Character, ...], quality: str
    ) -> Estimate | None:
        """All of the set's calls; None until it is planned."""
        if not shots:
            return None
        model = self._catalogue.get(shot_set.request.model)
        prices = prices_of_set(shot_set, shots, characters, model, self._images.abilities(model), quality)
        takes = shot_set.request.count if shot_set.request.kind is Kind.VARIANTS else 1
        return total_of(prices.values(), takes)

    def price_of_plan(
        self, request: SetRequest, plan: Plan, characters: tuple[Character, ...], quality: str
    ) -> Estimate | None:
        """A set that nobody has asked for yet; files that would come along count at the cap of input tokens."""
        now = self._clock()
        files = tuple(
            Reference(file.id, "", request.files_role, file.name, SHEET_SIZE.width, SHEET_SIZE.height)
            for file in request.files
        )
        unasked = ShotSet(
            id="",
            session_id="",
            place=Place("", ""),
            asked_by="",
            request=request,
            title=plan.title,
            style=plan.style,
            quality=quality,
            state=SetState.ASKED,
            created=now,
            references=files,
        )
        planned = ShotState.PLANNED
        shots = [Shot(str(each.number), "", each.number, each.title, each.scene, planned) for each in plan.shots]
        return self.price(unasked, shots, characters, quality)

    def _draft_price(self, shot_set: ShotSet, shots: list[Shot], characters: tuple[Character, ...]) -> Estimate | None:
        model = self._catalogue.get(shot_set.request.model)
        draft = self._draft_quality
        if shot_set.state is not SetState.WAITING or draft == shot_set.quality or draft not in model.qualities:
            return None
        return self.price(shot_set, shots, characters, draft)

    def _shot_view(self, shot: Shot, versions: list[Version]) -> ShotView:
        seconds = None
        if shot.started and shot.state is not ShotState.QUEUED:
            seconds = ((shot.ended or self._clock()) - shot.started).total_seconds()
        return ShotView(shot, tuple(version for version in versions if version.shot_id == shot.id), seconds)

    def _seconds(self, shot_set: ShotSet) -> float | None:
        if not shot_set.started:
            return None
        return ((shot_set.ended or self._clock()) - shot_set.started).total_seconds()


def on_sheet(shot_set: ShotSet, versions: Sequence[Version]) -> list[Version]:
    """What the contact sheet shows: the newest version of each shot; of takes, every one."""
    if shot_set.request.kind is not Kind.SCENES:
        return list(versions)
    return list({version.shot_id: version for version in versions}.values())


def sheet_key(shot_set: ShotSet, versions: Sequence[Version]) -> str:
    """The contact sheet of exactly these pictures."""
    digest = hashlib.sha256("|".join(version.id for version in versions).encode()).hexdigest()
    return f"sheet:{shot_set.id}:{digest[:16]}"


def newest_sheet_key(shot_set: ShotSet) -> str:
    """The sheet that was made last, whatever it shows: better than none while the next is being made."""
    return f"sheet:{shot_set.id}"


def sheet_alt(shot_set: ShotSet, shots: list[Shot]) -> str:
    """What somebody who cannot see the contact sheet hears."""
    if shot_set.request.kind is Kind.SCENES:
        listed = "; ".join(f"#{shot.number} {shot.title}" for shot in shots)
        return f"Contact sheet of {shot_set.title}: {listed}"[:1000]
    return f"Contact sheet of {shot_set.title}"[:1000]
