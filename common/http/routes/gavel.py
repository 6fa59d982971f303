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
_RESOURCE_VIEWS = "common.views.gavel_resources"
_DELIVERY_VIEWS = "common.views.gavel_deliveries"
_ENDPOINT_VIEWS = "common.views.gavel_endpoints"
_LOG_VIEWS = "common.views.gavel_log"
_NOTHING = "common.views.nothing:Nothing"
_LIST = f"{_BASE}:ListQuery"
_route = partial(Route, dialect=GAVEL)


def _resource(plural: str, name: str, body: str, answer: str, answers: str) -> tuple[Route, ...]:
    many, one = f"/api/v1/{plural}", f"/api/v1/{plural}/{{id}}"
    answer, answers = f"{_RESOURCE_VIEWS}:{answer}", f"{_RESOURCE_VIEWS}:{answers}"
    return (
        _route("GET", many, "configure", f"list_{plural}", query=_LIST, answer=answers),
        _route("GET", one, "configure", f"get_{name}", answer=answer),
        _route("PUT", one, "configure", f"put_{name}", body=body, answer=answer),
        _route("DELETE", one, "configure", f"delete_{name}", answer=_NOTHING),
    )


_CONFIGURE = (
    *_resource("rules", "rule", f"{_RULES}:RuleBody", "RuleAnswer", "RulesAnswer"),
    *_resource("actions", "action", f"{_ACTIONS}:ActionBody", "ActionAnswer", "ActionsAnswer"),
    *_resource(
        "report_categories",
        "report_category",
        f"{_CATEGORIES}:ReportCategoryBody",
        "ReportCategoryAnswer",
        "ReportCategoriesAnswer",
    ),
    _route(
        "POST",
        "/api/v1/actions/{id}/test",
        "configure",
        "test_action",
        body=f"{_ACTIONS}:TestActionBody",
        answer=f"{_RESOURCE_VIEWS}:TriedActionAnswer",
    ),
    _route(
        "GET",
        "/api/v1/settings",
        "configure",
        "get_settings",
        answer=f"{_RESOURCE_VIEWS}:SettingsAnswer",
    ),
    _route(
        "PUT",
        "/api/v1/settings",
        "configure",
        "put_settings",
        body=f"{_SETTINGS}:AppSettingsBody",
        answer=f"{_RESOURCE_VIEWS}:SettingsAnswer",
    ),
    Route("GET", "/openapi.json", "configure", "openapi", GAVEL_DESCRIPTION, "public"),
)
_log = partial(_route, function="moderation_log")
_DELIVERY, _ENDPOINT = "/api/v1/deliveries/{id}", "/api/v1/endpoints/{id}"
_MODERATION_LOG = (
    _log(
        "GET",
        "/api/v1/log",
        operation="query_log",
        query=f"{_LOG}:LogQuery",
        answer=f"{_LOG_VIEWS}:LogAnswer",
    ),
    _log(
        "POST",
        "/api/v1/log/mark_read",
        operation="mark_read",
        body=f"{_LOG}:MarkReadBody",
        answer=f"{_LOG_VIEWS}:MarkReadAnswer",
    ),
    _log(
        "GET",
        "/api/v1/deliveries",
        operation="list_deliveries",
        query=f"{_DELIVERIES}:DeliveryQuery",
        answer=f"{_DELIVERY_VIEWS}:DeliveriesAnswer",
    ),
    _log("GET", _DELIVERY, operation="get_delivery", answer=f"{_DELIVERY_VIEWS}:DeliveryAnswer"),
    _log(
        "POST",
        f"{_DELIVERY}/retry",
        operation="retry_delivery",
        answer=f"{_DELIVERY_VIEWS}:DeliveryAnswer",
    ),
    _log(
        "POST",
        f"{_DELIVERY}/cancel",
        operation="cancel_delivery",
        body=f"{_DELIVERIES}:CancelBody",
        answer=f"{_DELIVERY_VIEWS}:DeliveryAnswer",
    ),
    _log(
        "GET",
        "/api/v1/endpoints",
        operation="list_endpoints",
        query=_LIST,
        answer=f"{_ENDPOINT_VIEWS}:EndpointsAnswer",
    ),
    _log(
        "GET", _ENDPOINT, operation="get_endpoint", answer=f"{_ENDPOINT_VIEWS}:EndpointHealthAnswer"
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/enable",
        operation="enable_endpoint",
        answer=f"{_ENDPOINT_VIEWS}:EnabledEndpointAnswer",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/disable",
        operation="disable_endpoint",
        body=f"{_DELIVERIES}:DisableBody",
        answer=f"{_ENDPOINT_VIEWS}:EndpointAnswer",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/redeliver",
        operation="redeliver_endpoint",
        body=f"{_DELIVERIES}:RedeliverBody",
        answer=f"{_ENDPOINT_VIEWS}:RedeliveryAnswer",
    ),
    _log(
        "POST",
        f"{_ENDPOINT}/replay",
        operation="replay_endpoint",
        body=f"{_DELIVERIES}:ReplayBody",
        answer=f"{_ENDPOINT_VIEWS}:RedeliveryAnswer",
    ),
    _log(
        "GET",
        "/api/v1/resendings/{id}",
        operation="get_resending",
        answer=f"{_ENDPOINT_VIEWS}:RedeliveryAnswer",
    ),
)
ROUTES: tuple[Route, ...] = (*_CONFIGURE, *_MODERATION_LOG)
