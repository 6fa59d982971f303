"""The figures of reports on transparency, orders by authorities, and the transparency database."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.transparency"
_VIEWS = "common.views.gavel_transparency"
_DATABASE = f"{V1}/transparency_database"
_SUBMISSIONS = f"{_DATABASE}/submissions"
_configure = partial(route, function="configure", right="administer")
_log = partial(route, function="moderation_log")
_ORDERS, _ORDER_VIEWS = f"{V1}/authority_orders", "common.views.gavel_authority_orders"
_orders = partial(_log, right="administer")
_figures = partial(_log, query=f"{API}.figures:FiguresQuery", right="oversee", unrestricted=QUEUES)

ROUTES: tuple[Route, ...] = (
    _figures(
        "GET",
        f"{V1}/transparency",
        operation="get_transparency",
        answer="common.views.gavel_figures:FiguresAnswer",
    ),
    _figures(
        "GET",
        f"{V1}/transparency.csv",
        operation="get_transparency_csv",
        media=("text/csv",),
    ),
    _orders(
        "GET",
        _ORDERS,
        operation="list_authority_orders",
        query=LIST,
        answer=f"{_ORDER_VIEWS}:AuthorityOrdersAnswer",
    ),
    _orders(
        "GET",
        f"{_ORDERS}/{{id}}",
        operation="get_authority_order",
        answer=f"{_ORDER_VIEWS}:AuthorityOrderAnswer",
    ),
    _orders(
        "PUT",
        f"{_ORDERS}/{{id}}",
        operation="put_authority_order",
        body=f"{API}.authority_orders:AuthorityOrderBody",
        answer=f"{_ORDER_VIEWS}:AuthorityOrderAnswer",
    ),
    _orders(
        "DELETE",
        f"{_ORDERS}/{{id}}",
        operation="delete_authority_order",
        query=f"{API}.authority_orders:TakeOutQuery",
        answer=NOTHING,
    ),
    _configure(
        "GET",
        _DATABASE,
        operation="get_transparency_database",
        answer=f"{_VIEWS}:DatabaseAnswer",
    ),
    _configure(
        "PUT",
        _DATABASE,
        operation="put_transparency_database",
        body=f"{_BODIES}:TransparencyDatabaseBody",
        answer=f"{_VIEWS}:DatabaseAnswer",
    ),
    _configure(
        "DELETE",
        _DATABASE,
        operation="delete_transparency_database",
        query=f"{API}.base:ByQuery",
        answer=NOTHING,
    ),
    _log(
        "GET",
        _SUBMISSIONS,
        operation="list_submissions",
        query=f"{_BODIES}:SubmissionsQuery",
        answer=f"{_VIEWS}:SubmissionsAnswer",
        right="read",
    ),
    _log(
        "POST",
        f"{_SUBMISSIONS}/{{id}}/retry",
        operation="retry_submission",
        answer=f"{_VIEWS}:SubmissionAnswer",
        right="decide",
    ),
)
