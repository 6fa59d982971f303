"""What is Gavel's own: rules, actions, report categories, settings, the log, deliveries."""

from __future__ import annotations

from functools import partial

from common.http.dialects.gavel import GAVEL, GAVEL_DESCRIPTION
from common.http.routes.route import Route

_ACTIONS = "common.api.gavel.actions"
_BASE = "common.api.gavel.base"
_CATEGORIES = "common.api.gavel.categories"
_DELIVERIES = "common.api.gavel.deliveries"
_HASH_LISTS = "common.api.gavel.image_hash_lists"
_LOG = "common.api.gavel.log"
_FILTERS = "common.api.gavel.semantic_filters"
_FILTER_VIEWS = "common.views.gavel_semantic_filters"
_PROVIDERS = "common.api.gavel.providers"
_RULES = "common.api.gavel.rules"
_SCORE_KEYS = "/api/v1/score_keys"
_SCORE_KEY_VIEWS = "common.views.gavel_score_keys"
_SETTINGS = "common.api.gavel.settings"
_RESOURCE_VIEWS = "common.views.gavel_resources"
_PROVIDER_VIEWS = "common.views.gavel_providers"
_DELIVERY_VIEWS = "common.views.gavel_deliveries"
_HASH_LIST_VIEWS = "common.views.gavel_image_hash_lists"
_ENDPOINT_VIEWS = "common.views.gavel_endpoints"
_LOG_VIEWS = "common.views.gavel_log"
_NOTHING = "common.views.nothing:Nothing"
_LIST = f"{_BASE}:ListQuery"
_route = partial(Route, dialect=GAVEL)


def _resource(
    plural: str, name: str, body: str, answer: str, answers: str, views: str = _RESOURCE_VIEWS
) -> tuple[Route, ...]:
    many, one = f"/api/v1/{plural}", f"/api/v1/{plural}/{{id}}"
    answer, answers = f"{views}:{answer}", f"{views}:{answers}"
    return (
        _route("GET", many, "configure", f"list_{plural}", query=_LIST, answer=answers),
        _route("GET", one, "configure", f"get_{name}", answer=answer),
        _route("PUT", one, "configure", f"put_{name}", body=body, answer=answer),
        _route("DELETE", one, "configure", f"delete_{name}", answer=_NOTHING),
    )


_HASH_LIST = "/api/v1/image_hash_lists/{id}"
_FILTER = "/api/v1/semantic_filters/{name}"
_SEMANTIC_FILTERS = (
    _route(
        "GET",
        "/api/v1/semantic_filters",
        "configure",
        "list_semantic_filters",
        query=f"{_FILTERS}:SemanticFiltersQuery",
        answer=f"{_FILTER_VIEWS}:SemanticFiltersAnswer",
    ),
    _route(
        "GET",
        _FILTER,
        "configure",
        "get_semantic_filter",
        query=f"{_FILTERS}:SemanticFilterQuery",
        answer=f"{_FILTER_VIEWS}:SemanticFilterAnswer",
    ),
    _route(
        "PUT",
        _FILTER,
        "configure",
        "put_semantic_filter",
        body=f"{_FILTERS}:SemanticFilterBody",
        answer=f"{_FILTER_VIEWS}:SemanticFilterAnswer",
    ),
    _route(
        "DELETE",
        _FILTER,
        "configure",
        "delete_semantic_filter",
        query=f"{_FILTERS}:SemanticFilterQuery",
        answer=_NOTHING,
    ),
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
    *_SEMANTIC_FILTERS,
    *_resource(
        "image_hash_lists",
        "image_hash_list",
        f"{_HASH_LISTS}:ImageHashListBody",
        "ImageHashListAnswer",
        "ImageHashListsAnswer",
        _HASH_LIST_VIEWS,
    ),
    _route(
        "POST",
        f"{_HASH_LIST}/import",
        "configure",
        "import_image_hashes",
        body=f"{_HASH_LISTS}:ImportBody",
        answer=f"{_HASH_LIST_VIEWS}:AddedHashesAnswer",
    ),
    _route(
        "POST",
        f"{_HASH_LIST}/add",
        "configure",
        "add_image_hash",
        body=f"{_HASH_LISTS}:AddFromItemBody",
        answer=f"{_HASH_LIST_VIEWS}:AddedHashesAnswer",
    ),
    _route(
        "POST",
        f"{_HASH_LIST}/remove",
        "configure",
        "remove_image_hashes",
        body=f"{_HASH_LISTS}:RemoveHashesBody",
        answer=f"{_HASH_LIST_VIEWS}:RemovedHashesAnswer",
    ),
    _route(
        "GET",
        f"{_HASH_LIST}/export",
        "configure",
        "export_image_hashes",
        query=f"{_HASH_LISTS}:ExportQuery",
        answer=f"{_HASH_LIST_VIEWS}:ExportedHashesAnswer",
    ),
    *_resource(
        "providers",
        "provider",
        f"{_PROVIDERS}:ProviderBody",
        "ProviderAnswer",
        "ProvidersAnswer",
        _PROVIDER_VIEWS,
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
        _SCORE_KEYS,
        "configure",
        "list_score_keys",
        answer=f"{_SCORE_KEY_VIEWS}:ScoreKeysAnswer",
    ),
    _route(
        "POST",
        _SCORE_KEYS,
        "configure",
        "create_score_key",
        body="common.api.gavel.score_keys:ScoreKeyBody",
        answer=f"{_SCORE_KEY_VIEWS}:MadeScoreKeyAnswer",
    ),
    _route(
        "DELETE",
        f"{_SCORE_KEYS}/{{id}}",
        "configure",
        "delete_score_key",
        answer=_NOTHING,
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
_BACKGROUND = (
    _route(
        "POST",
        "/api/v1/exports",
        "tasks",
        "start_export",
        body="common.api.gavel.exports:ExportBody",
        answer="common.views.stream_tasks:StartedTaskAnswer",
    ),
    _route("GET", "/api/v1/files/{token}", "tasks", "get_file", access="public"),
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
_TRY = _route(
    "POST",
    "/api/v1/try",
    "check",
    "try_content",
    body="common.api.gavel.trying:TryBody",
    answer="common.views.trying:TriedAnswer",
)
ROUTES: tuple[Route, ...] = (_TRY, *_CONFIGURE, *_BACKGROUND, *_MODERATION_LOG)
