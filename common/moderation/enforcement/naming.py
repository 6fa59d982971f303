"""How a rule that held is named in what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from common.domain.delivery import Why
from common.domain.rule import HeldCondition

if TYPE_CHECKING:
    from common.rules.evaluator import Match


def named(match: Match) -> dict[str, Any]:
    return {"rule_id": match.rule_id, "rule_version": match.version}


def why(match: Match) -> Why:
    return {
        "rule_id": match.rule_id,
        "rule_version": match.version,
        "rule_name": match.name,
        "held": reasons(match),
    }


def reasons(match: Match) -> list[HeldCondition]:
    return [
        {"type": held.type, "text": held.text, "values": dict(held.values), "negated": held.negated}
        for held in match.held
    ]
