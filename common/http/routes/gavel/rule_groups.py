"""Groups of rules that are switched on for a while."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.rule_groups"
_VIEWS = "common.views.gavel_rule_groups"
_GROUPS = f"{V1}/rule_groups"
_GROUP = f"{_GROUPS}/{{name}}"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        _GROUPS,
        "configure",
        "list_rule_groups",
        answer=f"{_VIEWS}:RuleGroupsAnswer",
        right="read",
    ),
    route(
        "GET",
        _GROUP,
        "configure",
        "get_rule_group",
        answer=f"{_VIEWS}:RuleGroupAnswer",
        right="read",
    ),
    route(
        "POST",
        f"{_GROUP}/on",
        "configure",
        "switch_on_rule_group",
        body=f"{_BODIES}:SwitchOnBody",
        answer=f"{_VIEWS}:RuleGroupAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{_GROUP}/off",
        "configure",
        "switch_off_rule_group",
        body=f"{_BODIES}:SwitchOffBody",
        answer=f"{_VIEWS}:RuleGroupAnswer",
        right="configure",
    ),
)
