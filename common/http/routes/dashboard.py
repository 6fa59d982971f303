"""The dashboard's page and its session."""

from __future__ import annotations

from functools import partial

from common.http.dialects.dashboard import DASHBOARD, PAGE
from common.http.routes.route import Route

_API = "common.api.dashboard"
_SESSION = "/dashboard/session"
_SIGN_IN = "/dashboard/sign_in"
_SIGNED_IN = "common.views.members:SignedInAnswer"
_route = partial(Route, function="dashboard", dialect=DASHBOARD)
_public = partial(_route, access="public")
_page = partial(Route, function="dashboard", dialect=PAGE, access="public")

ROUTES: tuple[Route, ...] = (
    _public(
        "POST",
        _SESSION,
        operation="sign_in",
        body=f"{_API}:SignInBody",
        answer=_SIGNED_IN,
    ),
    _public("GET", _SESSION, operation="get_session", answer=_SIGNED_IN),
    _route(
        "DELETE",
        _SESSION,
        operation="sign_out",
        answer="common.views.nothing:Nothing",
        status=204,
        right="self",
    ),
    _route(
        "PUT",
        f"{_SESSION}/password",
        operation="set_password",
        body=f"{_API}:PasswordBody",
        answer=_SIGNED_IN,
        status=200,
        right="self",
    ),
    _public(
        "GET",
        _SIGN_IN,
        operation="list_choices",
        query=f"{_API}:SignInQuery",
        answer="common.views.sign_in_providers:ChoicesAnswer",
    ),
    _public(
        "GET",
        f"{_SIGN_IN}/{{provider}}",
        operation="begin_sign_in",
        query=f"{_API}:SignInQuery",
    ),
    _public(
        "GET",
        f"{_SIGN_IN}/{{provider}}/callback",
        operation="finish_sign_in",
        query=f"{_API}:CallbackQuery",
    ),
    _page("GET", "/dashboard", operation="find_page"),
    _page("GET", "/dashboard/", operation="open_page"),
    _page("GET", "/dashboard/{path:path}", operation="get_page"),
)
