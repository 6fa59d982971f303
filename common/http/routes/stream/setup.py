"""Setting moderation up, and feedback on what it finds."""

from __future__ import annotations

from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, route

_SETUP = "common.api.stream.setup"
_VIEWS = "common.views.stream_setup"
_TEMPLATES = f"{V2}/feeds_moderation_template"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        f"{V2}/setup",
        "configure",
        "get_setup_session",
        answer=f"{_VIEWS}:SetupSessionAnswer",
        right="read",
    ),
    route(
        "POST",
        f"{V2}/setup",
        "configure",
        "upsert_setup_session",
        body=f"{_SETUP}:SetupSessionRequest",
        answer=f"{_VIEWS}:SetupSessionAnswer",
        right="configure",
    ),
    route(
        "GET",
        _TEMPLATES,
        "configure",
        "v2_query_templates",
        answer=f"{_VIEWS}:FeedsTemplatesAnswer",
        right="read",
    ),
    route(
        "POST",
        _TEMPLATES,
        "configure",
        "v2_upsert_template",
        body=f"{_SETUP}:FeedsTemplateRequest",
        answer=f"{_VIEWS}:FeedsTemplateAnswer",
        right="configure",
    ),
    route(
        "DELETE",
        _TEMPLATES,
        "configure",
        "v2_delete_template",
        query=f"{_SETUP}:FeedsTemplateQuery",
        answer=NOTHING,
        right="configure",
    ),
    route(
        "POST",
        f"{V2}/check_s3_access",
        "configure",
        "check_s3_access",
        body=f"{_SETUP}:S3AccessRequest",
        answer=f"{_VIEWS}:S3AccessAnswer",
        right="administer",
    ),
    route(
        "POST",
        f"{V2}/submit_moderation_feedback",
        "moderation_log",
        "submit_moderation_feedback",
        body="common.api.stream.feedback:ModerationFeedbackRequest",
        answer=NOTHING,
        right="decide",
    ),
)
