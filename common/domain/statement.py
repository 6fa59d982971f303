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
    """What an app says of one action: the restriction that it is, and on what ground, which names
    the clause of the law or of the terms. Of an action with `is_shadow` whom it is done to is not
    to know. What is not there was not said; Gavel has no default for any of it.
    """

    is_shadow: bool
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
    app's own one, or the name of a built-in one. `subject` is what it was done to, as deliveries
    name it. `restricted_at` is when it was decided, `ends_at` when it ends by itself, and
    `noticed_at` when the oldest report came that led to it. `told_at` is when the app says that it
    told the user. Nothing of the declaration can change once it is
    stated. `missing` names what has to be there and is not. `reversed_at` is when the restriction
    was taken back, by `reversed_by` (empty where no person did it) with the decision, enforcement
    or undo `reversed_with`. Times are nanoseconds.

    `facts_text` is the facts in words, `text` all of it by the app's template for `text_language`,
    where there is one.
    """

    id: str
    action: str
    is_built_in: bool
    subject: str
    restricted_at: int
    user_id: str
    item_id: str
    entity_type: str
    entity_id: str
    channel_cid: NotRequired[str]
    decided_by: Literal["rule", "engine", "moderator"]

    facts: Facts
    facts_text: str
    source_type: str
    automated_detection: str
    automated_decision: str
    content_type: list[str]
    content_type_other: NotRequired[str]
    content_language: NotRequired[str]
    content_id: NotRequired[dict[str, str]]
    account_type: NotRequired[str]
    content_at: NotRequired[int]
    noticed_at: NotRequired[int]
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
    """The statements about one subject whose restrictions nobody has taken back, by what was done
    (`standing_name`), each with when that was.
    """

    by_name: dict[str, dict[str, int]]


STANDING: Collection[Standing] = Collection("statement_standing")


def standing_key(app: str, subject: str) -> Key[Standing]:
    return Key(app, STANDING, derived_id("standing", subject))


def standing_name(action: str, channel: str = "", *, is_built_in: bool) -> str:
    """An app's own action may have the name of a built-in one."""
    own = action if is_built_in else f"action:{action}"
    return f"{own}|{channel}" if channel else own


class StatementTemplate(TypedDict):
    """`text` is the whole statement, `facts` its part about the facts, both with placeholders
    (`statement_text.py`). `words` are what codes and labels are called in the language.
    """

    language: str
    text: str
    facts: str | None
    words: dict[str, str]
    created_at: int
    updated_at: int


TEMPLATES: Collection[StatementTemplate] = Collection("statement_template")


def template_key(app: str, language: str) -> Key[StatementTemplate]:
    return Key(app, TEMPLATES, language)
