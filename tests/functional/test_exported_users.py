"""Many users exported at once, into one file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from common.moderation.background import files
from tests.functional.background import finished
from tests.functional.desk import Desk, desk


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("exported") / "data") as made:
        users = {id: {"id": id, "name": id.title()} for id in ("ann", "ben")}
        made.done("POST", "/api/v2/users", {"users": users})
        yield made


def _exported(bench: Desk, *ids: str) -> tuple[Any, list[Any]]:
    task = bench.done("POST", "/export/users", {"user_ids": ids})["task_id"]
    told = finished(bench.server, bench.app, task)
    assert told["status"] == "completed", told
    found = bench.server.raw("GET", urlsplit(told["result"]["url"]).path)
    assert (found.status, found.headers["content-type"]) == (200, "application/json")
    assert found.headers["content-disposition"] == 'attachment; filename="gavel.json"'
    return told["result"], json.loads(found.text)


def test_users_are_exported_as_each_alone(bench: Desk) -> None:
    bench.done("POST", "/moderation/mute", {"target_id": "ben", "user_id": "ann"})
    posted = [bench.flagged("ann")["id"] for _ in range(12)]
    result, users = _exported(bench, "ann", "ben", "ann")
    assert (result["users"], result["left_out"]) == (2, [])
    assert [each["user"]["id"] for each in users] == ["ann", "ben"]
    assert [each["id"] for each in users[0]["items"]] == posted[::-1]
    for id, exported in zip(("ann", "ben"), users, strict=True):
        alone = bench.done("GET", f"/users/{id}/export")
        assert exported == {name: each for name, each in alone.items() if name != "duration"}


def test_what_is_too_much_is_left_out_by_name(bench: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(7):
        bench.flagged("cat", moderation_payload={"texts": ["zzword " * 2_000]})
    monkeypatch.setattr(files, "MOST_BYTES", 50_000)
    result, users = _exported(bench, "ann", "cat", "ben")
    assert [each["user"]["id"] for each in users] == ["ann", "cat"]
    assert (result["users"], result["left_out"]) == (1, ["cat", "ben"])
    assert len(users[1]["items"]) == 5


def test_a_user_with_long_texts_is_in_several_parts(bench: Desk) -> None:
    text = "zzword \u4f60\u597d " * 9_000
    for _ in range(3):
        bench.flagged("dan", moderation_payload={"texts": [text]})
    _, (dan,) = _exported(bench, "dan")
    assert [each["moderation_payload"]["texts"] for each in dan["items"]] == [[text]] * 3


def test_nobody_who_is_not_known(bench: Desk) -> None:
    answer = bench.send("POST", "/export/users", {"user_ids": ["ann", "nobody"]})
    assert (answer.status, answer.json()["code"]) == (404, 16)
    assert "user_ids" in answer.json()["exception_fields"]
    other = bench.server.app("app-b")
    answer = bench.server.call(other, "POST", "/export/users", {"user_ids": ["ann"]})
    assert answer.status == 404
    token = bench.app.user("ann")
    body = {"user_ids": ["ann"]}
    assert bench.send("POST", "/export/users", body, as_user=token).status == 403


def test_asked_again_it_is_the_same_task(bench: Desk) -> None:
    ids = {"user_ids": ["ben"]}
    first = bench.done("POST", "/export/users", ids)["task_id"]
    assert bench.done("POST", "/export/users", ids)["task_id"] == first
