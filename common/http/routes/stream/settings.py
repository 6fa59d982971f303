"""Block lists, rate limits and the app itself."""

from __future__ import annotations

from common.http.auth import RouteRight
from common.http.dialects.stream import STREAM, STREAM_TEXT_TIMES, StreamDialect
from common.http.routes.route import Method, Route
from common.http.routes.stream.paths import NOTHING, TEAM, route

_APP = "common.api.stream.app"
_BLOCK_LISTS = "common.api.stream.block_lists"
_BLOCK_LIST_VIEWS = "common.views.stream_block_lists"


def _settings(prefix: str, dialect: StreamDialect, suffix: str) -> tuple[Route, ...]:
    """They stand under two paths."""

    def route(
        method: Method,
        path: str,
        operation: str,
        answer: str,
        body: str | None = None,
        query: str | None = None,
        *,
        right: RouteRight,
    ) -> Route:
        return Route(
            method,
            f"{prefix}{path}",
            "configure",
            operation,
            dialect,
            body=body,
            query=query,
            answer=answer,
            right=right,
            operation_id=f"{operation}{suffix}",
        )

    many, one = "/blocklists", "/blocklists/{name:path}"
    shown = f"{_BLOCK_LIST_VIEWS}:OneBlockListAnswer"
    return (
        route(
            "GET",
            many,
            "list_block_lists",
            f"{_BLOCK_LIST_VIEWS}:BlockListsAnswer",
            query=f"{_BLOCK_LISTS}:BlockListQuery",
            right="read",
        ),
        route(
            "POST",
            many,
            "create_block_list",
            shown,
            body=f"{_BLOCK_LISTS}:CreateBlockListRequest",
            right="configure",
        ),
        route("GET", one, "get_block_list", shown, query=TEAM, right="read"),
        route(
            "PUT",
            one,
            "update_block_list",
            shown,
            body=f"{_BLOCK_LISTS}:UpdateBlockListRequest",
            right="configure",
        ),
        route("DELETE", one, "delete_block_list", NOTHING, query=TEAM, right="configure"),
        route("GET", "/app", "get_app", "common.views.stream_app:AppAnswer", right="administer"),
        route(
            "PATCH",
            "/app",
            "update_app",
            NOTHING,
            body=f"{_APP}:UpdateAppRequest",
            right="administer",
        ),
        route(
            "GET",
            "/rate_limits",
            "get_rate_limits",
            "common.views.stream_rate_limits:RateLimitsAnswer",
            query="common.api.stream.rate_limits:RateLimitsQuery",
            right="read",
        ),
    )


ROUTES: tuple[Route, ...] = (
    *_settings("/api/v2", STREAM, ""),
    *_settings("", STREAM_TEXT_TIMES, "_v1"),
    route(
        "POST",
        "/api/v2/blocklists/{id}/import",
        "configure",
        "import_block_list",
        body=f"{_BLOCK_LISTS}:ImportBlockListRequest",
        answer="common.views.stream_tasks:StartedTaskAnswer",
        right="configure",
    ),
)
