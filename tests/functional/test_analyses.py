"""Analyses: named texts, each with its own verdict, answered at once or told to webhooks."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.content import Content
from common.domain.labels import Label
from common.domain.policy import policy_id, policy_key
from common.engines.engine import CreatorFacts
from common.moderation.content.scans import scan
from common.queue.messages import ScanOrder
from common.store.store import Delete
from tests.functional.announced import announced
from tests.functional.inprocess import App, Server, in_process
from tests.made_up_engines import TAKEN, add_engine, always

_V2 = "/api/v2/moderation"
_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_ENTITY = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
_LISTED = {"block_list_config": {"rules": [{"name": "words", "action": "remove"}]}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("analyses") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    _send(server, app, "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    _send(server, app, f"{_V2}/config", {"key": "policy", **_LISTED})
    return app


def _send(server: Server, app: App, path: str, body: Any, method: str = "POST") -> Any:
    answer = server.call(app, method, path, body)
    assert answer.status in (200, 201), answer.text
    return answer.json()


def _analyze(server: Server, app: App, texts: dict[str, str], **fields: Any) -> Any:
    body = {"config_key": "policy", "texts": texts, **fields}
    return _send(server, app, f"{_V2}/analyze", body)


def test_each_text_has_its_own_verdict(server: Server, app: App) -> None:
    texts = {"title": "grobble!", "body": "Ich glaube nicht, dass wir heute gehen"}
    answer = _analyze(server, app, texts, content_ids={"title": "t1"})
    assert answer["status"] == "complete"
    assert answer["texts"] == {
        "title": {
            "action": "remove",
            "classifications": [{"name": "words", "confidence": 1.0}],
            "id": "t1",
        },
        "body": {"action": "keep", "classifications": [], "language": "de"},
    }


def test_nothing_is_kept_of_nobodys_texts(server: Server, app: App) -> None:
    before = server.documents(app.name)
    _analyze(server, app, {"title": "grobble"})
    assert server.documents(app.name) == before


def test_an_entitys_texts_are_the_content_of_an_item(server: Server, app: App) -> None:
    texts = {"title": "hello", "body": "grobble"}
    answer = _analyze(server, app, texts, **_ENTITY, custom={"k": 1}, content_ids={"body": "b"})
    assert [each["action"] for each in answer["texts"].values()] == ["keep", "remove"]
    (item,) = _send(server, app, f"{_V2}/review_queue", {})["items"]
    assert (item["entity_id"], item["recommended_action"]) == ("p", "remove")
    assert item["moderation_payload"] == {
        "texts": ["hello", "grobble"],
        "text_ordered_keys": ["title", "body"],
        "text_ids": {"body": "b"},
        "custom": {"k": 1},
    }


def test_a_severity_comes_in_capitals(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def grave(content: Content, facts: CreatorFacts) -> list[Label]:
        del facts
        found = "kill" in content.texts[0]
        return [Label("deep", "deep", 0.75, severity="critical")] if found else []

    add_engine(monkeypatch, "deep", always(grave), config_field=TAKEN)
    rules = {"rules": [{"label": "deep", "threshold": 0.5, "action": "flag"}]}
    _send(server, app, f"{_V2}/config", {"key": "policy", TAKEN: rules})
    found = _analyze(server, app, {"a": "kill", "b": "hug"})["texts"]
    assert found["a"] == {
        "action": "flag",
        "severity": "CRITICAL",
        "classifications": [{"name": "deep", "confidence": 0.75, "severity": "CRITICAL"}],
    }
    assert found["b"] == {"action": "keep", "classifications": []}


@pytest.mark.parametrize("choice", [None, "keep", "wait"])
def test_what_was_not_judged_is_an_error(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch, choice: str | None
) -> None:
    async def broken(content: Content, facts: CreatorFacts) -> list[Label]:
        del content, facts
        raise ValueError("a customer's text")

    add_engine(monkeypatch, "deep", always(broken), config_field=TAKEN)
    rules = {"rules": [{"label": "deep", "threshold": 0.5, "action": "flag"}], "not_judged": choice}
    policy = {"key": "policy", **_LISTED, TAKEN: rules}
    _send(server, app, f"{_V2}/config", policy)
    found = _analyze(server, app, {"a": "hello", "b": "grobble"})["texts"]
    if choice == "keep":
        assert (found["a"].get("error"), found["a"]["action"]) == (None, "keep")
    else:
        assert (found["a"]["error"], found["a"].get("action")) == ("not judged by deep", None)
    assert found["b"]["action"] == "remove"
    assert found["a"]["not_judged"] == found["b"]["not_judged"] == ["deep"]


def _pending(server: Server, app: App, **fields: Any) -> str:
    answer = _analyze(server, app, {"title": "grobble"}, async_response=True, **fields)
    assert (answer["status"], "texts" in answer) == ("pending", False)
    task: str = answer["task_id"]
    assert _task(server, app, task)["status"] == "pending"
    return task


def _task(server: Server, app: App, id: str) -> Any:
    return _send(server, app, f"/api/v2/tasks/{id}", None, "GET")


def _scan(server: Server, app: App, task: str) -> None:
    server.run(scan(server.context, ScanOrder(app.name, task), now()))


def _subscribe(server: Server, app: App) -> None:
    hook = {"webhook_url": "https://example.com/events"}
    _send(server, app, "/api/v2/app", {"event_hooks": [hook]}, "PATCH")


def test_what_is_not_waited_for_ends_in_a_task_and_an_event(server: Server, app: App) -> None:
    _subscribe(server, app)
    task = _pending(server, app, custom={"k": 1})
    for _ in range(2):
        _scan(server, app, task)
    done = _task(server, app, task)
    assert done["status"] == "completed"
    verdict = {"action": "remove", "classifications": [{"name": "words", "confidence": 1.0}]}
    assert done["result"]["texts"] == {"title": verdict}
    (event,) = announced(server, app)
    assert event["type"] == "moderation.text_analysis.complete"
    assert (event["texts"], event["custom"]) == ({"title": verdict}, {"k": 1})
    assert (event["config_key"], "entity_id" in event) == ("policy", False)
    assert event["received_at"] <= event["created_at"]


def test_an_entitys_event_names_its_item(server: Server, app: App) -> None:
    _subscribe(server, app)
    task = _pending(server, app, **_ENTITY)
    (item,) = _send(server, app, f"{_V2}/review_queue", {})["items"]
    _scan(server, app, task)
    (event,) = announced(server, app)
    assert event["review_queue_item_id"] == item["id"]
    assert {name: event[name] for name in _ENTITY} == _ENTITY


def test_an_analysis_whose_policy_has_gone_fails(server: Server, app: App) -> None:
    _subscribe(server, app)
    task = _pending(server, app, content_ids={"title": "t1"})
    gone = Delete(policy_key(app.name, policy_id("policy", "")))
    server.run(server.context.configurations.change(app.name, [gone]))
    _scan(server, app, task)
    assert _task(server, app, task)["status"] == "failed"
    (event,) = announced(server, app)
    assert event["type"] == "moderation.analysis.failed"
    assert event["content_ids"] == {"title": "t1"}


def test_two_that_take_one_analysis_tell_it_once(server: Server, app: App) -> None:
    _subscribe(server, app)
    task = _pending(server, app)

    async def both() -> None:
        order = ScanOrder(app.name, task)
        await asyncio.gather(*(scan(server.context, order, now()) for _ in range(2)))

    server.run(both())
    assert len(announced(server, app)) == 1


def test_parts_of_a_form_are_refused(server: Server, app: App) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="image:a"\r\n\r\nhi\r\n--x--\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x", **app.server()}
    target = f"{_V2}/analyze?api_key={app.credentials.key}"
    answer = server.raw("POST", target, headers, part)
    assert answer.status == 400
    assert "multipart" in answer.json()["exception_fields"]["body"]
