"""Queues: saved views of the review queue."""

from __future__ import annotations

from functools import partial

from common.http.routes.route import Route
from common.http.routes.stream.paths import V2, route

_REQUESTS = "common.api.stream.queues"
_VIEWS = "common.views.queues"
_MANY, _ONE = f"{V2}/queues", f"{V2}/queues/{{id}}"
_QUERY = f"{_REQUESTS}:QueuesQuery"
_SHOWN = f"{_VIEWS}:OneQueueAnswer"

_queues = partial(route, function="review_queue", access="moderator")
ROUTES: tuple[Route, ...] = (
    _queues(
        "GET",
        _MANY,
        operation="list_queues",
        query=_QUERY,
        answer=f"{_VIEWS}:QueuesAnswer",
        right="read",
    ),
    _queues(
        "POST",
        _MANY,
        operation="create_queue",
        body=f"{_REQUESTS}:CreateQueueRequest",
        answer=_SHOWN,
        right="decide",
    ),
    _queues("GET", _ONE, operation="get_queue", query=_QUERY, answer=_SHOWN, right="read"),
    _queues(
        "PATCH",
        _ONE,
        operation="update_queue",
        body=f"{_REQUESTS}:UpdateQueueRequest",
        answer=_SHOWN,
        right="decide",
    ),
    _queues(
        "POST",
        f"{_ONE}/delete",
        operation="delete_queue",
        body=f"{_REQUESTS}:DeleteQueueRequest",
        answer=_SHOWN,
        right="decide",
    ),
)
