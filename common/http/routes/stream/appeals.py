"""Appeals."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.route import Route
from common.http.routes.stream.paths import V2, route

_APPEALS = "common.api.stream.appeals"
_VIEWS = "common.views.stream_appeals"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V2}/appeal",
        "appeals",
        "appeal",
        access="user",
        body=f"{_APPEALS}:AppealRequest",
        answer=f"{_VIEWS}:AppealMadeAnswer",
    ),
    route(
        "GET",
        f"{V2}/appeal/{{id:path}}",
        "appeals",
        "get_appeal",
        access="user",
        answer=f"{_VIEWS}:OneAppealAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    route(
        "POST",
        f"{V2}/appeals",
        "appeals",
        "query_appeals",
        access="user",
        body=f"{_APPEALS}:QueryAppealsRequest",
        answer=f"{_VIEWS}:AppealsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    route(
        "POST",
        f"{V2}/appeals/bulk_action",
        "appeals",
        "bulk_action_appeals",
        access="moderator",
        body=f"{_APPEALS}:BulkActionAppealsRequest",
        answer=f"{_VIEWS}:BulkAnswer",
        right="oversee",
        unrestricted=QUEUES,
    ),
)
