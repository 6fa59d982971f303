"""Conditions on what content is made of, who its author is, and what was posted lately: each holds,
does not hold, and is not known, of which neither it nor its negation holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from common.domain.history import History, class_set, increments
from common.domain.times import DAY, HOUR
from common.domain.user import User
from common.rules.conditions.base import period
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.rules.seen import Author, Seen

MakeRule = Callable[..., Rule]
NOW = 1_763_000_123 * 10**9
_PROFILE: User = {"id": "u", "updated_at": 0}


def content(**fields: Any) -> Facts:
    return Facts(
        content=Seen(
            {"custom": fields.pop("custom", {}), "texts": fields.pop("texts", [])}, **fields
        )
    )


def author(**fields: Any) -> Facts:
    user: Any = {**_PROFILE, **fields}
    return Facts(author=Author(user, NOW, user.get("flagged_count", 0)))


def counted(facts: Facts, rule: Rule, count: int) -> Facts:
    (name,) = rule.when.limits()
    return Facts(content=Seen({}, counted={name: count}), author=facts.author)


NOBODY = Facts()
_PRICE = {"type": "content_property", "key": "price"}
_LEVEL = {"type": "user_property", "key": "profile.level"}
ROWS: list[tuple[dict[str, Any], Facts, bool | None]] = [
    ({"type": "contains_url"}, content(texts=["hello", "see https://example.com/a"]), True),
    ({"type": "contains_url"}, content(texts=["hello"]), False),
    ({"type": "contains_url"}, content(), False),
    ({"type": "contains_url"}, NOBODY, None),
    ({"type": "text_length", "operator": "gte", "value": 5}, content(texts=["abc", "de"]), True),
    ({"type": "text_length", "operator": "gte", "value": 6}, content(texts=["abc", "de"]), False),
    ({"type": "text_length", "operator": "lt", "value": 5}, NOBODY, None),
    (_PRICE, content(custom={"price": 3}), True),
    (_PRICE, content(custom={"price": None}), False),
    (_PRICE, content(), False),
    (_PRICE, NOBODY, None),
    ({**_PRICE, "operator": "gt", "value": 2}, content(custom={"price": 2.5}), True),
    ({**_PRICE, "operator": "gt", "value": 2}, content(custom={"price": 2}), False),
    ({**_PRICE, "operator": "gt", "value": 2}, content(custom={"price": "3"}), None),
    ({**_PRICE, "operator": "gt", "value": 2}, content(custom={"price": True}), None),
    ({**_PRICE, "operator": "gt", "value": 2}, content(custom={"price": [3]}), None),
    ({**_PRICE, "operator": "lte", "value": "b"}, content(custom={"price": "a"}), True),
    ({**_PRICE, "operator": "eq", "value": 2}, content(), None),
    ({**_PRICE, "operator": "eq", "value": 2}, content(custom={"price": "2"}), False),
    ({**_PRICE, "operator": "eq", "value": True}, content(custom={"price": 1}), False),
    ({**_PRICE, "operator": "eq", "value": True}, content(custom={"price": True}), True),
    ({**_PRICE, "operator": "contains", "value": "eur"}, content(custom={"price": "3 eur"}), True),
    ({**_PRICE, "operator": "contains", "value": "eur"}, content(custom={"price": ["eur"]}), True),
    ({**_PRICE, "operator": "contains", "value": "eur"}, content(custom={"price": ["e"]}), False),
    ({**_PRICE, "operator": "contains", "value": "eur"}, content(custom={"price": 3}), None),
    ({"type": "entity_type", "types": ["a", "b"]}, content(entity_type="b"), True),
    ({"type": "entity_type", "types": ["a", "b"]}, content(entity_type="c"), False),
    ({"type": "policy", "keys": ["chat"]}, content(policies=frozenset({"chat:a", "chat"})), True),
    ({"type": "policy", "keys": ["chat"]}, content(policies=frozenset({"feeds"})), False),
    (
        {"type": "policy", "keys": ["chat"], "team": "t"},
        content(policies=frozenset({"chat"})),
        False,
    ),
    ({"type": "team", "teams": ["red"]}, content(team="red"), True),
    ({"type": "team", "teams": ["red"]}, content(team=""), False),
    ({"type": "user_age", "operator": "lte", "age": "1d"}, author(created_at=NOW - DAY), True),
    ({"type": "user_age", "operator": "lt", "age": "1d"}, author(created_at=NOW - DAY), False),
    ({"type": "user_age", "operator": "lte", "age": "1d"}, author(), None),
    ({"type": "user_age", "operator": "lte", "age": "1d"}, NOBODY, None),
    ({"type": "user_role", "roles": ["guest"]}, author(role="guest"), True),
    ({"type": "user_role", "roles": ["guest"]}, author(role="admin"), False),
    ({"type": "user_role", "roles": ["guest"]}, author(), None),
    (_LEVEL, author(custom={"profile": {"level": 3}}), True),
    (_LEVEL, author(custom={"profile.level": 3}), True),
    (_LEVEL, author(custom={"profile": 3}), False),
    (_LEVEL, NOBODY, None),
    ({**_LEVEL, "operator": "eq", "value": 3}, author(custom={"profile": {"level": 3}}), True),
    ({**_LEVEL, "operator": "eq", "value": 3}, author(custom={"profile": {"level": 4}}), False),
    ({**_LEVEL, "operator": "eq", "value": 3}, author(), None),
    ({"type": "flagged_count", "operator": "gt", "value": 2}, author(flagged_count=3), True),
    ({"type": "flagged_count", "operator": "gt", "value": 2}, author(flagged_count=2), False),
    ({"type": "flagged_count", "operator": "gt", "value": 2}, NOBODY, None),
    ({"type": "graded", "severity": "high"}, Facts(severities={"text:a": 3}), True),
    ({"type": "graded", "severity": "high"}, Facts(severities={"text:a": 2}), False),
    ({"type": "graded", "severity": "high"}, Facts(severities={"image:a": 4}), False),
    ({"type": "graded", "severity": "high"}, Facts(unknown=frozenset({"a"})), None),
    (
        {"type": "graded", "severity": "high", "modality": "image"},
        Facts(severities={"image:a": 4}),
        True,
    ),
]


@pytest.mark.parametrize(("when", "facts", "expected"), ROWS)
def test_a_condition_holds_or_does_not_or_is_unknown(
    rule: MakeRule, when: dict[str, Any], facts: Facts, expected: bool | None
) -> None:
    assert truth(rule, when, facts) is expected


def truth(rule: MakeRule, when: dict[str, Any], facts: Facts) -> bool | None:
    scope = "post"
    holds = rule(when, id="a", scope=scope)
    fails = rule({"type": "not", "condition": when}, id="b", scope=scope)
    found = RuleSet([holds, fails]).evaluate("post", facts, False)
    assert found.errors == []
    ids = {match.rule_id for match in found.matches}
    assert len(ids) < 2
    return True if "a" in ids else False if "b" in ids else None


@pytest.mark.parametrize(
    "when",
    [
        {"type": "repeated_text", "value": 3, "window": "1h"},
        {
            "type": "repeated_text",
            "value": 3,
            "window": "90s",
            "alike": "similar",
            "of": "everybody",
        },
        {"type": "channel_count", "value": 3, "window": "7d"},
    ],
)
def test_what_was_posted_lately_is_what_the_check_counted(
    rule: MakeRule, when: dict[str, Any]
) -> None:
    made = rule(when)
    assert truth(rule, when, counted(NOBODY, made, 3)) is True
    assert truth(rule, when, counted(NOBODY, made, 2)) is False
    assert truth(rule, when, NOBODY) is None
    (limit,) = RuleSet([made]).limits().values()
    assert (limit.threshold, limit.window) == (3, period(when["window"]))
    (match,) = RuleSet([made]).evaluate("post", counted(NOBODY, made, 4), False).matches
    assert match.held[0].values == {"counted": 4}


def test_the_same_limit_of_two_rules_is_counted_once(rule: MakeRule) -> None:
    when = {"type": "repeated_text", "value": 3, "window": "1h"}
    both = RuleSet([rule(when, id="a"), rule(when, id="b"), rule({**when, "value": 4}, id="c")])
    assert len(both.limits()) == 2


def test_posts_count_for_which_a_condition_held(rule: MakeRule) -> None:
    inner = {"type": "all", "conditions": [{"type": "contains_url"}, {"type": "needs_review"}]}
    when = {
        "type": "matching_count",
        "condition": inner,
        "operator": "gte",
        "value": 2,
        "window": "1h",
    }
    made = rule(when)
    linked = Seen({"texts": ["www.example.com"]})
    assert RuleSet([made]).marks(Facts(content=linked)) == []
    (mark,) = RuleSet([made]).marks(Facts(content=linked, needs_review=True))

    def history(*times: int) -> History:
        data: dict[str, int] = {}
        for at in times:
            for field, count in increments(at, class_set([mark, "text:x"])).items():
                data[field] = data.get(field, 0) + count
        return History(data, NOW)

    assert truth(rule, when, Facts(history=history(NOW, NOW))) is True
    assert truth(rule, when, Facts(history=history(NOW))) is False
    assert truth(rule, when, Facts(history=history(NOW, NOW - 2 * HOUR))) is False
    assert truth(rule, when, NOBODY) is False
    of_address = {**when, "of": "address"}
    assert truth(rule, of_address, Facts(address=history(NOW, NOW))) is True
    assert truth(rule, of_address, Facts(address=history(NOW))) is False
    assert truth(rule, of_address, Facts(history=history(NOW, NOW))) is None


def test_classes_do_not_push_out_marks_nor_marks_classes() -> None:
    classes = [f"text:{number:02d}" for number in range(20)]
    marks = [f"-{number:012x}" for number in range(10)]
    tokens = class_set([*classes, *marks]).split(",")
    assert tokens == [*marks[:8], *(name for name in classes[:16])]
    assert (
        len(f"m:{0:08d}|" + class_set(["text:" + "x" * 300 + c for c in classes] + marks)) <= 1_500
    )
