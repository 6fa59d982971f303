"""Inputs as OpenAI's clients send them."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from common.domain.moderated import Unjudged
from common.http.call import Call
from common.http.dialects.openai import refused
from common.http.responses import Reply
from common.views.openai import moderation_answer

if TYPE_CHECKING:
    from common.api.openai import ModerationRequest

NOT_JUDGED = "x-gavel-not-judged"


async def create(call: Call, body: ModerationRequest) -> Reply:
    # A process serves the one vendor's clients or the other's.
    from common.moderation.facades.moderating import moderate

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
