"""That somebody hears what a rule of Stream's builder leaves to the app's own server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.configuration import Configuration
from common.domain.errors import Invalid
from common.domain.webhook import EventType
from common.rules.builders.asked import BuilderRule, PolicyRule
from common.rules.builders.of_policies import FIELD


def check_heard(configuration: Configuration, rule: BuilderRule, path: str) -> None:
    """`path` is where the rule stands in the request. Raises Invalid for messages to be deleted
    where neither an action that carries out bans nor a webhook of such deletions tells anybody.
    """
    options = rule.action.ban_options if rule.action is not None else None
    if options is None or not options.delete_messages:
        return
    actions = configuration.actions.values()
    carried_out = any("ban" in (action.get("carries_out") or ()) for action in actions)
    if carried_out or configuration.webhooks_for(EventType.USER_MESSAGES_DELETED):
        return
    name = f"{path}.action.ban_options.delete_messages".removeprefix(".")
    problem = "is for the app's own server, and no action that carries out ban tells it"
    raise Invalid.field(name, problem)


def check_policy_heard(configuration: Configuration, config: Mapping[str, Any]) -> None:
    """The same of the rules that a policy has in itself."""
    for number, rule in enumerate((config.get(FIELD) or {}).get("rules") or ()):
        check_heard(configuration, PolicyRule.model_validate(rule), f"{FIELD}.rules.{number}")
