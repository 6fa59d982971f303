"""Whether a policy has an engine that looks at images at all."""

from __future__ import annotations

from collections.abc import Iterable

from common.engines.remote.adapter import NotJudged
from common.engines.remote.engine import looks_at_images
from common.engines.running import EngineRun


def see_images(runs: Iterable[EngineRun]) -> bool:
    return any(map(_sees, runs))


def _sees(run: EngineRun) -> bool:
    """An engine that asks providers looks at what they do; one that is missing will be told."""
    engine, providers = run.engine, run.resources.providers
    if engine.media is not None:
        return "images" in engine.media
    if not engine.asks_providers or providers is None:
        return False
    try:
        asked = [providers.find(id, engine.name) for id in set(run.config.providers().values())]
    except NotJudged:
        return True
    return any(map(looks_at_images, asked))
