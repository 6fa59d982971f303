"""The views of the review queue that an app has saved, as predicates over items."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.domain.errors import Refused
from common.domain.item import Item


@dataclass(frozen=True, slots=True)
class View:
    id: str
    matches: Callable[[Item], bool]


def views_of(configuration: Configuration) -> tuple[View, ...]:
    return configuration.one(_views) if configuration.queues else ()


def queues_matching(configuration: Configuration, ids: Collection[str]) -> Callable[[Item], bool]:
    """Whether an item is in one of these queues. Those that there are no more have none."""
    views = {configuration.queues[id]["view"] for id in ids if id in configuration.queues}
    chosen = [view for view in views_of(configuration) if view.id in views]
    return lambda item: any(view.matches(item) for view in chosen)


def _views(configuration: Configuration) -> tuple[View, ...]:
    from common.domain.filters import compile_filter

    found = []
    for queue in configuration.queues.values():
        try:
            found.append(View(queue["view"], compile_filter(queue["filters"])))
        except Refused:
            # Filters of an earlier release, of which this one does not know what they mean.
            continue
    return tuple(found)
