"""Reports and the rules on them, by the examples of Hive's page (seed 002)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.hive.world import REPORT, Team, team

MORE_THAN_5 = {"type": "report_count", "categories": ["hate"], "operator": "gt", "value": 5}


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        made.category("hate")
        made.category("fake_post", "posts")
        made.category("bot", "users")
        for name in ("hide", "publish"):
            made.action(name)
        yield made


def test_a_post_reported_as_hate_more_than_5_times_is_hidden_and_then_reviewed(hive: Team) -> None:
    hive.rule("hide", MORE_THAN_5, "hide", scope="reported_post", position=1)
    hive.rule("review", MORE_THAN_5, "flag_for_review", scope="reported_post", position=2)
    post = hive.post()
    for number in range(5):
        hive.enforce(hive.report(post["post_id"], f"r{number}"))
    assert (hive.calls("hide"), hive.queued()) == ([], {})
    hive.enforce(hive.report(post["post_id"], "r5"))
    assert hive.calls("hide") == ["hide"]
    (body,) = hive.called("hide")
    assert body["post_id"] == post["post_id"]
    assert "rule" in hive.queued()[post["post_id"]]


def test_one_rule_hides_first_and_then_calls_for_a_review(hive: Team) -> None:
    hive.action("tell")
    hive.rule("both", MORE_THAN_5, "hide", "flag_for_review", "tell", scope="reported_post")
    post = hive.post()
    for number in range(6):
        hive.enforce(hive.report(post["post_id"], f"r{number}"))
    assert hive.calls("hide", "tell") == ["hide", "tell"]
    assert "rule" in hive.queued()[post["post_id"]]


def test_reports_of_another_category_do_not_count(hive: Team) -> None:
    hive.rule("hide", MORE_THAN_5, "hide", scope="reported_post")
    post = hive.post()
    for number in range(8):
        hive.enforce(hive.report(post["post_id"], f"r{number}", "fake_post"))
    assert hive.calls("hide") == []


def test_a_post_reported_for_any_reason_is_flagged(hive: Team) -> None:
    hive.rule("any", {"type": "report_count"}, "flag_for_review", scope="reported_post")
    post = hive.post()
    hive.enforce(hive.report(post["post_id"], "rita", "fake_post"))
    assert "rule" in hive.queued()[post["post_id"]]


def test_then_a_moderator_publishes_or_deletes_it(hive: Team) -> None:
    hive.rule("any", {"type": "report_count"}, "flag_for_review", scope="reported_post")
    post = hive.post()
    received = hive.report(post["post_id"], "rita")
    hive.enforce(received)
    decision = {"item_id": received["item_id"], "user_id": "mo"}
    custom = {**decision, "action_type": "custom", "custom": {"id": "publish"}}
    path = "/api/v2/moderation/submit_action"
    assert hive.server.call(hive.app, "POST", path, custom).status == 201
    hive.deliver()
    assert hive.calls("publish") == ["publish"]


def test_a_user_is_reported_and_flagged(hive: Team) -> None:
    hive.rule(
        "bots",
        {"type": "report_count", "categories": ["bot"]},
        "flag_for_review",
        scope="reported_user",
    )
    hive.post(user="eve")
    body = {"user_id": "eve", "report_categories": ["bot"], "reporter_id": "rita"}
    hive.enforce(hive.done("POST", REPORT, body))
    assert "rule" in hive.queued()["eve"]


@pytest.mark.parametrize(
    ("about", "category", "words"),
    [
        ("post_id", "nothing", "not configured"),
        ("post_id", "bot", "does not apply to posts"),
        ("user_id", "fake_post", "does not apply to users"),
    ],
)
def test_categories_are_configured_first(hive: Team, about: str, category: str, words: str) -> None:
    post = hive.post()
    subject = {"post_id": post["post_id"], "user_id": post["user_id"]}[about]
    body = {about: subject, "report_categories": [category]}
    assert words in hive.refused("report_categories", REPORT, body)


def test_reports_introduce_no_content(hive: Team) -> None:
    body = {"post_id": "nobody's", "report_categories": ["hate"]}
    hive.refused("post_id", REPORT, body, status=404)
    body = {"user_id": "nobody", "report_categories": ["hate"]}
    hive.refused("user_id", REPORT, body, status=404)
    both = {"post_id": "p", "user_id": "u", "report_categories": ["hate"]}
    hive.refused("body", REPORT, both)


def test_a_rule_names_categories_that_there_are(hive: Team) -> None:
    when = {"type": "report_count", "categories": ["hat"]}
    body = {"name": "r", "scope": "reported_post", "when": when, "actions": ["flag_for_review"]}
    hive.refused("when.report_count.categories", "/api/v1/rules/r", body, method="PUT")
