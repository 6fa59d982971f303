"""Hive's dashboard API, which has no client of its own: plain `requests`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
from getstream import Stream

from tests.receiver import Receiver
from tests.running import Running

from .apps import Apps
from .conftest import stream
from .helpers import CLEAN_TEXT, MOVED_TEXT, eventually, unique

SYNC = "/api/v1/task/sync"
ASYNC = "/api/v1/task/async"
REPORT = "/api/v1/report"


@dataclass(frozen=True)
class Hive:
    """One app's dashboard API; `stream` reads what became of what was sent."""

    url: str
    token: str
    stream: Stream
    session: requests.Session

    def send(self, path: str, token: str | None = None, **content: Any) -> requests.Response:
        headers = {"authorization": f"token {self.token}" if token is None else token}
        return self.session.post(self.url + path, headers=headers, timeout=30, **content)

    def sent(self, path: str, **content: Any) -> dict[str, Any]:
        answer = self.send(path, **content)
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def refused(self, path: str, status: int, field: str, **content: Any) -> None:
        answer = self.send(path, **content)
        body = answer.json()
        assert answer.status_code == body["StatusCode"] == status, body
        assert body["code"] == {400: 4, 403: 5, 404: 16}[status]
        assert body["details"] == []
        assert field == "" or field in body["exception_fields"], body

    def put(self, path: str, body: dict[str, Any]) -> None:
        headers = {"authorization": f"token {self.token}"}
        answer = self.session.put(f"{self.url}/api/v1/{path}", json=body, headers=headers)
        assert answer.status_code == 201, answer.text


@pytest.fixture(scope="module")
def hive(server: Running, apps: Apps) -> Iterator[Hive]:
    """With a rule, and categories for posts, for users and for both."""
    app = apps.create()
    secrets = {"api_key": app["key"], "api_secret": app["secret"]}
    with stream(server, **secrets) as client, requests.Session() as session:
        hive = Hive(server.base_url, app["token"], client, session)
        for name, applies_to in (("hate", "both"), ("fake_post", "posts"), ("bot", "users")):
            hive.put(f"report_categories/{name}", {"name": name, "applies_to": applies_to})
        condition = {"type": "classified_as", "classes": ["platform_circumvention"]}
        rule = {"name": "Elsewhere", "scope": "post", "when": condition}
        hive.put("rules/elsewhere", {**rule, "actions": ["flag_for_review"]})
        yield hive


def post(**options: Any) -> dict[str, Any]:
    return {
        "post_id": unique("post"),
        "user_id": unique("user"),
        "text_data": CLEAN_TEXT,
        **options,
    }


def assert_answered(answer: dict[str, Any], task: dict[str, Any]) -> None:
    """The shape that all known readers of Hive's answers can read (contract 15.2)."""
    assert answer["id"] == answer["task_id"] == answer["status"][0]["task_id"]
    assert answer["post_id"] == task["post_id"]
    assert answer["user_id"] == task.get("user_id", task.get("patron_id"))
    (status,) = answer["status"]
    assert status["status"] == {"code": "0", "message": "SUCCESS"}
    (output,) = status["response"]["output"]
    assert output["time"] == 0
    for found in output["classes"]:
        assert isinstance(found["class"], str)
        assert 0 <= found["score"] <= 1
    for rule in answer["triggered_rules"]:
        named = {"rule_name", "rule_id", "rule_version", "rule_type"}
        assert set(rule) == named | {"conditions", "actions"}


def test_clean_text(hive: Hive) -> None:
    task = post()
    answer = hive.sent(SYNC, json=task)
    assert_answered(answer, task)
    assert answer["status"][0]["response"]["output"][0]["classes"] == []
    assert answer["triggered_rules"] == []
    assert answer["recommended_action"] == "keep"
    assert answer["duration"].endswith("ms")


def test_the_answer_says_what_was_found_and_which_rules_it_triggers(hive: Hive) -> None:
    task = post(text_data=MOVED_TEXT)
    answer = hive.sent(SYNC, json=task)
    assert_answered(answer, task)
    (found,) = answer["status"][0]["response"]["output"][0]["classes"]
    assert found["class"] == "platform_circumvention"
    (rule,) = answer["triggered_rules"]
    (held,) = rule["conditions"]
    assert rule == {
        "rule_id": "elsewhere",
        "rule_version": 1,
        "rule_name": "Elsewhere",
        "rule_type": "post",
        "conditions": [{**held, "type": "classified_as", "negated": False}],
        "actions": ["flag_for_review"],
    }
    assert "platform_circumvention" in held["text"]
    assert held["values"]
    filter = {"entity_type": "post", "entity_id": task["post_id"]}

    def flags() -> set[str]:
        found = hive.stream.moderation.query_review_queue(filter=filter).data.items
        return {flag.type for item in found for flag in item.flags}

    eventually(lambda: flags() == {"automod_platform_circumvention", "rule"})


