"""Reports: who flags what."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, old_route, route

_FLAGS = "common.api.stream.flags"
_OLDER = "common.api.stream.older_flags"
_REPORTS = "common.api.stream.flag_reports"
_OLDER_VIEWS = "common.views.older_flags"
_LOG_VIEWS = "common.views.stream_log"
_FLAG_REPORTS = "common.views.flag_reports"
_REPORT_VIEWS = "common.views.stream_reports"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V2}/flag",
        "flag",
        "flag",
        access="user",
        body=f"{_FLAGS}:FlagRequest",
        answer=f"{_REPORT_VIEWS}:RaisedFlagAnswer",
        right="decide",
    ),
    route(
        "POST",
        f"{V2}/flags",
        "flag",
        "query_moderation_flags",
        body="common.api.stream.queries:PageRequest",
        answer=f"{_LOG_VIEWS}:FlagsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    route(
        "POST",
        f"{V2}/flag_count",
        "flag",
        "get_flag_count",
        body="common.api.stream.flags:FlagCountRequest",
        answer=f"{_LOG_VIEWS}:FlagCountAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    old_route(
        "POST",
        "/moderation/flag",
        "flag",
        "flag_v1",
        access="user",
        body=f"{_FLAGS}:ChatFlagRequest",
        answer=f"{_REPORT_VIEWS}:ChatFlagAnswer",
        right="decide",
    ),
    old_route(
        "POST",
        "/moderation/unflag",
        "flag",
        "unflag_v1",
        access="user",
        body=f"{_FLAGS}:UnflagRequest",
        answer=f"{_REPORT_VIEWS}:UnflagAnswer",
    ),
    old_route(
        "POST",
        "/moderation/reports",
        "review_queue",
        "query_reports_v1",
        access="moderator",
        body=f"{_REPORTS}:FlagReportsRequest",
        answer=f"{_FLAG_REPORTS}:FlagReportsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    old_route(
        "PATCH",
        "/moderation/reports/{id}",
        "submit_action",
        "review_report_v1",
        access="moderator",
        body=f"{_REPORTS}:ReviewReportRequest",
        answer=f"{_FLAG_REPORTS}:FlagReportAnswer",
        right="decide",
    ),
    old_route(
        "POST",
        "/moderation/flags",
        "flag",
        "query_flags_v1",
        access="moderator",
        body=f"{_OLDER}:FlagsPayload",
        answer=f"{_OLDER_VIEWS}:OlderFlagsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    route(
        "GET",
        "/api/v2/chat/moderation/flags/message",
        "flag",
        "query_message_flags",
        access="moderator",
        query=f"{_OLDER}:MessageFlagsQuery",
        answer=f"{_OLDER_VIEWS}:MessageFlagsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    old_route(
        "GET",
        "/moderation/flags/message",
        "flag",
        "query_message_flags_v1",
        access="moderator",
        query=f"{_OLDER}:MessageFlagsQuery",
        answer=f"{_OLDER_VIEWS}:MessageFlagsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    old_route(
        "POST",
        "/moderation/unblock_message",
        "submit_action",
        "unblock_message_v1",
        access="moderator",
        body=f"{_OLDER}:UnblockMessageRequest",
        answer=NOTHING,
        right="decide",
    ),
    old_route(
        "POST",
        "/automod/v1/moderation/update_flags",
        "submit_action",
        "update_flags_v1",
        access="moderator",
        body=f"{_OLDER}:UpdateFlagsRequest",
        answer=NOTHING,
        right="decide",
    ),
)
