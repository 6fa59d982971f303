"""The built-in actions that can be restrictions, and what an app says of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NotRequired, cast

from typing_extensions import TypedDict

from common.domain.statement import Declaration, DeclaredStatement, OptOut

ILLEGAL = "DECISION_GROUND_ILLEGAL_CONTENT"
INCOMPATIBLE = "DECISION_GROUND_INCOMPATIBLE_CONTENT"
RESTRICTIONS = (
    "decision_visibility",
    "decision_monetary",
    "decision_provision",
    "decision_account",
)
OF_GROUND: Mapping[str, tuple[str, ...]] = {
    ILLEGAL: ("illegal_content_legal_ground", "illegal_content_explanation"),
    INCOMPATIBLE: (
        "incompatible_content_ground",
        "incompatible_content_explanation",
    ),
}
"""What has to be said with each ground."""
OTHERS: Mapping[str, tuple[str, str]] = {
    "decision_visibility": ("DECISION_VISIBILITY_OTHER", "decision_visibility_other"),
    "decision_monetary": ("DECISION_MONETARY_OTHER", "decision_monetary_other"),
    "category_specification": ("KEYWORD_OTHER", "category_specification_other"),
}
"""Codes that need words beside them, and the field of these."""


@dataclass(frozen=True, slots=True)
class BuiltIn:
    meaning: str
    is_shadow: bool = False


BUILT_IN: Mapping[str, BuiltIn] = {
    "block": BuiltIn("content is removed: by a moderator, a rule, or a policy that says remove"),
    "shadow_block": BuiltIn("content that only its author still sees", is_shadow=True),
    "bounce": BuiltIn("content is sent back to its author before others see it"),
    "delete_message": BuiltIn("a moderator deletes a chat message"),
    "delete_activity": BuiltIn("a moderator deletes an activity"),
    "delete_comment": BuiltIn("a moderator deletes a comment"),
    "delete_reaction": BuiltIn("a moderator deletes a reaction"),
    "ban": BuiltIn("an account is banned, by a moderator, a rule, strikes or a policy"),
    "shadow_ban": BuiltIn("an account or its part in a channel is shadow banned", is_shadow=True),
    "channel_ban": BuiltIn("an account is banned from a channel"),
    "delete_user": BuiltIn("an account is deleted"),
    "delete_user_messages": BuiltIn("an account's messages are deleted"),
    "deactivate_user": BuiltIn("an account is deactivated"),
    "kick_user": BuiltIn("an account is removed from a call"),
    "end_call": BuiltIn("a call is ended"),
}
OF_CONTENT = (
    "block",
    "shadow_block",
    "bounce",
    "delete_message",
    "delete_activity",
    "delete_comment",
    "delete_reaction",
)


class PolicyOptOut(OptOut):
    """Of the shadow actions on content under the policy with this key."""

    policy: str


class StatementSettings(TypedDict):
    """`actions` are declarations of built-in actions by their names, `languages` those that have a
    template. Reports in one of the `notice_categories` are notices of illegal content, those of
    users in the list `trusted_flaggers` are trusted flaggers'. Accounts of users in the list
    `business_accounts` are businesses', all others private ones; without it none is said.
    `ean_field` names the custom field of content that has the EAN-13 of what it offers.
    """

    fallback_language: str | None
    notice_categories: list[str]
    trusted_flaggers: str | None
    business_accounts: NotRequired[str | None]
    ean_field: NotRequired[str | None]
    shadow_opt_outs: list[PolicyOptOut]
    actions: dict[str, DeclaredStatement]
    languages: list[str]


NOTHING_DECLARED: StatementSettings = {
    "fallback_language": None,
    "notice_categories": [],
    "trusted_flaggers": None,
    "shadow_opt_outs": [],
    "actions": {},
    "languages": [],
}


def declaration_in(declared: DeclaredStatement) -> Declaration:
    """Without what is no part of a statement."""
    fields = Declaration.__annotations__
    return cast(Declaration, {name: each for name, each in declared.items() if name in fields})


def missing_of(declared: Declaration | None) -> list[str]:
    """What has to be said before a statement is whole. Of alternatives the first is named."""
    if declared is None:
        return ["statement"]
    fields: Mapping[str, object] = declared
    wanted = [] if any(fields.get(name) for name in RESTRICTIONS) else ["decision_visibility"]
    wanted += [other for name, (code, other) in OTHERS.items() if _has(fields.get(name), code)]
    wanted += ["decision_ground", *OF_GROUND.get(declared.get("decision_ground", ""), ())]
    return [name for name in (*wanted, "category") if not fields.get(name)]


def conflict_in(declared: Declaration) -> tuple[str, str] | None:
    """A field that says something that another one has not left room for, and why."""
    fields: Mapping[str, object] = declared
    ground = declared.get("decision_ground")
    for of, names in (*OF_GROUND.items(), (INCOMPATIBLE, ("incompatible_content_illegal",))):
        for name in names:
            if fields.get(name) and ground not in (None, of):
                return name, f"is for decision_ground {of}"
    for coded, (code, other) in OTHERS.items():
        if fields.get(other) and not _has(fields.get(coded), code):
            return other, f"is for {coded} {code}"
    return None


def _has(given: object, code: str) -> bool:
    return code in given if isinstance(given, list) else given == code
