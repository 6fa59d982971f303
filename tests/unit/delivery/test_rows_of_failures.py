"""The breaker opens after failures in a row of the answers, whichever process got which."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.delivery.breaker import FAILURES
from common.domain.log import LogEntry
from common.domain.times import nanoseconds
from tests.delivering.crowds import order_crowd
from tests.delivering.platform import FAILING, NOT_FOUND, OK, UNREACHABLE, Answer, Attempt
from tests.delivering.world import World

_HIDE = "action:hide"
_STEPS = 10
"""Of the store, until what an attempt came to is written, where others write as well."""


def _told(log: Sequence[LogEntry]) -> list[LogEntry]:
    return [entry for entry in log if entry["type"] == "endpoint_open"]


def _longest_row(attempts: Sequence[Attempt], at: int, slowness: float) -> int:
    """What had answered just before `at` may not have been written by then, for others to see."""
    unseen, longest, row = at - nanoseconds(_STEPS * slowness), 0, 0
    for attempt in sorted(attempts, key=lambda each: each.ends):
        is_down = attempt.given.status is None or attempt.given.status >= 500
        if not is_down and unseen < attempt.ends <= at:
            continue
        row = row + 1 if is_down else 0
        longest = max(longest, row)
    return longest


def _failures_of(entry: LogEntry) -> int:
    return int(entry["reason"].split()[3])


def _choosing(seed: int, rate: float) -> Iterator[Answer]:
    """Each takes a while, so that answers come in another order than requests go out."""
    rng = random.Random(seed)
    while True:
        one = rng.choice((FAILING, UNREACHABLE)) if rng.random() < rate else OK
        yield Answer(one.status, one.error, rng.uniform(0.01, 0.1), arrives=one.arrives)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1_000), st.sampled_from((0.1, 0.25, 0.4)), st.sampled_from((0.0, 0.02)))
def test_what_fails_now_and_then_does_not_open_it(seed: int, rate: float, slowness: float) -> None:
    world = World(seed=seed, slowness=slowness, retry_delays=(1.0,) * 20)
    answers = _choosing(seed, rate)
    world.platform.choose = lambda: next(answers)
    try:
        world.run(order_crowd(world, "hide", range(150)))
        world.run(world.run_for(4.0))
        opened = _told(world.run(world.log()))
        for entry in opened:
            longest = _longest_row(world.platform.attempts, entry["at"], slowness)
            assert FAILURES <= _failures_of(entry) <= longest
    finally:
        world.close()


@pytest.mark.parametrize("slowness", [0.0, 0.02])
def test_what_fails_all_the_time_opens_it_at_once(slowness: float) -> None:
    """With what two processes have under way and take up meanwhile, and no more."""
    world = World(slowness=slowness)
    world.platform.answers[_HIDE] = FAILING
    try:
        world.run(order_crowd(world, "hide", range(100)))
        world.run(world.run_for(4.0))
        (entry,) = _told(world.run(world.log()))
        assert _failures_of(entry) >= FAILURES
        assert len(world.platform.attempts) <= 4 * 8 + FAILURES
    finally:
        world.close()


@pytest.mark.parametrize("between", [OK, NOT_FOUND])
def test_an_answer_to_another_process_ends_a_row(between: Answer) -> None:
    """Which neither counts nor reads anything for it."""
    world = World()
    results = [FAILING] * (FAILURES - 1) + [between] + [FAILING] * (FAILURES - 1)
    try:
        for number, answer in enumerate([*results, FAILING]):
            world.platform.answers[_HIDE] = answer
            before = len(world.platform.attempts)
            world.run(order_crowd(world, "hide", [number]))
            (message,) = world.waiting.due()
            # All that fail are of one process, and what is answered of the other.
            world.deliver(message, number=answer is between)
            world.run(world.rest())
            world.run(world._wait(0.1))
            # The next attempt is told of before the endpoint has learnt.
            world.run(world.rest())
            world.waiting.messages.clear()
            assert len(world.platform.attempts) == before + 1
            opened = _told(world.run(world.log()))
            assert bool(opened) is (number == len(results))
    finally:
        world.close()
