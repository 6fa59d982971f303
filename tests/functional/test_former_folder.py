"""A data folder that the release 0e97c85 wrote: `make demo` on it, then moderators' decisions while
the receiver was gone, then its end. Store and queue were two files then.
"""

from __future__ import annotations

import sqlite3
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from common.delivery.deliveries import deliver
from common.delivery.dispatcher import dispatcher_of
from common.outgoing.client import Outcome
from common.queue.messages import decoded
from common.queue.sqlite.queue import SqliteQueue
from infra.local.credentials import FIRST_APP, Credentials
from tests.functional.inprocess import App, Server, in_process

_FOLDER = Path(__file__).parents[1] / "data" / "sqlite-0e97c85.tar.xz"
_CREDENTIALS = Credentials("demo", "secret-of-the-demo-secret-of-the-demo", "token-of-the-demo")
_MINUTE = 60_000_000_000
_LISTS = {"rules": "rules", "actions": "actions", "deliveries": "deliveries", "log": "entries"}
_OPEN = ("pending", "waiting")


@dataclass
class Receiver:
    """`arrived` holds the ids of deliveries, in their order."""

    arrived: list[str] = field(default_factory=list)

    async def send(self, request: Any) -> Outcome:
        self.arrived.append(request.headers["X-Webhook-Id"])
        return Outcome(200, latency_ms=1.0)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with tarfile.open(_FOLDER) as packed:
        packed.extractall(tmp_path, filter="data")
    with in_process(tmp_path) as server:
        yield server


@pytest.fixture
def app() -> App:
    return App(FIRST_APP, _CREDENTIALS)


def _deliveries(server: Server) -> list[dict[str, Any]]:
    page = server.context.store.query("delivery", app=FIRST_APP, limit=1_000)
    return [found.data for found in server.run(page).documents]


def _of_lanes(deliveries: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The ids of each subject, in the order in which they were ordered."""
    lanes: dict[str, list[str]] = defaultdict(list)
    for each in sorted(deliveries, key=lambda each: each["sequence"]):
        lanes[each["lane"]].append(each["id"])
    return lanes


async def _consume(server: Server, at: int) -> None:
    """Whatever waits, however long its delay."""
    with closing(sqlite3.connect(server.data / "store.db")) as connection:
        connection.execute("UPDATE messages SET due_at = 0")
        connection.commit()
    queue = server.context.queue
    assert isinstance(queue, SqliteQueue)
    for leased in await queue.lease(["deliver"], 100, 0.0):
        await deliver(server.context, decoded(leased.topic, leased.message), at)
        await queue.ack(leased.id)


def test_what_waited_arrives_in_order(server: Server) -> None:
    before = [each for each in _deliveries(server) if each["state"] in _OPEN]
    assert {each["state"] for each in before} == set(_OPEN)
    lanes = _of_lanes(before)
    assert max(map(len, lanes.values())) > 2
    receiver = vars(dispatcher_of(server.context))["sender"] = Receiver()
    at = max(each["updated_at"] for each in before)
    for _ in range(60):
        at += _MINUTE
        server.run(_consume(server, at))
    assert sorted(receiver.arrived) == sorted(each["id"] for each in before)
    for ids in lanes.values():
        assert [id for id in receiver.arrived if id in ids] == ids
    assert {each["state"] for each in _deliveries(server)} == {"delivered", "superseded"}
    assert not (server.data / "queue.db").exists()


def test_what_was_there_is_answered_and_goes_on(server: Server, app: App) -> None:
    v2 = "/api/v2/moderation"
    answered = server.call(app, "POST", f"{v2}/review_queue", {"filter": {}, "limit": 25})
    assert answered.status == 201, answered.text
    items = answered.json()["items"]
    assert items
    for path, name in _LISTS.items():
        assert server.call(app, "GET", f"/api/v1/{path}").json()[name], path
    ban = {"action_type": "ban", "item_id": items[0]["id"], "user_id": "moderator", "ban": {}}
    assert server.call(app, "POST", f"{v2}/submit_action", ban).status == 201
    check = {
        "entity_type": items[0]["entity_type"],
        "entity_id": items[0]["entity_id"],
        "entity_creator_id": items[0]["entity_creator_id"],
        "moderation_payload": {"texts": ["something else"]},
    }
    assert server.call(app, "POST", f"{v2}/check", check).status == 201
