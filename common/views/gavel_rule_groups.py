"""Groups of rules, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.rule_group import RuleGroup, is_on


class ShownRuleGroup(TypedDict):
    """`since` and `until` are of the last time that it was on, None where it never was."""

    id: str
    on: bool
    since: int | None
    until: int | None
    by: str
    reason: str
    rules: list[str]


class RuleGroupAnswer(TypedDict):
    rule_group: ShownRuleGroup


class RuleGroupsAnswer(TypedDict):
    rule_groups: list[ShownRuleGroup]


def rule_group_answer(group: RuleGroup, rules: Sequence[str], now: int) -> RuleGroupAnswer:
    return {"rule_group": shown(group, rules, now)}


def shown(group: RuleGroup, rules: Sequence[str], now: int) -> ShownRuleGroup:
    """`rules` are the ids of its rules."""
    return {
        "id": group["id"],
        "on": is_on(group, now),
        "since": group["since"] or None,
        "until": group["until"] or None,
        "by": group["by"],
        "reason": group["reason"],
        "rules": [*rules],
    }
