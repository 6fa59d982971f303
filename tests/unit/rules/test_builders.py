"""Conditions of Stream's builder: each field of each changes the tree, or is named or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.errors import Invalid
from common.rules.builders.asked import BuilderRule, Condition
from common.rules.builders.building import Building
from common.rules.builders.kinds import KINDS
from tests.documents import RULES, table

_SAMPLES: dict[str, tuple[Any, Any]] = {
    "harm_labels": (["SCAM", "PII"], ["INSULT"]),
    "llm_harm_labels": (None, {"rude": ""}),
    "label_operator": (None, "and"),
    "severity": (None, "high"),
    "min_confidence": (None, 80),
    "contains_url": (None, False),
    "blocklist_match": (None, ["words"]),
    "text_length": (None, 5),
    "text_length_operator": ("gte", "lt"),
    "semantic_filter_names": (["drugs"], ["arms"]),
    "semantic_filter_min_threshold": (None, 0.7),
    "threshold": (3, 4),
    "count": (None, 4),
    "time_window": ("1h", "2h"),
    "property_key": ("a", "b"),
    "operator": (None, "lt"),
    "expected_value": (1, 2),
    "max_age": ("1h", "2h"),
    "role": ("guest", "admin"),
    "allowlist": (None, ["good morning everybody"]),
    "min_text_length": (None, 20),
    "track_across_users": (None, True),
    "similarity_distance": (None, 2),
}
_SERVED = [kind for kind in KINDS.values() if kind.build is not None]


def _model(params: str) -> Any:
    (model,) = (
        each
        for each in Condition.model_fields[params].annotation.__args__  # type: ignore[union-attr]
        if each is not type(None)
    )
    return model


def _built(params: str, given: dict[str, Any]) -> Any:
    condition = {"type": params.removesuffix("_params"), params: given}
    rule = BuilderRule.model_validate(
        {"rule_type": "content", "conditions": [condition], "action": {"type": "flag_content"}}
    )
    try:
        building = Building(rule, "", [], {"words"})
    except Invalid as refused:
        return refused.fields
    return building.when, building.idle


def conditions(number: int) -> Iterator[dict[str, Any]]:
    """One of each type that can hold, no two numbers alike where a type counts."""
    for kind in _SERVED:
        fields = _model(kind.params).model_fields
        params = {each: _SAMPLES[each][0] for each in fields if _SAMPLES[each][0] is not None}
        params.pop("text_length_operator", None)
        if "time_window" in params:
            params["time_window"] = f"{60 + number}m"
        yield {"type": kind.name, kind.params: params}


_CASES = [(kind.params, name) for kind in _SERVED for name in _model(kind.params).model_fields]


@pytest.mark.parametrize(("params", "name"), _CASES)
def test_a_field_of_a_condition_makes_a_difference(params: str, name: str) -> None:
    fields = _model(params).model_fields
    base = {each: _SAMPLES[each][0] for each in fields if _SAMPLES[each][0] is not None}
    if name == "text_length_operator":
        base["text_length"] = 3
    elif "text_length_operator" in fields:
        base.pop("text_length_operator")
    other = _SAMPLES[name][1]
    if name == "operator" and params == "user_role_params":
        other = "not_in"
    assert _built(params, base) != _built(params, {**base, name: other})


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_type_is_known_with_its_ending_and_without_and_by_its_parameters(kind: Any) -> None:
    params: dict[str, Any] = {}
    if kind.build is not None:
        fields = _model(kind.params).model_fields
        params = {each: _SAMPLES[each][0] for each in fields if _SAMPLES[each][0] is not None}
        params.pop("text_length_operator", None)
    trees = []
    for type in (kind.name, f"{kind.name}_rule", kind.params, "whatever", None):
        condition = {"type": type, kind.params: params}
        rule = BuilderRule.model_validate(
            {"rule_type": "user", "conditions": [condition], "action": {"type": "flag_user"}}
        )
        trees.append(Building(rule, "", [], None).when)
    assert all(tree == trees[0] for tree in trees)
    assert (trees[0]["type"] == "never") is (kind.build is None)


def test_groups_are_joined_as_they_say() -> None:
    one, two = ({"label": name} for name in ("A", "B"))
    rule = BuilderRule.model_validate(
        {
            "rule_type": "content",
            "logic": "OR",
            "conditions": [one],
            "groups": [{"logic": "AND", "conditions": [one, two]}, {"conditions": [two]}],
            "action": {"type": "flag_content"},
        }
    )
    tree = Building(rule, "", [], None).when
    assert tree["type"] == "any"
    assert [each["type"] for each in tree["conditions"]] == [
        "classified_as",
        "all",
        "classified_as",
    ]


def test_each_type_has_its_place_in_the_documentation() -> None:
    """With what it becomes; those that never hold are said to."""
    rows = table(RULES, "## Conditions")
    named = {name: row[1] for row in rows for name in re.findall(r"`(\w+)`", row[0])}
    assert {name.removesuffix("_rule") for name in named} == KINDS.keys()
    for name, became in named.items():
        kind = KINDS[name.removesuffix("_rule")]
        assert (became == "`never`") is (kind.build is None), name
