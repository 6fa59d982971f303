"""Moderation endpoints and guard models: what they call content, as the policy's rules say."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from common.domain.content import Content
from common.domain.labels import Label
from common.domain.provider import Provider
from common.engines.budget import leave_out
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.config import RemoteConfig
from common.engines.remote.kinds import KINDS
from common.engines.remote.remote import Providers

Config = RemoteConfig
NAME = "remote"


def prepare(config: RemoteConfig, resources: Resources) -> Classifier:
    providers = resources.providers
    assert providers is not None

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        named = dict.fromkeys(rule.provider for rule in config.rules or ())
        outcomes = await asyncio.gather(*(labels_of(providers, each, content) for each in named))
        return [label for labels in outcomes for label in labels]

    return classify


async def labels_of(
    providers: Providers, id: str | None, content: Content, engine: str = NAME
) -> list[Label]:
    """What the provider says of content, which is not judged where it cannot tell."""
    found: Sequence[Finding] = ()
    try:
        provider = providers.find(id, engine)
        question = question_of(provider, content)
        if question.texts or question.images:
            found = await providers.ask(provider, question)
    except NotJudged as error:
        leave_out(str(error))
        found = error.found
    return [labelled(engine, finding) for finding in found]


def question_of(provider: Provider, content: Content) -> Question:
    """Of the content, what the provider looks at."""
    media = KINDS[provider["kind"]].media
    texts = content.texts if "texts" in media else ()
    images = content.images if looks_at_images(provider) else ()
    return Question(texts if any(map(str.strip, texts)) else (), images)


def looks_at_images(provider: Provider) -> bool:
    return "images" in KINDS[provider["kind"]].media and provider["images"]


def labelled(engine: str, finding: Finding) -> Label:
    return Label(
        engine,
        finding.label,
        finding.score,
        finding.modality,
        finding.severity,
        finding.spans,
        places=finding.places,
    )
