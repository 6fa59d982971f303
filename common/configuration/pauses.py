"""Which rules of an app are paused at a moment."""

from __future__ import annotations

from collections.abc import Container, Mapping

from common.configuration.configuration import Configuration
from common.domain.pause import Pause, is_in_force


class _All:
    def __contains__(self, _: object) -> bool:
        return True


_ALL = _All()


def paused_rules(configuration: Configuration, now: int) -> Container[str] | None:
    """By their ids, those of policies among them where all are; None where no rule is."""
    if is_in_force(configuration.settings.get("rules_paused"), now):
        return _ALL
    pauses = configuration.one(_pauses)
    return {id for id, pause in pauses.items() if is_in_force(pause, now)} or None


def _pauses(configuration: Configuration) -> Mapping[str, Pause]:
    rules = configuration.rule_documents.items()
    return {id: rule["paused"] for id, rule in rules if "paused" in rule}
