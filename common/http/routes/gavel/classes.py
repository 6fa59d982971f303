"""Classes and their thresholds."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.classes"
_VIEWS = "common.views.gavel_classes"
_ALL, _ONE = f"{V1}/classes", f"{V1}/classes/{{id}}"
_CLASS = f"{_VIEWS}:ClassAnswer"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        _ALL,
        "configure",
        "list_classes",
        query=f"{_BODIES}:ContentClassesQuery",
        answer=f"{_VIEWS}:ClassesAnswer",
        right="read",
    ),
    route("GET", _ONE, "configure", "get_class", answer=_CLASS, right="read"),
    route(
        "PUT",
        _ONE,
        "configure",
        "put_class",
        body=f"{_BODIES}:ContentClassBody",
        answer=_CLASS,
        right="configure",
    ),
    route("DELETE", _ONE, "configure", "delete_class", answer=NOTHING, right="configure"),
)
