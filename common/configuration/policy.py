"""Policies: which engines run, and which action their labels ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from common.domain.errors import Invalid
from common.domain.labels import SEVERITIES, Label
from common.domain.policy import Policy, policy_id
from common.domain.recommendation import KEEP, strongest
from common.engines.config import DEFAULT_THRESHOLD, Ask
from common.engines.engine import Engine, Need, Resources
from common.engines.registry import ENGINES
from common.engines.running import EngineRun
from common.engines.unserved import Unserved, asked_in_vain

BUILT_IN_POLICY: Policy = {
    "id": "",
    "key": "",
    "team": "",
    "config": {
        "automod_platform_circumvention_config": {
            "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
        }
    },
    "updated_at": 0,
}


@dataclass(frozen=True, slots=True)
class CompiledPolicy:
    """`revision` changes whenever the same content might be judged otherwise. `unserved` is what
    the policy asks for and no engine does.
    """

    key: str
    revision: str
    runs: tuple[EngineRun, ...]
    needs: frozenset[Need] = frozenset()
    unserved: tuple[Unserved, ...] = ()
    is_bypassed: bool = False

    def bypassed(self) -> CompiledPolicy:
        """For a creator whose content passes unmoderated: no engine runs."""
        return CompiledPolicy(self.key, f"{self.revision}:bypassed", (), is_bypassed=True)

    def action_for(self, label: Label) -> str:
        """What the policy asks for where the engine gave this label; the strongest ask wins."""
        return strongest(_action(ask, label) for ask in self._asks_for(label))

    def is_classified(self, label: Label) -> bool:
        """Whether the label counts in the author's history: at the policy's own threshold."""
        bounds = [ask.threshold for ask in self._asks_for(label)]
        return label.score >= min(bounds, default=DEFAULT_THRESHOLD)

    def _asks_for(self, label: Label) -> Iterator[Ask]:
        for run in self.runs:
            if run.engine.name == label.engine:
                yield from (
                    ask for ask in run.asks if (ask.label, ask.team) == (label.name, label.team)
                )


def check_labels(config: Mapping[str, Any]) -> None:
    """Raises Invalid for a rule about a label that its engine does not give."""
    for engine in ENGINES.values():
        for number, rule in enumerate((config.get(engine.config_field) or {}).get("rules") or ()):
            if engine.labels and rule["label"] not in engine.labels:
                field = f"{engine.config_field}.rules.{number}.label"
                raise Invalid.field(field, f"can be {', '.join(engine.labels)}")


def find_policy(policies: Mapping[str, Policy], key: str, team: str) -> Policy | None:
    for candidate in _fallbacks(key):
        for scope in dict.fromkeys((team, "")):
            found = policies.get(policy_id(candidate, scope))
            if found is not None:
                return found
    return None


def has_policy(policies: Mapping[str, Policy], key: str) -> bool:
    """Whether the key finds a policy, for any team."""
    teams = {policy["team"] for policy in policies.values()}
    return any(find_policy(policies, key, team) for team in teams)


def _fallbacks(key: str) -> list[str]:
    """chat:<type>:<id> falls back to chat:<type>, then chat; feeds:<group> to feeds:default."""
    parts = key.split(":")
    keys = [key]
    if parts[0] == "chat":
        keys += [":".join(parts[:2]), "chat"]
    elif parts[0] == "feeds":
        keys += ["feeds:default", "feeds"]
    return list(dict.fromkeys(keys))


def compile_policy(document: Policy, resources: Resources) -> CompiledPolicy:
    config = document["config"]
    resources = replace(resources, lists=resources.lists.of_team(document["team"]))
    found = [_run(each, config.get(each.config_field), resources) for each in ENGINES.values()]
    runs = tuple(run for run in found if run is not None)
    revision = f"{document['id']}:{document['updated_at']}:{resources.lists.revision}"
    needs = frozenset[Need]().union(*(run.engine.needs for run in runs))
    return CompiledPolicy(document["key"], revision, runs, needs, tuple(asked_in_vain(config)))


def _run(
    engine: Engine, settings: Mapping[str, Any] | None, resources: Resources
) -> EngineRun | None:
    """Lists that only a rule names are looked for too, whether the policy turns that on or not."""
    is_on = settings is not None and settings.get("enabled") is not False
    ruled: Sequence[str] = resources.lists.ruled if engine.names_lists else ()
    if not is_on and not ruled:
        return None
    config = engine.load().Config.model_validate(settings or {})
    asks = config.asks() if is_on else ()
    if engine.names_lists and not asks and not ruled:
        return None
    deferred = engine.slow or bool(config.async_)
    return EngineRun(engine, config, resources.of(engine), asks, deferred)


def _action(ask: Ask, label: Label) -> str:
    if label.score < ask.threshold:
        return KEEP
    if ask.by_severity and label.severity:
        rank = SEVERITIES.index(label.severity)
        reached = (action for least, action in ask.by_severity if SEVERITIES.index(least) <= rank)
        return strongest(reached)
    return ask.action
