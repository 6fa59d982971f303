"""The compiled rules against an interpreter that reads the rules' JSON."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.domain.content_class import ClassModality
from common.domain.history import History, class_set, increments
from common.domain.reports import Reports, counted, open_reports
from common.domain.times import DAY, HOUR, MINUTE
from common.rules.class_table import ANY, ClassTable
from common.rules.compiler import Code
from common.rules.conditions.base import MAX_DEPTH
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.reasons import Held
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
seen = st.sampled_from(["text", "image", "visual"])
OWN: dict[tuple[ClassModality, str], tuple[list[str], float, float | None]] = {
    ("text", "insult"): (["spam"], 0.8, 0.2),
    ("visual", "insult"): (["spam", "insult"], 0.5, None),
    ("image", "spam"): ([], 0.2, 0.2),
}
"""Classes of the app: their labels, automatic threshold and threshold for review."""
TABLE = ClassTable(
    {
        "id": f"{modality}:{name}",
        "modality": modality,
        "name": name,
        "display_name": name,
        "labels": labels,
        "automatic_threshold": automatic,
        "needs_review_threshold": review,
        "created_at": 0,
        "updated_at": 0,
    }
    for (modality, name), (labels, automatic, review) in OWN.items()
)
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
    kind("classified_as", classes=several, modality=seen, threshold=scores),
    kind("classified_as", classes=several, modality=seen, severity=st.sampled_from(LEVELS)),
    kind("classified_as", classes=several, modality=seen),
    kind("classified_as", classes=several, modality=modalities, exact=st.just(True)),
    kind("classified_as", classes=several),
    kind("needs_review", by=st.sampled_from([None, "classes", "policy"])),
    kind("not_judged", engines=st.lists(engines, max_size=2)),
    kind("in_list", lists=several),
    kind("post_count", value=values, **counting),
    st.tuples(
        kind(
            "classified_count", modality=seen, value=values, exact=st.booleans(), **counting
        ).filter(lambda each: not (each["exact"] and each["modality"] == "visual")),
        mentions,
    ).map(mentioning),
    st.tuples(
        kind("classified_share", percent=st.sampled_from([0, 40, 50.0, 100]), **counting), mentions
    ).map(mentioning),
    kind("report_count", categories=st.lists(names, max_size=2, unique=True), value=values),
)


def depth(tree: dict[str, Any]) -> int:
    inner = [tree["condition"]] if "condition" in tree else tree.get("conditions", [])
    return 1 + max(map(depth, inner), default=0)


# Groups of one nest on without another leaf, so that the number of leaves is no bound.
trees = st.recursive(
    leaves,
    lambda parts: st.one_of(
        kind("all", conditions=st.lists(parts, min_size=1, max_size=3)),
        kind("any", conditions=st.lists(parts, min_size=1, max_size=3)),
        kind("not", condition=parts),
    ),
    max_leaves=8,
).filter(lambda tree: depth(tree) <= MAX_DEPTH)


@st.composite
def histories(draw: st.DrawFn) -> History | None:
    if draw(st.booleans()):
        return None
    data: dict[str, int] = {}
    for _ in range(draw(st.integers(0, 5))):
        at = NOW - draw(st.sampled_from([MINUTE, 2 * HOUR, 3 * DAY, 30 * DAY]))
        kinds = st.sampled_from(["text", "image", "list", "class:text", "class:visual"])
        tokens = [f"{draw(kinds)}:{draw(names)}"]
        for bucket, count in increments(at, class_set(tokens[: draw(st.integers(0, 1))])).items():
            data[bucket] = data.get(bucket, 0) + count
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
    return Told(found.by_category, found.shared, each=tuple(each))


keys = st.builds("{}:{}".format, st.sampled_from(["text", "image", "video"]), names)


@dataclass(slots=True)
class Labelled(Facts):
    """With the labels apart from the classes that follow from them."""

    scores: dict[str, float] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


@st.composite
def some_facts(draw: st.DrawFn) -> Labelled:
    scored = draw(st.dictionaries(keys, scores, max_size=4))
    levels = draw(st.dictionaries(keys, st.integers(1, 4), max_size=3))
    unknown = draw(st.frozensets(st.one_of(names, st.just(ANY)), max_size=2))
    return Labelled(
        classes=TABLE.joined(scored),
        severities=TABLE.joined(levels),
        lists=draw(st.frozensets(names, max_size=2)),
        needs_review=draw(st.booleans()),
        not_judged=draw(st.frozensets(engines, max_size=2)),
        unknown=TABLE.unknown(unknown),
        history=draw(histories()),
        reports=draw(reports()),
        table=TABLE,
        scores=scored,
        levels=levels,
        names=unknown,
    )


any_facts = some_facts()


def holds(condition: dict[str, Any], facts: Labelled) -> bool:
    return truth(condition, facts) is True


def truth(condition: dict[str, Any], facts: Labelled) -> bool | None:
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
        case "classified_as" if facts.names & {ANY, *condition["classes"], *_labels(condition)}:
            return fact(condition, facts) or None
        case "needs_review" if condition["by"] != "policy" and facts.names & _reviewed():
            return fact(condition, facts) or None
        case _:
            return fact(condition, facts)


def fact(condition: dict[str, Any], facts: Labelled) -> bool:
    match condition["type"]:
        case "not_judged":
            wanted = set(condition["engines"])
            return bool(facts.not_judged & wanted if wanted else facts.not_judged)
        case "needs_review":
            by_policy = condition["by"] != "classes" and facts.needs_review
            return by_policy or (condition["by"] != "policy" and has_to_be_looked_at(facts))
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


def classified(condition: dict[str, Any], facts: Labelled) -> bool:
    for modality, name, own in _wanted(condition):
        labels, automatic = (OWN[modality, name][:2]) if own else ([], 0.5)
        keys = _keys(modality, [*labels, name]) if own else [f"{modality}:{name}"]
        if "severity" in condition:
            least = LEVELS.index(condition["severity"])
            if any(facts.levels.get(key, 0) > least for key in keys):
                return True
        elif any(facts.scores.get(k, -1) >= condition.get("threshold", automatic) for k in keys):
            return True
    return False


def has_to_be_looked_at(facts: Labelled) -> bool:
    return any(
        review is not None and facts.scores.get(key, -1) >= review
        for (modality, name), (labels, _, review) in OWN.items()
        for key in _keys(modality, [*labels, name])
    )


def _wanted(condition: dict[str, Any]) -> list[tuple[ClassModality, str, bool]]:
    """Of each class its modality and name, and whether it is one of the app's."""
    modality, exact = condition.get("modality", "text"), condition.get("exact", False)
    return [(modality, n, not exact and (modality, n) in OWN) for n in condition["classes"]]


