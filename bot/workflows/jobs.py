"""One paid call as the engine remembers it: ids only, so that it can be made again after a crash."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.domain import Edited, Kind, Shot, ShotSet, Version
from storage.codec import to_json


@dataclass(frozen=True)
class Job:
    """Draw `pictures` of a shot, with the anchor and (in a chain) the previous picture as references.

    `take` tells apart several calls for one shot in one iteration. `user` is who asked, and pays. `instead_of` is the
    id of the message that the first picture's card replaces (the one that said that the shot had failed). With
    `parent_id` that version is edited; `edited` (JSON) says how. `scene` and `size` (in words) are for a shot that is
    drawn again otherwise than it was planned.
    """

    iteration_id: str
    set_id: str
    shot_id: str
    number: int
    user: str
    pictures: int = 1
    take: int = 0
    anchor_id: str | None = None
    previous_id: str | None = None
    is_redo: bool = False
    instead_of: str = ""
    parent_id: str | None = None
    edited: dict[str, Any] | None = None
    scene: str = ""
    size: str = ""

    @property
    def call_id(self) -> str:
        return f"{self.iteration_id}:{self.number}:{self.take}"

    def post_id(self, index: int = 0) -> str:
        """The id of the message that will show the call's picture `index`."""
        return self.instead_of if self.instead_of and index == 0 else f"card:{self.call_id}:{index}"

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Job":
        return cls(**values)


def jobs_for(shot_set: ShotSet, shots: Sequence[Shot], *, takes_in_one_call: bool) -> list[Job]:
    """The calls of a new set, in order; takes of one prompt are one call where the server has `n`."""
    jobs = [Job(shot_set.id, shot_set.id, shot.id, shot.number, shot_set.asked_by) for shot in shots]
    if shot_set.request.kind is not Kind.VARIANTS:
        return jobs
    count = shot_set.request.count
    if takes_in_one_call:
        return [replace(job, pictures=count) for job in jobs]
    return [replace(job, take=take) for job in jobs for take in range(count)]


def missing_takes(job: Job, drawn: int, next_take: int) -> list[Job]:
    """Calls for what a server without `n` has left out."""
    return [replace(job, pictures=1, take=next_take + index) for index in range(job.pictures - drawn)]


def job_again(
    iteration_id: str,
    shot_set: ShotSet,
    shot: Shot,
    versions: Sequence[Version],
    user: str,
    takes: int = 1,
    *,
    of: Version | None = None,
) -> Job:
    """Draw a shot once more: from the same references, or, where `of` was an edit, as that edit of the same parent."""
    job = Job(iteration_id, shot_set.id, shot.id, shot.number, user, pictures=takes, is_redo=True)
    if of and of.edited and of.parent_id:
        return replace(job, parent_id=of.parent_id, edited=to_json(replace(of.edited, lock=None)))
    anchor = _anchor(shot_set, shot, versions)
    return replace(job, anchor_id=anchor.id if anchor else None)


def job_of_edit(iteration_id: str, shot_set: ShotSet, parent: Version, number: int, user: str, edited: Edited) -> Job:
    """Make a version from `parent`."""
    job = Job(iteration_id, shot_set.id, parent.shot_id, number, user, is_redo=True)
    return replace(job, parent_id=parent.id, edited=to_json(edited))


def _anchor(shot_set: ShotSet, shot: Shot, versions: Sequence[Version]) -> Version | None:
    """What the shot took as its anchor: the set's first picture, unless that is the shot itself."""
    if shot_set.request.kind is not Kind.SCENES:
        return None
    first = next((version for version in versions if version.iteration_id == shot_set.id), None)
    return first if first and first.shot_id != shot.id else None
