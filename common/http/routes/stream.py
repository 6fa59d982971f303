"""What Stream's moderation API has, and the older paths of its chat API beside it."""

from __future__ import annotations

from functools import partial

from common.http.dialects.stream import STREAM, STREAM_TEXT_TIMES, StreamDialect
from common.http.routes.route import Method, Route

_ACTIONS = "common.api.stream.actions"
_APP = "common.api.stream.app"
_BANS = "common.api.stream.bans"
_BLOCK_LISTS = "common.api.stream.block_lists"
_CHECKS = "common.api.stream.checks"
_FLAGS = "common.api.stream.flags"
_POLICIES = "common.api.stream.policies"
_QUERIES = "common.api.stream.queries"
_QUEUE = "common.api.stream.queue"
_USERS = "common.api.stream.users"
_BAN_VIEWS = "common.views.stream_bans"
_BLOCK_LIST_VIEWS = "common.views.stream_block_lists"
_CHECK_VIEWS = "common.views.checks"
_ITEM_VIEWS = "common.views.stream_items"
_POLICY_VIEWS = "common.views.stream_policies"
_PROFILE_VIEWS = "common.views.stream_profiles"
_QUEUE_VIEWS = "common.views.review_queue"
_REPORT_VIEWS = "common.views.stream_reports"
_NOTHING = "common.views.nothing:Nothing"
_TEAM = f"{_QUERIES}:TeamQuery"
_V2 = "/api/v2/moderation"
_route = partial(Route, dialect=STREAM)
_old_route = partial(Route, dialect=STREAM_TEXT_TIMES)

_MODERATION = (
    _route(
        "POST",
        f"{_V2}/check",
        "check",
        "check",
        body=f"{_CHECKS}:CheckRequest",
        answer=f"{_CHECK_VIEWS}:CheckAnswer",
    ),
    _route(
        "POST",
        f"{_V2}/custom_check",
        "check",
        "custom_check",
        body=f"{_CHECKS}:CustomCheckRequest",
        answer=f"{_CHECK_VIEWS}:CustomCheckAnswer",
    ),
    _route(
        "GET", "/api/v2/tasks/{id}", "check", "get_task", answer=f"{_CHECK_VIEWS}:StreamTaskAnswer"
    ),
    _old_route(
        "GET", "/tasks/{id}", "check", "get_task_v1", answer=f"{_CHECK_VIEWS}:StreamTaskAnswer"
    ),
    _route(
        "POST",
        f"{_V2}/flag",
        "flag",
        "flag",
        access="user",
        body=f"{_FLAGS}:FlagRequest",
        answer=f"{_REPORT_VIEWS}:RaisedFlagAnswer",
    ),
    _old_route(
        "POST",
        "/moderation/flag",
        "flag",
        "flag_v1",
        access="user",
        body=f"{_FLAGS}:ChatFlagRequest",
        answer=f"{_REPORT_VIEWS}:ChatFlagAnswer",
    ),
    _route(
        "POST",
        f"{_V2}/submit_action",
        "submit_action",
        "submit_action",
        access="moderator",
        body=f"{_ACTIONS}:SubmitActionRequest",
        answer=f"{_ITEM_VIEWS}:DecidedAnswer",
    ),
    _route(
        "POST",
        f"{_V2}/bypass",
        "submit_action",
        "bypass",
        body=f"{_ACTIONS}:BypassRequest",
        answer=_NOTHING,
    ),
    _route(
        "POST",
        f"{_V2}/review_queue",
        "review_queue",
        "query_review_queue",
        access="moderator",
        body=f"{_QUEUE}:QueryReviewQueueRequest",
        answer=f"{_QUEUE_VIEWS}:QueueAnswer",
    ),
    _route(
        "GET",
        f"{_V2}/review_queue/{{id:path}}",
        "review_queue",
        "get_review_queue_item",
        answer=f"{_QUEUE_VIEWS}:QueueItemAnswer",
    ),
)
_policy = partial(_route, function="configure", access="moderator")
_POLICY_ROUTES = (
    _policy(
        "POST",
        f"{_V2}/config",
        operation="upsert_config",
        body=f"{_POLICIES}:UpsertConfigRequest",
        answer=f"{_POLICY_VIEWS}:OnePolicyAnswer",
    ),
    _policy(
        "GET",
        f"{_V2}/config/{{key:path}}",
        operation="get_config",
        query=_TEAM,
        answer=f"{_POLICY_VIEWS}:OnePolicyAnswer",
    ),
    _policy(
        "DELETE",
        f"{_V2}/config/{{key:path}}",
        operation="delete_config",
        query=_TEAM,
        answer=_NOTHING,
    ),
    _policy(
        "POST",
        f"{_V2}/configs",
        operation="query_configs",
        body=f"{_QUERIES}:QueryRequest",
        answer=f"{_POLICY_VIEWS}:PoliciesAnswer",
    ),
)


def _settings(prefix: str, dialect: StreamDialect, suffix: str) -> tuple[Route, ...]:
    """Block lists and the app stand under two paths."""

    def route(
        method: Method,
        path: str,
        operation: str,
        answer: str,
        body: str | None = None,
        query: str | None = None,
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
        ),
        route(
            "POST", many, "create_block_list", shown, body=f"{_BLOCK_LISTS}:CreateBlockListRequest"
        ),
        route("GET", one, "get_block_list", shown, query=_TEAM),
        route(
            "PUT", one, "update_block_list", shown, body=f"{_BLOCK_LISTS}:UpdateBlockListRequest"
        ),
        route("DELETE", one, "delete_block_list", _NOTHING, query=_TEAM),
        route("GET", "/app", "get_app", "common.views.stream_app:AppAnswer"),
        route("PATCH", "/app", "update_app", _NOTHING, body=f"{_APP}:UpdateAppRequest"),
    )


_USER_ROUTES = (
    _route(
        "POST",
        "/api/v2/users",
        "configure",
        "update_users",
        body=f"{_USERS}:UpdateUsersRequest",
        answer=f"{_PROFILE_VIEWS}:UsersAnswer",
    ),
    _old_route(
        "POST",
        "/users",
        "configure",
        "update_users_v1",
        body=f"{_USERS}:UpdateChatUsersRequest",
        answer=f"{_PROFILE_VIEWS}:ChatUsersAnswer",
    ),
    _route(
        "PATCH",
        "/api/v2/users",
        "configure",
        "update_users_partial",
        body=f"{_USERS}:UpdateUsersPartialRequest",
        answer=f"{_PROFILE_VIEWS}:UsersAnswer",
    ),
    _old_route(
        "PATCH",
        "/users",
        "configure",
        "update_users_partial_v1",
        body=f"{_USERS}:UpdateUsersPartialRequest",
        answer=f"{_PROFILE_VIEWS}:ChatUsersAnswer",
    ),
    _route(
        "GET",
        "/api/v2/chat/query_banned_users",
        "configure",
        "query_banned_users",
        query=f"{_BANS}:BannedUsersQuery",
        answer=f"{_BAN_VIEWS}:BansAnswer",
    ),
    _old_route(
        "GET",
        "/query_banned_users",
        "configure",
        "query_banned_users_v1",
        query=f"{_BANS}:BannedUsersQuery",
        answer=f"{_BAN_VIEWS}:BansAnswer",
    ),
)
ROUTES: tuple[Route, ...] = (
    *_MODERATION,
    *_POLICY_ROUTES,
    *_settings("/api/v2", STREAM, ""),
    *_settings("", STREAM_TEXT_TIMES, "_v1"),
    *_USER_ROUTES,
)
