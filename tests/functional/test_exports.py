"""What ends in a file: exports of the log and the queue, and many images at once."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation.background.working import work
from common.moderation.enforcement.enforcements import enforce
from common.moderation.sweeps import sweep
from common.queue.messages import ScanOrder, Trigger
from tests.functional.announced import announced
from tests.functional.background import finished
from tests.functional.inprocess import App, Server, in_process
from tests.receiver import Receiver

_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_V2 = "/api/v2/moderation"
_EARLIER, _LATER = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("exports") / "data"
    url = "https://gavel.example.com/here"
    with in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1", GAVEL_PUBLIC_URL=url) as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    hook = {"id": "hook", "webhook_url": "http://127.0.0.1:9/hook"}
    _send(server, app, "/api/v2/app", {"event_hooks": [hook]}, "PATCH")
    return app


def _send(server: Server, app: App, path: str, body: Any, method: str = "POST") -> Any:
    answered = server.call(app, method, path, body)
    assert answered.status in (200, 201), answered.text
    return answered.json()


def _fetched(server: Server, url: str) -> list[list[str]]:
    """As anybody would who has the URL."""
    assert url.startswith("https://gavel.example.com/here/api/v1/files/")
    found = server.raw("GET", urlsplit(url).path.removeprefix("/here"))
    assert (found.status, found.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["cache-control"] == "private, no-store"
    return list(csv.reader(io.StringIO(found.text)))


def _events(server: Server, app: App, task: str) -> list[Any]:
    return [each for each in announced(server, app) if each.get("task_id") == task]


def _flag(server: Server, app: App, id: str, text: str = "hello") -> str:
    entity = {"entity_type": "post", "entity_id": id, "entity_creator_id": "ann"}
    payload = {"texts": [text]}
    body = {**entity, "user_id": "bob", "reason": "spam", "moderation_payload": payload}
    _send(server, app, f"{_V2}/flag", body)
    item = item_id(app.name, "post", id)
    server.run(enforce(server.context, Trigger(app.name, item), now()))
    return item


def test_the_queue_is_exported_page_by_page(server: Server, app: App) -> None:
    items = [_flag(server, app, f"p{n}", "=1+1" if n == 0 else f"text {n}") for n in range(105)]
    id = _send(server, app, "/api/v1/exports", {"of": "review_queue"})["task_id"]
    told = finished(server, app, id)
    header, *rows = _fetched(server, told["result"]["url"])
    assert told["result"]["rows"] == len(rows) == 105
    assert [row[0] for row in rows] == items
    first = dict(zip(header, rows[0], strict=True))
    assert (first["entity_id"], first["entity_creator_id"], first["flags_count"]) == (
        "p0",
        "ann",
        "1",
    )
    # A spreadsheet would calculate it.
    assert first["text"] == "'=1+1"
    (event,) = _events(server, app, id)
    assert (event["type"], event["url"]) == ("export.review_queue.success", told["result"]["url"])
    assert event["started_at"] <= event["finished_at"]


def test_the_log_is_exported(server: Server, app: App) -> None:
    item = _flag(server, app, "p")
    act = {"action_type": "mark_reviewed", "item_id": item, "user_id": "mod"}
    _send(server, app, f"{_V2}/submit_action", act)
    id = _send(server, app, "/api/v1/exports", {"of": "moderation_logs"})["task_id"]
    told = finished(server, app, id)
    header, row = _fetched(server, told["result"]["url"])
    entry = dict(zip(header, row, strict=True))
    assert (entry["type"], entry["user_id"], entry["entity_id"]) == ("mark_reviewed", "mod", "p")
    (event,) = _events(server, app, id)
    assert event["type"] == "export.moderation_logs.success"
    later = {"of": "moderation_logs", "until": "2020-01-01T00:00:00Z"}
    id = _send(server, app, "/api/v1/exports", later)["task_id"]
    assert finished(server, app, id)["result"]["rows"] == 0


def test_asking_again_is_one_export(server: Server, app: App) -> None:
    body = {"of": "review_queue", "since": "2020-01-01T00:00:00Z", "until": "2030-01-01T00:00:00Z"}
    id = _send(server, app, "/api/v1/exports", body)["task_id"]
    before = server.documents(app.name)
    assert _send(server, app, "/api/v1/exports", body)["task_id"] == id
    assert server.documents(app.name) == before


def test_a_file_goes_after_three_days(server: Server, app: App) -> None:
    _flag(server, app, "p")
    id = _send(server, app, "/api/v1/exports", {"of": "review_queue"})["task_id"]
    url = finished(server, app, id)["result"]["url"]
    key = task_key(app.name, id)
    early = server.run(server.context.store.get([key]))[0]
    assert early is not None
    server.run(work(server.context, ScanOrder(app.name, id, at=early.data["due_at"]), now()))
    _fetched(server, url)
    later = now() + 4 * DAY
    server.run(sweep(server.context, later))
    (due,) = server.run(server.context.store.get([key]))
    assert due is not None
    order = ScanOrder(app.name, id, at=due.data["due_at"])
    server.run(work(server.context, order, due.data["due_at"]))
    assert server.raw("GET", urlsplit(url).path.removeprefix("/here")).status == 404
    assert not [row for row in server.documents(app.name) if row[1] == "task_part"]
    assert _send(server, app, f"/api/v2/tasks/{id}", None, "GET")["status"] == "completed"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"of": "users"}, "of"),
        ({}, "of"),
        ({"of": "review_queue", "since": "soon"}, "since"),
        (
            {
                "of": "review_queue",
                "since": _LATER,
                "until": _EARLIER,
            },
            "until",
        ),
    ],
)
def test_what_cannot_be_exported_is_refused(
    server: Server, app: App, body: dict[str, Any], field: str
) -> None:
    answered = server.call(app, "POST", "/api/v1/exports", body)
    assert answered.status == 400
    assert field in answered.json()["exception_fields"]


def test_a_files_url_is_in_no_log(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    secret = secrets.token_urlsafe(24)
    assert server.raw("GET", f"/api/v1/files/{secret}").status == 404
    printed = "".join(capfd.readouterr())
    assert "/api/v1/files/{token}" in printed
    assert secret not in printed


def test_a_guessed_file_is_not_there(server: Server) -> None:
    assert server.raw("GET", "/api/v1/files/guessed").status == 404
