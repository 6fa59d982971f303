"""How Gavel's own routes are answered, and the four that each resource has."""

from __future__ import annotations

from functools import partial

from common.http.auth import RouteRight
from common.http.dialects.gavel import GAVEL
from common.http.routes.route import Route

V1 = "/api/v1"
API = "common.api.gavel"
LIST = f"{API}.base:ListQuery"
NOTHING = "common.views.nothing:Nothing"
RESOURCE_VIEWS = "common.views.gavel_resources"
route = partial(Route, dialect=GAVEL)


def resource(
    plural: str,
    name: str,
    body: str,
    answer: str,
    answers: str,
    views: str = RESOURCE_VIEWS,
    right: RouteRight = "configure",
) -> tuple[Route, ...]:
    """`right` is for changing it; who may look at anything may look at it."""
    many, one = f"{V1}/{plural}", f"{V1}/{plural}/{{id}}"
    answer, answers = f"{views}:{answer}", f"{views}:{answers}"
    read = partial(route, function="configure", right="read")
    change = partial(route, function="configure", right=right)
    return (
        read("GET", many, operation=f"list_{plural}", query=LIST, answer=answers),
        read("GET", one, operation=f"get_{name}", answer=answer),
        change("PUT", one, operation=f"put_{name}", body=body, answer=answer),
        change("DELETE", one, operation=f"delete_{name}", answer=NOTHING),
    )
