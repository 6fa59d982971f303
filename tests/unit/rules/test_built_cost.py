"""What an app's many rules of Stream's builder cost grows with their number and no faster."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from itertools import count, islice
from typing import Any

from common.domain.history import History, class_set, increments
from common.domain.times import DAY, HOUR
from common.rules.builders.asked import BuilderRule
from common.rules.builders.building import Building
from common.rules.evaluator import RuleSet
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.rules.seen import Author, Seen
from tests.unit.rules.test_builders import conditions

MakeRule = Callable[..., Rule]
NOW = 1_763_000_123 * 10**9
_FEW, _MANY = 50, 500
_HEADROOM = 3
_FLOOR = 0.01
"""Seconds in which noise is more than what the few take."""


def _asked() -> list[dict[str, Any]]:
    """As many as an app may have, of all types in turn, no two of them alike."""
    made = (
        {
            "rule_type": "content",
            "conditions": [{**condition}, {"label": f"L{number}", "severity": "low"}],
            "action": {"type": "flag_content"},
        }
        for number in count()
        for condition in conditions(number)
    )
    return [*islice(made, _MANY)]


def _facts() -> Facts:
    """A busy author's, of a long text."""
    past: dict[str, int] = {}
    for number in range(300):
        classes = class_set([f"text:L{number % 40}", "list:words"])
        past |= increments(NOW - number * HOUR, classes)
    payload = {"texts": ["see www.example.com " * 200], "custom": {"a": 1}}
    return Facts(
        classes={f"text:L{number}": 0.9 for number in range(50)},
        severities={f"text:L{number}": 3 for number in range(50)},
        lists=frozenset({"words"}),
        needs_review=True,
        history=History(past, NOW),
        content=Seen(payload, "post"),
        author=Author({"id": "ann", "created_at": NOW - DAY, "updated_at": NOW}, NOW, 3),
        address=History(past, NOW),
    )


def _seconds(do: Callable[[], object]) -> float:
    """The least of three tries, of the processor's time."""
    spent = []
    for _ in range(3):
        gc.disable()
        try:
            start = time.process_time()
            do()
            spent.append(time.process_time() - start)
        finally:
            gc.enable()
    return min(spent)


def _is_linear(few: float, many: float) -> bool:
    times = _MANY / _FEW
    return many < _HEADROOM * times * max(few, _FLOOR / times)


def test_rules_are_built_compiled_and_evaluated_in_linear_time(rule: MakeRule) -> None:
    asked = _asked()

    def built(rules: Sequence[dict[str, Any]]) -> list[Rule]:
        made = (Building(BuilderRule.model_validate(each), "", [], None) for each in rules)
        return [
            rule(each.when, id=str(number), built=each.built(""), actions=[])
            for number, each in enumerate(made)
        ]

    def compiled(rules: Sequence[Rule]) -> RuleSet:
        found = RuleSet(rules)
        found.compile()
        return found

    built(asked[:_FEW])
    rules = built(asked)
    few, many = compiled(rules[:_FEW]), compiled(rules)
    steps: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "built": (lambda: built(asked[:_FEW]), lambda: built(asked)),
        "compiled": (lambda: compiled(rules[:_FEW]), lambda: compiled(rules)),
        "evaluated": (
            lambda: few.evaluate("post", _facts(), False),
            lambda: many.evaluate("post", _facts(), False),
        ),
        "marked": (lambda: few.marks(_facts()), lambda: many.marks(_facts())),
    }
    for what, (one, other) in steps.items():
        taken = _seconds(one), _seconds(other)
        assert _is_linear(*taken), f"{what}: {taken} s for {_FEW} and {_MANY} rules"
    assert len(many.evaluate("post", _facts(), False).matches) > _FEW // 2
