"""Named texts and images with a verdict each."""

from __future__ import annotations

from common.api.stream.analyses import AnalyzeRequest
from common.http.call import Call
from common.moderation.content import analyses
from common.views.analyses import AnalyzeAnswer, complete_answer, pending_answer


async def submit_analysis(call: Call, body: AnalyzeRequest) -> AnalyzeAnswer:
    analysis = body.analysis(call.now)
    if body.async_response:
        return pending_answer(await analyses.order(call.context, call.app, analysis, call.now))
    return complete_answer(await analyses.analyze(call.context, call.app, analysis, call.now))
