"""What is done to many at once: a batch is taken back, a reporter's reports are dropped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.domain.task import task_key
from common.moderation.background import batch_undos
from common.moderation.background.job import Job
from common.moderation.enforcement.consuming import consume
from common.queue.messages import decoded
from common.store.unit_of_work import UnitOfWork
from tests.functional import background
from tests.functional.desk import V2, Desk, desk

_numbers = count()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("batches") / "data") as made:
        for category in ("spam", "hate"):
            made.done("PUT", f"/api/v1/report_categories/{category}", {"name": category})
        yield made


def undone(bench: Desk, batch: str, **body: Any) -> tuple[str, Any]:
    """The batch of what took it back, and what the task says in the end."""
    answer = bench.done("POST", f"/api/v1/batches/{batch}/undo", {"user_id": "lea", **body})
    task = background.finished(bench.server, bench.app, answer["task_id"])
    assert task["status"] == "completed", task
    return answer["batch_id"], task["result"]


def in_batch(bench: Desk, batch: str) -> list[Any]:
    query = {"batch_id": batch}
    answer = bench.server.call(bench.app, "GET", "/api/v1/log", query=query).json()
    entries: list[Any] = answer["entries"]
    return entries


def waiting(bench: Desk) -> set[str]:
    found = bench.queue(filter={"reviewed": False}, limit=100)
    return {item["entity_id"] for item in found["items"]}


def test_a_batch_is_taken_back_as_each_decision_would_be(bench: Desk) -> None:
    items = [bench.flagged() for _ in range(25)]
    for item in items:
        bench.act("mark_reviewed", item["id"], batch_id="emptied")
    assert not waiting(bench)
    batch, result = undone(bench, "emptied", reason="a slip")
    assert result == {
        "decisions": 25,
        "undone": {"mark_reviewed": 25},
        "not_undone": {},
        "examples": [],
    }
    assert waiting(bench) == {item["entity_id"] for item in items}
    entries = in_batch(bench, batch)
    assert {(e["type"], e["by"], e["reason"]) for e in entries} == {("reopen", "lea", "a slip")}
    assert len(entries) == 25


def test_each_kind_has_its_inverse_and_what_has_none_is_listed(bench: Desk) -> None:
    told = {
        "block": bench.flagged()["id"],
        "ban": bench.flagged("eve")["id"],
        "escalate": bench.flagged()["id"],
        "delete_message": bench.flagged()["id"],
    }
    for action, id in told.items():
        bench.act(action, id, batch_id="many")
    gone = bench.flagged("gone")["id"]
    bench.act("delete_user", gone, batch_id="many")
    _, result = undone(bench, "many")
    assert result["undone"] == dict.fromkeys(told, 1)
    assert result["not_undone"] == {"no_inverse": 1}
    (example,) = result["examples"]
    assert (example["item_id"], example["type"]) == (gone, "delete_user")
    assert example["reason"]
    assert bench.user("eve")["banned"] is False
    shown = bench.shown(told["block"])
    assert shown["recommended_action"] == "keep"
    assert not bench.shown(told["escalate"])["escalated"]


def test_what_was_decided_anew_is_passed_over(bench: Desk) -> None:
    stays, goes = bench.flagged()["id"], bench.flagged()["id"]
    for id in (stays, goes):
        bench.act("block", id, batch_id="two")
    bench.act("unblock", stays)
    bench.act("block", stays)
    _, result = undone(bench, "two")
    assert (result["undone"], result["not_undone"]) == ({"block": 1}, {"decided_since": 1})
    assert result["examples"][0]["item_id"] == stays
    assert bench.shown(stays)["recommended_action"] == "remove"
    # A second time there is nothing to take back.
    _, again = undone(bench, "two")
    assert again["undone"] == {}
    assert again["not_undone"] == {"decided_since": 2}


def test_a_page_that_is_done_twice_counts_once(bench: Desk) -> None:
    ids = [bench.flagged()["id"] for _ in range(3)]
    for id in ids:
        bench.act("block", id, batch_id="twice")
    answer = bench.done("POST", "/api/v1/batches/twice/undo", {"user_id": "lea"})
    context, app = bench.server.context, bench.app.name
    (task,) = bench.server.run(context.store.get([task_key(app, answer["task_id"])]))
    assert task is not None
    job = Job(context, app, task.data, UnitOfWork(context.store), now())
    first = bench.server.run(batch_undos.step(job))
    assert bench.server.run(batch_undos.step(job)) == first
    assert first.result["undone"] == {"block": 3}
    assert len(in_batch(bench, answer["batch_id"])) == 3


def test_a_batch_that_is_not_there(bench: Desk) -> None:
    assert bench.send("POST", "/api/v1/batches/nosuch/undo", {"user_id": "lea"}).status == 404
    assert bench.send("POST", "/api/v1/batches/nosuch/undo", {}).status == 400


def report(bench: Desk, message: str, by: str, reason: str = "spam") -> str:
    body = {
        "entity_type": "stream:chat:v1:message",
        "entity_id": message,
        "entity_creator_id": "author",
        "user_id": by,
        "reason": reason,
    }
    id: str = bench.done("POST", f"{V2}/flag", body)["item_id"]
    return id


def dropped(bench: Desk, reporter: str) -> tuple[str, Any]:
    body = {"user_id": "mo", "reason": "bad faith"}
    answer = bench.done("POST", f"/api/v1/reporters/{reporter}/drop_reports", body)
    task = background.finished(bench.server, bench.app, answer["task_id"])
    settle(bench)
    return answer["batch_id"], task["result"]


def settle(bench: Desk) -> None:
    """What is owed to items and reporters is done."""
    context = bench.server.context
    for _ in range(20):
        before = bench.server.documents(bench.app.name)
        rows = {row[2] for row in bench.server.documents(None) if len(row) == 3}
        for message in (orjson.loads(row) for row in rows if b"verdict" in _bytes(row)):
            bench.server.run(consume(context, decoded("enforce", message), now()))
        if before == bench.server.documents(bench.app.name):
            return


def _bytes(text: Any) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode()


def listed(bench: Desk, reporter: str) -> list[Any]:
    query = {"reporter_id": reporter}
    answer = bench.server.call(bench.app, "GET", "/api/v1/reports", query=query).json()
    reports: list[Any] = answer["reports"]
    return reports


def test_all_open_reports_of_a_reporter_are_dropped(bench: Desk) -> None:
    alone = [report(bench, f"alone{n}", "eve") for n in range(30)]
    shared = report(bench, "shared", "eve")
    report(bench, "shared", "ann", "hate")
    settled = report(bench, "settled", "eve")
    bench.act("block", settled)
    settle(bench)
    flagged = bench.flagged()
    body = {"entity_type": "post", "entity_id": flagged["entity_id"], "user_id": "eve"}
    bench.done("POST", f"{V2}/flag", {**body, "reason": "spam"})

    batch, result = dropped(bench, "eve")
    assert result == {"reports": 32, "items": 32, "left_queue": 30}
    assert waiting(bench) == {"shared", flagged["entity_id"]}
    shown = bench.shown(shared)
    assert (shown["flags_count"], [f["user_id"] for f in shown["flags"]]) == (1, ["ann"])
    assert bench.shown(alone[0])["recommended_action"] == "keep"
    entries = in_batch(bench, batch)
    assert len(entries) == 32
    assert {(e["type"], e["by"], e["reason"]) for e in entries} == {
        ("report_dropped", "mo", "bad faith")
    }
    assert [each["entity_id"] for each in listed(bench, "eve") if "invalid_at" not in each] == [
        "settled"
    ]
    standing = bench.done("GET", "/api/v1/reporters/eve")["reporter"]
    assert (standing["judged"], round(standing["wrong"]), round(standing["right"])) == (33, 32, 1)
    # The same, said again, counts for nothing.
    report(bench, "alone0", "eve", "hate")
    assert "alone0" not in waiting(bench)
    assert bench.shown(alone[0])["flags_count"] == 0
    # And there is nothing more to drop.
    assert dropped(bench, "eve")[1] == {"reports": 0, "items": 0, "left_queue": 0}


def test_what_was_dropped_is_taken_back(bench: Desk) -> None:
    report(bench, "first", "eve")
    both = report(bench, "both", "eve")
    report(bench, "both", "ann")
    decided = report(bench, "decided", "eve")
    before = {id: bench.shown(id) for id in (both,)}
    batch, _ = dropped(bench, "eve")
    report(bench, "decided", "ann")
    bench.act("block", decided)
    undo, result = undone(bench, batch)
    settle(bench)
    assert result["undone"] == {"report_dropped": 2}
    assert result["not_undone"] == {"decided_since": 1}
    assert waiting(bench) == {"first", "both"}
    shown = bench.shown(both)
    for name in ("flags_count", "recommended_action", "reviewed_at"):
        assert shown[name] == before[both][name]
    assert {f["user_id"] for f in shown["flags"]} == {"eve", "ann"}
    standing = bench.done("GET", "/api/v1/reporters/eve")["reporter"]
    assert (standing["judged"], round(standing["wrong"], 2)) == (1, 1)
    assert {entry["type"] for entry in in_batch(bench, undo)} == {"report_undone"}


def test_taking_back_before_it_was_counted_leaves_nothing(bench: Desk) -> None:
    report(bench, "first", "eve")
    body = {"user_id": "mo"}
    answer = bench.done("POST", "/api/v1/reporters/eve/drop_reports", body)
    background.finished(bench.server, bench.app, answer["task_id"])
    undone(bench, answer["batch_id"])
    settle(bench)
    assert bench.send("GET", "/api/v1/reporters/eve").status == 404


def test_who_has_reported_nothing(bench: Desk) -> None:
    assert bench.send("POST", "/api/v1/reporters/noa/drop_reports", {"user_id": "mo"}).status == 404


def test_who_is_given_their_data_is_not_told_whose_reports_were_dropped(bench: Desk) -> None:
    report(bench, "first", "eve-4711")
    dropped(bench, "eve-4711")
    answer = bench.done("POST", "/api/v1/users/author/data/export")
    task = background.finished(bench.server, bench.app, answer["task_id"])
    (made,) = task["result"]["files"]
    path = made["url"].partition("://")[2].partition("/")[2]
    file = bench.server.call(None, "GET", f"/{path}")
    assert (file.status, "report_dropped" in file.text) == (200, True)
    assert "eve-4711" not in file.text
