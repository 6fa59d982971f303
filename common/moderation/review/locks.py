"""Locks: items that are one moderator's until a time, so that no two work on the same.

A lock keeps nobody from deciding; a decision ends it.
"""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.item import Item, end_lock, is_queued, item_key
from common.domain.item_locks import has_skipped, lock_fields, locker_of
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.filtering.paging import Asked
from common.moderation.filtering.scanning import Scan
from common.moderation.review.scanning import scan_of
from common.store.deciding import until_committed
from common.store.store import Update
from common.store.unit_of_work import UnitOfWork

MOST_LOCKED = 25


@dataclass(frozen=True, slots=True)
class Claim:
    """`count` items for `length` nanoseconds."""

    moderator: str
    count: int
    length: int


async def lock(
    context: Context, app: str, asked: Asked, claim: Claim, now: int
) -> tuple[list[Item], str | None]:
    """The items that are the moderator's then, and where to go on. What the moderator had already
    is had longer.
    """
    found = await scan_of(context, app, asked)
    scan = found.narrowed(lambda item: _is_free(item, claim.moderator, now))
    taken: list[Item] = []
    cursor: str | None = None
    while len(taken) < claim.count:
        items, cursor = await scan.run(claim.count - len(taken), cursor)
        for item in items:
            held = await _take(context, app, item["id"], scan, claim, now)
            taken += [held] if held is not None else []
        if cursor is None or not items:
            break
    return taken, cursor


def _is_free(item: Item, moderator: str, now: int) -> bool:
    if locker_of(item, now) == moderator:
        return True
    return not locker_of(item, now) and not has_skipped(item, moderator, now)


async def _take(
    context: Context, app: str, id: str, scan: Scan[Item], claim: Claim, now: int
) -> Item | None:
    """None where another was faster."""
    key = item_key(app, id)

    async def attempt() -> Item | None:
        (found,) = await context.store.get([key])
        if found is None or not is_queued(found.data) or not scan.matches(found.data):
            return None
        fields = lock_fields(claim.moderator, now + claim.length)
        await context.store.commit([Update(key, set=fields, version=found.version, read=found)])
        return {**found.data, **fields}

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def unlock(context: Context, app: str, item: Item, moderator: str) -> Item:
    """The item as it is then: nothing changes where it is not the moderator's."""
    if item.get("locked_by") != moderator:
        return item
    key = item_key(app, item["id"])

    async def attempt() -> Item:
        unit = UnitOfWork(context.store)
        held = await unit.get(key)
        if held is None or held.get("locked_by") != moderator:
            return held or item
        end_lock(held)
        await unit.commit()
        return held

    return await until_committed(attempt, ATTEMPTS, too_busy())
