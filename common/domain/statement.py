"""The statement of reasons: what restricted somebody or their content, why, and how it was found.

Fields that the EU transparency database has too bear its names and take its codes
(`transparency/codes.py`); which of them apply only the app can say, in its declarations.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key


class Declaration(TypedDict, total=False):
    """What an app says of one action: the restriction that it is, and on what ground. `clause` is
    the one of the terms, or of the law, by which the statement's reader finds it. What is not there
    was not said; Gavel has no default for any of it.
    """

    decision_visibility: list[str]
    decision_visibility_other: str
    decision_monetary: str
    decision_monetary_other: str
    decision_provision: str
    decision_account: str
    decision_ground: str
    illegal_content_legal_ground: str
    illegal_content_explanation: str
    incompatible_content_ground: str
    incompatible_content_explanation: str
    incompatible_content_illegal: str
    decision_ground_reference_url: str
    category: str
    category_addition: list[str]
    category_specification: list[str]
    category_specification_other: str
    territorial_scope: list[str]


class OptOut(TypedDict):
    """Who decided that no statement is made, when, and why."""

    by: str
    at: int
    reason: str


class DeclaredStatement(Declaration):
    """With an `opt_out`, what the action does is stated nowhere but in the log."""

    opt_out: NotRequired[OptOut]


class Facts(TypedDict):
    """What led to it, without a word that anybody wrote and without names: labels as
    `engine: label`, kinds of conditions of the rule that held, categories of reports.
    `reason` is there only where it is one of the app's own list of reasons.
    """

    labels: list[str]
    conditions: list[str]
    report_categories: list[str]
    rule_id: NotRequired[str]
    rule_version: NotRequired[int]
    reason: NotRequired[str]


class Statement(Declaration):
    """`id` is that of the enforcement, or of the log's entry about the decision. `action` is the
    app's own one or the name of a built-in one. `restricted_at` is when it was decided, `ends_at`
    when it ends by itself. `told_at` is when the app says that it told the user. Nothing of the
    declaration can change once it is stated. `missing` names fields that have to be there and are
    not. `reversed_at` is when the restriction was taken back, by `reversed_by` (empty for a rule)
    with the decision or enforcement `reversed_with`. Times are nanoseconds.

    `facts_text` is the facts in words, `text` all of it by the app's template for `text_language`,
    where there is one.
    """

    id: str
    action: str
    restricted_at: int
    user_id: str
    item_id: str
    entity_type: str
    entity_id: str
    channel_cid: NotRequired[str]
    is_shadow: NotRequired[bool]
    decided_by: Literal["rule", "engine", "moderator"]

    facts: Facts
    facts_text: str
    source_type: str
    automated_detection: str
    automated_decision: str
    content_type: list[str]
    content_language: NotRequired[str]
    content_at: NotRequired[int]
    ends_at: NotRequired[int]

    text: NotRequired[str]
    text_language: NotRequired[str]
    missing: list[str]
    complete: bool
    told_at: NotRequired[int]
    reversed_at: NotRequired[int]
    reversed_by: NotRequired[str]
    reversed_with: NotRequired[str]


STATEMENTS: Collection[Statement] = Collection("statement")


def statement_key(app: str, id: str) -> Key[Statement]:
    return Key(app, STATEMENTS, id)


class Standing(TypedDict):
    """The statements about one subject whose restrictions nobody has taken back, by action."""

    by_action: dict[str, list[str]]


STANDING: Collection[Standing] = Collection("statement_standing")


def standing_key(app: str, subject: str) -> Key[Standing]:
    return Key(app, STANDING, derived_id("standing", subject))


class StatementTemplate(TypedDict):
    """`text` is the whole statement, `facts` its part about the facts; both with placeholders."""

    language: str
    text: str
    facts: NotRequired[str]
    updated_at: int


TEMPLATES: Collection[StatementTemplate] = Collection("statement_template")


def template_key(app: str, language: str) -> Key[StatementTemplate]:
    return Key(app, TEMPLATES, language)
