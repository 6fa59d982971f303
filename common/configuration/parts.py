"""What is made of an app's rules, lists and filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.domain.policy import Policy, has_rules

if TYPE_CHECKING:
    from common.configuration.block_lists import BlockLists
    from common.configuration.configuration import Configuration
    from common.configuration.semantic_filters import SemanticFilters
    from common.rules.evaluator import RuleSet
    from common.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Parts:
    """What is made of rules, lists and filters; `rules` is None where there are none."""

    rules: RuleSet | None
    parsed: Mapping[str, Rule]
    lists: BlockLists
    filters: SemanticFilters
    history_scopes: frozenset[str]
    author_scopes: frozenset[str]
    strike_scopes: frozenset[str]
    counts_addresses: bool


def parts_of(own: Configuration, known: Configuration | None, before: Parts | None) -> Parts:
    from common.configuration.block_lists import block_lists_of
    from common.configuration.semantic_filters import semantic_filters_of

    lists = before.lists if before is not None else None
    filters = semantic_filters_of(own.filters, before.filters if before is not None else None)
    if not own.has_rules:
        unruled = block_lists_of(own.lists, (), lists)
        none: frozenset[str] = frozenset()
        return Parts(None, {}, unruled, filters, none, none, none, False)
    from common.rules.conditions.base import SCOPES
    from common.rules.evaluator import RuleSet
    from common.rules.rule import Rule

    parsed = {}
    for id, document in own.rule_documents.items():
        is_known = known is not None and known.rule_documents.get(id) == document
        held = before.parsed.get(id) if before is not None and is_known else None
        parsed[id] = held or Rule.of(document)
    for policy in filter(has_rules, own.policies.values()):
        parsed |= _rules_of(policy, known, before)
    rules = RuleSet(parsed.values(), before.rules if before is not None else None)
    of_history = frozenset(scope for scope in SCOPES if rules.needs_history(scope))
    of_author = frozenset(scope for scope in SCOPES if rules.needs_author(scope))
    of_strikes = frozenset(scope for scope in SCOPES if rules.needs_strikes(scope))
    ruled = block_lists_of(own.lists, sorted(rules.lists()), lists)
    of_address = any(rules.needs_address(scope) for scope in SCOPES)
    return Parts(rules, parsed, ruled, filters, of_history, of_author, of_strikes, of_address)


def _rules_of(
    policy: Policy, known: Configuration | None, before: Parts | None
) -> Mapping[str, Rule]:
    """Those that a policy has in itself; what `before` had made of them stays where it can."""
    from common.rules.builders.of_policies import rules_of

    made = {rule.id: rule for rule in rules_of(policy)}
    if before is None or known is None or known.policies.get(policy["id"]) != policy:
        return made
    return {id: before.parsed.get(id, rule) for id, rule in made.items()}
