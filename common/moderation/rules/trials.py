"""An app's configuration as it would be with another rule, which is not stored."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

from common.configuration.configuration import Configuration
from common.domain.rule import RuleDocument
from common.engines.threads import COMPUTING


async def with_rule(configuration: Configuration, rule: RuleDocument) -> Configuration:
    """In place of the rule of the same id, if there is one. What was made of the rest is kept."""
    documents = {**configuration.rule_documents, rule["id"]: rule}
    trial = replace(
        configuration, rule_documents=documents, _made_of_it={}, _parts=None, _ruled=None
    )
    await COMPUTING.run(configuration.app, partial(trial.take_over, configuration))
    return trial


def as_if_on(rule: RuleDocument) -> RuleDocument:
    """Enabled, and of no group that may be off."""
    on = {name: value for name, value in rule.items() if name not in ("group", "paused")}
    return cast(RuleDocument, {**on, "enabled": True})
