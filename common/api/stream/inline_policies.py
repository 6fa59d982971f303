"""A policy that comes with the request, for content that is only tried."""

from __future__ import annotations

from typing import Any

from common.domain.errors import Invalid
from common.domain.policy import RULE_BUILDER


def inline_policy(config: dict[str, Any] | None) -> dict[str, Any] | None:
    """The model of a policy is loaded where one is given."""
    if config is None:
        return None
    from common.api.stream.policies import PolicyConfig

    if config.get(RULE_BUILDER):
        raise Invalid.field(f"config.{RULE_BUILDER}", "is in effect in a stored policy only")
    return PolicyConfig.model_validate(config).sub_configs()
