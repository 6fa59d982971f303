"""Looking for deliveries, and repairing them, with a server that misbehaves and a clock by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.delivery import management
from common.delivery.deliveries import deliver
from common.delivery.outbox import Order, Outbox, action_order
from common.delivery.redelivery import redeliver
from common.domain.delivery import Delivery, delivery_key
from common.domain.errors import Invalid
from common.domain.redelivery import redelivery_key
from common.domain.times import to_rfc3339
from common.moderation.sweeps import sweep
from common.queue.messages import DueDelivery, DueRedelivery
from common.store.publishing import PublishingStore
from common.store.store import Unavailable, Update
from common.store.unit_of_work import UnitOfWork
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.receiver import Received, Receiver, answer, hang

_SECOND = 10**9
_HOUR = 3_600 * _SECOND
_SCHEDULE = 60.0
_ACTIONS: dict[str, dict[str, Any]] = {
    "ban": {"kind": "user"},
    "unban": {"kind": "user", "reverses": ["ban"]},
    "warn": {"kind": "user"},
    "hide": {"kind": "post"},
}
_START = "2020-01-01T00:00:00Z"


@dataclass
class World:
    """One app; what is due is sent when a test says so, at the time that it says."""

    server: Server
    app: App
    receiver: Receiver

    def get(self, path: str, **query: Any) -> Any:
        answered = self.server.call(self.app, "GET", f"/api/v1/{path}", query=query)
        assert answered.status == 200, answered.text
        return answered.json()

    def post(self, path: str, body: Any = None) -> Answer:
        return self.server.call(self.app, "POST", f"/api/v1/{path}", body)

    def put(self, path: str, body: Any) -> None:
        answered = self.server.call(self.app, "PUT", f"/api/v1/{path}", body)
        assert answered.status == 201, answered.text

    def order(self, action: str, user: str = "ann") -> str:
        """The id of its delivery."""
        flagged = {
            "entity_type": "post",
            "entity_id": f"post of {user}",
            "entity_creator_id": user,
            "user_id": "reporter",
        }
        v2 = "/api/v2/moderation"
        item = self.server.call(self.app, "POST", f"{v2}/flag", flagged).json()["item_id"]
        act = {"action_type": "custom", "item_id": item, "user_id": "mod", "custom": {"id": action}}
        assert self.server.call(self.app, "POST", f"{v2}/submit_action", act).status == 201
        return str(self.get("deliveries", action_id=action, limit=1)["deliveries"][0]["id"])

    def one(self, id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.get(f"deliveries/{id}")["delivery"]
        return found

    def states(self, *ids: str) -> list[str]:
        return [self.one(id)["state"] for id in ids]

    def send(self, id: str, later: float = 0.0) -> None:
        at = now() + int(later * _SECOND)
        self.server.run(deliver(self.server.context, DueDelivery(self.app.name, id), at))

    def let_die(self, *ids: str, later: float = 0.0) -> None:
        """Answers that say nothing about the endpoint, so that its breaker stays closed."""
        self.receiver.always("/call", answer(404, b"not here"))
        for id in ids:
            self.send(id, later)
            self.send(id, later + 2 * _SCHEDULE)
        self.receiver.always("/call", answer())
        assert set(self.states(*ids)) == {"dead"}

    def send_all(self, later: float = 3_600.0) -> None:
        """All that is due in that time, and what becomes due by it."""
        for _ in range(100):
            pending = self.get("deliveries", state="pending")["deliveries"]
            if not pending:
                return
            for delivery in pending[::-1]:
                self.send(delivery["id"], later)
        raise AssertionError("there is no end to it")

    def resend(self, job: str, later: float = 0.0) -> dict[str, Any]:
        at = now() + int(later * _SECOND)
        self.server.run(redeliver(self.server.context, DueRedelivery(self.app.name, job), at))
        return self.job(job)

    def job(self, id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.get(f"resendings/{id}")["resending"]
        return found

    def begin(self, endpoint: str, deed: str, **body: Any) -> str:
        answered = self.post(f"endpoints/{endpoint}/{deed}", {"since": _START, **body})
        assert answered.status == 201, answered.text
        return str(answered.json()["resending"]["id"])

    def log(self, type: str) -> list[dict[str, Any]]:
        entries = self.get("log", kind="delivery", limit=100)["entries"]
        return [entry for entry in entries if entry["type"] == type]

    def calls(self, action: str) -> list[Received]:
        return [each for each in self.receiver.requests if each.query["action"] == [action]]


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("deliveries") / "data"
    settings = {"GAVEL_EGRESS_ALLOW": "127.0.0.1", "GAVEL_RETRY_DELAYS": str(_SCHEDULE)}
    with Receiver() as receiver, in_process(data, **settings) as server:
        world = World(server, server.app("app-a"), receiver)
        for id, fields in _ACTIONS.items():
            url = receiver.url(f"/call?action={id}")
            world.put(f"actions/{id}", {"name": id, "url": url, **fields})
        yield world


def _refused(answered: Answer, field: str, problem: str) -> None:
    assert answered.status == 400, answered.text
    assert problem in answered.json()["exception_fields"][field]


def test_deliveries_are_found_by_each_filter(world: World) -> None:
    before = to_rfc3339(now())
    ban, unban = world.order("ban"), world.order("unban")
    hide = world.order("hide")
    between = to_rfc3339(now())
    other = world.order("ban", "bob")
    world.send(other)

    def found(**query: Any) -> list[str]:
        return [each["id"] for each in world.get("deliveries", **query)["deliveries"]]

    assert found() == [other, hide, unban, ban]
    assert found(endpoint="action:ban") == found(action_id="ban") == [other, ban]
    assert found(endpoint="action:ban", action_id="ban") == [other, ban]
    assert found(state="delivered") == [other]
    assert found(state="superseded") == [ban]
    assert found(endpoint="action:ban", state="superseded") == [ban]
    assert found(action_id="ban", state="delivered") == [other]
    assert found(subject="user:ann") == [unban, ban]
    item = world.one(hide)["item_id"]
    assert found(item_id=item) == found(since=before, until=between) == [hide, unban, ban]
    assert found(since=between) == [other]
    assert found(until=before) == []
    first = world.get("deliveries", limit=3)
    assert [each["id"] for each in first["deliveries"]] == [other, hide, unban]
    assert found(limit=3, cursor=first["next"]) == [ban]


def test_one_delivery_shows_its_attempts_and_why_it_is_not_sent(world: World) -> None:
    world.receiver.next(answer(500, b"out of order"))
    ban, warn = world.order("ban"), world.order("warn")
    world.send(ban)
    shown = world.one(ban)
    assert [each["attempt"] for each in shown["tries"]] == [1]
    tried = shown["tries"][0]
    assert (tried["status"], tried["error"], tried["answer"]) == (500, None, "out of order")
    assert tried["milliseconds"] > 0 and tried["at"].endswith("Z")
    assert (shown["state"], shown["attempts"], shown["being_sent"]) == ("pending", 1, False)
    assert (world.one(warn)["state"], world.one(warn)["ahead"]) == ("waiting", ban)
    world.post("endpoints/action:ban/disable", {"reason": "moving house"})
    world.post(f"deliveries/{ban}/retry")
    world.send(ban)
    assert world.one(ban)["held"] == "the endpoint is disabled: moving house"
    assert len(world.one(ban)["tries"]) == 1
    listed = world.get("deliveries", state="pending")["deliveries"][0]
    assert listed["last_attempt"] == tried and "tries" not in listed


def test_retry_begins_the_schedule_afresh(world: World) -> None:
    world.receiver.next(answer(500), answer(500), answer(500))
    ban = world.order("ban")
    world.send(ban)
    for number in (2, 3):
        retried = world.post(f"deliveries/{ban}/retry")
        assert retried.status == 201
        assert retried.json()["delivery"]["next_attempt_at"] < to_rfc3339(now())
        world.send(ban)
        assert (world.one(ban)["state"], world.one(ban)["attempts"]) == ("pending", number)
    world.send(ban, 2 * _SCHEDULE)
    assert world.states(ban) == ["delivered"]
    assert len(world.log("retried")) == 2


def test_retry_is_refused_out_of_turn(world: World) -> None:
    ban, warn = world.order("ban"), world.order("warn")
    _refused(world.post(f"deliveries/{warn}/retry"), "id", f"waits for delivery {ban}")
    claim = {"sending": now(), "next_attempt_at": now() + _HOUR}
    _change(world, ban, claim)
    _refused(world.post(f"deliveries/{ban}/retry"), "id", "is being sent")
    _change(world, ban, {**claim, "next_attempt_at": now() - _SECOND})
    assert world.post(f"deliveries/{ban}/retry").status == 201
    assert world.post("deliveries/nothing/retry").status == 404


def _change(world: World, id: str, fields: dict[str, Any]) -> None:
    change = Update(delivery_key(world.app.name, id), set=fields)
    world.server.run(world.server.context.store.commit([change]))


def test_what_was_done_with_goes_behind_what_waits(world: World) -> None:
    ban = world.order("ban")
    world.let_die(ban)
    warn = world.order("warn")
    again = world.post(f"deliveries/{ban}/retry").json()["delivery"]
    assert (again["state"], again["ahead"]) == ("waiting", warn)
    assert "closed_at" not in again and again["reason"] == ""
    sequences = [world.one(id)["sequence"] for id in (warn, ban)]
    assert sequences == [2, 3]
    world.send_all()
    assert world.states(ban, warn) == ["delivered", "delivered"]
    assert [each.query["action"] for each in world.receiver.requests[-2:]] == [["warn"], ["ban"]]
    assert {each.headers["X-Webhook-Id"] for each in world.calls("ban")} == {ban}
    delivered = world.post(f"deliveries/{ban}/retry").json()["delivery"]
    assert (delivered["state"], delivered["sequence"]) == ("pending", 4)


def test_nothing_that_was_undone_is_retried(world: World) -> None:
    ban = world.order("ban")
    world.let_die(ban)
    unban = world.order("unban")
    _refused(world.post(f"deliveries/{ban}/retry"), "id", "undone by a later order")
    world.let_die(unban)
    assert world.post(f"deliveries/{unban}/retry").status == 201
    world.let_die(unban)
    world.order("ban")
    _refused(world.post(f"deliveries/{unban}/retry"), "id", "undone by a later order")


def test_cancel_makes_way_for_the_next(world: World) -> None:
    ban, warn = world.order("ban"), world.order("warn")
    body = {"reason": "wrong person", "user_id": "mod"}
    cancelled = world.post(f"deliveries/{ban}/cancel", body)
    assert cancelled.status == 201
    assert cancelled.json()["delivery"]["state"] == "cancelled"
    assert cancelled.json()["delivery"]["reason"] == "wrong person"
    world.send_all()
    assert world.states(ban, warn) == ["cancelled", "delivered"]
    assert not world.calls("ban")
    (entry,) = world.log("cancelled")
    assert (entry["by"], entry["reason"], entry["user_id"]) == ("mod", "wrong person", "ann")
    _refused(world.post(f"deliveries/{ban}/cancel", {}), "id", "is cancelled already")
    _refused(world.post(f"deliveries/{warn}/cancel", {}), "id", "is delivered already")
    assert world.post(f"deliveries/{ban}/retry").status == 201


@pytest.mark.parametrize(("status", "state"), [(500, "cancelled"), (200, "delivered")])
def test_cancel_while_it_is_being_sent(world: World, status: int, state: str) -> None:
    ban, warn = world.order("ban"), world.order("warn")
    world.receiver.on("/call", hang(0.3, answer(status)))
    closing = world.server.run(_cancel_meanwhile(world, ban))
    assert closing["state"] == "pending" and closing["closing"]["state"] == "cancelled"
    assert "closing" not in world.one(ban)
    assert world.states(ban, warn) == [state, "pending"]
    assert [entry["by"] for entry in world.log("cancelling")] == ["mod"]
    assert len(world.log("cancelled")) == (state == "cancelled")


async def _cancel_meanwhile(world: World, id: str) -> Delivery:
    context, app = world.server.context, world.app.name
    sending = asyncio.create_task(deliver(context, DueDelivery(app, id), now()))
    await asyncio.to_thread(world.receiver.wait_for, 1)
    with pytest.raises(Invalid, match="is being sent"):
        await management.retry(context, app, id, now())
    closing = await management.cancel(context, app, id, None, "mod", now())
    with pytest.raises(Invalid, match="is about to be cancelled"):
        await management.retry(context, app, id, now())
    await sending
    return closing


def test_endpoints_are_the_actions_and_webhooks(world: World) -> None:
    webhook = {"id": "main", "webhook_url": world.receiver.url("/hook"), "hook_type": "webhook"}
    app = {"event_hooks": [webhook]}
    assert world.server.call(world.app, "PATCH", "/api/v2/app", app).status == 200
    ids = ["action:ban", "action:hide", "action:unban", "action:warn", "hook:main"]
    listed = world.get("endpoints")
    assert [each["id"] for each in listed["endpoints"]] == ids
    assert listed["next"] is None
    first = listed["endpoints"][0]
    assert (first["kind"], first["name"], first["state"], first["failures"]) == (
        "action",
        "ban",
        "closed",
        0,
    )
    page = world.get("endpoints", limit=3)
    rest = world.get("endpoints", limit=3, cursor=page["next"])
    assert [each["id"] for each in page["endpoints"] + rest["endpoints"]] == ids
    assert rest["next"] is None
    answered = world.server.call(world.app, "GET", "/api/v1/endpoints/action:none")
    assert answered.status == 404


def test_an_endpoint_s_health_is_that_of_its_last_attempts(world: World) -> None:
    shown = world.get("endpoints/action:ban")["endpoint"]["health"]
    assert shown["attempts"] == 0 and shown["success_rate"] is None
    assert shown["oldest_waiting"] is None
    world.receiver.next(answer(500), answer(500), answer(404))
    bans = [world.order("ban", f"user {number}") for number in range(5)]
    for ban in bans[:4]:
        world.send(ban)
    world.send(bans[0], 2 * _SCHEDULE)
    shown = world.get("endpoints/action:ban")["endpoint"]["health"]
    assert (shown["attempts"], shown["success_rate"]) == (5, 0.4)
    assert 0 < shown["p50_milliseconds"] <= shown["p99_milliseconds"]
    assert shown["counts"] == {"pending": 3, "waiting": 0, "dead": 0}
    assert shown["oldest_waiting"]["id"] == bans[1]
    for ban in bans[1:3]:
        world.send(ban, 2 * _SCHEDULE)
    world.receiver.always("/call", answer(500))
    for number in range(6):
        world.send(world.order("ban", f"other {number}"))
    endpoint = world.get("endpoints/action:ban")["endpoint"]
    assert endpoint["state"] == "open" and endpoint["failures"] >= 5
    assert endpoint["open_until"] > endpoint["opened_at"]


def test_what_was_held_goes_out_when_its_endpoint_is_enabled(world: World) -> None:
    body = {"reason": "moving house", "user_id": "mod"}
    disabled = world.post("endpoints/action:ban/disable", body).json()["endpoint"]
    assert (disabled["state"], disabled["disabled_by"]) == ("disabled", "mod")
    bans = [world.order("ban", f"user {number}") for number in range(3)]
    for ban in bans:
        world.send(ban)
    assert not world.calls("ban")
    enabled = world.post("endpoints/action:ban/enable")
    assert enabled.status == 201 and enabled.json()["endpoint"]["state"] == "closed"
    job = world.resend(enabled.json()["resending"]["id"])
    assert (job["kind"], job["state"], job["resent"]) == ("release", "done", 3)
    assert _steps(world, bans) == [100, 100]
    for ban in bans:
        world.send(ban, 1.0)
    assert set(world.states(*bans)) == {"delivered"}
    assert [each["type"] for each in world.log("endpoint_disabled")] == ["endpoint_disabled"]
    assert world.post("endpoints/action:none/enable").status == 404


def _steps(world: World, ids: list[str]) -> list[int]:
    """Milliseconds between the times at which they are due."""
    due = [datetime.fromisoformat(world.one(id)["next_attempt_at"]) for id in ids]
    return [round((b - a).total_seconds() * 1_000) for a, b in pairwise(due)]


def test_all_that_died_is_redelivered_so_many_a_second(world: World) -> None:
    early = world.order("ban", "early")
    world.let_die(early)
    since = to_rfc3339(now())
    bans = [world.order("ban", f"user {number:02}") for number in range(30)]
    world.let_die(*bans)
    delivered = world.order("ban", "fine")
    world.send(delivered)
    assert world.get("log", limit=1)["unread"] >= 31
    job = world.begin("action:ban", "redeliver", since=since, per_second=20)
    halfway = world.resend(job)
    assert (halfway["state"], halfway["resent"], halfway["per_second"]) == ("running", 25, 20)
    assert world.resend(job) == halfway, "a message that comes twice"
    done = world.resend(job, 2.0)
    assert (done["state"], done["resent"], done["skipped"]) == ("done", 30, 0)
    assert world.resend(job, 4.0) == done
    assert set(_steps(world, bans[:25])) == set(_steps(world, bans[25:])) == {50}
    for ban in bans:
        world.send(ban, 5.0)
    assert set(world.states(*bans)) == {"delivered"}
    assert world.states(early) == ["dead"]
    assert all(world.one(ban)["sequence"] == 2 for ban in bans)


def test_a_job_whose_message_was_lost_is_found_by_the_sweep(world: World) -> None:
    ban = world.order("ban")
    world.let_die(ban)
    job = world.begin("action:ban", "redeliver")
    before = _messages(world, job)
    world.server.run(sweep(world.server.context, now() + _HOUR))
    assert len(_messages(world, job)) == len(before) + 1
    world.resend(job)
    world.server.run(sweep(world.server.context, now() + _HOUR))
    assert len(_messages(world, job)) == len(before) + 1


def _messages(world: World, job: str) -> list[Any]:
    return [row for row in world.server.documents() if len(row) == 3 and job in str(row[2])]


def test_a_page_that_is_broken_off_is_neither_lost_nor_sent_twice(world: World) -> None:
    bans = [world.order("ban", f"user {number}") for number in range(3)]
    world.let_die(*bans)
    job = world.begin("action:ban", "redeliver")
    context = world.server.context
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context.store, "commit", _lost)
        with pytest.raises(Unavailable):
            world.resend(job)
    assert set(world.states(*bans)) == {"dead"} and world.job(job)["resent"] == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "store", PublishingStore(context.store, context.queue))
        patch.setattr(context.queue, "publish", _lost)
        with pytest.raises(Unavailable):
            world.resend(job)
    assert world.resend(job)["resent"] == 3
    world.server.run(sweep(context, now() + _HOUR))
    assert all(_messages(world, ban) for ban in bans)
    world.send_all()
    assert [world.one(ban)["attempts"] for ban in bans] == [3, 3, 3]


async def _lost(*_: Any) -> None:
    raise Unavailable("the process has died")


def test_redelivery_undoes_nothing_that_was_ordered_later(world: World) -> None:
    ban, warned = world.order("ban"), world.order("ban", "bob")
    both = world.order("ban", "eve")
    world.let_die(ban, warned, both)
    world.let_die(world.order("unban"), world.order("warn", "bob"))
    done = world.resend(world.begin("action:ban", "redeliver"))
    assert (done["resent"], done["skipped"]) == (1, 2)
    assert world.states(ban, warned, both) == ["superseded", "superseded", "pending"]
    assert "undid it" in world.one(ban)["reason"]
    assert "ordered later" in world.one(warned)["reason"]
    reasons = [entry["reason"] for entry in world.log("superseded")]
    assert sorted(reasons) == sorted(world.one(id)["reason"] for id in (ban, warned))
    _refused(world.post(f"deliveries/{ban}/retry"), "id", "undone by a later order")
    assert world.post(f"deliveries/{warned}/retry").status == 201


def test_what_one_decision_ordered_together_is_redelivered_together(world: World) -> None:
    ids = world.server.run(_order_both(world))
    world.let_die(ids["ban"])
    world.let_die(ids["warn"], later=2 * _SCHEDULE)
    for action, id in ids.items():
        done = world.resend(world.begin(f"action:{action}", "redeliver"))
        assert (done["resent"], done["skipped"]) == (1, 0)
        assert world.states(id) != ["superseded"]
    world.send_all()
    assert world.states(*ids.values()) == ["delivered", "delivered"]


async def _order_both(world: World) -> dict[str, str]:
    context, app = world.server.context, world.app.name
    unit = UnitOfWork(context.store)
    outbox = Outbox(unit, app, now())
    configuration = await context.configurations.of(app)
    ids = {name: f"{name}-of-one" for name in ("ban", "warn")}
    for name, id in ids.items():
        action = configuration.actions[name]
        await outbox.add(action_order(action, id, "item", "ann", {"user_id": "ann"}, {}))
    await unit.commit()
    return ids


def test_what_an_endpoint_was_sent_is_replayed_to_another(world: World) -> None:
    bans = [world.order("ban", f"user {number}") for number in range(3)]
    undone = world.order("ban", "forgiven")
    world.send_all()
    world.order("unban", "forgiven")
    cancelled = world.order("ban", "cancelled")
    world.post(f"deliveries/{cancelled}/cancel", {})
    url = world.receiver.url("/call?action=new")
    world.put("actions/new", {"name": "new", "kind": "user", "url": url})
    job = world.begin("action:new", "replay", source="action:ban", per_second=5)
    done = world.resend(job)
    assert (done["source"], done["resent"], done["skipped"]) == ("action:ban", 3, 2)
    assert world.resend(job) == done
    replayed = world.get("deliveries", action_id="new")["deliveries"]
    ids = [each["id"] for each in sorted(replayed, key=lambda each: each["next_attempt_at"])]
    assert _steps(world, ids) == [200, 200]
    assert [world.one(id)["why"]["replay_of"] for id in ids] == bans
    assert not {*ids} & {*bans, undone}
    world.send_all()
    assert sorted(each.headers["X-Webhook-Id"] for each in world.calls("new")) == sorted(ids)
    assert [world.one(id)["sequence"] for id in ids] == [2, 2, 2]


def test_a_new_webhook_is_sent_the_events_of_another_in_order(world: World) -> None:
    webhooks = [
        {"id": id, "webhook_url": world.receiver.url(f"/call?action={id}"), "hook_type": "webhook"}
        for id in ("old", "new")
    ]
    app = {"event_hooks": webhooks}
    assert world.server.call(world.app, "PATCH", "/api/v2/app", app).status == 200
    world.server.run(_order_events(world))
    world.send_all()
    job = world.begin("hook:new", "replay", source="hook:old")
    assert world.resend(job)["resent"] == 3
    replayed = world.get("deliveries", endpoint="hook:new")["deliveries"]
    assert sorted(each["state"] for each in replayed) == ["pending", "waiting", "waiting"]
    world.send_all()
    events = [orjson.loads(each.body)["type"] for each in world.calls("new")]
    assert events == [orjson.loads(each.body)["type"] for each in world.calls("old")]
    assert events == ["event 0", "event 1", "event 2"]


async def _order_events(world: World) -> None:
    for number in range(3):
        unit = UnitOfWork(world.server.context.store)
        data = {"type": f"event {number}"}
        subject = "item:x"
        key = f"hook:old|{subject}"
        order = Order(data["type"], "hook:old", "x", data, {}, subject=subject, ordering_key=key)
        await Outbox(unit, world.app.name, now()).add(order)
        await unit.commit()


def test_a_repeated_request_starts_one_job(world: World) -> None:
    def begin(request: str, deed: str) -> str:
        headers = {**world.app.server(), "x-client-request-id": request}
        source = {"source": "action:ban"} if deed == "replay" else {}
        body = {"since": _START, **source}
        path = f"/api/v1/endpoints/action:hide/{deed}"
        answered = world.server.call(world.app, "POST", path, body, auth=headers)
        assert answered.status == 201, answered.text
        return str(answered.json()["resending"]["id"])

    assert begin("one", "replay") == begin("one", "replay")
    assert len({begin("one", "replay"), begin("one", "redeliver"), begin("two", "replay")}) == 3


def test_a_replay_to_what_has_gone_ends(world: World) -> None:
    world.send(world.order("ban"))
    job = world.begin("action:hide", "replay", source="action:ban")
    assert world.server.call(world.app, "DELETE", "/api/v1/actions/hide").status == 200
    done = world.resend(job)
    assert (done["state"], done["resent"], done["skipped"]) == ("done", 0, 1)
    key = redelivery_key(world.app.name, job)
    (stored,) = world.server.run(world.server.context.store.get([key]))
    assert stored is not None and "due_at" not in stored.data
