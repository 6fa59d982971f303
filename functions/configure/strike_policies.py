"""Strike policies, and how many users have how many strikes."""

from __future__ import annotations

from typing import cast

from common.api.gavel.strikes import HistogramQuery, StrikePolicyBody
from common.domain.strikes import StrikePolicy, StrikePolicyFields
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.resources import strike_policies
from common.moderation.resources.kinds import STRIKE_POLICY
from common.moderation.rules import strike_counts
from common.views.gavel_strikes import (
    HistogramAnswer,
    StrikePoliciesAnswer,
    StrikePolicyAnswer,
    histogram_answer,
    strike_policies_answer,
    strike_policy_answer,
)
from common.views.nothing import Nothing
from functions.configure.resources import Resource

POLICIES: Resource[StrikePolicyAnswer, StrikePoliciesAnswer, StrikePolicy] = Resource(
    STRIKE_POLICY, strike_policy_answer, strike_policies_answer
)


async def put(call: Call, body: StrikePolicyBody) -> StrikePolicyAnswer:
    fields = cast(StrikePolicyFields, body.model_dump())
    made = await strike_policies.put(call.context, call.app, call.path["id"], fields, call.now)
    return strike_policy_answer(made)


async def delete(call: Call) -> Nothing:
    await strike_policies.delete(call.context, call.app, call.path["id"])
    return {}


async def histogram(call: Call) -> HistogramAnswer:
    query: HistogramQuery = call.query
    with cursor_named("cursor"):
        found = await strike_counts.histogram(
            call.context, call.app, call.path["id"], query.limit, query.cursor, call.now
        )
    return histogram_answer(found.policy, found.users, found.next)


HANDLERS: dict[str, Handler] = {
    "list_strike_policies": POLICIES.list,
    "get_strike_policy": POLICIES.get,
    "put_strike_policy": put,
    "delete_strike_policy": delete,
    "get_strike_histogram": histogram,
}
