"""Drafts have no effect until they are published, and what nobody can take back takes two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import Desk
from tests.functional.ruled import ERASE, HIDE, RULE, asked, checked, put, refused, ruled_desk

DRAFT = "/api/v1/rules/r/draft"
BUILDER = "/api/v2/moderation/moderation_rule"
CONDITION = {"type": "text_content", "text_content_params": {"blocklist_match": ["listed"]}}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("drafts") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        made.done("PUT", "/api/v1/actions/erase", ERASE)
        yield made


def draft(bench: Desk, **fields: Any) -> Any:
    return bench.done("PUT", DRAFT, {**RULE, **fields})["draft"]


def two_persons(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": True})


def test_a_draft_has_no_effect_until_it_is_published(bench: Desk) -> None:
    made = draft(bench, user_id="lea", reason="try it")
    assert (made["by"], made["revision"], made["based_on"]) == ("lea", 1, 0)
    assert checked(bench, "before")["triggered_rules"] == []
    assert bench.send("GET", "/api/v1/rules/r").status == 404
    (listed,) = asked(bench, "GET", "/api/v1/rule_drafts")["drafts"]
    assert (listed["rule_id"], listed["name"]) == ("r", "Listed")
    published = bench.done("POST", f"{DRAFT}/publish", {"user_id": "tom"})
    assert published["rule"]["version"] == 1
    version = bench.done("GET", "/api/v1/rules/r/versions/1")["version"]
    assert (version["by"], version["drafted_by"], version["reason"]) == ("tom", "lea", "try it")
    assert checked(bench, "after")["triggered_rules"] != []
    assert bench.send("GET", DRAFT).status == 404


def test_a_draft_shows_what_it_would_change(bench: Desk) -> None:
    put(bench)
    made = draft(bench, position=4, actions=["erase"])
    assert made["changes"] == [
        "position 0 → 4",
        "action erase added",
        "action flag_for_review removed",
    ]
    assert made["irreversible"] == ["erase"]
    assert bench.done("GET", DRAFT)["draft"] == made
    bench.done("DELETE", DRAFT)
    assert bench.send("DELETE", DRAFT).status == 404
    assert bench.done("GET", "/api/v1/rules/r")["rule"]["position"] == 0


def test_a_draft_is_validated_like_a_rule(bench: Desk) -> None:
    assert [*refused(bench, 400, "PUT", DRAFT, {**RULE, "actions": ["none"]})] == ["actions"]
    when = {"type": "in_list", "lists": ["nosuch"]}
    assert [*refused(bench, 400, "PUT", DRAFT, {**RULE, "when": when})] == ["when.in_list.lists"]
    assert bench.send("GET", DRAFT).status == 404


def test_what_was_changed_meanwhile_is_not_overwritten(bench: Desk) -> None:
    put(bench)
    draft(bench, position=2)
    put(bench, position=9)
    assert [*refused(bench, 409, "POST", f"{DRAFT}/publish", {})] == ["id"]
    again = draft(bench, position=2)
    assert (again["based_on"], again["revision"]) == (2, 2)
    body = {"expected_revision": 1}
    assert [*refused(bench, 409, "POST", f"{DRAFT}/publish", body)] == ["expected_revision"]
    body = {"expected_revision": 2}
    assert bench.done("POST", f"{DRAFT}/publish", body)["rule"]["version"] == 3


def test_what_nobody_can_take_back_takes_two(bench: Desk) -> None:
    put(bench, actions=["hide"])
    two_persons(bench)
    erasing = {**RULE, "actions": ["erase"], "user_id": "lea"}
    answer = bench.send("PUT", "/api/v1/rules/r", erasing)
    assert answer.status == 403
    assert "erase" in answer.json()["message"] and "draft" in answer.json()["message"]
    assert bench.done("GET", "/api/v1/rules/r")["rule"]["actions"] == ["hide"]
    bench.done("PUT", DRAFT, erasing)
    publish = f"{DRAFT}/publish"
    assert [*refused(bench, 403, "POST", publish, {})] == ["user_id"]
    assert [*refused(bench, 403, "POST", publish, {"user_id": "lea"})] == ["user_id"]
    assert bench.done("POST", publish, {"user_id": "tom"})["rule"]["actions"] == ["erase"]


def test_a_draft_of_nobody_is_not_published(bench: Desk) -> None:
    two_persons(bench)
    bench.done("PUT", DRAFT, {**RULE, "actions": ["erase"]})
    assert [*refused(bench, 403, "POST", f"{DRAFT}/publish", {"user_id": "tom"})] == ["user_id"]


def test_neither_a_restore_nor_the_builder_is_a_way_around(bench: Desk) -> None:
    put(bench, actions=["erase"])
    put(bench, actions=["hide"])
    two_persons(bench)
    restore = "/api/v1/rules/r/versions/1/restore"
    assert bench.send("POST", restore, {"user_id": "tom"}).status == 403
    ban = {"type": "ban_user", "ban_options": {"reason": "r"}}
    builder = {"name": "B", "rule_type": "user", "conditions": [CONDITION], "action": ban}
    counted = {"type": "content_count_rule", "content_count_rule_params": {"threshold": 3}}
    counted["content_count_rule_params"]["time_window"] = "1h"  # type: ignore[index]
    builder["conditions"] = [counted]
    refusal = bench.send("POST", BUILDER, builder)
    assert refusal.status == 403, refusal.text
    timed = {**builder, "action": {"type": "ban_user", "ban_options": {"duration": 3600}}}
    assert bench.send("POST", BUILDER, timed).status == 201
    path = "/api/v1/rules/forever/draft"
    named = {**builder, "name": "Forever", "user_id": "lea"}
    made = bench.done("PUT", "/api/v1/moderation_rules/forever/draft", named)["draft"]
    assert made["irreversible"] == ["ban_user without an end"]
    assert bench.send("POST", f"{path}/publish", {"user_id": "lea"}).status == 403
    assert bench.done("POST", f"{path}/publish", {"user_id": "tom"})["rule"]["version"] == 1
    assert bench.done("GET", f"{BUILDER}/forever")["rule"]["name"] == "Forever"


@pytest.mark.parametrize(
    ("step", "takes_two"),
    [
        ({"action": "erase"}, "erase"),
        ({"action": "ban_user"}, "ban_user without an end"),
        ({"action": "ban_user", "values": {"timeout": 60}}, None),
        ({"action": "hide"}, None),
    ],
)
def test_what_strikes_lead_to_takes_a_second_person_too(
    bench: Desk, step: dict[str, Any], takes_two: str | None
) -> None:
    policy = {"name": "P", "expires_after": 9, "steps": [{"strikes": 3, "actions": [step]}]}
    bench.done("PUT", "/api/v1/strike_policies/p", policy)
    two_persons(bench)
    body = {**RULE, "strike": {"policy": "p"}}
    if takes_two is None:
        assert bench.send("PUT", "/api/v1/rules/r", body).status == 201
        return
    assert [*refused(bench, 403, "PUT", "/api/v1/rules/r", body)] == ["actions"]
    assert draft(bench, strike={"policy": "p"}, user_id="lea")["irreversible"] == [
        f"a step of its strike policy: {takes_two}"
    ]
    assert bench.done("POST", f"{DRAFT}/publish", {"user_id": "tom"})["rule"]["version"] == 1
    if step["action"] == "erase":
        assert [*refused(bench, 400, "DELETE", "/api/v1/actions/erase")] == ["id"]


def test_switching_off_and_what_can_be_taken_back_takes_one(bench: Desk) -> None:
    put(bench, actions=["erase"])
    two_persons(bench)
    off = put(bench, actions=["erase"], enabled=False)
    assert off["version"] == 2
    on = {**RULE, "actions": ["erase"], "enabled": True}
    assert bench.send("PUT", "/api/v1/rules/r", on).status == 403
    assert put(bench, actions=["hide"])["version"] == 3
    bench.done("POST", "/api/v1/rules/r/pause", {})
    bench.done("POST", "/api/v1/rules/r/resume", {})


def test_leaving_the_setting_out_keeps_it(bench: Desk) -> None:
    two_persons(bench)
    settings = bench.done("PUT", "/api/v1/settings", {"default_policy": "quiet"})["settings"]
    assert settings["second_person_for_irreversible"] is True
    off = bench.done("PUT", "/api/v1/settings", {"second_person_for_irreversible": False})
    assert off["settings"]["second_person_for_irreversible"] is False


@pytest.mark.parametrize("is_draft", [False, True])
def test_what_a_rule_names_stays(bench: Desk, is_draft: bool) -> None:
    bench.done("PUT", "/api/v1/report_categories/rude", {"name": "Rude"})
    bench.done("PUT", "/api/v1/semantic_filters/drugs", {"phrases": ["who sells weed here"]})
    classified = {"type": "classified_as", "classes": ["drugs"]}
    reported = {"type": "report_count", "categories": ["rude"]}
    conditions = [
        {"type": "in_list", "lists": ["listed"]},
        {"type": "any", "conditions": [classified, {"type": "not", "condition": reported}]},
    ]
    when = {"type": "all", "conditions": conditions}
    body = {**RULE, "when": when, "actions": ["hide"], "enabled": False}
    path = DRAFT if is_draft else "/api/v1/rules/r"
    bench.done("PUT", path, body)
    whose = "the draft of the rule 'r'" if is_draft else "the rule 'r'"
    for named, field, name in (
        ("/api/v1/actions/hide", "id", "hide"),
        ("/api/v1/report_categories/rude", "id", "rude"),
        ("/api/v1/semantic_filters/drugs", "name", "drugs"),
        ("/api/v2/blocklists/listed", "name", "listed"),
    ):
        assert refused(bench, 400, "DELETE", named) == {field: f"{name!r} is named by {whose}"}
    bench.done("DELETE", path)
    for named in ("/api/v1/actions/hide", "/api/v1/report_categories/rude"):
        bench.done("DELETE", named)
    bench.done("DELETE", "/api/v1/semantic_filters/drugs")
    bench.done("DELETE", "/api/v2/blocklists/listed")


def test_a_category_that_does_not_exist_is_refused(bench: Desk) -> None:
    when = {"type": "report_count", "categories": ["rude"]}
    assert [*refused(bench, 400, "PUT", "/api/v1/rules/r", {**RULE, "when": when})] == [
        "when.report_count.categories"
    ]


def test_what_a_strike_policy_does_stays(bench: Desk) -> None:
    step = {"strikes": 3, "actions": [{"action": "hide"}]}
    policy = {"name": "Spam", "expires_after": 30, "steps": [step]}
    bench.done("PUT", "/api/v1/strike_policies/spam", policy)
    named = refused(bench, 400, "DELETE", "/api/v1/actions/hide")
    assert named == {"id": "is what a step of the strike policy 'spam' does"}
    bench.done("DELETE", "/api/v1/strike_policies/spam")
    bench.done("DELETE", "/api/v1/actions/hide")
