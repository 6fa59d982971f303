"""How often entries of block lists were found."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V1}/list_hits",
        "configure",
        "list_hits",
        query=f"{API}.list_hits:ListHitsQuery",
        answer="common.views.list_hits:ListHitsAnswer",
        right="read",
    ),
)
