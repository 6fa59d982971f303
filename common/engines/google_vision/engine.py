"""Google's SafeSearch, as a policy's google_vision_config asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.google_vision.config import GoogleVisionConfig
from common.engines.remote.engine import labels_of

Config = GoogleVisionConfig
NAME = "google_vision"


def prepare(config: GoogleVisionConfig, resources: Resources) -> Classifier:
    providers = resources.providers
    assert providers is not None

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        return await labels_of(providers, config.provider, content, NAME)

    return classify
