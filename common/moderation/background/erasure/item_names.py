"""Which items a document names, whose end is its own: by how documents of its kind name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from common.domain.item import item_id

ItemsOf = Callable[[str, Mapping[str, Any]], Iterable[str]]
"""Of a document of an app."""


def by_item_id(_: str, data: Mapping[str, Any]) -> Iterator[str]:
    """In fields of that name, however deep."""
    for name, value in data.items():
        if name == "item_id" and isinstance(value, str) and value:
            yield value
        elif isinstance(value, Mapping):
            yield from by_item_id(_, value)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, Mapping):
                    yield from by_item_id(_, each)


def by_lane(_: str, data: Mapping[str, Any]) -> Iterator[str]:
    subject = data["lane"].rpartition("|")[2]
    if subject.startswith("item:"):
        yield subject.removeprefix("item:")


def by_post(app: str, data: Mapping[str, Any]) -> Iterator[str]:
    """What was posted is named as its app names it."""
    found = data["posts"] if "posts" in data else data["texts"].values()
    for each in found:
        yield item_id(app, each["entity_type"], each["entity_id"])


def by_cause(_: str, data: Mapping[str, Any]) -> Iterator[str]:
    for each in data["by_rule"].values():
        yield from each["causes"]


def by_list(_: str, data: Mapping[str, Any]) -> Iterable[str]:
    found: list[str] = data["items"]
    return found
