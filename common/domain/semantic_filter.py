"""Semantic filters: phrases of one meaning, which content is compared with."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key


class SemanticFilterFields(TypedDict):
    """What an app says of one. `team` is empty for a filter of the whole app."""

    name: str
    team: str
    description: str
    phrases: list[str]


class SemanticFilter(SemanticFilterFields):
    id: str
    created_at: int
    updated_at: int


SEMANTIC_FILTERS: Collection[SemanticFilter] = Collection("semantic_filter")


def semantic_filter_id(name: str, team: str) -> str:
    return derived_id("semantic filter", team, name)


def semantic_filter_key(app: str, id: str) -> Key[SemanticFilter]:
    return Key(app, SEMANTIC_FILTERS, id)
