"""Customers' block lists: words, domains, e-mail addresses, regular expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.block_list.config import ListConfig
from common.engines.block_list.hits import Matcher
from common.engines.block_list.lists import BlockListSpec
from common.engines.budget import leave_out, within_budget
from common.engines.engine import Classifier, CreatorFacts, Resources
from common.text.folding import fold

Config = ListConfig


def prepare(config: ListConfig, resources: Resources) -> Classifier:
    """The policy's lists, and those that only rules name."""
    lists, asked = resources.lists, dict.fromkeys(_named(config))
    names = {name for name, _ in asked}
    asked |= dict.fromkeys((name, "") for name in lists.ruled if name not in names)
    found = [(lists.find(name, team), team) for name, team in asked]
    chosen = [(spec, team) for spec, team in found if spec is not None]
    find = finder(
        [spec for spec, _ in chosen], bool(config.match_substring), [team for _, team in chosen]
    )

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        return find(content)

    return classify


def _named(config: ListConfig) -> Iterator[tuple[str, str]]:
    """Each with the team that the rule names."""
    if config.enabled is not False:
        yield from ((ask.label, ask.team) for ask in config.asks())


def finder(
    lists: Sequence[BlockListSpec],
    match_substring: bool = False,
    teams: Sequence[str] | None = None,
) -> Callable[[Content], list[Label]]:
    compiled = list(_compiled(lists, match_substring, teams or [""] * len(lists)))
    missing = len(lists) - len(compiled)

    def find(content: Content) -> list[Label]:
        labels = []
        if missing:
            leave_out(f"{missing} of {len(lists)} block lists cannot be compiled")
        for name, team, matcher in within_budget(compiled):
            spans = [
                Span(index, start, end, term)
                for index in within_budget(range(len(content.texts)))
                for start, end, term in matcher(content.derived(fold, index))
            ]
            if spans:
                labels.append(Label("block_list", name, 1.0, spans=tuple(spans), team=team))
        return labels

    return find


def _compiled(
    lists: Sequence[BlockListSpec], match_substring: bool, teams: Sequence[str]
) -> Iterator[tuple[str, str, Matcher]]:
    """Without those that an earlier release took and this one cannot compile."""
    for spec, team in zip(lists, teams, strict=True):
        with suppress(ValueError):
            yield spec.name, team, spec.matching(substring=match_substring or spec.substring)
