"""The compiled rules against an interpreter that reads the rules' JSON."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from common.domain.history import History, class_set, increments
from common.domain.reports import Reports, counted, open_reports
from common.domain.times import DAY, HOUR, MINUTE
from common.rules.compiler import Code
from common.rules.evaluator import Held, RuleSet
from common.rules.facts import ANY, Facts
from common.rules.rule import Rule

MakeRule = Callable[..., Rule]
NOW = 1_763_000_123 * 10**9
LEVELS = ["low", "medium", "high", "critical"]
OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "eq": operator.eq,
}
UNITS = {"m": MINUTE, "h": HOUR, "d": DAY}

# Few names, so that conditions and facts often meet.
names = st.sampled_from(["insult", "spam", "'{0}\\\n\""])
several = st.lists(names, min_size=1, max_size=3)
operators = st.sampled_from(["gt", "gte", "lt", "lte", "eq"])
windows = st.sampled_from(["30m", "24h", "7d", "90d"])
values = st.integers(0, 4)
modalities = st.sampled_from(["text", "image"])
engines = st.sampled_from(["block_list", "llm", "remote"])
scores = st.sampled_from([0.0, 0.2, 0.5, 0.8, 1.0])
counting = {"operator": operators, "window": windows}
mentions = st.tuples(st.lists(names, max_size=2), st.lists(names, max_size=2)).filter(any)


def kind(name: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"type": st.just(name), **fields})


def mentioning(condition: tuple[dict[str, Any], tuple[list[str], list[str]]]) -> dict[str, Any]:
    fields, (classes, lists) = condition
    return {**fields, "classes": classes, "lists": lists}


leaves = st.one_of(
    kind("classified_as", classes=several, modality=modalities, threshold=scores),
    kind("classified_as", classes=several, modality=modalities, severity=st.sampled_from(LEVELS)),
    kind("classified_as", classes=several),
    kind("needs_review"),
    kind("not_judged", engines=st.lists(engines, max_size=2)),
    kind("in_list", lists=several),
    kind("post_count", value=values, **counting),
    st.tuples(
        kind("classified_count", modality=modalities, value=values, **counting), mentions
    ).map(mentioning),
    st.tuples(
        kind("classified_share", percent=st.sampled_from([0, 40, 50.0, 100]), **counting), mentions
    ).map(mentioning),
    kind("report_count", categories=st.lists(names, max_size=2, unique=True), value=values),
)
trees = st.recursive(
    leaves,
    lambda parts: st.one_of(
        kind("all", conditions=st.lists(parts, min_size=1, max_size=3)),
        kind("any", conditions=st.lists(parts, min_size=1, max_size=3)),
        kind("not", condition=parts),
    ),
    max_leaves=8,
)


@st.composite
def histories(draw: st.DrawFn) -> History | None:
    if draw(st.booleans()):
        return None
    data: dict[str, int] = {}
    for _ in range(draw(st.integers(0, 5))):
        at = NOW - draw(st.sampled_from([MINUTE, 2 * HOUR, 3 * DAY, 30 * DAY]))
        tokens = [f"{draw(st.sampled_from(['text', 'image', 'list']))}:{draw(names)}"]
        for field, count in increments(at, class_set(tokens[: draw(st.integers(0, 1))])).items():
            data[field] = data.get(field, 0) + count
    return History(data, NOW)


@dataclass(frozen=True, slots=True)
class Told(Reports):
    """With the reports that were counted, each with its categories."""

    each: tuple[frozenset[str], ...] = ()


@st.composite
def reports(draw: st.DrawFn) -> Told:
    each = draw(st.lists(st.frozensets(names, max_size=3), max_size=4))
    item: dict[str, int] = {}
    for categories in each:
        for name, count in counted(item, 0, categories).items():
            item[name] = item.get(name, 0) + count
    found = open_reports(item)
    return Told(found.by_category, found.shared, tuple(each))


keys = st.builds("{}:{}".format, modalities, names)
any_facts = st.builds(
    Facts,
    classes=st.dictionaries(keys, scores, max_size=4),
    severities=st.dictionaries(keys, st.integers(1, 4), max_size=3),
    lists=st.frozensets(names, max_size=2),
    needs_review=st.booleans(),
    not_judged=st.frozensets(engines, max_size=2),
    unknown=st.frozensets(st.one_of(names, st.just(ANY)), max_size=2),
    history=histories(),
    reports=reports(),
)


def holds(condition: dict[str, Any], facts: Facts) -> bool:
    return truth(condition, facts) is True


def truth(condition: dict[str, Any], facts: Facts) -> bool | None:
    """By Kleene's logic; None is unknown."""
    match condition["type"]:
        case "all":
            parts = [truth(each, facts) for each in condition["conditions"]]
            return False if False in parts else None if None in parts else True
        case "any":
            parts = [truth(each, facts) for each in condition["conditions"]]
            return True if True in parts else None if None in parts else False
        case "not":
            inner = truth(condition["condition"], facts)
            return None if inner is None else not inner
        case "in_list" if "block_list" in facts.not_judged:
            return fact(condition, facts) or None
        case "classified_as" if facts.unknown & {ANY, *condition["classes"]}:
            return fact(condition, facts) or None
        case _:
            return fact(condition, facts)


