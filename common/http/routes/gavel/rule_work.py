"""What is done with rules beside keeping them."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_rules = partial(route, function="rules")

ROUTES: tuple[Route, ...] = (
    _rules(
        "POST",
        f"{V1}/rules/try",
        operation="try_rule",
        body=f"{API}.rule_tries:TryRuleBody",
        answer="common.views.rule_tries:TriedRuleAnswer",
    ),
)
