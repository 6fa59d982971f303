"""What a wrong condition is answered, word for word: rule authors work from these texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from common.rules.conditions.base import SCOPES, Base
from common.rules.conditions.logic import Condition
from common.rules.rule import Rule

MakeRule = Callable[..., Rule]
COUNT = {"operator": "gt", "value": 1, "window": "24h"}
_OPERATORS = "Input should be 'gt', 'gte', 'lt', 'lte' or 'eq'"
_WINDOW = "Value error, a number with m, h or d, from 1m to 90d, for example 24h"
_PERIOD = "Value error, numbers with s, m, h, d or w, from 1s to 3650d, for example 24h"
_NOTHING = "Value error, give at least one"
_NOTHING_TO_COUNT = "Value error, give classes, lists or both"
_ENGINE = "Value error, names the engine 'oracle', which does not exist"
_EXTRA = "Extra inputs are not permitted"

ANSWERS: dict[str, list[tuple[dict[str, Any], dict[str, str]]]] = {
    "all": [
        ({}, {"conditions": "Field required"}),
        ({"conditions": []}, {"conditions": _NOTHING}),
    ],
    "any": [
        ({"conditions": []}, {"conditions": _NOTHING}),
        (
            {"conditions": [{"type": "needs_review", "x": 1}]},
            {"conditions.0.needs_review.x": _EXTRA},
        ),
    ],
    "not": [
        ({}, {"condition": "Field required"}),
        ({"condition": {}}, {"condition": "Unable to extract tag using discriminator 'type'"}),
    ],
    "classified_as": [
        ({}, {"classes": "Field required"}),
        ({"classes": []}, {"classes": _NOTHING}),
        ({"classes": [""]}, {"classes.0": "String should have at least 1 character"}),
        (
            {"classes": ["x"], "threshold": 0.5, "severity": "low"},
            {"severity": "Value error, give threshold or severity, not both"},
        ),
        (
            {"classes": ["x"], "threshold": 2},
            {"threshold": "Input should be less than or equal to 1"},
        ),
        (
            {"classes": ["x"], "severity": "worst"},
            {"severity": "Input should be 'low', 'medium', 'high' or 'critical'"},
        ),
        (
            {"classes": ["x"], "modality": "smell"},
            {"modality": "Input should be 'text', 'visual', 'image', 'video' or 'audio'"},
        ),
    ],
    "needs_review": [({"least": 1}, {"least": _EXTRA})],
    "not_judged": [({"engines": ["oracle"]}, {"engines": _ENGINE})],
    "in_list": [({}, {"lists": "Field required"}), ({"lists": []}, {"lists": _NOTHING})],
    "post_count": [
        ({}, dict.fromkeys(("operator", "window", "value"), "Field required")),
        ({**COUNT, "operator": ">"}, {"operator": _OPERATORS}),
        ({**COUNT, "window": "91d"}, {"window": _WINDOW}),
        ({**COUNT, "value": -1}, {"value": "Input should be greater than or equal to 0"}),
        ({**COUNT, "value": "1"}, {"value": "Input should be a valid integer"}),
    ],
    "classified_count": [
        (COUNT, {"lists": _NOTHING_TO_COUNT}),
        ({**COUNT, "lists": ["x"], "window": "1s"}, {"window": _WINDOW}),
    ],
    "classified_share": [
        ({"operator": "gt", "window": "1h", "lists": ["x"]}, {"percent": "Field required"}),
        ({"operator": "gt", "window": "1h", "percent": 1}, {"lists": _NOTHING_TO_COUNT}),
        (
            {"operator": "gt", "window": "1h", "lists": ["x"], "percent": 101},
            {"percent": "Input should be less than or equal to 100"},
        ),
    ],
    "matching_count": [
        ({**COUNT, "value": 1}, {"condition": "Field required"}),
        (
            {**COUNT, "condition": {"type": "post_count", **COUNT}},
            {"condition": "Value error, post_count says nothing about a single content"},
        ),
        (
            {
                **COUNT,
                "condition": {"type": "not", "condition": {"type": "user_role", "roles": ["a"]}},
            },
            {"condition": "Value error, user_role says nothing about a single content"},
        ),
        (
            {**COUNT, "condition": {"type": "report_count"}},
            {"condition": "Value error, report_count says nothing about a single content"},
        ),
        (
            {**COUNT, "condition": {"type": "needs_review"}, "of": "city"},
            {"of": "Input should be 'author' or 'address'"},
        ),
    ],
    "user_in_list": [({}, {"lists": "Field required"}), ({"lists": []}, {"lists": _NOTHING})],
    "is_staff": [({"role": "admin"}, {"role": _EXTRA})],
    "is_trusted": [({"by": "me"}, {"by": _EXTRA})],
    "strikes": [
        ({}, dict.fromkeys(("policy", "operator", "value"), "Field required")),
        ({"policy": "p", "operator": ">", "value": 1}, {"operator": _OPERATORS}),
    ],
    "never": [({}, {"what": "Field required"})],
    "graded": [
        ({}, {"severity": "Field required"}),
        (
            {"severity": "worst"},
            {"severity": "Input should be 'low', 'medium', 'high' or 'critical'"},
        ),
    ],
    "contains_url": [({"value": True}, {"value": _EXTRA})],
    "text_length": [
        ({}, dict.fromkeys(("operator", "value"), "Field required")),
        ({"operator": "longer", "value": 1}, {"operator": _OPERATORS}),
    ],
    "content_property": [
        ({}, {"key": "Field required"}),
        ({"key": "a", "value": 1}, {"value": "Value error, is not for exists"}),
        ({"key": "a", "operator": "eq"}, {"value": "Value error, is required with eq"}),
        (
            {"key": "a", "operator": "contains", "value": 1},
            {"value": "Value error, has to be text with contains"},
        ),
        (
            {"key": "a", "operator": "gt", "value": True},
            {"value": "Value error, cannot be true or false with gt"},
        ),
    ],
    "user_property": [
        ({"key": ""}, {"key": "String should have at least 1 character"}),
        ({"key": "a", "operator": "lt"}, {"value": "Value error, is required with lt"}),
    ],
    "entity_type": [({"types": []}, {"types": _NOTHING})],
    "policy": [({}, {"keys": "Field required"}), ({"keys": []}, {"keys": _NOTHING})],
    "team": [({"teams": []}, {"teams": _NOTHING})],
    "user_age": [
        ({}, dict.fromkeys(("operator", "age"), "Field required")),
        ({"operator": "lt", "age": "1y"}, {"age": _PERIOD}),
        ({"operator": "lt", "age": "3651d"}, {"age": _PERIOD}),
    ],
    "user_role": [({"roles": []}, {"roles": _NOTHING})],
    "flagged_count": [({}, dict.fromkeys(("operator", "value"), "Field required"))],
    "repeated_text": [
        ({}, dict.fromkeys(("value", "window"), "Field required")),
        (
            {"value": 1, "window": "1h"},
            {"value": "Input should be greater than or equal to 2"},
        ),
        (
            {"value": 101, "window": "1h"},
            {"value": "Input should be less than or equal to 100"},
        ),
        ({"value": 2, "window": "0s"}, {"window": _PERIOD}),
        (
            {"value": 2, "window": "8d"},
            {"window": "Value error, is 7d at most: longer ago nothing is compared"},
        ),
        (
            {"value": 2, "window": "1h", "alike": "alike"},
            {"alike": "Input should be 'identical' or 'similar'"},
        ),
        (
            {"value": 2, "window": "1h", "distance": 17},
            {"distance": "Input should be less than or equal to 16"},
        ),
    ],
    "channel_count": [({"window": "1h"}, {"value": "Field required"})],
    "report_count": [
        ({"operator": ">"}, {"operator": _OPERATORS}),
        ({"categories": [""]}, {"categories.0": "String should have at least 1 character"}),
    ],
}
_ROWS = [(type, *row) for type, rows in ANSWERS.items() for row in rows]


_NEEDED: dict[str, dict[str, Any]] = {
    "graded": {"severity": "low"},
    "text_length": {"operator": "gt", "value": 1},
    "content_property": {"key": "a"},
    "entity_type": {"types": ["x"]},
    "policy": {"keys": ["x"]},
    "team": {"teams": ["x"]},
    "repeated_text": {"value": 2, "window": "1h"},
    "channel_count": {"value": 2, "window": "1h"},
}


def _classes() -> dict[str, type[Base]]:
    classes = get_args(get_args(Condition)[0])
    return {get_args(each.model_fields["type"].annotation)[0]: each for each in classes}


@pytest.mark.parametrize(("type", "fields", "texts"), _ROWS)
def test_a_wrong_condition_is_answered_in_these_words(
    rule: MakeRule, type: str, fields: dict[str, Any], texts: dict[str, str]
) -> None:
    with pytest.raises(ValidationError) as failure:
        rule({"type": type, **fields}, scope="reported_post")
    answered = {".".join(map(str, e["loc"])): e["msg"] for e in failure.value.errors()}
    assert answered == {f"when.{type}.{place}": text for place, text in texts.items()}


def test_every_condition_has_its_words() -> None:
    assert set(ANSWERS) == set(_classes())


@pytest.mark.parametrize("name", sorted(_classes()))
@pytest.mark.parametrize("scope", SCOPES)
def test_a_condition_outside_its_scopes_is_answered_in_these_words(
    rule: MakeRule, scope: str, name: str
) -> None:
    if scope in _classes()[name].scopes:
        return
    when: dict[str, Any] = {"type": name}
    when |= {"classes": ["x"]} if name == "classified_as" else {}
    when |= {"lists": ["x"]} if name == "in_list" else {}
    when |= _NEEDED.get(name, {})
    with pytest.raises(ValidationError) as failure:
        rule(when, scope=scope)
    (error,) = failure.value.errors()
    assert error["msg"] == f"Value error, {name} does not fit a rule of scope {scope}"


def test_an_unknown_type_is_answered_with_those_there_are(rule: MakeRule) -> None:
    with pytest.raises(ValidationError) as failure:
        rule({"type": "unheard_of"})
    (error,) = failure.value.errors()
    for name in _classes():
        assert f"'{name}'" in error["msg"]
