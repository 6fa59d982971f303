"""Deliveries."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.deliveries"
_VIEWS = "common.views.gavel_deliveries"
_DELIVERY = f"{V1}/deliveries/{{id}}"
_log = partial(route, function="moderation_log")

ROUTES: tuple[Route, ...] = (
    _log(
        "GET",
        f"{V1}/deliveries",
        operation="list_deliveries",
        query=f"{_BODIES}:DeliveryQuery",
        answer=f"{_VIEWS}:DeliveriesAnswer",
        right="read",
    ),
    _log(
        "GET", _DELIVERY, operation="get_delivery", answer=f"{_VIEWS}:DeliveryAnswer", right="read"
    ),
    _log(
        "POST",
        f"{_DELIVERY}/retry",
        operation="retry_delivery",
        answer=f"{_VIEWS}:DeliveryAnswer",
        right="decide",
    ),
    _log(
        "POST",
        f"{_DELIVERY}/cancel",
        operation="cancel_delivery",
        body=f"{_BODIES}:CancelBody",
        answer=f"{_VIEWS}:DeliveryAnswer",
        right="oversee",
    ),
)
