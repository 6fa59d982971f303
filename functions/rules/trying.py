"""Rules tried: on a text, on an item."""

from __future__ import annotations

from typing import cast

from common.api.gavel.rule_tries import TryRuleBody
from common.api.stream.inline_policies import inline_policy
from common.domain.rule import RuleDocument, RuleFields
from common.http.call import Call
from common.moderation.rules import trying
from common.views.rule_tries import TriedRuleAnswer, tried_rule_answer


async def try_rule(call: Call, body: TryRuleBody) -> TriedRuleAnswer:
    rule = await _rule(call, body)
    context, app, now = call.context, call.app, call.now
    if body.item_id:
        tried = await trying.on_item(context, app, rule, body.item_id, now)
    else:
        content = trying.Content(body.submission(None), inline_policy(body.config))
        tried = await trying.on_content(context, app, rule, content, now, as_user=body.as_user)
    return tried_rule_answer(tried.rule, tried.clause, tried.item)


async def _rule(call: Call, body: TryRuleBody) -> RuleDocument:
    if body.rule is None:
        return await trying.kept(call.context, call.app, body.rule_id or "")
    fields = cast(RuleFields, body.rule.fields())
    return await trying.draft(call.context, call.app, fields, call.now)
