"""What statements of reasons are made of: declarations of built-in actions, settings, templates."""

from __future__ import annotations

from common.api.gavel.base import ListQuery
from common.api.gavel.statements import (
    OptOutBody,
    StatementBody,
    StatementSettingsBody,
    StatementTemplateBody,
)
from common.domain.declaring import BUILT_IN, PolicyOptOut, StatementSettings
from common.domain.errors import Invalid
from common.domain.statement import DeclaredStatement
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import declarations, statement_templates
from common.views.gavel_statements import (
    DeclarationAnswer,
    ShownDeclaration,
    StatementSettingsAnswer,
    TemplateAnswer,
    TemplatesAnswer,
    declaration_shown,
    settings_shown,
    template_answer,
    templates_answer,
)
from common.views.nothing import Nothing


def declared_in(call: Call, body: StatementBody, path: str = "") -> DeclaredStatement:
    out = body.opt_out
    by = _opting_out(call, out, f"{path}opt_out") if out is not None else ""
    return body.declared(by, call.now)


async def get_settings(call: Call) -> StatementSettingsAnswer:
    return _shown(await declarations.get(call.context, call.app))


async def put_settings(call: Call, body: StatementSettingsBody) -> StatementSettingsAnswer:
    outs: list[PolicyOptOut] = [
        {
            "policy": each.policy,
            "by": _opting_out(call, each, f"shadow_opt_outs.{number}"),
            "at": call.now,
            "reason": each.reason,
        }
        for number, each in enumerate(body.shadow_opt_outs)
    ]
    fields: StatementSettings = {
        "fallback_language": body.fallback_language,
        "notice_categories": body.notice_categories,
        "trusted_flaggers": body.trusted_flaggers,
        "business_accounts": body.business_accounts,
        "ean_field": body.ean_field,
        "shadow_opt_outs": outs,
        "actions": {},
        "languages": [],
    }
    return _shown(await declarations.put(call.context, call.app, fields, call.now))


async def get_declaration(call: Call) -> DeclarationAnswer:
    action = call.path["action"]
    if action not in BUILT_IN:
        raise declarations.missing(action)
    known = (await declarations.get(call.context, call.app))["actions"].get(action)
    return {"statement_setting": _declaration(action, known)}


async def put_declaration(call: Call, body: StatementBody) -> DeclarationAnswer:
    action, declared = call.path["action"], declared_in(call, body)
    kept = await declarations.declare(call.context, call.app, action, declared, call.now)
    return {"statement_setting": _declaration(action, kept)}


async def delete_declaration(call: Call) -> Nothing:
    await declarations.withdraw(call.context, call.app, call.path["action"], call.now)
    return {}


async def list_templates(call: Call) -> TemplatesAnswer:
    query: ListQuery = call.query
    page = await statement_templates.page(call.context, call.app, query.limit, query.cursor)
    return templates_answer([each.data for each in page.documents], page.cursor)


async def get_template(call: Call) -> TemplateAnswer:
    language = call.path["language"]
    return template_answer(await statement_templates.get(call.context, call.app, language))


async def put_template(call: Call, body: StatementTemplateBody) -> TemplateAnswer:
    new = statement_templates.NewTemplate(body.text, body.facts, body.words)
    language = call.path["language"]
    made = await statement_templates.put(call.context, call.app, language, new, call.now)
    return template_answer(made)


async def delete_template(call: Call) -> Nothing:
    await statement_templates.delete(call.context, call.app, call.path["language"], call.now)
    return {}


def _opting_out(call: Call, body: OptOutBody, path: str) -> str:
    """Who does, which is not left unsaid. Raises Invalid, naming the field."""
    try:
        by = call.acting_user(body)
    except Invalid as error:
        raise error.renamed("", f"{path}.") from None
    if not by:
        raise Invalid.field(f"{path}.user_id", "is required")
    return by


def _shown(settings: StatementSettings) -> StatementSettingsAnswer:
    known = settings["actions"]
    return settings_shown(settings, [_declaration(name, known.get(name)) for name in BUILT_IN])


def _declaration(action: str, declared: DeclaredStatement | None) -> ShownDeclaration:
    about = BUILT_IN[action]
    return declaration_shown(action, about.meaning, about.is_shadow, declared)


HANDLERS: dict[str, Handler] = {
    "get_statement_settings": get_settings,
    "put_statement_settings": put_settings,
    "get_statement_setting": get_declaration,
    "put_statement_setting": put_declaration,
    "delete_statement_setting": delete_declaration,
    "list_statement_templates": list_templates,
    "get_statement_template": get_template,
    "put_statement_template": put_template,
    "delete_statement_template": delete_template,
}
