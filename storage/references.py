"""The pictures that guide: of a set, or of a character."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Table, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import Reference, Role


async def replace_references(
    db: AsyncConnection, table: Table, workspace: str, owner_id: str, references: Sequence[Reference]
) -> None:
    owner = _owner(table)
    await db.execute(delete(table).where(table.c[owner] == owner_id))
    rows = [
        vars(reference) | {owner: owner_id, "workspace": workspace, "position": position}
        for position, reference in enumerate(references)
    ]
    if rows:
        await db.execute(insert(table), rows)


async def references_of(
    db: AsyncConnection, table: Table, owner_ids: Collection[str]
) -> dict[str, tuple[Reference, ...]]:
    """The references of several owners, each in order; empty where there are none."""
    if not owner_ids:
        return {}
    owner = table.c[_owner(table)]
    found: dict[str, list[Reference]] = defaultdict(list)
    for row in await db.execute(_of_owners(table), {"owners": list(owner_ids)}):
        found[row._mapping[owner]].append(_reference_from(row))
    return {owner_id: tuple(found[owner_id]) for owner_id in owner_ids}


@cache
def _of_owners(table: Table) -> Select[Any]:
    owner = table.c[_owner(table)]
    mine = select(table).where(owner.in_(bindparam("owners", expanding=True)))
    return mine.order_by(owner, table.c.position)


def _owner(table: Table) -> str:
    return "set_id" if "set_id" in table.c else "character_id"


def _reference_from(row: Row[Any]) -> Reference:
    return Reference(
        id=row.id,
        blob=row.blob,
        role=Role(row.role),
        label=row.label,
        width=row.width,
        height=row.height,
        file_id=row.file_id,
        note=row.note,
    )
