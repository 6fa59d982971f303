"""What Perspective's comment analyzer has, version v1alpha1, and what was suggested to it."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.dialects.gavel import GAVEL
from common.http.dialects.perspective import PERSPECTIVE, PERSPECTIVE_DISCOVERY
from common.http.dialects.perspective_batch import PERSPECTIVE_BATCH
from common.http.routes.route import Route

_API = "common.api.perspective"
_VIEWS = "common.views.perspective"
_route = partial(Route, function="facades")

ROUTES: tuple[Route, ...] = (
    _route(
        "POST",
        "/v1alpha1/comments:analyze",
        operation="analyze_comment",
        dialect=PERSPECTIVE,
        body=f"{_API}:AnalyzeCommentRequest",
        query=f"{_API}:Parameters",
        answer=f"{_VIEWS}:AnalyzeAnswer",
    ),
    _route(
        "POST",
        "/v1alpha1/comments:suggestscore",
        operation="suggest_comment_score",
        dialect=PERSPECTIVE,
        body="common.api.perspective_suggestions:SuggestCommentScoreRequest",
        query=f"{_API}:Parameters",
        answer=f"{_VIEWS}:SuggestAnswer",
    ),
    _route(
        "GET",
        "/$discovery/rest",
        operation="discover_perspective",
        dialect=PERSPECTIVE_DISCOVERY,
        access="public",
        body=f"{_API}:Origin",
        query=f"{_API}:DiscoveryParameters",
    ),
    _route(
        "GET",
        "/api/v1/suggested_scores",
        operation="query_suggested_scores",
        dialect=GAVEL,
        query="common.api.gavel.suggestions:SuggestedScoresQuery",
        answer="common.views.gavel_suggestions:SuggestedScoresAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _route(
        "DELETE",
        "/api/v1/suggested_scores/{id}",
        operation="delete_suggested_score",
        dialect=GAVEL,
        answer="common.views.nothing:Nothing",
        right="configure",
    ),
    _route(
        "POST",
        "/batch",
        operation="batch_perspective",
        dialect=PERSPECTIVE_BATCH,
        access="public",
        body="common.api.batch:Batch",
    ),
)
