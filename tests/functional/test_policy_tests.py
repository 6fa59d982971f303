"""Policy tests: what a policy says of labelled texts, run in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.background import finished, page
from tests.functional.inprocess import App, Server, in_process

_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_V2 = "/api/v2/moderation"
_SETS = f"{_V2}/policy_tests/sets"
_POLICY = {
    "key": "policy",
    "block_list_config": {"rules": [{"name": "words", "action": "remove"}]},
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("policy_tests") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    _send(server, app, "POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    _send(server, app, "POST", f"{_V2}/config", _POLICY)
    return app


def _send(server: Server, app: App, method: str, path: str, body: Any = None) -> Any:
    answer = server.call(app, method, path, body)
    assert answer.status in (200, 201), answer.text
    return answer.json()


def _set(server: Server, app: App, rows: list[dict[str, Any]], **fields: Any) -> str:
    body = {"name": "set", "config_key": "policy", "rows": rows, **fields}
    id: str = _send(server, app, "POST", _SETS, body)["set"]["id"]
    return id


def _start(server: Server, app: App, set: str) -> Any:
    return _send(server, app, "POST", f"{_SETS}/{set}/runs")["run"]


def _run(server: Server, app: App, set: str) -> Any:
    run = _start(server, app, set)
    assert finished(server, app, run["task_id"])["status"] == "completed"
    return _send(server, app, "GET", f"{_V2}/policy_tests/runs/{run['id']}")


_ROWS: list[dict[str, Any]] = [
    {"text": "a grobble", "recommended_action": "remove", "labels": ["words"]},
    {"text": "hello", "recommended_action": "keep", "labels": []},
    {"text": "a grobble again", "recommended_action": "keep", "labels": []},
    {"text": "rude in another way", "recommended_action": "flag", "labels": ["rude"]},
    {"text": "nothing is expected"},
]


def test_a_run_says_what_passed_and_what_did_not(server: Server, app: App) -> None:
    found = _run(server, app, _set(server, app, _ROWS))
    run, results = found["run"], found["results"]
    assert (run["status"], run["rows_completed"], run["rows_total"]) == ("completed", 5, 5)
    assert run["metrics"]["totals"] == {
        "rows": 5,
        "scored": 4,
        "passed": 2,
        "failed": 2,
        "unscored": 1,
    }
    assert [each.get("passed") for each in results] == [True, True, False, False, None]
    assert results[2]["failure_reason"] == "expected keep, got remove"
    assert (results[0]["actual_action"], results[0]["actual_labels"]) == ("remove", ["words"])
    # Of two found, one was expected; of two expected, one was found.
    assert (run["metrics"]["precision"], run["metrics"]["recall"]) == (0.5, 0.5)
    by_label = run["metrics"]["by_label"]
    assert by_label["words"] == {"same": 1, "changed": 1, "precision": 0.5, "recall": 1.0}
    assert by_label["rude"] == {"same": 0, "changed": 1, "precision": None, "recall": 0.0}


def test_labels_are_compared_in_the_mode_for_them(server: Server, app: App) -> None:
    run = _run(server, app, _set(server, app, _ROWS, mode="labels"))
    assert [each.get("passed") for each in run["results"]] == [True, True, False, False, None]
    assert run["results"][2]["failure_reason"] == "not expected: words"
    assert run["results"][3]["failure_reason"] == "not found: rude"
    assert run["run"]["metrics"]["mode"] == "labels"


def test_a_run_goes_on_page_by_page_and_tells_how_far(server: Server, app: App) -> None:
    rows = [{"text": f"text {n}", "recommended_action": "keep"} for n in range(60)]
    run = _start(server, app, _set(server, app, rows))
    assert (run["status"], run["rows_completed"], run["rows_total"]) == ("pending", 0, 60)
    page(server, app, run["task_id"])
    found = _send(server, app, "GET", f"{_V2}/policy_tests/runs/{run['id']}")
    assert (found["run"]["status"], found["run"]["rows_completed"]) == ("running", 25)
    assert len(found["results"]) == 25
    task = finished(server, app, run["task_id"])
    assert task["result"]["rows_completed"] == 60
    found = _send(server, app, "GET", f"{_V2}/policy_tests/runs/{run['id']}")
    assert [each["row_index"] for each in found["results"]] == list(range(60))
    assert found["run"]["metrics"]["totals"]["passed"] == 60


def test_the_policy_is_that_of_the_start(server: Server, app: App) -> None:
    rows = [{"text": "a grobble", "recommended_action": "remove"}] * 30
    run = _start(server, app, _set(server, app, rows))
    page(server, app, run["task_id"])
    changed = {**_POLICY, "block_list_config": {"rules": [{"name": "words", "action": "flag"}]}}
    config = _send(server, app, "GET", f"{_V2}/config/policy")["config"]
    _send(server, app, "POST", f"{_V2}/config", changed)
    finished(server, app, run["task_id"])
    found = _send(server, app, "GET", f"{_V2}/policy_tests/runs/{run['id']}")
    assert {each["actual_action"] for each in found["results"]} == {"remove"}
    assert found["run"]["config_updated_at"] == config["updated_at"]


def test_what_has_changed_since_the_last_run_and_the_first_is_told(
    server: Server, app: App
) -> None:
    id = _set(server, app, _ROWS)
    first = _run(server, app, id)["run"]
    assert "since_last_run" not in first["metrics"]
    second = _run(server, app, id)["run"]
    assert second["metrics"]["since_last_run"]["changed"] == 0
    _send(server, app, "PUT", "/api/v2/blocklists/words", {"words": ["hello"]})
    third = _run(server, app, id)["run"]
    since = third["metrics"]["since_last_run"]
    assert (since["run_id"], since["changed"]) == (second["id"], 3)
    assert [each["row_index"] for each in since["rows"]] == [0, 1, 2]
    assert since["rows"][1] == {
        "row_index": 1,
        "action_before": "keep",
        "action_now": "remove",
        "labels_before": [],
        "labels_now": ["words"],
    }
    assert third["metrics"]["since_baseline"]["run_id"] == first["id"]
    told = _send(server, app, "GET", f"{_SETS}/{id}")
    assert told["baseline_run_id"] == first["id"]
    assert [each["id"] for each in told["recent_runs"]] == [third["id"], second["id"], first["id"]]
    assert told["set"]["last_run"]["id"] == third["id"]


def test_a_second_run_waits_until_the_first_has_ended(server: Server, app: App) -> None:
    id = _set(server, app, _ROWS)
    run = _start(server, app, id)
    before = server.documents(app.name)
    assert _start(server, app, id)["id"] == run["id"]
    assert server.documents(app.name) == before
    finished(server, app, run["task_id"])
    assert _start(server, app, id)["id"] != run["id"]


def test_nothing_is_kept_of_the_texts_but_the_results(server: Server, app: App) -> None:
    before = {(row[1], row[2]) for row in server.documents(app.name)}
    _run(server, app, _set(server, app, _ROWS))
    made = {row[1] for row in server.documents(app.name) if (row[1], row[2]) not in before}
    assert made == {
        "policy_test_set",
        "policy_test_rows",
        "policy_test_run",
        "policy_test_results",
        "task",
    }


def test_rows_come_from_what_moderators_decided(server: Server, app: App) -> None:
    for number, (text, action) in enumerate(
        (("a grobble", "mark_reviewed"), ("grobble off", "block"), ("hello", None))
    ):
        entity = {"entity_type": "post", "entity_id": f"p{number}", "entity_creator_id": "ann"}
        content = {**entity, "moderation_payload": {"texts": [text]}, "config_key": "policy"}
        item = _send(server, app, "POST", f"{_V2}/check", content)
        flag = _send(server, app, "POST", f"{_V2}/flag", {**entity, "user_id": "bob"})
        if action is not None:
            decision = {"action_type": action, "item_id": flag["item_id"], "user_id": "mod"}
            _send(server, app, "POST", f"{_V2}/submit_action", decision)
        assert item["recommended_action"] in ("keep", "remove")
    seed = {"rows": None, "seed": {"limit": 10}}
    made = _send(server, app, "POST", _SETS, {"name": "decided", "config_key": "policy", **seed})
    rows = {row["text"]: row for row in made["set"]["rows"]}
    assert rows == {
        "a grobble": {"text": "a grobble", "labels": [], "recommended_action": "keep"},
        "grobble off": {
            "text": "grobble off",
            "labels": ["words"],
            "recommended_action": "remove",
        },
    }
    limited = _send(server, app, "POST", _SETS, {"name": "one", "seed": {"limit": 1}})
    assert limited["set"]["row_count"] == 1


def test_a_set_goes_with_all_of_its_runs(server: Server, app: App) -> None:
    before = {(row[1], row[2]) for row in server.documents(app.name)}
    id = _set(server, app, _ROWS)
    for _ in range(12):
        _run(server, app, id)
    kept = [row for row in server.documents(app.name) if row[1] == "policy_test_run"]
    # The last ten and the baseline.
    assert len(kept) == 11
    running = _start(server, app, id)
    _send(server, app, "DELETE", f"{_SETS}/{id}")
    assert server.call(app, "GET", f"{_SETS}/{id}").status == 404
    failed = finished(server, app, running["task_id"])
    assert failed["error"]["type"] == "not_found"
    left = {row[1] for row in server.documents(app.name) if (row[1], row[2]) not in before}
    assert left == {"task"}


def test_two_sets_have_two_names(server: Server, app: App) -> None:
    _set(server, app, _ROWS)
    again = server.call(app, "POST", _SETS, {"name": "set", "rows": _ROWS})
    assert again.status == 400
    assert "name" in again.json()["exception_fields"]
    assert [each["name"] for each in _send(server, app, "GET", _SETS)["sets"]] == ["set"]


def test_a_run_of_a_policy_that_has_gone_is_refused(server: Server, app: App) -> None:
    id = _set(server, app, _ROWS)
    _send(server, app, "DELETE", f"{_V2}/config/policy")
    refused = server.call(app, "POST", f"{_SETS}/{id}/runs")
    assert refused.status == 400
    assert "config_key" in refused.json()["exception_fields"]
