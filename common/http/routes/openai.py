"""What OpenAI's moderation endpoint has."""

from __future__ import annotations

from common.http.dialects.openai import OPENAI
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/v1/moderations",
        "facades",
        "create_moderation",
        OPENAI,
        body="common.api.openai:ModerationRequest",
        answer="common.views.openai:ModerationAnswer",
    ),
)
