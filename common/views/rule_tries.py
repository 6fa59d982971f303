"""What a try of a rule answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.content import Payload
from common.domain.enforcement import CapKind
from common.domain.item import Item
from common.domain.rule import Scope
from common.views.rule_explanations import ExplanationAnswer, does, explanation_answer
from common.views.rule_warnings import RuleWarning
from common.views.triggered_rules import ExemptAnswer

if TYPE_CHECKING:
    from common.rules.explaining import Explanation
    from common.rules.rule import Rule


Outcome = Literal[
    "fires",
    "does_not_hold",
    "not_known",
    "failed",
    "not_looked_at",
    "quiet",
    "paused",
    "exempt",
]


class RuleInOrder(TypedDict):
    """A rule in the order in which they are looked at. `because` is the one that matched before
    it where only the first counts, `exempt` is as what the author is spared how much of it.
    """

    scope: Scope
    rule_id: str
    rule_name: str
    rule_version: int
    outcome: Outcome
    is_tried: bool
    because: NotRequired[str]
    exempt: NotRequired[ExemptAnswer]
    error: NotRequired[str]


class WouldDo(TypedDict):
    """One thing in the order in which it would be done: a call to `action` with what it `sends`,
    by the names that the action gives it, or what Gavel does by itself. `cap` is the one that
    would hold it for a person or, as `flags`, fold it. What a strike leads to names its policy.
    """

    rule_id: str
    rule_name: str
    does: Literal["call", "flag_for_review", "effect", "nothing"]
    action: str
    method: NotRequired[str]
    sends: NotRequired[dict[str, Any]]
    reason: NotRequired[str]
    strike_policy: NotRequired[str]
    cap: NotRequired[CapKind | Literal["flags"]]
    why_not: NotRequired[str]


class TriedRule(TypedDict):
    rule_id: str
    rule_name: str
    rule_version: int
    scope: Scope
    actions: list[str]


class TriedRuleAnswer(ExplanationAnswer):
    """`order` has the rules that fire, those that are not looked at because another did, and the
    one that is tried. `set_aside` is what makes the author no ordinary user.
    """

    rule: TriedRule
    order: list[RuleInOrder]
    would_do: list[WouldDo]
    warnings: list[RuleWarning]
    set_aside: list[str]
    config_key: str
    moderation_payload: Payload
    recommended_action: str
    not_judged: list[str]


def tried_rule_answer(
    rule: Rule,
    explanation: Explanation,
    order: Sequence[RuleInOrder],
    would_do: Sequence[WouldDo],
    warnings: Sequence[RuleWarning],
    set_aside: Sequence[str],
    item: Item,
) -> TriedRuleAnswer:
    return {
        "rule": {
            "rule_id": rule.id,
            "rule_name": rule.name,
            "rule_version": rule.version,
            "scope": rule.scope,
            "actions": does(rule),
        },
        **explanation_answer(explanation),
        "order": [*order],
        "would_do": [*would_do],
        "warnings": [*warnings],
        "set_aside": [*set_aside],
        "config_key": item.get("config_key", ""),
        "moderation_payload": item.get("payload") or {},
        "recommended_action": item["recommended_action"],
        "not_judged": list(item.get("not_judged", ())),
    }
