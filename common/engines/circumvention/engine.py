"""Attempts to take a conversation or a payment off the platform."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.budget import within_budget
from common.engines.circumvention.accounts import account_signals, bitcoin_signals
from common.engines.circumvention.apps import app_signals
from common.engines.circumvention.emails import email_signals
from common.engines.circumvention.links import link_signals
from common.engines.circumvention.phones import phone_signals
from common.engines.circumvention.signals import Signal, first_of_each_place
from common.engines.circumvention.views import view
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
    seen = view(folded)
    contacts = [
        *email_signals(seen),
        *link_signals(seen),
        *account_signals(seen),
        *phone_signals(seen, region),
    ]
    places = [
        (signal, folded.original_span(*seen.folded_span(signal.start, signal.end)))
        for signals in (contacts, app_signals(seen))
        for signal in first_of_each_place(signals)
    ]
    if max(map(len, folded.tokens), default=0) >= _SHORTEST_BITCOIN:
        for signal in bitcoin_signals(folded.original):
            places.append((signal, (signal.start, signal.end)))
    return places
