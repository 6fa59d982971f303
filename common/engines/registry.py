"""The engines there are, one entry each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.errors import Invalid
from common.engines.ai_text.labels import LABELS as AI_TEXT
from common.engines.engine import Engine
from common.engines.image_labels import CLASSIFIED

ENGINES: dict[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine(
            "block_list",
            "block_list_config",
            "common.engines.block_list.engine",
            names_lists=True,
        ),
        Engine(
            "automod_platform_circumvention",
            "automod_platform_circumvention_config",
            "common.engines.circumvention.engine",
            labels=("platform_circumvention",),
        ),
        Engine(
            "automod_semantic_filters",
            "automod_semantic_filters_config",
            "common.engines.semantic.engine",
        ),
        Engine(
            "velocity_filter",
            "velocity_filter_config",
            "common.engines.floods.velocity",
            labels=("fast_spam", "slow_spam", "cids_per_user"),
            needs=frozenset({"activity"}),
            config="common.engines.floods.velocity_config:VelocityConfig",
        ),
        Engine(
            "flood",
            "flood_config",
            "common.engines.floods.flood",
            labels=("flood_identical", "flood_similar"),
            needs=frozenset({"activity"}),
            config="common.engines.floods.flood_config:FloodConfig",
        ),
        Engine(
            "llm",
            "llm_config",
            "common.engines.llm.engine",
            config="common.engines.llm.config:LlmConfig",
            runs="await",
            needs=frozenset({"network", "secrets"}),
            slow=True,
            budget=60.0,
        ),
        Engine(
            "remote",
            "remote_config",
            "common.engines.remote.engine",
            runs="await",
            needs=frozenset({"network", "secrets"}),
            slow=True,
            budget=60.0,
        ),
        Engine(
            "google_vision",
            "google_vision_config",
            "common.engines.google_vision.engine",
            runs="await",
            needs=frozenset({"network", "secrets"}),
            slow=True,
            budget=60.0,
            media=("images",),
            config="common.engines.google_vision.config:GoogleVisionConfig",
        ),
        Engine(
            "automod_toxicity",
            "automod_toxicity_config",
            "common.engines.toxicity.engine",
            labels=(
                "identity_attack",
                "insult",
                "obscene",
                "sexual_explicit",
                "threat",
                "toxic",
            ),
        ),
        Engine(
            "ai_text",
            "ai_text_config",
            "common.engines.ai_text.engine",
            labels=AI_TEXT,
            config="common.engines.ai_text.config:TextConfig",
        ),
        Engine(
            "ai_image",
            "ai_image_config",
            "common.engines.images.engine",
            runs="await",
            needs=frozenset({"network"}),
            slow=True,
            budget=45.0,
            media=("images",),
            tells=CLASSIFIED,
        ),
        Engine(
            "ai_video",
            "ai_video_config",
            "common.engines.videos.engine",
            runs="await",
            needs=frozenset({"network"}),
            slow=True,
            budget=45.0,
            media=("videos",),
            tells=CLASSIFIED,
        ),
    )
}


def names_lists(engine: str) -> bool:
    """Whether the labels of this engine are names of lists; items may name engines of old."""
    found = ENGINES.get(engine)
    return found is not None and found.names_lists


def check_labels(config: Mapping[str, Any]) -> None:
    """Raises Invalid for a rule about a label that its engine does not give, and for what the
    engine refuses.
    """
    for engine in ENGINES.values():
        settings = config.get(engine.config_field) or {}
        for number, rule in enumerate(settings.get("rules") or ()):
            if engine.labels and rule.get("label", engine.labels[0]) not in engine.labels:
                field = f"{engine.config_field}.rules.{number}.label"
                raise Invalid.field(field, f"can be {', '.join(engine.labels)}")
        known = engine.config_class() if settings else None
        for name, why in known.model_validate(settings).refused() if known else ():
            raise Invalid.field(f"{engine.config_field}.{name}", why)
