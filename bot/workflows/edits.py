"""A version made from another: which pictures go along, the exact words, and the lock over what comes back.

The chain's first version goes along from the second round on: it keeps later rounds from decaying. After some redraws
the next edit is drawn from it alone, with all changes merged (DESIGN 2.4).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain import Abilities, Character, Edited, LockReceipt, Reference, Size, Version
from bot.domain.replies import Edit
from bot.domain.replies import Scope as Wanted
from bot.errors import BadRequest, BotError
from bot.pictures.lock import Locked, Scope, lock
from bot.prompts.edit import Kept, Sources, edit_prompt, rebase_prompt, sending_rank
from bot.prompts.merging import merge_edits
from bot.prompts.references import ImageRole
from bot.workflows.orders import Guide, Sketch, guides_for
from storage.blobs import Blobs

REDRAWS = 4  # in a chain, before the next edit is drawn from its first version again

_SCOPES = {Wanted.LOCAL: Scope.LOCAL, Wanted.GLOBAL: Scope.GLOBAL, Wanted.UNSURE: Scope.AUTO}


def next_edit(edit: Edit, parent: Version, reply: str = "") -> Edited:
    """The edit as a step of the parent's chain."""
    before = parent.edited
    if before is None:
        return Edited(edit, parent.number, edit, parent.id, parent.number, reply=reply)
    is_rebased = before.redraws >= REDRAWS
    return Edited(
        edit=edit,
        base=parent.number,
        merged=merge_edits([before.merged, edit]),
        first_id=before.first_id,
        first=before.first,
        redraws=1 if is_rebased else before.redraws + 1,
        is_rebased=is_rebased,
        reply=reply,
    )


def edit_sketch(
    edited: Edited,
    parent: Version,
    first: Version,
    characters: Sequence[Character],
    references: Sequence[Reference],
    abilities: Abilities,
) -> Sketch:
    """What will be sent, within what the server takes: the picture to edit always comes first."""
    if not (abilities.edits and abilities.references):
        raise BadRequest("This image server cannot edit pictures. Ask for a new picture instead.")
    base, second = (first, parent) if edited.is_rebased else (parent, first)
    has_second = second.id != base.id and abilities.references > 1
    chain = [_guide(base), *([_guide(second)] if has_second else [])]
    guides = sorted(guides_for(characters, references), key=lambda guide: sending_rank(guide.role))
    others = guides[: max(0, abilities.references - len(chain))]
    roles = tuple(ImageRole(guide.label, guide.role) for guide in others)
    number = second.number if has_second else None
    kept = Kept(characters=tuple(characters))
    if edited.is_rebased:
        prompt = rebase_prompt(edited.merged, Sources(base.number, newest=number, others=roles), kept)
    else:
        sources = Sources(base.number, original=number, others=roles)
        prompt = edit_prompt(edited.edit, sources, kept, reply=edited.reply)
    return Sketch(prompt, (*chain, *others), on_sheet=False)


@dataclass(frozen=True)
class Finished:
    """A picture as it is kept."""

    blob: str
    size: Size
    edited: Edited | None = None


async def finished_edit(blobs: Blobs, edited: Edited, base: Guide, answer: bytes, size: Size) -> Finished:
    """The answer with the pixels of `base` (the picture that was edited) wherever nothing was asked to change.

    What the lock cannot read is kept as it came: the change was asked for and is paid.
    """
    asked = edited.merged if edited.is_rebased else edited.edit
    before = await blobs.get(base.blob)
    try:
        done = await asyncio.to_thread(lock, before, answer, _SCOPES[asked.scope])
    except BotError:
        return Finished(await blobs.put(answer), size, replace(edited, lock=LockReceipt(False, "unreadable")))
    receipt = await _kept(blobs, done)
    return Finished(await blobs.put(done.png), base.size if done.is_locked else size, replace(edited, lock=receipt))


async def _kept(blobs: Blobs, done: Locked) -> LockReceipt:
    mask = await blobs.put(done.receipt.mask_png) if done.receipt.mask_png else ""
    change_map = await blobs.put(done.change_map) if done.change_map else ""
    return LockReceipt(done.is_locked, done.why, done.receipt.share_changed, mask, change_map)


def _guide(version: Version) -> Guide:
    return Guide(f"v{version.number}", "previous", version.blob, Size(version.width, version.height))
