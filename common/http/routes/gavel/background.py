"""Exports, and the files that background work writes."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V1}/exports",
        "tasks",
        "start_export",
        body=f"{API}.exports:ExportBody",
        answer="common.views.stream_tasks:StartedTaskAnswer",
        right="export",
        unrestricted=QUEUES,
    ),
    route("GET", f"{V1}/files/{{token}}", "tasks", "get_file", access="public"),
)
