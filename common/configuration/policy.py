"""Policies: which engines run, and which action their labels ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from common.domain.labels import SEVERITIES, Label
from common.domain.policy import Policy as PolicyDocument
from common.domain.policy import policy_id
from common.domain.recommendation import KEEP, strongest
from common.engines.content import Content

if TYPE_CHECKING:
    from common.configuration.block_lists import BlockLists
    from common.engines.registry import Engine

BLOCK_LIST = "block_list"
DEFAULT_THRESHOLD = 0.5
BUILT_IN_POLICY: PolicyDocument = {
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

Classify = Callable[[Content], Sequence[Label]]


@dataclass(frozen=True, slots=True)
class EngineRun:
    engine: str
    classify: Classify
    deferred: bool
    rules: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """`revision` changes whenever the same content might be judged otherwise."""

    key: str
    revision: str
    runs: tuple[EngineRun, ...]

    def rules_of(self, engine: str) -> Sequence[Mapping[str, Any]]:
        return next((run.rules for run in self.runs if run.engine == engine), ())

    def action_for(self, label: Label) -> str:
        """What the policy asks for where the engine gave this label; the strongest rule wins."""
        return strongest(_asked(rule, label) for rule in self.rules_of(label.engine))

    def is_classified(self, label: Label) -> bool:
        """Whether the label counts in the author's history: at the policy's own threshold."""
        bounds = [_threshold(r) for r in self.rules_of(label.engine) if _name(r) == label.name]
        return label.score >= min(bounds, default=DEFAULT_THRESHOLD)


def find_policy(
    policies: Mapping[str, PolicyDocument], key: str, team: str
) -> PolicyDocument | None:
    for candidate in _fallbacks(key):
        for scope in dict.fromkeys((team, "")):
            found = policies.get(policy_id(candidate, scope))
            if found is not None:
                return found
    return None


def _fallbacks(key: str) -> list[str]:
    """chat:<type>:<id> falls back to chat:<type>, then chat; feeds:<group> to feeds:default."""
    parts = key.split(":")
    keys = [key]
    if parts[0] == "chat":
        keys += [":".join(parts[:2]), "chat"]
    elif parts[0] == "feeds":
        keys += ["feeds:default", "feeds"]
    return list(dict.fromkeys(keys))


def compile_policy(document: PolicyDocument, lists: BlockLists) -> Policy:
    from common.engines.registry import ENGINES

    config = document["config"]
    runs: list[EngineRun] = []
    for engine in ENGINES.values():
        settings = config.get(engine.config_field)
        if engine.name == BLOCK_LIST:
            settings = _with_lists_of_rules(settings, lists.ruled)
        if settings is None or settings.get("enabled") is False:
            continue
        classify = _classifier(engine, settings, lists)
        deferred = engine.slow or bool(settings.get("async"))
        runs.append(EngineRun(engine.name, classify, deferred, tuple(settings.get("rules") or ())))
    revision = f"{document['id']}:{document['updated_at']}:{lists.revision}"
    return Policy(document["key"], revision, tuple(runs))


def _classifier(engine: Engine, settings: Mapping[str, Any], lists: BlockLists) -> Classify:
    if engine.name != BLOCK_LIST:
        plain: Classify = engine.load()(settings)
        return plain
    names = dict.fromkeys(_name(rule) for rule in settings["rules"])
    specs = [spec for spec in map(lists.find, names) if spec is not None]
    matching: Classify = engine.load()(specs, bool(settings.get("match_substring")))
    return matching


def _with_lists_of_rules(
    settings: Mapping[str, Any] | None, ruled: Sequence[str]
) -> dict[str, Any] | None:
    """Lists that only a rule names are looked up too, without an action of their own."""
    enabled = settings is not None and settings.get("enabled") is not False
    rules = list((settings or {}).get("rules") or ()) if enabled else []
    named = {_name(rule) for rule in rules}
    plain = [{"name": name, "action": KEEP} for name in ruled if name not in named]
    if not rules and not plain:
        return None
    return {**(settings or {}), "enabled": True, "rules": [*rules, *plain]}


def _name(rule: Mapping[str, Any]) -> str:
    return str(rule.get("label") or rule.get("name") or "")


def _threshold(rule: Mapping[str, Any]) -> float:
    if rule.get("threshold") is not None:
        return float(rule["threshold"])
    if rule.get("min_confidence") is not None:
        return float(rule["min_confidence"]) / 100
    return DEFAULT_THRESHOLD


def _asked(rule: Mapping[str, Any], label: Label) -> str:
    if _name(rule) != label.name or label.score < _threshold(rule):
        return KEEP
    graded = rule.get("severity_rules") or ()
    if graded and label.severity:
        rank = SEVERITIES.index(label.severity)
        reached = [r for r in graded if SEVERITIES.index(r["severity"]) <= rank]
        return strongest(str(r["action"]) for r in reached)
    return str(rule.get("action") or KEEP)
