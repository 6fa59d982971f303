"""Actions, and their Test Action."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, RESOURCE_VIEWS, V1, resource, route
from common.http.routes.route import Route

_ACTIONS = f"{API}.actions"

ROUTES: tuple[Route, ...] = (
    *resource("actions", "action", f"{_ACTIONS}:ActionBody", "ActionAnswer", "ActionsAnswer"),
    route(
        "POST",
        f"{V1}/actions/{{id}}/pause",
        "configure",
        "pause_action",
        body=f"{API}.base:PauseBody",
        answer=f"{RESOURCE_VIEWS}:ActionAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{V1}/actions/{{id}}/resume",
        "configure",
        "resume_action",
        body=f"{_ACTIONS}:ResumeActionBody",
        answer="common.views.gavel_action_pauses:ResumedActionAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{V1}/actions/{{id}}/test",
        "configure",
        "test_action",
        body=f"{_ACTIONS}:TestActionBody",
        answer=f"{RESOURCE_VIEWS}:TriedActionAnswer",
        right="configure",
    ),
    route(
        "POST",
        f"{V1}/actions/{{id}}/run",
        "configure",
        "run_action",
        access="moderator",
        body=f"{API}.runs:RunActionBody",
        answer="common.views.gavel_deliveries:DeliveryAnswer",
        right="decide",
    ),
)
