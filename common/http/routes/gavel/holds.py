"""Legal holds of users and of items."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_VIEWS = "common.views.gavel_holds"
_admin = partial(route, function="rules", right="administer")


def _of(plural: str, name: str) -> tuple[Route, ...]:
    path, answer = f"{V1}/holds/{plural}/{{id}}", f"{_VIEWS}:HoldAnswer"
    return (
        _admin("GET", path, operation=f"get_{name}_hold", answer=answer),
        _admin(
            "PUT",
            path,
            operation=f"put_{name}_hold",
            body=f"{API}.holds:HoldBody",
            answer=answer,
            erased_ids="until_done",
        ),
        _admin(
            "DELETE",
            path,
            operation=f"delete_{name}_hold",
            query=f"{API}.holds:LiftQuery",
            answer=NOTHING,
            erased_ids="until_done",
        ),
    )


ROUTES: tuple[Route, ...] = (
    _admin(
        "GET", f"{V1}/holds", operation="list_holds", query=LIST, answer=f"{_VIEWS}:HoldsAnswer"
    ),
    *_of("users", "user"),
    *_of("items", "item"),
)
