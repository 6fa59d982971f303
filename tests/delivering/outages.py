"""What becomes of enforcements while their receiver is down for a while."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.delivering.crowds import order_crowd
from tests.delivering.platform import OK, UNREACHABLE
from tests.delivering.world import World

_ACTION = "hide"
_ENDPOINT = f"action:{_ACTION}"
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
    await order_crowd(world, _ACTION, range(deliveries))
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
