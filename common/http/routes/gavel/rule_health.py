"""How rules do."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_QUERY = f"{API}.rule_health:HealthQuery"
_VIEWS = "common.views.gavel_rule_health"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V1}/rules/{{id}}/health",
        "configure",
        "get_rule_health",
        query=_QUERY,
        answer=f"{_VIEWS}:RuleHealthAnswer",
        right="read",
    ),
    route(
        "GET",
        f"{V1}/rule_health",
        "rules",
        "list_rule_health",
        query=_QUERY,
        answer=f"{_VIEWS}:RulesHealthAnswer",
        right="read",
    ),
)
