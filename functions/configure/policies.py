"""Policies (Stream calls them configs)."""

from __future__ import annotations

from common.api.stream.policies import UpsertConfigRequest
from common.api.stream.queries import QueryRequest, TeamQuery
from common.domain.errors import NotFound
from common.domain.policy import policy_id
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.filtering.paging import Asked
from common.moderation.resources import policies, resources
from common.moderation.resources.kinds import POLICY
from common.views.nothing import Nothing
from common.views.stream_policies import (
    OnePolicyAnswer,
    PoliciesAnswer,
    policies_answer,
    policy_answer,
)


async def upsert(call: Call, body: UpsertConfigRequest) -> OnePolicyAnswer:
    policy = await policies.put(
        call.context,
        call.app,
        body.key,
        body.team or "",
        body.sub_configs(),
        call.now,
        is_async=bool(body.async_),
    )
    return policy_answer(policy)


async def get(call: Call) -> OnePolicyAnswer:
    query: TeamQuery = call.query
    id = policy_id(call.path["key"], query.team or "")
    try:
        found = await resources.get(call.context, call.app, POLICY, id)
    except NotFound:
        raise resources.missing(POLICY, call.path["key"]) from None
    return policy_answer(found)


async def delete(call: Call) -> Nothing:
    query: TeamQuery = call.query
    await policies.delete(call.context, call.app, call.path["key"], query.team or "")
    return {}


async def query(call: Call, body: QueryRequest) -> PoliciesAnswer:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await policies.query(call.context, call.app, asked)
    return policies_answer(page.documents, page.next, page.prev)
