"""Reports of messages in the older chat API's shape: looked for, and reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from tests.functional.desk import Desk, desk

_MESSAGE = "stream:chat:v1:message"
_numbers = count()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("reports") / "data") as made:
        users = {id: {"id": id} for id in ("rea", "ben", "mo")}
        made.done("POST", "/api/v2/users", {"users": users})
        yield made


def _reported(bench: Desk, *reporters: str, channel: str = "messaging:a") -> tuple[str, str, str]:
    """The message, its author and the report's id."""
    number = next(_numbers)
    message, author = f"m{number}", f"author{number}"
    bench.done("POST", "/api/v2/users", {"users": {author: {"id": author}}})
    bench.check(
        "hello",
        entity_type=_MESSAGE,
        entity_id=message,
        entity_creator_id=author,
        moderation_payload={"texts": ["hello"], "custom": {"channel_cid": channel}},
    )
    for by in reporters:
        body = {"target_message_id": message, "user_id": by, "reason": "spam"}
        told = bench.done("POST", "/moderation/flag", body)
    return message, author, told["review_queue_item_id"]


def _queried(bench: Desk, filter: Any, **more: Any) -> Any:
    body = {"filter_conditions": filter, **more}
    return bench.done("POST", "/moderation/reports", body)["flag_reports"]


def test_a_report_is_found(bench: Desk) -> None:
    message, author, id = _reported(bench, "rea", "ben", channel="messaging:found")
    for filter in (
        {"report_id": id},
        {"message_id": message},
        {"message_user_id": author},
        {"user_id": author, "is_reviewed": False},
        {"channel_cid": {"$in": ["messaging:found"]}},
    ):
        (report,) = _queried(bench, filter)
        assert (report["id"], report["message"]["id"], report["flags_count"]) == (id, message, 2)
    assert (report["user"]["id"], report["first_reporter"]["id"]) == (author, "rea")
    assert report["message"]["text"] == report["details"]["original_text"] == "hello"
    assert "reviewed_at" not in report
    for nothing in ({"report_id": id, "is_reviewed": True}, {"message_id": "nothing"}):
        assert _queried(bench, nothing) == []


def test_what_nobody_reported_is_no_report(bench: Desk) -> None:
    found = bench.check(entity_type=_MESSAGE, entity_id="of an engine")["item"]
    assert _queried(bench, {"report_id": found["id"]}) == []
    body = {"review_result": "fine", "user_id": "mo"}
    answer = bench.send("PATCH", f"/moderation/reports/{found['id']}", body)
    assert (answer.status, list(answer.json()["exception_fields"])) == (404, ["id"])


def test_newest_first_page_by_page(bench: Desk) -> None:
    made = [_reported(bench, "rea", channel="messaging:pages")[2] for _ in range(3)]
    filter = {"channel_cid": "messaging:pages"}
    assert [each["id"] for each in _queried(bench, filter)] == made[::-1]
    second = _queried(bench, filter, limit=1, offset=1)
    assert [each["id"] for each in second] == [made[1]]


def test_a_report_is_reviewed(bench: Desk) -> None:
    message, _, id = _reported(bench, "rea")
    details = {"note": "harmless"}
    body = {"review_result": "all fine", "user_id": "mo", "review_details": details}
    report = bench.done("PATCH", f"/moderation/reports/{id}", body)["flag_report"]
    assert (report["id"], report["review_result"], report["reviewed_by"]["id"]) == (
        id,
        "all fine",
        "mo",
    )
    assert report["details"]["review_details"] == details
    assert report["reviewed_at"].startswith("20")
    filters: tuple[Any, ...] = ({"review_result": "all fine"}, {"reviewed_by": "mo"})
    for filter in filters:
        (found,) = _queried(bench, {"report_id": id, "is_reviewed": True, **filter})
        assert found == report
    shown = bench.shown(id)
    assert (shown["latest_moderator_action"], shown["reviewed_by"]) == ("mark_reviewed", "mo")
    assert shown["actions"][0]["custom"]["review_result"] == "all fine"
    bench.done("POST", "/moderation/flag", {"target_message_id": message, "user_id": "ben"})
    (again,) = _queried(bench, {"report_id": id, "is_reviewed": False})
    assert "review_result" not in again


def test_users_neither_see_nor_review(bench: Desk) -> None:
    *_, id = _reported(bench, "rea")
    token = bench.app.user("rea")
    body = {"review_result": "fine"}
    for method, path, sent in (
        ("POST", "/moderation/reports", {}),
        ("PATCH", f"/moderation/reports/{id}", body),
    ):
        assert bench.send(method, path, sent, as_user=token).status == 403
