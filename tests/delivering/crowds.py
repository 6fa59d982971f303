"""Many deliveries of one action at once, each about a subject of its own."""

from __future__ import annotations

from collections.abc import Iterable

from common.delivery.outbox import Outbox, action_order
from common.domain.ids import derived_id
from common.domain.item import item_id
from common.store.unit_of_work import UnitOfWork
from tests.delivering.world import ACTIONS, APP, World

_BATCH = 20


async def order_crowd(world: World, action: str, numbers: Iterable[int]) -> None:
    """The same numbers name the same deliveries."""
    left = [*numbers]
    while left:
        await _order(world, action, left[:_BATCH])
        del left[:_BATCH]


async def _order(world: World, action: str, numbers: Iterable[int]) -> None:
    unit = UnitOfWork(world.process().context.store)
    outbox = Outbox(unit, APP, world.now)
    for number in numbers:
        about = item_id(APP, "post", f"{action} {number}")
        id = derived_id("crowd", action, str(number))
        data = {"post_id": str(number)}
        await outbox.add(action_order(ACTIONS[action], id, about, "ada", data, {}))
    await unit.commit()
