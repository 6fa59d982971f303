"""Lists of users."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, V1, resource, route
from common.http.routes.route import Route

_BODIES = f"{API}.user_lists"
_VIEWS = "common.views.gavel_user_lists"
_LIST = f"{V1}/user_lists/{{id}}"

ROUTES: tuple[Route, ...] = (
    *resource(
        "user_lists",
        "user_list",
        f"{_BODIES}:UserListBody",
        "UserListAnswer",
        "UserListsAnswer",
        _VIEWS,
    ),
    route(
        "POST",
        f"{_LIST}/add",
        "configure",
        "add_listed_users",
        body=f"{_BODIES}:ListedUsersBody",
        answer=f"{_VIEWS}:UserListAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{_LIST}/remove",
        "configure",
        "remove_listed_users",
        body=f"{_BODIES}:ListedUsersBody",
        answer=f"{_VIEWS}:UserListAnswer",
        right="configure",
    ),
)
