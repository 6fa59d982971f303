"""Rules, their versions, drafts and pauses."""

from __future__ import annotations

from functools import partial

from common.http.dialects.gavel import GAVEL_DESCRIPTION
from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.rules"
_VIEWS = "common.views.gavel_rules"
_SAVED = f"{_VIEWS}:SavedRuleAnswer"
_RULE = f"{V1}/rules/{{id}}"
_DRAFT = f"{_RULE}/draft"
_DRAFTED = f"{_VIEWS}:RuleDraftAnswer"
_VERSION = f"{_RULE}/versions/{{version}}"
_rule = partial(route, function="configure")

ROUTES: tuple[Route, ...] = (
    _rule(
        "GET",
        f"{V1}/rules",
        operation="list_rules",
        query=f"{API}.rule_order:RulesQuery",
        answer=f"{_VIEWS}:RulesAnswer",
        right="read",
    ),
    _rule(
        "POST",
        f"{_RULE}/move",
        operation="move_rule",
        body=f"{API}.rule_order:MoveBody",
        answer="common.views.rule_order:OrderAnswer",
        right="configure",
    ),
    _rule("GET", _RULE, operation="get_rule", answer=f"{_VIEWS}:RuleAnswer", right="read"),
    _rule(
        "PUT",
        _RULE,
        operation="put_rule",
        body=f"{_BODIES}:RuleBody",
        answer=_SAVED,
        right="configure",
    ),
    _rule(
        "DELETE",
        _RULE,
        operation="delete_rule",
        query=f"{API}.base:ByQuery",
        answer=NOTHING,
        right="configure",
    ),
    _rule(
        "GET",
        f"{_RULE}/versions",
        operation="list_rule_versions",
        query=LIST,
        answer=f"{_VIEWS}:RuleVersionsAnswer",
        right="read",
    ),
    _rule(
        "GET",
        _VERSION,
        operation="get_rule_version",
        answer=f"{_VIEWS}:RuleVersionAnswer",
        right="read",
    ),
    _rule(
        "POST",
        f"{_VERSION}/restore",
        operation="restore_rule_version",
        body=f"{_BODIES}:SavingBody",
        answer=_SAVED,
        right="configure",
    ),
    _rule(
        "GET",
        f"{V1}/rule_drafts",
        operation="list_rule_drafts",
        query=LIST,
        answer=f"{_VIEWS}:RuleDraftsAnswer",
        right="read",
    ),
    _rule("GET", _DRAFT, operation="get_rule_draft", answer=_DRAFTED, right="read"),
    _rule(
        "PUT",
        _DRAFT,
        operation="put_rule_draft",
        body=f"{_BODIES}:RuleDraftBody",
        answer=_DRAFTED,
        right="configure",
    ),
    _rule(
        "PUT",
        f"{V1}/moderation_rules/{{id}}/draft",
        operation="put_moderation_rule_draft",
        body="common.api.stream.rules:UpsertRuleRequest",
        answer=_DRAFTED,
        right="configure",
    ),
    _rule("DELETE", _DRAFT, operation="delete_rule_draft", answer=NOTHING, right="configure"),
    _rule(
        "POST",
        f"{_DRAFT}/publish",
        operation="publish_rule_draft",
        body=f"{_BODIES}:PublishBody",
        answer=_SAVED,
        right="configure",
    ),
    _rule(
        "POST",
        f"{_RULE}/pause",
        operation="pause_rule",
        body=f"{API}.base:PauseBody",
        answer=_SAVED,
        right="configure",
    ),
    _rule(
        "POST",
        f"{_RULE}/resume",
        operation="resume_rule",
        body=f"{API}.base:ResumeBody",
        answer=_SAVED,
        right="configure",
    ),
    Route(
        "GET",
        f"{V1}/rules/export",
        "configure",
        "export_rules",
        GAVEL_DESCRIPTION,
        answer=f"{_VIEWS}:RuleFileAnswer",
        right="export",
    ),
    _rule(
        "POST",
        f"{V1}/rules/import",
        operation="import_rules",
        body=f"{API}.rule_files:ImportRulesBody",
        answer=f"{_VIEWS}:ImportedRulesAnswer",
        right="configure",
    ),
    _rule(
        "POST",
        f"{V1}/rules/pause",
        operation="pause_rules",
        body=f"{API}.base:PauseBody",
        answer=f"{_VIEWS}:PausedRulesAnswer",
        right="configure",
    ),
    _rule(
        "POST",
        f"{V1}/rules/resume",
        operation="resume_rules",
        body=f"{API}.base:ResumeBody",
        answer=f"{_VIEWS}:PausedRulesAnswer",
        right="configure",
    ),
)
