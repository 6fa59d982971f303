"""Semantic filters: content that means what a customer's phrases mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.budget import leave_out, within_budget
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.engines.semantic.config import SemanticConfig
from common.engines.semantic.filters import filter_of, nearness
from common.engines.semantic.lanes import Rows
from common.engines.semantic.model import Model, StaticModel, model_of
from common.engines.semantic.screening import MOST_ROWS, Screen
from common.engines.semantic.spec import FilterSpec
from common.engines.semantic.windows import Window, windows
from common.text.folding import fold

NAME = "automod_semantic_filters"
REPORTED = 0.25
"""Lower scores are no label, unless a rule of the policy asks for less."""
_BATCH = 16
_MOST_SPANS = 50

Config = SemanticConfig


class Hit(NamedTuple):
    nearness: float
    window: Window


def prepare(config: SemanticConfig, resources: Resources) -> Classifier:
    """The filters that the policy names; those that it should not have got are not judged."""
    asks = config.asks()
    names = dict.fromkeys(ask.label for ask in asks)
    specs = [spec for name in names if (spec := resources.filters.find(name)) is not None]
    least = {ask.label: min(ask.threshold, REPORTED) for ask in asks}
    find = finder(specs, model_of(config.tier), least)
    missing = len(names) - len(specs)

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        if missing:
            leave_out(f"{missing} of {len(names)} semantic filters do not exist")
        return find(content)

    return classify


def finder(
    specs: Sequence[FilterSpec], model: Model, least: dict[str, float] | None = None
) -> Callable[[Content], list[Label]]:
    """`least` has the lowest score that is a label, by filter."""
    compared = Comparison(specs, model, least or {})
    screen = None if model.most_windows is None else Comparison(specs, StaticModel(), {})

    def find(content: Content) -> list[Label]:
        places: Iterable[Window] = _windows(content)
        if screen is not None and model.most_windows is not None:
            places = screen.nearest(places, model.most_windows)
        hits = compared.hits(places)
        return [compared.label(number, content, each) for number, each in enumerate(hits) if each]

    return find if specs else lambda _: []


def _windows(content: Content) -> Iterator[Window]:
    numbers = range(len(content.texts))
    return chain.from_iterable(windows(content.derived(fold, each), each) for each in numbers)


class Comparison:
    """The vectors of several filters side by side: a window is compared with all at once."""

    def __init__(self, specs: Sequence[FilterSpec], model: Model, least: dict[str, float]) -> None:
        self._specs = specs
        self._model = model
        self._filters = [filter_of(spec, model) for spec in specs]
        vectors = [vector for each in self._filters for vector in each.vectors]
        self._rows = Rows.of(vectors)
        ends = accumulate((len(each.vectors) for each in self._filters), initial=0)
        self._slices = list(pairwise(ends))
        self._bars = [
            each.scale.nearness(least.get(spec.name, REPORTED))
            for spec, each in zip(specs, self._filters, strict=True)
        ]
        self._screen: Screen | None = None
        if model.tier == "vectors" and 0 < len(vectors) <= MOST_ROWS:
            self._screen = Screen(vectors, self._slices, self._bars)

    def hits(self, places: Iterable[Window]) -> list[list[Hit]]:
        """By filter, as long as the budget lasts."""
        hits: list[list[Hit]] = [[] for _ in self._specs]
        left = within_budget(places)
        if self._screen is not None:
            left = filter(self._screen.may_reach, left)
        for place, near in self._compared(left):
            for number, (value, bar) in enumerate(zip(near, self._bars, strict=True)):
                if value >= bar:
                    hits[number].append(Hit(value, place))
        return hits

    def nearest(self, places: Iterable[Window], most: int) -> list[Window]:
        """So many in their order, each by its score in the filter that it is nearest to."""
        first = list(islice(places := iter(places), most + 1))
        if len(first) <= most:
            return first
        left = within_budget(chain(first, places))
        rated = [(self._best(near), place) for place, near in self._compared(left)]
        chosen = set(nlargest(most, range(len(rated)), key=lambda number: rated[number][0]))
        return [place for number, (_, place) in enumerate(rated) if number in chosen]

    def _best(self, near: Sequence[float]) -> float:
        return max(each.scale.score(value) for each, value in zip(self._filters, near, strict=True))

    def _compared(self, places: Iterator[Window]) -> Iterator[tuple[Window, list[float]]]:
        while batch := list(islice(places, _BATCH)):
            vectors = self._model.of_windows(batch)
            for place, vector in zip(batch, vectors, strict=True):
                products = self._rows.products(vector)
                yield place, [nearness(products[start:end]) for start, end in self._slices]

    def label(self, number: int, content: Content, hits: Sequence[Hit]) -> Label:
        scale = self._filters[number].scale
        best = max(hit.nearness for hit in hits)
        shown = [hit.window for hit in hits if hit.nearness >= min(best, scale.alarming)]
        spans = tuple(_span(content, each) for each in shown[:_MOST_SPANS])
        return Label(NAME, self._specs[number].name, scale.score(best), spans=spans)


def _span(content: Content, window: Window) -> Span:
    folded = content.derived(fold, window.text)
    return Span(window.text, *folded.original_span(*window.span(folded)))
