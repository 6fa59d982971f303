"""Semantic filters, by name and team."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.semantic_filters"
_VIEWS = "common.views.gavel_semantic_filters"
_FILTER = f"{V1}/semantic_filters/{{name}}"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V1}/semantic_filters",
        "configure",
        "list_semantic_filters",
        query=f"{_BODIES}:SemanticFiltersQuery",
        answer=f"{_VIEWS}:SemanticFiltersAnswer",
        right="read",
    ),
    route(
        "GET",
        _FILTER,
        "configure",
        "get_semantic_filter",
        query=f"{_BODIES}:SemanticFilterQuery",
        answer=f"{_VIEWS}:SemanticFilterAnswer",
        right="read",
    ),
    route(
        "PUT",
        _FILTER,
        "configure",
        "put_semantic_filter",
        body=f"{_BODIES}:SemanticFilterBody",
        answer=f"{_VIEWS}:SemanticFilterAnswer",
        right="configure",
    ),
    route(
        "DELETE",
        _FILTER,
        "configure",
        "delete_semantic_filter",
        query=f"{_BODIES}:SemanticFilterQuery",
        answer=NOTHING,
        right="configure",
    ),
)
