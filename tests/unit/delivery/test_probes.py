"""Probes: deliveries that go out to see whether their endpoint is back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from common.domain.action import action_key
from common.domain.delivery import Delivery
from common.store.store import Delete
from tests.delivering.platform import FAILING, NOT_FOUND, OK, REFUSED, Answer
from tests.delivering.world import APP, World

_HIDE = "action:hide"
_DELAYS = (1.0, 2.0, 3.0, 4.0, 3600.0, 7200.0)


@pytest.fixture
def world() -> Iterator[World]:
    made = World(retry_delays=_DELAYS)
    yield made
    made.close()


def _failed_until_open(world: World) -> Delivery:
    world.platform.answers[_HIDE] = FAILING
    assert world.run(world.order("hide", "ada", "post-1"))
    world.run(world.run_for(60.0))
    (delivery,) = world.run(world.deliveries())
    assert delivery["counted"] == 5
    endpoint = world.run(world.endpoint("hide"))
    assert endpoint is not None and "opened_at" in endpoint
    return delivery


def test_a_probe_uses_up_nothing(world: World) -> None:
    _failed_until_open(world)
    world.run(world.run_for(3_700.0))
    (delivery,) = world.run(world.deliveries())
    assert delivery["counted"] == 5
    assert len(world.platform.attempts) > 10


def test_the_first_that_gets_through_closes_it(world: World) -> None:
    _failed_until_open(world)
    world.run(world.run_for(3_700.0))
    world.platform.answers[_HIDE] = OK
    world.run(world.run_for(310.0))
    assert world.run(world.open_deliveries()) == []
    endpoint = world.run(world.endpoint("hide"))
    assert endpoint is not None and (endpoint["failures"], "open_until" in endpoint) == (0, False)
    assert "endpoint_closed" in {entry["type"] for entry in world.run(world.log())}


@pytest.mark.parametrize("answer", [NOT_FOUND, REFUSED])
def test_a_probe_that_fails_by_itself_is_an_attempt_like_any_other(
    world: World, answer: Answer
) -> None:
    """Otherwise what can never be sent would be tried for days, each minute."""
    _failed_until_open(world)
    world.platform.answers[_HIDE] = answer
    assert world.run(world.settle(4 * 3600.0))
    (delivery,) = world.run(world.deliveries())
    assert (delivery["state"], delivery["counted"]) == ("dead", 6)


def test_what_has_lost_its_action_ends_as_dead(world: World) -> None:
    _failed_until_open(world)
    world.run(world.store.commit([Delete(action_key(APP, "hide"))]))
    assert world.run(world.settle(4 * 3600.0))
    (delivery,) = world.run(world.deliveries())
    assert delivery["state"] == "dead"
    assert "does not exist any more" in delivery["reason"]
