"""What a try of a rule answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item
from common.domain.rule import RuleDocument

if TYPE_CHECKING:
    from common.rules.explaining import Clause


class ClauseAnswer(TypedDict):
    """`holds` is null where it cannot be said, and `why` has what would have to be known for it.
    `parts` are those of all, any and not.
    """

    type: str
    text: str
    holds: bool | None
    values: dict[str, Any]
    why: NotRequired[list[str]]
    parts: NotRequired[list[ClauseAnswer]]


class TriedRuleAnswer(TypedDict):
    rule_id: str
    rule_name: str
    scope: str
    holds: bool | None
    clause: ClauseAnswer
    recommended_action: str
    not_judged: list[str]


def tried_rule_answer(rule: RuleDocument, clause: Clause, item: Item) -> TriedRuleAnswer:
    return {
        "rule_id": rule["id"],
        "rule_name": rule["name"],
        "scope": rule["scope"],
        "holds": clause.holds,
        "clause": clause_answer(clause),
        "recommended_action": item["recommended_action"],
        "not_judged": list(item.get("not_judged", ())),
    }


def clause_answer(clause: Clause) -> ClauseAnswer:
    answer: ClauseAnswer = {
        "type": clause.type,
        "text": clause.text,
        "holds": clause.holds,
        "values": dict(clause.values),
    }
    if clause.why:
        answer["why"] = list(clause.why)
    if clause.parts:
        answer["parts"] = [clause_answer(part) for part in clause.parts]
    return answer
