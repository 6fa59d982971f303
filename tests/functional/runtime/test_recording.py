"""The test run knows the queries and answers of the runtimes that it starts, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
import requests

from infra.gcp.indexes import FILE
from tests.answers import Answers
from tests.faults.waiting import wait_until
from tests.on_backends import backends, emulators
from tests.query_recorder import Issued, Records
from tests.recording import FOLDER
from tests.running import Running, running

# The first is the public process's, the second its worker's.
LATEST = Issued("log", False, frozenset(), "at", True)
OVERDUE = Issued("delivery", True, frozenset(), "next_attempt_at", False)


@pytest.fixture(params=backends())
def records(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Records]:
    """Of a runtime that was killed right after its queries."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    environment = {**emulators(request.param), "GAVEL_SWEEP_INTERVAL": "0.1"}
    with running(tmp_path / "data", request.param, **environment) as runtime:
        _post_and_list(runtime)
        wait_until(lambda: OVERDUE in _read(tmp_path).queries, "the sweep", 10)
        runtime.kill()
    yield _read(tmp_path)


def _post_and_list(runtime: Running) -> None:
    headers = {"authorization": f"token {runtime.token}"}
    post = {"post_id": "1", "user_id": "ann", "text_data": "Hello"}
    url = f"{runtime.base_url}/api/v1"
    requests.post(f"{url}/task/sync", json=post, headers=headers, timeout=30).raise_for_status()
    requests.get(f"{url}/log", headers=headers, timeout=30).raise_for_status()


def _read(folder: Path) -> Records:
    records = Records()
    records.read(folder)
    return records


def test_both_processes_keep_what_they_ask_and_write(records: Records) -> None:
    assert {LATEST, OVERDUE} <= records.queries
    assert {"credential", "item"} <= records.written


def test_what_it_answered_is_kept(records: Records, tmp_path: Path) -> None:
    assert records.queries
    answers = Answers()
    answers.read(tmp_path)
    seen = {(each.method, each.path, each.status) for each in answers.seen}
    assert {("POST", "/api/v1/task/sync", 201), ("GET", "/api/v1/log", 200)} <= seen
    assert answers.undescribed() == []


def test_a_query_without_an_index_is_found(records: Records) -> None:
    definition: dict[str, Any] = orjson.loads(FILE.read_bytes())
    assert OVERDUE not in records.unserved(definition)
    definition["fieldOverrides"] = [
        each for each in definition["fieldOverrides"] if each["fieldPath"] != OVERDUE.order
    ]
    assert OVERDUE in records.unserved(definition)
