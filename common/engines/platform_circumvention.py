"""Attempts to take a conversation or a payment off the platform."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod

from common.domain.labels import Label, Span
from common.engines import app_signals, contact_signals, number_signals
from common.engines.content import Content
from common.engines.folding import Folded
from common.engines.signals import Signal

NAME = "platform_circumvention"
_DOTTED = re.compile(r"[.](?=[a-z])|@|//")
_ENOUGH_DIGITS = 7


def prepare(settings: object = None) -> Callable[[Content], list[Label]]:
    """The policy's thresholds are applied to the label's score, not here."""
    del settings
    return run


def run(content: Content) -> list[Label]:
    spans: list[Span] = []
    doubts: list[float] = []
    for index in range(len(content.texts)):
        folded = content.folded(index)
        for signal, (start, end) in located(folded, content.creator_region):
            spans.append(Span(index, start, end, signal.kind))
            doubts.append(1 - signal.probability)
    if not spans:
        return []
    return [Label("automod_platform_circumvention", NAME, 1 - prod(doubts), spans=tuple(spans))]


def located(folded: Folded, region: str | None) -> list[tuple[Signal, tuple[int, int]]]:
    """Signals with their places in the original text."""
    text, tokens = folded.text, folded.tokens
    found: list[Signal] = []
    in_original: list[Signal] = []
    if not contact_signals.HINTS.isdisjoint(tokens) or _DOTTED.search(text):
        found += contact_signals.contact_signals(text)
    if not app_signals.HINTS.isdisjoint(tokens):
        found += app_signals.app_signals(text)
    if _digits(text) >= _ENOUGH_DIGITS or not number_signals.HINTS.isdisjoint(tokens):
        found += number_signals.number_signals(text, region)
    if max(map(len, tokens), default=0) >= 26:
        in_original += number_signals.bitcoin_signals(folded.original)
    places = [(signal, folded.original_span(signal.start, signal.end)) for signal in found]
    return places + [(signal, (signal.start, signal.end)) for signal in in_original]


def _digits(text: str) -> int:
    raw = text.encode(errors="replace")
    return len(raw) - len(raw.translate(None, b"0123456789"))
