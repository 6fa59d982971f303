"""What is Gavel's own: rules, actions, report categories, settings, the log, deliveries."""

from __future__ import annotations

from functools import partial

from common.http.dialects.gavel import GAVEL, GAVEL_DESCRIPTION
from common.http.routes.route import Route

_ACTIONS = "common.api.gavel.actions"
_BASE = "common.api.gavel.base"
_CATEGORIES = "common.api.gavel.categories"
_DELIVERIES = "common.api.gavel.deliveries"
_LOG = "common.api.gavel.log"
_RULES = "common.api.gavel.rules"
_SETTINGS = "common.api.gavel.settings"
_LIST = f"{_BASE}:ListQuery"
_route = partial(Route, dialect=GAVEL)


def _resource(plural: str, name: str, body: str) -> tuple[Route, ...]:
    many, one = f"/api/v1/{plural}", f"/api/v1/{plural}/{{id}}"
    return (
        _route("GET", many, "configure", f"list_{plural}", query=_LIST),
        _route("GET", one, "configure", f"get_{name}"),
        _route("PUT", one, "configure", f"put_{name}", body=body),
        _route("DELETE", one, "configure", f"delete_{name}"),
    )


_CONFIGURE = (
    *_resource("rules", "rule", f"{_RULES}:RuleBody"),
    *_resource("actions", "action", f"{_ACTIONS}:ActionBody"),
    *_resource("report_categories", "report_category", f"{_CATEGORIES}:ReportCategoryBody"),
    _route(
        "POST",
        "/api/v1/actions/{id}/test",
        "configure",
        "test_action",
        body=f"{_ACTIONS}:TestActionBody",
    ),
    _route("GET", "/api/v1/settings", "configure", "get_settings"),
    _route(
        "PUT", "/api/v1/settings", "configure", "put_settings", body=f"{_SETTINGS}:AppSettingsBody"
    ),
    Route("GET", "/openapi.json", "configure", "openapi", GAVEL_DESCRIPTION, "public"),
)
_log = partial(_route, function="moderation_log")
_DELIVERY, _ENDPOINT = "/api/v1/deliveries/{id}", "/api/v1/endpoints/{id}"
_MODERATION_LOG = (
    _log("GET", "/api/v1/log", operation="query_log", query=f"{_LOG}:LogQuery"),
    _log("POST", "/api/v1/log/mark_read", operation="mark_read", body=f"{_LOG}:MarkReadBody"),
    _log(
        "GET",
        "/api/v1/deliveries",
        operation="list_deliveries",
        query=f"{_DELIVERIES}:DeliveryQuery",
    ),
    _log("GET", _DELIVERY, operation="get_delivery"),
    _log("POST", f"{_DELIVERY}/retry", operation="retry_delivery"),
    _log(
        "POST",
        f"{_DELIVERY}/cancel",
        operation="cancel_delivery",
        body=f"{_DELIVERIES}:CancelBody",
    ),
    _log("GET", "/api/v1/endpoints", operation="list_endpoints", query=_LIST),
    _log("GET", _ENDPOINT, operation="get_endpoint"),
    _log("POST", f"{_ENDPOINT}/enable", operation="enable_endpoint"),
    _log(
        "POST",
        f"{_ENDPOINT}/disable",
        operation="disable_endpoint",
        body=f"{_DELIVERIES}:DisableBody",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/redeliver",
        operation="redeliver_endpoint",
        body=f"{_DELIVERIES}:RedeliverBody",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/replay",
        operation="replay_endpoint",
        body=f"{_DELIVERIES}:ReplayBody",
    ),
    _log("GET", "/api/v1/resendings/{id}", operation="get_resending"),
)
ROUTES: tuple[Route, ...] = (*_CONFIGURE, *_MODERATION_LOG)
