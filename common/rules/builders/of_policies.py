"""The rules that a policy has in itself, as `rule_builder_config` (contract 8.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.policy import RULE_BUILDER, Policy, built_in
from common.rules.builders.asked import PolicyRule
from common.rules.builders.building import POSITION, Building
from common.rules.rule import Rule

FIELD = RULE_BUILDER
MOST_RULES, MOST_CONDITIONS = 3, 5
UNREADABLE = "an earlier release kept what is refused today"


def check(config: Mapping[str, Any], key: str, team: str, lists: Collection[str]) -> None:
    """Raises Invalid, naming the field, for rules that cannot be."""
    for number, rule in enumerate((config.get(FIELD) or {}).get("rules") or ()):
        _building(rule, number, key, team, lists)


def rules_of(policy: Policy) -> Iterator[Rule]:
    """In effect on whatever the policy judges; what cannot be read is left out."""
    for number, asked in enumerate(built_in(policy)):
        try:
            building = _building(asked, number, policy["key"], policy["team"], None)
        except (Invalid, ValidationError):
            continue
        named = asked.get("id") or str(number + 1)
        yield Rule.model_validate(
            {
                "id": derived_id("rule of policy", policy["id"], named),
                "name": asked.get("name") or f"{policy['key']}: rule {named}",
                "scope": building.scope,
                "when": building.when,
                "built": building.built(""),
                "actions": (),
                "position": POSITION,
                "created_at": policy.get("created_at") or 0,
                "updated_at": policy["updated_at"],
            }
        )


def idle(policy: Policy) -> dict[str, str]:
    """What of them has no effect, and why."""
    found: dict[str, str] = {}
    for number, asked in enumerate(built_in(policy)):
        try:
            building = _building(asked, number, policy["key"], policy["team"], None)
        except (Invalid, ValidationError):
            found[f"{FIELD}.rules.{number}"] = UNREADABLE
            continue
        found |= building.idle
    return found


def _building(
    asked: Mapping[str, Any], number: int, key: str, team: str, lists: Collection[str] | None
) -> Building:
    rule = PolicyRule.model_validate(asked)
    applies = [{"type": "policy", "keys": [key], "team": team}]
    return Building(rule, f"{FIELD}.rules.{number}", applies, lists, MOST_CONDITIONS)
