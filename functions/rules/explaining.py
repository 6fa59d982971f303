"""Rules explained: for an item, for a user."""

from __future__ import annotations

from common.api.gavel.rule_tries import ExplainQuery
from common.http.call import Call
from common.moderation.rules import explaining
from common.moderation.rules.explaining import Page
from common.views.rule_explanations import ExplainedRulesAnswer, explained_rule


async def of_item(call: Call) -> ExplainedRulesAnswer:
    query: ExplainQuery = call.query
    id = call.path["id"]
    page = await explaining.of_item(call.context, call.app, id, query.limit, query.cursor, call.now)
    return _answer(page)


async def of_user(call: Call) -> ExplainedRulesAnswer:
    query: ExplainQuery = call.query
    id = call.path["id"]
    page = await explaining.of_user(call.context, call.app, id, query.limit, query.cursor, call.now)
    return _answer(page)


def _answer(page: Page) -> ExplainedRulesAnswer:
    return {
        "rules": [
            explained_rule(each.rule, each.scope, each.explanation, each.because, each.off)
            for each in page.rules
        ],
        "as_of": page.as_of,
        "next": page.next,
    }
