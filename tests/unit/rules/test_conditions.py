from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from common.domain.times import DAY, HOUR, MINUTE
from common.rules.conditions.authors import AuthorCondition
from common.rules.conditions.base import nanoseconds
from common.rules.conditions.content import NeedsReview
from common.rules.conditions.logic import AllOf, Not
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.rule import Rule

MakeRule = Callable[..., Rule]
REVIEW = {"type": "needs_review"}


def nested(depth: int) -> dict[str, Any]:
    tree: dict[str, Any] = dict(REVIEW)
    for _ in range(depth - 1):
        tree = {"type": "not", "condition": tree}
    return tree


def places(failure: ValidationError) -> list[str]:
    return [".".join(map(str, error["loc"])) for error in failure.errors(include_input=False)]


@pytest.mark.parametrize(
    ("text", "length"),
    [("1m", MINUTE), ("30m", 30 * MINUTE), ("24h", DAY), ("36h", 36 * HOUR), ("90d", 90 * DAY)],
)
def test_windows_are_a_number_and_a_unit(text: str, length: int) -> None:
    assert nanoseconds(text) == length


@pytest.mark.parametrize(
    "text",
    ["", "0m", "91d", "2161h", "1s", "1 h", "-1d", "1.5h", "h", "24h\n", "٢h", "9" * 5000 + "m"],
)
def test_invalid_windows_are_refused_by_name(rule: MakeRule, text: str) -> None:
    with pytest.raises(ValidationError) as failure:
        rule({"type": "post_count", "operator": "gt", "value": 1, "window": text})
    assert places(failure.value) == ["when.post_count.window"]


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ({"type": "unheard_of"}, "when"),
        ({}, "when"),
        ([], "when"),
        (None, "when"),
        ({**REVIEW, "extra": 1}, "when.needs_review.extra"),
        ({"type": "all", "conditions": []}, "when.all.conditions"),
        ({"type": "all", "conditions": [REVIEW] * 21}, "when.all.conditions"),
        (
            {"type": "any", "conditions": [{"type": "in_list"}]},
            "when.any.conditions.0.in_list.lists",
        ),
        ({"type": "classified_as", "classes": []}, "when.classified_as.classes"),
        ({"type": "classified_as", "classes": ["x"] * 51}, "when.classified_as.classes"),
        ({"type": "classified_as", "classes": [""]}, "when.classified_as.classes.0"),
        (
            {"type": "classified_as", "classes": ["x"], "threshold": 1.1},
            "when.classified_as.threshold",
        ),
        (
            {"type": "classified_as", "classes": ["x"], "threshold": float("nan")},
            "when.classified_as.threshold",
        ),
        (
            {"type": "classified_as", "classes": ["x"], "threshold": 0.5, "severity": "low"},
            "when.classified_as.severity",
        ),
        (
            {"type": "classified_as", "classes": ["x"], "modality": "smell"},
            "when.classified_as.modality",
        ),
        (
            {"type": "post_count", "operator": ">", "value": 1, "window": "1h"},
            "when.post_count.operator",
        ),
        (
            {"type": "post_count", "operator": "gt", "value": -1, "window": "1h"},
            "when.post_count.value",
        ),
        (
            {"type": "post_count", "operator": "gt", "value": True, "window": "1h"},
            "when.post_count.value",
        ),
        (
            {"type": "classified_count", "operator": "gt", "value": 1, "window": "1h"},
            "when.classified_count.lists",
        ),
        (
            {
                "type": "classified_share",
                "lists": ["x"],
                "operator": "gt",
                "percent": 101,
                "window": "1h",
            },
            "when.classified_share.percent",
        ),
    ],
)
def test_invalid_conditions_are_refused_by_place(rule: MakeRule, when: Any, place: str) -> None:
    with pytest.raises(ValidationError) as failure:
        rule(when)
    assert places(failure.value) == [place]


def test_trees_are_eight_levels_deep_at_most(rule: MakeRule) -> None:
    assert rule(nested(8))
    with pytest.raises(ValidationError, match="8 levels"):
        rule(nested(9))


def test_endless_nesting_is_refused_before_anything_recurses(rule: MakeRule) -> None:
    with pytest.raises(ValidationError, match="8 levels"):
        rule(nested(100_000))
    itself: dict[str, Any] = {"type": "not"}
    itself["condition"] = itself
    with pytest.raises(ValidationError, match="8 levels"):
        rule(itself)


def test_trees_have_a_hundred_conditions_at_most(rule: MakeRule) -> None:
    group = {"type": "any", "conditions": [REVIEW] * 19}
    rest = {"type": "any", "conditions": [REVIEW] * 18}
    assert rule({"type": "all", "conditions": [*[group] * 4, rest]})
    with pytest.raises(ValidationError, match="100 conditions"):
        rule({"type": "all", "conditions": [group] * 5})


def test_trees_made_of_objects_are_bounded_too(rule: MakeRule) -> None:
    tree: Any = NeedsReview()
    assert rule(AllOf(conditions=(tree, Not(condition=tree))))
    for _ in range(8):
        tree = Not(condition=tree)
    with pytest.raises(ValidationError, match="8 levels"):
        rule(tree)


