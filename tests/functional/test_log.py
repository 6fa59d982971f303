"""The moderation log: found by every filter, left in pages and as a file, acknowledged, retried."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from string import ascii_letters, digits
from typing import Any
from urllib.parse import urlsplit

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.domain.log import KINDS, new_entry
from common.domain.times import HOUR, MINUTE, SECOND, to_rfc3339
from common.http.routes import ROUTES
from common.moderation import log_exports
from common.moderation.log import Wanted
from common.queue.messages import DueDelivery
from tests.functional.background import finished
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.receiver import Receiver, answer

_LETTERS = iter(ascii_letters + digits)


class World:
    """An app whose log is written by hand; its last entry is a minute old."""

    def __init__(self, server: Server, receiver: Receiver) -> None:
        self.server, self.receiver = server, receiver
        self.app = server.app(f"app-{next(_LETTERS)}")
        self.now = now() - MINUTE

    def call(self, method: str, path: str, body: Any = None, **query: Any) -> Answer:
        return self.server.call(self.app, method, f"/api/v1/{path}", body, query=query)

    def done(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        answered = self.call(method, path, body, **query)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def write(self, *entries: dict[str, Any], apart: int = SECOND) -> list[str]:
        """Each with its fields, the oldest first, up to now."""
        made = []
        for back, fields in zip(range(len(entries), 0, -1), entries, strict=True):
            given = {"kind": "action", "type": "ban", **fields}
            kind, type, at = given.pop("kind"), given.pop("type"), self.now - back * apart
            made.append(new_entry(self.app.name, kind, type, at, **given))
        for start in range(0, len(made), 90):
            self.server.run(self.server.context.store.commit(made[start : start + 90]))
        return [each.data["id"] for each in made]

    def found(self, **query: Any) -> list[str]:
        """All of them, page by page."""
        ids: list[str] = []
        cursor: str | None = None
        for _ in range(1_000):
            more = {"cursor": cursor} if cursor else {}
            page = self.done("GET", "log", **{"limit": 100, **query, **more})
            ids += [each["id"] for each in page["entries"]]
            cursor = page["next"]
            if cursor is None:
                return ids
        raise AssertionError("there is no end to it")

    def export(self, **query: Any) -> Answer:
        answered = self.call("GET", "log/export", **query)
        assert answered.status == 200, answered.text
        return answered


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("log") / "data"
    with in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1", GAVEL_RETRY_DELAYS="60") as server:
        yield server


@pytest.fixture
def world(server: Server) -> Iterator[World]:
    with Receiver() as receiver:
        yield World(server, receiver)


_RULE = {"kind": "rule", "type": "rule", "custom": {"rule_id": "r", "rule_version": 2}}
_SENT = {"rule_id": "r", "rule_version": 3, "action_id": "hide", "delivery_id": "d"}
_ENTRIES: dict[str, dict[str, Any]] = {
    "ban": {"by": "mo", "user_id": "ann", "item_id": "i"},
    "rule": {**_RULE, "item_id": "i", "user_id": "ann"},
    "other rule": {**_RULE, "custom": {"rule_id": "q", "actions": ["hide"]}, "result": "overruled"},
    "sent": {"kind": "delivery", "type": "attempt", "custom": _SENT, "user_id": "ann"},
    "failed": {"kind": "delivery", "type": "attempt", "result": "failed", "unread": True},
    "run": {"type": "custom", "custom": {"id": "hide"}, "by": "mo"},
}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["ban", "rule", "other rule", "sent", "failed", "run"]),
        ({"kind": "rule"}, ["rule", "other rule"]),
        ({"kind": "delivery", "type": "attempt"}, ["sent", "failed"]),
        ({"type": "ban"}, ["ban"]),
        ({"rule_id": "r"}, ["rule", "sent"]),
        ({"rule_id": "r", "rule_version": 3}, ["sent"]),
        ({"rule_id": "r", "rule_version": 2, "kind": "rule"}, ["rule"]),
        ({"action_id": "hide"}, ["other rule", "sent", "run"]),
        ({"user_id": "ann"}, ["ban", "rule", "sent"]),
        ({"user_id": "ann", "kind": "rule"}, ["rule"]),
        ({"moderator_id": "mo"}, ["ban", "run"]),
        ({"item_id": "i"}, ["ban", "rule"]),
        ({"item_id": "i", "moderator_id": "mo"}, ["ban"]),
        ({"result": "overruled"}, ["other rule"]),
        ({"unread": True}, ["failed"]),
        ({"unread": True, "kind": "rule"}, []),
        ({"unread": True, "result": "failed"}, ["failed"]),
        ({"unread": False}, ["ban", "rule", "other rule", "sent", "failed", "run"]),
    ],
)
def test_each_filter_alone_and_with_others(
    world: World, query: dict[str, Any], names: list[str]
) -> None:
    ids = dict(zip(_ENTRIES, world.write(*_ENTRIES.values()), strict=True))
    wanted = [ids[name] for name in names]
    assert world.found(**query) == wanted[::-1]
    rows = csv.DictReader(io.StringIO(world.export(**query).text))
    assert [row["id"] for row in rows] == wanted


def test_from_since_on_and_before_until(world: World) -> None:
    ids = world.write(*[{}] * 5)
    times = [world.now - back * SECOND for back in (5, 4, 3, 2, 1)]
    since, until = to_rfc3339(times[1]), to_rfc3339(times[3])
    assert world.found(since=since, until=until) == [ids[2], ids[1]]
    assert world.found(since=since, user_id="") == ids[1:][::-1]
    refused = world.call("GET", "log", since=until, until=since)
    assert refused.json()["exception_fields"] == {"until": "is not after since"}
    refused = world.call("GET", "log", rule_version=1)
    assert "rule_id" in refused.json()["exception_fields"]["rule_version"]
    refused = world.call("GET", "log", kind="nonsense")
    assert refused.status == 400 and "kind" in refused.json()["exception_fields"]


def test_a_needle_among_thousands_is_found_page_by_page(world: World) -> None:
    haystack = [{"custom": {"rule_id": "common"}} for _ in range(2_500)]
    (needle, *_) = world.write({"custom": {"rule_id": "rare"}}, *haystack, apart=1_000_000)
    first = world.done("GET", "log", rule_id="rare")
    assert first["entries"] == [] and first["next"], "it looks at 2,000 and goes on"
    assert world.found(rule_id="rare") == [needle]


def test_pages_stay_where_they_are_whatever_is_written_meanwhile(world: World) -> None:
    ids = world.write(*[{}] * 9)
    first = world.done("GET", "log", limit=4)
    world.now = now()
    later = world.write(*[{}] * 3)
    second = world.done("GET", "log", limit=4, cursor=first["next"])
    third = world.done("GET", "log", limit=4, cursor=second["next"])
    shown = [each["id"] for page in (first, second, third) for each in page["entries"]]
    assert shown == ids[::-1]
    assert world.found()[:3] == later[::-1]


def test_a_cursor_belongs_to_its_question(world: World) -> None:
    world.write(*[{"kind": "rule", "type": "rule"}] * 3)
    cursor = world.done("GET", "log", limit=1, kind="rule")["next"]
    refused = world.call("GET", "log", limit=1, cursor=cursor)
    assert refused.json()["exception_fields"] == {"cursor": "is not a cursor of this query"}
    assert world.call("GET", "log", cursor="nonsense").status == 400


def test_an_export_has_every_entry_once_as_a_table_and_as_lines(world: World) -> None:
    ids = world.write(*[{**_ENTRIES["rule"], "reason": f"n{n}"} for n in range(450)])
    exported = world.export()
    assert exported.headers["content-type"] == "text/csv; charset=utf-8"
    assert exported.headers["content-disposition"].endswith('filename="moderation_log.csv"')
    rows = list(csv.DictReader(io.StringIO(exported.text)))
    assert [row["id"] for row in rows] == ids
    assert (rows[7]["rule_id"], rows[7]["rule_version"], rows[7]["reason"]) == ("r", "2", "n7")
    assert json.loads(rows[7]["custom"]) == _RULE["custom"]
    lines = world.export(format="jsonl")
    assert lines.headers["content-type"] == "application/jsonl; charset=utf-8"
    entries = [json.loads(line) for line in lines.text.splitlines()]
    assert [each["id"] for each in entries] == ids
    (shown,) = [each for each in world.done("GET", "log")["entries"] if each["id"] == ids[-1]]
    assert entries[-1] == shown


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(world: World, text: str) -> None:
    world.write({"reason": text, "by": text, "user_id": text})
    (row,) = csv.DictReader(io.StringIO(world.export().text, newline=""))
    assert row["reason"] == row["moderator_id"] == row["user_id"] == f"'{text}"


def test_an_export_ends_although_somebody_goes_on_writing(world: World) -> None:
    ids = world.write(*[{}] * 250)
    pages: list[Sequence[Any]] = []

    async def read() -> None:
        found = log_exports.pages(world.server.context, world.app.name, Wanted({}), now())
        async for page in found:
            pages.append(page)
            entry = new_entry(world.app.name, "action", "late", now())
            await world.server.context.store.commit([entry])

    world.server.run(read())
    assert [each["id"] for page in pages for each in page] == ids
    assert max(map(len, pages)) <= 200, "a page at a time"


def test_where_answers_have_a_limit_more_is_refused_by_name(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write(*[{"reason": "x" * 1_000}] * 300)
    monkeypatch.setattr("functions.moderation_log.exports.most_bytes_answered", lambda: 100_000)
    refused = world.call("GET", "log/export", format="jsonl")
    assert refused.status == 400
    assert "/api/v1/exports" in refused.json()["exception_fields"]["until"]
    since = to_rfc3339(world.now - 10 * SECOND)
    assert len(world.export(format="jsonl", since=since).text.splitlines()) == 10


def test_the_background_export_has_the_same_table(world: World) -> None:
    world.write(*_ENTRIES.values())
    until = to_rfc3339(now())
    task = world.done("POST", "exports", {"of": "log", "until": until})["task_id"]
    result = finished(world.server, world.app, task)["result"]
    assert result["rows"] == len(_ENTRIES)
    fetched = world.server.raw("GET", urlsplit(result["url"]).path)
    assert fetched.text == world.export(until=until).text


def test_failures_are_counted_and_acknowledged(world: World) -> None:
    assert _unread(world) == (0, False)
    ids = world.write(*[{"unread": True, "result": "failed"}] * 130)
    assert _unread(world) == (100, True)
    assert world.done("POST", "log/mark_read", {"ids": ids[:1]})["marked"] == 1
    assert world.done("POST", "log/mark_read", {"ids": ids[:40]})["marked"] == 40
    assert _unread(world) == (90, False)
    assert world.done("POST", "log/mark_read", {})["marked"] == 90
    assert _unread(world) == (0, False)
    assert len(world.found()) == 130


def _unread(world: World) -> tuple[int, bool]:
    told = world.done("GET", "log/unread")
    return told["unread"], told["more"]


def _dead(world: World) -> tuple[str, dict[str, Any]]:
    """A delivery that was given up, and its last entry."""
    action = {"name": "warn", "kind": "user", "url": world.receiver.url("/warn")}
    world.done("PUT", "actions/warn", action)
    world.receiver.always("/warn", answer(404))
    run = {"target_user_id": "ann", "user_id": "mo"}
    id = world.done("POST", "actions/warn/run", run)["delivery"]["id"]
    for later in (0, HOUR):
        due = DueDelivery(world.app.name, id)
        world.server.run(deliver(world.server.context, due, now() + later))
    (entry, *_) = world.done("GET", "log", unread=True)["entries"]
    assert entry["result"] == "dead"
    return id, entry


def test_a_failure_is_retried_from_its_entry(world: World) -> None:
    id, entry = _dead(world)
    unread = world.done("GET", "log")["unread"]
    path = f"log/{entry['id']}/retry"
    retried = world.done("POST", path, {"user_id": "lea"})["delivery"]
    assert (retried["id"], retried["state"]) == (id, "pending")
    assert world.done("GET", "log")["unread"] == unread - 1, "that acknowledges it"
    (told,) = world.done("GET", "log", type="retried")["entries"]
    assert told["by"] == "lea"
    world.receiver.always("/warn", answer(200))
    world.server.run(deliver(world.server.context, DueDelivery(world.app.name, id), now()))
    refused = world.call("POST", path, {})
    assert "has arrived since" in refused.json()["exception_fields"]["id"]


def test_what_cannot_be_retried_is_refused_by_name(world: World) -> None:
    action = {"name": "warn", "kind": "user", "url": world.receiver.url("/warn")}
    world.done("PUT", "actions/warn", action)
    world.done("POST", "actions/warn/test", {})
    (test,) = world.done("GET", "log", type="test")["entries"]
    (ban, missing) = world.write(
        {},
        {"kind": "delivery", "type": "failed", "reason": "the action 'x' does not exist"},
    )

    def problem(id: str) -> str:
        answered = world.call("POST", f"log/{id}/retry", {})
        assert answered.status in (400, 404), answered.text
        return str(answered.json()["exception_fields"]["id"])

    assert "Test Action" in problem(test["id"])
    assert "of the kind action, which sends nothing" in problem(ban)
    assert "the action 'x' does not exist" in problem(missing)
    assert problem("nosuch") == "does not exist"


def test_the_seed_s_kinds_are_all_there() -> None:
    """Seed 000: rule triggers, flagged, reported, escalated, reviewed, expired, actions."""
    wanted = {"rule", "flag", "report", "escalation", "review", "expiry", "action", "delivery"}
    assert wanted <= KINDS.keys()
    assert {"export_log", "count_unread", "retry_log_entry"} <= {each.operation for each in ROUTES}


def test_an_app_exports_its_own_alone(world: World, server: Server) -> None:
    world.write({"reason": "mine"})
    other: App = server.app(f"app-{next(_LETTERS)}")
    answered = server.call(other, "GET", "/api/v1/log/export")
    assert answered.status == 200 and answered.text.count("\n") == 1
