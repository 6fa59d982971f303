"""The buttons of moderators' pages."""

from __future__ import annotations

from functools import partial

from common.http.routes.route import Route
from common.http.routes.stream.paths import V2, route

_REQUESTS = "common.api.stream.action_config"
_VIEWS = "common.views.action_config"
_PATH = f"{V2}/action_config"

_buttons = partial(route, function="review_queue", access="moderator")
ROUTES: tuple[Route, ...] = (
    _buttons(
        "GET",
        _PATH,
        operation="get_action_config",
        query=f"{_REQUESTS}:ActionConfigQuery",
        answer=f"{_VIEWS}:ActionConfigAnswer",
        right="read",
    ),
    _buttons(
        "POST",
        _PATH,
        operation="upsert_action_config",
        body=f"{_REQUESTS}:UpsertActionConfigRequest",
        answer=f"{_VIEWS}:OneButtonAnswer",
        right="configure",
    ),
    _buttons(
        "POST",
        f"{_PATH}/bulk",
        operation="bulk_upsert_action_config",
        body=f"{_REQUESTS}:BulkUpsertActionConfigRequest",
        answer=f"{_VIEWS}:ManyButtonsAnswer",
        right="configure",
    ),
    _buttons(
        "POST",
        f"{_PATH}/bulk_delete",
        operation="bulk_delete_action_config",
        body=f"{_REQUESTS}:BulkDeleteActionConfigRequest",
        answer=f"{_VIEWS}:DeletedButtonsAnswer",
        right="configure",
    ),
    _buttons(
        "DELETE",
        f"{_PATH}/{{id:path}}",
        operation="delete_action_config",
        answer=f"{_VIEWS}:DeletedButtonsAnswer",
        right="configure",
    ),
)
