"""Items that nobody looks at in time leave the review queue, and the log says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.feed import feed_key
from common.domain.times import DAY, HOUR, MINUTE
from common.moderation.enforcement.consuming import consume
from common.moderation.sweeps import sweep
from common.queue.messages import DueFeed, decoded
from tests.functional.inprocess import Answer, Server, in_process

V2 = "/api/v2/moderation"


class World:
    """An app whose clock stands where a test says."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.app = server.app("app-a")

    def call(self, method: str, path: str, body: Any = None) -> Answer:
        return self.server.call(self.app, method, path, body)

    def done(self, method: str, path: str, body: Any = None) -> Any:
        answered = self.call(method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def keep_for(self, days: int | None) -> Any:
        body = {"review_feed_days": days}
        return self.done("PUT", "/api/v1/settings", body)["settings"]["review_feed_days"]

    def flag(self, id: str) -> str:
        flag = {"entity_type": "post", "entity_id": id, "entity_creator_id": "ann"}
        return str(self.done("POST", f"{V2}/flag", {**flag, "user_id": "bob"})["item_id"])

    def waiting(self) -> set[str]:
        asked = {"filter": {"reviewed": False}, "limit": 100}
        found = self.done("POST", f"{V2}/review_queue", asked)
        return {each["entity_id"] for each in found["items"]}

    def feed(self) -> Any:
        (found,) = self.server.run(self.server.context.store.get([feed_key(self.app.name)]))
        return found.data if found is not None else None

    def pass_at(self, at: int) -> None:
        """What the sweep and the queue do, until there is nothing more of it."""
        context = self.server.context
        self.server.run(sweep(context, at))
        for _ in range(20):
            feed = self.feed()
            if feed is None or feed["due_at"] > at + MINUTE:
                return
            due = DueFeed(self.app.name, feed["due_at"])
            assert decoded(due.topic, due.encode()) == due
            self.server.run(consume(context, due, at))
        raise AssertionError("there is no end to it")

    def expired(self) -> list[Any]:
        query = {"kind": "expiry", "limit": 100}
        answered = self.server.call(self.app, "GET", "/api/v1/log", query=query)
        found: list[Any] = answered.json()["entries"]
        return found


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with in_process(tmp_path_factory.mktemp("feed") / "data") as server:
        yield World(server)


def test_nothing_expires_unless_it_is_asked_for(world: World) -> None:
    world.flag("p")
    assert world.feed() is None
    world.pass_at(now() + 4_000 * DAY)
    assert world.waiting() == {"p"}
    assert world.keep_for(7) == 7
    assert world.keep_for(None) is None and world.feed() is None


def test_what_nobody_looked_at_leaves_the_queue_and_is_logged_once(world: World) -> None:
    world.keep_for(7)
    item = world.flag("p")
    world.pass_at(now() + 6 * DAY)
    assert world.waiting() == {"p"} and world.expired() == []
    world.pass_at(now() + 7 * DAY + 2 * HOUR)
    world.pass_at(now() + 8 * DAY)
    assert world.waiting() == set()
    (entry,) = world.expired()
    assert (entry["type"], entry["item_id"], entry["entity_id"]) == ("expired", item, "p")
    assert entry["reason"] == "nobody looked at it for 7 days"
    assert entry["custom"]["days"] == 7 and entry["user_id"] == "ann"
    stats = world.done("POST", f"{V2}/review_queue", {"stats_only": True})["stats"]
    assert set(stats.values()) == {0}


def test_what_is_reported_again_comes_back_and_waits_anew(world: World) -> None:
    world.keep_for(7)
    world.flag("p")
    world.pass_at(now() + 8 * DAY)
    assert world.waiting() == set()
    again = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
    world.done("POST", f"{V2}/flag", {**again, "user_id": "carl"})
    assert world.waiting() == {"p"}
    world.pass_at(now() + 6 * DAY)
    assert world.waiting() == {"p"}
    world.pass_at(now() + 9 * DAY)
    assert world.waiting() == set() and len(world.expired()) == 2


def test_what_was_reviewed_or_handed_on_does_not_expire(world: World) -> None:
    world.keep_for(7)
    reviewed, escalated = world.flag("reviewed"), world.flag("escalated")
    world.flag("forgotten")
    act = {"action_type": "mark_reviewed", "item_id": reviewed, "user_id": "mo"}
    world.done("POST", f"{V2}/submit_action", act)
    act = {"action_type": "escalate", "item_id": escalated, "user_id": "mo"}
    world.done("POST", f"{V2}/submit_action", {**act, "escalate": {"reason": "unsure"}})
    world.pass_at(now() + 30 * DAY)
    assert world.waiting() == {"escalated"}
    assert [each["entity_id"] for each in world.expired()] == ["forgotten"]


def test_hundreds_expire_page_by_page(world: World) -> None:
    world.keep_for(1)
    for number in range(130):
        world.flag(f"p{number}")
    world.pass_at(now() + 2 * DAY)
    assert world.waiting() == set()
    rows = [json.loads(row[4]) for row in world.server.documents(world.app.name) if row[1] == "log"]
    expired = [each["entity_id"] for each in rows if each["kind"] == "expiry"]
    assert len(expired) == len(set(expired)) == 130


def test_a_page_that_comes_twice_expires_nothing_twice(world: World) -> None:
    world.keep_for(1)
    world.flag("p")
    at = now() + 2 * DAY
    due = DueFeed(world.app.name, world.feed()["due_at"])
    for _ in range(2):
        world.server.run(consume(world.server.context, due, at))
    assert len(world.expired()) <= 1
    world.pass_at(at + 2 * HOUR)
    assert len(world.expired()) == 1
