"""An app's settings, those of them that are about rules, and the description of all routes."""

from __future__ import annotations

from common.http.dialects.gavel import GAVEL_DESCRIPTION
from common.http.routes.gavel.paths import API, RESOURCE_VIEWS, V1, route
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V1}/settings",
        "configure",
        "get_settings",
        answer=f"{RESOURCE_VIEWS}:SettingsAnswer",
        right="administer",
    ),
    route(
        "PUT",
        f"{V1}/settings",
        "configure",
        "put_settings",
        body=f"{API}.settings:AppSettingsBody",
        answer=f"{RESOURCE_VIEWS}:SettingsAnswer",
        right="administer",
    ),
    route(
        "GET",
        f"{V1}/rule_settings",
        "configure",
        "get_rule_settings",
        answer=f"{RESOURCE_VIEWS}:RuleSettingsAnswer",
        right="read",
    ),
    route(
        "PATCH",
        f"{V1}/rule_settings",
        "configure",
        "change_rule_settings",
        body=f"{API}.settings:RuleSettingsBody",
        answer=f"{RESOURCE_VIEWS}:RuleSettingsAnswer",
        right="configure",
    ),
    Route("GET", "/openapi.json", "configure", "openapi", GAVEL_DESCRIPTION, "public"),
)
