"""Endpoints and their health."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, LIST, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.deliveries"
_VIEWS = "common.views.gavel_endpoints"
_ENDPOINT = f"{V1}/endpoints/{{id}}"
_log = partial(route, function="moderation_log")

ROUTES: tuple[Route, ...] = (
    _log(
        "GET",
        f"{V1}/endpoints",
        operation="list_endpoints",
        query=LIST,
        answer=f"{_VIEWS}:EndpointsAnswer",
        right="read",
    ),
    _log(
        "GET",
        _ENDPOINT,
        operation="get_endpoint",
        answer=f"{_VIEWS}:EndpointHealthAnswer",
        right="read",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/enable",
        operation="enable_endpoint",
        answer=f"{_VIEWS}:EnabledEndpointAnswer",
        right="configure",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/disable",
        operation="disable_endpoint",
        body=f"{_BODIES}:DisableBody",
        answer=f"{_VIEWS}:EndpointAnswer",
        right="configure",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/redeliver",
        operation="redeliver_endpoint",
        body=f"{_BODIES}:RedeliverBody",
        answer=f"{_VIEWS}:RedeliveryAnswer",
        right="configure",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/replay",
        operation="replay_endpoint",
        body=f"{_BODIES}:ReplayBody",
        answer=f"{_VIEWS}:RedeliveryAnswer",
        right="configure",
    ),
    _log(
        "GET",
        f"{V1}/resendings/{{id}}",
        operation="get_resending",
        answer=f"{_VIEWS}:RedeliveryAnswer",
        right="read",
    ),
)
