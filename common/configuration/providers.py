"""The providers that policies name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from common.domain.errors import Invalid
from common.domain.provider import Provider
from common.engines.llm.config import INJECTION
from common.engines.registry import ENGINES
from common.engines.remote.kinds import KINDS


def providers_named(config: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The field, the provider that it names, and the engine that is to ask it."""
    for engine in ENGINES.values():
        if not engine.asks_providers:
            continue
        settings = config.get(engine.config_field) or {}
        if settings.get("provider"):
            yield f"{engine.config_field}.provider", settings["provider"], engine.name
        for number, rule in enumerate(settings.get("rules") or ()):
            if rule.get("provider"):
                field = f"{engine.config_field}.rules.{number}.provider"
                yield field, rule["provider"], engine.name


def check_asking(
    held: Mapping[str, Provider], rules: Collection[str], config: Mapping[str, Any]
) -> None:
    """Raises Invalid for a provider that does not exist or cannot do what is asked of it, for a
    label that it does not give, and for one of the app's rules that would never ask.
    """
    for field, settings in config.items():
        for number, rule in enumerate((settings.get("ask_when") or {}).get("rules") or ()):
            if rule not in rules:
                name = f"{field}.ask_when.rules.{number}"
                raise Invalid.field(name, f"names the rule {rule!r}, which does not exist")
    for field, id, engine in providers_named(config):
        if id not in held:
            raise Invalid.field(field, f"names the provider {id!r}, which does not exist")
        kind = KINDS[held[id]["kind"]]
        if not kind.serves(engine):
            raise Invalid.field(field, f"names {id!r}, whose kind {kind.name} is not for this")
        settings = config[field.partition(".")[0]]
        for number, rule in enumerate(settings.get("rules") or ()):
            is_asked = rule.get("provider", settings.get("provider")) == id
            if is_asked and kind.labels and rule["label"] not in (*kind.labels, INJECTION):
                name = f"{field.partition('.')[0]}.rules.{number}.label"
                raise Invalid.field(name, f"can be {', '.join(kind.labels)}")
