"""Keeping policies: replaced whole, deleted, and queried by key, team and time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.block_lists import check_lists
from common.configuration.context import Context
from common.configuration.policy import check_labels, has_policy
from common.domain.errors import Invalid
from common.domain.policy import Policy, policy_id
from common.domain.settings import DEFAULT_POLICY
from common.moderation.filtering.filters import compile_plain_filter
from common.moderation.filtering.sorting import sorting
from common.moderation.resources import resources
from common.moderation.resources.kinds import POLICY
from common.store.store import BadCursor

DEFAULT_LIMIT = 25
_FIELDS = frozenset({"key", "team", "created_at", "updated_at"})


async def put(
    context: Context,
    app: str,
    key: str,
    team: str,
    config: Mapping[str, Any],
    now: int,
    *,
    is_async: bool,
) -> Policy:
    """Raises Invalid when a block list that it names does not exist. `config` is the app's."""
    check_labels(config)
    await check_lists(context.store, app, config, team)
    fields = {"key": key, "team": team, "config": config, "async": is_async}
    return await resources.put(context, app, POLICY, policy_id(key, team), fields, now)


async def delete(context: Context, app: str, key: str, team: str) -> None:
    """Refused for the last that the app's default policy means, without which nothing is judged."""
    id = policy_id(key, team)
    configuration = await context.configurations.fresh(app)
    name, known = configuration.default_policy, configuration.policies
    others = {other: each for other, each in known.items() if other != id}
    if name != DEFAULT_POLICY and has_policy(known, name) and not has_policy(others, name):
        raise Invalid.field("key", f"{key!r} is the app's default policy")
    await resources.delete(context, app, POLICY, id, key)


async def query(
    context: Context,
    app: str,
    filter: Mapping[str, Any] | None,
    sort: Any,
    limit: int | None,
    cursor: str | None,
) -> tuple[list[Policy], str | None]:
    """An app has at most some hundred policies, so they are sorted in memory; the cursor is the
    last policy's id.
    """
    configuration = await context.configurations.of(app)
    matches = compile_plain_filter(filter, _FIELDS)
    order, descending = sorting(sort, _FIELDS)
    found = sorted(
        (policy for policy in configuration.policies.values() if matches(policy)),
        key=lambda policy: (policy.get(order), policy["id"]),
        reverse=descending,
    )
    start = _start(found, cursor)
    wanted = limit or DEFAULT_LIMIT
    page = found[start : start + wanted]
    more = start + wanted < len(found)
    return page, page[-1]["id"] if more else None


def _start(found: list[Policy], cursor: str | None) -> int:
    if not cursor:
        return 0
    for number, policy in enumerate(found):
        if policy["id"] == cursor:
            return number + 1
    raise BadCursor("the policy that the cursor names has gone")
