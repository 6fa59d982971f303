"""What a policy may ask for and no engine does: one entry each, until it has one; and what an
earlier release has stored that today's engine refuses.

A policy keeps and answers it, and names it; content that it was to judge is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from common.domain.content import Content
from common.engines.config import EngineConfig
from common.engines.engine import Engine
from common.engines.registry import ENGINES


@dataclass(frozen=True, slots=True)
class Unserved:
    """`media` are the kinds of content that it judges; None means whatever is posted. `why` is told
    to whoever keeps a policy that asks for it.
    """

    name: str
    media: tuple[str, ...] | None
    why: str

    @property
    def config_field(self) -> str:
        return f"{self.name}_config"

    def judges(self, content: Content) -> bool:
        return self.media is None or any(getattr(content, kind) for kind in self.media)


UNSERVED: dict[str, Unserved] = {
    each.name: each
    for each in (
        Unserved("ai_audio", ("audios",), "no engine listens to sound"),
        Unserved("video_call_rule", (), "no calls pass through Gavel"),
    )
}
_SWITCHES = ("enabled", "async", "not_judged")


def asked_in_vain(config: Mapping[str, Any]) -> list[Unserved]:
    """What a policy's sub-configs ask for, unless they are off or ask for nothing."""
    served = {engine.config_field for engine in ENGINES.values()}
    refused = [
        Unserved(engine.name, None, "an earlier release kept what today's engine refuses")
        for engine in ENGINES.values()
        if engine.config
        and _is_on(config.get(engine.config_field))
        and parsed(engine, config[engine.config_field]) is None
    ]
    return refused + [
        each
        for each in UNSERVED.values()
        if each.config_field not in served and _asks(config.get(each.config_field))
    ]


def parsed(engine: Engine, settings: Mapping[str, Any]) -> EngineConfig | None:
    """None for what the engine refuses: it was stored when there was no such engine, or fewer
    fields were looked at.
    """
    known = engine.config_class()
    if known is None:
        return engine.load().Config.model_validate(settings)
    try:
        config = known.model_validate(settings)
    except ValidationError:
        return None
    return None if any(True for _ in config.refused()) else config


def fields_in_vain(config: Mapping[str, Any]) -> list[str]:
    """Fields of sub-configs that are given and change nothing."""
    return [
        f"{engine.config_field}.{name}"
        for engine in ENGINES.values()
        if engine.config
        and _is_on(config.get(engine.config_field))
        and (found := parsed(engine, config[engine.config_field])) is not None
        for name in found.in_vain()
    ]


def _is_on(settings: Mapping[str, Any] | None) -> bool:
    return bool(settings and settings.get("enabled") is not False)


def _asks(settings: Mapping[str, Any] | None) -> bool:
    if not settings or not _is_on(settings):
        return False
    return any(value for name, value in settings.items() if name not in _SWITCHES)
