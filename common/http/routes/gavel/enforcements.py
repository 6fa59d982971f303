"""What rules did, what caps hold of it, and taking it back."""

from __future__ import annotations

from functools import partial

from common.http.auth import BOTH, QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.enforcements"
_VIEWS = "common.views.gavel_enforcements"
_ENFORCEMENTS = f"{V1}/enforcements"
_rules = partial(route, function="rules")

ROUTES: tuple[Route, ...] = (
    _rules(
        "GET",
        _ENFORCEMENTS,
        operation="list_enforcements",
        query=f"{_BODIES}:HeldQuery",
        answer=f"{_VIEWS}:EnforcementsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _rules(
        "GET",
        f"{_ENFORCEMENTS}/{{id}}",
        operation="get_enforcement",
        answer=f"{_VIEWS}:EnforcementAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _rules(
        "POST",
        f"{_ENFORCEMENTS}/release",
        operation="release_enforcements",
        body=f"{_BODIES}:SettleBody",
        answer=f"{_VIEWS}:SettledAnswer",
        right="oversee",
        unrestricted=BOTH,
    ),
    _rules(
        "POST",
        f"{_ENFORCEMENTS}/drop",
        operation="drop_enforcements",
        body=f"{_BODIES}:SettleBody",
        answer=f"{_VIEWS}:SettledAnswer",
        right="oversee",
        unrestricted=BOTH,
    ),
    _rules(
        "GET",
        f"{V1}/caps",
        operation="get_caps",
        query=f"{_BODIES}:CapsQuery",
        answer="common.views.gavel_caps:CapsAnswer",
        right="read",
    ),
    _rules(
        "GET",
        f"{V1}/rule_reach",
        operation="get_rule_reach",
        query=f"{_BODIES}:ReachQuery",
        answer="common.views.gavel_caps:ReachAnswer",
        right="read",
    ),
    _rules(
        "GET",
        f"{V1}/rule_effects",
        operation="list_rule_effects",
        query=f"{API}.undos:RuleEffectsQuery",
        answer="common.views.gavel_undos:DoneByRuleAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _rules(
        "POST",
        f"{V1}/undos",
        operation="undo_rule",
        body=f"{API}.undos:UndoBody",
        answer="common.views.gavel_undos:UndoAnswer",
        right="oversee",
        unrestricted=BOTH,
    ),
    _rules(
        "GET",
        f"{V1}/undos/{{id}}",
        operation="get_undo",
        answer="common.views.gavel_undos:UndoAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
)
