"""Reports and reporters."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.reports"
_VIEWS = "common.views.gavel_reports"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V1}/reports",
        "report",
        "list_reports",
        query=f"{_BODIES}:ReportsQuery",
        answer=f"{_VIEWS}:ReportsAnswer",
        about_user=True,
        right="read",
    ),
    route(
        "GET",
        f"{V1}/reporters",
        "report",
        "list_reporters",
        query=f"{_BODIES}:ReportersQuery",
        answer=f"{_VIEWS}:ReportersAnswer",
        right="read",
    ),
    route(
        "GET",
        f"{V1}/reporters/{{id}}",
        "report",
        "get_reporter",
        answer=f"{_VIEWS}:ReporterAnswer",
        right="read",
    ),
    route(
        "POST",
        f"{V1}/reporters/{{id}}/allow",
        "report",
        "allow_reports",
        body=f"{API}.base:ByBody",
        answer=f"{_VIEWS}:ReporterAnswer",
        right="oversee",
        unrestricted=QUEUES,
    ),
    route(
        "POST",
        f"{V1}/reporters/{{id}}/drop_reports",
        "report",
        "drop_reports",
        body=f"{API}.base:ByBody",
        answer="common.views.gavel_batches:BatchAnswer",
        right="oversee",
        unrestricted=QUEUES,
    ),
)
