"""How Gavel's own routes are answered, and the four that each resource has."""

from __future__ import annotations

from functools import partial

from common.http.dialects.gavel import GAVEL
from common.http.routes.route import Route

V1 = "/api/v1"
API = "common.api.gavel"
LIST = f"{API}.base:ListQuery"
NOTHING = "common.views.nothing:Nothing"
RESOURCE_VIEWS = "common.views.gavel_resources"
route = partial(Route, dialect=GAVEL)


def resource(
    plural: str, name: str, body: str, answer: str, answers: str, views: str = RESOURCE_VIEWS
) -> tuple[Route, ...]:
    many, one = f"{V1}/{plural}", f"{V1}/{plural}/{{id}}"
    answer, answers = f"{views}:{answer}", f"{views}:{answers}"
    return (
        route("GET", many, "configure", f"list_{plural}", query=LIST, answer=answers),
        route("GET", one, "configure", f"get_{name}", answer=answer),
        route("PUT", one, "configure", f"put_{name}", body=body, answer=answer),
        route("DELETE", one, "configure", f"delete_{name}", answer=NOTHING),
    )
