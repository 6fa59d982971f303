"""Differences between two versions of a rule, in words."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.rule import RuleContent
from common.rules.differences import MOST, described, differences

_CLASSIFIED: dict[str, Any] = {
    "type": "classified_as",
    "classes": ["insult"],
    "modality": "text",
    "threshold": 0.8,
    "severity": None,
}
_LISTED: dict[str, Any] = {"type": "in_list", "lists": ["spam"]}
_REVIEW: dict[str, Any] = {"type": "needs_review"}


def _rule(when: dict[str, Any], **fields: Any) -> RuleContent:
    content = {
        "name": "R",
        "scope": "post",
        "when": when,
        "actions": ["flag_for_review"],
        "position": 0,
        "enabled": True,
        **fields,
    }
    return cast(RuleContent, content)


def _all(*conditions: dict[str, Any]) -> dict[str, Any]:
    return {"type": "all", "conditions": [*conditions]}


def _any(*conditions: dict[str, Any]) -> dict[str, Any]:
    return {"type": "any", "conditions": [*conditions]}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (_CLASSIFIED, {**_CLASSIFIED, "threshold": 0.9}, ["threshold 0.8 → 0.9"]),
        (
            _all(_LISTED, _CLASSIFIED),
            _all(_LISTED, {**_CLASSIFIED, "threshold": 0.9}),
            ["classified_as: threshold 0.8 → 0.9"],
        ),
        (
            {"type": "not", "condition": _CLASSIFIED},
            {"type": "not", "condition": {**_CLASSIFIED, "threshold": 0.9}},
            ["not: threshold 0.8 → 0.9"],
        ),
        (
            _CLASSIFIED,
            {**_CLASSIFIED, "classes": ["threat", "insult"]},
            ["classes threat added"],
        ),
        (_LISTED, {**_LISTED, "lists": ["scams"]}, ["lists scams added", "lists spam removed"]),
        (_LISTED, _REVIEW, [f"condition {described(_LISTED)} → {described(_REVIEW)}"]),
        (
            _LISTED,
            _all(_LISTED, _REVIEW),
            ["now all of several conditions", f"condition {described(_REVIEW)} added"],
        ),
        (
            _all(_LISTED, _REVIEW),
            _LISTED,
            ["no longer all of several conditions", f"condition {described(_REVIEW)} removed"],
        ),
        (_all(_LISTED, _REVIEW), _any(_LISTED, _REVIEW), ["all of → any of"]),
        (_all(_LISTED, _REVIEW), _all(_REVIEW, _LISTED), ["conditions in another order"]),
        (
            _all(_LISTED, _REVIEW),
            _all(_LISTED, _CLASSIFIED),
            [
                f"condition {described(_CLASSIFIED)} added",
                f"condition {described(_REVIEW)} removed",
            ],
        ),
    ],
)
def test_a_changed_condition_is_said_in_words(
    before: dict[str, Any], after: dict[str, Any], words: list[str]
) -> None:
    assert differences(_rule(before), _rule(after)) == words


def test_what_else_a_rule_has_is_said_too() -> None:
    before = _rule(_REVIEW, actions=["hide", "warn"])
    after = _rule(
        _REVIEW, name="New", scope="user", position=5, enabled=False, actions=["warn", "ban"]
    )
    assert differences(before, after) == [
        "switched off",
        'name "R" → "New"',
        'scope "post" → "user"',
        "position 0 → 5",
        "action ban added",
        "action hide removed",
    ]
    turned = _rule(_REVIEW, actions=["warn", "hide"])
    assert differences(before, turned) == ["action hide, warn → warn, hide"]


def test_a_long_difference_is_cut() -> None:
    many = [{"type": "in_list", "lists": [f"list{number}"]} for number in range(20)]
    found = differences(_rule(_any(*many)), _rule(_REVIEW, actions=["x" * 1_000]))
    assert len(found) <= MOST and all(len(each) <= 301 for each in found)
    nested = _any(
        *(_any(*({"type": "in_list", "lists": [f"{a} {b}"]} for b in range(4))) for a in range(16))
    )
    emptied = _any(*(_any(_REVIEW) for _ in range(16)))
    found = differences(_rule(nested), _rule(emptied))
    assert len(found) == MOST and found[-1] == "and 31 more"


_leaves = st.one_of(
    st.just(_REVIEW),
    st.sampled_from([0.5, 0.8]).map(lambda least: {**_CLASSIFIED, "threshold": least}),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(
        lambda lists: {"type": "in_list", "lists": lists}
    ),
)
_trees = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: _all(*parts)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: _any(*parts)),
        inner.map(lambda part: {"type": "not", "condition": part}),
    ),
    max_leaves=6,
)


@given(_trees, _trees)
def test_nothing_is_said_of_the_same_and_something_of_another(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert differences(_rule(before), _rule(before)) == []
    said = differences(_rule(before), _rule(after))
    assert bool(said) == (before != after)
    assert "written in another way" not in said
