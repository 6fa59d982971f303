"""What Hive's dashboard API has (contract 15)."""

from __future__ import annotations

from functools import partial

from common.http.dialects.hive import HIVE
from common.http.routes.route import Route

_HIVE = "common.api.hive"
_TASK_VIEWS = "common.views.hive_tasks"
_REPORT_VIEWS = "common.views.hive_reports"
_route = partial(Route, dialect=HIVE)

ROUTES: tuple[Route, ...] = (
    _route(
        "POST",
        "/api/v1/task/sync",
        "check",
        "task_sync",
        body=f"{_HIVE}:TaskRequest",
        answer=f"{_TASK_VIEWS}:TaskAnswer",
    ),
    _route(
        "POST",
        "/api/v1/task/async",
        "check",
        "task_async",
        body=f"{_HIVE}:AsyncTaskRequest",
        answer=f"{_TASK_VIEWS}:AcceptedTaskAnswer",
    ),
    _route(
        "POST",
        "/api/v2/task/sync",
        "check",
        "task_sync_v2",
        body=f"{_HIVE}:V2TaskRequest",
        answer=f"{_TASK_VIEWS}:V2TaskAnswer",
    ),
    _route(
        "POST",
        "/api/v2/task/async",
        "check",
        "task_async_v2",
        body=f"{_HIVE}:V2AsyncTaskRequest",
        answer=f"{_TASK_VIEWS}:V2AcceptedTaskAnswer",
    ),
    _route(
        "POST",
        "/api/v1/report",
        "report",
        "report",
        body=f"{_HIVE}:ReportRequest",
        answer=f"{_REPORT_VIEWS}:ReportAnswer",
    ),
)
