"""The setup session, feeds templates, and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import V2, Desk, desk

_TEMPLATES = f"{V2}/feeds_moderation_template"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("setup") / "data") as made:
        yield made


def test_a_setup_goes_its_steps(bench: Desk) -> None:
    assert "setup_session" not in bench.done("GET", f"{V2}/setup")

    def put(step: str, status: str, **fields: Any) -> Any:
        body = {"current_step": step, "status": status, **fields}
        made = bench.done("POST", f"{V2}/setup", body)["setup_session"]
        assert bench.done("GET", f"{V2}/setup")["setup_session"] == made
        return made

    first = put("input", "in_progress", setup_data={"product": "chat"})
    assert first["setup_data"] == {"product": "chat"}
    assert "completed_at" not in first
    done = put("live", "completed")
    assert (done["setup_data"], done["created_at"]) == ({"product": "chat"}, first["created_at"])
    again = put("live", "completed", setup_data={})
    assert (again["completed_at"], again["setup_data"]) == (done["completed_at"], {})
    assert "completed_at" not in put("configure", "in_progress")


def _put(bench: Desk, name: str, **config: Any) -> Any:
    return bench.send("POST", _TEMPLATES, {"name": name, "config": config})


def test_templates_are_kept_by_name(bench: Desk) -> None:
    assert bench.done("GET", _TEMPLATES)["templates"] == []
    types = {"text": "text", "photo": "image"}
    first = _put(bench, "posts", data_types=types, config_key="default").json()
    assert first["config"] == {"data_types": types, "config_key": "default"}
    refused = _put(bench, "posts", data_types=types, config_key="none")
    assert set(refused.json()["exception_fields"]) == {"config.config_key"}
    second = _put(bench, "posts", data_types={"text": "text"}).json()
    assert second["created_at"] == first["created_at"] < second["updated_at"]
    _put(bench, "albums", data_types=types)
    shown = bench.done("GET", _TEMPLATES)["templates"]
    assert [each["name"] for each in shown] == ["albums", "posts"]
    assert shown[1]["config"] == {"data_types": {"text": "text"}}


def test_a_template_is_deleted_by_name_or_as_the_only_one(bench: Desk) -> None:
    def delete(name: str | None = None) -> Any:
        query = {"name": name} if name else {}
        return bench.server.call(bench.app, "DELETE", _TEMPLATES, query=query)

    assert delete().status == 404
    for name in ("albums", "posts"):
        _put(bench, name, data_types={"text": "text"})
    several = delete()
    assert (several.status, set(several.json()["exception_fields"])) == (400, {"name"})
    assert delete("none").status == 404
    assert delete("albums").status == 200
    assert delete().status == 200
    assert bench.done("GET", _TEMPLATES)["templates"] == []


def test_a_policy_that_a_template_names_stays(bench: Desk) -> None:
    bench.policy("feeds:user")
    _put(bench, "posts", data_types={"text": "text"}, config_key="feeds:user")
    refused = bench.send("DELETE", f"{V2}/config/feeds:user")
    assert (refused.status, set(refused.json()["exception_fields"])) == (400, {"key"})
    bench.server.call(bench.app, "DELETE", _TEMPLATES)
    assert bench.send("DELETE", f"{V2}/config/feeds:user").status == 200


def _feedback(bench: Desk, reference: str, **fields: Any) -> None:
    body = {
        "message": "you zzword",
        "published_at": "2026-01-02T03:04:05Z",
        "reference": reference,
        **fields,
    }
    bench.done("POST", f"{V2}/submit_moderation_feedback", body)


def _log(bench: Desk, **query: str) -> list[Any]:
    answer = bench.server.call(bench.app, "GET", "/api/v1/log", query=query, auth=bench.app.hive())
    entries: list[Any] = answer.json()["entries"]
    return entries


def test_feedback_is_in_the_log_once(bench: Desk) -> None:
    chat = {"entity_type": "stream:chat:v1:message", "entity_id": "m1"}
    item = bench.flagged("ann", **chat)
    said = {
        "description": "a song's title",
        "current_labels": ["words"],
        "current_recommended_action": "remove",
        "expected_labels": [],
        "expected_recommended_action": "keep",
        "channel_id": "general",
    }
    for _ in range(2):
        _feedback(bench, "m1", **said)
    (entry,) = _log(bench, kind="feedback")
    assert (entry["item_id"], entry["user_id"]) == (item["id"], "ann")
    assert (entry["type"], entry["reason"]) == ("feedback", "a song's title")
    kept = {**said, "message": "you zzword", "reference": "m1"}
    assert kept.items() <= entry["custom"].items()
    assert entry in _log(bench, item_id=item["id"])
    _feedback(bench, item["id"])
    _feedback(bench, "unknown")
    assert [each.get("item_id") or None for each in _log(bench, kind="feedback")] == [
        None,
        item["id"],
        item["id"],
    ]
    assert all(action["type"] != "feedback" for action in bench.shown(item["id"])["actions"])
