from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from common.queue.queue import QueueError
from common.queue.sqlite.queue import SqliteQueue
from tests.messages import Raw

from .helpers import run

FOREVER = 60.0


async def lease_one(queue: SqliteQueue, seconds: float = FOREVER) -> tuple[int, int]:
    """Its id and attempts."""
    [leased] = await queue.lease(["t"], 10, seconds)
    return leased.id, leased.attempts


def test_a_published_message_is_leased_as_it_was(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        before = time.time_ns()
        await queue.publish(Raw("t", {"n": 2**62, "text": "漢字", "list": [1, None]}))
        [leased] = await queue.lease(["t"], 10, FOREVER)
        assert leased.topic == "t"
        assert leased.message == {"n": 2**62, "text": "漢字", "list": [1, None]}
        assert leased.attempts == 1
        assert before <= leased.published_at <= time.time_ns()

    run(scenario())


def test_an_empty_or_impossible_message_is_refused(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        for message in ({}, {"bad": object()}):
            with pytest.raises(ValueError):
                await queue.publish(Raw("t", message))
        assert await queue.depth() == {}

    run(scenario())


def test_a_leased_message_is_nobody_elses(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        assert await queue.ready(["t"])
        await lease_one(queue)
        assert not await queue.ready(["t"])
        assert await queue.lease(["t"], 10, FOREVER) == []

    run(scenario())


def test_only_the_topics_asked_for_are_leased(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        for topic in "abc":
            await queue.publish(Raw(topic, {"topic": topic}))
        leased = await queue.lease(["c", "a"], 10, FOREVER)
        assert [message.topic for message in leased] == ["c", "a"]
        assert await queue.ready(["a", "b"])
        assert await queue.lease([], 10, FOREVER) == []

    run(scenario())


def test_no_more_than_the_limit_is_leased(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        for n in range(5):
            await queue.publish(Raw("t" if n % 2 else "u", {"n": n}))
        sizes = [len(await queue.lease(["t", "u"], 2, FOREVER)) for _ in range(4)]
        assert sizes == [2, 2, 1, 0]

    run(scenario())


def test_an_acked_message_is_gone(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        id, _ = await lease_one(queue, 0.0)
        await queue.ack(id)
        await queue.ack(id)
        assert await queue.lease(["t"], 10, FOREVER) == []
        assert await queue.depth() == {}

    run(scenario())


def test_a_late_ack_never_hits_a_newer_message(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        id, _ = await lease_one(queue)
        await queue.ack(id)
        await queue.publish(Raw("t", {"n": 2}))
        await queue.ack(id)
        assert await queue.depth() == {"t": 1}

    run(scenario())


def test_a_delayed_message_waits(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}), delay=0.1)
        assert await queue.lease(["t"], 10, FOREVER) == []
        await asyncio.sleep(0.12)
        await lease_one(queue)

    run(scenario())


def test_an_expired_lease_is_leased_again_and_counted(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        first = await lease_one(queue, 0.05)
        assert await queue.lease(["t"], 10, FOREVER) == []
        await asyncio.sleep(0.07)
        second = await lease_one(queue)
        assert second == (first[0], 2)

    run(scenario())


def test_a_released_message_comes_back_after_its_delay(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        id, _ = await lease_one(queue)
        await queue.release(id, 0.05)
        assert not await queue.ready(["t"])
        await asyncio.sleep(0.07)
        assert await lease_one(queue) == (id, 2)
        await queue.release(id)
        assert await lease_one(queue) == (id, 3)

    run(scenario())


def test_a_buried_message_is_shown_and_not_delivered(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        for n in range(3):
            await queue.publish(Raw("t", {"n": n}))
        for leased in await queue.lease(["t"], 10, 0.0):
            await queue.bury(leased.id, f"reason {leased.message['n']}")
            await queue.release(leased.id)
        assert await queue.lease(["t"], 10, FOREVER) == []
        assert await queue.depth() == {}
        dead = await queue.dead(2)
        assert [(d.message["n"], d.reason, d.attempts) for d in dead] == [
            (2, "reason 2", 1),
            (1, "reason 1", 1),
        ]

    run(scenario())


def test_a_revived_message_starts_afresh(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        id, _ = await lease_one(queue)
        await queue.bury(id, "poison")
        assert await queue.revive(id)
        assert not await queue.revive(id)
        assert await queue.dead(10) == []
        assert await lease_one(queue) == (id, 1)

    run(scenario())


def test_depth_counts_what_is_not_done(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        await queue.publish(Raw("t", {"n": 2}), delay=FOREVER)
        await queue.publish(Raw("u", {"n": 3}))
        await lease_one(queue)
        assert await queue.depth() == {"t": 2, "u": 1}

    run(scenario())


def test_concurrent_leasers_never_share_a_message(open_queue: Callable[[], SqliteQueue]) -> None:
    queues = [open_queue(), open_queue()]

    async def drain(queue: SqliteQueue) -> list[int]:
        got: list[int] = []
        while leased := await queue.lease(["t"], 3, FOREVER):
            got += [message.message["n"] for message in leased]
            await asyncio.gather(*[queue.ack(message.id) for message in leased])
        return got

    async def scenario() -> None:
        await asyncio.gather(*[queues[n % 2].publish(Raw("t", {"n": n})) for n in range(200)])
        drained = await asyncio.gather(*[drain(queues[n % 2]) for n in range(6)])
        assert sorted(n for got in drained for n in got) == list(range(200))

    run(scenario())
    for queue in queues:
        queue.close()


def test_messages_survive_reopening(open_queue: Callable[[], SqliteQueue]) -> None:
    first = open_queue()
    run(first.publish(Raw("t", {"n": 1})))
    first.close()
    second = open_queue()
    run(lease_one(second))
    second.close()


def test_a_closed_queue_refuses(open_queue: Callable[[], SqliteQueue]) -> None:
    queue = open_queue()
    queue.close()
    with pytest.raises(QueueError):
        run(queue.publish(Raw("t", {"n": 1})))
    with pytest.raises(QueueError):
        run(queue.lease(["t"], 1, FOREVER))


def test_reclaim_ends_leases_and_leaves_delayed_messages_alone(queue: SqliteQueue) -> None:
    async def scenario() -> None:
        await queue.publish(Raw("t", {"n": 1}))
        await queue.publish(Raw("t", {"n": 2}), delay=FOREVER)
        await lease_one(queue)
        assert await queue.reclaim() == 1
        assert (await queue.lease(["t"], 10, FOREVER))[0].message == {"n": 1}

    run(scenario())
