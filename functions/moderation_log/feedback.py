"""Feedback, which is kept in the log."""

from __future__ import annotations

from common.api.stream.feedback import ModerationFeedbackRequest
from common.http.call import Call
from common.moderation.content import feedback
from common.views.nothing import Nothing


async def submit(call: Call, body: ModerationFeedbackRequest) -> Nothing:
    await feedback.submit(call.context, call.app, body.reference, body.feedback(), call.now)
    return {}
