"""Members of the app's staff, their sessions and what their page keeps."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.members"
_VIEWS = "common.views.members"
_MEMBERS = f"{V1}/members"
_MEMBER = f"{_MEMBERS}/{{id}}"
_PREFERENCES = f"{_MEMBER}/preferences"
_PROVIDER = f"{V1}/sign_in_providers/{{id}}"
_PROVIDER_VIEWS = "common.views.sign_in_providers"
_PROVIDER_ANSWER = f"{_PROVIDER_VIEWS}:SignInProviderAnswer"
_BY = f"{_BODIES}:MemberQuery"
_admin = partial(route, function="dashboard", right="administer")
_own = partial(route, function="dashboard", right="self")

ROUTES: tuple[Route, ...] = (
    _own("GET", _MEMBER, operation="get_member", answer=f"{_VIEWS}:MemberAnswer"),
    _own(
        "GET",
        _PREFERENCES,
        operation="get_preferences",
        answer=f"{_VIEWS}:PreferencesAnswer",
    ),
    _own(
        "PUT",
        _PREFERENCES,
        operation="put_preferences",
        body=f"{_BODIES}:PreferencesBody",
        answer=f"{_VIEWS}:PreferencesAnswer",
    ),
    _admin("GET", _MEMBERS, operation="list_members", query=LIST, answer=f"{_VIEWS}:MembersAnswer"),
    _admin(
        "POST",
        _MEMBERS,
        operation="create_member",
        body=f"{_BODIES}:MemberBody",
        answer=f"{_VIEWS}:MemberAnswer",
    ),
    _admin(
        "PATCH",
        _MEMBER,
        operation="change_member",
        body=f"{_BODIES}:MemberChangeBody",
        answer=f"{_VIEWS}:MemberAnswer",
    ),
    _admin("DELETE", _MEMBER, operation="delete_member", query=_BY, answer=NOTHING),
    _admin(
        "POST",
        f"{_MEMBER}/link",
        operation="make_link",
        body=f"{_BODIES}:StaffBody",
        answer=f"{_VIEWS}:LinkAnswer",
    ),
    _admin(
        "GET",
        f"{V1}/sessions",
        operation="list_sessions",
        query=f"{_BODIES}:SessionsQuery",
        answer=f"{_VIEWS}:SessionsAnswer",
    ),
    _admin(
        "GET",
        f"{V1}/sign_in_providers",
        operation="list_sign_in_providers",
        answer=f"{_PROVIDER_VIEWS}:SignInProvidersAnswer",
    ),
    _admin("GET", _PROVIDER, operation="get_sign_in_provider", answer=_PROVIDER_ANSWER),
    _admin(
        "PUT",
        _PROVIDER,
        operation="put_sign_in_provider",
        body=f"{API}.sign_in_providers:SignInProviderBody",
        answer=_PROVIDER_ANSWER,
    ),
    _admin("DELETE", _PROVIDER, operation="delete_sign_in_provider", answer=NOTHING),
    _admin("DELETE", f"{V1}/sessions/{{id}}", operation="end_session", answer=NOTHING),
)