@pytest.mark.parametrize(
    ("scope", "when", "fits"),
    [
        ("post", {"type": "report_count"}, True),
        ("user", {"type": "report_count"}, False),
        ("reported_post", {"type": "report_count"}, True),
        ("reported_user", {"type": "report_count"}, True),
        ("user", {"type": "classified_as", "classes": ["x"]}, False),
        ("reported_user", {"type": "in_list", "lists": ["x"]}, False),
        ("reported_post", {"type": "in_list", "lists": ["x"]}, True),
        ("user", nested(3), False),
        ("user", {"type": "post_count", "operator": "gt", "value": 1, "window": "1h"}, True),
        ("post", {"type": "post_count", "operator": "gt", "value": 1, "window": "1h"}, True),
    ],
)
def test_conditions_fit_their_scopes_only(
    rule: MakeRule, scope: str, when: dict[str, Any], fits: bool
) -> None:
    if fits:
        assert rule(when, scope=scope)
        return
    with pytest.raises(ValidationError) as failure:
        rule(when, scope=scope)
    assert places(failure.value) == ["when"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 256}, "name"),
        ({"scope": "nobody"}, "scope"),
        ({"actions": []}, "actions"),
        ({"actions": ["x"] * 11}, "actions"),
        ({"position": "first"}, "position"),
        ({"owner": "x"}, "owner"),
    ],
)
def test_invalid_rules_are_refused_by_place(
    rule: MakeRule, fields: dict[str, Any], place: str
) -> None:
    with pytest.raises(ValidationError) as failure:
        rule(REVIEW, **fields)
    assert places(failure.value) == [place]


@pytest.mark.parametrize(
    "when",
    [
        {"type": "classified_as", "classes": ["x"], "threshold": 0.25},
        {"type": "classified_as", "classes": ["x", "y"], "severity": "high", "modality": "image"},
        {"type": "all", "conditions": [nested(2), {"type": "in_list", "lists": ["x"]}]},
        {
            "type": "classified_share",
            "classes": ["x"],
            "operator": "gte",
            "percent": 40,
            "window": "48h",
        },
    ],
)
def test_rules_survive_being_stored(rule: MakeRule, when: dict[str, Any]) -> None:
    made = rule(when)
    assert Rule.model_validate(made.model_dump(mode="json")) == made
    assert Rule.model_validate_json(made.model_dump_json()) == made


def test_conditions_describe_themselves(rule: MakeRule) -> None:
    when = {
        "type": "all",
        "conditions": [
            {"type": "post_count", "operator": "gt", "value": 100, "window": "7d"},
            {
                "type": "any",
                "conditions": [
                    {"type": "classified_as", "classes": ["nude"], "modality": "image"},
                    {"type": "not", "condition": {"type": "in_list", "lists": ["friends"]}},
                ],
            },
        ],
    }
    assert rule(when).when.describe() == (
        "(more than 100 posts in 7d and (image classified as nude or not text in list friends))"
    )


def test_importing_conditions_builds_no_validators() -> None:
    check = (
        "from common.rules.rule import Rule; from common.rules.conditions.logic import AllOf;"
        "assert not Rule.__pydantic_complete__ and not AllOf.__pydantic_complete__"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


_OF_USERS: dict[str, dict[str, Any]] = {
    "user_age": {"operator": "lt", "age": "1d"},
    "user_role": {"roles": ["user"]},
    "user_property": {"key": "karma", "operator": "lt", "value": 1},
    "flagged_count": {"operator": "lt", "value": 1},
    "user_in_list": {"lists": ["x"]},
    "is_staff": {},
    "is_trusted": {},
    "strikes": {"policy": "p", "operator": "lt", "value": 1},
}


def test_each_condition_on_users_is_among_them() -> None:
    types = {
        get_args(each.model_fields["type"].annotation)[0] for each in get_args(AuthorCondition)
    }
    assert types == set(_OF_USERS)


@pytest.mark.parametrize("type", _OF_USERS)
def test_what_is_not_known_of_a_user_is_not_nothing(rule: MakeRule, type: str) -> None:
    """Whoever is unknown is no user of age 0 and without strikes: neither it nor its negation."""
    when = {"type": type, **_OF_USERS[type]}
    for tree in (when, {"type": "not", "condition": when}):
        found = RuleSet([rule(tree)]).evaluate("post", Facts(), False)
        assert (found.matches, found.errors) == ([], [])


def test_what_an_earlier_release_counted_goes_on_counting(rule: MakeRule) -> None:
    """The mark in histories is the one that 0.1 made of the condition as it was written then."""
    labelled = {"type": "classified_as", "classes": ["insult"], "exact": True, "threshold": 0.5}
    reviewed = {"type": "needs_review", "by": "policy"}
    condition = {"type": "all", "conditions": [labelled, reviewed]}
    counted = {"type": "matching_count", "operator": "gte", "value": 1, "window": "1d"}
    when = rule({**counted, "condition": condition}).when
    assert list(when.marks()) == ["-7b9763dfc29e"]
    anew = {"type": "all", "conditions": [{**labelled, "exact": False}, reviewed]}
    assert rule({**counted, "condition": anew}).when.marks() != when.marks()
