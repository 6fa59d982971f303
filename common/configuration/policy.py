"""Policies: which engines run, and which action their labels ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from common.domain.labels import SEVERITIES, Label
from common.domain.policy import Policy
from common.domain.recommendation import KEEP, strongest
from common.engines.config import DEFAULT_THRESHOLD, Ask, NotJudged
from common.engines.engine import Engine, Need, Resources
from common.engines.registry import ENGINES
from common.engines.running import EngineRun
from common.engines.unserved import Unserved, asked_in_vain, parsed

if TYPE_CHECKING:
    from common.domain.standing import Standing
    from common.engines.remote.remote import Providers

BUILT_IN_POLICY: Policy = {
    "id": "",
    "key": "",
    "team": "",
    "config": {
        "automod_platform_circumvention_config": {
            "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
        },
        "automod_toxicity_config": {
            "rules": [
                {"label": "identity_attack", "threshold": 0.5, "action": "flag"},
                {"label": "insult", "threshold": 0.5, "action": "flag"},
                {"label": "sexual_explicit", "threshold": 0.5, "action": "flag"},
                {"label": "threat", "threshold": 0.5, "action": "flag"},
            ]
        },
    },
    "updated_at": 0,
}


_MOST_CAREFUL: tuple[NotJudged, ...] = ("wait", "flag", "keep")


@dataclass(frozen=True, slots=True)
class CompiledPolicy:
    """`revision` changes whenever the same content might be judged otherwise. `unserved` is what
    the policy asks for and no engine does. `choices` has what follows where one of its parts, by
    name, did not judge; without one it is flagged.
    """

    key: str
    revision: str
    runs: tuple[EngineRun, ...]
    needs: frozenset[Need] = frozenset()
    unserved: tuple[Unserved, ...] = ()
    choices: Mapping[str, NotJudged | None] = field(default_factory=dict)
    is_bypassed: bool = False
    team: str = ""

    def bypassed(self) -> CompiledPolicy:
        """For a creator whose content passes unmoderated: no engine runs."""
        return CompiledPolicy(self.key, f"{self.revision}:bypassed", (), is_bypassed=True)

    def of(self, standing: Standing) -> CompiledPolicy:
        return self.bypassed() if standing.is_bypassed else self

    def action_for(self, label: Label) -> str:
        """What the policy asks for where the engine gave this label; the strongest ask wins."""
        return strongest(_action(ask, label) for ask in self._asks_for(label))

    def unjudged_actions(self, names: Iterable[str]) -> list[str]:
        """What follows where these parts did not judge: not judged is not safe."""
        return ["keep" if self.choices.get(name) == "keep" else "flag" for name in names]

    def waited_for(self, names: Iterable[str]) -> list[str]:
        """Those engines of these, which did not judge, that are to be asked again later."""
        return [name for name in names if self.choices.get(name) == "wait"]

    def is_classified(self, label: Label) -> bool:
        """Whether the label counts in the author's history: at the policy's own threshold."""
        bounds = [ask.threshold for ask in self._asks_for(label)]
        return label.score >= min(bounds, default=DEFAULT_THRESHOLD)

    def _asks_for(self, label: Label) -> Iterator[Ask]:
        for run in self.runs:
            if run.engine.name == label.engine:
                yield from (
                    ask
                    for ask in run.asks
                    if (ask.label, ask.team, ask.case) == (label.name, label.team, label.case)
                )


def compile_policy(document: Policy, resources: Resources) -> CompiledPolicy:
    config = document["config"]
    team = document["team"]
    resources = replace(
        resources, lists=resources.lists.of_team(team), filters=resources.filters.of_team(team)
    )
    found = [_run(each, config.get(each.config_field), resources) for each in ENGINES.values()]
    runs = tuple(run for run in found if run is not None)
    stamps = (resources.lists.revision, resources.filters.revision)
    revision = ":".join((document["id"], str(document["updated_at"]), *stamps))
    if resources.hash_lists is not None:
        revision += f":{resources.hash_lists.revision}"
    if resources.providers is not None and any(run.engine.asks_providers for run in runs):
        revision += f":{resources.providers.revision}"
    needs = frozenset[Need]().union(*(run.engine.needs for run in runs))
    unserved = tuple(asked_in_vain(config))
    choices = {run.engine.name: _choice(run, resources.providers) for run in runs}
    choices |= {each.name: config[each.config_field].get("not_judged") for each in unserved}
    return CompiledPolicy(document["key"], revision, runs, needs, unserved, choices, team=team)


def _run(
    engine: Engine, settings: Mapping[str, Any] | None, resources: Resources
) -> EngineRun | None:
    """Lists that only a rule names are looked for too, whether the policy turns that on or not."""
    is_on = settings is not None and settings.get("enabled") is not False
    ruled: Sequence[str] = resources.lists.ruled if engine.names_lists else ()
    if not is_on and not ruled:
        return None
    config = parsed(engine, settings or {})
    if config is None:
        return None
    asks = config.asks() if is_on else ()
    if engine.names_lists and not asks and not ruled:
        return None
    deferred = engine.slow or config.is_slow or bool(config.async_)
    return EngineRun(engine, config, resources.of(engine), asks, deferred)


def _choice(run: EngineRun, providers: Providers | None) -> NotJudged | None:
    """What follows where it did not judge: the policy says so, or the providers that it asks do, of
    whom the most careful counts.
    """
    if run.config.not_judged or not run.engine.asks_providers or providers is None:
        return run.config.not_judged
    named = set(run.config.providers().values())
    found = {providers.choice(id, run.engine.name) for id in named}
    return next((choice for choice in _MOST_CAREFUL if choice in found), None)


def _action(ask: Ask, label: Label) -> str:
    if label.score < ask.threshold:
        return KEEP
    if label.severity is None:
        return ask.action
    named = dict(ask.by_severity)
    rank = SEVERITIES.index(label.severity)
    below = next((named[each] for each in SEVERITIES[rank::-1] if each in named), KEEP)
    return below if label.severity in named else strongest((below, ask.action))
