"""How a version came from the one before it: what was asked, what the chain has asked so far, the lock's receipt."""

from dataclasses import dataclass

from bot.domain.replies import Edit


@dataclass(frozen=True)
class LockReceipt:
    """`why` the lock was left off, a word of `bot.pictures.lock.Why`, or None. `share` of the picture in percent.

    Blobs: `mask` is white where the version may differ from its parent, `change_map` is for Compare; empty without.
    """

    is_locked: bool
    why: str | None = None
    share: float = 0.0
    mask: str = ""
    change_map: str = ""


@dataclass(frozen=True)
class Edited:
    """`base` is the number of the version that was changed. `merged` has all changes since the chain's first version.

    `redraws` counts how often the model has drawn since that one: a rebase, which draws from it, begins again at 1.
    `reply` is all that the person wrote.
    """

    edit: Edit
    base: int
    merged: Edit
    first_id: str
    first: int
    redraws: int = 1
    is_rebased: bool = False
    lock: LockReceipt | None = None
    reply: str = ""
