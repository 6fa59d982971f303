"""Rules."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, resource
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    *resource(
        "rules",
        "rule",
        f"{API}.rules:RuleBody",
        "RuleAnswer",
        "RulesAnswer",
        deleting=f"{API}.base:ByQuery",
    ),
)
