"""The review queue and decisions."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, route

_ACTIONS = "common.api.stream.actions"
_QUEUE = "common.api.stream.queue"
_APPEAL_VIEWS = "common.views.stream_appeals"
_QUEUE_VIEWS = "common.views.review_queue"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V2}/logs",
        "moderation_log",
        "query_moderation_logs",
        body="common.api.stream.queries:QueryRequest",
        answer="common.views.stream_log:ActionLogsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    route(
        "POST",
        f"{V2}/action_logs",
        "moderation_log",
        "insert_action_log",
        body="common.api.stream.action_logs:InsertActionLogRequest",
        answer=NOTHING,
    ),
    route(
        "POST",
        f"{V2}/submit_action",
        "submit_action",
        "submit_action",
        access="moderator",
        body=f"{_ACTIONS}:SubmitActionRequest",
        answer=f"{_APPEAL_VIEWS}:DecidedAnswer",
        right="decide",
    ),
    route(
        "POST",
        f"{V2}/review_queue",
        "review_queue",
        "query_review_queue",
        access="moderator",
        body=f"{_QUEUE}:QueryReviewQueueRequest",
        answer=f"{_QUEUE_VIEWS}:QueueAnswer",
        right="read",
        erased_ids="refused",
    ),
    route(
        "GET",
        f"{V2}/review_queue/{{id:path}}",
        "review_queue",
        "get_review_queue_item",
        answer=f"{_QUEUE_VIEWS}:QueueItemAnswer",
        right="read",
    ),
)