@pytest.mark.parametrize("form", ["json", "form", "multipart"])
def test_a_task_comes_in_any_encoding(hive: Hive, form: str) -> None:
    task = post(text_data=f"{MOVED_TEXT} äöü 😀", group_id="g 1")
    metadata = {"lang": "de", "deep": {"a": [1]}}
    content: dict[str, Any]
    if form == "json":
        content = {"json": {**task, "content_metadata": metadata}}
    else:
        fields = {**task, "content_metadata": json.dumps(metadata)}
        multipart = {name: (None, value) for name, value in fields.items()}
        content = {"data": fields} if form == "form" else {"files": multipart}
    answer = hive.sent(SYNC, **content)
    assert_answered(answer, task)
    item = hive.stream.moderation.get_review_queue_item(answer["id"]).data.item
    assert item is not None
    assert item.moderation_payload is not None
    assert item.moderation_payload.texts == [task["text_data"]]
    assert item.moderation_payload.custom == {"content_metadata": metadata}


def test_the_authors_older_name(hive: Hive) -> None:
    task = post()
    task["patron_id"] = task.pop("user_id")
    assert_answered(hive.sent(SYNC, json=task), task)
    assert_answered(hive.sent(SYNC, data=task), task)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://i.example/1.png", "images"),
        ("https://i.example/1.mp4?x=1", "videos"),
        ("https://i.example/1.mp3", "audios"),
        ("https://i.example/media/1", "images"),
    ],
)
def test_media_by_url(hive: Hive, url: str, kind: str) -> None:
    task = post(url=url)
    del task["text_data"]
    answer = hive.sent(SYNC, json=task)
    assert_answered(answer, task)
    item = hive.stream.moderation.get_review_queue_item(answer["id"]).data.item
    assert item is not None
    assert getattr(item.moderation_payload, kind) == [url]


def test_a_task_has_text_or_a_url(hive: Hive) -> None:
    both = post(url="https://i.example/1.png")
    hive.refused(SYNC, 400, "", json=both)
    hive.refused(SYNC, 400, "", data=both)
    neither = {name: value for name, value in post().items() if name != "text_data"}
    hive.refused(SYNC, 400, "", json=neither)


@pytest.mark.parametrize("path", [SYNC, ASYNC])
@pytest.mark.parametrize("field", ["post_id", "user_id"])
def test_a_missing_field_is_named(hive: Hive, path: str, field: str) -> None:
    task = post()
    del task[field]
    hive.refused(path, 400, field, json=task)
    hive.refused(path, 400, field, data=task)


def test_bodies_that_cannot_be_read(hive: Hive) -> None:
    for kind, body in (
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("multipart/form-data; boundary=x", b"no parts"),
        ("multipart/form-data", b"no boundary"),
    ):
        answer = hive.session.post(
            hive.url + SYNC,
            data=body,
            headers={"authorization": f"token {hive.token}", "content-type": kind},
            timeout=30,
        )
        assert (answer.status_code, answer.json()["code"]) == (400, 4), (kind, body)


@pytest.mark.parametrize("scheme", ["token", "Token", "TOKEN"])
@pytest.mark.parametrize("header", ["authorization", "Authorization", "AUTHORIZATION"])
def test_header_and_scheme_in_any_case(hive: Hive, scheme: str, header: str) -> None:
    headers = {header: f"{scheme} {hive.token}"}
    answer = hive.session.post(hive.url + SYNC, json=post(), headers=headers, timeout=30)
    assert answer.status_code == 201


@pytest.mark.parametrize("token", ["token nobody", "token ", "token", ""])
@pytest.mark.parametrize("path", [SYNC, ASYNC, REPORT])
def test_strangers_are_refused(hive: Hive, path: str, token: str) -> None:
    answer = hive.send(path, token=token, json=post())
    assert answer.status_code == 403
    assert answer.json()["code"] in (2, 5)


