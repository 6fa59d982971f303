"""Batches over HTTP on each backend, as a customer's server would decide and take back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest
import requests

from tests.on_backends import backends, emulators
from tests.running import Running, running

V2 = "/api/v2/moderation"


class Client:
    def __init__(self, runtime: Running) -> None:
        self._runtime = runtime

    def __call__(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        claims = {"server": True, "exp": int(time.time()) + 3600}
        token = jwt.encode(claims, self._runtime.secret, algorithm="HS256")
        answer = requests.request(
            method,
            self._runtime.base_url + path,
            json=body,
            headers={"authorization": token},
            params={"api_key": self._runtime.api_key, **query},
            timeout=60,
        )
        assert answer.ok, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def flag(self, id: str, by: str, author: str, type: str = "post") -> str:
        entity = {"entity_type": type, "entity_id": id, "entity_creator_id": author}
        item: str = self("POST", f"{V2}/flag", {**entity, "user_id": by, "reason": "spam"})[
            "item_id"
        ]
        return item

    def waiting(self, **filter: Any) -> list[str]:
        body = {"filter": {"reviewed": False, **filter}, "limit": 100}
        return sorted(each["id"] for each in self("POST", f"{V2}/review_queue", body)["items"])

    def act(self, action: str, item: str, **more: Any) -> None:
        body = {"action_type": action, "item_id": item, "user_id": "mo", **more}
        self("POST", f"{V2}/submit_action", body)

    def done(self, path: str) -> tuple[str, Any]:
        """The batch, and what the task has come to."""
        started = self("POST", path, {"user_id": "lea", "reason": "why"})
        task: Any = None

        def is_over() -> bool:
            nonlocal task
            task = self("GET", f"/api/v2/tasks/{started['task_id']}")
            return task["status"] in ("completed", "failed")

        eventually(is_over)
        assert task["status"] == "completed", task
        return started["batch_id"], task["result"]

    def judged(self, reporter: str) -> int:
        found = self("GET", "/api/v1/reporters", order="worst")["reporters"]
        return next((each["judged"] for each in found if each["user_id"] == reporter), 0)

    def types(self, batch: str) -> list[str]:
        return [each["type"] for each in self("GET", "/api/v1/log", batch_id=batch)["entries"]]


def eventually(holds: Callable[[], bool], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come to be"
        time.sleep(0.2)


@pytest.fixture(scope="module", params=backends())
def client(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Client]:
    data = tmp_path_factory.mktemp("bulk") / "data"
    with running(data, request.param, **emulators(request.param)) as runtime:
        yield Client(runtime)


def test_a_users_open_items_are_decided_on_and_the_batch_is_taken_back(client: Client) -> None:
    items = sorted(client.flag(f"one-{n}", "bob", "ann") for n in range(3))
    other = client.flag("other", "bob", "kim")
    eventually(lambda: client.waiting(entity_creator_id="ann") == items)
    for item in items:
        client.act("block", item, batch_id="of-ann")
    eventually(lambda: client.waiting(entity_creator_id="ann") == [])
    assert other in client.waiting()
    client.act("restore", items[0])
    eventually(lambda: len(client.types("of-ann")) == 3)
    batch, result = client.done("/api/v1/batches/of-ann/undo")
    assert (result["undone"], result["not_undone"]) == ({"block": 2}, {"decided_since": 1})
    assert [each["item_id"] for each in result["examples"]] == [items[0]]
    eventually(lambda: client.types(batch) == ["unblock"] * 2)


def test_a_reporters_reports_are_dropped_and_taken_back(client: Client) -> None:
    alone, both = client.flag("alone", "eve", "amy"), client.flag("both", "eve", "amy")
    client.flag("both", "bob", "amy")
    eventually(lambda: len(client("GET", "/api/v1/reports", reporter_id="eve")["reports"]) == 2)
    batch, result = client.done("/api/v1/reporters/eve/drop_reports")
    assert result == {"reports": 2, "items": 2, "left_queue": 1}
    eventually(lambda: client.waiting(entity_creator_id="amy") == [both])
    eventually(lambda: client.types(batch) == ["report_dropped"] * 2)
    eventually(lambda: client.judged("eve") == 2)
    _, undone = client.done(f"/api/v1/batches/{batch}/undo")
    assert undone["undone"] == {"report_dropped": 2}
    eventually(lambda: client.judged("eve") == 0)
    eventually(lambda: client.waiting(entity_creator_id="amy") == sorted((alone, both)))


def test_a_deleted_users_open_items_leave_the_queue(client: Client) -> None:
    items = [client.flag(f"all-{n}", "bob", "joe") for n in range(3)]
    items.append(client.flag("joe", "bob", "joe", "stream:user"))
    eventually(lambda: client.waiting(entity_creator_id="joe") == sorted(items))
    client.act("delete_user", items[0])
    eventually(lambda: client.waiting(entity_creator_id="joe") == [])
