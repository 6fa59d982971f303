"""Rules tried: on a text, on an item, on an invented user."""

from __future__ import annotations

from typing import cast

from common.api.gavel.rule_tries import TriedUser, TryRuleBody
from common.api.stream.inline_policies import inline_policy
from common.domain.item import item_id
from common.domain.rule import RuleDocument, RuleFields
from common.http.call import Call
from common.moderation.members.limits import check_within
from common.moderation.rules import trying
from common.moderation.rules.subjects import Asked, Invented, Posts
from common.views.rule_tries import TriedRuleAnswer, tried_rule_answer


async def try_rule(call: Call, body: TryRuleBody) -> TriedRuleAnswer:
    rule = await _rule(call, body)
    asked = _asked(call.app, body)
    if asked.item_id:
        await check_within(call.context, call.app, call.member, asked.item_id)
    tried = await trying.try_rule(call.context, call.app, rule, asked, call.now)
    return tried_rule_answer(
        tried.rule,
        tried.explanation,
        tried.order,
        tried.would_do,
        tried.warnings,
        tried.set_aside,
        tried.item,
    )


async def _rule(call: Call, body: TryRuleBody) -> RuleDocument:
    if body.rule is None:
        return await trying.kept(call.context, call.app, body.rule_id or "", body.version)
    fields = cast(RuleFields, body.rule.fields())
    return await trying.draft(call.context, call.app, fields, call.now, body.rule_id)


def _asked(app: str, body: TryRuleBody) -> Asked:
    named = body.item_id or ""
    if body.entity_type and body.entity_id:
        named = item_id(app, body.entity_type, body.entity_id)
    return Asked(
        body.submission(None) if body.has_content() else None,
        inline_policy(body.config),
        named,
        _invented(body.user) if body.user is not None else None,
        body.reports,
        body.as_user,
    )


def _invented(user: TriedUser) -> Invented:
    return Invented(
        user.nanoseconds,
        user.role,
        user.custom,
        user.flagged_count,
        [Posts(each.count, each.nanoseconds, each.names(), each.matching) for each in user.posts],
    )
