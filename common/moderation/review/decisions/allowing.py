"""What an app lets moderators do and say."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.settings import preferences_of
from common.moderation.review.decisions.decision import Decision


async def check_decision(context: Context, app: str, decision: Decision) -> None:
    """Raises Invalid for a reason that the app does not have, and for what it has turned off. A
    decision needs no reason.
    """
    wanted = preferences_of((await context.configurations.of(app)).settings)
    type, reason = decision.type.name, decision.reason
    is_escalation = type == "escalate"
    if is_escalation and not wanted["escalation_queue_enabled"]:
        raise Invalid.field("action_type", "is escalate, and the app has turned escalations off")
    allowed = wanted["allowed_moderation_action_reasons"]
    if is_escalation:
        allowed = wanted["escalation_reasons"]
    if allowed and reason and reason not in allowed:
        name = f"{type}.reason" if decision.options.why() else "decision_reason"
        raise Invalid.field(name, f"can be {', '.join(allowed)}")
