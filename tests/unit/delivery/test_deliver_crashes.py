"""A process dies at each step of a story in turn, and the story still ends as it should."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from common.domain.endpoint import action_endpoint
from common.domain.times import SECOND
from tests.delivering.invariants import Watcher, chain_faults, ending_faults
from tests.delivering.platform import FAILING, OK, SLOW, UNREACHABLE, Answer
from tests.delivering.world import ACTIONS, World

DELAYS = (2.0, 5.0, 20.0, 60.0, 200.0, 400.0)
_HOUR = 3600.0
Story = Callable[[World], Awaitable[None]]


def _answer(world: World, answer: Answer, *actions: str) -> None:
    for action in actions or ACTIONS:
        world.platform.answers[action_endpoint(action)] = answer


async def _ordered(world: World, action: str, user: str, post: str | None = None) -> None:
    """By a caller that asks again until it is answered."""
    while not await world.order(action, user, post):
        pass


async def undone_while_it_fails(world: World) -> None:
    _answer(world, FAILING, "ban")
    await _ordered(world, "ban", "ada")
    await world.run_for(20.0)
    await _ordered(world, "unban", "ada")
    await world.run_for(30.0)
    _answer(world, OK, "ban")


async def undone_while_it_is_sent(world: World) -> None:
    _answer(world, SLOW, "ban")
    await _ordered(world, "ban", "ada")
    await world.run_for(2.0)
    await _ordered(world, "unban", "ada")
    await world.run_for(20.0)


async def several_on_one_subject(world: World) -> None:
    _answer(world, UNREACHABLE)
    for action in ("warn", "ban", "unban", "warn"):
        await _ordered(world, action, "ada")
        await world.run_for(2.0)
    await world.run_for(60.0)
    _answer(world, OK)


async def the_breaker_opens(world: World) -> None:
    _answer(world, FAILING, "hide")
    for post in ("post-1", "post-2", "post-3"):
        await _ordered(world, "hide", "ada", post)
    await world.run_for(80.0)
    assert await world.endpoint("hide") is not None
    _answer(world, OK, "hide")


STORIES = (
    undone_while_it_fails,
    undone_while_it_is_sent,
    several_on_one_subject,
    the_breaker_opens,
)


def _tell(story: Story, after: int | None) -> World:
    world = World(seed=1, retry_delays=DELAYS)
    watcher = Watcher(world)
    world.faults.after = after

    async def run() -> None:
        await story(world)
        assert await world.settle(3 * _HOUR)
        assert not watcher.wrong, watcher.wrong
        assert await chain_faults(world) == []
        assert await ending_faults(world, retries=0, lives=world.deaths) == []
        last = {each["lane"]: each["state"] for each in await world.deliveries()}
        assert set(last.values()) == {"delivered"}, last

    try:
        world.run(run())
    finally:
        world.close()
    return world


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_crash_at_any_step_changes_nothing(story: Story) -> None:
    steps = _tell(story, None).faults.steps
    assert steps >= 20
    for step in range(steps):
        world = _tell(story, step)
        assert world.faults.after is None, f"step {step} was not reached"


@pytest.mark.parametrize("answer", [OK, FAILING])
@pytest.mark.parametrize("hundredths", range(1, 60, 3))
def test_who_is_told_to_stop_leaves_no_claim(answer: Answer, hundredths: int) -> None:
    """At any moment: while it claims, sends and settles."""
    world = World(seed=1, retry_delays=DELAYS, slowness=0.1)
    _answer(world, answer)

    async def run() -> None:
        assert await world.order("ban", "ada")
        (message,) = world.waiting.due()
        world.deliver(message)
        await asyncio.sleep(hundredths / 100)
        await world.stop(0)
        (delivery,) = await world.deliveries()
        assert "sending" not in delivery
        if delivery["state"] == "pending":
            assert delivery["next_attempt_at"] <= world.now + int(DELAYS[0] * SECOND)

    try:
        world.run(run())
    finally:
        world.close()
