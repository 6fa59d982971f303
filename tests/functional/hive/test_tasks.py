"""Hive's tasks, v1 and v2, at once and later, in every encoding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.hive.world import (
    ASYNC,
    BULLYING,
    SYNC,
    V2_ASYNC,
    V2_SYNC,
    Team,
    team,
    triggered,
)
from tests.receiver import answer

TASK = {"post_id": "p", "user_id": "ann", "text_data": BULLYING}


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        yield made


@pytest.mark.parametrize("path", [SYNC, V2_SYNC])
def test_each_model_has_its_entry(hive: Team, path: str) -> None:
    url = hive.receiver.url("/a.png")
    hive.seen[url] = {"general_nsfw": 0.9}
    picture = {"post_id": "q", "user_id": "ann", "url": url, "models": ["ocr", "visual"]}
    ocr, visual = hive.done("POST", path, picture)["status"]
    assert (ocr["model"], ocr["status"]["message"]) == ("ocr", "NOT_JUDGED")
    assert (visual["model"], visual["status"]["message"]) == ("visual", "SUCCESS")
    assert visual["response"]["output"][0]["classes"] == [{"class": "general_nsfw", "score": 0.9}]
    (text,) = hive.done("POST", path, {**TASK, "models": ["text"]})["status"]
    assert "insult" in {each["class"] for each in text["response"]["output"][0]["classes"]}
    (whole,) = hive.done("POST", path, {**TASK, "post_id": "r"})["status"]
    assert "model" not in whole


def test_what_no_engine_hears_is_not_judged(hive: Team) -> None:
    sound = {"post_id": "s", "user_id": "ann", "url": "https://i.example/1.mp3"}
    (audio,) = hive.done("POST", V2_SYNC, {**sound, "models": ["audio"]})["status"]
    assert audio["status"] == {"code": "1", "message": "NOT_JUDGED"}


@pytest.mark.parametrize("path", [SYNC, ASYNC, V2_SYNC, V2_ASYNC])
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("models", ["visual"], "does not look at texts"),
        ("models", ["logo"], "Input should be 'text', 'visual', 'ocr' or 'audio'"),
        ("thorn_enabled", True, "no access to Thorn's hashes"),
        ("stream_url", "https://example.com/live", "live streams are not followed"),
        ("stream_id", "7", "live streams are not followed"),
        ("frame_url", "https://example.com/1.png", "live streams are not followed"),
        ("media", "a file", "send an address as url"),
        ("application_id", "x", "is not known here"),
    ],
)
def test_what_is_not_done_is_refused_by_name(
    hive: Team, path: str, field: str, value: Any, words: str
) -> None:
    before = hive.server.documents()
    answered = hive.send("POST", path, {**TASK, field: value})
    assert answered.status == 400
    fields = answered.json()["exception_fields"]
    (found,) = (text for name, text in fields.items() if name.startswith(field))
    assert words in found or "not permitted" in found or "not known" in found
    assert hive.server.documents() == before


def test_what_asks_for_nothing_is_taken(hive: Team) -> None:
    hive.done("POST", V2_SYNC, {**TASK, "thorn_enabled": False, "stream_url": None})


@pytest.mark.parametrize("path", [SYNC, V2_SYNC])
def test_metadata_in_rules_and_in_action_parameters(hive: Team, path: str) -> None:
    names = {"content_metadata": "about", "user_metadata": "author", "group_id": "room"}
    hive.action("tag", parameters={"post_id": "serial", **names})
    price = {"type": "content_property", "key": "content_metadata.price", "operator": "gt"}
    level = {"type": "content_property", "key": "user_metadata.level", "operator": "eq"}
    both = [{**price, "value": 100}, {**level, "value": "new"}]
    hive.rule("dear", {"type": "all", "conditions": both}, "tag")
    told = {"content_metadata": {"price": 120}, "user_metadata": {"level": "new"}}
    sent = {"post_id": "p", "text_data": "for sale", "patron_id": "ann", "group_id": "g"}
    answered = hive.done("POST", path, {**sent, **told})
    assert triggered(answered) == ["dear"]
    hive.enforce(answered)
    (body,) = hive.called("tag")
    assert body == {
        "serial": "p",
        "about": {"price": 120},
        "author": {"level": "new"},
        "room": "g",
    }


def test_tags_are_seen_by_rules(hive: Team) -> None:
    tagged = {"type": "content_property", "key": "user_tags", "operator": "contains"}
    hive.rule("vip", {**tagged, "value": "vip"}, "flag_for_review")
    assert triggered(hive.done("POST", V2_SYNC, {**TASK, "user_tags": ["new", "vip"]})) == ["vip"]


@pytest.mark.parametrize("path", [V2_SYNC, V2_ASYNC])
def test_reports_come_with_a_task(hive: Team, path: str) -> None:
    hive.category("hate")
    report = {"report_categories": ["hate"], "reporter_id": "rita", "report_reason": "look"}
    bad = {**TASK, "reports": [report, {"report_categories": ["nothing"]}]}
    said = hive.refused("reports.1.report_categories", path, bad)
    assert "'nothing'" in said
    hive.rule("any", {"type": "report_count"}, "flag_for_review", scope="reported_post")
    answered = hive.done("POST", path, {**TASK, "reports": report})
    (received,) = answered["reports"]
    assert received["post_id"] == "p"
    hive.enforce({"item_id": received["item_id"]})
    assert sorted(hive.queued()["p"]) == ["rule", "user_report"]


@pytest.mark.parametrize("path", [V2_SYNC, V2_ASYNC])
def test_a_task_s_reports_of_nobody_count_once_however_often_it_is_sent(
    hive: Team, path: str
) -> None:
    hive.category("hate")
    hive.category("spam")
    reports = [{"report_categories": ["hate"]}, {"report_categories": ["hate"]}]
    task = {**TASK, "reports": reports}
    for _ in range(3):
        answered = hive.done("POST", path, task)
    item = answered["reports"][0]["item_id"]
    assert len(hive.done("GET", "/api/v1/reports", item_id=item)["reports"]) == 2
    other = {**TASK, "reports": [{"report_categories": ["spam"]}]}
    hive.done("POST", path, other)
    hive.done("POST", path, {**task, "text_data": "edited"})
    assert len(hive.done("GET", "/api/v1/reports", item_id=item)["reports"]) == 5
    for _ in range(2):
        hive.done("POST", "/api/v1/report", {"post_id": "p", "report_categories": ["hate"]})
    assert len(hive.done("GET", "/api/v1/reports", item_id=item)["reports"]) == 7


@pytest.mark.parametrize("path", [SYNC, ASYNC, V2_SYNC, V2_ASYNC, "/api/v1/report"])
def test_files_of_a_form_are_refused_by_the_names_of_their_fields(hive: Team, path: str) -> None:
    parts = [
        'name="post_id"\r\n\r\np',
        'name="media"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nPNG',
        'name="other"; filename=""\r\n\r\n',
    ]
    form = "".join(f"--b\r\ncontent-disposition: form-data; {part}\r\n" for part in parts)
    headers = {"content-type": "multipart/form-data; boundary=b", **hive.app.hive()}
    before = hive.server.documents()
    answered = hive.server.raw("POST", path, headers, f"{form}--b--\r\n".encode())
    assert answered.status == 400
    fields = answered.json()["exception_fields"]
    assert set(fields) == {"media", "other"} and "is a file" in fields["media"]
    assert hive.server.documents() == before


def test_errors_have_what_callers_of_hive_read(hive: Team) -> None:
    for answered, status in (
        (hive.send("POST", SYNC, {}), 400),
        (hive.send("POST", "/api/v1/report", {"post_id": "x", "report_categories": []}), 400),
        (hive.server.raw("POST", V2_SYNC, {"content-type": "application/json"}, b"{}"), 403),
    ):
        assert answered.status == status
        assert answered.json()["return_code"] == status and answered.json()["message"]


def test_a_report_alone_counts_as_a_list_of_one(hive: Team) -> None:
    hive.category("hate")
    task = {**TASK, "reports": {"report_categories": ["nothing"]}}
    hive.refused("reports.report_categories", V2_SYNC, task)


@pytest.mark.parametrize("path", [ASYNC, V2_ASYNC])
def test_a_callback_comes_until_it_is_taken(hive: Team, path: str) -> None:
    hive.receiver.on("/done", answer(500), answer(204), answer(200))
    task = {**TASK, "models": ["text"], "callback_url": hive.receiver.url("/done")}
    accepted = hive.done("POST", path, task)
    hive.scan(accepted["task_id"])
    for _ in range(2):
        hive.wait(3_600)
        hive.deliver()
    bodies = hive.called("done")
    assert len(bodies) == 3 and bodies[0] == bodies[2]
    assert bodies[0]["task_id"] == accepted["task_id"]
    (status,) = bodies[0]["status"]
    assert status["model"] == "text"
    assert [each["state"] for each in hive.deliveries()] == ["delivered"]


@pytest.mark.parametrize("path", [SYNC, V2_SYNC])
@pytest.mark.parametrize("encoding", ["json", "form", "multipart"])
def test_every_encoding(hive: Team, path: str, encoding: str) -> None:
    fields = {**TASK, "content_metadata": json.dumps({"a": 1}), "models": "text"}
    headers = dict(hive.app.hive())
    if encoding == "json":
        body = json.dumps({**TASK, "content_metadata": {"a": 1}, "models": ["text"]}).encode()
        headers["content-type"] = "application/json"
    elif encoding == "form":
        from urllib.parse import urlencode

        body = urlencode(fields).encode()
        headers["content-type"] = "application/x-www-form-urlencoded"
    else:
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        body = ("".join(parts) + "--x--\r\n").encode()
        headers["content-type"] = "multipart/form-data; boundary=x"
    answered = hive.server.raw("POST", path, headers, body)
    assert answered.status == 201, answered.text
    assert [each["model"] for each in answered.json()["status"]] == ["text"]
