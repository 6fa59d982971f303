"""Floods: the same text again and again, or one that is made to look a little different."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.floods.counting import whole_texts
from common.engines.floods.flood_config import FloodConfig

NAME = "flood"

Config = FloodConfig


def prepare(config: FloodConfig, resources: Resources) -> Classifier:
    del resources

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        activity = facts.activity
        if activity is None:
            return []
        return [
            Label(NAME, kind, 1.0, spans=whole_texts(content))
            for kind, limit in config.by_kind.items()
            if limit.reached(activity.post, activity.past)
        ]

    return classify
