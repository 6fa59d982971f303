"""Users."""

from __future__ import annotations

from common.http.routes.route import Route
from common.http.routes.stream.paths import old_route, route

_USERS = "common.api.stream.users"
_PROFILE_VIEWS = "common.views.stream_profiles"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        "/api/v2/users",
        "users",
        "update_users",
        body=f"{_USERS}:UpdateUsersRequest",
        answer=f"{_PROFILE_VIEWS}:UsersAnswer",
    ),
    old_route(
        "POST",
        "/users",
        "users",
        "update_users_v1",
        body=f"{_USERS}:UpdateChatUsersRequest",
        answer=f"{_PROFILE_VIEWS}:ChatUsersAnswer",
    ),
    route(
        "PATCH",
        "/api/v2/users",
        "users",
        "update_users_partial",
        body=f"{_USERS}:UpdateUsersPartialRequest",
        answer=f"{_PROFILE_VIEWS}:UsersAnswer",
    ),
    old_route(
        "PATCH",
        "/users",
        "users",
        "update_users_partial_v1",
        body=f"{_USERS}:UpdateUsersPartialRequest",
        answer=f"{_PROFILE_VIEWS}:ChatUsersAnswer",
    ),
)
