"""The draft of a rule: what somebody would save, and has no effect until it is published."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.rule import RuleContent
from common.store.store import Collection, Key


class RuleDraft(TypedDict):
    """There is one a rule. `based_on` is the rule's version that it was drafted on, 0 for none;
    `revision` counts how often it was put. `by` is who did so last, empty where the app's server
    named nobody.
    """

    rule_id: str
    content: RuleContent
    by: str
    reason: str
    based_on: int
    revision: int
    created_at: int
    updated_at: int


RULE_DRAFTS: Collection[RuleDraft] = Collection("rule_draft")


def rule_draft_key(app: str, rule: str) -> Key[RuleDraft]:
    return Key(app, RULE_DRAFTS, rule)
