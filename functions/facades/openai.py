"""Inputs as OpenAI's clients send them."""

from __future__ import annotations

from secrets import token_hex

from common.api.openai import ModerationRequest
from common.domain.moderated import Unjudged
from common.http.call import Call
from common.http.dialects.openai import refused
from common.http.responses import Reply
from common.moderation.facades.moderating import moderate
from common.views.openai import moderation_answer

NOT_JUDGED = "x-gavel-not-judged"


async def create(call: Call, body: ModerationRequest) -> Reply:
    try:
        moderated = await moderate(call.context, call.app, body.inputs(), call.now)
    except Unjudged as error:
        raise refused(error) from None
    answer = moderation_answer(token_hex(16), body.model, moderated.results)
    if not moderated.not_judged:
        return Reply(answer)
    names = ",".join(moderated.not_judged)
    return Reply(
        answer, headers=((NOT_JUDGED, names), ("access-control-expose-headers", NOT_JUDGED))
    )
