"""Moderation rules as Stream's clients write them."""

from __future__ import annotations

from common.api.stream.queries import QueryRequest
from common.api.stream.rules import UpsertRuleRequest
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.filtering.paging import Asked
from common.moderation.resources import stream_rules
from common.moderation.resources.rule_versions import Saving
from common.views.nothing import Nothing
from common.views.stream_rules import (
    OneRuleAnswer,
    StreamRulesAnswer,
    one_rule_answer,
    stream_rules_answer,
)


async def upsert(call: Call, body: UpsertRuleRequest) -> OneRuleAnswer:
    asked, rule = body.as_asked(), body.made_up()
    saving = Saving(call.acting_user(body) or "")
    put = stream_rules.put(call.context, call.app, asked, rule, body.path, saving, call.now)
    return one_rule_answer(await put)


async def get(call: Call) -> OneRuleAnswer:
    return one_rule_answer(await stream_rules.get(call.context, call.app, call.path["id"]))


async def delete(call: Call) -> Nothing:
    by = call.acting_user(None) or ""
    await stream_rules.delete(call.context, call.app, call.path["id"], by, call.now)
    return {}


async def query(call: Call, body: QueryRequest) -> StreamRulesAnswer:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await stream_rules.query(call.context, call.app, asked)
    labels = await stream_rules.llm_labels(call.context, call.app)
    return stream_rules_answer(page.documents, labels, page.next, page.prev)


HANDLERS: dict[str, Handler] = {
    "upsert_moderation_rule": upsert,
    "get_moderation_rule": get,
    "delete_moderation_rule": delete,
    "query_moderation_rules": query,
}
