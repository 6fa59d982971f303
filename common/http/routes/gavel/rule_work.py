"""What is done with rules beside keeping them."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_rules = partial(route, function="rules")

_EXPLAINED = "common.views.rule_explanations:ExplainedRulesAnswer"

ROUTES: tuple[Route, ...] = (
    _rules(
        "POST",
        f"{V1}/rules/try",
        operation="try_rule",
        body=f"{API}.rule_tries:TryRuleBody",
        answer="common.views.rule_tries:TriedRuleAnswer",
        right="configure",
    ),
    _rules(
        "GET",
        f"{V1}/items/{{id}}/rules",
        operation="explain_item",
        query=f"{API}.rule_tries:ExplainItemQuery",
        answer=_EXPLAINED,
        right="read",
    ),
    _rules(
        "GET",
        f"{V1}/users/{{id}}/rules",
        operation="explain_user",
        query=f"{API}.rule_tries:ExplainQuery",
        answer=_EXPLAINED,
        right="read",
    ),
)