def test_an_asynchronous_task_is_called_back(hive: Hive, receiver: Receiver) -> None:
    path = f"/{unique('callback')}"
    task = post(text_data=MOVED_TEXT, callback_url=receiver.url(path))
    acknowledged = hive.sent(ASYNC, json=task)
    assert acknowledged["id"] == acknowledged["task_id"]
    assert acknowledged["post_id"] == task["post_id"]
    eventually(lambda: path in {request.path for request in receiver.requests})
    (request,) = (each for each in receiver.requests if each.path == path)
    assert request.method == "POST"
    assert request.headers["content-type"].startswith("application/json")
    answer = json.loads(request.body)
    assert_answered(answer, task)
    assert answer["task_id"] == acknowledged["task_id"]
    assert [rule["rule_name"] for rule in answer["triggered_rules"]] == ["Elsewhere"]
    done = hive.stream.wait_for_task(answer["task_id"], poll_interval=0.05, timeout=20).data
    assert done.result is not None
    assert done.result["recommended_action"] == "flag"


def test_an_asynchronous_task_without_a_callback(hive: Hive) -> None:
    acknowledged = hive.sent(ASYNC, data=post())
    task = hive.stream.wait_for_task(acknowledged["task_id"], poll_interval=0.05, timeout=20)
    assert task.data.status == "completed"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://169.254.169.254/x", "ftp://example.com/x", "nonsense"]
)
def test_a_callback_may_not_go_everywhere(hive: Hive, url: str) -> None:
    hive.refused(ASYNC, 400, "callback_url", json=post(callback_url=url))


@pytest.mark.parametrize("form", ["json", "form", "brackets", "list", "multipart"])
def test_a_post_is_reported(hive: Hive, form: str) -> None:
    task = post()
    hive.sent(SYNC, json=task)
    fields = {"post_id": task["post_id"], "reporter_id": "rita", "report_reason": "look at this"}
    categories = ["hate", "fake_post"]
    contents: dict[str, dict[str, Any]] = {
        "json": {"json": {**fields, "report_categories": categories}},
        "form": {"data": {**fields, "report_categories": categories}},
        "brackets": {"data": {**fields, "report_categories[]": categories}},
        "list": {"data": {**fields, "report_categories": json.dumps(categories)}},
        "multipart": {
            "files": [
                *((name, (None, value)) for name, value in fields.items()),
                *(("report_categories", (None, name)) for name in categories),
            ]
        },
    }
    answer = hive.sent(REPORT, **contents[form])
    assert answer["status"] == "received"
    assert answer["post_id"] == task["post_id"]
    assert answer["report_categories"] == categories
    item = hive.stream.moderation.get_review_queue_item(answer["item_id"]).data.item
    assert item is not None
    assert item.entity_id == task["post_id"]
    assert item.entity_creator_id == task["user_id"]
    (flag,) = item.flags
    assert (flag.type, flag.user_id, flag.reason) == ("user_report", "rita", "look at this")
    assert flag.labels == categories


def test_a_user_is_reported(hive: Hive) -> None:
    task = post()
    hive.sent(SYNC, json=task)
    report = {"user_id": task["user_id"], "report_categories": ["bot"]}
    answer = hive.sent(REPORT, json=report)
    assert answer["user_id"] == task["user_id"]
    assert "post_id" not in answer
    item = hive.stream.moderation.get_review_queue_item(answer["item_id"]).data.item
    assert item is not None
    assert (item.entity_type, item.entity_id) == ("stream:user", task["user_id"])


@pytest.mark.parametrize("field", ["post_id", "user_id"])
def test_what_was_never_submitted_cannot_be_reported(hive: Hive, field: str) -> None:
    report = {field: unique("nobody"), "report_categories": ["hate"]}
    hive.refused(REPORT, 404, field, json=report)
    hive.refused(REPORT, 404, field, data=report)


def test_another_apps_post_cannot_be_reported(hive: Hive, server: Running) -> None:
    task = post()
    token = f"token {server.token}"
    assert hive.send(SYNC, token=token, json=task).status_code == 201
    for subject in ("post_id", "user_id"):
        report = {subject: task[subject], "report_categories": ["hate"]}
        hive.refused(REPORT, 404, subject, json=report)


def test_categories_are_configured_first(hive: Hive) -> None:
    task = post()
    hive.sent(SYNC, json=task)
    about_post, about_user = {"post_id": task["post_id"]}, {"user_id": task["user_id"]}
    for subject, category in (
        (about_post, "nothing"),
        (about_post, "bot"),
        (about_user, "fake_post"),
    ):
        hive.refused(
            REPORT, 400, "report_categories", json={**subject, "report_categories": [category]}
        )
    for body in (about_post, {**about_post, "report_categories": []}):
        hive.refused(REPORT, 400, "report_categories", json=body)
    hive.sent(REPORT, json={**about_post, "report_categories": ["hate"]})


def test_a_report_is_about_a_post_or_a_user(hive: Hive) -> None:
    for body in ({"post_id": "p", "user_id": "u"}, {}):
        hive.refused(REPORT, 400, "", json={**body, "report_categories": ["hate"]})
