"""Undoing what a rule did."""

from __future__ import annotations

from pydantic import Field

from common.api.gavel.base import Body, ListQuery, Moment
from common.api.gavel.enforcements import RuleVersion
from common.domain.fields import Id, OptionalId, Reason


class UndoBody(Body):
    """What the rule `rule_id` did from `since` on, in that `version` alone where one is named. With
    `preview` nothing is done, and the answer says what would be. `user_id` is who asks for it.
    """

    rule_id: Id
    since: Moment
    version: RuleVersion | None = None
    preview: bool = Field(default=True, strict=True)
    user_id: OptionalId = None
    reason: Reason = None


class RuleEffectsQuery(ListQuery):
    """Of one rule. `since` and `until` are of when the rule did it."""

    rule_id: Id
    since: Moment | None = None
    until: Moment | None = None
