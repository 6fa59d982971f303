"""What a policy may ask for and no engine does: one entry each, until it has one.

A policy keeps and answers it, and names it; content that it was to judge is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.domain.content import Content
from common.engines.registry import ENGINES


@dataclass(frozen=True, slots=True)
class Unserved:
    """`media` are the kinds of content that it judges; None means whatever is posted."""

    name: str
    media: tuple[str, ...] | None

    @property
    def config_field(self) -> str:
        return f"{self.name}_config"

    def judges(self, content: Content) -> bool:
        return self.media is None or any(getattr(content, kind) for kind in self.media)


UNSERVED: dict[str, Unserved] = {
    each.name: each
    for each in (
        Unserved("ai_text", ("texts",)),
        Unserved("ai_image", ("images",)),
        Unserved("ai_video", ("videos",)),
        Unserved("ai_audio", ("audios",)),
        Unserved("automod_toxicity", ("texts",)),
        Unserved("automod_semantic_filters", ("texts",)),
        Unserved("llm", ("texts",)),
        Unserved("google_vision", ("images",)),
        Unserved("velocity_filter", None),
        Unserved("flood", None),
        Unserved("rule_builder", None),
        Unserved("video_call_rule", ()),
    )
}
_SWITCHES = ("enabled", "async")


def asked_in_vain(config: Mapping[str, Any]) -> list[Unserved]:
    """What a policy's sub-configs ask for, unless they are off or ask for nothing."""
    served = {engine.config_field for engine in ENGINES.values()}
    return [
        each
        for each in UNSERVED.values()
        if each.config_field not in served and _asks(each, config.get(each.config_field))
    ]


def _asks(unserved: Unserved, settings: Mapping[str, Any] | None) -> bool:
    if not settings or settings.get("enabled") is False:
        return False
    if unserved.name == "google_vision":
        return bool(settings.get("enabled"))
    return any(value for name, value in settings.items() if name not in _SWITCHES)
