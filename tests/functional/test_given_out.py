"""A person's data given out: all that is theirs, in as many files as it takes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from common.configuration.context import now
from common.domain.task import new_job, task_key
from common.domain.task_part import TaskPart, task_part_key
from common.domain.times import DAY
from common.moderation.background import files, numbered_files
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from common.store.store import Create, Update
from tests.functional.desk import BAD, V2, Desk, desk, later
from tests.functional.erasing import ANN, WORDS, erase, finish, plant, turn
from tests.functional.retaining import keep, retain

_LAMBDA_ANSWERS = 6_000_000


@pytest.fixture(params=["false", "true"], ids=["plain", "encrypted"])
def bench(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    data = tmp_path_factory.mktemp("given") / "data"
    with desk(data, GAVEL_ENCRYPT_CONTENT=request.param) as made:
        yield made


def test_what_was_given_out_goes_with_the_person_whatever_the_id(bench: Desk) -> None:
    bench.flagged("mo")
    urls = [_path(_told(bench, "mo")["files"][0])]
    with later(120):
        urls.append(_path(_told(bench, "mo")["files"][0]))
    assert [bench.server.raw("GET", url).status for url in urls] == [200, 200]
    erase(bench, "mo")
    assert [bench.server.raw("GET", url).status for url in urls] == [404, 404]


def test_what_a_person_is_given_has_nothing_of_others(bench: Desk) -> None:
    hook = {"webhook_url": "https://hooks.example/secret", "event_types": [], "enabled": True}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    plant(bench)
    theirs = bench.flagged("ben", moderation_payload={"texts": [f"{BAD} only ben said that"]})
    about = {"entity_type": "post", "reason": "rude"}
    bench.done("POST", f"{V2}/flag", {**about, "entity_id": theirs["entity_id"], "user_id": ANN})
    complaint = {**about, "entity_id": f"{ANN}-post0", "user_id": "carl", "reason": "said carl"}
    bench.done("POST", f"{V2}/flag", complaint)
    listed = bench.done("POST", "/export/users", {"user_ids": [ANN, "ben"]})["task_id"]
    while (told := bench.done("GET", f"/api/v2/tasks/{listed}"))["status"] != "completed":
        turn(bench, listed)
    given = _given(bench)
    assert {"delivery", "item", "flag", "mutes"} <= {each["place"] for each in given}
    text = json.dumps(given)
    for others in ("only ben said", "said carl", '"carl"', '"ben"', '"mo"', "hooks.example"):
        assert others not in text, others
    assert told["result"]["url"] not in text


def test_a_person_is_given_what_an_erasure_would_take(bench: Desk) -> None:
    plant(bench)
    others = bench.flagged("ben", moderation_payload={"texts": [f"{BAD} of ben alone"]})
    bench.done("PUT", "/api/v1/settings", {"second_person_actions": ["block"]})
    theirs = bench.item("post", f"{ANN}-post0")
    assert theirs is not None
    approval = bench.decide("block", theirs["id"]).json()["approval"]["id"]
    bench.done("POST", f"/api/v1/approvals/{approval}/approve", {"user_id": "lea"})
    before = bench.server.documents(bench.app.name)
    found = _given(bench)
    text = json.dumps(found)
    for part in ("name", "quietly", "custom", "deep", "reported", "appealed"):
        assert f"{WORDS} {part}" in text, part
    assert {"item", "user", "flag", "appeal", "ban", "mutes", "log"} <= {e["place"] for e in found}
    assert "of ben alone" not in text and others["id"] not in text
    assert '"mo"' not in text and '"lea"' not in text and approval in text
    kept = {row[:3]: row for row in bench.server.documents(bench.app.name)}
    assert all(kept[row[:3]] == row for row in before if row[1] not in ("task", "configuration"))
    assert bench.send("POST", "/api/v1/users/nobody/data/export").status == 404
    erase(bench)
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())


@pytest.mark.parametrize("bench", ["false"], ids=["plain"], indirect=True)
def test_what_is_more_than_a_file_goes_on_in_further_ones(bench: Desk) -> None:
    for number in range(40):
        payload = {"texts": [f"{number:02} said"], "custom": {"more": "so much to say " * 10_000}}
        named = {"entity_id": f"long{number}", "entity_creator_id": ANN}
        bench.check(**named, moderation_payload=payload)
    told = _told(bench, ANN)
    made = told["files"]
    assert [each["number"] for each in made] == [1, 2]
    assert "left_out" not in told
    given: list[Any] = []
    for file in made:
        answer = bench.server.raw("GET", _path(file))
        assert len(answer.text.encode()) == file["bytes"] <= 5_000_000 < _LAMBDA_ANSWERS
        found = answer.json()
        assert len(found) == file["documents"]
        given += found
    assert sum(file["bytes"] for file in made) > 5_500_000
    assert len(given) == told["documents"]
    items = [each["data"]["payload"]["texts"][0] for each in given if each["place"] == "item"]
    assert sorted(items) == [f"{number:02} said" for number in range(40)]
    erase(bench)
    assert [bench.server.raw("GET", _path(file)).status for file in made] == [404, 404]
    assert not any(row[1] == "task_part" for row in bench.server.documents())


def test_who_ordered_it_is_known(bench: Desk) -> None:
    plant(bench)
    task = _as_lea(bench, "POST", "/data/export")["task_id"]
    ordered = _as_lea(bench, "DELETE", "/data")
    assert _ended(bench, task)["by"] == "lea-4711"
    erased = finish(bench, ordered["id"])
    query = {"kind": "retention"}
    log = bench.server.call(bench.app, "GET", "/api/v1/log", query=query).json()["entries"]
    told = {each["type"]: (each["by"], each["user_id"]) for each in log}
    assert told == dict.fromkeys(
        ("data_export_ordered", "erasure_ordered"), ("lea-4711", erased["person"])
    )
    bench.check("hello", entity_creator_id="lea-4711")
    erase(bench, "lea-4711")
    assert not any("lea-4711" in str(row) for row in bench.server.documents())


def test_files_go_when_their_time_has_come(bench: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_500)
    plant(bench)
    task = _ordered(bench, ANN)
    told = _ended(bench, task)
    assert len(told["files"]) > 2
    for _ in told["files"]:
        turn(bench, task)
    assert [bench.server.raw("GET", _path(each)).status for each in told["files"]] == [404] * len(
        told["files"]
    )
    assert bench.done("GET", f"/api/v2/tasks/{task}")["result"]["files"] == []
    assert not any(row[1] in ("task_part", "result_file") for row in bench.server.documents())


def test_of_too_many_files_it_says_what_is_not_in_them(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1_500)
    monkeypatch.setattr(numbered_files, "MOST_FILES", 2)
    plant(bench)
    told = _told(bench, ANN)
    assert len(told["files"]) == 2
    assert "log" in told["left_out"]
    for each in told["files"]:
        assert bench.server.raw("GET", _path(each)).json()


@pytest.mark.parametrize("bench", ["false"], ids=["plain"], indirect=True)
def test_of_one_that_fails_for_good_nothing_is_left(bench: Desk) -> None:
    plant(bench)
    task = _ordered(bench, ANN)
    while not _has_parts(bench):
        turn(bench, task)
    key = task_key(bench.app.name, task)
    (found,) = bench.server.run(bench.server.context.store.get([key]))
    assert found is not None
    damaged: Any = Update(key, set={"asked": {**found.data["asked"], "sealed": "of another key"}})
    bench.server.run(bench.server.context.store.commit([damaged]))
    for days in (0, 2):
        with pytest.raises(InvalidTag):
            _work(bench, task, found.data["updated_at"] + days * DAY)
        assert _has_parts(bench), "it may go well another time"
    _work(bench, task, found.data["updated_at"] + 3 * DAY)
    told = bench.done("GET", f"/api/v2/tasks/{task}")
    assert (told["status"], told["error"]["type"]) == ("failed", "given_up")
    _work(bench, task, found.data["updated_at"] + 3 * DAY)
    assert not _has_parts(bench)
    told = bench.done("GET", f"/api/v2/tasks/{task}")
    assert (told["status"], told["result"]["files"]) == ("failed", [])
    erase(bench)
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())


@pytest.mark.parametrize("bench", ["false"], ids=["plain"], indirect=True)
def test_what_one_of_an_earlier_release_has_left_goes_by_retention(bench: Desk) -> None:
    plant(bench)
    failed, goes_on = _ordered(bench, ANN), _ordered(bench, "ben")
    while not (_has_parts(bench, failed) and _has_parts(bench, goes_on)):
        for task in (failed, goes_on):
            turn(bench, task)
    over: Any = Update(
        task_key(bench.app.name, failed), set={"status": "failed"}, remove=("due_at", "cursor")
    )
    bench.server.run(bench.server.context.store.commit([over]))
    keep(bench, log=3_000)
    retain(bench, 20)
    assert (_has_parts(bench, failed), _has_parts(bench, goes_on)) == (False, True)
    keep(bench, jobs=90)
    retain(bench, 80)
    assert bench.done("GET", f"/api/v2/tasks/{failed}")["status"] == "failed"
    retain(bench, 120)
    assert bench.send("GET", f"/api/v2/tasks/{failed}").status == 404
    assert bench.done("GET", f"/api/v2/tasks/{goes_on}")["status"] == "running"


@pytest.mark.parametrize("bench", ["false"], ids=["plain"], indirect=True)
@pytest.mark.parametrize("part", [{"text": f"a,{WORDS} custom"}, {"items": [f"{WORDS} custom"]}])
def test_of_many_images_the_file_and_what_it_is_made_of_go_with_the_person(
    bench: Desk, part: TaskPart
) -> None:
    plant(bench)
    job = new_job("bulk_images", "bulk", {"csv_file": "", "token": "token"}, {}, now())
    made = Create(task_key(bench.app.name, "bulk"), job)
    parts = Create(task_part_key(bench.app.name, "bulk", 0), part)
    bench.server.run(bench.server.context.store.commit([made, parts]))
    erase(bench)
    assert not any(WORDS in str(row) for row in bench.server.documents())
    told = bench.done("GET", "/api/v2/tasks/bulk")
    assert (told["status"], told["error"]["type"]) == ("failed", "erased")


def _has_parts(bench: Desk, task: str = "") -> bool:
    rows = bench.server.documents(bench.app.name)
    return any(row[1] == "task_part" and row[2].startswith(task) for row in rows)


def _work(bench: Desk, task: str, at: int) -> None:
    """Its turn, at that time."""
    (found,) = bench.server.run(bench.server.context.store.get([task_key(bench.app.name, task)]))
    assert found is not None
    order = ScanOrder(bench.app.name, task, at=found.data["due_at"])
    bench.server.run(work(bench.server.context, order, at))


def _given(bench: Desk) -> Any:
    (file,) = _told(bench, ANN)["files"]
    return bench.server.raw("GET", _path(file)).json()


def _told(bench: Desk, id: str) -> Any:
    return _ended(bench, _ordered(bench, id))


def _ordered(bench: Desk, id: str) -> str:
    task: str = bench.done("POST", f"/api/v1/users/{id}/data/export")["task_id"]
    return task


def _ended(bench: Desk, task: str) -> Any:
    while (told := bench.done("GET", f"/api/v2/tasks/{task}"))["status"] != "completed":
        turn(bench, task)
    return told["result"]


def _path(file: Any) -> str:
    return f"/api/v1/files/{file['url'].rpartition('/')[2]}"


def _as_lea(bench: Desk, method: str, path: str) -> Any:
    path = f"/api/v1/users/{ANN}{path}"
    return bench.server.call(bench.app, method, path, query={"user_id": "lea-4711"}).json()
