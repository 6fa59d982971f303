"""What a decision would state."""

from __future__ import annotations

from common.api.gavel.statements import LanguageQuery
from common.api.stream.actions import SubmitAction
from common.http.call import Call
from common.moderation.members import deciding
from common.moderation.review.decisions import decisions
from common.moderation.review.decisions.allowing import check_decision
from common.moderation.statements.queries import in_language
from common.views.gavel_statements import PreviewAnswer


async def preview(call: Call, body: SubmitAction) -> PreviewAnswer:
    """Of the body that `submit_action` would get; refused as that would be. Nothing is changed."""
    asked: LanguageQuery = call.query
    decision = body.decision(call.require_acting_user(body))
    await check_decision(call.context, call.app, decision)
    await deciding.check_decision(call.context, call.app, call.member, decision, call.now)
    stating = await decisions.preview(call.context, call.app, decision, call.now)
    made = [
        await in_language(call.context, call.app, each, asked.language) for each in stating.made
    ]
    return {
        "decision": {
            "action": decision.type.name,
            "by": decision.moderator,
            "item_id": decision.item_id,
            "appeal_id": decision.appeal_id,
            "batch_id": decision.batch_id,
            "reason": decision.reason,
            "options": {**decision.said},
        },
        "statements": made,
        "reversed": [each["id"] for each in stating.reversed],
        "undeclared": [each.action for each in stating.undeclared],
        "opted_out": [each.action for each in stating.opted_out],
    }
