"""Rules explained: for an item, for a user."""

from __future__ import annotations

from common.api.gavel.rule_tries import ExplainItemQuery, ExplainQuery
from common.http.call import Call
from common.moderation.members.limits import check_within
from common.moderation.rules import explaining
from common.moderation.rules.explaining import Asked, Page
from common.views.rule_explanations import (
    ExplainedRulesAnswer,
    evaluation_answer,
    explained_rule,
)


async def of_item(call: Call) -> ExplainedRulesAnswer:
    query: ExplainItemQuery = call.query
    asked = Asked(query.limit, query.cursor, query.as_of, query.revision)
    id = call.path["id"]
    await check_within(call.context, call.app, call.member, id)
    return _answer(await explaining.of_item(call.context, call.app, id, asked, call.now))


async def of_user(call: Call) -> ExplainedRulesAnswer:
    query: ExplainQuery = call.query
    asked, id = Asked(query.limit, query.cursor, query.as_of), call.path["id"]
    return _answer(await explaining.of_user(call.context, call.app, id, asked, call.now))


def _answer(page: Page) -> ExplainedRulesAnswer:
    return {
        "rules": [
            explained_rule(
                each.rule,
                each.scope,
                each.explanation,
                each.because,
                each.off,
                (each.fired.version, each.fired.is_quiet) if each.fired is not None else None,
                each.missing,
            )
            for each in page.rules
        ],
        "as_of": page.as_of,
        "evaluation": evaluation_answer(page.evaluation) if page.evaluation is not None else None,
        "next": page.next,
    }