def fact(condition: dict[str, Any], facts: Facts) -> bool:
    match condition["type"]:
        case "not_judged":
            wanted = set(condition["engines"])
            return bool(facts.not_judged & wanted if wanted else facts.not_judged)
        case "needs_review":
            return facts.needs_review
        case "in_list":
            return bool(set(condition["lists"]) & facts.lists)
        case "classified_as":
            return classified(condition, facts)
        case "report_count":
            assert isinstance(facts.reports, Told)
            wanted = set(condition["categories"])
            found = [each for each in facts.reports.each if not wanted or each & wanted]
            return len(found) > int(condition["value"])
        case _:
            return counts(condition, facts)


def classified(condition: dict[str, Any], facts: Facts) -> bool:
    for name in condition["classes"]:
        key = f"{condition.get('modality', 'text')}:{name}"
        if "severity" in condition:
            least = condition["severity"]
            if key in facts.severities and facts.severities[key] > LEVELS.index(least):
                return True
        elif key in facts.classes and facts.classes[key] >= condition.get("threshold", 0.5):
            return True
    return False


def counts(condition: dict[str, Any], facts: Facts) -> bool:
    compare = OPERATORS[condition["operator"]]
    length = int(condition["window"][:-1]) * UNITS[condition["window"][-1]]
    history = facts.history or History({}, NOW)
    posts = history.posts(length)
    if condition["type"] == "post_count":
        return compare(posts, condition["value"])
    wanted = {f"{condition.get('modality', 'text')}:{name}" for name in condition["classes"]}
    wanted |= {f"list:{name}" for name in condition["lists"]}
    found = history.classified(length, frozenset(wanted))
    if condition["type"] == "classified_count":
        return compare(found, condition["value"])
    return posts > 0 and compare(100 * found, condition["percent"] * posts)


@given(st.lists(trees, min_size=1, max_size=5), any_facts, st.booleans())
def test_compiled_rules_agree_with_an_interpreter(
    rule: MakeRule, whens: list[dict[str, Any]], facts: Facts, first_only: bool
) -> None:
    rules = [
        rule(when, id=str(number), position=number, scope="reported_post")
        for number, when in enumerate(whens)
    ]
    expected = [str(number) for number, when in enumerate(whens) if holds(when, facts)]
    found = RuleSet(rules).evaluate("reported_post", facts, first_only)
    assert found.errors == []
    assert [match.rule_id for match in found.matches] == expected[: 1 if first_only else None]


@given(trees, any_facts)
def test_reasons_are_conditions_that_held(
    rule: MakeRule, when: dict[str, Any], facts: Facts
) -> None:
    made = rule(when, scope="reported_post")
    for match in RuleSet([made]).evaluate("reported_post", facts, False).matches:
        assert match.held
        for held in match.held:
            assert held.negated or explained(when, held, facts)


def explained(when: dict[str, Any], held: Held, facts: Facts) -> bool:
    below = [*when.get("conditions", ()), *([when["condition"]] if "condition" in when else ())]
    own = when["type"] == held.type and holds(when, facts)
    return own or any(explained(each, held, facts) for each in below)


@given(trees)
def test_generated_code_holds_names_as_constants_only(rule: MakeRule, when: dict[str, Any]) -> None:
    code = rule(when, scope="reported_post").when.code(Code())
    loaded = set(compile(code, "<test>", "eval").co_names)
    assert {name for name in loaded if not name.startswith("set_")} <= {
        *("classes", "severities", "lists", "needs_review", "reports", "best"),
        *("not_judged", "unknown"),
        *("posts", "classified", "get", "count"),
    }
