"""The moderation log."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.log"
_VIEWS = "common.views.gavel_log"
_log = partial(route, function="moderation_log")

ROUTES: tuple[Route, ...] = (
    _log(
        "GET",
        f"{V1}/log",
        operation="query_log",
        query=f"{_BODIES}:LogQuery",
        answer=f"{_VIEWS}:LogAnswer",
        right="read",
    ),
    _log(
        "GET",
        f"{V1}/log/export",
        operation="export_log",
        query=f"{_BODIES}:LogExportQuery",
        media=("text/csv", "application/jsonl"),
        right="export",
        unrestricted=QUEUES,
    ),
    _log(
        "GET",
        f"{V1}/log/roots",
        operation="query_log_roots",
        query=f"{_BODIES}:LogRootsQuery",
        answer="common.views.log_roots:LogRootsAnswer",
        right="read",
    ),
    _log(
        "GET",
        f"{V1}/log/{{id}}/proof",
        operation="prove_log_entry",
        answer="common.views.log_roots:LogProofAnswer",
        right="export",
        unrestricted=QUEUES,
    ),
    _log(
        "GET",
        f"{V1}/log/unread",
        operation="count_unread",
        answer=f"{_VIEWS}:UnreadAnswer",
        right="read",
    ),
    _log(
        "POST",
        f"{V1}/log/{{id}}/retry",
        operation="retry_log_entry",
        body=f"{_BODIES}:RetryEntryBody",
        answer="common.views.gavel_deliveries:DeliveryAnswer",
        right="decide",
        unrestricted=QUEUES,
    ),
    _log(
        "POST",
        f"{V1}/log/mark_read",
        operation="mark_read",
        body=f"{_BODIES}:MarkReadBody",
        answer=f"{_VIEWS}:MarkReadAnswer",
        right="decide",
        unrestricted=QUEUES,
    ),
)
