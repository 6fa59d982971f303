"""Who may answer an appeal or agree to an answer, and with what: not who is concerned, by the app's
settings not who decided first, and with reasons.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.appeal import Appeal
from common.domain.appeal_rules import appeal_rules, holds_for
from common.domain.errors import Invalid, NotAllowed
from common.domain.log import log_key
from common.moderation.review.decisions.action_types import REJECT_APPEAL
from common.moderation.review.decisions.decision import Decision
from common.store.unit_of_work import UnitOfWork


async def check(
    context: Context, unit: UnitOfWork, app: str, decision: Decision, appeals: Sequence[Appeal]
) -> None:
    """`appeals` are those that the decision decides. Raises Invalid and NotAllowed."""
    _check_said(decision, bool(appeals))
    if not appeals:
        return
    rules = appeal_rules((await context.configurations.of(app)).settings)
    deciding = [(decision.moderator, decision.by_member)]
    if decision.approved_by:
        deciding.append((decision.approved_by, decision.approved_by_member))
    for appeal in appeals:
        for person, is_member in deciding:
            if person == appeal["user_id"]:
                raise _not_allowed("is who appeals: somebody else has to decide it")
            if holds_for(rules.second_person, member=is_member):
                await _check_second(unit, app, person, appeal)
    if holds_for(rules.reasons, member=decision.by_member) and not decision.reason:
        raise Invalid.field("decision_reason", "is required: who appeals is told why")


def _check_said(decision: Decision, decides: bool) -> None:
    rejects = decision.type.name == REJECT_APPEAL
    if decision.unfounded and not (decides and rejects):
        raise Invalid.field("unfounded", f"is for {REJECT_APPEAL}")
    if decision.appeal_outcome and (rejects or not decides):
        raise Invalid.field("appeal_outcome", "is for what accepts an appeal")


async def _check_second(unit: UnitOfWork, app: str, person: str, appeal: Appeal) -> None:
    first = appeal.get("first_by", "")
    if not first and appeal["original_id"]:
        original = await unit.get(log_key(app, appeal["original_id"]))
        first = original["by"] if original is not None else ""
    if first and first == person:
        problem = f"is who decided what the appeal {appeal['id']} is against"
        raise _not_allowed(f"{problem}: another person has to decide it")


def _not_allowed(problem: str) -> NotAllowed:
    return NotAllowed(f"user_id {problem}", {"user_id": problem})
