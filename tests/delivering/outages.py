"""What becomes of enforcements while their receiver is down for a while."""

from __future__ import annotations

import random
from dataclasses import dataclass

from common.delivery.outbox import Outbox, action_order
from common.domain.ids import derived_id
from common.domain.item import item_id
from common.store.unit_of_work import UnitOfWork
from tests.delivering.platform import OK, UNREACHABLE
from tests.delivering.world import ACTIONS, APP, World

_ACTION = "hide"
_ENDPOINT = f"action:{_ACTION}"
_BATCH = 20
_LONG = 3600.0


@dataclass(frozen=True, slots=True)
class Outage:
    """`late` are the seconds from the receiver's return to each arrival; `ended` those from the
    order to the giving up of what did not arrive.
    """

    late: list[float]
    ended: list[float]
    counted: list[int]
    requests: int


def measure(seconds: float, deliveries: int, seed: int) -> Outage:
    """The receiver fails as the deliveries are ordered, and answers from `seconds` later on.

    From an hour on a little more, so that the runs end at different times between two probes.
    """
    world = World(seed=1_000 * seed)
    if seconds >= _LONG:
        seconds += random.Random(seed).uniform(0, world.settings.breaker_seconds[-1])
    # Nothing is lost here, so there is nothing for it to find.
    world.sweep_every = None
    try:
        return world.run(_measured(world, seconds, deliveries))
    finally:
        world.close()


async def _measured(world: World, seconds: float, deliveries: int) -> Outage:
    world.platform.answers[_ENDPOINT] = UNREACHABLE
    began = world.now
    for first in range(0, deliveries, _BATCH):
        await _order(world, range(first, min(first + _BATCH, deliveries)))
    await world.run_for(seconds)
    back = world.now
    world.platform.answers[_ENDPOINT] = OK
    looked = 60.0
    while await world.open_deliveries():
        await world.run_for(looked)
    found = await world.deliveries()
    return Outage(
        [(attempt.ends - back) / 1e9 for attempt in world.platform.arrivals()],
        [(each["closed_at"] - began) / 1e9 for each in found if each["state"] == "dead"],
        [each["counted"] for each in found],
        len(world.platform.attempts),
    )


async def _order(world: World, numbers: range) -> None:
    context = world.process().context
    unit = UnitOfWork(context.store)
    outbox = Outbox(unit, APP, world.now)
    action = ACTIONS[_ACTION]
    for number in numbers:
        about = item_id(APP, "post", str(number))
        id = derived_id("outage", str(number))
        await outbox.add(action_order(action, id, about, "ada", {"post_id": str(number)}, {}))
    await unit.commit()
