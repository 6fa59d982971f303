"""The log is bound to signed roots: whoever changes an entry is found out, and says which."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import orjson
import pytest

from common.configuration.context import now
from common.domain import log_tree
from common.domain.evidence import erased, hash_of
from common.domain.log import LOG, LogEntry, log_key, new_entry
from common.domain.log_tree import day_of, log_tree_id
from common.domain.task import task_key
from common.domain.times import DAY, HOUR, SECOND
from common.moderation.background import log_trees
from common.moderation.background.daily import start_all
from common.moderation.background.working import work
from common.moderation.evidence.proofs import problems_of
from common.moderation.evidence.verifying import Verified, verify
from common.queue.messages import ScanOrder
from common.store.store import Update
from infra.local import verify as command
from tests.functional.announced import announced
from tests.functional.inprocess import Answer, App, Server, in_process

V2 = "/api/v2/moderation"


class World:
    """An app whose clock stands where a test says."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.app: App = server.app("app-a")

    def call(self, method: str, path: str, body: Any = None, **options: Any) -> Answer:
        return self.server.call(self.app, method, path, body, **options)

    def done(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        answered = self.call(method, path, body, **options)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def act(self, id: str, reason: str = "seen") -> None:
        """Some entries of the log, about a user and by a person."""
        flag = {"entity_type": "post", "entity_id": id, "entity_creator_id": "ann-4711"}
        item = self.done("POST", f"{V2}/flag", {**flag, "user_id": "bob"})["item_id"]
        body = {"action_type": "mark_reviewed", "item_id": item, "user_id": "mod"}
        self.done(
            "POST", f"{V2}/submit_action", {**body, "mark_reviewed": {"decision_reason": reason}}
        )

    def write(self, at: int, number: int = 1) -> list[str]:
        """Entries of that time."""
        made = [
            new_entry(self.app.name, "action", "tried", at + each, user_id="ann", reason=f"{each}")
            for each in range(number)
        ]
        for start in range(0, number, 100):
            self.server.run(self.server.context.store.commit(made[start : start + 100]))
        return sorted(each.data["id"] for each in made)

    def entries(self) -> list[LogEntry]:
        page = self.server.run(self.server.context.store.query(LOG, app=self.app.name, limit=1_000))
        return [document.data for document in page.documents]

    def close_days(self, at: int) -> None:
        """What the sweep and the queue do, until there is nothing to do before that time."""
        context, id = self.server.context, log_tree_id(self.app.name)
        self.server.run(start_all(context, at))
        for _ in range(100):
            (task,) = self.server.run(context.store.get([task_key(self.app.name, id)]))
            assert task is not None
            due = task.data["due_at"]
            if due > at + SECOND:
                return
            self.server.run(work(context, ScanOrder(self.app.name, id, at=due), max(due, at)))
        raise AssertionError("there is no end to it")

    def finish(self, task: str) -> None:
        """A job, to its end."""
        context, key = self.server.context, task_key(self.app.name, task)
        for _ in range(600):
            (found,) = self.server.run(context.store.get([key]))
            assert found is not None
            if "due_at" not in found.data:
                return
            at = found.data["due_at"]
            self.server.run(work(context, ScanOrder(self.app.name, task, at=at), max(at, now())))
        raise AssertionError("there is no end to it")

    def verified(self, published: dict[str, str] | None = None, key: str = "") -> Verified:
        store = self.server.context.store
        return self.server.run(verify(store, self.app.name, published, key))

    def roots(self) -> list[Any]:
        found: list[Any] = self.done("GET", "/api/v1/log/roots")["roots"]
        return found


@pytest.fixture
def world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """Chunks of four leaves: what takes several steps does so with few entries."""
    for module in (log_tree, log_trees):
        monkeypatch.setattr(module, "CHUNK", 4)
    monkeypatch.setattr("common.views.log_roots.CHUNK", 4)
    monkeypatch.setattr("common.moderation.evidence.verifying.CHUNK", 4)
    with in_process(tmp_path_factory.mktemp("evidence") / "data") as server:
        yield World(server)


def test_a_day_is_closed_an_hour_after_its_end_and_every_entry_has_a_proof(world: World) -> None:
    for number in range(5):
        world.act(f"p{number}", "bad")
    day = day_of(now())
    end = log_tree.end_of(day)
    world.close_days(end + HOUR // 2)
    assert world.roots() == []
    id = world.entries()[0]["id"]
    refused = world.call("GET", f"/api/v1/log/{id}/proof")
    assert refused.status == 404
    assert "not closed" in refused.text
    world.close_days(end + HOUR)
    (root,) = world.roots()
    assert (root["day"], root["previous"]) == (day, log_tree.GENESIS)
    assert root["entries"] == len(world.entries()) > 8
    assert root["key"].startswith("whpk_")
    for entry in world.entries():
        proof = world.done("GET", f"/api/v1/log/{entry['id']}/proof")
        assert problems_of(proof) == problems_of(proof, root["key"]) == []
        assert json.loads(proof["values"]["reason"]) == entry["reason"]
    done = world.verified({day: root["root"]}, root["key"])
    assert (done.days, done.entries, done.findings) == (1, root["entries"], [])


def test_days_are_chained_also_those_on_which_nothing_happened(world: World) -> None:
    start = log_tree.start_of("2026-03-01")
    world.write(start + HOUR, 3)
    world.write(start + 2 * DAY + HOUR, 6)
    world.close_days(start + 4 * DAY)
    roots = [*reversed(world.roots())]
    assert [root["day"] for root in roots] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert [root["entries"] for root in roots] == [3, 0, 6]
    assert [root["previous"] for root in roots[1:]] == [root["root"] for root in roots[:-1]]
    assert world.verified().findings == []
    query = {"from": "2026-03-02", "to": "2026-03-02"}
    (one,) = world.done("GET", "/api/v1/log/roots", query=query)["roots"]
    assert one == roots[1]
    for name in ("from", "to"):
        refused = world.call("GET", "/api/v1/log/roots", query={name: "2026-3-2"})
        assert (refused.status, name in refused.text) == (400, True)


def test_what_is_written_late_is_under_the_next_root(world: World) -> None:
    start = log_tree.start_of("2026-03-01")
    world.write(start + HOUR, 3)
    world.close_days(start + DAY + HOUR)
    (late,) = world.write(start + DAY - HOUR)
    world.write(start + DAY + HOUR, 5)
    world.close_days(start + 2 * DAY + HOUR)
    assert [root["entries"] for root in world.roots()] == [6, 3]
    proof = world.done("GET", f"/api/v1/log/{late}/proof")
    assert (proof["root"]["day"], proof["index"], problems_of(proof)) == ("2026-03-02", 0, [])
    assert world.verified().findings == []


def test_a_step_that_is_done_twice_changes_nothing(world: World) -> None:
    start = log_tree.start_of("2026-03-01")
    world.write(start + HOUR, 10)
    world.server.run(start_all(world.server.context, start + 2 * DAY))
    context, id = world.server.context, log_tree_id(world.app.name)
    for _ in range(20):
        (task,) = world.server.run(context.store.get([task_key(world.app.name, id)]))
        assert task is not None
        order = ScanOrder(world.app.name, id, at=task.data["due_at"])
        world.server.run(work(context, order, start + 2 * DAY))
        world.server.run(work(context, order, start + 2 * DAY))
    assert [root["entries"] for root in world.roots()] == [10]
    assert world.verified().findings == []


Tampering = Callable[[sqlite3.Connection, list[str]], object]


def _set(connection: sqlite3.Connection, id: str, **fields: Any) -> None:
    (data,) = connection.execute(
        "SELECT data FROM documents WHERE collection = 'log' AND id = ?", (id,)
    ).fetchone()
    changed = orjson.dumps({**orjson.loads(data), **fields})
    given = changed.decode() if isinstance(data, str) else changed
    connection.execute(
        "UPDATE documents SET data = ? WHERE collection = 'log' AND id = ?", (given, id)
    )


def _swap(connection: sqlite3.Connection, ids: list[str]) -> None:
    for id, other in (("-", ids[5]), (ids[5], ids[6]), (ids[6], "-")):
        connection.execute(
            "UPDATE documents SET id = ? WHERE collection = 'log' AND id = ?", (id, other)
        )


_ONE = "collection = 'log' AND id = ?"
_TAMPERING: dict[str, tuple[Tampering, int | None]] = {
    "another reason": (lambda db, ids: _set(db, ids[5], reason="another"), 5),
    "another result": (lambda db, ids: _set(db, ids[2], result="none"), 2),
    "another person": (lambda db, ids: _set(db, ids[8], user_id="eve"), 8),
    "another time": (lambda db, ids: _set(db, ids[0], at=1), 0),
    "a further field": (lambda db, ids: _set(db, ids[3], by="eve", custom={"a": 1}), 3),
    "deleted": (lambda db, ids: db.execute(f"DELETE FROM documents WHERE {_ONE}", (ids[7],)), 7),
    "two change places": (_swap, 5),
}


@pytest.mark.parametrize("name", _TAMPERING)
def test_who_tampers_with_the_store_is_found_out(world: World, name: str) -> None:
    tamper, leaf = _TAMPERING[name]
    ids = _closed_day(world)
    with sqlite3.connect(world.server.data / "store.db") as db:
        tamper(db, ids)
    found = world.verified().findings
    assert (found[0].day, found[0].leaf) == ("2026-03-01", leaf)


def test_an_entry_that_was_put_in_is_named(world: World) -> None:
    _closed_day(world)
    world.close_days(log_tree.start_of("2026-03-04"))
    (id,) = world.write(log_tree.start_of("2026-03-01") + 5 * HOUR)
    (found,) = world.verified().findings
    assert (found.day, found.entry_id) == ("2026-03-01", id)
    assert "inserted" in found.problem


@pytest.mark.parametrize("field", ["tree", "previous", "root", "signature", "key", "entries"])
def test_a_root_that_was_changed_is_named(world: World, field: str) -> None:
    _closed_day(world)
    key = log_tree.root_key(world.app.name, "2026-03-01")
    value: Any = 99 if field == "entries" else "0" * 63 + "1"
    world.server.run(world.server.context.store.commit([Update(key, set={field: value})]))
    assert {finding.day for finding in world.verified().findings} == {"2026-03-01"}


def test_who_makes_all_roots_anew_is_told_by_those_that_were_published(world: World) -> None:
    ids = _closed_day(world)
    (root,) = world.roots()
    store, app = world.server.context.store, world.app.name
    (entry,) = world.server.run(store.get([log_key(app, ids[5])]))
    assert entry is not None
    lie: LogEntry = {**entry.data, "reason": "a lie"}
    (chunk,) = world.server.run(store.get([log_tree.leaves_key(app, "2026-03-01", 1)]))
    assert chunk is not None
    hashes = [*chunk.data["hashes"]]
    hashes[1] = hash_of(lie).hex()
    world.server.run(
        store.commit(
            [
                Update(log_key(app, ids[5]), set={"reason": "a lie"}),
                Update(chunk.key, set={"hashes": hashes}),
            ]
        )
    )
    found = world.verified({"2026-03-01": root["root"]}).findings
    assert [(each.day, each.leaf) for each in found] == [("2026-03-01", 4)]


def test_what_an_erasure_leaves_is_still_proven(world: World) -> None:
    ids = _closed_day(world)
    store, app = world.server.context.store, world.app.name
    (entry,) = world.server.run(store.get([log_key(app, ids[5])]))
    assert entry is not None
    seal = erased(entry.data, ["user_id", "reason"])
    world.server.run(
        store.commit(
            [Update(log_key(app, ids[5]), set={"user_id": "erased", "reason": "", "seal": seal})]
        )
    )
    assert world.verified().findings == []
    proof = world.done("GET", f"/api/v1/log/{ids[5]}/proof")
    assert problems_of(proof) == []
    assert not {"user_id", "reason"} & {*proof["values"], *proof["salts"]}
    assert {*proof["values"]} == {"by", "custom"}
    with sqlite3.connect(world.server.data / "store.db") as db:
        _set(db, ids[5], by="eve")
    assert [each.leaf for each in world.verified().findings] == [5]


def test_who_is_erased_leaves_every_root_true(world: World) -> None:
    for number in range(3):
        world.act(f"p{number}", "ann-4711 went too far")
    end = log_tree.end_of(day_of(now()))
    world.close_days(end + HOUR)
    before = [entry for entry in world.entries() if entry.get("user_id") == "ann-4711"]
    assert len(before) >= 3
    order = world.call("DELETE", "/api/v1/users/ann-4711/data")
    assert order.status == 202, order.text
    world.finish(order.json()["id"])
    assert "ann-4711" not in str(world.server.documents(world.app.name))
    done = world.verified()
    assert (done.findings, done.days) == ([], 1)
    proof = world.done("GET", f"/api/v1/log/{before[0]['id']}/proof")
    assert problems_of(proof) == []
    assert "user_id" not in proof["values"]


def test_no_answer_of_the_log_has_a_salt(world: World) -> None:
    world.act("p1")
    for path in ("/api/v1/log", "/api/v1/log/export"):
        query = {"format": "jsonl"} if path.endswith("export") else {}
        told = world.call("GET", path, query=query)
        assert told.status == 200
        assert '"seal"' not in told.text
    assert all("seal" in entry for entry in world.entries())


@pytest.mark.parametrize("change", ["values", "salts", "index", "path", "root", "leaf", "id"])
def test_a_proof_of_something_else_does_not_hold(world: World, change: str) -> None:
    ids = _closed_day(world)
    proof = world.done("GET", f"/api/v1/log/{ids[5]}/proof")
    other = world.done("GET", f"/api/v1/log/{ids[6]}/proof")
    other["root"] = {**proof["root"], "entries": 4}
    if change == "values":
        other["values"] = {**other["values"], "reason": '"a lie"'}
    assert problems_of(cast(Any, {**proof, change: other[change]}))


def test_an_event_tells_of_a_root(world: World) -> None:
    hook = {"webhook_url": "https://hooks.example.com/gavel", "event_types": ["log_root.published"]}
    world.done("PATCH", "/api/v2/app", {"event_hooks": [{**hook, "enabled": True}]})
    _closed_day(world)
    (event,) = announced(world.server, world.app)
    assert event["type"] == "log_root.published"
    assert event["log_root"]["root"] == world.roots()[0]["root"]


def test_the_command_verifies_a_store_and_a_proof(
    world: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ids = _closed_day(world)
    proof, roots = tmp_path / "proof.json", tmp_path / "roots.json"
    proof.write_bytes(world.call("GET", f"/api/v1/log/{ids[5]}/proof").body)
    roots.write_bytes(world.call("GET", "/api/v1/log/roots").body)

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["verify", *arguments])
        return command.main(), capsys.readouterr().out

    whole = ("--app", world.app.name, "--roots", str(roots))
    code, told = run("--proof", str(proof))
    assert (code, "leaf 5 of 2026-03-01" in told) == (0, True)
    code, told = run(*whole)
    assert (code, "nothing was changed" in told) == (0, True)
    with sqlite3.connect(world.server.data / "store.db") as db:
        _set(db, ids[5], reason="another")
    code, told = run(*whole)
    assert code == 1
    assert f"2026-03-01, leaf 5 ({ids[5]}): the entry was changed" in told


def _closed_day(world: World) -> list[str]:
    """Ten entries in three chunks."""
    start = log_tree.start_of("2026-03-01")
    ids = world.write(start + HOUR, 10)
    world.close_days(start + DAY + HOUR)
    assert [root["entries"] for root in world.roots()] == [10]
    return ids
