"""Statements of reasons, and what they are made of."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.statements"
_VIEWS = "common.views.gavel_statements"
_MANY = f"{V1}/statements"
_SETTINGS = f"{V1}/statement_settings"
_SETTING = f"{_SETTINGS}/{{action}}"
_TEMPLATES = f"{V1}/statement_templates"
_TEMPLATE = f"{_TEMPLATES}/{{language}}"
_STATEMENT = f"{_VIEWS}:StatementAnswer"
_LANGUAGE = f"{_BODIES}:LanguageQuery"

_log = partial(route, function="moderation_log")
_read = partial(route, function="configure", right="read")
_change = partial(route, function="configure", right="configure")
ROUTES: tuple[Route, ...] = (
    _log(
        "GET",
        _MANY,
        operation="list_statements",
        query=f"{_BODIES}:StatementQuery",
        answer=f"{_VIEWS}:StatementsAnswer",
        about_user=True,
        right="read",
    ),
    route(
        "POST",
        f"{_MANY}/preview",
        "submit_action",
        "preview_statement",
        access="moderator",
        body="common.api.stream.actions:SubmitActionRequest",
        query=_LANGUAGE,
        answer=f"{_VIEWS}:PreviewAnswer",
        right="decide",
    ),
    _log(
        "GET",
        f"{_MANY}/{{id}}",
        operation="get_statement",
        query=_LANGUAGE,
        answer=_STATEMENT,
        right="read",
    ),
    _log(
        "POST",
        f"{_MANY}/{{id}}/told",
        operation="told_statement",
        body=f"{_BODIES}:ToldBody",
        answer=_STATEMENT,
        right="decide",
    ),
    _read(
        "GET",
        _SETTINGS,
        operation="get_statement_settings",
        answer=f"{_VIEWS}:StatementSettingsAnswer",
    ),
    _change(
        "PUT",
        _SETTINGS,
        operation="put_statement_settings",
        body=f"{_BODIES}:StatementSettingsBody",
        answer=f"{_VIEWS}:StatementSettingsAnswer",
    ),
    _read(
        "GET",
        _SETTING,
        operation="get_statement_setting",
        answer=f"{_VIEWS}:DeclarationAnswer",
    ),
    _change(
        "PUT",
        _SETTING,
        operation="put_statement_setting",
        body=f"{_BODIES}:StatementBody",
        answer=f"{_VIEWS}:DeclarationAnswer",
    ),
    _change("DELETE", _SETTING, operation="delete_statement_setting", answer=NOTHING),
    _read(
        "GET",
        _TEMPLATES,
        operation="list_statement_templates",
        query=LIST,
        answer=f"{_VIEWS}:TemplatesAnswer",
    ),
    _read(
        "GET",
        _TEMPLATE,
        operation="get_statement_template",
        answer=f"{_VIEWS}:TemplateAnswer",
    ),
    _change(
        "PUT",
        _TEMPLATE,
        operation="put_statement_template",
        body=f"{_BODIES}:StatementTemplateBody",
        answer=f"{_VIEWS}:TemplateAnswer",
    ),
    _change("DELETE", _TEMPLATE, operation="delete_statement_template", answer=NOTHING),
)
