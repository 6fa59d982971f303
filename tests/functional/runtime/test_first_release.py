"""A folder that the first release wrote: a demo's, stopped while its receiver was down."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.client import Client
from tests.receiver import Received, Receiver
from tests.running import Running, running

_STORED = Path(__file__).parents[2] / "stores" / "first"
_URL = "http://127.0.0.1:8090"
# Nanoseconds of the days when it was written. Buckets of histories are keys, and stay.
_TIME = re.compile(r"(?<=[:\[,])179590\d{13}(?=[,}\]])")
_V2 = "/api/v2/moderation"
_ARRIVED_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Folder:
    """The documents as the first release left them, but for their times."""

    path: Path
    items: dict[str, dict[str, Any]]
    flags: list[dict[str, Any]]
    waiting: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class World:
    folder: Folder
    runtime: Running
    client: Client
    receiver: Receiver


def _unpack(path: Path, url: str) -> Folder:
    """As if written a moment ago and due by now, for a receiver at `url`."""
    path.mkdir()
    for packed in _STORED.glob("*.gz"):
        (path / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
    with closing(sqlite3.connect(path / "store.db")) as connection, connection:
        rows = connection.execute("SELECT rowid, data FROM documents").fetchall()
        due = [json.loads(data).get("next_attempt_at", 0) for _, data in rows]
        later = time.time_ns() - max(due)
        changed = [(_at_present(data, later).replace(_URL, url), row) for row, data in rows]
        connection.executemany("UPDATE documents SET data = ? WHERE rowid = ?", changed)
        folder = _read(connection, path)
    with closing(sqlite3.connect(path / "queue.db")) as connection, connection:
        columns = "published_at = published_at + :later, due_at = due_at + :later"
        connection.execute(f"UPDATE messages SET {columns}", {"later": later})
    return folder


def _at_present(data: str, later: int) -> str:
    return _TIME.sub(lambda found: str(int(found[0]) + later), data)


def _read(connection: sqlite3.Connection, path: Path) -> Folder:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for collection, data in connection.execute("SELECT collection, data FROM documents"):
        found[collection].append(json.loads(data))
    queued = {each["id"]: each for each in found["item"] if "queue_id" in each}
    is_open = ("pending", "waiting")
    waiting = {each["id"]: each for each in found["delivery"] if each["state"] in is_open}
    return Folder(path, queued, found["flag"], waiting)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with Receiver() as receiver:
        folder = _unpack(tmp_path_factory.mktemp("first") / "data", receiver.url(""))
        environment = {
            "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
            "GAVEL_BREAKER_SECONDS": "0.2,0.5",
            "GAVEL_SWEEP_INTERVAL": "1",
            "GAVEL_API_KEY": "key",
            "GAVEL_API_SECRET": "secret-of-the-fixture-0123456789abcdef",
            "GAVEL_API_TOKEN": "token-of-the-fixture",
        }
        with running(folder.path, **environment) as runtime, Client(runtime) as client:
            yield World(folder, runtime, client, receiver)


def test_the_queue_is_there_with_its_items_flags_and_actions(world: World) -> None:
    shown: dict[str, dict[str, Any]] = {}
    cursor: dict[str, str] = {}
    while True:
        page = world.client.post(f"{_V2}/review_queue", {"limit": 25, **cursor})
        shown |= {item["id"]: item for item in page["items"]}
        if "next" not in page:
            break
        cursor = {"next": page["next"]}
    assert shown.keys() >= world.folder.items.keys()
    flags = {flag["item_id"] for flag in world.folder.flags} & shown.keys()
    assert flags and all(shown[id]["flags"] for id in flags)
    acted = {id for id, item in world.folder.items.items() if item.get("latest_moderator_action")}
    assert acted and all(shown[id]["actions"] for id in acted)


def test_an_old_entity_is_checked_again(world: World) -> None:
    old = next(i for i in world.folder.items.values() if i["config_key"] and not i["reviewed_at"])
    checked = {
        "entity_type": old["entity_type"],
        "entity_id": old["entity_id"],
        "entity_creator_id": old["creator_id"],
        "moderation_payload": {"texts": ["you won the jackpot, again"]},
        "config_key": old["config_key"],
    }
    answer = world.client.post(f"{_V2}/check", checked)
    assert answer["recommended_action"] == "remove"
    assert answer["item"]["id"] == old["id"]
    shown = world.client.get(f"{_V2}/review_queue/{old['id']}")["item"]
    assert shown["moderation_payload"]["texts"] == ["you won the jackpot, again"]


def test_an_old_item_is_decided(world: World) -> None:
    old = [i for i in world.folder.items.values() if i["flags_count"] and not i["reviewed_at"]][-1]
    decision = {"action_type": "mark_reviewed", "item_id": old["id"], "user_id": "rosie-mod"}
    answer = world.client.post(f"{_V2}/submit_action", {**decision, "mark_reviewed": {}})
    assert answer["item"]["reviewed_by"] == "rosie-mod"
    assert answer["item"]["actions"][0]["type"] == "mark_reviewed"


def test_all_that_waited_arrives_in_order(world: World) -> None:
    waiting = world.folder.waiting
    assert len(waiting) >= 40
    numbers = _arrived(world)
    assert {id: numbers[id] for id in waiting} == {
        id: delivery["sequence"] for id, delivery in waiting.items()
    }
    orders: defaultdict[str, list[int]] = defaultdict(list)
    for id in numbers:
        if id in waiting:
            orders[waiting[id]["lane"]].append(numbers[id])
    assert max(map(len, orders.values())) >= 3, "several wait for one subject"
    assert all(order == sorted(order) for order in orders.values())


def _arrived(world: World) -> dict[str, int]:
    """The sequence numbers of deliveries as they came, once all are there that waited."""
    deadline = time.monotonic() + _ARRIVED_SECONDS
    while True:
        numbers = {_id(each): int(each.headers["X-Webhook-Sequence"]) for each in _sent(world)}
        missing = world.folder.waiting.keys() - numbers.keys()
        if not missing:
            return numbers
        assert time.monotonic() < deadline, f"{len(missing)} are missing:\n{world.runtime.log}"
        time.sleep(0.1)


def _sent(world: World) -> list[Received]:
    return list(world.receiver.requests)


def _id(request: Received) -> str:
    return str(request.headers["X-Webhook-Id"])


def test_what_a_queue_file_of_its_own_held_is_in_the_stores(world: World) -> None:
    assert not (world.folder.path / "queue.db").exists()
    with closing(sqlite3.connect(world.folder.path / "store.db")) as connection:
        buried = connection.execute("SELECT reason FROM messages WHERE buried_at IS NOT NULL")
        assert buried.fetchall() == []
