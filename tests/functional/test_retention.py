"""What has had its time is gone with all that hangs on it, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery import ordering
from common.domain import log_tree
from common.domain.delivery import DELIVERIES, OPEN
from common.domain.log_tree import LOG_ROOTS, log_tree_id
from common.domain.report_verdict import REPORT_VERDICTS
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation.background.daily import start_all
from common.moderation.background.working import work
from common.moderation.evidence.verifying import verify
from common.moderation.reports.verdicts import count as count_verdict
from common.queue.messages import DueVerdict, ScanOrder
from common.store.store import Store, Update
from common.store.unit_of_work import UnitOfWork
from tests.functional.desk import BAD, V2, Desk, desk, later
from tests.functional.retaining import SETTINGS, keep, retain
from tests.functional.staff import signed_in

DAY_S = 86_400
OWN_TIME = ("log", "log_leaves", "history", "user", "configuration", "task")
"""Collections that say of an item that it was: each goes in its own time."""


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("retained") / "data") as made:
        yield made


def rows(bench: Desk, needle: str, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The documents in which it stands, by collection and id."""
    found = bench.server.documents(bench.app.name)
    return sorted((row[1], row[2]) for row in found if needle in str(row) and row[1] not in but)


def words(name: str) -> str:
    return f"what was said in {name} and nowhere else"


def post(bench: Desk, name: str, creator: str = "ann-4711", *, bad: bool = False) -> Any:
    text = f"{words(name)} {BAD if bad else ''}"
    bench.check(text, entity_id=f"entity-{name}", entity_creator_id=creator)
    item = bench.item("post", f"entity-{name}")
    assert item is not None
    bench.enforce(item["id"])
    return item


def review(bench: Desk, item: Any) -> None:
    bench.act("mark_reviewed", item["id"])


def asked(bench: Desk, path: str, **query: str) -> Any:
    answered = bench.server.call(bench.app, "GET", path, query=query)
    assert answered.status == 200, answered.text
    return answered.json()


def settle(bench: Desk) -> None:
    """Nothing is on its way any more, and what decisions say of reports is counted."""
    store, app = bench.server.context.store, bench.app.name
    page = bench.server.run(store.query(REPORT_VERDICTS, app=app))
    for document in page.documents:
        bench.server.run(
            count_verdict(bench.server.context, DueVerdict(app, document.key.id), now())
        )
    bench.server.run(_settle(store, app))


async def _settle(store: Store, app: str) -> None:
    for state in OPEN:
        page = await store.query(
            DELIVERIES, app=app, equal={"state": state}, order="created_at", limit=1_000
        )
        for document in page.documents:
            unit = UnitOfWork(store)
            found = await unit.have(document.key)
            if found["state"] in OPEN:
                await ordering.stop(unit, found, "cancelled", "the test has ended", now())
                await unit.commit()


def test_nothing_goes_before_anything_is_set(bench: Desk) -> None:
    post(bench, "old")
    assert set(keep(bench)["retention_days"].values()) == {None}
    keep(bench, clean_items=1)
    keep(bench)
    before = len(bench.server.documents(bench.app.name))
    retain(bench, 4_000)
    assert len(bench.server.documents(bench.app.name)) >= before


def test_what_hangs_on_an_item_goes_with_it_and_what_is_worked_on_stays(bench: Desk) -> None:
    hook = {"webhook_url": "https://hooks.example/x", "enabled": True, "event_types": []}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    keep(bench, clean_items=30, flagged_items=200)
    clean, waiting = post(bench, "clean"), post(bench, "waiting", bad=True)
    done = post(bench, "done", bad=True)
    report = {"entity_type": "post", "entity_id": "entity-done", "user_id": "ben"}
    bench.done("POST", f"{V2}/flag", {**report, "reason": words("report")})
    review(bench, done)
    with later(20 * DAY_S):
        post(bench, "young")
    retain(bench, 35)
    assert bench.item("post", "entity-clean") is not None, "its webhook has not gone out yet"
    settle(bench)
    retain(bench, 39)
    assert rows(bench, words("clean")) == rows(bench, "entity-clean", OWN_TIME) == []
    assert rows(bench, clean["id"], OWN_TIME) == []
    for name in ("waiting", "done", "young"):
        assert bench.item("post", f"entity-{name}") is not None, name
    assert rows(bench, words("report"), ("log",)) != []
    retain(bench, 260)
    assert rows(bench, words("done"), ("log",)) == rows(bench, words("report"), ("log",)) == []
    assert [name for name, _ in rows(bench, done["id"], OWN_TIME)] == []
    assert bench.shown(waiting["id"])["moderation_payload"]["texts"] != []
    told = [
        (each["custom"]["kind"], each["custom"]["deleted"])
        for each in asked(bench, "/api/v1/log", kind="retention")["entries"]
        if each["type"] == "deleted"
    ]
    assert sorted(told) == [("clean_items", 1), ("clean_items", 1), ("flagged_items", 1)]


