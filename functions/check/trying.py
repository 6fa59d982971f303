"""Content tried against a policy: every engine's labels and times, and nothing kept."""

from __future__ import annotations

from common.api.gavel.trying import TryBody
from common.api.stream.inline_policies import inline_policy
from common.http.call import Call
from common.moderation.content import checks, trying
from common.moderation.members.limits import check_within
from common.views.trying import TriedAnswer, tried_answer


async def try_content(call: Call, body: TryBody) -> TriedAnswer:
    if body.item_id:
        await check_within(call.context, call.app, call.member, body.item_id)
    known = await trying.submitted(call.context, call.app, body.item_id) if body.item_id else None
    submission = body.submission(known)
    inline = inline_policy(body.config)
    checked = await checks.test(call.context, call.app, submission, call.now, inline)
    judgement = checked.judgement
    held = await trying.held(call.context, call.app, checked, call.now)
    return tried_answer(
        checked.item,
        judgement.outcomes,
        judgement.labels,
        judgement.not_judged,
        judgement.recommended_action,
        checked.triggered,
        checked.not_looked_at,
        held,
        body.idle(),
    )
