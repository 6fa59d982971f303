"""Each condition of Stream's builder against what a rule in Gavel's own conditions says instead.

A condition's params are drawn, and so are facts that name what both rules look at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.history import History, class_set, increments
from common.domain.reports import Reports, counted, open_reports
from common.domain.times import DAY, HOUR, MINUTE
from common.domain.user import User
from common.rules.builders.asked import BuilderRule
from common.rules.builders.building import Building
from common.rules.builders.kinds import KINDS
from common.rules.conditions.base import walk
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.rules.seen import Author, Seen

MakeRule = Callable[..., Rule]
Params = dict[str, Any]
Tree = dict[str, Any]
NOW = 1_763_000_123 * 10**9

# Names that no engine gives: each stands for itself alone.
_names = st.lists(st.sampled_from(["zeta", "omega"]), min_size=1, max_size=2, unique=True)
_lists = st.lists(st.sampled_from(["words", "others"]), min_size=1, max_size=2, unique=True)
_few = st.integers(1, 3)
_windows = st.sampled_from(["1h", "24h", "7d"])
_operators = st.sampled_from(["gt", "gte", "lt", "lte", "eq"])
_measures = {
    "severity": st.sampled_from(["low", "high"]),
    "min_confidence": st.sampled_from([50, 80]),
}
_over = {"threshold": _few, "time_window": _windows}
_texts = {"contains_url": st.booleans(), "blocklist_match": _lists}
_values = st.sampled_from([1, 2, "ab", "b", True])


def _params(
    required: dict[str, st.SearchStrategy[Any]] | None = None,
    **optional: st.SearchStrategy[Any],
) -> st.SearchStrategy[Params]:
    return st.fixed_dictionaries(required or {}, optional=optional)


def _labels(
    required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Params]:
    how = st.sampled_from(["and", "or"])
    drawn = _params(
        {"harm_labels": _names, **required}, label_operator=how, **_measures, **optional
    )
    return drawn.filter(lambda params: not {"severity", "min_confidence"} <= params.keys())


def _comparing(operators: st.SearchStrategy[str], values: st.SearchStrategy[Any]) -> Any:
    return _params({"property_key": st.just("k"), "operator": operators, "expected_value": values})


_properties: st.SearchStrategy[Params] = st.one_of(
    _comparing(_operators, st.sampled_from([1, 2, "ab"])),
    _comparing(st.sampled_from(["eq", "ne"]), _values),
    _comparing(st.sampled_from(["contains", "not_contains"]), st.just("b")),
    _params(
        {"property_key": st.just("k")},
        operator=st.sampled_from(["exists", "not_exists", "is_true", "is_false"]),
    ),
    _params({"property_key": st.just("k"), "expected_value": _values}),
)
_flood: dict[str, Any] = {
    "threshold": st.integers(2, 4),
    "time_window": st.sampled_from(["10m", "1h"]),
    "allowlist": st.just(["good morning"]),
    "min_text_length": st.integers(1, 20),
    "track_across_users": st.booleans(),
}
_lately = {"threshold": st.integers(2, 4), "time_window": _windows}


def _measure(params: Params) -> Tree:
    if "severity" in params:
        return {"severity": params["severity"]}
    if "min_confidence" in params:
        return {"threshold": params["min_confidence"] / 100}
    return {}


def _classified(params: Params, modality: str) -> Tree:
    """As it is written where what is counted is named by it."""
    base = {"type": "classified_as", "modality": modality, "exact": True, **_measure(params)}
    names = params["harm_labels"]
    if params.get("label_operator") != "and" or len(names) == 1:
        return {**base, "classes": names}
    return {"type": "all", "conditions": [{**base, "classes": [name]} for name in names]}


def _one_by_one(modality: str) -> Callable[[Params], Tree]:
    def said(params: Params) -> Tree:
        base = {"type": "classified_as", "modality": modality, "exact": True, **_measure(params)}
        how = "all" if params.get("label_operator") == "and" else "any"
        tests = [{**base, "classes": [name]} for name in params["harm_labels"]]
        return {"type": how, "conditions": tests}

    return said


def _of_texts(params: Params) -> list[Tree]:
    link: Tree = {"type": "contains_url"}
    wants_none = params.get("contains_url") is False
    found = [{"type": "not", "condition": link} if wants_none else link]
    return [
        *(found if "contains_url" in params else ()),
        *(
            [{"type": "in_list", "lists": params["blocklist_match"]}]
            if "blocklist_match" in params
            else ()
        ),
    ]


def _text_content(params: Params) -> Tree:
    found = [_one_by_one("text")(params), *_of_texts(params)]
    if "text_length" in params:
        operator = params.get("text_length_operator", "gte")
        found.append({"type": "text_length", "operator": operator, "value": params["text_length"]})
    return {"type": "all", "conditions": found}


def _counting(params: Params, condition: Tree, **fields: Any) -> Tree:
    over = {"operator": "gte", "value": params["threshold"], "window": params["time_window"]}
    return {"type": "matching_count", "condition": condition, **over, **fields}


def _counted_labels(modality: str) -> Callable[[Params], Tree]:
    def said(params: Params) -> Tree:
        found = [_classified(params, modality), *_of_texts(params)]
        if len(found) > 1:
            return _counting(params, {"type": "all", "conditions": found})
        if _measure(params) or found[0]["type"] == "all":
            return _counting(params, found[0])
        classes = {"modality": modality, "exact": True, "classes": params["harm_labels"]}
        over = {"operator": "gte", "value": params["threshold"], "window": params["time_window"]}
        return {"type": "classified_count", **classes, **over}

    return said


def _property(kind: str) -> Callable[[Params], Tree]:
    def said(params: Params) -> Tree:
        value = params.get("expected_value")
        operator = params.get("operator", "exists" if value is None else "eq")
        base: Tree = {"type": kind, "key": "k"}
        match operator:
            case "exists":
                return base
            case "not_exists":
                return {"type": "not", "condition": base}
            case "is_true" | "is_false":
                return {**base, "operator": "eq", "value": operator == "is_true"}
            case "ne" | "not_contains":
                plain = "eq" if operator == "ne" else "contains"
                return {"type": "not", "condition": {**base, "operator": plain, "value": value}}
            case _:
                return {**base, "operator": operator, "value": value}

    return said


def _repeated(alike: str) -> Callable[[Params], Tree]:
    def said(params: Params) -> Tree:
        shared, distance = params.get("track_across_users"), params.get("similarity_distance")
        return {
            "type": "repeated_text",
            "alike": alike,
            "value": params.get("threshold", 5),
            "window": params.get("time_window", "30m"),
            "of": "everybody" if shared else "author",
            "min_letters": params.get("min_text_length", 10),
            "allowed": params.get("allowlist", []),
            **({} if distance is None else {"distance": distance}),
        }

    return said


def _limit(kind: str, **fields: Any) -> Callable[[Params], Tree]:
    return lambda params: {
        "type": kind,
        "value": params["threshold"],
        "window": params.get("time_window", "24h"),
        **fields,
    }


def _at_least(kind: str) -> Callable[[Params], Tree]:
    return lambda params: {"type": kind, "operator": "gte", "value": params["threshold"]}


def _post_count(params: Params) -> Tree:
    over = {"operator": "gte", "value": params["threshold"], "window": params["time_window"]}
    return {"type": "post_count", **over}


def _reactions(params: Params) -> Tree:
    types = [*(f"stream:{of}:reaction" for of in ("feeds:v2", "feeds:v3", "chat:v1")), "reaction"]
    condition = {"type": "entity_type", "types": types}
    return _counting({"threshold": params.get("count"), **params}, condition)


def _address_flags(params: Params) -> Tree:
    reviewed: Tree = {"type": "needs_review", "by": "policy"}
    labelled = _classified(params, "text") if "harm_labels" in params else reviewed
    return _counting(params, labelled, of="address")


def _known_for(params: Params) -> Tree:
    return {"type": "user_age", "operator": "lte", "age": params["max_age"]}


def _role(params: Params) -> Tree:
    found: Tree = {"type": "user_role", "roles": [params["role"]]}
    return {"type": "not", "condition": found} if params.get("operator") == "ne" else found


_ages = _params({"max_age": st.sampled_from(["1h", "2d"])})
_anything: Tree = {"type": "text_length", "operator": "gte", "value": 0}
CASES: dict[str, tuple[st.SearchStrategy[Params], Callable[[Params], Tree]]] = {
    "text_content": (
        _labels(
            {}, **_texts, text_length=st.integers(0, 9), text_length_operator=_operators
        ).filter(lambda params: "text_length" in params or "text_length_operator" not in params),
        _text_content,
    ),
    "image_content": (_labels({}), _one_by_one("image")),
    "video_content": (_labels({}), _one_by_one("video")),
    "ocr_content": (_labels({}), _one_by_one("image")),
    "content_custom_property": (_properties, _property("content_property")),
    "content_custom_property_count": (
        st.builds(lambda a, b: {**a, **b}, _properties, _params(_over)),
        lambda params: _counting(params, _property("content_property")(params)),
    ),
    "text": (_labels(_over, **_texts), _counted_labels("text")),
    "image": (_labels(_over), _counted_labels("image")),
    "video": (_labels(_over), _counted_labels("video")),
    "content_count": (_params(_over), _post_count),
    "user_identical_content_count": (
        _params(_lately),
        _limit("repeated_text", alike="identical"),
    ),
    "user_reaction_count": (
        st.one_of(_params(_over), _params({"count": _few, "time_window": _windows})),
        _reactions,
    ),
    "content_flag_count": (_params({"threshold": _few}), _at_least("report_count")),
    "user_flag_count": (_params({"threshold": _few}), _at_least("flagged_count")),
    "ip_content_count": (
        _params(_over),
        lambda params: _counting(params, _anything, of="address"),
    ),
    "ip_flag_count": (st.one_of(_params(_over), _labels(_over)), _address_flags),
    "channel_message_count": (
        _params({"threshold": _few}, operator=_operators),
        lambda params: {
            "type": "content_property",
            "key": "channel_message_count",
            "operator": params.get("operator", "gte"),
            "value": params["threshold"],
        },
    ),
    "user": (_ages, _known_for),
    "user_created_within": (_ages, _known_for),
    "user_role": (
        _params(
            {"role": st.sampled_from(["guest", "admin"])}, operator=st.sampled_from(["eq", "ne"])
        ),
        _role,
    ),
    "user_custom_property": (_properties, _property("user_property")),
    "flood_identical": (_params(**_flood), _repeated("identical")),
    "flood_similar": (
        _params(**_flood, similarity_distance=st.integers(0, 4)),
        _repeated("similar"),
    ),
    "user_channel_count": (
        _params({"threshold": st.integers(2, 4)}, time_window=_windows),
        _limit("channel_count"),
    ),
}


def test_each_type_that_can_hold_is_compared() -> None:
    assert CASES.keys() == {name for name, kind in KINDS.items() if kind.build is not None}


_custom = st.dictionaries(st.sampled_from(["k", "channel_message_count"]), _values, max_size=2)
_keys = st.builds(
    "{}:{}".format, st.sampled_from(["text", "image", "video"]), st.sampled_from(["zeta", "omega"])
)


@st.composite
def _histories(draw: st.DrawFn, marks: list[str]) -> History:
    data: dict[str, int] = {}
    for _ in range(draw(st.integers(0, 4))):
        at = NOW - draw(st.sampled_from([MINUTE, 2 * HOUR, 3 * DAY, 30 * DAY]))
        tokens = draw(
            st.lists(st.one_of(_keys, st.sampled_from(["list:words", *marks])), max_size=3)
        )
        for name, count in increments(at, class_set(tokens)).items():
            data[name] = data.get(name, 0) + count
    return History(data, NOW)


@st.composite
def _reports(draw: st.DrawFn) -> Reports:
    item: dict[str, int] = {}
    for _ in range(draw(st.integers(0, 4))):
        for name, count in counted(item, 0, frozenset(["spam"])).items():
            item[name] = item.get(name, 0) + count
    return open_reports(item)


@st.composite
def _facts(draw: st.DrawFn, marks: list[str], limits: list[str]) -> Facts:
    payload = st.fixed_dictionaries(
        {
            "texts": st.lists(st.sampled_from(["a", "hello", "see www.example.com"]), max_size=2),
            "custom": _custom,
        }
    )
    seen = Seen(
        draw(st.none() | payload),
        draw(st.sampled_from(["post", "reaction", "stream:chat:v1:reaction"])),
        counted={name: draw(st.integers(1, 6)) for name in limits if draw(st.booleans())},
    )
    user = {"id": "ann", "created_at": NOW - draw(st.sampled_from([MINUTE, DAY, 9 * DAY]))}
    user |= draw(st.sampled_from([{}, {"role": "guest"}, {"role": "admin"}]))
    user |= {"custom": draw(_custom)}
    known = cast(User, user) if draw(st.booleans()) else None
    return Facts(
        classes=draw(st.dictionaries(_keys, st.sampled_from([0.0, 0.5, 0.6, 0.9]), max_size=4)),
        severities=draw(st.dictionaries(_keys, st.integers(1, 4), max_size=4)),
        lists=draw(st.frozensets(st.sampled_from(["words", "others"]), max_size=2)),
        needs_review=draw(st.booleans()),
        history=draw(st.none() | _histories(marks)),
        reports=draw(_reports()),
        not_judged=draw(st.sampled_from([frozenset(), frozenset(["block_list"])])),
        unknown=draw(st.sampled_from([frozenset(), frozenset(["zeta"]), frozenset(["*"])])),
        content=seen,
        author=Author(known, NOW, draw(st.none() | st.integers(0, 4))),
        address=draw(st.none() | _histories(marks)),
    )


@pytest.mark.parametrize("name", CASES)
@settings(deadline=None)
@given(data=st.data())
def test_a_rule_of_the_builder_holds_when_its_equal_does(
    rule: MakeRule, name: str, data: st.DataObject
) -> None:
    strategy, said = CASES[name]
    params = data.draw(strategy)
    condition = {"type": f"{name}_rule", KINDS[name].params: params}
    action = {"type": "flag_content"}
    asked = {"rule_type": "content", "conditions": [condition], "action": action}
    building = Building(BuilderRule.model_validate(asked), "", [], None)
    built = rule(building.when, built=building.built(""), actions=[])
    own = rule(said(params))
    parts = [each for one in (built, own) for each in walk(one.when)]
    marks = sorted({name for each in parts for name in each.marks()})
    limits = sorted({name for each in parts for name in each.limits()})
    facts = data.draw(_facts(marks, limits))
    sets = RuleSet([built]), RuleSet([own])
    found, wanted = (each.evaluate("post", facts, False) for each in sets)
    assert found.errors == wanted.errors == []
    assert len(found.matches) == len(wanted.matches)
    marked, as_wanted = (sorted(each.marks(facts)) for each in sets)
    assert marked == as_wanted
