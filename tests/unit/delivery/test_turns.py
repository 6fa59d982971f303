"""Of all the messages about what waits, at most one counts, and none is published without need."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from common.delivery.turns import is_its_turn
from common.domain.appeal import appeal_key
from common.domain.approval import approval_key
from common.domain.ban import ban_key
from common.domain.delivery import delivery_key
from common.domain.feed import feed_key, new_feed
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import item_key
from common.domain.queue import new_recount, recount_key
from common.domain.redelivery import redelivery_key
from common.domain.report_verdict import new_verdict, report_verdict_key
from common.domain.rule_group import rule_group_key
from common.domain.spam_string import new_tally, tally_key
from common.domain.task import new_task
from common.moderation.sweeps import KINDS
from common.store.store import Create, Key, Update
from tests.delivering.crowds import order_crowd
from tests.delivering.invariants import message_faults
from tests.delivering.platform import NOT_FOUND, SLOW, Answer
from tests.delivering.world import APP, World
from tests.factories import item, redelivery

_SECOND = 1_000_000_000
_HOUR = 3600.0


@pytest.fixture
def world() -> Iterator[World]:
    made = World(sweep_after=5.0)
    yield made
    made.close()


def _copies(world: World) -> Counter[Any]:
    """The messages that wait, by what they are about."""
    return Counter(
        (message.topic, *sorted((k, v) for k, v in message.body.items() if k != "at"))
        for message in world.waiting.messages
    )


async def _swept_for(world: World, seconds: float) -> None:
    """By a sweep every second, while the queue hands nothing over."""
    for _ in range(int(seconds)):
        world.sweep()
        await asyncio.sleep(1.0)


def test_a_message_counts_for_its_own_turn_alone() -> None:
    now = 100 * _SECOND
    assert is_its_turn(now, now, now)
    assert not is_its_turn(now + 1, now, now)
    assert not is_its_turn(None, now, now)


def test_a_message_of_an_older_release_counts_once_the_time_has_come() -> None:
    now = 100 * _SECOND
    assert is_its_turn(now + _SECOND // 2, 0, now)
    assert not is_its_turn(now + _SECOND, 0, now)


def test_a_clock_that_was_set_back_keeps_no_message_from_counting(world: World) -> None:
    ahead = world.now + int(_HOUR) * _SECOND
    assert is_its_turn(ahead, ahead, world.now)


async def _waiting_documents(world: World) -> dict[str, tuple[Key[Any], str]]:
    """One of each kind that the sweep publishes again, by the field that its turn is in."""
    now = world.now
    post = item(APP, "post", "swept", "ada", now=now)
    post["pending_since"] = now
    task = new_task(APP, post, now)
    job = redelivery("action:hide", now, id="job", kind="redeliver", until=now)
    job["due_at"] = now
    await order_crowd(world, "hide", range(2))
    first, second = (each["id"] for each in await world.deliveries())
    receipt = Update(
        delivery_key(APP, second),
        set={"state": "delivered", "receipt_at": now, "receipts": []},
        remove=("next_attempt_at",),
    )
    follow_up = Update(Key(APP, FOLLOW_UPS, "follow"), set={"due_at": now}, upsert=True)
    recount = Create(recount_key(APP, ""), new_recount("", (), now))
    feed = Create(feed_key(APP), new_feed(30, now))
    tally = Create(tally_key(APP), new_tally(now))
    ban = Update(ban_key(APP, "ada", "", shadow=False), set={"ends_at": now}, upsert=True)
    group = Update(rule_group_key(APP, "raid"), set={"ends_at": now}, upsert=True)
    due = new_verdict("decision", post["id"], ["f"], "mo", now, right=True)
    verdict = Create(report_verdict_key(APP, "decision"), due)
    appeal = Update(appeal_key(APP, "appeal"), set={"due_at": now}, upsert=True)
    approval = Update(approval_key(APP, "approval"), set={"due_at": now}, upsert=True)
    await world.store.commit(
        [
            Create(item_key(APP, post["id"]), post),
            task,
            Create(redelivery_key(APP, "job"), job),
            receipt,
            follow_up,
            recount,
            feed,
            tally,
            ban,
            group,
            verdict,
            appeal,
            approval,
        ]
    )
    return {
        "pending_since": (item_key(APP, post["id"]), "enforce"),
        "due_at": (task.key, "scan"),
        "due_at of a follow-up": (follow_up.key, "enforce"),
        "due_at of a recount": (recount.key, "enforce"),
        "due_at of the feed": (feed.key, "enforce"),
        "due_at of a tally": (tally.key, "scan"),
        "ends_at": (ban.key, "enforce"),
        "ends_at of a group": (group.key, "enforce"),
        "due_at of a verdict": (verdict.key, "enforce"),
        "due_at of an appeal": (appeal.key, "enforce"),
        "due_at of an approval": (approval.key, "enforce"),
        "next_attempt_at": (delivery_key(APP, first), "deliver"),
        "receipt_at": (delivery_key(APP, second), "deliver"),
        "due_at of a job": (redelivery_key(APP, "job"), "deliver"),
    }


def test_a_queue_that_is_only_slow_is_not_filled_by_the_sweep(world: World) -> None:
    """Of whatever kind: each time it waits twice as long before it takes a message for lost."""

    async def run() -> None:
        found = await _waiting_documents(world)
        assert len(found) == len(KINDS)
        world.waiting.messages.clear()
        await _swept_for(world, 300.0)
        copies = _copies(world)
        assert len(copies) == len(KINDS)
        # 5, 10, 20, 40, 80 and 160 s, where each sweep had published one: 300.
        assert set(copies.values()) <= {5, 6}
        assert await message_faults(world) == []

    world.run(run())


def test_what_was_lost_is_found_however_often_it_is_lost(world: World) -> None:
    async def run() -> None:
        await order_crowd(world, "hide", range(1))
        for number in range(4):
            world.waiting.messages.clear()
            await _swept_for(world, 30.0 * 2**number)
            assert world.waiting.messages
        await world.run_for(1.0)
        assert await world.open_deliveries() == []
        assert len(world.platform.attempts) == 1

    world.run(run())


def test_what_was_heard_of_again_is_swept_as_soon_as_ever(world: World) -> None:
    world.platform.answers["action:hide"] = NOT_FOUND

    async def run() -> None:
        await order_crowd(world, "hide", range(1))
        world.waiting.messages.clear()
        await _swept_for(world, 60.0)
        assert len(world.waiting.messages) > 2
        await world.run_for(1.0)
        (delivery,) = await world.deliveries()
        assert delivery["counted"] and "swept" not in delivery

    world.run(run())


def test_what_finds_no_slot_waits_with_one_message_each(world: World) -> None:
    world.platform.answers["action:hide"] = SLOW

    async def run() -> None:
        await order_crowd(world, "hide", range(200))
        began = world.loop.time()
        for _ in range(120):
            await world.run_for(1.0)
            assert await message_faults(world) == []
            world.sweep()
        sent = len(world.platform.attempts)
        # Two processes with eight slots, of 9 s each.
        assert sent > 0.7 * 16 * (world.loop.time() - began) / SLOW.seconds
        assert len(world.waiting.messages) <= len(await world.open_deliveries())

    world.run(run())


def test_a_copy_of_a_message_that_found_no_slot_is_not_the_second_one(world: World) -> None:
    world.platform.answers["action:hide"] = SLOW

    async def run() -> None:
        await order_crowd(world, "hide", range(40))
        for message in world.waiting.due():
            for _ in range(3):
                world.deliver(message, again=True)
            world.deliver(message)
        await asyncio.sleep(3.0)
        assert await message_faults(world) == []
        counted = Counter(message.body["delivery"] for message in world.waiting.messages)
        assert max(counted.values()) == 1

    world.run(run())


def test_of_many_that_are_due_at_once_none_straggles(world: World) -> None:
    """Those that find no slot come back about when there is one for them."""
    world.platform.answers["action:hide"] = Answer(seconds=0.02)

    async def run() -> None:
        await order_crowd(world, "hide", range(1_000))
        began = world.now
        await world.run_for(10.0)
        arrived = [(each.ends - began) / _SECOND for each in world.platform.arrivals()]
        assert len(arrived) == 1_000
        # Sixteen at a time take 1.25 s.
        assert arrived[-1] < 4.0, arrived[-1]

    world.run(run())
