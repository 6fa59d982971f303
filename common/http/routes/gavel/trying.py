"""Trying content against a policy."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V1}/try",
        "check",
        "try_content",
        body=f"{API}.trying:TryBody",
        answer="common.views.trying:TriedAnswer",
        right="read",
    ),
)
