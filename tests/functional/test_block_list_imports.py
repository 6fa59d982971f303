"""Importing into a block list, in the background and chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.task import task_key
from common.domain.times import HOUR
from common.moderation.background.working import work
from common.moderation.sweeps import sweep
from common.queue.messages import ScanOrder
from tests.functional.background import finished, page
from tests.functional.inprocess import App, Server, in_process

_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_LISTS = "/api/v2/blocklists"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("imports") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    made = server.call(app, "POST", _LISTS, {"name": "words", "words": ["first"]})
    assert made.status == 201
    return app


def _import(server: Server, app: App, items: list[str], name: str = "words", **more: Any) -> Any:
    answer = server.call(app, "POST", f"{_LISTS}/{name}/import", {"items": items, **more})
    assert answer.status == 201, answer.text
    return answer.json()["task_id"]


def _words(server: Server, app: App) -> list[str]:
    words: list[str] = server.call(app, "GET", f"{_LISTS}/words").json()["blocklist"]["words"]
    return words


def test_what_is_new_is_added_chunk_by_chunk(server: Server, app: App) -> None:
    id = _import(server, app, ["first", "second", "third", "second"], chunk_size=2)
    task = server.call(app, "GET", f"/api/v2/tasks/{id}").json()
    assert task["status"] == "pending"
    assert task["result"] == {"items_total": 3, "items_done": 0, "added": 0}
    page(server, app, id)
    task = server.call(app, "GET", f"/api/v2/tasks/{id}").json()
    assert (task["status"], task["result"]["items_done"]) == ("running", 2)
    assert _words(server, app) == ["first", "second"]
    assert finished(server, app, id)["result"] == {"items_total": 3, "items_done": 3, "added": 2}
    assert _words(server, app) == ["first", "second", "third"]


def test_a_list_is_found_by_its_id_as_well(server: Server, app: App) -> None:
    id = server.call(app, "GET", f"{_LISTS}/words").json()["blocklist"]["id"]
    finished(server, app, _import(server, app, ["second"], id))
    assert _words(server, app) == ["first", "second"]


def test_what_was_imported_blocks(server: Server, app: App) -> None:
    rules = {"rules": [{"name": "words", "action": "remove"}]}
    server.call(app, "POST", "/api/v2/moderation/config", {"key": "k", "block_list_config": rules})
    text = {"content": "a grobble", "policy": "k"}
    before = server.call(app, "POST", "/api/v2/moderation/labels", text).json()
    finished(server, app, _import(server, app, ["grobble"]))
    after = server.call(app, "POST", "/api/v2/moderation/labels", text).json()
    assert (before["recommended_action"], after["recommended_action"]) == ("keep", "remove")


def test_asking_again_is_one_import(server: Server, app: App) -> None:
    id = _import(server, app, ["second", "third"], chunk_size=1)
    page(server, app, id)
    before = server.documents(app.name)
    assert _import(server, app, ["second", "third"], chunk_size=1) == id
    assert server.documents(app.name) == before
    finished(server, app, id)
    before = server.documents(app.name)
    assert _import(server, app, ["second", "third"], chunk_size=1) == id
    assert server.documents(app.name) == before


def test_an_import_of_what_was_taken_out_again_is_another(server: Server, app: App) -> None:
    finished(server, app, _import(server, app, ["second"]))
    server.call(app, "PUT", f"{_LISTS}/words", {"words": ["first"]})
    id = _import(server, app, ["second"])
    assert server.call(app, "GET", f"/api/v2/tasks/{id}").json()["status"] == "pending"
    finished(server, app, id)
    assert _words(server, app) == ["first", "second"]


def test_a_message_that_comes_twice_does_one_page(server: Server, app: App) -> None:
    id = _import(server, app, ["second", "third"], chunk_size=1)
    (task,) = server.run(server.context.store.get([task_key(app.name, id)]))
    assert task is not None
    order = ScanOrder(app.name, id, at=task.data["due_at"])
    for _ in range(3):
        server.run(work(server.context, order, now()))
    assert _words(server, app) == ["first", "second"]


def test_a_page_whose_message_was_lost_is_found_by_the_sweep(server: Server, app: App) -> None:
    id = _import(server, app, ["second", "third"], chunk_size=1)
    page(server, app, id)
    (before,) = server.run(server.context.store.get([task_key(app.name, id)]))
    later = now() + HOUR
    server.run(sweep(server.context, later))
    (after,) = server.run(server.context.store.get([task_key(app.name, id)]))
    assert before is not None
    assert after is not None
    stale = ScanOrder(app.name, id, at=before.data["due_at"])
    server.run(work(server.context, stale, later))
    assert _words(server, app) == ["first", "second"]
    server.run(work(server.context, ScanOrder(app.name, id, at=after.data["due_at"]), later))
    assert _words(server, app) == ["first", "second", "third"]


def test_a_list_that_has_gone_fails_the_task(server: Server, app: App) -> None:
    id = _import(server, app, ["second", "third"], chunk_size=1)
    server.call(app, "DELETE", f"{_LISTS}/words")
    task = finished(server, app, id)
    assert task["status"] == "failed"
    assert task["error"] == {"type": "not_found", "description": "the block list has gone"}
    assert not [each for each in server.documents(app.name) if each[1] == "task_part"]


@pytest.mark.parametrize(
    ("name", "items", "field"),
    [
        ("missing", ["a"], "id"),
        ("profanity_en_2020_v1", ["a"], "id"),
        ("words", ["x" * 201], "items.0"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    server: Server, app: App, name: str, items: list[str], field: str
) -> None:
    before = server.documents(app.name)
    answer = server.call(app, "POST", f"{_LISTS}/{name}/import", {"items": items})
    assert answer.status == (404 if name == "missing" else 400)
    assert field in answer.json()["exception_fields"]
    assert server.documents(app.name) == before


def test_a_list_takes_no_more_than_it_may_have(server: Server, app: App) -> None:
    items = [f"{'x' * 190}{n}" for n in range(4_000)]
    answer = server.call(app, "POST", f"{_LISTS}/words/import", {"items": items})
    assert answer.status == 400
    assert answer.json()["exception_fields"] == {"items": "are more than 350000 bytes in all"}
