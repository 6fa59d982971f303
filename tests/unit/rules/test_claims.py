"""What is said of rules before they run, against whatever they may come to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from common.rules.claims import canonical, exclude, implies, odd_parts
from common.rules.conditions.base import MAX_DEPTH, MAX_NODES, Base, walk
from common.rules.facts import Facts
from common.rules.reasoning import Steps
from common.rules.rule import Rule
from common.rules.verdicts import Verdicts
from tests.unit.rules.test_agreement import any_facts, depth, trees

MakeRule = Callable[..., Rule]
SCOPED = settings(
    deadline=None,
    max_examples=300,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
_few = st.lists(any_facts, min_size=1, max_size=5)
SHORT: dict[str, Any] = {"type": "text_length", "operator": "lt", "value": 5}
LONG: dict[str, Any] = {"type": "text_length", "operator": "gt", "value": 5}


def _holds(when: Base, facts: Facts) -> bool | None:
    return Verdicts(when).of(facts)[id(when)].holds


@SCOPED
@given(trees, _few)
def test_what_never_and_always_holds_does(
    rule: MakeRule, when: dict[str, Any], several: list[Facts]
) -> None:
    made = rule(when)
    for odd in odd_parts(made.when, Steps()):
        assert odd.condition in [*walk(made.when)]
        for facts in several:
            found = _holds(odd.condition, facts)
            match odd.kind:
                case "never_holds":
                    assert found is not True
                case "always_holds":
                    assert found is True
                case _:
                    assert found is not False


@SCOPED
@given(trees, trees, _few)
def test_what_follows_from_another_does(
    rule: MakeRule, one: dict[str, Any], other: dict[str, Any], several: list[Facts]
) -> None:
    first, second = rule(one).when, rule(other).when
    follows, never_both = implies(first, second, Steps()), exclude(first, second, Steps())
    for facts in several:
        found = _holds(first, facts), _holds(second, facts)
        if follows and found[0]:
            assert found[1] is True
        if never_both:
            assert found != (True, True)


@SCOPED
@given(trees, st.randoms(), _few)
def test_the_same_form_is_the_same_rule(
    rule: MakeRule, when: dict[str, Any], random: Any, several: list[Facts]
) -> None:
    other = _shuffled(when, random)
    assume(depth(other) <= MAX_DEPTH and sum(1 for _ in _nodes(other)) <= MAX_NODES)
    first, second = rule(when).when, rule(other).when
    assert canonical(first) == canonical(second)
    for facts in several:
        assert _holds(first, facts) is _holds(second, facts)


def _nodes(when: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield when
    for part in _parts(when):
        yield from _nodes(part)


def _parts(when: dict[str, Any]) -> list[dict[str, Any]]:
    several: list[dict[str, Any]] = when.get("conditions", [])
    return [when["condition"]] if "condition" in when else several


def _shuffled(when: dict[str, Any], random: Any) -> dict[str, Any]:
    if "condition" in when:
        inner = {"type": "not", "condition": _shuffled(when["condition"], random)}
        return {"type": "not", "condition": {"type": "not", "condition": inner}}
    if "conditions" not in when:
        return when
    parts = [_shuffled(part, random) for part in when["conditions"]]
    random.shuffle(parts)
    return {**when, "conditions": [*parts, parts[0]]}


def _odd(rule: MakeRule, when: dict[str, Any], scope: str = "post") -> list[tuple[str, str]]:
    return [(each.kind, each.path) for each in odd_parts(rule(when, scope=scope).when, Steps())]


def _any(*parts: Any) -> dict[str, Any]:
    return {"type": "any", "conditions": [*parts]}


def _all(*parts: Any) -> dict[str, Any]:
    return {"type": "all", "conditions": [*parts]}


POSTS: dict[str, Any] = {"type": "post_count", "window": "1h"}


@pytest.mark.parametrize(
    ("when", "found"),
    [
        (_all(SHORT, LONG), [("never_holds", "when")]),
        (
            _any(_all(SHORT, LONG), {"type": "needs_review"}),
            [("never_holds", "when.conditions.0")],
        ),
        ({**POSTS, "operator": "lt", "value": 0}, [("never_holds", "when")]),
        ({**POSTS, "operator": "gte", "value": 0}, [("always_holds", "when")]),
        (
            {"type": "not", "condition": {**POSTS, "operator": "gte", "value": 0}},
            [("never_holds", "when")],
        ),
        (
            _any(SHORT, {**SHORT, "operator": "gte"}),
            [("always_holds_where_known", "when")],
        ),
        (
            {
                "type": "classified_share",
                "classes": ["x"],
                "operator": "gt",
                "percent": 100,
                "window": "1h",
            },
            [("never_holds", "when")],
        ),
        (
            _all({"type": "entity_type", "types": ["a"]}, {"type": "entity_type", "types": ["b"]}),
            [("never_holds", "when")],
        ),
        ({"type": "never", "what": "the weather"}, [("never_holds", "when")]),
        (_all(SHORT, {"type": "needs_review"}), []),
        (_any(SHORT, LONG), []),
        (
            _all({"type": "in_list", "lists": ["a"]}, {"type": "in_list", "lists": ["b"]}),
            [],
        ),
    ],
)
def test_odd_parts_are_found(
    rule: MakeRule, when: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert _odd(rule, when) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**POSTS, "operator": "gt", "value": 50}, {**POSTS, "operator": "gt", "value": 20}),
        (
            {"type": "classified_as", "classes": ["nsfw"], "threshold": 0.9},
            {"type": "classified_as", "classes": ["nsfw", "gore"], "threshold": 0.5},
        ),
        (_all(SHORT, {"type": "needs_review"}), {"type": "needs_review"}),
        ({"type": "in_list", "lists": ["a"]}, {"type": "in_list", "lists": ["b", "a"]}),
        (SHORT, {"type": "not", "condition": LONG}),
    ],
)
def test_what_is_within_another_is_seen(
    rule: MakeRule, one: dict[str, Any], other: dict[str, Any]
) -> None:
    first, second = rule(one).when, rule(other).when
    assert implies(first, second, Steps())
    assert not implies(second, first, Steps())


def test_what_is_not_judged_is_in_no_other(rule: MakeRule) -> None:
    """What may be unknown makes neither itself nor its opposite certain."""
    links: dict[str, Any] = {"type": "contains_url"}
    everything = _any(links, {"type": "not", "condition": links})
    assert not implies(rule({"type": "needs_review"}).when, rule(everything).when, Steps())


def test_too_much_to_look_through_is_not_claimed(rule: MakeRule) -> None:
    lists = [[f"{a}{b}" for b in range(19)] for a in range(9)]
    when = _all(*(_any(*({"type": "in_list", "lists": [n]} for n in some)) for some in lists[:4]))
    assert _odd(rule, when) == []
    steps = Steps(10)
    assert not implies(rule(SHORT).when, rule(when).when, steps)
