"""The examples of rules that Hive's page has (seed 001), each as a rule that is saved and works,
with a model of the team's own for what pictures show and Gavel's engines for texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.hive.world import BULLYING, KIND, Team, team, triggered

NSFW = {"type": "classified_as", "modality": "visual", "classes": ["general_nsfw"]}
SUGGESTIVE = {**NSFW, "classes": ["general_suggestive"]}
BULLY = {"type": "classified_as", "classes": ["bullying"]}
HATE = {"type": "classified_as", "modality": "visual", "classes": ["hate"]}
EITHER = {"modality": "visual", "classes": ["general_suggestive", "general_nsfw"]}
LISTED = {"type": "in_list", "lists": ["denied"]}


@pytest.fixture
def hive(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path / "data") as made:
        for name in ("delete", "restrict", "custom"):
            made.action(name)
        made.action("ban", kind="user")
        yield made


def _listed(hive: Team, name: str, *words: str) -> None:
    body = {"name": name, "words": list(words)}
    answered = hive.server.call(hive.app, "POST", "/api/v2/blocklists", body)
    assert answered.status == 201, answered.text


def test_if_a_post_is_nsfw_visual_then_delete_it(hive: Team) -> None:
    hive.rule("nsfw", NSFW, "delete")
    sure, suggestive = hive.picture({"general_nsfw": 0.97}), hive.picture({"general_nsfw": 0.6})
    for each in (sure, suggestive):
        hive.enforce(each)
    assert triggered(suggestive) == []
    assert [each["post_id"] for each in hive.called("delete")] == [sure["post_id"]]


def test_if_a_post_is_suggestive_visual_then_age_restrict_it(hive: Team) -> None:
    hive.rule("nsfw", NSFW, "delete")
    hive.rule("suggestive", SUGGESTIVE, "restrict", position=1)
    hive.enforce(hive.picture({"general_suggestive": 0.9, "general_nsfw": 0.2}))
    assert hive.calls("delete", "restrict") == ["restrict"]


@pytest.mark.parametrize(
    ("text", "picture", "holds"),
    [
        (BULLYING, {"yes_nazi": 0.95}, True),
        (KIND, {"yes_nazi": 0.95}, False),
        (BULLYING, {"yes_nazi": 0.3}, False),
    ],
)
def test_if_a_post_is_bullying_text_and_hate_visual_then_a_custom_action(
    hive: Team, text: str, picture: dict[str, float], holds: bool
) -> None:
    hive.rule("both", {"type": "all", "conditions": [BULLY, HATE]}, "custom")
    answered = hive.check(text, picture)
    assert triggered(answered) == (["both"] if holds else [])


def test_if_a_post_triggers_needs_review_thresholds_then_flag_for_review(hive: Team) -> None:
    hive.rule("review", {"type": "needs_review"}, "flag_for_review")
    unsure, clean = hive.picture({"general_suggestive": 0.6}), hive.picture({})
    for each in (unsure, clean):
        hive.enforce(each)
    assert hive.queued() == {unsure["post_id"]: ["rule"]}


@pytest.mark.parametrize("name", ["denied", "allowed"])
def test_if_a_post_has_text_in_a_list_then_a_custom_action(hive: Team, name: str) -> None:
    _listed(hive, name, "grobble")
    hive.rule("listed", {"type": "in_list", "lists": [name]}, "custom")
    assert triggered(hive.post("a grobble")) == ["listed"]
    assert triggered(hive.post()) == []


def test_if_posts_suggestive_or_nsfw_are_more_than_50_in_90_days(hive: Team) -> None:
    when = {"type": "classified_count", **EITHER, "operator": "gt", "value": 50, "window": "90d"}
    hive.rule("often", when, "ban", scope="user")
    for number in range(50):
        scores = {"general_nsfw": 0.9} if number % 2 else {"general_suggestive": 0.9}
        # Both on one post are one post.
        found = hive.picture({**scores, "general_suggestive": 0.9})
        assert triggered(found) == [], number
    hive.wait(89 * 86_400)
    last = hive.picture({"general_nsfw": 0.9})
    assert triggered(last) == ["often"]
    hive.enforce(last)
    (body,) = hive.called("ban")
    assert body["user_id"] == "ann"
    hive.wait(3 * 86_400)
    assert triggered(hive.picture({"general_nsfw": 0.9})) == []


def test_if_more_than_100_posts_and_40_percent_of_them_in_7_days(hive: Team) -> None:
    total = {"type": "post_count", "operator": "gt", "value": 100, "window": "7d"}
    share = {"type": "classified_share", **EITHER, "operator": "gte", "percent": 40, "window": "7d"}
    hive.rule("share", {"type": "all", "conditions": [total, share]}, "ban", scope="user")
    for _ in range(60):
        assert triggered(hive.post()) == []
    for number in range(40):
        assert triggered(hive.picture({"general_suggestive": 0.9})) == [], number
    assert triggered(hive.picture({"general_suggestive": 0.9})) == ["share"]
    hive.wait(8 * 86_400)
    assert triggered(hive.picture({"general_suggestive": 0.9})) == []


def test_if_posts_bullying_are_more_than_50_in_90_days_then_flag_the_user(hive: Team) -> None:
    counted = {"type": "classified_count", "classes": ["bullying"], "operator": "gt"}
    when = {**counted, "value": 50, "window": "90d"}
    hive.rule("bully", when, "flag_for_review", scope="user")
    for _ in range(50):
        assert triggered(hive.post(BULLYING)) == []
    last = hive.post(BULLYING)
    assert triggered(last) == ["bully"]


def test_if_posts_with_text_in_the_deny_list_are_more_than_100_in_14_days(hive: Team) -> None:
    _listed(hive, "denied", "grobble")
    counted = {"type": "classified_count", "lists": ["denied"], "operator": "gt"}
    hive.rule("spammer", {**counted, "value": 100, "window": "14d"}, "ban", scope="user")
    for _ in range(100):
        assert triggered(hive.post("a grobble")) == []
    assert triggered(hive.post("a grobble")) == ["spammer"]


def test_the_answer_describes_each_rule_that_was_triggered(hive: Team) -> None:
    hive.rule("nsfw", NSFW, "delete", "flag_for_review")
    (told,) = hive.picture({"general_nsfw": 0.97})["triggered_rules"]
    assert told["rule_id"] == told["rule_name"] == "nsfw"
    assert (told["rule_version"], told["rule_type"]) == (1, "post")
    assert told["actions"] == ["delete", "flag_for_review"]
    (condition,) = told["conditions"]
    assert condition["text"] == "visual classified as general_nsfw"
    assert condition["values"] == {"visual:general_nsfw": 0.97, "automatic_threshold": 0.8}


def test_the_action_of_a_rule_is_one_that_there_is(hive: Team) -> None:
    body = {"name": "r", "scope": "post", "when": NSFW, "actions": ["nothing"]}
    said = hive.refused("actions", "/api/v1/rules/r", body, method="PUT")
    assert said == "names 'nothing', which is not an action of the app"


@pytest.mark.parametrize("first_only", [False, True])
def test_all_that_match_in_order_or_only_the_first(hive: Team, first_only: bool) -> None:
    settings = {"first_match_only": {"post": first_only}}
    hive.done("PUT", "/api/v1/settings", settings)
    hive.rule("second", NSFW, "restrict", position=2)
    hive.rule("first", NSFW, "delete", position=1)
    answered = hive.picture({"general_nsfw": 0.97})
    hive.enforce(answered)
    both: list[Any] = ["first", "second"]
    assert triggered(answered) == both[: 1 if first_only else 2]
    assert hive.calls("delete", "restrict") == ["delete", "restrict"][: 1 if first_only else 2]
