"""The queue on disk while the machine's clock is set back."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from common.queue.sqlite.queue import Leased, SqliteQueue
from tests.messages import Raw

from .helpers import run

HOUR = 3600.0
_DAY = 24 * HOUR


class Clock:
    def __init__(self) -> None:
        self._real = time.time_ns
        self.ahead = 0.0

    def __call__(self) -> int:
        return self._real() + int(self.ahead * 1e9)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time_ns", clock)
    return clock


async def _leased(queue: SqliteQueue) -> list[int]:
    """Which are ready now; they are done with then."""
    leased: list[Leased] = await queue.lease(["t"], 10, 60.0)
    for each in leased:
        await queue.ack(each.id)
    return sorted(each.message["n"] for each in leased)


@pytest.mark.parametrize("by", [HOUR, 400 * _DAY])
def test_what_was_published_before_does_not_wait_for_it(
    queue: SqliteQueue, clock: Clock, by: float
) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        await queue.publish(Raw("t", {"n": 2}), delay=0.3)
        await queue.publish(Raw("t", {"n": 3}), delay=HOUR)
        clock.ahead = -by
        assert await _leased(queue) == [1]
        await asyncio.sleep(0.4)
        assert await _leased(queue) == [2]
        await queue.publish(Raw("t", {"n": 4}))
        assert await _leased(queue) == [4]
        clock.ahead = HOUR - by
        assert await _leased(queue) == [3]

    run(scenario())


def test_what_is_published_by_one_that_has_not_noticed_does_not_wait_either(
    queue: SqliteQueue, clock: Clock
) -> None:
    """It read the time before, and writes it after the one that leases has noticed."""

    async def scenario() -> None:
        await _leased(queue)
        clock.ahead = -HOUR
        assert await _leased(queue) == []
        clock.ahead = 0.0
        await queue.publish(Raw("t", {"n": 1}))
        clock.ahead = -HOUR
        assert await _leased(queue) == [1]

    run(scenario())


def test_what_was_leased_and_failed_does_not_wait(queue: SqliteQueue, clock: Clock) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        clock.ahead = 2 * HOUR
        [leased] = await queue.lease(["t"], 10, 60.0)
        await queue.release(leased.id, 10.0)
        clock.ahead = HOUR
        assert await _leased(queue) == [1]

    run(scenario())


def test_a_worker_that_starts_after_it_finds_what_waits(tmp_path: Path, clock: Clock) -> None:
    async def publish() -> None:
        queue = SqliteQueue(tmp_path / "store.db")
        await queue.publish(Raw("t", {"n": 1}))
        queue.close()

    async def start() -> None:
        queue = SqliteQueue(tmp_path / "store.db")
        await queue.reclaim()
        assert await _leased(queue) == [1]
        queue.close()

    run(publish())
    clock.ahead = -HOUR
    run(start())


def test_a_clock_that_is_set_forward_changes_no_order(queue: SqliteQueue, clock: Clock) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}), delay=2 * HOUR)
        clock.ahead = HOUR
        assert await _leased(queue) == []
        clock.ahead = 2 * HOUR + 1
        assert await _leased(queue) == [1]

    run(scenario())
