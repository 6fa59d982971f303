"""Rules as they are stored; common/rules reads and evaluates them."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from common.store.store import Collection, Key

Scope = Literal["post", "user", "reported_post", "reported_user"]
"""What a rule is about, and so what makes it be evaluated."""


class HeldCondition(TypedDict):
    """A condition that made its rule match, in words; `negated` when it did so by not holding."""

    type: str
    text: str
    values: dict[str, Any]
    negated: bool


class RuleFields(TypedDict):
    """What an app says of one. `when` is the tree of conditions, `actions` are ids of actions or
    `flag_for_review`.
    """

    name: str
    scope: Scope
    when: dict[str, Any]
    actions: list[str]
    position: int
    enabled: bool


class Rule(RuleFields):
    id: str
    created_at: int
    updated_at: int


RULES: Collection[Rule] = Collection("rule")


def rule_key(app: str, id: str) -> Key[Rule]:
    return Key(app, RULES, id)
