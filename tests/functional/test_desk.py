"""What moderators do beside deciding, and what leads look at: notes, skips, the overview."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import Browser, own_app, signed_in

_V2 = "/api/v2/moderation"
_SETTINGS = "/api/v1/page_settings"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("desk") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


_numbers = iter(range(1_000))


@pytest.fixture
def app(server: Server) -> App:
    app = own_app(server, f"app-{next(_numbers)}")
    server.call(app, "POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    for key, action in (("flags", "flag"), ("removes", "remove")):
        rules = {"rules": [{"name": "words", "action": action}]}
        server.call(app, "POST", f"{_V2}/config", {"key": key, "block_list_config": rules})
    return app


def _item(
    server: Server, app: App, id: str, policy: str = "flags", text: str = "grobble", by: str = "ann"
) -> dict[str, Any]:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": by,
        "moderation_payload": {"texts": [text]},
        "config_key": policy,
    }
    checked = server.call(app, "POST", f"{_V2}/check", body)
    assert checked.status == 201, checked.text
    item: dict[str, Any] = checked.json().get("item") or {}
    return item


def _decide(browser: Browser, item: dict[str, Any], type: str, **fields: Any) -> dict[str, Any]:
    body = {"action_type": type, "item_id": item["id"], **fields}
    answer = browser.call("POST", f"{_V2}/submit_action", body)
    assert answer.status == 201, answer.text
    decided: dict[str, Any] = answer.json()["item"]
    return decided


def _waiting(browser: Browser, **body: Any) -> list[str]:
    asked = {"filter": {"reviewed": False}, **body}
    answer = browser.call("POST", f"{_V2}/review_queue", asked)
    assert answer.status == 201, answer.text
    return [item["entity_id"] for item in answer.json()["items"]]


def test_a_note_is_read_by_others_on_the_item_and_on_its_author(server: Server, app: App) -> None:
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two", "reader")
    item = _item(server, app, "noted")
    path = "/api/v1/notes"
    made = one.call("POST", path, {"item_id": item["id"], "text": "ask legal"})
    assert made.status == 201, made.text
    note = made.json()["note"]
    assert (note["by"], note["text"], note["item_id"]) == ("One", "ask legal", item["id"])
    about = one.call("POST", path, {"target_user_id": "ann", "text": "a repeat offender"})
    listed = two.call("GET", path, query={"item_id": item["id"]}).json()
    assert listed["notes"] == [note] and listed["next"] is None
    listed = two.call("GET", path, query={"target_user_id": "ann"}).json()
    assert listed["notes"] == [about.json()["note"], note]
    first = two.call("GET", path, query={"target_user_id": "ann", "limit": 1}).json()
    query = {"target_user_id": "ann", "limit": 1, "cursor": first["next"]}
    assert two.call("GET", path, query=query).json()["notes"] == [note]
    # The item's actions are decisions: a note is none.
    shown = one.call("GET", f"{_V2}/review_queue/{item['id']}").json()["item"]
    assert shown["actions"] == item["actions"]


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"text": "x"}, 400, "item_id"),
        ({"text": "x", "item_id": "nosuch"}, 404, "item_id"),
        ({"text": "x", "item_id": "a", "target_user_id": "b"}, 400, "target_user_id"),
        ({"text": "", "target_user_id": "ann"}, 400, "text"),
        ({"text": "x" * 2_001, "target_user_id": "ann"}, 400, "text"),
        ({"text": "x", "target_user_id": "ann", "user_id": "somebody else"}, 400, "user_id"),
    ],
    ids=str,
)
def test_what_is_no_note(
    server: Server, app: App, body: dict[str, Any], status: int, field: str
) -> None:
    browser = signed_in(server, app, "Wrong")
    before = server.documents()
    answer = browser.call("POST", "/api/v1/notes", body)
    assert (answer.status, set(answer.json()["exception_fields"])) == (status, {field})
    assert server.documents() == before


def test_who_skips_an_item_does_not_get_it_again_for_an_hour(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two")
    item = _item(server, app, "skipped")
    _item(server, app, "other")
    asked = {"lock_items": True, "sort": [{"field": "created_at", "direction": 1}]}
    assert _waiting(one, **asked) == ["skipped", "other"]
    skipped = one.call("POST", "/api/v1/skips", {"item_id": item["id"], "reason": "no Finnish"})
    assert skipped.status == 201, skipped.text
    assert "assigned_to" not in skipped.json()["item"]
    assert _waiting(one, **asked) == ["other"]
    # To look at it is still allowed, and others get it.
    assert "skipped" in _waiting(one)
    assert _waiting(two, **asked) == ["skipped"]
    two.call("POST", f"{_V2}/review_queue", {"lock_items": False})
    log = server.call(app, "GET", "/api/v1/log", query={"kind": "skip"}).json()["entries"]
    assert [(each["by"], each["reason"]) for each in log] == [("One", "no Finnish")]
    later = time.time_ns() + 3_601 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert _waiting(one, **asked) == ["skipped", "other"]


def test_only_what_waits_is_skipped(server: Server, app: App) -> None:
    browser = signed_in(server, app, "One")
    item = _item(server, app, "done")
    _decide(browser, item, "mark_reviewed")
    answer = browser.call("POST", "/api/v1/skips", {"item_id": item["id"]})
    assert (answer.status, set(answer.json()["exception_fields"])) == (400, {"item_id"})
    assert browser.call("POST", "/api/v1/skips", {"item_id": "nosuch"}).status == 404


def test_what_was_kept_by_mistake_is_asked_again(server: Server, app: App) -> None:
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two")
    item = _item(server, app, "reopened")
    assert _decide(one, item, "mark_reviewed")["reviewed_by"] == "One"
    assert _waiting(one) == []
    body = {"action_type": "reopen", "item_id": item["id"]}
    # What others decided takes a senior.
    assert two.call("POST", f"{_V2}/submit_action", body).status == 403
    reopened = _decide(one, item, "reopen")
    assert (reopened["reviewed_at"], reopened["latest_moderator_action"]) == (None, "reopen")
    assert _waiting(one) == ["reopened"]
    waits = one.call("POST", f"{_V2}/submit_action", body)
    assert (waits.status, set(waits.json()["exception_fields"])) == (400, {"action_type"})
    # The decision binds no machine any more: what engines say of new content counts.
    _decide(two, item, "mark_reviewed")
    assert _waiting(one) == []


def test_the_overview_counts_what_came_and_what_was_decided(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In the middle of a day.
    noon = (time.time_ns() // 86_400_000_000_000 + 1) * 86_400_000_000_000 + 43_200 * 10**9

    def at(seconds: float) -> None:
        now = noon + int(seconds * 10**9)
        monkeypatch.setattr(time, "time_ns", lambda: now)

    at(0)
    mo, sam = signed_in(server, app, "Mo"), signed_in(server, app, "Sam", "senior")
    flagged = [_item(server, app, f"flagged {n}", by=f"author {n}") for n in range(3)]
    removed = [_item(server, app, f"removed {n}", "removes", by=f"other {n}") for n in range(2)]
    _item(server, app, "clean", text="hello")
    at(100)
    _decide(mo, flagged[0], "mark_reviewed")
    _decide(mo, removed[0], "block")
    at(400)
    _decide(sam, flagged[1], "delete_message")
    _decide(sam, removed[0], "unblock")
    _decide(mo, flagged[2], "escalate", escalate={"reason": "hard"})
    at(3_600)
    found = sam.call("GET", "/api/v1/overview", query={"days": 2}).json()
    today = found["days"][-1]
    assert [day["arrived"] for day in found["days"]] == [0, 5]
    counts = {name: n for name, n in today.items() if name != "date"}
    assert counts == {
        "arrived": 5,
        "automatic": 2,
        "decided": 4,
        "kept": 2,
        "removed": 2,
        "escalated": 1,
    }
    assert today["date"] == time.strftime("%Y-%m-%d", time.gmtime(noon // 10**9))
    policies = {
        each["config_key"]: (each["arrived"], each["decided"]) for each in found["by_policy"]
    }
    assert policies == {"flags": (3, 3), "removes": (2, 2)}
    by = {each["name"]: each for each in found["by_moderator"]}
    assert [by["Mo"][name] for name in ("decided", "kept", "removed", "escalated")] == [
        2,
        1,
        1,
        1,
    ]
    assert by["Mo"]["overturned"] == 1 and by["Sam"]["overturned"] == 0
    assert abs(by["Mo"]["median_seconds"] - 100) < 13
    assert abs(found["median_seconds"] - 100) < 13
    assert found["waiting"] == 2
    oldest = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(noon // 10**9))
    assert found["oldest_at"].startswith(oldest)


def test_the_overview_of_nothing(server: Server, app: App) -> None:
    found = server.call(app, "GET", "/api/v1/overview").json()
    assert len(found["days"]) == 14
    assert (found["waiting"], found["oldest_at"], found["median_seconds"]) == (0, None, None)
    assert found["by_policy"] == found["by_moderator"] == []
    for days in (0, 91, "x"):
        answer = server.call(app, "GET", "/api/v1/overview", query={"days": days})
        assert (answer.status, set(answer.json()["exception_fields"])) == (400, {"days"})


def test_an_app_sets_what_all_dashboards_have_in_common(server: Server, app: App) -> None:
    admin, mo = signed_in(server, app, "Adm", "admin"), signed_in(server, app, "Mod")
    item = _item(server, app, "reasons")
    first = mo.call("GET", _SETTINGS).json()["page_settings"]
    assert first["blur"] is True and first["decision_reasons"] == []
    reasons = [{"key": "spam", "label": "Spam", "use": "act"}]
    body = {"decision_reasons": reasons, "act_needs_reason": True, "veil_text_labels": ["gore"]}
    assert mo.call("PUT", _SETTINGS, body).status == 403
    assert admin.call("PUT", _SETTINGS, body).status == 201
    now = mo.call("GET", _SETTINGS).json()["page_settings"]
    assert now == {**first, **body}
    refused = mo.call(
        "POST", f"{_V2}/submit_action", {"action_type": "block", "item_id": item["id"]}
    )
    assert (refused.status, set(refused.json()["exception_fields"])) == (400, {"decision_reason"})
    _decide(mo, item, "block", block={"reason": "spam"})
    _decide(mo, item, "unblock")
    # The app's own server decides as it likes.
    decided = {"action_type": "block", "item_id": item["id"], "user_id": "server"}
    assert server.call(app, "POST", f"{_V2}/submit_action", decided).status == 201


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"blur": "yes"}, "blur"),
        ({"decision_reasons": [{"key": "a b", "label": "x"}]}, "decision_reasons.0.key"),
        ({"decision_reasons": [{"key": "a"}]}, "decision_reasons.0.label"),
        ({"translate_url": "http://x.example"}, "translate_url"),
        ({"nothing": 1}, "nothing"),
    ],
    ids=str,
)
def test_what_cannot_be_set(server: Server, app: App, body: dict[str, Any], field: str) -> None:
    before = server.documents()
    answer = server.call(app, "PUT", _SETTINGS, body)
    assert (answer.status, set(answer.json()["exception_fields"])) == (400, {field})
    assert server.documents() == before
