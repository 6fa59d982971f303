"""Reports that are taken back: what they counted for is as if they had never been."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.domain.reports import open_reports, reports_of
from tests.functional.desk import V2, Desk, desk

_MESSAGE = "stream:chat:v1:message"
_numbers = count()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("unflagging") / "data") as made:
        for id in ("spam", "rude"):
            made.done("PUT", f"/api/v1/report_categories/{id}", {"name": id, "applies_to": "both"})
        yield made


def _message() -> str:
    return f"m{next(_numbers)}"


def _flag(bench: Desk, message: str, by: str, reason: str = "spam") -> str:
    body = {"target_message_id": message, "user_id": by, "reason": reason}
    id: str = bench.done("POST", "/moderation/flag", body)["review_queue_item_id"]
    return id


def _unflag(bench: Desk, message: str, by: str) -> Any:
    return bench.done("POST", "/moderation/unflag", {"target_message_id": message, "user_id": by})


def _found(bench: Desk, **filter: Any) -> list[str]:
    answer = bench.queue(filter={"entity_type": _MESSAGE, **filter})
    return [each["entity_id"] for each in answer["items"]]


def test_the_only_report_is_taken_back(bench: Desk) -> None:
    message = _message()
    before = bench.queue()["stats"]
    id = _flag(bench, message, "rea")
    assert bench.shown(id)["recommended_action"] == "flag"
    told = _unflag(bench, message, "rea")
    assert (told["review_queue_item_id"], told["flag"]["reason"]) == (id, "spam")
    assert told["flag"]["target_message_id"] == message
    shown = bench.shown(id)
    assert (shown["flags"], shown["flags_count"], shown["recommended_action"]) == ([], 0, "keep")
    item = bench.item(_MESSAGE, message)
    assert item is not None
    assert (reports_of(item), open_reports(item).by_category) == ({}, {})
    assert (item["flag_ids"], item["reporters"], item["report_reasons"]) == ([], [], [])
    bench.enforce(id)
    assert bench.queue()["stats"] == before
    assert message not in _found(bench)
    counted = bench.done("POST", f"{V2}/flags", {"filter": {"entity_id": message}})
    assert counted["flags"] == []


def test_a_second_time_changes_nothing(bench: Desk) -> None:
    message = _message()
    id = _flag(bench, message, "rea")
    _flag(bench, message, "ben")
    _unflag(bench, message, "rea")
    once = bench.item(_MESSAGE, message)
    assert _unflag(bench, message, "rea") == {"review_queue_item_id": id, "duration": _ANY}
    assert bench.item(_MESSAGE, message) == once


def test_what_others_say_stays(bench: Desk) -> None:
    message = _message()
    id = _flag(bench, message, "rea", "spam")
    _flag(bench, message, "ben", "rude")
    _flag(bench, message, "cat", "spam")
    _unflag(bench, message, "ben")
    item = bench.item(_MESSAGE, message)
    assert item is not None
    assert reports_of(item) == {"": 2, "spam": 2}
    assert ({*item["reporters"]}, item["report_reasons"]) == ({"rea", "cat"}, ["spam"])
    shown = bench.shown(id)
    assert (shown["flags_count"], shown["recommended_action"]) == (2, "flag")
    assert {flag["user_id"] for flag in shown["flags"]} == {"rea", "cat"}
    assert message not in _found(bench, reporter_id="ben")
    assert message in _found(bench, reporter_id="rea", user_report_reason="spam", reviewed=False)


def test_flags_of_who_wrote_it_are_counted_anew(bench: Desk) -> None:
    author, message = f"author{next(_numbers)}", _message()
    entity = {"entity_type": _MESSAGE, "entity_id": message, "entity_creator_id": author}
    id = bench.done("POST", f"{V2}/flag", {**entity, "user_id": "rea", "reason": "spam"})["item_id"]
    asked = {"entity_creator_id": author}
    bench.enforce(id)
    assert bench.done("POST", f"{V2}/flag_count", asked)["count"] == 1
    _unflag(bench, message, "rea")
    bench.enforce(id)
    assert bench.done("POST", f"{V2}/flag_count", asked)["count"] == 0


def test_a_reporter_may_report_again(bench: Desk) -> None:
    message = _message()
    _flag(bench, message, "rea")
    _unflag(bench, message, "rea")
    id = _flag(bench, message, "rea", "rude")
    item = bench.item(_MESSAGE, message)
    assert item is not None
    assert reports_of(item) == {"": 1, "rude": 1}
    assert (bench.shown(id)["recommended_action"], item["reporters"]) == ("flag", ["rea"])
    assert message in _found(bench, reviewed=False)


def test_a_report_of_content_before_its_edit_is_taken_back(bench: Desk) -> None:
    message = _message()
    for text in ("hello", "hello you"):
        payload = {"texts": [text]}
        bench.check(text, entity_type=_MESSAGE, entity_id=message, moderation_payload=payload)
        _flag(bench, message, "rea")
    item = bench.item(_MESSAGE, message)
    assert item is not None and reports_of(item) == {"": 2, "spam": 2}
    _unflag(bench, message, "rea")
    item = bench.item(_MESSAGE, message)
    assert item is not None and (reports_of(item), item["flags_count"]) == ({}, 0)


def test_what_a_moderator_decided_on_stays(bench: Desk) -> None:
    message = _message()
    id = _flag(bench, message, "rea")
    bench.act("mark_reviewed", id)
    assert "flag" not in _unflag(bench, message, "rea")
    assert bench.shown(id)["flags_count"] == 1


def test_a_new_report_on_what_was_decided_on_is_taken_back(bench: Desk) -> None:
    message = _message()
    id = _flag(bench, message, "rea")
    decided = bench.act("mark_reviewed", id)
    _flag(bench, message, "ben")
    assert message in _found(bench, reviewed=False)
    _unflag(bench, message, "ben")
    shown = bench.shown(id)
    assert (shown["flags_count"], shown["reviewed_at"]) == (1, decided["reviewed_at"])
    assert shown["reviewed_by"] == "mo"
    assert message in _found(bench, reviewed=True)


def test_a_moderators_flag_is_no_report(bench: Desk) -> None:
    message = _message()
    flag = {"entity_type": _MESSAGE, "entity_id": message, "reason": "spam"}
    bench.act("flag", flag=flag)
    assert "flag" not in _unflag(bench, message, "mo")


def test_what_an_engine_found_stays(bench: Desk) -> None:
    message = _message()
    found = bench.check(entity_type=_MESSAGE, entity_id=message)["item"]
    _flag(bench, message, "rea")
    _unflag(bench, message, "rea")
    shown = bench.shown(found["id"])
    assert (shown["recommended_action"], shown["flags_count"]) == ("remove", 1)
    assert message in _found(bench, reviewed=False)


def test_rules_see_how_many_reports_are_left(bench: Desk) -> None:
    """What held before has had its effect, and what holds only now has its own."""
    for name, condition in (
        ("many", {"type": "report_count", "operator": "gt", "value": 1}),
        ("few", {"type": "report_count", "operator": "lte", "value": 1}),
    ):
        rule = {"name": name, "scope": "reported_post", "when": condition}
        bench.done("PUT", f"/api/v1/rules/{name}", {**rule, "actions": ["flag_for_review"]})
    message = _message()
    for by in ("rea", "ben", "cat"):
        id = _flag(bench, message, by)
        bench.enforce(id)
    assert _by_rules(bench, id) == {"few": 1, "many": 2}
    _unflag(bench, message, "cat")
    bench.enforce(id)
    assert _by_rules(bench, id) == {"few": 1, "many": 2}
    _unflag(bench, message, "ben")
    bench.enforce(id)
    assert _by_rules(bench, id) == {"few": 2, "many": 2}
    for name in ("many", "few"):
        bench.done("DELETE", f"/api/v1/rules/{name}")


def _by_rules(bench: Desk, id: str) -> dict[str, int]:
    flags = [flag for flag in bench.shown(id)["flags"] if flag["type"] == "rule"]
    names = [flag["reason"] for flag in flags]
    return {name: names.count(name) for name in sorted(set(names))}


def test_a_user_takes_back_only_their_own(bench: Desk) -> None:
    message = _message()
    id = _flag(bench, message, "rea")
    body = {"target_message_id": message}
    answer = bench.send("POST", "/moderation/unflag", body, as_user=bench.app.user("ben"))
    assert (answer.status, "flag" in answer.json()) == (201, False)
    answer = bench.send("POST", "/moderation/unflag", body, as_user=bench.app.user("rea"))
    assert (answer.status, answer.json()["flag"]["user"]["id"]) == (201, "rea")
    assert bench.shown(id)["flags_count"] == 0


def test_a_reported_user(bench: Desk) -> None:
    user = f"user{next(_numbers)}"
    body = {"target_user_id": user, "user_id": "rea"}
    id = bench.done("POST", "/moderation/flag", {**body, "reason": "rude"})["review_queue_item_id"]
    told = bench.done("POST", "/moderation/unflag", body)
    assert told["flag"]["target_user_id"] == user
    assert bench.shown(id)["flags_count"] == 0


def test_of_what_nothing_is_known(bench: Desk) -> None:
    for name in ("target_message_id", "target_user_id"):
        answer = bench.send("POST", "/moderation/unflag", {name: "nothing", "user_id": "rea"})
        assert (answer.status, list(answer.json()["exception_fields"])) == (404, [name])


class _Any:
    def __eq__(self, other: object) -> bool:
        return True


_ANY = _Any()
