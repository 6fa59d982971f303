"""What a delivery is given up for: that it was tried as its schedule says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from common.delivery import endpoints
from tests.delivering.crowds import order_crowd
from tests.delivering.platform import FAILING, OK, UNREACHABLE
from tests.delivering.world import APP, World

_HIDE = "action:hide"
_SHORT = (2.0, 5.0)
_DAY = 86_400.0


@pytest.fixture
def world() -> Iterator[World]:
    made = World(retry_delays=_SHORT)
    yield made
    made.close()


async def _away(world: World, seconds: float) -> None:
    """No process of Gavel runs, and no message is handed over."""
    for number in range(2):
        await world.kill(number)
    end = world.loop.time() + seconds
    while world.loop.time() < end:
        await world._wait(end - world.loop.time())


def _states(world: World) -> set[str]:
    return {each["state"] for each in world.run(world.deliveries())}


@pytest.mark.parametrize("seconds", [60.0, 4 * _DAY])
def test_nothing_dies_because_gavel_was_away(world: World, seconds: float) -> None:
    async def run() -> None:
        await order_crowd(world, "hide", range(30))
        await _away(world, seconds)
        world.platform.answers[_HIDE] = FAILING
        await world.run_for(1.0)
        world.platform.answers[_HIDE] = OK
        assert await world.settle(600.0)

    world.run(run())
    assert _states(world) == {"delivered"}


def test_what_was_held_when_gavel_went_away_is_not_given_up_for_that(world: World) -> None:
    async def run() -> None:
        world.platform.answers[_HIDE] = FAILING
        await order_crowd(world, "hide", range(30))
        await world.run_for(1.0)
        assert any("held" in each for each in await world.deliveries())
        await _away(world, _DAY)
        world.platform.answers[_HIDE] = OK
        assert await world.settle(600.0)

    world.run(run())
    assert _states(world) == {"delivered"}


def test_a_short_outage_of_the_receiver_kills_nothing_of_a_short_schedule(world: World) -> None:
    """The breaker keeps most of it back for longer than the schedule lasts."""

    async def run() -> None:
        world.platform.answers[_HIDE] = FAILING
        await order_crowd(world, "hide", range(60))
        await world.run_for(1.0)
        world.platform.answers[_HIDE] = OK
        assert await world.settle(600.0)

    world.run(run())
    assert _states(world) == {"delivered"}


def test_what_is_given_up_was_tried(world: World) -> None:
    async def run() -> None:
        world.platform.answers[_HIDE] = UNREACHABLE
        await order_crowd(world, "hide", range(60))
        assert await world.settle(3_600.0)

    world.run(run())
    assert _states(world) == {"dead"}
    for delivery in world.run(world.deliveries()):
        assert world.platform.of(delivery["id"])
        assert delivery["reason"]


def test_of_a_disabled_endpoint_what_was_tried_is_given_up_and_the_rest_waits(
    world: World,
) -> None:
    async def run() -> None:
        store = world.store
        world.platform.answers[_HIDE] = FAILING
        await order_crowd(world, "hide", range(1))
        await world.run_for(0.1)
        await endpoints.disable(store, APP, _HIDE, "for a while", world.now)
        await order_crowd(world, "hide", range(1, 3))
        await world.run_for(3 * _DAY)
        world.platform.answers[_HIDE] = OK
        first, *others = await world.deliveries()
        assert first["state"] == "dead" and "for a while" in first["reason"]
        assert [each["state"] for each in others] == ["pending"] * 2
        await endpoints.enable(store, APP, _HIDE, world.now)
        assert await world.settle(_DAY)

    world.run(run())
    assert sorted(each["state"] for each in world.run(world.deliveries())) == [
        "dead",
        "delivered",
        "delivered",
    ]