def test_what_waits_for_a_second_person_stays_until_that_one_has_spoken(bench: Desk) -> None:
    keep(bench, clean_items=30)
    wanted = {"second_person_actions": ["block"], "approval_hours": 720}
    bench.done("PUT", SETTINGS, wanted)
    asked_of, other = post(bench, "asked"), post(bench, "other")
    with later(29 * DAY_S):
        approval = bench.decide("block", asked_of["id"]).json()["approval"]["id"]
    retain(bench, 40)
    assert bench.item("post", "entity-asked") is not None
    assert bench.item("post", "entity-other") is None and rows(bench, other["id"], OWN_TIME) == []
    bench.done("POST", f"/api/v1/approvals/{approval}/refuse", {"user_id": "lea", "reason": "no"})
    retain(bench, 50)
    assert rows(bench, asked_of["id"], OWN_TIME) == []


def test_what_appeals_need_stays_as_long_as_they_are_taken(bench: Desk) -> None:
    for kind in ("log", "statements", "appeals"):
        known = bench.done("GET", SETTINGS)["settings"]["retention_days"]
        answered = bench.send("PUT", SETTINGS, {"retention_days": {kind: 182}})
        assert answered.status == 400 and f"retention_days.{kind}" in answered.text
        assert bench.done("GET", SETTINGS)["settings"]["retention_days"] == known
    keep(bench, flagged_items=1, log=183)
    decided = post(bench, "decided", bad=True)
    bench.act("block", decided["id"])
    settle(bench)
    retain(bench, 182)
    with later(182 * DAY_S):
        appeal = {"appeal_reason": "no", "attachments": [], "user_id": "ann-4711"}
        named = {"entity_type": "post", "entity_id": "entity-decided"}
        bench.done("POST", f"{V2}/appeal", {**named, **appeal})
    settle(bench)
    close_days(bench, 3)
    retain(bench, 400)
    assert bench.item("post", "entity-decided") is not None, "its appeal is open"
    assert [each["type"] for each in bench.shown(decided["id"])["actions"]] == ["block"]


def close_days(bench: Desk, days: int) -> None:
    """Of the log, as far as there is anything in it that the test made."""
    context, app, until = bench.server.context, bench.app.name, now() + days * DAY
    bench.server.run(start_all(context, now()))
    for _ in range(4 * days):
        key = task_key(app, log_tree_id(app))
        (task,) = bench.server.run(context.store.get([key]))
        assert task is not None
        at = task.data["due_at"]
        if at > until:
            return
        bench.server.run(work(context, ScanOrder(app, key.id, at=at), at))


def test_a_day_of_the_log_that_went_in_time_is_told_from_one_that_was_deleted(
    bench: Desk,
) -> None:
    keep(bench, log=200)
    post(bench, "logged", bad=True)
    held = post(bench, "held", creator="held-1", bad=True)
    bench.done("PUT", "/api/v1/holds/users/held-1", {"reason": "a court asks", "user_id": "mo"})
    close_days(bench, 20)
    store, app = bench.server.context.store, bench.app.name
    before = bench.server.run(verify(store, app))
    assert (before.findings, before.expired) == ([], 0)
    retain(bench, 210)
    done = bench.server.run(verify(store, app))
    assert done.findings == []
    assert 8 < done.expired < done.days
    left = asked(bench, "/api/v1/log")["entries"]
    assert {each.get("item_id") for each in left if each["kind"] == "flag"} == {held["id"]}
    proof = asked(bench, f"/api/v1/log/{left[-1]['id']}/proof")
    assert proof["root"]["day"] == log_tree.day_of(now())
    bench.done("DELETE", "/api/v1/holds/users/held-1")
    retain(bench, 211)
    assert not any(each["kind"] == "flag" for each in asked(bench, "/api/v1/log")["entries"])
    page = bench.server.run(store.query(LOG_ROOTS, app=app, limit=100))
    there = [each for each in page.documents if "expired_at" not in each.data]
    hidden: Any = Update(there[0].key, set={"expired_at": now()})
    bench.server.run(store.commit([hidden]))
    (found,) = bench.server.run(verify(store, app)).findings
    assert (found.day, "the log does not say so" in found.problem) == (there[0].key.id, True)


