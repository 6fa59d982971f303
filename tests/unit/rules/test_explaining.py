"""What is said of a rule against the evaluator, an interpreter, and every change that there is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from common.rules.builders.asked import BuilderRule
from common.rules.builders.building import Building
from common.rules.builders.kinds import KINDS
from common.rules.conditions.base import Base, walk
from common.rules.conditions.content import ClassifiedAs
from common.rules.conditions.measures import UNKNOWN, AtLeast, Datum
from common.rules.evaluator import RuleSet
from common.rules.explaining import Clause, Explainer, explain
from common.rules.facts import Facts
from common.rules.flipping import Flip, flip_of, part_of
from common.rules.formulas import Formula, World, atoms, formula_of, holds
from common.rules.rule import Rule
from common.rules.values import representatives
from tests.unit.rules.test_agreement import OWN, Labelled, any_facts, trees, truth
from tests.unit.rules.test_built_agreement import CASES, _facts

MakeRule = Callable[..., Rule]
SCOPED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _matches(rule: Rule, facts: Facts) -> bool:
    return bool(RuleSet([rule]).evaluate(rule.scope, facts, False).matches)


@SCOPED
@given(trees, any_facts)
def test_the_tree_says_what_the_evaluator_does(
    rule: MakeRule, when: dict[str, Any], facts: Labelled
) -> None:
    made = rule(when)
    assume(all(map(_can_be_saved, walk(made.when))))
    explanation = explain(made, facts)
    assert (explanation.holds is True) == _matches(made, facts)
    _assert_as_read(explanation.clause, when, facts)


def _can_be_saved(condition: Base) -> bool:
    """Only classes of the app are visual: no label is."""
    if not isinstance(condition, ClassifiedAs) or condition.modality != "visual":
        return True
    return all(("visual", name) in OWN for name in condition.classes)


def _assert_as_read(clause: Clause, when: dict[str, Any], facts: Labelled) -> None:
    assert clause.holds is truth(when, facts)
    assert bool(clause.why) == (clause.holds is None and not clause.parts)
    parts = when.get("conditions") or ([when["condition"]] if "condition" in when else [])
    for part, raw in zip(clause.parts, parts, strict=True):
        _assert_as_read(part, raw, facts)


@pytest.mark.parametrize("name", CASES)
@SCOPED
@given(data=st.data())
def test_what_the_builder_makes_is_explained_as_well(
    rule: MakeRule, name: str, data: st.DataObject
) -> None:
    params = data.draw(CASES[name][0])
    condition = {"type": f"{name}_rule", KINDS[name].params: params}
    asked = {
        "rule_type": "content",
        "conditions": [condition],
        "action": {"type": "flag_content"},
    }
    building = Building(BuilderRule.model_validate(asked), "", [], None)
    when = building.when
    if data.draw(st.booleans()):
        when = {"type": "not", "condition": when}
    made = rule(when, built=building.built(""), actions=[])
    parts = [*walk(made.when)]
    marks = sorted({each for part in parts for each in part.marks()})
    limits = sorted({each for part in parts for each in part.limits()})
    facts = data.draw(_facts(marks, limits))
    explainer = Explainer(made.when)
    explanation = explainer.explain(facts)
    assert (explanation.holds is True) == _matches(made, facts)
    verdicts = explainer._verdicts.of(facts)
    _, opaque = explainer._world(verdicts, facts)
    for part in parts:
        if part.tests():
            assert id(part) not in opaque, part


@SCOPED
@given(trees, any_facts)
def test_each_condition_comes_out_as_its_tests_do(
    rule: MakeRule, when: dict[str, Any], facts: Labelled
) -> None:
    made = rule(when)
    assume(all(map(_can_be_saved, walk(made.when))))
    explainer = Explainer(made.when)
    world, opaque = explainer._world(explainer._verdicts.of(facts), facts)
    assert not opaque
    assert holds(formula_of(made.when), world) is truth(when, facts)


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_no_change_is_smaller_than_the_smallest(rule: MakeRule, data: st.DataObject) -> None:
    made = rule(data.draw(trees))
    explainer = Explainer(made.when)
    facts = data.draw(any_facts)
    world, _ = explainer._world(explainer._verdicts.of(facts), facts)
    formula = formula_of(made.when)
    choices = {key: {world[key], *known} for key, known in _known(formula).items()}
    size = 1
    for each in choices.values():
        size *= len(each)
    if size > 3_000:
        return
    now_holds = holds(formula, world) is True
    flip = flip_of(formula, world, now_holds=now_holds)
    best = min(_flips(formula, world, choices, now_holds=now_holds), default=None)
    if best is None:
        assert flip is None
        return
    assert flip is not None and flip.is_smallest
    after = {**world, **{change.quantity.key: change.after for change in flip.changes}}
    assert (holds(formula, after) is True) is not now_holds
    assert flip.size[0] == best[0]
    assert flip.size[1] == pytest.approx(best[1])


def _known(formula: Formula) -> dict[Any, list[Datum]]:
    tests: dict[Any, list[Any]] = {}
    for atom in atoms(formula):
        tests.setdefault(atom.key, []).append(atom.test)
    return {
        key: [
            each
            for each in representatives(some[0].quantity, some)
            if each is not UNKNOWN and not isinstance(each, AtLeast)
        ]
        for key, some in tests.items()
    }


def _flips(
    formula: Formula, world: World, choices: dict[Any, set[Datum]], *, now_holds: bool
) -> Iterator[tuple[int, float]]:
    for values in product(*choices.values()):
        other = dict(zip(choices, values, strict=True))
        if (holds(formula, other) is True) is not now_holds:
            changed = [key for key in other if other[key] != world[key]]
            yield len(changed), sum(part_of(world[key], other[key]) for key in changed)


def test_a_near_miss_is_told_with_its_distance(rule: MakeRule) -> None:
    tests = [
        {"type": "classified_as", "classes": ["nsfw"], "threshold": 0.93},
        {"type": "post_count", "operator": "gt", "value": 50, "window": "24h"},
    ]
    facts = Facts(classes={"text:nsfw": 0.91})
    found = explain(rule({"type": "any", "conditions": tests}), facts)
    assert found.holds is False
    assert found.nearest is not None
    assert found.nearest.seen == 0.91
    assert found.nearest.distance == pytest.approx(0.02)
    assert found.flip is not None
    (change,) = found.flip.changes
    assert (change.quantity.name, change.before, change.after) == (
        "score of text:nsfw",
        0.91,
        0.93,
    )


def test_one_quantity_in_two_clauses_changes_once(rule: MakeRule) -> None:
    more = {"type": "post_count", "operator": "gt", "value": 5, "window": "24h"}
    less = {"type": "post_count", "operator": "lt", "value": 8, "window": "24h"}
    when = {"type": "all", "conditions": [more, less]}
    found = explain(rule(when), Facts())
    assert isinstance(found.flip, Flip)
    (change,) = found.flip.changes
    assert (change.before, change.after) == (0, 6)


def test_what_contradicts_itself_cannot_be_turned(rule: MakeRule) -> None:
    clause = {"type": "in_list", "lists": ["words"]}
    when = {"type": "all", "conditions": [clause, {"type": "not", "condition": clause}]}
    assert explain(rule(when), Facts()).flip is None


def test_a_rule_that_fails_says_so_and_nothing_else(rule: MakeRule) -> None:
    when = {"type": "classified_as", "classes": ["nsfw"], "threshold": 0.9}
    broken = Facts(classes={"text:nsfw": "much"})  # type: ignore[dict-item]
    found = explain(rule(when), broken)
    assert found.holds is None
    assert found.clause.why[0].startswith("it failed: TypeError")
    assert found.flip is None


def test_the_largest_rule_is_looked_through_within_a_moment(rule: MakeRule) -> None:
    clauses: list[dict[str, Any]] = [
        {"type": "post_count", "operator": op, "value": n, "window": "24h"}
        for op in ("gt", "lt", "eq", "gte")
        for n in range(5)
    ]
    classes: list[dict[str, Any]] = [
        {"type": "classified_as", "classes": [f"c{i}" for i in range(n, n + 40)], "threshold": 0.9}
        for n in range(0, 60, 3)
    ]
    groups = [clauses, classes, classes]
    parts = [{"type": "any", "conditions": each[:19]} for each in groups]
    when = {"type": "all", "conditions": [*parts, {"type": "not", "condition": parts[0]}]}
    started = time.process_time()
    explain(rule(when), Facts(classes={"text:c1": 0.5}))
    assert time.process_time() - started < 2
