"""Accounts: looking for users, blocking them, and what happens to an account as a whole."""

from __future__ import annotations

from functools import partial

from common.http.auth import BOTH, QUEUES, Access, Restrictions, RouteRight
from common.http.dialects.stream import STREAM, STREAM_TEXT_TIMES, StreamDialect
from common.http.routes.route import Method, Route
from common.http.routes.stream.paths import NOTHING, V2, route

_REQUESTS = "common.api.stream.accounts"
_QUERIES = "common.api.stream.user_queries"
_VIEWS = "common.views.stream_accounts"
_TASK = f"{_VIEWS}:UsersTaskAnswer"


def _both(
    method: Method,
    path: str,
    operation: str,
    *,
    answer: str,
    chat_answer: str | None = None,
    body: str | None = None,
    query: str | None = None,
    access: Access = "server",
    right: RouteRight = "server",
    unrestricted: Restrictions = (),
) -> tuple[Route, Route]:
    """Under the newer and the older path; users look differently on the older one."""

    def one(prefix: str, dialect: StreamDialect, suffix: str, answer: str) -> Route:
        return Route(
            method,
            f"{prefix}{path}",
            "users",
            f"{operation}{suffix}",
            dialect,
            access=access,
            body=f"{_REQUESTS}:{body}" if body else None,
            query=query,
            answer=answer,
            right=right,
            unrestricted=unrestricted,
        )

    return (
        one("/api/v2", STREAM, "", answer),
        one("", STREAM_TEXT_TIMES, "_v1", chat_answer or answer),
    )


_post = partial(_both, "POST")
_post_one = partial(
    _post, answer=f"{_VIEWS}:OneUserAnswer", chat_answer=f"{_VIEWS}:OneChatUserAnswer"
)

ROUTES: tuple[Route, ...] = (
    *_both(
        "GET",
        "/users",
        "query_users",
        query=f"{_QUERIES}:UsersQuery",
        answer=f"{_VIEWS}:FoundUsersAnswer",
        chat_answer=f"{_VIEWS}:FoundChatUsersAnswer",
        access="moderator",
        right="read",
    ),
    *_post(
        "/users/block",
        "block_users",
        body="BlockUserRequest",
        answer=f"{_VIEWS}:BlockAnswer",
        access="user",
    ),
    *_post(
        "/users/unblock", "unblock_users", body="BlockUserRequest", answer=NOTHING, access="user"
    ),
    *_both(
        "GET",
        "/users/block",
        "get_blocked_users",
        query=f"{_REQUESTS}:BlockedUsersQuery",
        answer=f"{_VIEWS}:BlocksAnswer",
        access="user",
    ),
    *_post(
        "/users/deactivate",
        "deactivate_users",
        body="DeactivateUsersRequest",
        answer=_TASK,
        right="oversee",
        unrestricted=BOTH,
    ),
    *_post(
        "/users/reactivate",
        "reactivate_users",
        body="ReactivateUsersRequest",
        answer=_TASK,
        right="oversee",
        unrestricted=BOTH,
    ),
    *_post(
        "/users/delete",
        "delete_users",
        body="DeleteUsersRequest",
        answer=_TASK,
        right="administer",
        unrestricted=BOTH,
    ),
    *_post(
        "/users/restore",
        "restore_users",
        body="RestoreUsersRequest",
        answer=NOTHING,
        right="administer",
        unrestricted=BOTH,
    ),
    *_post_one(
        "/users/{id}/deactivate",
        "deactivate_user",
        body="DeactivateUserRequest",
        right="oversee",
        unrestricted=BOTH,
    ),
    *_post_one(
        "/users/{id}/reactivate",
        "reactivate_user",
        body="ReactivateUserRequest",
        right="oversee",
        unrestricted=BOTH,
    ),
    *_both(
        "GET",
        "/users/{id}/export",
        "export_user",
        query=f"{_QUERIES}:UserExportQuery",
        answer="common.views.stream_user_exports:UserExportAnswer",
        right="export",
        unrestricted=QUEUES,
    ),
    Route(
        "DELETE",
        "/users/{id}",
        "users",
        "delete_user_v1",
        STREAM_TEXT_TIMES,
        query=f"{_REQUESTS}:DeleteUserQuery",
        answer=f"{_VIEWS}:OneChatUserAnswer",
        right="administer",
        unrestricted=BOTH,
    ),
    *(
        Route(
            "POST",
            f"{prefix}/guest",
            "users",
            f"create_guest{suffix}",
            dialect,
            access="guest",
            body=f"common.api.stream.guests:{kind}GuestRequest",
            query="common.api.stream.guests:GuestQuery",
            answer=f"{_VIEWS}:{kind}GuestAnswer",
        )
        for prefix, suffix, dialect, kind in (
            ("/api/v2", "", STREAM, ""),
            ("", "_v1", STREAM_TEXT_TIMES, "Chat"),
        )
    ),
    Route("GET", "/hi", "users", "hi", STREAM_TEXT_TIMES, access="public", answer=NOTHING),
    route(
        "GET",
        f"{V2}/user_report",
        "users",
        "get_user_moderation_report",
        access="moderator",
        query=f"{_QUERIES}:UserReportQuery",
        answer=f"{_VIEWS}:UserReportAnswer",
        about_user=True,
        right="read",
    ),
)
