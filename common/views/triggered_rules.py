"""What any vendor's callers are told of the rules that a check triggers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from common.rules.evaluator import Match, NotLookedAt
    from common.rules.sparing import Spared


class HeldConditionAnswer(TypedDict):
    """A condition that made its rule match, with what it saw; `negated` by not holding."""

    type: str
    text: str
    values: dict[str, Any]
    negated: bool


class NotLookedAtAnswer(TypedDict):
    rule_id: str
    because: str


class ExemptAnswer(TypedDict):
    """As what the author is exempt, and from which of the rule's actions."""

    why: str
    spared: list[str]


def held_conditions(match: Match) -> list[HeldConditionAnswer]:
    return [
        {
            "type": held.type,
            "text": held.text,
            "values": dict(held.values),
            "negated": held.negated,
        }
        for held in match.held
    ]


def exempt_answer(match: Match, spared: Spared) -> ExemptAnswer:
    return {"why": spared.why, "spared": [each for each in match.does if match.spares(each)]}


def not_looked_at_answers(rules: Sequence[NotLookedAt]) -> list[NotLookedAtAnswer]:
    return [{"rule_id": each.rule_id, "because": each.because} for each in rules]
