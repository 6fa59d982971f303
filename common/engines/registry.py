"""The engines there are, one entry each."""

from __future__ import annotations

from common.engines.engine import Engine

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
    )
}


def names_lists(engine: str) -> bool:
    """Whether the labels of this engine are names of lists; items may name engines of old."""
    found = ENGINES.get(engine)
    return found is not None and found.names_lists
