"""Attempts to take a conversation or a payment off the platform."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.budget import leave_out, left_out, within_budget
from common.engines.circumvention.accounts import account_signals, bitcoin_signals
from common.engines.circumvention.apps import app_signals
from common.engines.circumvention.emails import email_signals
from common.engines.circumvention.links import link_signals
from common.engines.circumvention.moves import move_signals
from common.engines.circumvention.phones import phone_signals
from common.engines.circumvention.signals import Signal, first_of_each_place
from common.engines.circumvention.views import view
from common.engines.config import ThresholdConfig
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.text.folding import Folded, fold

NAME = "platform_circumvention"
_SHORTEST_BITCOIN = 26

Located = tuple[Signal, tuple[int, int]]
"""A signal in the text as it is read, and its place in the text as sent."""

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
        for signal, (start, end) in located_in(content, index, region):
            spans.append(Span(index, start, end, signal.kind))
            (links if signal.kind == "link" else probabilities).append(signal.probability)
    if not spans:
        return []
    # An article with its sources is no more of a way out than one with a single link.
    probabilities.append(max(links, default=0))
    score = 1 - prod(1 - probability for probability in probabilities)
    return [Label("automod_platform_circumvention", NAME, score, spans=tuple(spans))]


class _Held(dict[str | None, list[Located]]):
    """What was located in a text, by the region that its telephone numbers were read for, and why
    that is not all.
    """

    def __init__(self, text: str) -> None:
        del text
        super().__init__()
        self.left_out: str | None = None


def located_in(content: Content, index: int, region: str | None) -> list[Located]:
    """In text number `index`; looked for once, whatever engine asks first."""
    held = content.derived(_Held, index)
    if region not in held:
        held[region] = located(content.derived(fold, index), region)
        held.left_out = left_out()
    elif held.left_out is not None:
        leave_out(held.left_out)
    return held[region]


def located(folded: Folded, region: str | None) -> list[Located]:
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
        for signals in (contacts, app_signals(seen), move_signals(seen))
        for signal in first_of_each_place(signals)
    ]
    if max(map(len, folded.tokens), default=0) >= _SHORTEST_BITCOIN:
        for signal in bitcoin_signals(folded.original):
            places.append((signal, (signal.start, signal.end)))
    return places
