"""Which policy judges a submission."""

from __future__ import annotations

from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.policies import policies_of
from common.configuration.policy import CompiledPolicy
from common.domain.content import Submission, channel_of
from common.domain.errors import NotFound
from common.domain.policy import Policy, usual_key
from common.engines.registry import check_labels
from common.store.store import Store


def policy_of(configuration: Configuration, submission: Submission) -> CompiledPolicy:
    """Without a key that of the content's type by Stream's conventions, else the app's default."""
    policies = policies_of(configuration)
    usual = usual_key(submission.entity_type, channel_of(submission.content.other))
    policy = policies.find(submission.config_key, submission.team, usual)
    if policy is not None:
        return policy
    if submission.config_key is None:
        return policies.built_in
    raise NotFound(
        f"no policy has the key {submission.config_key!r}", {"config_key": "does not exist"}
    )


async def inline_policy(
    store: Store, configuration: Configuration, team: str, config: dict[str, Any]
) -> CompiledPolicy:
    """A policy that is not stored. Raises Invalid for what could not be stored either."""
    from common.configuration.block_lists import check_lists
    from common.configuration.providers import check_asking
    from common.configuration.semantic_filters import check_filters

    check_labels(config)
    check_asking(configuration.providers, configuration.rule_documents, config)
    await check_lists(store, configuration.app, config, team)
    await check_filters(store, configuration.app, config, team)
    document: Policy = {"id": "", "key": "", "team": team, "config": config, "updated_at": 0}
    return policies_of(configuration).compile(document)
