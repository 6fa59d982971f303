"""The one route table: gateways, deployments and the API description are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Access = Literal["server", "moderator", "user", "public"]
"""server: a server token. moderator: also users with a moderator's role. user: also any user."""


@dataclass(frozen=True, slots=True)
class Route:
    """`body` and `query` name pydantic models as "module:Class"; they are loaded on first use.

    A path's last `{name...}` takes the rest of the path, slashes included.
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    function: str
    operation: str
    access: Access = "server"
    body: str | None = None
    query: str | None = None

    @property
    def is_stream(self) -> bool:
        return not self.path.startswith("/api/v1/")


_STREAM = "common.api.stream"
_APP = "common.api.app"
_POLICY = "common.api.policy"
_HIVE = "common.api.hive"
_GAVEL = "common.api.gavel"
_LOG = "common.api.log"
_DELIVERIES = "common.api.deliveries"
_V2 = "/api/v2/moderation"

ROUTES: tuple[Route, ...] = (
    Route("POST", f"{_V2}/check", "check", "check", body=f"{_STREAM}:CheckRequest"),
    Route(
        "POST", f"{_V2}/custom_check", "check", "custom_check", body=f"{_STREAM}:CustomCheckRequest"
    ),
    Route("GET", "/api/v2/tasks/{id}", "check", "get_task"),
    Route("GET", "/tasks/{id}", "check", "get_task_v1"),
    Route("POST", "/api/v1/task/sync", "check", "task_sync", body=f"{_HIVE}:TaskRequest"),
    Route("POST", "/api/v1/task/async", "check", "task_async", body=f"{_HIVE}:AsyncTaskRequest"),
    Route("POST", f"{_V2}/flag", "flag", "flag", "user", body=f"{_STREAM}:FlagRequest"),
    Route("POST", "/moderation/flag", "flag", "flag_v1", "user", body=f"{_STREAM}:ChatFlagRequest"),
    Route("POST", "/api/v1/report", "report", "report", body=f"{_HIVE}:ReportRequest"),
    Route(
        "POST",
        f"{_V2}/submit_action",
        "submit_action",
        "submit_action",
        "moderator",
        body="common.api.actions:SubmitActionRequest",
    ),
    Route(
        "POST",
        f"{_V2}/review_queue",
        "review_queue",
        "query_review_queue",
        "moderator",
        body=f"{_STREAM}:QueryReviewQueueRequest",
    ),
    Route("GET", f"{_V2}/review_queue/{{id...}}", "review_queue", "get_review_queue_item"),
    Route(
        "POST",
        f"{_V2}/config",
        "configure",
        "upsert_config",
        "moderator",
        body=f"{_POLICY}:UpsertConfigRequest",
    ),
    Route(
        "GET",
        f"{_V2}/config/{{key...}}",
        "configure",
        "get_config",
        "moderator",
        query=f"{_POLICY}:TeamQuery",
    ),
    Route(
        "DELETE",
        f"{_V2}/config/{{key...}}",
        "configure",
        "delete_config",
        "moderator",
        query=f"{_POLICY}:TeamQuery",
    ),
    Route(
        "POST",
        f"{_V2}/configs",
        "configure",
        "query_configs",
        "moderator",
        body=f"{_STREAM}:QueryRequest",
    ),
    *(
        route
        for prefix in ("/api/v2", "")
        for route in (
            Route(
                "GET",
                f"{prefix}/blocklists",
                "configure",
                "list_block_lists",
                query=f"{_POLICY}:BlockListQuery",
            ),
            Route(
                "POST",
                f"{prefix}/blocklists",
                "configure",
                "create_block_list",
                body=f"{_POLICY}:CreateBlockListRequest",
            ),
            Route(
                "GET",
                f"{prefix}/blocklists/{{name...}}",
                "configure",
                "get_block_list",
                query=f"{_POLICY}:TeamQuery",
            ),
            Route(
                "PUT",
                f"{prefix}/blocklists/{{name...}}",
                "configure",
                "update_block_list",
                body=f"{_POLICY}:UpdateBlockListRequest",
            ),
            Route(
                "DELETE",
                f"{prefix}/blocklists/{{name...}}",
                "configure",
                "delete_block_list",
                query=f"{_POLICY}:TeamQuery",
            ),
        )
    ),
    *(
        route
        for prefix in ("/api/v2", "")
        for route in (
            Route("GET", f"{prefix}/app", "configure", "get_app"),
            Route(
                "PATCH", f"{prefix}/app", "configure", "update_app", body=f"{_APP}:UpdateAppRequest"
            ),
        )
    ),
    Route(
        "POST", "/api/v2/users", "configure", "update_users", body=f"{_STREAM}:UpdateUsersRequest"
    ),
    Route(
        "POST", "/users", "configure", "update_users_v1", body=f"{_STREAM}:UpdateChatUsersRequest"
    ),
    *(
        route
        for plural, name, model in (
            ("rules", "rule", "RuleBody"),
            ("actions", "action", "ActionBody"),
            ("report_categories", "report_category", "ReportCategoryBody"),
        )
        for route in (
            Route(
                "GET",
                f"/api/v1/{plural}",
                "configure",
                f"list_{plural}",
                query=f"{_LOG}:ListQuery",
            ),
            Route("GET", f"/api/v1/{plural}/{{id}}", "configure", f"get_{name}"),
            Route(
                "PUT",
                f"/api/v1/{plural}/{{id}}",
                "configure",
                f"put_{name}",
                body=f"{_GAVEL}:{model}",
            ),
            Route("DELETE", f"/api/v1/{plural}/{{id}}", "configure", f"delete_{name}"),
        )
    ),
    Route(
        "POST",
        "/api/v1/actions/{id}/test",
        "configure",
        "test_action",
        body=f"{_GAVEL}:TestActionBody",
    ),
    Route("GET", "/api/v1/settings", "configure", "get_settings"),
    Route("PUT", "/api/v1/settings", "configure", "put_settings", body=f"{_GAVEL}:AppSettingsBody"),
    Route("GET", "/openapi.json", "configure", "openapi", "public"),
    Route("GET", "/api/v1/log", "moderation_log", "query_log", query=f"{_LOG}:LogQuery"),
    Route(
        "POST",
        "/api/v1/log/mark_read",
        "moderation_log",
        "mark_read",
        body=f"{_LOG}:MarkReadBody",
    ),
    Route(
        "GET",
        "/api/v1/deliveries",
        "moderation_log",
        "list_deliveries",
        query=f"{_DELIVERIES}:DeliveryQuery",
    ),
    Route("GET", "/api/v1/deliveries/{id}", "moderation_log", "get_delivery"),
    Route("POST", "/api/v1/deliveries/{id}/retry", "moderation_log", "retry_delivery"),
    Route(
        "POST",
        "/api/v1/deliveries/{id}/cancel",
        "moderation_log",
        "cancel_delivery",
        body=f"{_DELIVERIES}:CancelBody",
    ),
    Route(
        "GET", "/api/v1/endpoints", "moderation_log", "list_endpoints", query=f"{_LOG}:ListQuery"
    ),
    Route("GET", "/api/v1/endpoints/{id}", "moderation_log", "get_endpoint"),
    Route("POST", "/api/v1/endpoints/{id}/enable", "moderation_log", "enable_endpoint"),
    *(
        Route(
            "POST",
            f"/api/v1/endpoints/{{id}}/{deed}",
            "moderation_log",
            f"{deed}_endpoint",
            body=f"{_DELIVERIES}:{deed.title()}Body",
        )
        for deed in ("disable", "redeliver", "replay")
    ),
    Route("GET", "/api/v1/resendings/{id}", "moderation_log", "get_resending"),
)

HTTP_FUNCTIONS: tuple[str, ...] = tuple(dict.fromkeys(route.function for route in ROUTES))
QUEUE_FUNCTIONS: tuple[str, ...] = ("enforce", "deliver", "scan")
SCHEDULE_FUNCTIONS: tuple[str, ...] = ("sweep",)