def _labels(condition: dict[str, Any]) -> set[str]:
    return {label for m, n, own in _wanted(condition) if own for label in OWN[m, n][0]}


def _reviewed() -> set[str]:
    """What has to be known for nothing to need review."""
    each = [[*labels, n] for (_, n), (labels, _, review) in OWN.items() if review is not None]
    return {ANY, *(name for names in each for name in names)}


def _keys(modality: str, labels: list[str]) -> list[str]:
    of = ("image", "video") if modality == "visual" else (modality,)
    return [f"{each}:{label}" for each in of for label in labels]


def counts(condition: dict[str, Any], facts: Labelled) -> bool:
    compare = OPERATORS[condition["operator"]]
    length = int(condition["window"][:-1]) * UNITS[condition["window"][-1]]
    history = facts.history or History({}, NOW)
    posts = history.posts(length)
    if condition["type"] == "post_count":
        return compare(posts, condition["value"])
    wanted = {f"{'class:' * own}{modality}:{name}" for modality, name, own in _wanted(condition)}
    wanted |= {f"list:{name}" for name in condition["lists"]}
    found = history.classified(length, frozenset(wanted))
    if condition["type"] == "classified_count":
        return compare(found, condition["value"])
    return posts > 0 and compare(100 * found, condition["percent"] * posts)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(trees, min_size=1, max_size=5), any_facts, st.booleans())
def test_compiled_rules_agree_with_an_interpreter(
    rule: MakeRule, whens: list[dict[str, Any]], facts: Labelled, first_only: bool
) -> None:
    rules = [
        rule(when, id=str(number), position=number, scope="reported_post")
        for number, when in enumerate(whens)
    ]
    expected = [str(number) for number, when in enumerate(whens) if holds(when, facts)]
    found = RuleSet(rules).evaluate("reported_post", facts, first_only)
    assert found.errors == []
    assert [match.rule_id for match in found.matches] == expected[: 1 if first_only else None]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(trees, any_facts)
def test_reasons_are_conditions_that_held(
    rule: MakeRule, when: dict[str, Any], facts: Labelled
) -> None:
    made = rule(when, scope="reported_post")
    for match in RuleSet([made]).evaluate("reported_post", facts, False).matches:
        assert match.held
        for held in match.held:
            assert held.negated or explained(when, held, facts)


def explained(when: dict[str, Any], held: Held, facts: Labelled) -> bool:
    below = [*when.get("conditions", ()), *([when["condition"]] if "condition" in when else ())]
    own = when["type"] == held.type and holds(when, facts)
    return own or any(explained(each, held, facts) for each in below)


@given(trees)
def test_generated_code_holds_names_as_constants_only(rule: MakeRule, when: dict[str, Any]) -> None:
    code = rule(when, scope="reported_post").when.code(Code())
    loaded = set(compile(code, "<test>", "eval").co_names)
    assert {name for name in loaded if not name.startswith("set_")} <= {
        *("classes", "severities", "lists", "needs_review", "reports", "best"),
        *("not_judged", "unknown", "table", "automatic", "review", "for_review", "tokens"),
        *("posts", "classified", "get", "count", "isdisjoint", "bool"),
    }
