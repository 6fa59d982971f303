"""Moderation rules of Stream's builder."""

from __future__ import annotations

from functools import partial

from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, route

_RULES = "common.api.stream.rules"
_VIEWS = "common.views.stream_rules"
_rule = partial(route, function="configure", access="server")

ROUTES: tuple[Route, ...] = (
    _rule(
        "POST",
        f"{V2}/moderation_rule",
        operation="upsert_moderation_rule",
        body=f"{_RULES}:UpsertRuleRequest",
        answer=f"{_VIEWS}:OneRuleAnswer",
        right="configure",
    ),
    _rule(
        "GET",
        f"{V2}/moderation_rule/{{id:path}}",
        operation="get_moderation_rule",
        answer=f"{_VIEWS}:OneRuleAnswer",
        right="read",
    ),
    _rule(
        "DELETE",
        f"{V2}/moderation_rule/{{id:path}}",
        operation="delete_moderation_rule",
        answer=NOTHING,
        right="configure",
    ),
    _rule(
        "POST",
        f"{V2}/moderation_rules",
        operation="query_moderation_rules",
        body="common.api.stream.queries:QueryRequest",
        answer=f"{_VIEWS}:StreamRulesAnswer",
        right="read",
    ),
)
