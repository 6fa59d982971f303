"""A restriction as whoever makes it tells of it, and the statement that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from common.configuration.configuration import Configuration
from common.domain.declaring import BUILT_IN, declaration_in, missing_of
from common.domain.item import Item
from common.domain.policy import fallbacks
from common.domain.settings import preferences_of, statements_of
from common.domain.statement import DeclaredStatement, Facts, OptOut, Statement, standing_name
from common.domain.statement_text import facts_text
from common.moderation.statements.evidence import (
    ACCOUNT,
    NOTHING_KNOWN,
    OTHER_CONTENT,
    Evidence,
    account_type,
    content_id,
    content_types,
    is_of_account,
)

DecidedBy = Literal["rule", "engine", "moderator"]
_YES_NO = {True: "Yes", False: "No"}
_FULLY = "AUTOMATED_DECISION_FULLY"
_PARTIALLY = "AUTOMATED_DECISION_PARTIALLY"
_NOT_AUTOMATED = "AUTOMATED_DECISION_NOT_AUTOMATED"


@dataclass(frozen=True, slots=True)
class Restriction:
    """`subject` is what it is done to. `conditions` are the kinds of those that made a rule hold.
    `reason` is what the moderator said. `since` is when what it is for came: by a machine, the same
    for the same is stated once.
    """

    id: str
    action: str
    is_built_in: bool
    decided_by: DecidedBy
    subject: str
    user_id: str
    item: Item | None = None
    evidence: Evidence = NOTHING_KNOWN
    conditions: Sequence[str] = ()
    rule_id: str = ""
    rule_version: int = 0
    reason: str = ""
    ends_at: int | None = None
    channel: str = ""
    since: int = 0

    @property
    def standing_name(self) -> str:
        return standing_name(self.action, self.channel, is_built_in=self.is_built_in)


def declared(
    configuration: Configuration, action: str, *, is_built_in: bool
) -> DeclaredStatement | None:
    if is_built_in:
        return statements_of(configuration.settings)["actions"].get(action)
    known = configuration.actions.get(action)
    return known.get("statement") if known is not None else None


def is_shadow(restriction: Restriction, declared: DeclaredStatement) -> bool:
    if restriction.is_built_in:
        return BUILT_IN[restriction.action].is_shadow
    return declared.get("is_shadow", False)


def opt_out_of(
    configuration: Configuration, restriction: Restriction, declared: DeclaredStatement
) -> OptOut | None:
    """Of the action, or of the policy that the content is under."""
    if "opt_out" in declared:
        return declared["opt_out"]
    item = restriction.item
    if item is None or not is_shadow(restriction, declared):
        return None
    keys = fallbacks(item.get("config_key", ""))
    outs = statements_of(configuration.settings)["shadow_opt_outs"]
    return next((each for each in outs if each["policy"] in keys), None)


def statement_of(
    configuration: Configuration, restriction: Restriction, declared: DeclaredStatement, now: int
) -> Statement:
    item, evidence = restriction.item, restriction.evidence
    facts = _facts(configuration, restriction)
    words = facts_text(facts)
    # Of an account alone there may be none: what was declared says why.
    lacks_facts = not words and not is_of_account(item)
    missing = [*missing_of(declared), *(("facts",) if lacks_facts else ())]
    statement: Statement = {
        "id": restriction.id,
        "action": restriction.action,
        "is_built_in": restriction.is_built_in,
        "subject": restriction.subject,
        "restricted_at": now,
        "user_id": restriction.user_id,
        "item_id": item["id"] if item is not None else "",
        "entity_type": item["entity_type"] if item is not None else "",
        "entity_id": item["entity_id"] if item is not None else "",
        "decided_by": restriction.decided_by,
        "facts": facts,
        "facts_text": words,
        "source_type": evidence.source,
        "automated_detection": _YES_NO[_is_detected(restriction)],
        "automated_decision": _automation(restriction),
        "content_type": content_types(item),
        "missing": missing,
        "complete": not missing,
    }
    cast("dict[str, Any]", statement).update(declaration_in(declared))
    if is_shadow(restriction, declared):
        statement["is_shadow"] = True
    if OTHER_CONTENT in statement["content_type"]:
        is_account = is_of_account(item)
        statement["content_type_other"] = ACCOUNT if is_account else statement["entity_type"]
    account = account_type(configuration, restriction.user_id)
    if account:
        statement["account_type"] = account
    if content := content_id(configuration, item):
        statement["content_id"] = content
    if item is not None and item.get("languages"):
        statement["content_language"] = item["languages"][0].upper()
    if item is not None and "content_at" in item:
        statement["content_at"] = item["content_at"]
    if evidence.noticed_at:
        statement["noticed_at"] = evidence.noticed_at
    if restriction.channel:
        statement["channel_cid"] = restriction.channel
    if restriction.ends_at is not None:
        statement["ends_at"] = restriction.ends_at
    return statement


def _facts(configuration: Configuration, restriction: Restriction) -> Facts:
    evidence = restriction.evidence
    facts: Facts = {
        "labels": [*evidence.labels],
        "conditions": [*dict.fromkeys(restriction.conditions)],
        "report_categories": [*evidence.report_categories],
    }
    if restriction.rule_id:
        facts["rule_id"], facts["rule_version"] = restriction.rule_id, restriction.rule_version
    listed = preferences_of(configuration.settings)["allowed_moderation_action_reasons"]
    if restriction.reason in listed:
        facts["reason"] = restriction.reason
    return facts


def _is_detected(restriction: Restriction) -> bool:
    by_machine = restriction.decided_by != "moderator" or bool(restriction.rule_id)
    return by_machine or restriction.evidence.is_detected


def _automation(restriction: Restriction) -> str:
    if restriction.decided_by != "moderator":
        return _FULLY
    return _PARTIALLY if _is_detected(restriction) else _NOT_AUTOMATED
