"""Statements of reasons, and what an app declares for them, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import TypedDict

from common.domain.declaring import PolicyOptOut, StatementSettings, missing_of
from common.domain.statement import DeclaredStatement, Statement, StatementTemplate


class StatementAnswer(TypedDict):
    statement: Statement


class StatementsAnswer(TypedDict):
    statements: list[Statement]
    next: str | None


class PreviewedDecision(TypedDict):
    """As it would be made."""

    action: str
    by: str
    item_id: str | None
    appeal_id: str
    batch_id: str
    reason: str
    options: dict[str, Any]


class PreviewAnswer(TypedDict):
    """`statements` are those that the decision would make, `undeclared` the restrictions that it
    would be and of which the app has said nothing, `opted_out` those that are stated nowhere.
    """

    decision: PreviewedDecision
    statements: list[Statement]
    reversed: list[str]
    undeclared: list[str]
    opted_out: list[str]


class MadeStatement(TypedDict):
    """What the answer to a decision says of the statement that it made."""

    id: str
    missing: list[str]


class ShownDeclaration(TypedDict):
    """`statement` is None where nothing was declared."""

    action: str
    meaning: str
    is_shadow: bool
    statement: DeclaredStatement | None
    missing: list[str]


class DeclarationAnswer(TypedDict):
    statement_setting: ShownDeclaration


class ShownStatementSettings(TypedDict):
    fallback_language: str | None
    notice_categories: list[str]
    trusted_flaggers: str | None
    business_accounts: str | None
    ean_field: str | None
    shadow_opt_outs: list[PolicyOptOut]
    languages: list[str]
    actions: list[ShownDeclaration]


class StatementSettingsAnswer(TypedDict):
    statement_settings: ShownStatementSettings


class TemplateAnswer(TypedDict):
    statement_template: StatementTemplate


class TemplatesAnswer(TypedDict):
    statement_templates: list[StatementTemplate]
    next: str | None


def statement_answer(statement: Statement) -> StatementAnswer:
    return {"statement": statement}


def statements_answer(statements: Sequence[Statement], cursor: str | None) -> StatementsAnswer:
    return {"statements": [*statements], "next": cursor}


def made_statements(statements: Sequence[Statement]) -> list[MadeStatement]:
    return [{"id": each["id"], "missing": each["missing"]} for each in statements]


def shown_missing(declared: DeclaredStatement | None) -> list[str]:
    """Of what is opted out nothing is."""
    return [] if declared is not None and "opt_out" in declared else missing_of(declared)


def declaration_shown(
    action: str, meaning: str, is_shadow: bool, declared: DeclaredStatement | None
) -> ShownDeclaration:
    return {
        "action": action,
        "meaning": meaning,
        "is_shadow": is_shadow,
        "statement": declared,
        "missing": shown_missing(declared),
    }


def settings_shown(
    settings: StatementSettings, actions: Sequence[ShownDeclaration]
) -> StatementSettingsAnswer:
    return {
        "statement_settings": {
            "fallback_language": settings["fallback_language"],
            "notice_categories": settings["notice_categories"],
            "trusted_flaggers": settings["trusted_flaggers"],
            "business_accounts": settings.get("business_accounts"),
            "ean_field": settings.get("ean_field"),
            "shadow_opt_outs": settings["shadow_opt_outs"],
            "languages": settings["languages"],
            "actions": [*actions],
        }
    }


def template_answer(template: StatementTemplate) -> TemplateAnswer:
    return {"statement_template": template}


def templates_answer(templates: Sequence[StatementTemplate], cursor: str | None) -> TemplatesAnswer:
    return {"statement_templates": [*templates], "next": cursor}
