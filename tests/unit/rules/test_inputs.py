"""What is kept of the facts says of any rule what the facts themselves said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, cast, get_args

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.history import History, class_set, increments
from common.domain.history_packing import Unpacked, packed
from common.domain.reports import Reports, counted, open_reports
from common.domain.times import DAY, HOUR, MINUTE
from common.domain.user import User
from common.rules.class_table import NO_CLASSES, ClassTable
from common.rules.conditions.base import walk
from common.rules.conditions.logic import Condition
from common.rules.default_classes import DEFAULT_CLASSES
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.inputs import COUNTS, Needs, kept, restored
from common.rules.rule import Rule
from common.rules.seen import Author, Seen

MakeRule = Callable[..., Rule]
NOW = 1_763_000_123 * 10**9
_SPAM = {"type": "classified_as", "classes": ["spam"]}
_LINK = {"type": "contains_url"}
_OVER = {"operator": "gte", "value": 1, "window": "24h"}
CONDITIONS: dict[str, list[dict[str, Any]]] = {
    "all": [{"type": "all", "conditions": [_SPAM, _LINK]}],
    "any": [{"type": "any", "conditions": [_SPAM, _LINK]}],
    "not": [{"type": "not", "condition": _SPAM}],
    "never": [{"type": "never", "what": "the weather"}],
    "matching_count": [
        {"type": "matching_count", "condition": _LINK, "of": of, **_OVER}
        for of in ("author", "address")
    ],
    "classified_as": [
        {**_SPAM, "threshold": 0.8},
        {**_SPAM, "severity": "high"},
        {**_SPAM, "modality": "image"},
        {**_SPAM, "modality": "visual"},
        {**_SPAM, "exact": True},
    ],
    "needs_review": [
        {"type": "needs_review"},
        {"type": "needs_review", "by": "classes"},
        {"type": "needs_review", "by": "policy"},
    ],
    "in_list": [{"type": "in_list", "lists": ["words"]}],
    "not_judged": [{"type": "not_judged"}, {"type": "not_judged", "engines": ["llm"]}],
    "contains_url": [_LINK],
    "text_length": [{"type": "text_length", "operator": "gt", "value": 5}],
    "graded": [{"type": "graded", "severity": "medium"}],
    "content_property": [
        {"type": "content_property", "key": "price"},
        {"type": "content_property", "key": "a.b", "operator": "contains", "value": "x"},
        {"type": "content_property", "key": "price", "operator": "gt", "value": 1.5},
    ],
    "entity_type": [{"type": "entity_type", "types": ["post"]}],
    "policy": [
        {"type": "policy", "keys": ["chat"]},
        {"type": "policy", "keys": ["chat"], "team": "red"},
    ],
    "team": [{"type": "team", "teams": ["red"]}],
    "user_age": [{"type": "user_age", "operator": "lt", "age": "1d"}],
    "user_role": [{"type": "user_role", "roles": ["guest"]}],
    "user_property": [
        {"type": "user_property", "key": "price"},
        {"type": "user_property", "key": "price", "operator": "eq", "value": True},
    ],
    "user_in_list": [{"type": "user_in_list", "lists": ["friends"]}],
    "is_staff": [{"type": "is_staff"}],
    "is_trusted": [{"type": "is_trusted"}],
    "strikes": [{"type": "strikes", "policy": "p", "operator": "lt", "value": 2}],
    "flagged_count": [{"type": "flagged_count", "operator": "gte", "value": 1}],
    "post_count": [{"type": "post_count", **_OVER, "window": w} for w in ("30m", "7d", "90d")],
    "classified_count": [
        {"type": "classified_count", "classes": ["spam"], "lists": ["words"], **_OVER}
    ],
    "classified_share": [
        {
            "type": "classified_share",
            "classes": ["spam"],
            "operator": "gte",
            "percent": 50,
            "window": "30d",
        }
    ],
    "repeated_text": [{"type": "repeated_text", "value": 2, "window": "1h"}],
    "channel_count": [{"type": "channel_count", "value": 2, "window": "1h"}],
    "report_count": [
        {"type": "report_count", "categories": categories, "value": 0}
        for categories in ([], ["spam"], ["spam", 'it\'s hate, "or" so'])
    ],
}
EACH = [
    pytest.param(when, id=f"{name} {number}")
    for name, whens in CONDITIONS.items()
    for number, when in enumerate(whens)
]


def test_each_type_of_condition_is_among_them() -> None:
    types = {each.model_fields["type"].default for each in get_args(get_args(Condition)[0])}
    assert CONDITIONS.keys() == types


_scores = st.sampled_from([0.0, 0.1, 0.5, 0.8, 0.30000000000000004, 1.0])
_classes = st.sampled_from(["text:spam", "image:spam", 'text:it\'s, "so"', "text:"])
_values: st.SearchStrategy[Any] = st.sampled_from(
    [0, 1, 2.5, "", "x", "axb", True, False, None, ["x"], {"b": "x"}, {"b": {"c": 1}}]
)
_customs = st.dictionaries(st.sampled_from(["price", "a", "a.b", "ü"]), _values, max_size=3)
_ages = st.sampled_from([0, MINUTE, 30 * MINUTE, 2 * HOUR, DAY, 3 * DAY, 8 * DAY, 40 * DAY])


@st.composite
def _histories(draw: st.DrawFn, marks: list[str]) -> History:
    data: dict[str, int] = {}
    names = st.sampled_from(["text:spam", "list:words", "text:ä b|c,d", "text:x~y", *marks])
    for _ in range(draw(st.integers(0, 6))):
        at = NOW - draw(_ages) + draw(st.sampled_from([0, 5 * MINUTE]))
        count = draw(st.sampled_from([1, 1, 2, 30, -1]))
        classes = class_set(draw(st.lists(names, max_size=3)))
        for name, more in increments(at, classes, count).items():
            data[name] = data.get(name, 0) + more
    if draw(st.booleans()):
        data["upgraded"] = 3
    return History(data, NOW)


@st.composite
def _reports(draw: st.DrawFn) -> Reports:
    categories = st.frozensets(st.sampled_from(["spam", 'it\'s hate, "or" so']), max_size=2)
    item: dict[str, int] = {}
    for each in draw(st.lists(categories, max_size=4)):
        for name, count in counted(item, 0, each).items():
            item[name] = item.get(name, 0) + count
    return open_reports(item)


@st.composite
def _seen(draw: st.DrawFn, limits: list[str]) -> Seen:
    texts = st.lists(st.sampled_from(["", "hello", "see https://example.com/a"]), max_size=3)
    payload: st.SearchStrategy[Any] = (
        st.none() | st.just({}) | st.fixed_dictionaries({"texts": texts, "custom": _customs})
    )
    return Seen(
        draw(payload),
        draw(st.sampled_from(["", "post"])),
        draw(st.sampled_from([frozenset(), frozenset({""}), frozenset({"chat", "chat:a"})])),
        draw(st.sampled_from(["", "chat", "chat|red"])),
        draw(st.sampled_from(["", "red"])),
        {name: draw(st.integers(0, 4)) for name in limits if draw(st.booleans())},
    )


@st.composite
def _authors(draw: st.DrawFn) -> Author:
    user: dict[str, Any] = {"id": "ann", "updated_at": 0}
    if draw(st.booleans()):
        user["created_at"] = NOW - draw(_ages)
    if draw(st.booleans()):
        user["role"] = draw(st.sampled_from(["", "guest", "admin"]))
    if draw(st.booleans()):
        user["custom"] = draw(_customs)
    flagged = draw(st.none() | st.integers(0, 3))
    lists = draw(st.none() | st.frozensets(st.sampled_from(["friends", "foes"])))
    trusted = None if lists is None else draw(st.booleans())
    strikes = draw(st.none() | st.dictionaries(st.sampled_from(["p", "q"]), st.integers(1, 3)))
    known = cast(User, user) if draw(st.booleans()) else None
    return Author(known, NOW, flagged, lists, trusted, strikes)


def _facts(marks: list[str], limits: list[str]) -> st.SearchStrategy[Facts]:
    names = st.frozensets(st.sampled_from(["words", "others"]), max_size=2)
    strategies: dict[str, st.SearchStrategy[Any]] = {
        "classes": st.dictionaries(_classes, _scores, max_size=4),
        "severities": st.dictionaries(_classes, st.integers(1, 4), max_size=3),
        "lists": names,
        "needs_review": st.booleans(),
        "history": st.none() | _histories(marks),
        "reports": _reports(),
        "not_judged": st.frozensets(st.sampled_from(["llm", "block_list"]), max_size=2),
        "unknown": st.frozensets(st.sampled_from(["spam", "*"]), max_size=2),
        "content": _seen(limits),
        "author": _authors(),
        "address": st.none() | _histories(marks),
        "groups": st.frozensets(st.sampled_from(["raid", "night"])),
        "table": st.sampled_from([NO_CLASSES, ClassTable(DEFAULT_CLASSES.values())]),
    }
    assert strategies.keys() == {each.name for each in fields(Facts)}
    return st.builds(Facts, **strategies).map(_with_classes)


def _with_classes(facts: Facts) -> Facts:
    return replace(
        facts,
        classes=facts.table.joined(facts.classes),
        severities=facts.table.joined(facts.severities),
        unknown=facts.table.unknown(frozenset(facts.unknown)),
    )


@pytest.mark.parametrize("when", EACH)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_rule_says_the_same_of_what_is_kept(
    rule: MakeRule, when: dict[str, Any], data: st.DataObject
) -> None:
    whens = [when, {"type": "not", "condition": when}]
    scope = "reported_post" if when["type"] == "report_count" else "post"
    rules = RuleSet(rule(each, id=str(n), scope=scope) for n, each in enumerate(whens))
    parts = [*walk(rule(when, scope=scope).when)]
    marks = [name for each in parts for name in each.marks()]
    limits = [name for each in parts for name in each.limits()]
    facts = data.draw(_facts(marks, limits))
    stored = orjson.loads(orjson.dumps(kept(facts, NOW)))
    again = rules.evaluate(scope, restored(stored, NOW, facts.table), False)  # type: ignore[arg-type]
    assert again == rules.evaluate(scope, facts, False)  # type: ignore[arg-type]
    assert "missing" not in stored


@given(_histories([]))
def test_a_packed_history_counts_the_same_in_every_window(past: History) -> None:
    again = History(Unpacked(packed(past.data, NOW)), NOW)
    wanted = frozenset({"text:spam", "text:ä b|c,d"})
    for window in (MINUTE, HOUR, DAY, DAY + 1, 7 * DAY, 7 * DAY + 1, 90 * DAY):
        assert again.posts(window) == past.posts(window)
        assert again.classified(window, wanted) == past.classified(window, wanted)


def test_the_history_of_somebody_busy_stays_small() -> None:
    data: dict[str, int] = {}
    for hour in range(24 * 90):
        classes = class_set(["text:spam"] if hour % 5 == 0 else [])
        for name, count in increments(NOW - hour * HOUR, classes, now=NOW).items():
            data[name] = data.get(name, 0) + count
    assert len(orjson.dumps(data)) > 7_000
    assert len(packed(data, NOW)) < 1_800


def test_a_history_that_is_too_large_is_missing(rule: MakeRule) -> None:
    data: dict[str, int] = {}
    for number in range(3_000):
        data |= increments(NOW - number * MINUTE, class_set([f"text:class {number}"]))
    stored = kept(Facts(history=History(data, NOW)), NOW)
    assert stored["missing"] == ["history"] and "history" not in stored
    counting = Needs.of(rule({"type": "post_count", **_OVER}).when)
    assert counting.lacking(stored) == ["history"]
    assert Needs.of(rule(_SPAM).when).lacking(stored) == []


@pytest.mark.parametrize(
    ("when", "facts", "part"),
    [
        (CONDITIONS["content_property"][0], "content", "content_properties"),
        (CONDITIONS["user_property"][0], "author", "author_properties"),
    ],
)
def test_properties_that_are_too_large_are_unknown(
    rule: MakeRule, when: dict[str, Any], facts: str, part: str
) -> None:
    custom = {"price": 3, "essay": "x" * 5_000}
    seen = {
        "content": Seen({"texts": ["hello"], "custom": custom}),
        "author": Author(cast(User, {"id": "ann", "role": "guest", "custom": custom}), NOW, 0),
    }
    stored = kept(replace(Facts(), **{facts: seen[facts]}), NOW)  # type: ignore[arg-type]
    assert stored["missing"] == [part]
    assert len(orjson.dumps(stored)) < 200
    whens = [when, {"type": "not", "condition": when}]
    rules = RuleSet(rule(each, id=str(n)) for n, each in enumerate(whens))
    assert rules.evaluate("post", restored(stored, NOW, NO_CLASSES), False).matches == []
    assert Needs.of(rule(when).when).lacking(stored) == [part]
    assert restored(stored, NOW, NO_CLASSES).content.length == (5 if facts == "content" else None)
    assert restored(stored, NOW, NO_CLASSES).author.role == ("guest" if facts == "author" else None)


def test_a_long_text_is_not_looked_through_for_links_just_to_keep_it() -> None:
    seen = Seen({"texts": ["see https://example.com/a " * 100]})
    stored = kept(Facts(content=seen), NOW)
    assert stored["missing"] == ["links"]
    assert restored(stored, NOW, NO_CLASSES).content.has_url is None
    assert seen.has_url
    assert kept(Facts(content=seen), NOW)["content"]["has_url"] is True


def test_what_no_rule_counted_then_is_missing(rule: MakeRule) -> None:
    repeated = rule(CONDITIONS["repeated_text"][0]).when
    matching = rule(CONDITIONS["matching_count"][0]).when
    stored = kept(Facts(), NOW, counting=repeated.limits().keys())
    assert Needs.of(repeated).lacking(stored) == []
    assert Needs.of(matching).lacking(stored) == [COUNTS]
    unread = kept(Facts(), NOW, not_read=("history",), counting=matching.marks().keys())
    assert Needs.of(matching).lacking(unread) == ["history"]
