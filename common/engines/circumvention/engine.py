"""Attempts to take a conversation or a payment off the platform."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.budget import within_budget
from common.engines.circumvention.apps import app_signals
from common.engines.circumvention.contacts import contact_signals
from common.engines.circumvention.numbers import bitcoin_signals, number_signals
from common.engines.circumvention.signals import Signal, first_of_each_place
from common.engines.config import ThresholdConfig
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.text.folding import Folded, fold

NAME = "platform_circumvention"
_SHORTEST_BITCOIN = 26

Config = ThresholdConfig


def prepare(config: ThresholdConfig, resources: Resources) -> Classifier:
    """The policy's thresholds are applied to the label's score, not here."""
    del config, resources
    return _classify


async def _classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
    return find(content, facts.region)


def find(content: Content, region: str | None = None) -> list[Label]:
    """`region` is the country whose telephone numbers may go without its code."""
    spans: list[Span] = []
    probabilities: list[float] = []
    links: list[float] = []
    for index in within_budget(range(len(content.texts))):
        folded = content.derived(fold, index)
        for signal, (start, end) in located(folded, region):
            spans.append(Span(index, start, end, signal.kind))
            (links if signal.kind == "link" else probabilities).append(signal.probability)
    if not spans:
        return []
    # An article with its sources is no more of a way out than one with a single link.
    probabilities.append(max(links, default=0))
    score = 1 - prod(1 - probability for probability in probabilities)
    return [Label("automod_platform_circumvention", NAME, score, spans=tuple(spans))]


def located(folded: Folded, region: str | None) -> list[tuple[Signal, tuple[int, int]]]:
    """Signals with their places in the original text."""
    contacts = contact_signals(folded)
    numbers = number_signals(folded, region)
    found = [*first_of_each_place([*contacts, *numbers]), *app_signals(folded)]
    places = [(signal, folded.original_span(signal.start, signal.end)) for signal in found]
    if max(map(len, folded.tokens), default=0) >= _SHORTEST_BITCOIN:
        for signal in bitcoin_signals(folded.original):
            places.append((signal, (signal.start, signal.end)))
    return places
