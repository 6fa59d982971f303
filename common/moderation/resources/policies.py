"""Keeping policies: replaced whole, deleted, and queried by key, team and time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.block_lists import check_lists, list_names
from common.configuration.context import Context
from common.configuration.providers import check_asking
from common.configuration.semantic_filters import check_filters
from common.domain.errors import Invalid
from common.domain.filters import compile_plain_filter
from common.domain.policy import Policy, find_policy, has_policy, policy_id
from common.domain.settings import DEFAULT_POLICY, facades_of
from common.engines.registry import check_labels
from common.engines.toxicity.stronger.installed import check_model
from common.moderation.filtering.paging import Asked, Paged, page_of
from common.moderation.filtering.sorting import sortings
from common.moderation.resources import feeds_templates, resources
from common.moderation.resources.heard import check_policy_heard
from common.moderation.resources.kinds import POLICY
from common.rules.builders.of_policies import check

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
    """Raises Invalid when a block list or a filter that it names does not exist. `config` is the
    app's.
    """
    check_labels(config)
    check_model(config)
    configuration = await context.configurations.fresh(app)
    check_asking(configuration.providers, configuration.rule_documents, config)
    check(config, key, team, list_names(configuration.lists))
    check_policy_heard(configuration, config)
    await check_lists(context.store, app, config, team)
    await check_filters(context.store, app, config, team)
    fields = {"key": key, "team": team, "config": config, "async": is_async}
    return await resources.put(context, app, POLICY, policy_id(key, team), fields, now)


async def delete(context: Context, app: str, key: str, team: str) -> None:
    """Refused for the last that the app's default policy, its facades' or a feeds template's means:
    without it nothing is judged.
    """
    id = policy_id(key, team)
    configuration = await context.configurations.fresh(app)
    name, known = configuration.default_policy, configuration.policies
    others = {other: each for other, each in known.items() if other != id}
    if name != DEFAULT_POLICY and has_policy(known, name) and not has_policy(others, name):
        raise Invalid.field("key", f"{key!r} is the app's default policy")
    facades = facades_of(configuration.settings)["policy"]
    if facades and find_policy(known, facades, "") and not find_policy(others, facades, ""):
        raise Invalid.field("key", f"{key!r} is the policy of the app's facades")
    for named in await feeds_templates.policies_of(context, app):
        if has_policy(known, named) and not has_policy(others, named):
            raise Invalid.field("key", f"{key!r} is the policy of a feeds template")
    await resources.delete(context, app, POLICY, id, key)


async def query(context: Context, app: str, asked: Asked) -> Paged[Policy]:
    """An app has at most some hundred policies, so they are sorted in memory."""
    configuration = await context.configurations.of(app)
    matches = compile_plain_filter(asked.filter, _FIELDS)
    found = (policy for policy in configuration.policies.values() if matches(policy))
    return page_of(found, asked, sortings(asked.sort, _FIELDS), "policies")
