from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from common.domain.history import History, class_set, increments
from common.domain.reports import Reports
from common.domain.times import DAY, HOUR, to_rfc3339
from common.rules.compiler import Code
from common.rules.conditions.history import PostCount
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.reasons import Held
from common.rules.rule import Rule

MakeRule = Callable[..., Rule]
NOW = 1_763_000_123 * 10**9
REVIEW = {"type": "needs_review"}
INSULT = {"type": "classified_as", "classes": ["insult"]}
_SINCE = to_rfc3339((NOW - HOUR) // DAY * DAY)
BUSY = {"type": "post_count", "operator": "gt", "value": 2, "window": "24h"}


class Broken(dict[str, float]):
    def get(self, *_: Any) -> Any:
        raise RuntimeError("no scores")


def matched(rules: list[Rule], facts: Facts, first_only: bool = False) -> list[str]:
    found = RuleSet(rules).evaluate("post", facts, first_only)
    assert found.errors == []
    return [match.rule_id for match in found.matches]


def history(*posts: list[str]) -> History:
    data: dict[str, int] = {}
    for names in posts:
        for field, count in increments(NOW - HOUR, class_set(names)).items():
            data[field] = data.get(field, 0) + count
    return History(data, NOW)


def test_rules_match_in_the_order_of_their_positions(rule: MakeRule) -> None:
    rules = [rule(REVIEW, id=name, position=position) for name, position in [("b", 2), ("a", 1)]]
    assert matched(rules, Facts(needs_review=True)) == ["a", "b"]
    assert matched(rules, Facts(needs_review=True), first_only=True) == ["a"]


def test_disabled_rules_and_other_scopes_are_left_out(rule: MakeRule) -> None:
    rules = [rule(REVIEW, enabled=False), rule(REVIEW, id="other", scope="reported_post")]
    assert matched(rules, Facts(needs_review=True)) == []
    assert RuleSet([]).evaluate("user", Facts(), True).matches == []


def test_a_match_tells_its_rule_and_actions(rule: MakeRule) -> None:
    made = rule(REVIEW, actions=["ban", "flag_for_review"])
    (match,) = RuleSet([made]).evaluate("post", Facts(needs_review=True), False).matches
    assert (match.rule_id, match.name, match.scope) == (made.id, made.name, "post")
    assert match.actions == ("ban", "flag_for_review")


def test_reasons_tell_what_held_with_which_values(rule: MakeRule) -> None:
    unmet = {"type": "in_list", "lists": ["spam"]}
    when = {"type": "all", "conditions": [{"type": "any", "conditions": [unmet, INSULT]}, BUSY]}
    facts = Facts(classes={"text:insult": 0.75}, history=history([], [], []))
    (match,) = RuleSet([rule(when)]).evaluate("post", facts, False).matches
    assert match.held == [
        Held("classified_as", "text classified as insult", {"text:insult": 0.75}),
        Held("post_count", "more than 2 posts in 24h", {"posts": 3}),
    ]


def test_reasons_name_conditions_that_had_to_be_absent(rule: MakeRule) -> None:
    either = {"type": "any", "conditions": [INSULT, BUSY]}
    made = rule({"type": "not", "condition": either})
    (match,) = RuleSet([made]).evaluate("post", Facts(), False).matches
    assert [(held.type, held.negated) for held in match.held] == [
        ("classified_as", True),
        ("post_count", True),
    ]


def test_branches_that_did_not_hold_give_no_reasons(rule: MakeRule) -> None:
    branch = {"type": "all", "conditions": [INSULT, BUSY]}
    made = rule({"type": "any", "conditions": [branch, REVIEW]})
    facts = Facts(classes={"text:insult": 1.0}, needs_review=True)
    (match,) = RuleSet([made]).evaluate("post", facts, False).matches
    assert [held.type for held in match.held] == ["needs_review"]


@pytest.mark.parametrize(
    ("when", "values"),
    [
        ({**INSULT, "severity": "medium"}, {"text:insult": "high"}),
        ({"type": "in_list", "lists": ["spam", "ham"]}, {"spam": True, "ham": False}),
        (
            {
                "type": "classified_count",
                "classes": ["insult"],
                "operator": "gte",
                "value": 1,
                "window": "24h",
            },
            {"classified": 1},
        ),
        (
            {
                "type": "classified_share",
                "classes": ["insult"],
                "operator": "lt",
                "percent": 50,
                "window": "7d",
            },
            {"posts": 3, "classified": 1, "percent": 33.33, "history_since": _SINCE},
        ),
        ({"type": "report_count"}, {"any": 6}),
        ({"type": "report_count", "categories": ["hate"], "value": 5}, {"hate": 6}),
    ],
)
def test_every_condition_tells_its_values(
    rule: MakeRule, when: dict[str, Any], values: dict[str, Any]
) -> None:
    facts = Facts(
        severities={"text:insult": 3},
        lists={"spam"},
        history=history(["text:insult"], [], []),
        reports=Reports({"": 6, "hate": 6}),
    )
    made = rule(when, scope="reported_post")
    (match,) = RuleSet([made]).evaluate("reported_post", facts, False).matches
    assert [held.values for held in match.held] == [values]


@pytest.mark.parametrize(
    ("severity", "level", "matches"),
    [("low", 1, True), ("medium", 1, False), ("medium", 2, True), ("critical", 3, False)],
)
def test_a_severity_is_a_minimum(rule: MakeRule, severity: str, level: int, matches: bool) -> None:
    facts = Facts(classes={"text:insult": 1.0}, severities={"text:insult": level})
    assert matched([rule({**INSULT, "severity": severity})], facts) == ["rule_1"] * matches


@pytest.mark.parametrize(
    ("threshold", "score", "matches"),
    [(None, 0.5, True), (None, 0.49, False), (0.8, 0.8, True), (0.8, 0.7, False), (0, 0.0, True)],
)
def test_a_threshold_is_a_minimum(
    rule: MakeRule, threshold: float | None, score: float, matches: bool
) -> None:
    made = rule({**INSULT, "threshold": threshold})
    assert matched([made], Facts(classes={"text:insult": score})) == ["rule_1"] * matches
    assert matched([made], Facts()) == []


def test_a_share_of_no_posts_never_holds(rule: MakeRule) -> None:
    share = {"type": "classified_share", "operator": "gte", "percent": 0, "window": "7d"}
    made = rule({**share, "classes": ["insult"]})
    assert matched([made], Facts()) == []
    assert matched([made], Facts(history=history([]))) == ["rule_1"]


def test_a_rule_that_fails_does_not_stop_the_others(rule: MakeRule) -> None:
    rules = [rule(INSULT, id="fails"), rule(REVIEW, id="works", position=1)]
    facts = Facts(classes=Broken({"text:insult": 0.9}), needs_review=True)
    found = RuleSet(rules).evaluate("post", facts, first_only=True)
    assert [match.rule_id for match in found.matches] == ["works"]
    assert [(error.rule_id, error.error) for error in found.errors] == [
        ("fails", "RuntimeError: no scores")
    ]


def test_scores_that_cannot_be_compared_fail_single_rules(rule: MakeRule) -> None:
    scores: dict[str, Any] = {"text:insult": "high", "text:threat": 0.9}
    threat = {"type": "classified_as", "classes": ["threat"]}
    rules = [rule(INSULT, id="fails"), rule(threat, id="works", position=1)]
    found = RuleSet(rules).evaluate("post", Facts(classes=scores), False)
    assert [match.rule_id for match in found.matches] == ["works"]
    assert [error.rule_id for error in found.errors] == ["fails"]


def test_a_score_that_is_no_number_hides_no_other(rule: MakeRule) -> None:
    facts = Facts(classes={"text:threat": float("nan"), "text:insult": 0.9})
    assert matched([rule(INSULT)], facts) == ["rule_1"]


def test_a_match_without_reasons_is_still_a_match(
    rule: MakeRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("no values")

    monkeypatch.setattr(PostCount, "values", fails)
    found = RuleSet([rule(BUSY)]).evaluate("post", Facts(history=history([], [], [])), False)
    assert [(match.rule_id, match.held) for match in found.matches] == [("rule_1", [])]
    assert [error.error for error in found.errors] == ["ValueError: no values"]


@pytest.mark.parametrize(
    "name",
    [
        "'",
        '"',
        "'''",
        "\\",
        "\\'",
        "{}",
        "{expression}",
        "a\nimport os",
        "\r",
        "\u2028",
        "\x00",
        "') or True or ('",
        "__import__('os').abort()",
        "%s",
        "#",
    ],
)
def test_names_are_never_code(rule: MakeRule, name: str) -> None:
    count = {"type": "classified_count", "operator": "gt", "value": 0, "window": "1d"}
    whens = [
        {"type": "classified_as", "classes": [name]},
        {"type": "in_list", "lists": [name]},
        {**count, "classes": [name]},
        {**count, "lists": [name]},
        {"type": "report_count", "categories": [name]},
    ]
    rules = [
        rule(when, id=f"{number}{name}", name=name, position=number, scope="reported_post")
        for number, when in enumerate(whens)
    ]
    compiled = RuleSet(rules)
    assert compiled.evaluate("reported_post", Facts(), False).matches == []
    facts = Facts(
        classes={f"text:{name}": 1.0},
        lists={name},
        history=history([f"text:{name}", f"list:{name}"]),
        reports=Reports({name: 1}),
    )
    found = compiled.evaluate("reported_post", facts, False)
    assert found.errors == []
    assert len(found.matches) == len(whens)


def test_constants_are_plain_values_only() -> None:
    class Sly(str):
        def __repr__(self) -> str:
            return "exit()"

    with pytest.raises(TypeError):
        Code().constant(Sly("x"))
    with pytest.raises(ValueError, match="finite"):
        Code().constant(float("inf"))


def test_a_rule_set_tells_what_it_needs(rule: MakeRule) -> None:
    share = {"type": "classified_share", "operator": "gt", "percent": 40, "window": "7d"}
    rules = [
        rule({"type": "not", "condition": {"type": "in_list", "lists": ["friends"]}}),
        rule({**share, "lists": ["spam"]}, scope="user"),
        rule({"type": "report_count", "categories": ["hate"]}, scope="reported_user"),
        rule({"type": "in_list", "lists": ["unused"]}, enabled=False),
    ]
    compiled = RuleSet(rules)
    assert compiled.lists() == {"friends", "spam"}
    assert compiled.categories() == {"hate"}
    assert compiled.needs_history("user")
    assert not compiled.needs_history("post")
    assert not compiled.needs_history("reported_post")


def test_a_hundred_rules_compile_quickly(rule: MakeRule) -> None:
    when = {"type": "all", "conditions": [INSULT, {"type": "any", "conditions": [REVIEW, BUSY]}]}
    rules = [rule(when, id=str(number), position=number) for number in range(100)]
    started = time.process_time()
    RuleSet(rules).evaluate("post", Facts(), False)
    assert time.process_time() - started < 0.2
