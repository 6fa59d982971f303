"""The order of a scope's rules."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.rule import RuleDocument, Scope


class OrderedRule(TypedDict):
    id: str
    name: str
    position: int
    enabled: bool


class OrderAnswer(TypedDict):
    """`rules` in the order in which they are looked at."""

    scope: Scope
    rules: list[OrderedRule]


def order_answer(rules: Sequence[RuleDocument]) -> OrderAnswer:
    """Of the rules of one scope, of which there is one at least."""
    return {"scope": rules[0]["scope"], "rules": [_ordered(rule) for rule in rules]}


def _ordered(rule: RuleDocument) -> OrderedRule:
    return {
        "id": rule["id"],
        "name": rule["name"],
        "position": rule["position"],
        "enabled": rule["enabled"],
    }
