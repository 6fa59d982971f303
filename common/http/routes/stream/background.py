"""What is done in the background, and the tasks that tell how far it has come."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.route import Route
from common.http.routes.stream.paths import V2, old_route, route

_VIEWS = "common.views.stream_tasks"
STARTED = f"{_VIEWS}:StartedTaskAnswer"
_TASK = f"{_VIEWS}:StreamTaskAnswer"

_route = partial(route, function="tasks")
ROUTES: tuple[Route, ...] = (
    _route(
        "POST",
        f"{V2}/bulk_image_moderation",
        operation="bulk_image_moderation",
        body="common.api.stream.bulk_images:BulkImageModerationRequest",
        answer=STARTED,
        right="configure",
    ),
    _route("GET", "/api/v2/tasks/{id}", operation="get_task", answer=_TASK, right="read"),
    old_route(
        "POST",
        "/export/users",
        "tasks",
        "export_users_v1",
        body="common.api.stream.accounts:ExportUsersRequest",
        answer=STARTED,
        right="export",
        unrestricted=QUEUES,
    ),
    old_route("GET", "/tasks/{id}", "tasks", "get_task_v1", answer=_TASK, right="read"),
)
