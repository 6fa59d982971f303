"""Content: what is checked, labelled and analyzed."""

from __future__ import annotations

from common.http.auth import QUEUES
from common.http.routes.route import Route
from common.http.routes.stream.paths import V2, route

_CHECKS = "common.api.stream.checks"
_LABELS = "common.api.stream.labels"
_CHECK_VIEWS = "common.views.checks"
_LABEL_VIEWS = "common.views.labels"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V2}/check",
        "check",
        "check",
        body=f"{_CHECKS}:CheckRequest",
        answer=f"{_CHECK_VIEWS}:CheckAnswer",
    ),
    route(
        "POST",
        f"{V2}/custom_check",
        "check",
        "custom_check",
        body=f"{_CHECKS}:CustomCheckRequest",
        answer=f"{_CHECK_VIEWS}:CustomCheckAnswer",
    ),
    route(
        "POST",
        f"{V2}/analyze",
        "check",
        "analyze",
        body="common.api.stream.analyses:AnalyzeRequest",
        answer="common.views.analyses:AnalyzeAnswer",
    ),
    route(
        "POST",
        f"{V2}/labels",
        "check",
        "labels",
        body=f"{_LABELS}:LabelsRequest",
        answer=f"{_LABEL_VIEWS}:LabelsAnswer",
    ),
    route(
        "POST",
        f"{V2}/labels/results",
        "check",
        "query_label_results",
        body=f"{_LABELS}:QueryLabelResultsRequest",
        answer=f"{_LABEL_VIEWS}:LabelResultsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
)