def test_approvals_that_have_ended_go_by_a_time_of_their_own(bench: Desk) -> None:
    keep(bench, approvals=30)
    bench.done("PUT", SETTINGS, {"second_person_actions": ["ban"], "approval_hours": 720})
    bench.done("POST", "/api/v2/users", {"users": {id: {"id": id} for id in ("ann", "ben", "eve")}})
    ids = {}
    for user in ("ann", "ben", "eve"):
        answer = bench.decide("ban", ban={"target_user_id": user, "reason": "spam"})
        ids[user] = answer.json()["approval"]["id"]
    bench.done("PUT", "/api/v1/holds/users/ben", {"reason": "a court asks"})
    for user, verdict in (("ann", "refuse"), ("ben", "approve")):
        body = {"user_id": "lea", "reason": "seen"}
        bench.done("POST", f"/api/v1/approvals/{ids[user]}/{verdict}", body)
    retain(bench, 29)
    assert len(rows(bench, "asked_at")) == 3
    retain(bench, 35)
    left = {id for collection, id in rows(bench, "asked_at") if collection == "approval"}
    assert left == {ids["ben"], ids["eve"]}, "of who is held, and one that waits"
    told = asked(bench, "/api/v1/log", kind="retention")["entries"]
    gone = [each["custom"] for each in told if each["type"] == "deleted"]
    assert [(each["kind"], each["deleted"]) for each in gone] == [("approvals", 1)]


def test_of_whom_nothing_is_counted_any_more_the_rest_is_still_found(bench: Desk) -> None:
    keep(bench, counters=90)
    user = {"id": "ann-4711", "custom": {"ip": "203.0.113.7"}}
    bench.check("said once", entity_id="once", entity_creator_id="ann-4711", user=user)
    assert {"history", "last_address"} <= {name for name, _ in rows(bench, "ann-4711")}
    retain(bench, 110)
    assert {name for name, _ in rows(bench, "ann-4711")}.isdisjoint({"history", "last_address"})
    assert bench.item("post", "once") is not None
    assert bench.send("POST", "/api/v1/users/ann-4711/data/export").status == 201


def test_the_log_has_what_changes_what_erasures_leave_and_refuse(bench: Desk) -> None:
    keep(bench)
    for _ in range(2):
        wanted = {"erased_ids": "refuse", "erasure_keeps": ["decisions"]}
        bench.done("PUT", SETTINGS, wanted)
    (entry,) = asked(bench, "/api/v1/log", kind="retention", type="changed")["entries"]
    assert entry["custom"] == {
        "erased_ids": "refuse",
        "erased_ids_before": "new_person",
        "erasure_keeps": ["decisions"],
        "erasure_keeps_before": ["decisions", "deliveries", "enforcements", "statements"],
    }


def test_the_log_has_who_exported_what(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann"}}})
    lea = signed_in(bench.server, bench.app, "Lea", "admin")
    assert lea.call("POST", "/api/v1/exports", {"of": "review_queue"}).status == 201
    bench.done("POST", "/export/users", {"user_ids": ["ann"]})
    found = asked(bench, "/api/v1/log", kind="retention", type="data_export_ordered")["entries"]
    told = [(each["by"], each["custom"]["of"]) for each in found]
    assert told == [("", "user_export"), ("Lea", "queue_export")]
    assert found[0]["custom"]["user_ids"] == ["ann"]
