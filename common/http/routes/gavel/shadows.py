"""Rules that are evaluated without effect."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_SHADOW = f"{V1}/rules/{{id}}/shadow"
_BODIES = f"{API}.shadows"
_VIEWS = "common.views.gavel_shadows"
_rule = partial(route, function="configure")

ROUTES: tuple[Route, ...] = (
    _rule(
        "GET",
        f"{V1}/shadows",
        operation="list_shadows",
        answer=f"{_VIEWS}:ShadowsAnswer",
        right="read",
    ),
    _rule(
        "GET",
        _SHADOW,
        operation="get_rule_shadow",
        answer=f"{_VIEWS}:ShadowAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _rule(
        "POST",
        _SHADOW,
        operation="start_rule_shadow",
        body=f"{_BODIES}:ShadowBody",
        answer=f"{_VIEWS}:StartedShadowAnswer",
        right="configure",
    ),
    _rule("DELETE", _SHADOW, operation="end_rule_shadow", answer=NOTHING, right="configure"),
    _rule(
        "POST",
        f"{_SHADOW}/promote",
        operation="promote_rule_shadow",
        body=f"{_BODIES}:PromoteBody",
        answer="common.views.gavel_rules:SavedRuleAnswer",
        right="configure",
    ),
)
