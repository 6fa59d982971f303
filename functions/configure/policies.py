"""Policies (Stream calls them configs)."""

from __future__ import annotations

from typing import Any

from common.api.stream.policies import UpsertConfigRequest
from common.api.stream.queries import QueryRequest, TeamQuery
from common.domain.errors import Invalid, NotFound
from common.domain.policy import Policy, policy_id
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.resources import policies, resources
from common.moderation.resources.kinds import POLICY


async def upsert(call: Call, body: UpsertConfigRequest) -> dict[str, Any]:
    policy = await policies.put(
        call.context,
        call.app,
        body.key,
        body.team or "",
        body.sub_configs(),
        call.now,
        is_async=bool(body.async_),
    )
    return {"config": _shown(policy)}


async def get(call: Call) -> dict[str, Any]:
    query: TeamQuery = call.query
    id = policy_id(call.path["key"], query.team or "")
    try:
        found = await resources.get(call.context, call.app, POLICY, id)
    except NotFound:
        raise resources.missing(POLICY, call.path["key"]) from None
    return {"config": _shown(found)}


async def delete(call: Call) -> dict[str, Any]:
    query: TeamQuery = call.query
    key = call.path["key"]
    id = policy_id(key, query.team or "")
    await resources.delete(call.context, call.app, POLICY, id, key)
    return {}


async def query(call: Call, body: QueryRequest) -> dict[str, Any]:
    if body.prev:
        raise Invalid.field("prev", "is never given out: pages are followed by next")
    with cursor_named("next"):
        found, following = await policies.query(
            call.context, call.app, body.filter, body.sort, body.limit, body.next
        )
    answer: dict[str, Any] = {"configs": [_shown(policy) for policy in found]}
    if following:
        answer["next"] = following
    return answer


def _shown(policy: Policy) -> dict[str, Any]:
    """`rule_builder_config` is taken and, as the contract has it, not part of replies."""
    configs = {k: v for k, v in policy["config"].items() if k != "rule_builder_config"}
    return {
        "key": policy["key"],
        "team": policy["team"],
        "async": policy["async"],
        "created_at": policy.get("created_at"),
        "updated_at": policy["updated_at"],
        "supported_video_call_harm_types": [],
        **configs,
    }
