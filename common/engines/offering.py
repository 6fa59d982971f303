"""The labels that an engine, as a policy uses it, can give for one content."""

from __future__ import annotations

from common.domain.content import Content
from common.engines.running import EngineRun


def offered(run: EngineRun, content: Content) -> frozenset[str]:
    """None of what it does not look at, as a provider without images at one. The names of lists are
    no labels.
    """
    engine = run.engine
    if engine.names_lists or not engine.judges(content):
        return frozenset()
    if engine.asks_providers:
        return _of_providers(run, content)
    if engine.media is None and not content.texts:
        return frozenset()
    chosen = frozenset(ask.label for ask in run.asks)
    return frozenset(engine.labels) or chosen.intersection(engine.tells or chosen)


def _of_providers(run: EngineRun, content: Content) -> frozenset[str]:
    """One that is asked for all of the labels, or one for each rule."""
    providers = run.config.providers()
    looking = {id: _looks_at(run, id, content) for id in set(providers.values())}
    if len(looking) > 1:
        asks = zip(run.asks, providers.values(), strict=True)
        return frozenset(ask.label for ask, id in asks if looking[id])
    return frozenset(ask.label for ask in run.asks if all(looking.values()))


def _looks_at(run: EngineRun, id: str | None, content: Content) -> bool:
    """One that is missing will be told."""
    from common.engines.remote.adapter import NotJudged
    from common.engines.remote.engine import question_of

    providers = run.resources.providers
    assert providers is not None
    try:
        question = question_of(providers.find(id, run.engine.name), content)
    except NotJudged:
        return True
    return bool(question.texts or question.images)
