"""The erasure of what is kept of a user, and its being given out."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_ANSWER = "common.views.gavel_erasures:ErasureAnswer"
# The paths of users belong to this function: gateways tell functions apart by how a path begins.
_admin = partial(route, function="rules", right="administer", answer=_ANSWER)

ROUTES: tuple[Route, ...] = (
    _admin(
        "DELETE",
        f"{V1}/users/{{id}}/data",
        operation="erase_user_data",
        query=f"{API}.base:ByQuery",
        status=202,
        erased_ids="taken",
    ),
    route(
        "POST",
        f"{V1}/users/{{id}}/data/export",
        "rules",
        "export_user_data",
        query=f"{API}.base:ByQuery",
        answer="common.views.stream_tasks:StartedTaskAnswer",
        right="administer",
        erased_ids="until_done",
    ),
    _admin("GET", f"{V1}/erasures/{{id}}", operation="get_erasure"),
)
